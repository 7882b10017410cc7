"""The reader on a screen without a terminal, with the sample day open."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from textual import events
from textual.pilot import Pilot

from reader.errors import ReaderError
from reader.newsstand.saved import Saved, open_path
from reader.newsstand.stand import Stand
from reader.typesetting.ladder import Capabilities
from reader.ui.app import BanmianApp
from reader.words import ZH, Words
from tests.support.press import MIDDLE_DAY
from tests.support.sessions import session

Reader = Pilot[ReaderError | None]


@asynccontextmanager
async def reading(
    home: Path, stand: Stand | None = None, size: tuple[int, int] = (80, 24)
) -> AsyncIterator[Reader]:
    """A reader in 中文 who has opened something; the sample day by default."""
    opened = session(home, stand or Saved(open_path(MIDDLE_DAY[0])))
    app = BanmianApp(opened, Words(ZH), Capabilities())
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        yield pilot


async def settle(pilot: Reader) -> None:
    """Wait until everything asked for has come and is drawn."""
    await pilot.pause()
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


def shown(pilot: Reader) -> list[str]:
    """The rows of the screen."""
    return [strip.text.rstrip() for strip in pilot.app.screen._compositor.render_strips()]


Cell = tuple[int, int]
"""Column and row of the screen, from 0."""


async def drag(pilot: Pilot[ReaderError | None], start: Cell, *through: Cell, release: bool = True) -> None:
    """Press the left button at one cell, move it through others, and release it at the last."""
    await pilot._post_mouse_events([events.MouseDown], offset=start, button=1)
    for cell in through:
        await pilot._post_mouse_events([events.MouseMove], offset=cell, button=1)
    if release:
        await release_at(pilot, (start, *through)[-1], start)
    await pilot.pause()


async def release_at(pilot: Pilot[ReaderError | None], cell: Cell, start: Cell) -> None:
    """Release the left button that was pressed at a start: a click, if both are in one widget."""
    is_click = pilot.app.get_widget_at(*cell)[0] is pilot.app.get_widget_at(*start)[0]
    sent: list[type[events.MouseEvent]] = [events.MouseUp, events.Click] if is_click else [events.MouseUp]
    await pilot._post_mouse_events(sent, offset=cell, button=1)
    await pilot.pause()
