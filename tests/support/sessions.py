"""A session of reading without a terminal: nothing is copied anywhere, and the clock stands."""

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

from msgspec.structs import replace

from reader.library.marks import ReadMarks
from reader.library.positions import Positions
from reader.newsstand.online import Online
from reader.newsstand.opening import Opening
from reader.newsstand.saved import Saved
from reader.newsstand.stand import Stand
from reader.sources.folder import text
from reader.ui.session import Session


def session(home: Path, stand: Stand, copied: list[str] | None = None) -> Session:
    """A session that opens a stand, and keeps places in a folder; copies go to the list."""

    def copier(_send: object, text: str) -> tuple[str, str]:
        (copied if copied is not None else []).append(text)
        return "copied-osc52", ""

    return Session(
        opening=Opening(partial(_same, stand)),
        online=Online,
        pasting=lambda _: stand,
        today=lambda: date(2026, 5, 20),
        positions=Positions(home / "places.json"),
        marks=ReadMarks(home / "read.json"),
        copier=copier,
        watch=lambda _: None,
    )


def returning(positions: Positions, *openings: Callable[[], Stand]) -> Session:
    """A session that comes back to the place last read, by the first of these that opens."""
    there = session(Path(), Saved(text(b"")))
    marks = ReadMarks(positions._file._path.with_name("read.json"))
    return replace(there, opening=Opening(*openings), positions=positions, marks=marks, is_return=True)


def _same(stand: Stand) -> Stand:
    return stand
