"""The cards over the reading screen: what is on them can be reached, how they are closed, and what is under them."""

from itertools import product
from pathlib import Path

import pytest
from textual import events

from reader.newsstand.saved import Saved, open_path
from reader.typesetting.ladder import Capabilities
from reader.ui.app import BanmianApp
from reader.ui.commands import ALL, Hint
from reader.ui.screens.calendar import CalendarScreen
from reader.ui.screens.card import Card
from reader.ui.screens.chooser import Chooser
from reader.ui.screens.overview import OverviewScreen
from reader.ui.screens.page_report import RawScreen, ReportScreen
from reader.ui.screens.palette import PaletteScreen
from reader.ui.screens.picture import PictureScreen
from reader.ui.spans import Spans
from reader.words import EN, ZH, Words
from tests.support.matrix import in_matrix
from tests.support.pilots import settle, shown
from tests.support.press import MIDDLE_DAY
from tests.support.screens import Seen, reading
from tests.support.sessions import session

FRONT = MIDDLE_DAY[0]
SIZES = ((120, 36), (80, 24), (40, 20))
KEYS = {"question_mark": "space", "i": "space", "T": "down", "ctrl+p": "down"}
"""The key that opens each card, and the one that goes on in it."""
NARROWEST = {("d", ZH): ["Esc 返回"], ("d", EN): ["0 today", "Esc back"]}
"""Keys that are left out at the foot of a card in 40 columns."""


def card_of(seen: Seen) -> Card[object]:
    screen = seen.app.screen
    assert isinstance(screen, Card)
    return screen


def text(spans: Spans) -> str:
    return "".join(span.text for span in spans).strip()


def inside(seen: Seen) -> list[str]:
    """The rows of a card between its margins, without the mark of what is chosen."""
    card = card_of(seen)
    left, right = card._rows.content_region.column_span
    strips = card._compositor.render_strips()[card._rows.region.y : card._rows.region.bottom]
    rows = [strip.crop(left + card.frame.sides, right - card.frame.sides).text for strip in strips]
    return [row.removeprefix("▌").strip() for row in rows]


def all_lines(card: Card[object], width: int) -> set[str]:
    lines = [row.draw(width, -1) for row in card.rows] if isinstance(card, Chooser) else card.lines(width)
    return {text(line) for line in lines} - {""}


@in_matrix(
    "key,size,language",
    list(product(KEYS, SIZES, (ZH, EN))),
    daily=[
        ("question_mark", (40, 20), EN),
        ("i", (80, 24), ZH),
        ("T", (120, 36), EN),
        ("ctrl+p", (40, 20), ZH),
    ],
)
async def test_all_that_is_on_a_card_can_be_reached(
    tmp_path: Path, key: str, size: tuple[int, int], language: int
) -> None:
    async with reading(tmp_path, FRONT, size=size, language=language) as seen:
        await seen.press(key)
        card = card_of(seen)
        left = all_lines(card, card._rows.content_region.width - 2 * card.frame.sides)
        assert len(left) > 8

        for _ in range(60):
            if not (left := left - set(inside(seen))):
                break
            await seen.pilot.press(KEYS[key])

        assert left == set()


@pytest.mark.parametrize("language", [ZH, EN])
@in_matrix("size", SIZES, daily=SIZES[2:])
async def test_title_and_keys_are_whole(tmp_path: Path, size: tuple[int, int], language: int) -> None:
    async with reading(tmp_path, FRONT, size=size, language=language) as seen:
        for key in (*KEYS, "d"):
            await seen.press(key)
            card = card_of(seen)

            assert card.heading() in seen.text
            assert "…" not in seen.rows[card._rows.region.y]
            keys = [f"{hint.keys[-1][0]} {hint.labels[language]}" for hint in card.HINTS]
            foot = seen.rows[card._rows.region.bottom - 1]
            left_out = NARROWEST.get((key, language), []) if size == SIZES[-1] else []
            assert [each for each in keys if each not in foot] == left_out
            await seen.press("escape")


@pytest.mark.parametrize(
    "card", [Card, CalendarScreen, OverviewScreen, PaletteScreen, PictureScreen, RawScreen, ReportScreen]
)
def test_the_keys_at_the_foot_are_those_of_the_card_and_a_click_does_what_they_do(
    card: type[Card[object]],
) -> None:
    scopes = {CalendarScreen: ["calendar"], PictureScreen: ["picture"], ReportScreen: ["card", "report"]}
    names = ["list"] if issubclass(card, Chooser) else scopes.get(card, ["card"])
    actions = {
        key: command.action for command in ALL if command.scope in names for key in command.shown.split()
    }

    def keys(hint: Hint) -> list[tuple[str, str]]:
        return (
            [(mark, actions[mark]) for mark in hint.keys[0][0]] if "↑" in hint.keys[0][0] else list(hint.keys)
        )

    assert card.HINTS
    for key, action in [key for hint in card.HINTS for key in keys(hint)]:
        assert actions.get(key, "open") == action


async def test_keys_scroll_by_a_line_either_way_and_by_nine_tenths_of_a_card(tmp_path: Path) -> None:
    async with reading(tmp_path, FRONT, size=(40, 20)) as seen:
        await seen.press("question_mark")
        head, *first, foot = seen.rows
        assert (head, foot) == (" banmian · 帮助", " Esc 返回                        ↓ 还有")

        for key, hidden in (("j", 1), ("down", 2), ("k", 1), ("up", 0), ("up", 0)):
            await seen.press(key)
            assert seen.rows[1 : len(first) + 1 - hidden] == first[hidden:]
            assert ("↑" in seen.rows[0]) == bool(hidden)

        await seen.press("space")
        assert seen.rows[1] == first[int(0.9 * len(first))]

        await seen.press(*["pagedown"] * 9)
        assert seen.rows[-2].startswith(" q            退出")
        assert seen.rows[-1] == " Esc 返回"


