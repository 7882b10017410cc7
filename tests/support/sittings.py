"""A sitting of reading without a terminal: nothing is copied anywhere, and the clock stands."""

from datetime import date
from functools import partial
from pathlib import Path

from reader.library.places import Places
from reader.online import Online
from reader.stand import Stand
from reader.ui.sitting import Sitting


def sitting(home: Path, *stands: Stand, copied: list[str] | None = None) -> Sitting:
    """A sitting that opens the first of the stands that can be opened, and keeps places in a folder."""

    def copier(_send: object, text: str) -> tuple[str, str]:
        (copied if copied is not None else []).append(text)
        return "copied-osc52", ""

    def opened(stand: Stand) -> Stand:
        return stand

    return Sitting(
        openings=tuple(partial(opened, stand) for stand in stands),
        online=Online,
        pasting=lambda _: stands[0],
        today=lambda: date(2026, 5, 20),
        places=Places(home / "places.json"),
        copier=copier,
        watch=lambda _: None,
    )
