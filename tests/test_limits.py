"""Every limit at its real value: what is within it passes, what is one beyond it does not."""

import gzip
import json
import time
from collections.abc import Callable, Iterator
from contextlib import nullcontext
from datetime import UTC, date, datetime
from functools import partial
from importlib import import_module
from io import BytesIO
from pathlib import Path

import pytest
from textual.events import Resize
from textual.geometry import Size

from reader import limits
from reader.arguments import Arguments
from reader.cli import main
from reader.edition.day import Edition
from reader.edition.jumps import other_half
from reader.edition.model import (
    NO_TEXT,
    Article,
    Block,
    BlockKind,
    Clean,
    Direction,
    Headline,
    JumpLine,
    Page,
    PageLink,
)
from reader.errors import NotPublished, ReaderError, UsageError
from reader.library.marks import ReadMarks
from reader.library.positions import Last, Positions
from reader.newsstand.stand import Stand
from reader.newsstand.targets import find_stand
from reader.parsing.clean import clean
from reader.parsing.days import as_date
from reader.parsing.decode import decode
from reader.parsing.document import parse
from reader.parsing.zones import zone
from reader.sources.base import Fetched
from reader.sources.classify import file_kind
from reader.sources.days import AddressPattern, PublishedDays
from reader.sources.decoding import ContentDecoder
from reader.sources.folder import read_picture
from reader.sources.papers import Papers
from reader.sources.sites import site_kind
from reader.sources.texts import genre
from reader.terminal.clipboard import copy
from reader.terminal.crash import report_crash
from reader.typesetting.cells import widths
from reader.typesetting.linebreak import set_headline, set_paragraph
from reader.ui.day_list import DayList
from reader.ui.keys import KeyParser, drawn
from reader.ui.spans import LineStyle, Marks
from reader.ui.view import View
from reader.words import ZH, Words
from tests.support.days import article, write_day
from tests.support.other_texts import LOG
from tests.support.pilots import reading
from tests.support.press import MANY, publish_pages
from tests.support.sessions import session
from tests.support.site import Request, Site, always, reply
from tests.ui.test_pictures import jpeg_of

pytestmark = pytest.mark.usefixtures("read_once")

NOW = datetime(2026, 5, 20, 4, tzinfo=UTC)
PAGE = "<html><head><title>石桥日报</title></head><body><div>第01版：要闻</div>{}</body></html>"
STORY = PAGE.format("<div id=ozoom><h1>桥通了</h1><p>　　本报讯 桥通了，两岸的人走过去。</p></div>").encode()

DECIDED = {
    # Only waiting could show these; the tests of their rooms show with less that they are kept.
    "limits.CLIPBOARD_SECONDS": 2.0,  # a person waits for it with the reader before them
    "limits.LEAVE_SECONDS": 3,  # a terminal that is closed kills what stays longer
    "limits.ANSWER_SECONDS": 0.3,  # what a start may take longer in a terminal that never answers
    "limits.TYPED_BYTES": 64 * 1024,  # a page pasted in the first moment
    "limits.DOCUMENT_SECONDS": 10.0,  # three times what the largest page that is allowed takes
    "limits.START_SECONDS": 20.0,  # a hundred times what it takes: a machine may be busy, and nobody waits in vain
    "limits.DOCUMENT_MIB": 1024,  # the largest text that is allowed takes 700
    "limits.ANSWER_BYTES": 48
    * 1024
    * 1024,  # what the largest document says, in the longest spelling there is
    "limits.FIRST_PAINT_SECONDS": 0.08,  # shorter than what is felt as a wait
    "limits.FETCH_SECONDS": 30.0,  # the longest a person waits before they press a key
    "limits.TARGET_CHARACTERS": 4_096,  # the longest path that Linux has
    "limits.ARTICLE_CHARACTERS": 80,  # three lines of a column; what is copied by mistake is shorter
    "limits.CONNECT_SECONDS": 8.0,  # so that a second address of the host can be tried in the same half minute
    "limits.HOST_SPACING": (0.3, 0.5),  # what a person who turns pages would ask for
    "limits.PASTE_SECONDS": 1.0,  # longer than a line from far away stands still
    "limits.BEGIN_SECONDS": 2.0,  # a file is read in less, and for a site nobody types ahead so far
    "limits.KEY_SECONDS": 1.0,  # what is slower than that is done in the background
    "ui.reading_marks.READ_SECONDS": 2.0,  # a glance at the end is shorter, reading it is not
    "terminal.clip_child.LIMIT_SECONDS": 3,  # longer than the reader waits for it
    # These take too long to reach; the tests of their rooms show with fewer that they are kept.
    "limits.ARCHIVE_FILES": 200_000,  # thirty years of a daily paper, looked at in seconds
    "limits.RUN_SECONDS": 30,  # 2,000 small pages take twenty, and a day has a few hundred
    "limits.KEPT_LEAVES": 400,  # a day of a large paper, with all its articles
    "ui.history.KEPT": 200,  # more than anybody goes back
}
"""Limits whose number was decided, and why it is what it is."""


