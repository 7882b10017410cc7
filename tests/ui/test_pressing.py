"""Clicks: what can be pressed runs an action of ours, and shows under the pointer."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from rich.cells import cell_len
from textual.pilot import Pilot

from reader.errors import ReaderError
from reader.newsstand.saved import Saved, open_path
from reader.typesetting.ladder import Capabilities
from reader.ui.app import BanmianApp
from reader.ui.widgets.find_field import FindField
from reader.words import ZH, Words
from tests.support.press import MIDDLE_DAY
from tests.support.sessions import session


@pytest.fixture
async def pilot(tmp_path: Path) -> AsyncIterator[Pilot[ReaderError | None]]:
    app = BanmianApp(session(tmp_path, Saved(open_path(MIDDLE_DAY[ZH]))), Words(ZH), Capabilities())
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.pause()
        await app.workers.wait_for_complete()
        await pilot.pause()
        yield pilot


def cells(pilot: Pilot[ReaderError | None]) -> list[tuple[str, str]]:
    """Text and look of each piece of the screen."""
    strips = pilot.app.screen._compositor.render_strips()
    return [(piece.text, str(piece.style)) for strip in strips for piece in strip]


def spot(pilot: Pilot[ReaderError | None], text: str) -> tuple[int, int]:
    """Where a text begins on the screen."""
    for y, strip in enumerate(pilot.app.screen._compositor.render_strips()):
        before, found, _ = strip.text.partition(text)
        if found:
            return cell_len(before), y
    raise AssertionError(text)


def place(pilot: Pilot[ReaderError | None]) -> tuple[int, int]:
    assert isinstance(pilot.app, BanmianApp)
    view = pilot.app.reading._shown
    return view.page_at, view.article_at


async def test_what_a_click_would_press_shows_under_the_pointer_and_nothing_else(
    pilot: Pilot[ReaderError | None],
) -> None:
    await pilot.press("escape")  # the footer of a newcomer is a sentence
    await pilot.pause()
    before = cells(pilot)

    for text in ("下一篇 ›", "002 要闻", "放大 +", "  3 ", "空格"):
        await pilot.hover(offset=spot(pilot, text))
        await pilot.pause()
        changed = [
            new for old, new in zip(before, cells(pilot), strict=True) if old != new and new[0].strip()
        ]
        assert changed
        assert all("reverse" in look for _, look in changed)
        assert text.strip(" [") in " ".join(piece for piece, _ in changed)
    await pilot.hover(offset=spot(pilot, "本报讯"))
    await pilot.pause()
    assert cells(pilot) == before


async def test_a_click_goes_where_the_words_say(pilot: Pilot[ReaderError | None]) -> None:
    found = [place(pilot)]
    for text in ("下一篇 ›", " 5 简讯", "003 民生", "下一版 ]", "[ 上一版"):
        await pilot.click(offset=spot(pilot, text))
        await pilot.pause()
        found.append(place(pilot))

    assert found == [(0, 0), (0, 1), (0, 4), (2, 0), (3, 0), (2, 0)]


async def test_a_word_may_change_while_its_field_is_being_closed(pilot: Pilot[ReaderError | None]) -> None:
    await pilot.press("slash")
    assert isinstance(pilot.app, BanmianApp)
    field = pilot.app.screen.query_one(FindField)
    await field.remove_children()  # they go first

    assert pilot.app.reading._finding.look_for("渡") == ""