@pytest.mark.parametrize("size", [SIZES[0], SIZES[2]])
async def test_the_wheel_scrolls_what_the_keys_scroll(tmp_path: Path, size: tuple[int, int]) -> None:
    async with reading(tmp_path, FRONT, size=size) as seen:
        await seen.press("question_mark")
        before = inside(seen)

        await wheel(seen, events.MouseScrollDown)
        assert inside(seen)[2:9] == before[4:11]

        await wheel(seen, events.MouseScrollUp)
        assert inside(seen) == before


async def wheel(seen: Seen, event: type[events.MouseEvent]) -> None:
    await seen.pilot._post_mouse_events([event], widget=seen.app.screen, offset=(20, 8))
    await seen.pilot.pause()


async def test_the_wheel_leaves_a_calendar_as_it_is(tmp_path: Path) -> None:
    async with reading(tmp_path, FRONT) as seen:
        await seen.press("d")
        before = seen.rows
        assert "有报" in seen.text

        await wheel(seen, events.MouseScrollDown)

        assert seen.rows == before


async def test_a_click_beside_a_card_closes_it_and_one_on_it_does_not(tmp_path: Path) -> None:
    async with reading(tmp_path, FRONT, size=(80, 24)) as seen:
        await seen.press("j", "k")
        before = seen.rows
        for key in (*KEYS, "d"):
            await seen.press(key)
            row = card_of(seen)._rows.region

            await seen.pilot.click(offset=(row.x + 2, row.bottom - 2))
            await seen.settle()
            assert isinstance(seen.app.screen, Card)
            await seen.pilot.click(offset=(0, 10))
            await seen.settle()

            assert seen.rows == before


async def test_a_click_on_a_key_at_the_foot_presses_it(tmp_path: Path) -> None:
    async with reading(tmp_path, FRONT, size=(80, 24)) as seen:
        await seen.press("i")
        row = seen.row_of("i 原文")
        await seen.pilot.click(offset=(seen.rows[row].index("i 原文"), row))
        await seen.settle()
        assert "<html>" in seen.text

        row = seen.row_of("Esc 返回")
        await seen.pilot.click(offset=(seen.rows[row].index("Esc"), row))
        await seen.settle()
        assert not isinstance(seen.app.screen, Card)


async def test_what_is_typed_stays_where_the_window_changes_and_the_card_fits_it(tmp_path: Path) -> None:
    async with reading(tmp_path, FRONT, size=(80, 24)) as seen:
        for size in ((40, 20), (120, 36), (60, 16), (80, 24)):
            await seen.press("ctrl+p", *"copy")
            wide = inside(seen)
            await seen.pilot.resize_terminal(*size)
            await seen.settle()

            assert "复制" in seen.text
            assert [row for row in inside(seen) if "copy" in row] == [row for row in wide if "copy" in row]
            assert ("╭" in seen.text) == (size[0] >= 60)
            assert card_of(seen)._rows.region.width <= size[0]
            await seen.press("escape")
            assert "╭" not in seen.text


# The page under a card


async def test_the_page_is_seen_under_a_card_as_it_changes(tmp_path: Path) -> None:
    async with reading(tmp_path, FRONT, size=(80, 24)) as seen:
        await seen.press("j", "k")  # the first keys of a newcomer are named no more
        before = seen.rows
        await seen.press("d")
        assert (seen.rows[0], seen.rows[-1]) == (before[0], before[-1])
        assert seen.rows[10] != before[10]

        seen.app.reading.show_message("石桥已经通车")
        await seen.settle()
        assert "石桥已经通车" in seen.state

        await seen.pilot.resize_terminal(100, 30)
        await seen.settle()
        under = seen.rows
        await seen.press("escape")
        assert (under[0], under[-1]) == (seen.rows[0], seen.rows[-1])


async def test_the_page_under_a_card_is_dimmed_in_every_theme(tmp_path: Path) -> None:
    async with reading(tmp_path, FRONT, size=(80, 24)) as seen:

        def style() -> tuple[object, object, object]:
            (segment, *_) = seen.app.screen._compositor.render_strips()[0]
            assert segment.style
            return segment.style.color, segment.style.bgcolor, segment.style.dim

        for theme in ("paper", "night", "contrast", "terminal"):
            seen.app.theme = theme
            await seen.settle()
            text, ground, is_dim = style()
            await seen.press("question_mark")

            assert style()[1] == ground
            assert style() == (text, ground, True) if theme == "terminal" else style()[0] != text
            assert not is_dim
            await seen.press("escape")


async def test_a_border_is_drawn_in_marks_of_one_cell(tmp_path: Path) -> None:
    stand = Saved(open_path(FRONT))
    app = BanmianApp(session(tmp_path, stand), Words(ZH), Capabilities(ambiguous=2))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        for key in (*KEYS, "d"):
            await pilot.press(key)
            await settle(pilot)
            screen = pilot.app.screen
            assert isinstance(screen, Card)
            rows = screen._rows._lines
            assert {screen.style.measure(row) for row in rows} == {screen._rows.content_region.width}
            assert [row[0].text + row[-1].text for row in (rows[0], *rows[2:4], rows[-1])] == [
                "++",
                "||",
                "||",
                "++",
            ]
            assert not set("╭╮╰╯│─▌") & set("".join(shown(pilot)))
            await pilot.press("escape")
