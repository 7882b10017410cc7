"""Reading positions: one small JSON file, replaced as a whole, whose errors never interrupt reading."""

import contextlib
import json
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from reader.folders import write_whole

VERSION = 1
KEPT = 500
"""Number of articles whose position is kept; those left longest ago are dropped first."""
_FEWEST = 4
"""Fields of `Last` as older versions saved it."""


class Last(NamedTuple):
    """The last reading position."""

    target: str
    """Path or address of what was opened."""
    day: str
    """YYYY-MM-DD; empty if the paper does not say."""
    page: str
    """Number of the page."""
    article: str
    """Headline."""
    paper: str = ""
    """The paper's folder, where the target holds several."""
    title: str = ""
    """The paper's name, for messages."""


class Positions:
    """Reading positions and the reader's preferences.

    A damaged file counts as empty; a file that cannot be written is left as it is. Neither raises an error.

    Args:
        path: The file; it need not exist.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._entries: dict[str, tuple[int, int]] = {}
        self.last: Last | None = None
        self.step = 0
        """The type size, as a step on the ladder."""
        self.theme = ""
        self.full_width = True
        """Whether half-width stops among 汉字 are set full-width."""
        self.is_new = True
        """Whether nothing was ever saved: the first launch."""
        with contextlib.suppress(OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
            record = path.read_bytes()
            self.is_new = False
            self._load(json.loads(record))

    def get(self, key: str) -> tuple[int, int] | None:
        """The position saved for an article: item and character."""
        return self._entries.get(key)

    def remember(self, key: str, item: int, character: int) -> None:
        """Record a position; the beginning is not recorded."""
        self._entries.pop(key, None)
        if (item, character) > (0, 0):
            self._entries[key] = (item, character)

    def adopt(self, key: str, last: Last) -> None:
        """Keep the last position under another key: the facts its own was made of may be read better by now."""
        ending = f"/{last.day or None}/{last.page}#{last.article}"
        old = next((each for each in reversed(self._entries) if each.endswith(ending)), None)
        if old is not None and key not in self._entries:
            self._entries[key] = self._entries[old]

    def save(self) -> bool:
        """Write the file; returns whether that was possible."""
        record = {
            "version": VERSION,
            "last": self.last,
            "step": self.step,
            "theme": self.theme,
            "full_width": self.full_width,
            "places": dict(list(self._entries.items())[-KEPT:]),
        }
        try:
            write_whole(self._path, json.dumps(record, ensure_ascii=False, indent=1).encode())
        except (OSError, ValueError):
            return False
        return True

    def _load(self, record: dict[str, object]) -> None:
        last, kept, step = record["last"], record["places"], record["step"]
        if isinstance(step, int) and isinstance(kept, dict) and isinstance(record["theme"], str):
            self.step, self.theme = step, record["theme"]
            self.full_width = record.get("full_width") is not False
            self._entries = {str(key): _position(value) for key, value in kept.items()}
        if isinstance(last, list) and len(last) in range(_FEWEST, len(Last._fields) + 1):
            self.last = Last(*(str(part) for part in last))


def _position(value: Iterable[object]) -> tuple[int, int]:
    item, character = value
    if not isinstance(item, int) or not isinstance(character, int):
        raise TypeError(value)
    return max(0, item), max(0, character)
