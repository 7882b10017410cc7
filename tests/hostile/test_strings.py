"""No string of any value that a document becomes holds more than text, and so nothing that is printed does."""

import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.cli import main
from reader.edition.model import Page
from reader.errors import PageError
from reader.newsstand import reading
from reader.newsstand.saved import Saved, open_path
from reader.parsing.clean import clean
from reader.parsing.decode import decode
from reader.parsing.document import parse
from reader.sources.base import Fetched
from tests.hostile.pages import hostile_page
from tests.hostile.payloads import PAYLOADS, PIECES
from tests.hostile.strings import spoilt, spoilt_page, strings, unclean
from tests.support.newsprint import PAGE
from tests.support.oracle import offences
from tests.support.tally import Tally
from tools.samples.dresses import DRESSES
from tools.set_samples import SAMPLES

MARK = "¤"
MARKED = tuple(payload + MARK for payload in PAYLOADS.values())
ADDRESS = "https://epaper.example/jbrb/html/2024-03/02/content_12.htm"
SAVED = "<!-- saved from url=(0044){address} -->"
OURS = {"Report.dialect", "Report.kind", "Report.witnesses", "Report.encoding", "Report.reason", "Report.notes"} | {
    "Report.removed", "Block.kind", "Headline.kind", "JumpLine.direction", "JumpLine.page", "PageLink.number",
}  # fmt: skip
"""Fields with words of our own, or numbers: nothing else of a page can stand there."""
ACTING = "\x1b]52;c;eA==\x07\x9b31m\u202e\x7f"
"""For the names of files, which have no room for every payload."""
JOINED, PILE = PAYLOADS["chain"], "\u0301" * 4
COMMANDS = (("doctor",), ("toc",), ("toc", "--json"), ("text",), ("text", "--json"), ())


def read(text: str, address: str = "") -> Page:
    """The page a text is, an empty one if it is none; an error's facts are judged where they are printed."""
    try:
        return parse(text, address=address)
    except PageError:
        return Page()


def spoilt_pages(seed: int, payloads: tuple[str, ...]) -> Iterator[Page]:
    """Both pages of every dialect, and a copied text, each with payloads of its own."""
    chance = random.Random(seed)  # noqa: S311 - it chooses test pages
    saved = SAVED.format(address=spoilt(ADDRESS, payloads, chance))
    for dress in DRESSES.values():
        share = chance.choice((0.1, 0.3, 0.9))
        for markup in (dress.layout_page(), dress.article_page()):
            head, address = chance.choice(
                ((saved, ""), ("", spoilt(ADDRESS, payloads, chance)), ("", ADDRESS))
            )
            yield read(head + spoilt_page(markup, payloads, chance, share), address)
    yield read("\n".join(spoilt(line, payloads, chance) for line in PAGE.splitlines()))


@pytest.mark.slow
@pytest.mark.fuzz
def test_no_string_of_a_page_is_more_than_text() -> None:
    whole = [hostile_page(MARKED[start:]) for start in range(0, len(MARKED), 5)]
    uncaptioned = [markup.replace("第002版：", "") for markup in whole]
    pages = [read(markup) for markup in whole + uncaptioned]
    pages += [page for seed in range(4) for page in spoilt_pages(seed, MARKED)]

    assert [found for page in pages for found in unclean(page)] == []
    told = [found for page in pages for found in strings(page)]
    reached = {at for at, text in told if MARK in text}
    assert {at for at, _ in told} - reached <= OURS, "a field that no payload reached"


@pytest.mark.parametrize(
    "line",
    [f"{JOINED}主办", f"{JOINED}报报版权所有", f"来源：{JOINED}", f"高{PILE}《夜》(3日){PILE}"],
)
def test_what_is_cut_out_of_a_clean_line_is_clean_too(line: str) -> None:
    cells = ("font01>桥", "font02>副题", f"font02>{line}")
    rows = "".join(f"<tr><td class={cell}</td></tr>" for cell in cells)
    body = "<div id=ozoom><p>　　本报讯 桥通了。</p></div>"

    assert unclean(parse(f"<a href=content_1.htm>桥</a><p>{line}</p><table>{rows}</table>{body}")) == []


