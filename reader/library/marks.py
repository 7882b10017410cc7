"""Read marks: which articles were read to their end; one small JSON file, whose errors never interrupt reading."""

import contextlib
from enum import IntEnum
from functools import cached_property
from pathlib import Path

from reader import limits
from reader.library.positions import Positions
from reader.library.state import Record, StateFile

VERSION = 1


class ReadState(IntEnum):
    """How much of an article has been read."""

    UNREAD = 0
    BEGUN = 1
    """There is a saved position in it, and it is not read."""
    READ = 2


class ReadMarks:
    """The articles that were read, by the key that also keeps their position (`Page.key_of`).

    Saving adds to the file what was marked here; marks that another reader set meanwhile stay. A damaged file counts as
    empty; one that cannot be read or written is left as it is. Neither raises an error.

    Args:
        path: The file; it need not exist, and is read when a mark is first asked for.
    """

    def __init__(self, path: Path) -> None:
        self._file = StateFile(path, VERSION)
        self._unsaved: dict[str, None] = {}

    def is_read(self, key: str) -> bool:
        """Whether an article was read."""
        return key in self._keys

    def state(self, key: str, positions: Positions) -> ReadState:
        """How much of an article has been read."""
        if self.is_read(key):
            return ReadState.READ
        return ReadState.BEGUN if positions.get(key) else ReadState.UNREAD

    def mark(self, key: str) -> None:
        """Record that an article was read."""
        if key not in self._keys:
            self._keys[key] = self._unsaved[key] = None

    def save(self) -> bool:
        """Write the file if there is something new; returns whether it holds all marks now."""
        if self._unsaved and self._file.update(self._merged):
            self._unsaved.clear()
        return not self._unsaved

    def _merged(self, record: Record) -> Record:
        """All marks there ever were, those set here last; what is no key stays as it is."""
        there = _marks(record)
        known = dict.fromkeys(key for key in there if isinstance(key, str))
        gone = [key for key in self._keys if key not in known and key not in self._unsaved]
        marks = [*gone, *there, *(key for key in self._unsaved if key not in known)]
        return {"read": marks[-max(limits.READ_MARKS, len(there)) :]}  # a newer program may keep more

    @cached_property
    def _keys(self) -> dict[str, None]:
        """The keys, in the order they were marked."""
        with contextlib.suppress(OSError):
            return dict.fromkeys(key for key in _marks(self._file.read()) if isinstance(key, str))
        return {}


def _marks(record: Record) -> list[object]:
    marks = record.get("read")
    return marks if isinstance(marks, list) else []
