"""What the real program shows when it is opened and keys are pressed, in a terminal of many colours or of few."""

import asyncio
import os
import sys
import tempfile
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from unittest.mock import patch

from rich.color import ColorSystem
from rich.console import COLOR_SYSTEMS
from rich.segment import Segment
from rich.style import Style
from textual.pilot import Pilot
from textual.strip import Strip
from textual.widgets import Input

from reader.arguments import Arguments
from reader.errors import ReaderError
from reader.library.marks import ReadMarks
from reader.library.positions import Positions
from reader.newsstand.online import Online
from reader.newsstand.opening import Opening
from reader.newsstand.targets import find_stand, pasted
from reader.typesetting.ladder import Capabilities
from reader.ui.app import BanmianApp
from reader.ui.session import Session
from reader.words import Words

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = ROOT / "sample_pages"
NOW = datetime(2026, 5, 14, 9, tzinfo=UTC)
"""The day of the newest sample paper."""

Environment = Mapping[str, str]
"""What a terminal says of itself; of these variables it sets no others."""
TRUECOLOR: Environment = {"TERM": "xterm-256color", "COLORTERM": "truecolor"}

Screen = list[Strip]
"""The rows of a terminal, from the top, in the colours that it is told."""


def screens(asked: Arguments, size: tuple[int, int], language: int, presses: Sequence[str]) -> list[Screen]:
    """What the program shows once it is open, and after each press; one that changes nothing ends the run."""
    found = recorded(asked, size, language, presses)
    for press, (before, after) in zip(presses, pairwise(found), strict=True):
        if after == before:
            sys.exit(f"The key {press} changed nothing on the screen.")
    return found


def recorded(
    asked: Arguments,
    size: tuple[int, int],
    language: int,
    presses: Sequence[str],
    environment: Environment = TRUECOLOR,
    theme: str = "",
) -> list[Screen]:
    """What the program shows once it is open, and after each press, on a system that has a clipboard.

    A press is a key, several with blanks between them, or none.
    """
    with tempfile.TemporaryDirectory() as home, patch.dict(os.environ):
        for name in ("TERM", "COLORTERM", "NO_COLOR"):
            os.environ.pop(name, None)
        os.environ.update(environment)
        positions = Positions(Path(home) / "places.json")
        positions.is_new = False
        positions.theme = theme
        words = Words(language)
        session = Session(
            opening=Opening(lambda: find_stand(asked, words, NOW)),
            online=Online,
            pasting=pasted,
            today=NOW.date,
            positions=positions,
            marks=ReadMarks(Path(home) / "read.json"),
            copier=lambda _send, _text: ("copied-system", ""),
            watch=lambda _leave: None,
        )
        return asyncio.run(_recorded(BanmianApp(session, words, Capabilities()), size, presses))


async def _recorded(app: BanmianApp, size: tuple[int, int], presses: Sequence[str]) -> list[Screen]:
    async with app.run_test(size=size) as pilot:
        found = [await _settled(pilot)]
        for press in presses:
            await pilot.press(*press.split())
            found.append(await _settled(pilot))
        return found


async def _settled(pilot: Pilot[ReaderError | None]) -> Screen:
    """The screen, when nothing is being fetched or drawn any more."""
    await pilot.pause(0.2)
    await pilot.app.workers.wait_for_complete()
    for field in pilot.app.screen.query(Input):
        field.cursor_blink = False  # a cursor that is shown at all times, not by chance
    await pilot.pause(0.2)
    strips = pilot.app.screen._compositor.render_strips()  # noqa: SLF001 - the frame as it is
    colours = COLOR_SYSTEMS[pilot.app.console.color_system or "standard"]
    return [_told(strip, colours) for strip in strips]


def _told(strip: Strip, colours: ColorSystem) -> Strip:
    """A row in the colours that Textual's driver sends to a terminal that has so many."""
    segments = [Segment(text, _fewer(style or Style(), colours)) for text, style, _ in strip]
    return Strip(segments, strip.cell_length)


@lru_cache(maxsize=4_096)
def _fewer(style: Style, colours: ColorSystem) -> Style:
    fore, back = (colour and colour.downgrade(colours) for colour in (style.color, style.bgcolor))
    return style + Style.from_color(fore, back)
