"""The sample edition: its pages are what the sources say, and it holds what a reader must be shown."""

import io
import json
import re
import shutil
import struct
import tomllib
import zlib
from collections import Counter
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from tools.samples.dialect import Desk, dialects
from tools.samples.raster import Raster, same_pixels
from tools.samples.source import Paper, Story, read_papers
from tools.set_samples import SAMPLES, differing, main, set_samples

SOURCES = SAMPLES / "sources"
ISSUES = read_papers(SOURCES)
FIRST_DAY = date(2026, 5, 12)
"""The day on which the papers have every part that a paper may have."""
PAPERS = {paper.code: paper for paper in ISSUES if paper.day == FIRST_DAY}
EXPECTED = sorted(SAMPLES.glob("*/html/*/*/node_*.expected.json"))
FEATURES = ("kicker", "deck", "byline", "dateline", "jump_from", "jump_to")


def stories(paper: Paper) -> list[Story]:
    return [story for sheet in paper.sheets for story in sheet.stories]


def kind_by_headline(headline: str) -> str:
    """What a page shows of an article's kind."""
    if headline.startswith(("简讯", "In brief")):
        return "brief"
    if headline.startswith("图片新闻"):
        return "photo"
    if headline.startswith(("广告", "Advertisement")):
        return "advertisement"
    return "notice" if re.search("公告|启事|通告|Notice", headline) else "article"


def test_the_pages_on_disk_are_what_the_sources_say() -> None:
    assert differing(set_samples(SOURCES), SAMPLES) == []


def test_the_check_fails_when_a_page_was_touched_or_has_no_source(tmp_path: Path) -> None:
    (tmp_path / "qsrb").mkdir()
    (tmp_path / "qsrb/index.htm").write_bytes(b"touched")
    (tmp_path / "qsrb/stray.htm").write_bytes(b"")

    wrong = differing({"qsrb/index.htm": b"as set"}, tmp_path)

    assert wrong == ["qsrb/index.htm", "qsrb/stray.htm"]


