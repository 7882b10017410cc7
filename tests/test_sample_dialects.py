"""The sample edition in every dialect: one content, set without error, with the faults that pages have."""

import json
import re
from functools import cache
from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import pytest

from tools.samples.dialect import SITE, dialects
from tools.samples.edition import Document, set_edition, write_edition
from tools.samples.encodings import ENCODINGS, reencode, reencoded
from tools.samples.source import Paper, read_papers
from tools.set_samples import SAMPLES

DIALECTS = dialects()
ISSUES = read_papers(SAMPLES / "sources")
FIRST = next(issue for issue in ISSUES if (issue.code, issue.day.day) == ("qsrb", 12))
TRAPS = {
    "usemap in another case": ("classic", r'NAME="pagepicmap".*USEMAP=#PagePicMap'),
    "?div= twice": ("classic", r"content_1001\.htm\?div=0.*content_1001\.htm\?div=-1"),
    "text after the end": ("classic", r"</html>\s*<!--enpproperty <founder-date>"),
    "founder-content with the paper's name": ("classic", "<founder-content>青石日报</founder-content>"),
    "two bodies": ("classic-div", r"<body[^>]*>\s*<body"),
    "a degenerate polygon": ("classic-div", r'coords="6,64,6,64,6,64"'),
    "a box of other pages' articles": ("classic-div", r"今日关注.*content_1006.*content_1011"),
    "a date split over nodes": ("classic-div", r"2026年<font>5</font>月<font>12</font>日"),
    "titles in scripts": ("people", r'view\("漱江最后一条渡船<br>下月把缆绳交给桥  "\)'),
    "an English month": ("people", r"2026-May-12"),
    "ozoom around a list": ("people", r'id="ozoom"[^>]*>\s*<div id="titleList"'),
    "a hidden list": ("people", r'display:none">\s*<a href=nw\.[^>]*><div style="display:inline" id=mp_nw'),
    "the body twice": ("people", r'id="articleContent" style="display:none"'),
    "an entry of the editor's name": ("people", "本版责编"),
    "steps that are scripts": ("aheading", r"javascript:alert\('已经是第一版'\)"),
    "a body of breaks": ("aheading", r"<p>　　本报讯[^<]*<br>"),
    "pictures before the text": ("aheading", r"npm:article-pic-text>.*npm:article-content"),
    "coordinates that are null": ("xy-a", r'coords="null"'),
    "coordinates not rounded": ("xy-a", r"\d\.\d{10}"),
    "a note inside the body": ("xy-a", r"enpcontent--><!--enpproperty <date>.*</founder-content>"),
    "comments doubled": ("xy-b", "<!--enpcontent--><!--enpcontent-->"),
    "a malformed paragraph": ("xy-c", '<p&nbsp;xmlns="">'),
    "a page number of letters": ("xy-c", "第JSA01版"),
    "a page number that ends in a letter": ("xy-d", "第01B版"),
    "a paragraph in a heading": ("xy-d", "<h1><p>"),
    "coordinates in percent": ("fzsyun", r'coords="1\.71%,12\.8%'),
    "links from the root": ("fzsyun", r'href="/qsrb/2026-05/12/content_1001\.html"'),
    "the note of the other product": ("fzsyun", "<articleid>"),
}


def set_anew(name: str, paper: Paper = FIRST) -> tuple[Document, ...]:
    return tuple(set_edition(paper, DIALECTS[name]))


@cache
def first_day(name: str) -> tuple[Document, ...]:
    return set_anew(name)


def words(markup: str) -> str:
    """What stands on a page, without tags and white space."""
    return re.sub(r"\s", "", unescape(re.sub(r"<(?!!)[^>]*>", "", markup)))


@pytest.mark.parametrize("name", DIALECTS)
def test_every_day_can_be_set_and_twice_the_same(name: str) -> None:
    for paper in ISSUES:
        documents = set_anew(name, paper)

        assert len(documents) == sum(1 + len(sheet.stories) for sheet in paper.sheets)
        assert len({document.path for document in documents}) == len(documents)
        assert documents == set_anew(name, paper)
        assert not any("$" in document.text for document in documents)


@pytest.mark.parametrize("name", DIALECTS)
def test_what_is_to_be_found_stands_on_the_pages(name: str) -> None:
    for paper in ISSUES:
        for document in set_anew(name, paper):
            page = words(document.text)
            for text in _texts(document.article or {}):
                assert "".join(text.split()) in page
            if document.toc:
                number, title = document.toc["page"].values()
                assert re.search(f"{number}版[:：]?{''.join(title.split())}", page)