@pytest.mark.parametrize("name", DECIDED)
def test_a_limit_is_what_was_decided(name: str) -> None:
    module, _, constant = name.rpartition(".")

    assert getattr(import_module(f"reader.{module}"), constant) == DECIDED[name]


def code_of(action: Callable[[], object]) -> str:
    """The code of the error that something ends with; empty if it ends well."""
    try:
        action()
    except ReaderError as error:
        return error.code
    return ""


# The terminal


def test_more_than_128_characters_at_once_are_no_keys() -> None:
    assert len(list(KeyParser().feed("jk" * 64))) == 128
    assert not list(KeyParser().feed("jk" * 64 + "j"))


def test_a_window_has_no_more_than_a_thousand_columns_and_five_hundred_rows_and_no_less_than_one() -> None:
    assert [drawn((100_000, 24)), drawn((80, 100_000)), drawn((0, 24))] == [(1_000, 24), (80, 500), (1, 24)]


@pytest.mark.slow
async def test_a_thousand_columns_and_five_hundred_rows_are_drawn(tmp_path: Path) -> None:
    assert drawn((100_000, 100_000)) == (1_000, 500), "or what follows takes minutes"
    async with reading(tmp_path) as pilot:
        pilot.app.post_message(Resize(size := Size(100_000, 100_000), size))
        await pilot.pause(0.1)
        assert pilot.app.screen.size == pilot.app.size == (1_000, 500)


# A page


def test_a_page_of_more_than_8_mib_is_refused() -> None:
    assert code_of(lambda: decode(bytes(8 * 1024 * 1024 + 1))) == "too-large"


def test_a_page_of_more_than_a_hundred_thousand_tags_is_refused() -> None:
    assert code_of(lambda: parse("<html>" + "<" * 100_000)) == "too-many-tags"


def test_five_thousand_links_of_a_page_are_kept() -> None:
    links = "".join(f"<a href=content_{n}.htm>桥通了{n}</a>" for n in range(5_001))

    assert len(parse(PAGE.format(links)).contents) == 5_000


def test_a_thousand_areas_of_a_page_are_kept() -> None:
    areas = "".join(f'<area coords="1,{n},9,{n},9,{n + 1}" href=content_1.htm>' for n in range(1_001))
    page = parse(
        PAGE.format(
            f"<map name=pagepicmap>{areas}</map><img src=a.jpg width=350 height=2000 usemap=#pagepicmap>"
            "<a href=content_1.htm><div id=mp1>桥通了</div></a>"
        )
    )

    assert len(page.contents[0].zones) == 1_000


def test_a_coordinate_has_nine_digits_at_most() -> None:
    assert zone("1,2,123456789,4,5,6", (350, 500))
    assert zone("1,2,1234567890,4,5,6", (350, 500)) is None


def test_four_marks_stand_on_one_character() -> None:
    assert clean("e" + "\u0301" * 9) == "e" + "\u0301" * 4


def test_a_day_is_of_the_years_1000_to_2999() -> None:
    assert [as_date(year, "12", "31") is not None for year in ("0999", "1000", "2999", "3000")] == [
        False,
        True,
        True,
        False,
    ]