def test_the_check_prints_its_finding(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--check"]) == 0
    assert "what their sources say" in capsys.readouterr().out


def test_the_samples_stay_small() -> None:
    files = [file for file in SAMPLES.rglob("*") if file.is_file()]
    first_day = [file for file in files if {"12", "2026-05-12"} & set(file.parts)]
    other_dialects = [file for file in files if "dialects" in file.parts]
    set_files = [file for file in files if "html" in file.parts or "images" in file.parts]

    assert len(first_day) <= 65
    assert len(files) - len(other_dialects) <= 110
    assert len(other_dialects) <= 20
    assert sum(file.stat().st_size for file in set_files if file in first_day) < 450_000
    assert sum(file.stat().st_size for file in set_files) < 690_000
    assert sum(file.stat().st_size for file in other_dialects) < 90_000


def test_every_day_of_both_papers_is_installed_with_the_program() -> None:
    root = SAMPLES.parent
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    wheel = project["tool"]["hatch"]["build"]["targets"]["wheel"]
    included = [root / path for path in wheel["only-include"]]
    days = [SAMPLES / f"{issue.code}/html/{issue.day:%Y-%m/%d}" for issue in ISSUES]

    assert all(folder.is_dir() for folder in (*included, *days))
    assert [day for day in days if not any(day.is_relative_to(folder) for folder in included)] == []
    assert wheel["sources"] == {"sample_pages": "reader/sample"}
    assert wheel["exclude"] == ["*.expected.json"]


def test_every_page_has_as_many_articles_as_a_page_should() -> None:
    assert [len(sheet.stories) for sheet in PAPERS["qsrb"].sheets] == [5, 5, 5, 4]
    assert [len(sheet.stories) for sheet in PAPERS["qsc"].sheets] == [3, 4]


def test_the_other_days_are_short() -> None:
    others = [issue for issue in ISSUES if issue.day != FIRST_DAY]

    for issue in others:
        assert len(issue.sheets) <= 2
        assert all(2 <= len(sheet.stories) <= 3 for sheet in issue.sheets)
        assert issue.code == "qsc" or all(80 <= story.characters <= 400 for story in stories(issue))


def test_both_papers_have_the_same_days_and_one_day_has_no_paper() -> None:
    days = {code: [issue.day.day for issue in ISSUES if issue.code == code] for code in PAPERS}

    assert days == {"qsrb": [11, 12, 14], "qsc": [11, 12, 14]}


@pytest.mark.parametrize("code", PAPERS)
def test_the_entry_and_the_month_index_lead_to_the_days(code: str) -> None:
    root = SAMPLES / code
    entry = re.search('URL=([^"]+)', (root / "index.htm").read_text(encoding="utf-8"))
    index = ET.parse(root / "html/2026-05/period.xml")  # noqa: S314 our own file
    fronts = [
        f"html/{period.findtext('period_date', '')[:7]}/{period.findtext('period_date', '')[8:]}/"
        f"{period.findtext('front_page')}"
        for period in index.iter("period")
    ]

    assert entry
    assert fronts[-1] == entry[1]
    assert all((root / front).is_file() for front in fronts)
    assert len(fronts) == sum(issue.code == code for issue in ISSUES)


def test_one_day_says_gb2312_and_holds_names_that_only_gb18030_has() -> None:
    page = (SAMPLES / "qsrb/html/2026-05/11/content_981.htm").read_bytes()
    text = page.decode("gb18030")

    assert b"charset=gb2312" in page
    assert all(name in text for name in ("镕", "喆", "㐀", "𠮷"))
    with pytest.raises(UnicodeEncodeError):
        text.encode("gbk")


def test_no_article_of_a_day_has_the_address_of_another() -> None:
    numbers = [story.number for issue in ISSUES for story in stories(issue)]

    assert len(numbers) == len(set(numbers))
    assert all(one.code != other.code or one.day < other.day for one, other in pairwise(ISSUES))


def test_three_chinese_articles_are_long_and_the_others_short() -> None:
    counts = [story.characters for story in stories(PAPERS["qsrb"])]
    long = [count for count in counts if count > 500]

    assert len(long) == 3
    assert all(1500 <= count <= 3000 for count in long)
    assert all(80 <= count <= 500 for count in counts if count not in long)


def test_one_english_article_is_long_and_the_others_short() -> None:
    counts = [
        sum(len(block.text.split()) for block in story.blocks if block.kind == "paragraph")
        for story in stories(PAPERS["qsc"])
    ]

    assert sorted(counts)[-1] in range(550, 700)
    assert all(40 <= count <= 320 for count in sorted(counts)[:-1])


def test_the_kind_of_an_article_can_be_told_from_its_headline() -> None:
    for paper in ISSUES:
        for story in stories(paper):
            assert kind_by_headline(story.title) == story.kind


def test_every_kind_and_every_part_of_an_article_occurs() -> None:
    chinese = stories(PAPERS["qsrb"])
    kinds = Counter(story.kind for story in chinese)
    blocks = Counter(block.kind for story in chinese for block in story.blocks)
    present = Counter(name for story in chinese for name in FEATURES if getattr(story, name))

    assert kinds == {"article": 14, "notice": 2, "brief": 1, "photo": 1, "advertisement": 1}
    assert blocks["figure"] == 2
    assert blocks["signature"] == 1
    assert blocks["subhead"] == 15
    assert present == {"kicker": 6, "deck": 3, "byline": 12, "dateline": 5, "jump_from": 2, "jump_to": 2}
    assert sum(len(story.headline) == 2 for story in chinese) == 2


def test_the_jumps_are_spelled_in_four_ways_and_meet() -> None:
    lines = [
        block.text for story in stories(PAPERS["qsrb"]) for block in story.blocks if block.kind == "jump"
    ]
    titles = {
        (sheet.number, story.jump_from, story.jump_to): story.title
        for sheet in PAPERS["qsrb"].sheets
        for story in sheet.stories
        if story.jump_from or story.jump_to
    }

    assert lines == ["（下转第二版）", "（上接1版）", "(下转4版)", "（上接第三版）"]
    assert titles["001", None, "2"] == titles["002", "1", None]
    assert titles["003", None, "4"] == titles["004", "3", None]


def test_datelines_open_the_first_paragraph() -> None:
    for story in (story for issue in ISSUES if issue.code == "qsrb" for story in stories(issue)):
        first = next(block.text for block in story.blocks if block.kind == "paragraph")
        assert first.startswith(story.dateline or "")
        assert bool(story.dateline) == first.startswith("本报")


def test_paragraphs_end_as_sentences_and_subheads_do_not() -> None:
    for paper in ISSUES:
        for story in stories(paper):
            for block in story.blocks:
                ends = bool(re.search(r"[。！？：.!?][”’）]*$", block.text))
                assert block.kind not in ("paragraph", "subhead") or ends == (block.kind == "paragraph")


def test_every_line_on_a_picture_of_the_english_paper_is_in_its_own_face() -> None:
    pictures = [file.read_text(encoding="utf-8") for file in SAMPLES.glob("qsc/images/*/*/*/qsc*_b.svg")]

    assert pictures
    assert {face for svg in pictures for face in re.findall('font-family="(.*?)"', svg)} == {
        "Georgia,Liberation Serif,serif"
    }


def test_beside_every_picture_is_a_small_one_for_terminals() -> None:
    drawn = {file.with_suffix(".png") for file in SAMPLES.glob("*/images/**/*.svg")}

    assert len(drawn) == 14
    assert set(SAMPLES.glob("*/images/**/*.png")) == drawn
    assert sum(file.stat().st_size for file in drawn) < 60_000


def test_a_png_is_what_its_source_says_by_its_pixels_however_they_are_packed() -> None:
    raster = Raster((40, 30), "#ffffff")
    raster.fill((3, 2, 30, 9, 12, 28), "#a3231a")
    packed = raster.png()
    at = packed.index(b"IDAT")
    (length,) = struct.unpack(">I", packed[at - 4 : at])
    loose = zlib.compress(zlib.decompress(packed[at + 4 : at + 4 + length]), 0)
    repacked = packed[: at - 4] + struct.pack(">I", len(loose)) + b"IDAT" + loose + packed[at + 4 + length :]
    raster.bar(0, 0, 1, 1, "#a3231a")

    assert repacked != packed
    assert same_pixels(repacked, packed)
    assert not same_pixels(raster.png(), packed)


def test_what_is_drawn_is_what_is_seen() -> None:
    pillow = pytest.importorskip("PIL.Image", reason="the extra decodes pictures")
    raster = Raster((8, 6), "#ffffff")
    raster.fill((1, 1, 7, 1, 4, 7), "#000000", clip=(0, 0, 8, 4))
    raster.outline((0, 0, 7, 0, 7, 5, 0, 5), 1, "#ff0000")

    with pillow.open(io.BytesIO(raster.png())) as image:
        pixels = image.convert("RGB").tobytes().hex(":", 3).split(":")

    seen = "".join({"ffffff": ".", "000000": "#", "ff0000": "r"}[pixel] for pixel in pixels)
    assert [seen[at : at + 8] for at in range(0, 48, 8)] == [
        "rrrrrrrr",
        "r######r",
        "r.####.r",
        "r.####.r",
        "r......r",
        "rrrrrrrr",
    ]


def test_zones_lie_within_the_picture_of_the_page_and_one_is_no_rectangle() -> None:
    corners = set()
    for paper in ISSUES:
        width, height = paper.picture["width"], paper.picture["height"]
        for story in stories(paper):
            for zone in story.photo_zones + story.zones:
                assert all(0 <= x <= width for x in zone[::2])
                assert all(0 <= y <= height for y in zone[1::2])
                corners.add(len(zone) // 2)

    assert corners == {4, 6}


@pytest.mark.parametrize("file", EXPECTED, ids=lambda file: "-".join(file.parts[-5:])[:29])
def test_the_words_of_the_expected_value_stand_on_the_page(file: Path) -> None:
    encoding = next(
        issue.encoding for issue in ISSUES if file.match(f"{issue.code}/html/{issue.day:%Y-%m/%d}/*")
    )
    value: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))  # Any: JSON

    for entry, text in zip(value["toc"]["articles"], value["articles"], strict=True):
        page = (file.parent / entry["href"]).read_text(encoding=encoding)
        assert all(block["text"] in page for block in text["blocks"])
        assert all(text[name] is None or text[name] in page for name in ("kicker", "deck", "byline"))
        assert text["headline"].replace(" ", "<br>") in page.replace(" ", "<br>")


