"""The day at a glance: what it lists, what it finds, and where it leads."""

from pathlib import Path

import pytest
from msgspec.structs import replace
from textual import events

from reader.edition.day import Edition
from reader.library.marks import ReadMarks
from reader.newsstand.saved import Saved, open_path
from reader.newsstand.site import PaperSite
from reader.sources.connections import Connections
from reader.sources.http import FetchPolicy, HttpClient
from reader.typesetting.cells import widths
from reader.ui.day_list import DayList
from reader.ui.reading_marks import next_unread
from reader.ui.screens.reading import ReadingScreen
from reader.ui.spans import ASCII, LineStyle, Marks, Spans
from reader.ui.view import View
from reader.words import EN, ZH, Words
from tests.support.clients import close
from tests.support.days import article, write_day
from tests.support.pilots import Reader, reading, settle, shown
from tests.support.press import MANY, hold, publish_pages
from tests.support.sessions import session
from tests.support.site import Site

LINE = "江水漫过石桥又退了回去。"
"""Twelve characters, to be counted by."""
DAY = (
    (
        article(
            "漱江最后一条渡船 下月交班",
            "（下转2版）",
            *[LINE * 10] * 30,
            "看堰人听渡口的汽笛对表，听了一年。",
        ),
        article("公交7路,挪了一站", "“走过去。”他说，站牌边的Ferry还在。"),
    ),
    (
        article("渡工的名字", "（上接1版）", LINE * 10, "渡口没有族谱。"),
        article("桥头的钟", *[LINE * 10] * 40, "“慢三分钟。”渡船的人说。", *[LINE * 10] * 40),
    ),
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_day(tmp_path_factory.mktemp("overview") / "day", DAY)


@pytest.fixture(scope="module")
def day(folder: Path) -> View:
    stand = Saved(open_path(folder))
    *_, edition = stand.open()
    return View.opening(stand, edition)


def listed(view: View, home: Path, word: str = "", *, language: int = ZH, ambiguous: int = 1) -> DayList:
    """The list of a day for a word, with what is kept in a folder."""
    style = LineStyle(Words(language), widths(ambiguous), ASCII if ambiguous > 1 else Marks())
    found = DayList(style, session(home, view.stand))
    found.fill(view, word)
    return found


def rows(found: DayList, width: int = 70, chosen: int = 0) -> list[str]:
    return [text(row.draw(width, chosen)) for row in found.rows]


def text(spans: Spans) -> str:
    return "".join(span.text for span in spans)


def without(edition: Edition, page_at: int) -> Edition:
    """The edition, one of its pages not at hand."""
    pages = (*edition.pages[:page_at], None, *edition.pages[page_at + 1 :])
    return replace(edition, pages=pages, first=1 - page_at)


# What is listed


def test_headlines_stand_under_their_page_with_jumps_length_and_minutes(day: View, tmp_path: Path) -> None:
    found = listed(day, tmp_path)

    assert found.heading == "3月2日 · 2 版 4 篇 · 约34分钟"
    assert rows(found) == [
        " 第01版 版面1",
        "▌ ●  1 漱江最后一条渡船 下月交班                 ▸ 转2版  3617字  10分",
        "  ●  2 公交7路，挪了一站                                    21字   1分",
        " 第02版 版面2",
        "  ●  1 渡工的名字                                 ◂ 接1版  127字   1分",
        "  ●  2 桥头的钟                                           9613字  25分",
    ]


def test_in_english_and_in_a_narrow_window_as_well(day: View, tmp_path: Path) -> None:
    found = listed(day, tmp_path, language=EN)

    assert found.heading == "2 Mar · 2 pages, 4 articles · 34 min"
    assert rows(found)[4] == "  ●  1 渡工的名字                       ◂ from p. 1  127 chars   1 min"
    assert rows(found, 39)[4] == "  ●  1 渡工的名字    ◂ from p. 1  1 min"
    assert rows(found, 39)[1] == "▌ ●  1 漱江最后一条渡船 下月交…  10 min"


def test_a_mark_tells_what_is_unread_begun_and_read(day: View, tmp_path: Path) -> None:
    given = session(tmp_path, day.stand)
    given.positions.remember(day.page.key_of(1), 1, 0)
    given.marks.mark(day.key)

    for marks, glyphs in ((Marks(), "○◐●"), (ASCII, ".+*")):
        found = DayList(LineStyle(Words(ZH), widths(1), marks), given)
        found.fill(day, "")
        assert [rows(found, chosen=-1)[at][2] for at in (1, 2, 4)] == list(glyphs)
        assert found.rows[1].draw(70, -1)[0].look == "dim"


def test_a_page_that_is_not_at_hand_says_so_and_one_without_articles_too(day: View, tmp_path: Path) -> None:
    away = listed(replace(day, edition=without(day.edition, 1)), tmp_path)
    empty = replace(day.edition, pages=(day.edition.pages[0], replace(day.edition.opened, contents=())))

    assert away.heading == "3月2日 · 2 版，已知 2 篇"
    assert rows(away, chosen=2)[-2:] == [" 第02版 版面2", "▌      不在手边" + " " * 55]
    assert rows(listed(replace(day, edition=empty), tmp_path))[-1].split() == ["没有文章"]


@pytest.mark.parametrize("language", [ZH, EN])
@pytest.mark.parametrize("ambiguous", [1, 2])
def test_every_row_keeps_within_every_width(day: View, tmp_path: Path, language: int, ambiguous: int) -> None:
    for word in ("", "渡", "没有的词"):
        found = listed(day, tmp_path, word, language=language, ambiguous=ambiguous)
        for width in (*range(39, 90), 119):
            for row in found.rows:
                assert found._style.measure(row.draw(width, row.at)) <= width


# What is found


@pytest.mark.parametrize("word", ["渡船下月", "渡船 下 月", "公交7路，挪", "公交7路,挪"])
def test_a_headline_is_found_whatever_its_blanks_and_the_width_of_its_stops(
    day: View, tmp_path: Path, word: str
) -> None:
    assert len([entry for entry in listed(day, tmp_path, word).entries if not entry.word]) == 1


def test_headlines_come_first_then_sentences_with_the_word_lit(day: View, tmp_path: Path) -> None:
    found = listed(day, tmp_path, "渡")
    lines = [row.draw(70, -1) for row in found.rows]

    assert [text(line).rstrip() for line in lines[5:]] == [
        "  ●  1 漱江最后一条渡船 下月交班                                  01版",
        "       看堰人听渡口的汽笛对表，听了一年。",
        "  ●  1 渡工的名字                                                 02版",
        "       渡口没有族谱。",
        "  ●  2 桥头的钟                                                   02版",
        "       渡船的人说。",
    ]
    assert text(lines[4]) == " 文中"
    assert [span.text for line in lines for span in line if span.look == "picked"] == ["渡"] * 3


@pytest.mark.parametrize("word", ["ferry", "“走过去。”他", "FERRY还"])
def test_a_text_is_searched_as_the_find_field_searches(day: View, tmp_path: Path, word: str) -> None:
    (entry,) = listed(day, tmp_path, word).entries

    assert entry.view.article_at == 1
    assert entry.text[entry.anchor.character :].lower().startswith(word.lower())


def test_a_sentence_is_cut_around_the_word(tmp_path: Path) -> None:
    long = "甲乙丙丁戊己庚辛壬癸" * 20
    stand = Saved(open_path(write_day(tmp_path / "day", [[article("桥", f"{long}渡{long}。渡")]])))
    *_, edition = stand.open()
    found = listed(View.opening(stand, edition), tmp_path, "渡")

    line = text(found.rows[-1].draw(47, -1))

    assert line == "       …乙丙丁戊己庚辛壬癸渡甲乙丙丁戊己庚辛壬…"


def test_a_sentence_in_english_begins_with_a_whole_word(tmp_path: Path) -> None:
    long = "The pumping station, finished in 1958, had drained the north of the island. " + "all " * 9
    stand = Saved(open_path(write_day(tmp_path / "day", [[article("Bridge", f"{long}ferry")]])))
    *_, edition = stand.open()
    found = listed(View.opening(stand, edition), tmp_path, "ferry")

    shown = [text(found.rows[-1].draw(width, -1)).strip() for width in (47, 160)]

    assert shown == ["…all all all ferry", "all " * 9 + "ferry"]


def test_a_letter_whose_small_form_is_longer_moves_no_place(tmp_path: Path) -> None:
    stand = Saved(open_path(write_day(tmp_path / "day", [[article("桥", "İİİ 渡口，")]])))
    *_, edition = stand.open()
    (entry,) = listed(View.opening(stand, edition), tmp_path, "渡口,").entries

    assert entry.text[entry.anchor.character :] == "渡口，"


def test_nothing_found_is_said(day: View, tmp_path: Path) -> None:
    assert rows(listed(day, tmp_path, "没有的词")) == [" 没有“没有的词”"]


# The next unread article


def test_the_next_unread_article_is_the_one_after_this_or_a_sentence_says_why_not(
    day: View, tmp_path: Path
) -> None:
    marks, articles = ReadMarks(tmp_path / "read.json"), list(day.whole_day())
    marks.mark(articles[1].key)

    assert next_unread(day, marks)[0] == articles[2]
    assert next_unread(articles[3], marks) == (None, "unread-before", 2)
    marks.mark(articles[0].key)
    marks.mark(articles[2].key)
    assert next_unread(articles[3], marks) == (None, "unread-here", 0)
    marks.mark(articles[3].key)
    assert next_unread(articles[3], marks) == (None, "all-read", 0)
    in_part = replace(day, edition=without(day.edition, 1))
    assert next_unread(in_part, marks) == (None, "all-read-here", 0)


# On the screen


def screen_of(pilot: Reader) -> ReadingScreen:
    """The reading screen, whatever covers it."""
    screen = pilot.app.screen_stack[0]
    assert isinstance(screen, ReadingScreen)
    return screen


async def test_from_the_day_to_an_article_and_back(tmp_path: Path, folder: Path) -> None:
    async with reading(tmp_path, Saved(open_path(folder)), size=(80, 12)) as pilot:

        async def press(*keys: str) -> list[str]:
            await pilot.press(*keys)
            await settle(pilot)
            return shown(pilot)

        before = await press("space", "space", "j")
        assert (await press("T"))[3].startswith("▌ ◐  1 漱江最后一条渡船")
        assert await press("q", "backspace", "backspace") == before
        assert (await press("T", "pagedown"))[7].startswith("▌ ●  2 桥头的钟")
        assert await press("pageup", "escape") == before

        found = await press("T", *"渡")
        assert (found[1].split(), found[3][0], found[10][7:]) == (["查找", "渡"], "▌", "渡口没有族谱。")
        wheel: list[type[events.MouseEvent]] = [events.MouseScrollDown]
        await pilot._post_mouse_events(wheel, widget=pilot.app.screen, offset=(5, 5))
        assert shown(pilot)[10][7:] == "渡船的人说。"
        assert (await press("down"))[3][0] == "▌"

        assert "版 1/2 · 篇 1/2" in (await press("船", "enter"))[0]
        assert "没有可以后退的" in (await press("backspace"))[-2]
        there = await press("T", *"渡船", "down", "enter")
        assert "版 2/2 · 篇 2/2" in there[0]
        assert "“慢三分钟。”渡船的人说。" in there[3 + (12 - 5) // 3]
        assert " 1/1 · " in there[-2]
        assert await press("escape", "backspace") == before

        await press("T")
        await pilot.click(offset=(40, 6))
        await settle(pilot)
        assert "版 2/2 · 篇 1/2" in shown(pilot)[0]
        assert await press("backspace") == before
        assert await press("slash", "backspace") == before
        assert "篇 2/2" in (await press("u"))[0]
        assert "后面没有未读的了，前面还有 3 篇" in (await press("u", "u", "u"))[-2]


async def test_a_day_that_is_still_being_read_fills_without_moving_the_choice(
    tmp_path: Path, folder: Path
) -> None:
    stand = Saved(open_path(folder))
    async with reading(tmp_path, stand, size=(80, 7)) as pilot:
        screen = screen_of(pilot)
        whole = screen._shown.edition
        await pilot.press("]")
        screen.show_edition(stand, without(whole, 0))
        await pilot.press("T")
        await settle(pilot)
        assert [row[7:] for row in shown(pilot)[2:4]] == ["不在手边", "面2"]
        assert shown(pilot)[4].startswith("▌ ●  1 渡工的名字")
        await pilot.press("down")
        await settle(pilot)
        assert shown(pilot)[5].startswith("▌ ●  2 桥头的钟")

        screen.show_edition(stand, whole)
        await settle(pilot)

        assert shown(pilot)[0].startswith(" 3月2日 · 2 版 4 篇 · 约34分钟")
        assert shown(pilot)[5].startswith("▌ ●  2 桥头的钟")
        await pilot.resize_terminal(80, 6)
        await settle(pilot)
        assert shown(pilot)[4].startswith("▌ ●  2 桥头的钟")
        await pilot.press("escape", "left_square_bracket", "T")
        await settle(pilot)
        assert shown(pilot)[3].startswith("▌ ●  1 漱江最后一条渡船")


async def test_on_a_site_the_pages_come_while_the_card_is_open(tmp_path: Path) -> None:
    with Site() as site:
        publish_pages(site, 5)
        gate = hold(site, f"{MANY}/node_4.htm")
        del site.routes[f"{MANY}/node_3.htm"]
        client = HttpClient(FetchPolicy(seconds=5, pause=0.001), Connections(proxies=dict))
        stand = PaperSite(site.url(f"{MANY}/node_1.htm"), client)
        async with reading(tmp_path, stand, size=(80, 15)) as pilot:
            await pilot.press("T", "down", "down")
            while not site.asked()[f"{MANY}/node_4.htm"]:
                await pilot.pause(0.01)
            assert shown(pilot)[5].split() == ["●", "1", "桥通了之2"]
            assert shown(pilot)[7].split() == ["▌", "不在手边"]
            await pilot.press("escape")
            gate.set()
            await settle(pilot)
            assert not site.asked()[f"{MANY}/node_5.htm"]

            await pilot.press("T")
            await settle(pilot)
            assert shown(pilot)[9].split() == ["●", "1", "桥通了之4"]
            assert screen_of(pilot)._shown.edition.pages[4]
        close(client)