@pytest.mark.slow
@pytest.mark.fuzz
@pytest.mark.parametrize("part", range(20))
def test_no_string_of_thousands_of_pages_is_more_than_text(part: int, tally: Tally) -> None:
    for seed in range(part * 40 + 100, part * 40 + 140):
        chance = random.Random(seed)  # noqa: S311
        payloads = tuple("".join(chance.choices(PIECES, k=chance.randint(1, 6))) for _ in range(30))
        assert list(map(unclean, spoilt_pages(seed, payloads))) == [[]] * (2 * len(DRESSES) + 1), (
            f"seed {seed}"
        )
        tally("pages with a payload in any string, each judged", 2 * len(DRESSES) + 1)


@pytest.mark.slow
@pytest.mark.fuzz
@pytest.mark.parametrize("file", sorted((SAMPLES / "dialects").rglob("*.*htm*")), ids=lambda file: file.name)
def test_no_string_of_a_spoilt_sample_is_more_than_text(file: Path, tally: Tally) -> None:
    text = decode(file.read_bytes()).text
    for seed in range(60):
        chance = random.Random(seed)  # noqa: S311
        page = read(spoilt_page(text, MARKED, chance, chance.choice((0.05, 0.3, 0.9))), ADDRESS)
        assert unclean(page) == [], f"seed {seed}"
        tally("pages with a payload in any string, each judged")


def hostile_day(folder: Path) -> Path:
    """A folder of hostile names: layout pages, an article, a copied text, and one file that is no page."""
    folder.mkdir()
    for number, markup in enumerate((hostile_page(MARKED), *(DRESSES["classic-table"].layout_page(),) * 2)):
        (folder / f"node_{number}{ACTING}.htm").write_text(SAVED.format(address=ADDRESS) + markup, "utf-8")
    (folder / f"page{ACTING}\n.txt").write_text(PAGE.replace("水车", f"水{ACTING}车"), "utf-8")
    (folder / f"none{ACTING}.htm").write_text("<html>", "utf-8")
    return folder


def test_no_string_of_an_edition_is_more_than_text_whatever_its_files_are_called(tmp_path: Path) -> None:
    *_, edition = Saved(open_path(hostile_day(tmp_path / ACTING))).open()

    assert unclean((edition.index, edition.pages)) == []
    assert any(ACTING in address for address in edition.addresses), "by these the files are opened"


def test_what_comes_with_the_bytes_of_a_document_reaches_no_string_of_its_page() -> None:
    for number, payload in enumerate(PAYLOADS.values()):
        url = ADDRESS + payload  # by the server's word, else by the note of the browser that saved the page
        data = (SAVED.format(address=url) + DRESSES["xy-a"].article_page()).encode("utf-8", "surrogatepass")
        fetched = Fetched(data=data, address=payload, url=url * (number % 2), charset=payload)
        assert unclean(reading.read_document(fetched).page) == []


@pytest.fixture
def hostile_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home, and an environment, of hostile names; in it a person's own rows of papers, hostile too."""
    home = tmp_path / f"home{ACTING}"
    home.mkdir()
    acting = ACTING.encode("unicode_escape").decode().replace("\\x", "\\u00")
    row = f'{{ name = "桥{acting}报", url = "http://127.0.0.1:9/{acting}/%Y%m%d/", evidence = "{acting}" }}'
    (home / "papers.toml").write_text(f'"qiao{acting}" = {row}\nqiao = {row}', "utf-8")
    for name in ("BANMIAN_HOME", "LC_CTYPE", "TERM_PROGRAM"):
        monkeypatch.setenv(name, str(home))
    return home


@pytest.mark.usefixtures("hostile_home")
@pytest.mark.usefixtures("read_once")
def test_nothing_that_is_printed_is_more_than_text(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    day = hostile_day(tmp_path / f"day{ACTING}")
    targets = [day, *day.iterdir(), tmp_path / ACTING, f"../{ACTING}", ACTING, "qiao"]
    asked = [[*command, str(target)] for command in COMMANDS for target in targets]
    asked += [["papers", *words] for words in ([], ["桥"], ["--json", "桥"])]
    asked += [["toc", str(day), *words] for words in (["--encoding", ACTING], ["--page", ACTING], [ACTING])]

    for words in asked:
        main([*words, "--lang", "en"])
        said = capsys.readouterr()
        for stream in said:
            assert clean(stream) == stream, words
            assert offences(stream.replace("\n", "\r\n").encode("utf-8", "surrogatepass")) == [], words
        assert "Traceback" not in said.err
