"""Selecting by mouse: what is passed is selected and copied, no more and no less, also beyond the window."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from itertools import pairwise
from pathlib import Path

import pytest
from msgspec.structs import replace
from textual import events

from reader.typesetting.layout import Anchor, Row
from reader.ui.widgets.article_pane import ArticlePane
from tests.support.days import article, write_day
from tests.support.matrix import in_matrix
from tests.support.pilots import Cell, drag, release_at
from tests.support.screens import Seen, reading

HEADLINE = "桥通了"
SHORT = ("甲段很短。", "乙段写了一个e\u0301字,也短。", "丙段收尾。")
LONG = tuple(f"第{n:02}段：" + "江水漫过石桥又退了回去。" * 8 for n in range(1, 30))
SIZES = ((120, 36), (80, 24), (40, 20))


@asynccontextmanager
async def opened(home: Path, *paragraphs: str, size: tuple[int, int] = (80, 24)) -> AsyncIterator[Seen]:
    """A reader of one article, with another after it."""
    folder = write_day(home / "day", [[article(HEADLINE, *paragraphs), article("渡口", "渡口只有一句。")]])
    async with reading(home, folder, size=size) as seen:
        yield seen


def pane(seen: Seen) -> ArticlePane:
    return seen.app.screen.query_one(ArticlePane)


def selected(seen: Seen) -> str:
    """What `y` copies."""
    return seen.app.screen.get_selected_text() or ""


def cell_of(seen: Seen, item: int, character: int) -> Cell:
    """Where a character of the text stands on the screen."""
    shown, (left, top) = pane(seen)._shown, pane(seen).region.offset
    for y, row in enumerate(shown):
        if row.item == item and row.start <= character < row.end:
            return left + row.column + width(seen, row, character), top + y
    raise AssertionError(f"not on the screen: {item}, {character}")


def width(seen: Seen, row: Row, until: int) -> int:
    text = pane(seen)._items[row.item].text
    return sum(pane(seen)._widths[c] for c in text[row.start : until])


async def click(seen: Seen, cell: Cell, times: int = 1) -> None:
    """Click on a cell of the article."""
    left, top = pane(seen).region.offset
    await seen.pilot.click(pane(seen), offset=(cell[0] - left, cell[1] - top), times=times)


def bottom(seen: Seen) -> int:
    return pane(seen).region.bottom


@in_matrix("size", SIZES, daily=SIZES[2:])
async def test_a_double_click_selects_the_paragraph_and_a_third_the_article(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with opened(tmp_path, *LONG, size=size) as seen:
        await click(seen, cell_of(seen, 2, 30), times=2)
        assert selected(seen) == LONG[1]

        await click(seen, cell_of(seen, 1, 0), times=3)
        assert selected(seen) == "\n".join((HEADLINE, *LONG))

        await click(seen, cell_of(seen, 1, 0))
        assert selected(seen) == ""


@in_matrix("size", SIZES, daily=SIZES[:1])
async def test_a_drag_selects_both_characters_it_ends_on_and_all_between_either_way(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with opened(tmp_path, *LONG, size=size) as seen:
        for first, last in pairwise((Anchor(0, 1), Anchor(0, 2), Anchor(1, 0), Anchor(1, 40), Anchor(2, 9))):
            parts = [HEADLINE, *LONG][first.item : last.item + 1]
            parts[-1] = parts[-1][: last.character + 1]
            parts[0] = parts[0][first.character :]
            cells = [cell_of(seen, *anchor) for anchor in (first, last)]
            for start, end in (cells, cells[::-1]):
                await drag(seen.pilot, start, end)
                assert selected(seen) == "\n".join(parts)


async def test_the_second_half_of_a_character_and_the_marks_on_it_belong_to_it(tmp_path: Path) -> None:
    async with opened(tmp_path, *SHORT) as seen:
        x, y = cell_of(seen, 2, SHORT[1].index("写"))
        await drag(seen.pilot, (x + 1, y), (x + 3, y))
        assert selected(seen) == "写了"

        mark = SHORT[1].index("e")
        await drag(seen.pilot, cell_of(seen, 2, mark - 1), cell_of(seen, 2, mark))
        assert selected(seen) == "个e\u0301"


async def test_beside_and_between_the_lines_a_drag_takes_what_it_has_passed(tmp_path: Path) -> None:
    async with opened(tmp_path, *SHORT) as seen:
        start, (_, row) = cell_of(seen, 1, 2), cell_of(seen, 3, 0)
        await drag(seen.pilot, start, (pane(seen).region.x, row))  # left of the last paragraph
        assert selected(seen) == f"{SHORT[0][2:]}\n{SHORT[1]}"

        await drag(seen.pilot, start, (pane(seen).region.right - 1, row))  # right of it
        assert selected(seen) == f"{SHORT[0][2:]}\n{SHORT[1]}\n{SHORT[2]}"

        await drag(seen.pilot, (start[0], row + 1), cell_of(seen, 3, 2))  # from the blank row under it
        assert selected(seen) == SHORT[2][2:]

        await drag(seen.pilot, (start[0], row + 1), (start[0] + 3, row + 1))
        assert selected(seen) == ""


@in_matrix("size", SIZES, daily=SIZES[2:])
async def test_a_drag_that_ends_below_the_text_ends_at_its_last_line(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with opened(tmp_path, *SHORT, size=size) as seen:
        start = cell_of(seen, 2, 0)
        for end in (bottom(seen) - 1, bottom(seen), size[1] - 1):
            await drag(seen.pilot, start, (start[0] + 2, end))
            assert selected(seen) == f"{SHORT[1]}\n{SHORT[2]}"
        assert "1/2" in seen.head


async def test_what_names_the_next_article_is_neither_selected_nor_followed_by_a_drag(tmp_path: Path) -> None:
    async with opened(tmp_path, *SHORT) as seen:
        row = seen.row_of("下一篇 ▸")
        await drag(seen.pilot, cell_of(seen, 3, 0), (pane(seen).region.right - 2, row))
        await seen.settle()
        assert selected(seen) == SHORT[2]
        assert "篇 1/2" in seen.head

        await seen.pilot.click(offset=(pane(seen).region.x + 4, row))
        await seen.settle()
        assert "篇 2/2" in seen.head


async def test_the_notes_in_place_of_an_article_can_be_selected(tmp_path: Path) -> None:
    async with opened(tmp_path, *SHORT) as whole:
        await whole.press("q")
    (tmp_path / "day" / "content_1001.htm").unlink()
    async with reading(tmp_path, tmp_path / "day", size=(80, 24)) as seen:
        await seen.press("right")
        row = seen.row_of("content_1001.htm")
        await drag(seen.pilot, (pane(seen).region.x, row), (pane(seen).region.right - 1, row))
        assert selected(seen) == "content_1001.htm"


async def hold(seen: Seen, start: Cell, row: int, text: str) -> Cell:
    """Drag to a row, and hold the button there until a text comes into view; the cell held."""
    cell = (start[0], row)
    await drag(seen.pilot, start, cell, release=False)
    for _ in range(400):
        if text in seen.text:
            return cell
        await seen.pilot.pause(0.02)
    raise AssertionError(f"never came into view: {text}\n{seen.text}")


@in_matrix("size", SIZES, daily=SIZES[:1])
async def test_a_drag_held_below_the_pane_scrolls_and_selects_more_than_a_screen(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with opened(tmp_path, *LONG, size=size) as seen:
        start = cell_of(seen, 1, 4)
        cell = await hold(seen, start, size[1] - 1, "第10段")
        await release_at(seen.pilot, cell, start)
        copied, top = selected(seen), pane(seen)._top
        assert copied.startswith("\n".join((LONG[0][4:], *LONG[1:8])))
        assert "\n".join(LONG)[4:].startswith(copied)
        await seen.pilot.pause(0.3)
        assert pane(seen)._top == top
        assert selected(seen) == copied
        await seen.press("G")  # scrolled out of view it is selected all the same
        assert selected(seen) == copied


@pytest.mark.slow
@pytest.mark.matrix
async def test_a_drag_held_above_the_pane_scrolls_back(tmp_path: Path) -> None:
    async with opened(tmp_path, *LONG) as seen:
        await seen.press("G")
        start = cell_of(seen, len(LONG), 20)
        cell = await hold(seen, start, 0, "第01段")
        while pane(seen)._top > (0, 0):
            await seen.pilot.pause(0.02)
        await release_at(seen.pilot, cell, start)

        assert selected(seen) == "\n".join((HEADLINE, *LONG[:-1], LONG[-1][:21]))


async def test_a_drag_held_below_the_pane_comes_to_the_end_and_rests(tmp_path: Path) -> None:
    async with opened(tmp_path, *LONG[:6]) as seen:
        start = cell_of(seen, 1, 0)
        await hold(seen, start, 23, "下一篇 ▸")
        await seen.pilot.pause(0.3)

        assert pane(seen)._scrolling is None
        assert selected(seen) == "\n".join(LONG[:6])


async def test_a_press_right_after_a_move_has_the_mouse(tmp_path: Path) -> None:
    async with opened(tmp_path, *SHORT) as seen:
        x, y = cell_of(seen, 1, 2)
        for kind, button in (
            (events.MouseMove, 0),
            (events.MouseDown, 1),
        ):  # before the pane can take its turn
            told = (None, x, y, 0, 0, button, False, False, False)
            seen.app.screen._forward_event(kind(*told, screen_x=x, screen_y=y))
        await seen.pilot.pause()

        assert seen.app.mouse_captured is pane(seen)


ENDINGS = {
    "the button was released elsewhere": "move",
    "another article": "right",
    "the find field": "slash",
    "a card": "question_mark",
    "another window": "resize",
    "the window lost the focus": "blur",
}


@in_matrix("ending", list(ENDINGS.values()), daily=["move", "right"])
async def test_nothing_scrolls_any_more_once_a_drag_is_over(tmp_path: Path, ending: str) -> None:
    async with opened(tmp_path, *LONG) as seen:
        start = cell_of(seen, 1, 4)
        await hold(seen, start, 22, "第06段")
        if ending == "move":
            await seen.pilot._post_mouse_events([events.MouseMove], offset=start, button=0)
        elif ending == "resize":
            await seen.pilot.resize_terminal(100, 30)
        elif ending == "blur":
            seen.app.post_message(events.AppBlur())
        else:
            await seen.press(ending)
        await seen.pilot.pause()

        assert seen.app.reading._pane._scrolling is None
        assert seen.app.mouse_captured is None


@in_matrix("change", ["more of the day", "plus"], daily=["plus"])
async def test_a_drag_goes_on_when_the_same_text_is_set_anew(tmp_path: Path, change: str) -> None:
    async with opened(tmp_path, *LONG) as seen:
        start = cell_of(seen, 1, 4)
        cell = await hold(seen, start, 22, "第04段")
        if change == "more of the day":
            items = pane(seen)._items
            pane(seen).show(replace(items, tail=items.tail[:-1]), pane(seen).position)
        else:
            await seen.pilot.press(change)
        await seen.pilot.pause()
        assert seen.app.mouse_captured is pane(seen)
        for _ in range(400):
            if "第08段" in seen.text:
                break
            await seen.pilot.pause(0.02)
        await release_at(seen.pilot, cell, start)

        assert selected(seen).startswith("\n".join((LONG[0][4:], *LONG[1:6])))


async def test_another_article_is_not_selected(tmp_path: Path) -> None:
    async with opened(tmp_path, *LONG) as seen:
        await click(seen, cell_of(seen, 1, 8), times=2)
        assert selected(seen) == LONG[0]
        await seen.press("right")
        assert "渡口只有一句" in seen.text
        assert selected(seen) == ""
