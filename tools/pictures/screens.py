"""What the real program shows when it is opened and keys are pressed."""

import asyncio
import sys
import tempfile
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from textual.pilot import Pilot
from textual.strip import Strip

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

Screen = list[Strip]
"""The rows of a terminal, from the top."""


def screens(asked: Arguments, size: tuple[int, int], language: int, presses: Sequence[str]) -> list[Screen]:
    """What the program shows once it is open, and after each press, on a system that has a clipboard.

    A press that changes nothing ends the run.
    """
    with tempfile.TemporaryDirectory() as home:
        positions = Positions(Path(home) / "places.json")
        positions.is_new = False
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
            await pilot.press(press)
            found.append(await _settled(pilot))
            if found[-1] == found[-2]:
                sys.exit(f"The key {press} changed nothing on the screen.")
        return found


async def _settled(pilot: Pilot[ReaderError | None]) -> Screen:
    """The screen, when nothing is being fetched or drawn any more."""
    await pilot.pause(0.2)
    await pilot.app.workers.wait_for_complete()
    await pilot.pause(0.2)
    return pilot.app.screen._compositor.render_strips()  # noqa: SLF001 - the frame as it is
