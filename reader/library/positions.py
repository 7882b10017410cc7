"""Reading positions: one small JSON file, replaced as a whole, whose errors never interrupt reading."""

import os
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from reader.library.state import Record, StateFile

VERSION = 1
KEPT = 500
"""Number of articles whose position is kept; those left longest ago are dropped first."""
_DEFAULTS = ("paper", "terminal")
"""Themes that older versions opened with, the second without colours, and wrote at every exit."""
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

    Saving changes in the file what was changed here, and leaves the rest as another reader may have written it
    meanwhile. A damaged file counts as empty; one that cannot be read or written is left as it is. Neither raises.

    Args:
        path: The file; it need not exist.
    """

    def __init__(self, path: Path) -> None:
        self.is_new = not os.path.lexists(path)
        """Whether nothing was ever saved: the first launch."""
        self._file = StateFile(path, VERSION)
        record: Record = {}
        with suppress(OSError):
            record = self._file.read()
        self.last = _last(record.get("last"))
        self.step = _step(record)
        """The type size that was chosen, as a step on the ladder; None for none."""
        self.theme = _theme(record)
        """The theme that was chosen; empty for none."""
        self.full_width = record.get("full_width") is not False
        """Whether half-width stops among 汉字 are set full-width."""
        self._entries = _entries(record)
        self._left: dict[str, bool] = {}
        """The articles left since the last saving, in that order, and whether the position in them changed."""
        self._saved = self._others()

    def get(self, key: str) -> tuple[int, int] | None:
        """The position saved for an article: item and character."""
        return _position(self._entries.get(key))

    def remember(self, key: str, item: int, character: int) -> None:
        """Record a position; the beginning is not recorded."""
        place = (item, character) if (item, character) > (0, 0) else None
        is_changed = place != self.get(key)
        self._left[key] = self._left.pop(key, False) or is_changed
        if is_changed:
            self._entries[key] = place

    def adopt(self, key: str, last: Last) -> None:
        """Keep the last position under another key: the facts its own was made of may be read better by now."""
        ending = f"/{last.day or None}/{last.page}#{last.article}"
        old = next((self.get(each) for each in reversed(self._entries) if each.endswith(ending)), None)
        if old is not None and key not in self._entries:
            self.remember(key, *old)

    def save(self) -> bool:
        """Write what was changed since the last saving, if anything was; returns whether the file has it all now."""
        others, has_moved = self._others(), any(self._left.values())
        changed = {name for name, value in others.items() if value != self._saved[name]}
        if has_moved and self.last:
            changed.add("last")  # whoever moves is the one who reads: the next start comes back to them
        if not changed and not has_moved and not self.is_new:
            return True
        is_saved = self._file.update(
            lambda record: {
                "places": self._merged(record),
                **{name: others[name] for name in others if name in changed or name not in record},
            }
        )
        if is_saved:
            self._saved, self._left = others, {}
        return is_saved

    def _others(self) -> Record:
        """All but the positions, as it is saved."""
        last = list(self.last) if self.last else None
        return {
            "last": last,
            "chosen_step": self.step,
            "step": self.step or 0,  # which older versions read
            "chosen_theme": self.theme,
            "theme": self.theme,  # which older versions read
            "full_width": self.full_width,
        }

    def _merged(self, record: Record) -> Record:
        """The entries of the file with what was changed here; entries of another kind stay as they are."""
        entries = _entries(record or {"places": self._entries})  # the file may have gone meanwhile
        most = max(KEPT, len(_entries(record)))  # a newer program may keep more
        for key, is_changed in self._left.items():
            there = entries.pop(key, None)
            entries[key] = self._entries[key] if is_changed else there
        return dict([entry for entry in entries.items() if entry[1] is not None][-most:])


def _theme(record: Record) -> str:
    """The theme chosen by a person; of what older versions wrote at every exit, only what was not the default."""
    written = record.get("theme") if record.get("theme") not in _DEFAULTS else ""
    chosen = record.get("chosen_theme", written)
    return chosen if isinstance(chosen, str) else ""


def _step(record: Record) -> int | None:
    """The type size chosen by a person; of what older versions wrote at every exit, only what was not the default."""
    chosen = record.get("chosen_step", record.get("step") or None)
    return int(chosen) if isinstance(chosen, int) else None


def _entries(record: Record) -> Record:
    places = record.get("places")
    return dict(places) if isinstance(places, dict) else {}


def _position(value: object) -> tuple[int, int] | None:
    """A position as it was saved; None for what no program of this version saved."""
    match value:
        case (int(item), int(character)):
            return max(0, item), max(0, character)
    return None


def _last(value: object) -> Last | None:
    """The last position, as older and newer versions saved it."""
    if not isinstance(value, list) or len(value) < _FEWEST:
        return None
    return Last(*(str(part) for part in value[: len(Last._fields)]))