@pytest.mark.parametrize("paper", ISSUES, ids=lambda paper: f"{paper.code}-{paper.day:%m%d}")
def test_the_pages_have_the_faults_of_real_ones(paper: Paper) -> None:
    sheet = paper.sheets[0]
    desk = Desk(dialect=dialects()["classic"], paper=paper, sheet=sheet)
    page = (SAMPLES / desk.path).read_text(encoding=paper.encoding)
    lead = desk.link(desk.article(sheet.stories[0]))

    assert "<li>&middot;<a href=content_" in page
    assert not re.search("</li>|</area>|</p>", page, re.IGNORECASE)
    assert "?div=-1" in page
    assert 'NAME="pagepicmap"' in page
    assert "USEMAP=#PagePicMap" in page
    assert "星期<FONT id=weekday class=weekday></FONT>" in page
    assert page.index("</head>") < page.index("<SPAN id=leveldiv") < page.index("<body")
    assert page.index("</html>") < page.index("<!--enpproperty")
    assert len(re.findall(f"{lead}\\?", page)) >= 3


def test_a_source_with_an_unknown_kind_of_block_is_refused(tmp_path: Path) -> None:
    shutil.copytree(SOURCES, tmp_path, dirs_exist_ok=True)
    file = tmp_path / "2026-05-12/qsrb-004.toml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("{ signature =", "{ verse ="), encoding="utf-8")

    with pytest.raises(ValueError, match="no block is called 'verse'"):
        read_papers(tmp_path)
