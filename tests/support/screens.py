"""The reading screen without a terminal: keys in, rows of the screen out, as a person would see them."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from msgspec.structs import replace
from textual.pilot import Pilot

from reader.arguments import Arguments
from reader.config import Config
from reader.errors import ReaderError
from reader.library.positions import Positions
from reader.newsstand.targets import find_stand
from reader.typesetting.ladder import Capabilities
from reader.ui.app import BanmianApp
from reader.words import Words
from tests.support.sessions import returning

NOW = datetime(2026, 5, 20, 4, tzinfo=UTC)


class Seen:
    """What a person sees and can do."""

    def __init__(self, app: BanmianApp, pilot: Pilot[ReaderError | None]) -> None:
        self.app = app
        self.pilot = pilot

    async def press(self, *keys: str) -> None:
        """Press keys, and wait until all they asked for is there."""
        await self.pilot.press(*keys)
        await self.settle()

    async def settle(self) -> None:
        """Wait until nothing more comes."""
        await self.app.workers.wait_for_complete()
        await self.pilot.pause()

    @property
    def rows(self) -> list[str]:
        """The rows of the screen, without the blanks at their ends."""
        return [strip.text.rstrip() for strip in self.app.screen._compositor.render_strips()]

    @property
    def text(self) -> str:
        return "\n".join(self.rows)

    @property
    def head(self) -> str:
        return self.rows[0]

    @property
    def state(self) -> str:
        """The line under the text: what was just done, and how far one has read."""
        return self.rows[-2]

    def row_of(self, text: str) -> int:
        """The first row, from 0, that shows a text."""
        found = [number for number, row in enumerate(self.rows) if text in row]
        assert found, f"nowhere on the screen: {text!r}\n{self.text}"
        return found[0]


@asynccontextmanager
async def reading(
    home: Path,
    target: Path,
    *,
    size: tuple[int, int] = (110, 30),
    language: int = 0,
    date: str = "",
    encoding: str = "",
    config: Config = Config(),  # noqa: B008 - a value
) -> AsyncIterator[Seen]:
    """The reader on a target, with what it keeps in `home`, once all is there.

    Args:
        home: Where positions are kept, from one reading to the next.
        target: What to read.
        size: Columns and rows of the window.
        language: 0 for Chinese, 1 for English.
        date: As on the command line.
        encoding: As on the command line.
        config: The settings of config.toml.
    """
    words = Words(language)
    asked = Arguments(target=str(target), date=date, encoding=encoding)
    places = Positions(home / "places.json")
    session = replace(returning(places, partial(find_stand, asked, words, NOW)), config=config)
    app = BanmianApp(session, words, Capabilities())
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        seen = Seen(app, pilot)
        await seen.settle()
        await seen.settle()
        yield seen
        await pilot.press("q")
