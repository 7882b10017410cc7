"""A sitting of reading without a terminal: nothing is copied anywhere, and the clock stands."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path

from reader.library.places import Places
from reader.newsstand.online import Online
from reader.newsstand.saved import Saved
from reader.newsstand.stand import Stand
from reader.sources.folder import text
from reader.ui.sitting import Sitting


def sitting(home: Path, stand: Stand, copied: list[str] | None = None) -> Sitting:
    """A sitting that opens a stand, and keeps places in a folder; copies go to the list."""

    def copier(_send: object, text: str) -> tuple[str, str]:
        (copied if copied is not None else []).append(text)
        return "copied-osc52", ""

    return Sitting(
        openings=(partial(_same, stand),),
        online=Online,
        pasting=lambda _: stand,
        today=lambda: date(2026, 5, 20),
        places=Places(home / "places.json"),
        copier=copier,
        watch=lambda _: None,
    )


def returning(places: Places, *openings: Callable[[], Stand]) -> Sitting:
    """A sitting that comes back to the place last read, by the first of these that opens."""
    there = sitting(Path(), Saved(text(b"")))
    return replace(there, openings=openings, places=places, is_return=True)


def _same(stand: Stand) -> Stand:
    return stand