def test_a_label_is_looked_for_in_the_first_4096_bytes() -> None:
    words, label = "日山渡雪雨橋橋", b'<meta charset="big5">'  # words that could be GB 18030 as well
    within, beyond = (b" " * blanks + label + words.encode("big5") for blanks in (4_096 - len(label), 4_096))

    assert decode(within).text.endswith(words)
    assert not decode(beyond).text.endswith(words)


def test_wording_is_looked_for_in_two_hundred_thousand_characters() -> None:
    def story(text: str) -> Headline:
        block = Block(kind=BlockKind.PARAGRAPH, text=Clean(text))
        return Headline(headline=NO_TEXT, article=Article(headline=NO_TEXT, blocks=(block,)))

    half = "渡口的缆绳是守船人搓的麻绳"
    rest = (200_000 - 2 * len(half)) // 2

    jump = JumpLine(direction=Direction.TO, page=Clean("2"))
    index = tuple(PageLink(number=Clean(number)) for number in "12")
    there = Page(contents=(story(half),))

    for more, found in ((0, 0), (1, None)):
        here = Page(contents=(story(half), story("水" * rest), story("山" * (rest + more))))
        assert other_half(Edition(index=index, pages=(here, there)), 0, 0, jump).article == found


def test_what_a_file_is_stands_in_its_first_512_bytes() -> None:
    assert file_kind(b" " * 500 + b"%PDF-1.7") == "is-pdf"
    assert file_kind(b" " * 512 + b"%PDF-1.7") is None


def test_text_is_told_from_data_by_its_first_4096_bytes() -> None:
    data = b"\xff\x01" * 400

    assert file_kind("桥".encode() * 1_000 + data) == "is-binary"
    assert file_kind("桥".encode() * 1_365 + b" " + data) is None


def test_beyond_two_controls_in_a_hundred_characters_it_is_no_text() -> None:
    text = "桥".encode() * 100

    assert file_kind(b"\xff\x01" * 2 + text) is None
    assert file_kind(b"\xff\x01" * 3 + text) == "is-binary"


def test_what_a_text_is_stands_in_its_first_30_000_characters() -> None:
    assert genre("\n" * 29_000 + LOG) == "is-log"
    assert genre("\n" * 30_000 + LOG) == ""


def test_of_a_text_the_first_300_lines_are_judged() -> None:
    row, words = LOG.splitlines(keepends=True)[0], "渡口的水退了\n"

    assert genre(row * 180 + words * 1_000) == "is-log", "six of ten lines"
    assert genre(row * 179 + words * 1_000) == ""


def test_of_a_line_the_first_300_characters_are_judged() -> None:
    assert genre("A" * 300 + "渡口") == "is-encoded"
    assert genre("A" * 299 + "渡口") == ""


def test_what_site_a_page_is_of_stands_in_its_first_100_000_characters() -> None:
    sign = "<div id=mw-content-text>"

    assert site_kind(" " * (100_000 - len(sign)) + sign, "") == "is-wiki"
    assert site_kind(" " * 100_000 + sign, "") == ""


# Pictures


def test_a_picture_of_more_than_12_mib_is_not_read(tmp_path: Path) -> None:
    for size, code in ((12 * 1024 * 1024, ""), (12 * 1024 * 1024 + 1, "too-large")):
        with (tmp_path / "b.png").open("wb") as file:
            file.truncate(size)
        assert code_of(partial(read_picture, tmp_path / "b.png")) == code


@pytest.mark.parametrize(("height", "is_decoded"), [(5_000, True), (5_001, False)])
def test_a_picture_of_more_than_25_million_pixels_is_not_decoded(height: int, is_decoded: bool) -> None:
    pytest.importorskip("textual_image", reason="the extra decodes pictures")
    from reader.ui.pictures import decode

    bitmap = BytesIO()
    pytest.importorskip("PIL.Image").new("1", (5_000, height)).save(bitmap, "BMP")

    assert code_of(lambda: decode(bitmap.getvalue(), "b.bmp")) == ("" if is_decoded else "picture-too-large")