def _texts(article: dict[str, Any]) -> list[str]:
    blocks = [block["text"] for block in article.get("blocks", ())]
    return [*blocks, *(article[key] for key in ("headline", "kicker", "deck", "byline") if article.get(key))]


@pytest.mark.parametrize("name", DIALECTS)
def test_every_address_leads_to_a_page_of_the_day(name: str) -> None:
    for paper in ISSUES:
        documents = set_anew(name, paper)
        addresses = {document.address for document in documents}
        for document in documents:
            toc, text = document.toc or {}, document.article or {}
            entries = [*toc.get("pages", ()), *toc.get("articles", ())]
            hrefs = [entry["href"] for entry in entries]
            hrefs += [toc.get("previous_page"), toc.get("next_page")]
            hrefs += [text.get("previous_article"), text.get("next_article")]

            assert {urljoin(document.address, href) for href in hrefs if href} <= addresses
            assert all(href in document.text for href in hrefs if href)


def test_the_dialects_carry_the_same_content() -> None:
    same = ("headline", "dateline", "date", "jump_from", "jump_to", "characters", "paper")
    values = {
        name: [[document.article[key] for key in same] for document in first_day(name) if document.article]
        for name in DIALECTS
    }

    assert all(value == values["classic"] for value in values.values())


@pytest.mark.parametrize("trap", TRAPS)
def test_every_trap_is_in_a_dialect(trap: str) -> None:
    name, pattern = TRAPS[trap]

    assert any(re.search(pattern, document.text, re.DOTALL) for document in first_day(name))


@pytest.mark.parametrize("name", sorted(set(DIALECTS) - {"classic"}))
def test_a_page_and_an_article_of_each_dialect_are_committed(name: str) -> None:
    value = json.loads((SAMPLES / "dialects/expected.json").read_text(encoding="utf-8"))[name]
    root = SAMPLES / "dialects" / name
    newest = max((issue for issue in ISSUES if issue.code == "qsrb"), key=lambda issue: issue.day)
    documents = {document.path: document for document in set_anew(name, newest)}

    for kind, part, found in (("page", "toc", "toc"), ("article", "text", "article")):
        document = documents[value[kind]["path"]]
        assert (root / document.path).read_text(encoding="utf-8") == document.text
        assert value[kind][part] == getattr(document, found)


@pytest.mark.parametrize("name", DIALECTS)
def test_the_table_of_dialects_tells_the_addresses(name: str) -> None:
    table = (SAMPLES / "README.md").read_text(encoding="utf-8")
    row = next(line for line in table.splitlines() if line.startswith(f"| `{name}` |"))
    lacks = {field.partition(".")[2].replace("_", " ") for field in DIALECTS[name].lacks}

    assert f"`{first_day(name)[0].path}`" in row
    assert lacks == set(re.findall("publisher|sister papers|kicker|deck|byline", row))
    assert ("no lists" in row) is not DIALECTS[name].column


def test_a_day_is_written_as_the_site_has_it(tmp_path: Path) -> None:
    documents = write_edition(FIRST, DIALECTS["xy-a"], tmp_path, "gb18030 that says utf-8")

    front = tmp_path / "qsrb/pc/layout/202605/12/node_A01.html"
    assert documents[0].address == f"{SITE}qsrb/pc/layout/202605/12/node_A01.html"
    assert front.read_bytes().decode("gb18030") == documents[0].text
    assert sum(file.is_file() for file in tmp_path.rglob("*")) == len(documents)


@pytest.mark.parametrize("name", DIALECTS)
def test_a_page_is_written_in_every_encoding_that_can_hold_it(name: str) -> None:
    page = first_day(name)[0].text
    found = {encoding: (text, data) for encoding, text, data in reencoded(page)}

    assert set(ENCODINGS) - set(found) == {"big5"}
    for encoding, (text, data) in found.items():
        codec = "utf-16" if encoding.startswith("utf-16") else ENCODINGS[encoding][0]
        said = re.search(r"charset=[\"']?([\w-]+)", text)
        assert data.decode(codec) == text
        assert (said[1] if said else "") == ENCODINGS[encoding][1]


def test_an_encoding_that_cannot_hold_a_page_says_so() -> None:
    rare = next(issue for issue in ISSUES if issue.encoding == "gb18030")

    with pytest.raises(UnicodeEncodeError):
        reencode(next(set_edition(rare, DIALECTS["classic"])).text, "gbk")