@pytest.mark.parametrize(("scans", "is_decoded"), [(50, True), (51, False)])
def test_a_jpeg_of_more_than_50_scans_is_not_decoded(scans: int, is_decoded: bool) -> None:
    pytest.importorskip("textual_image", reason="the extra decodes pictures")
    from reader.ui.pictures import decode

    assert code_of(lambda: decode(jpeg_of(scans), "b.jpg")) == ("" if is_decoded else "picture-too-large")


# Commands


@pytest.mark.parametrize(("width", "code"), [(0, 0), (10_000, 0), (10_001, 2), (-1, 2)])
def test_a_line_of_text_is_ten_thousand_cells_wide(width: int, code: int, tmp_path: Path) -> None:
    (tmp_path / "a.htm").write_bytes(STORY)

    assert main(["text", str(tmp_path / "a.htm"), f"--width={width}"]) == code


# Folders


@pytest.fixture(scope="module")
def full_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A day with one file too many."""
    folder = tmp_path_factory.mktemp("many")
    for number in range(2_001):
        (folder / f"node_{number}.txt").touch()
    return folder


def test_two_thousand_files_of_a_folder_are_looked_at(
    full_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["toc", str(full_folder), "--lang", "en"]) != 0
    assert "2000" in capsys.readouterr().err.replace(",", "")


@pytest.mark.parametrize(("frames", "days"), [(2, {1, 2, 3}), (3, {1, 2})])
def test_three_files_of_a_folder_are_asked_for_its_day(tmp_path: Path, frames: int, days: set[int]) -> None:
    for number, name in enumerate(("friday", "saturday", "sunday"), start=1):
        write_day(tmp_path / name, [[article("桥通了", "江水退了。")]], day=f"2024年3月{number}日")
        (tmp_path / name / "node_1.htm").rename(tmp_path / name / "node_9.htm")
    for number in range(frames):
        (tmp_path / f"sunday/node_{number}.htm").write_text("<html><frameset></frameset></html>", "utf-8")

    stand = find_stand(Arguments(target=str(tmp_path), date="2024-03-02"), Words(ZH), NOW)
    *_, edition = stand.open()

    assert stand.month(edition, date(2024, 3, 1)) == frozenset(date(2024, 3, day) for day in days)


# A site


@pytest.fixture
def site() -> Iterator[Site]:
    with Site() as site:
        yield site


def read(site: Site, path: str, capsys: pytest.CaptureFixture[str]) -> str:
    """Read a page of the site by the command line: its text, or what was said instead."""
    main(["text", site.url(path), "--lang", "zh"])
    said = capsys.readouterr()
    return said.out + said.err


def lead(site: Site, steps: int, answer: Callable[[str], bytes]) -> str:
    """A page at the end of so many steps; the path at which they begin."""
    for step in range(steps):
        site.routes[f"/{steps}/{step}"] = always(answer(f"/{steps}/{step + 1}"))
    site.routes[f"/{steps}/{steps}"] = always(reply(STORY))
    return f"/{steps}/0"


def redirect(there: str) -> bytes:
    return reply(b"", f"Location: {there}", status="302 Found")


def refresh(there: str) -> bytes:
    return reply(f'<html><meta http-equiv=refresh content="0; url={there}"></html>'.encode())


@pytest.mark.parametrize(("most", "answer"), [(5, redirect), (3, refresh)], ids=["redirects", "refreshes"])
def test_a_site_may_lead_on_so_often_and_no_further(
    site: Site, most: int, answer: Callable[[str], bytes], capsys: pytest.CaptureFixture[str]
) -> None:
    assert "两岸的人走过去" in read(site, lead(site, most, answer), capsys)
    assert len(site.requests) == most + 1
    assert "两岸的人走过去" not in read(site, lead(site, most + 1, answer), capsys)
    assert len(site.requests) == 2 * (most + 1)


@pytest.mark.parametrize(("days", "is_found"), [(5_000, True), (5_001, False)])
def test_ten_thousand_dates_and_addresses_of_an_index_are_read(days: int, is_found: bool) -> None:
    item = "<date>2026-{}</date><front_page>node_1.htm</front_page>"
    index = (item.format("04-01") * (days - 1) + item.format("05-12")).encode()
    pattern = AddressPattern.of("http://a.example/2026-05/12/node_1.htm")
    assert pattern

    found = PublishedDays(lambda url: Fetched(data=index, address=url), pattern).month(2026, 5)

    assert found == ({date(2026, 5, 12): "http://a.example/2026-05/12/node_1.htm"} if is_found else {})


def test_a_page_may_be_packed_twice() -> None:
    decoder = ContentDecoder("gzip, gzip", len(STORY), "a page")
    decoder.feed(gzip.compress(gzip.compress(STORY)))

    assert bytes(decoder.data) == STORY
    with pytest.raises(ValueError, match="gzip"):
        ContentDecoder("gzip, gzip, gzip", len(STORY), "a page")


@pytest.mark.parametrize(
    "wish", [["2"], ["Fri, 01 May 2026 08:00:02 GMT", "Date: Fri, 01 May 2026 08:00:00 GMT"]]
)
def test_what_a_site_asks_to_wait_for_is_waited_for(
    site: Site, wish: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    after, *more = wish
    times: list[float] = []

    def busy_once(_: Request) -> bytes:
        times.append(time.monotonic())
        return (
            reply(STORY) if len(times) > 1 else reply(b"", f"Retry-After: {after}", *more, status="503 Busy")
        )

    site.routes["/"] = busy_once

    assert "两岸的人走过去" in read(site, "/", capsys)
    assert times[1] - times[0] >= 2


def test_who_asks_for_a_longer_wait_than_there_is_time_is_not_asked_again(
    site: Site, capsys: pytest.CaptureFixture[str]
) -> None:
    site.routes["/"] = always(reply(b"", "Retry-After: 60", status="503 Busy"))

    read(site, "/", capsys)

    assert len(site.requests) == 1


@pytest.fixture
def live(site: Site) -> Iterator[Stand]:
    publish_pages(site, 5)
    stand = find_stand(Arguments(target=site.url(f"{MANY}/node_1.htm")), Words(ZH), NOW)
    yield stand
    stand.stop()


def test_of_a_live_paper_only_so_many_documents_are_kept(
    site: Site, live: Stand, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "KEPT_LEAVES", 3)
    *_, _edition = live.open()
    pages = [f"{MANY}/node_{n}.htm" for n in (1, 2, 3, 4)]

    for path in (*pages[1:], pages[1], pages[0]):
        live.fetch(site.url(path))

    assert [site.asked()[path] for path in pages] == [2, 1, 1, 1]


def test_a_day_without_an_index_is_looked_for_with_fourteen_requests(site: Site, live: Stand) -> None:
    *_, edition = live.open()
    site.requests.clear()

    for step in (1, -1):
        with pytest.raises(NotPublished):
            live.neighbour_day(edition, step, date(2026, 9, 1))

    assert len(site.requests) in range(20, 2 * 14 + 1)  # where the index would be is asked for once


# What is kept and shown


def test_five_hundred_positions_are_kept(tmp_path: Path) -> None:
    places = Positions(tmp_path / "places.json")
    for number in range(501):
        places.remember(str(number), 1, 1)
    places.save()

    assert len(json.loads((tmp_path / "places.json").read_text("utf-8"))["places"]) == 500


def test_twenty_thousand_marks_of_what_was_read_are_kept(tmp_path: Path) -> None:
    marks = ReadMarks(tmp_path / "read.json")
    for number in range(20_001):
        marks.mark(str(number))
    marks.save()

    assert len(json.loads((tmp_path / "read.json").read_text("utf-8"))["read"]) == 20_000


@pytest.mark.parametrize(("size", "is_read"), [(16 * 1024 * 1024, True), (16 * 1024 * 1024 + 1, False)])
def test_sixteen_mebibytes_of_what_is_kept_are_read_and_more_are_left_alone(
    tmp_path: Path, size: int, *, is_read: bool
) -> None:
    file = tmp_path / "read.json"
    file.write_bytes(b'{"read": ["a"]}'.ljust(size))
    marks = ReadMarks(file)
    assert marks.is_read("a") is is_read
    marks.mark("b")

    assert marks.save() is is_read
    assert (file.stat().st_size < size) is is_read


def test_more_than_sixteen_mebibytes_are_not_written(tmp_path: Path) -> None:
    places = Positions(tmp_path / "places.json")
    places.last = Last("/day", "", "1", "x" * 16 * 1024 * 1024)

    assert not places.save()
    assert list(tmp_path.iterdir()) == []


def test_all_marks_fit_into_their_file() -> None:
    assert (200 * 4 + len(', ""')) * 20_000 < 16 * 1024 * 1024  # the longest key in the largest characters
    page = Page(contents=(Headline(headline=Clean("字" * 10_000)),))

    assert len(page.key_of(0)) == 200


def test_a_hundred_headlines_alike_are_told_apart() -> None:
    page = Page(contents=(Headline(headline=Clean("图片新闻")),) * 102)

    assert len({page.key_of(at) for at in range(102)}) == 101


@pytest.mark.parametrize("size", [1024 * 1024, 1024 * 1024 + 1])
def test_a_mebibyte_of_own_papers_is_read(tmp_path: Path, size: int) -> None:
    own = tmp_path / "papers.toml"
    own.write_bytes(b"#".ljust(size))

    with nullcontext() if size == 1024 * 1024 else pytest.raises(UsageError, match="bad-papers"):
        Papers.load(own)


@pytest.mark.parametrize(("word", "headlines", "listed"), [("", 2_001, 2_000), ("江", 101, 100)])
def test_of_a_day_two_thousand_headlines_are_listed_and_a_hundred_texts_and_more_are_told_of(
    tmp_path: Path, word: str, headlines: int, listed: int
) -> None:
    text = Block(kind=BlockKind.PARAGRAPH, text=Clean("江水退了。"))
    entry = Headline(headline=Clean("桥通了"), article=Article(headline=Clean("桥通了"), blocks=(text,)))
    page = Page(number=Clean("01"), contents=(entry,) * headlines)
    edition = Edition(index=(PageLink(number=page.number),), pages=(page,))
    stand = find_stand(Arguments(target="sample"), Words(ZH), NOW)
    day = DayList(LineStyle(Words(ZH), widths(), Marks()), session(tmp_path, stand))

    day.fill(View.opening(stand, edition), word)

    assert len(day.entries) == listed
    assert "".join(span.text for span in day.rows[-1].draw(80, 0)) == " 最多列到这里"


def test_a_terminal_is_sent_74000_bytes_of_base64_at_most(tmp_path: Path) -> None:
    sent: list[str] = []
    environment = {"SSH_TTY": "/dev/pts/1"}

    for size in (55_500, 55_501):
        copy("a" * size, send_osc52=sent.append, environment=environment, fallback=tmp_path / "copy.txt")

    assert list(map(len, sent)) == [55_500]


def test_what_a_crash_says_fits_three_lines_of_a_terminal(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    report_crash(ValueError("x" * 5_000), tmp_path / "crash.log")

    assert max(map(len, capsys.readouterr().err.splitlines())) == 240


def test_a_headline_of_more_than_six_lines_is_filled_line_by_line() -> None:
    table, piece = widths(), "石桥镇的水车又转起来了，"

    for text, is_filled in ((piece * 5, False), (piece * 8, True)):
        filled = set_paragraph(text, 23, table, indent=0, hang=False)
        spans = [(line.start, line.end) for line in set_headline(text, 23, table)]

        assert (spans == [(line.start, line.end) for line in filled]) is is_filled


def test_a_zone_has_forty_corners_and_one_with_more_is_its_outer_rectangle() -> None:
    teeth = [f"{x},{y}" for x in range(1, 41) for y in (x % 2 + 1,)]

    kept, reduced = zone(",".join(teeth)), zone(",".join([*teeth, "41,9"]))

    assert kept
    assert len(kept.points) == 40
    assert reduced
    assert reduced.points == ((1, 1), (41, 1), (41, 9), (1, 9))
