"""Read marks: which articles were read to their end; one small JSON file, whose errors never interrupt reading."""

import contextlib
import json
from enum import IntEnum
from functools import cached_property
from pathlib import Path

from reader import limits
from reader.folders import write_whole
from reader.library.positions import Positions

VERSION = 1


class ReadState(IntEnum):
    """How much of an article has been read."""

    UNREAD = 0
    BEGUN = 1
    """There is a saved position in it, and it is not read."""
    READ = 2


class ReadMarks:
    """The articles that were read, by the key that also keeps their position (`Page.key_of`).

    A damaged file counts as empty; a file that cannot be written is left as it is. Neither raises an error.

    Args:
        path: The file; it need not exist, and is read when a mark is first asked for.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._is_saved = True

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
            self._keys[key] = None
            self._is_saved = False

    def save(self) -> bool:
        """Write the file if there is something new; returns whether it holds all marks now."""
        if not self._is_saved:
            record = {"version": VERSION, "read": list(self._keys)[-limits.READ_MARKS :]}
            with contextlib.suppress(OSError, ValueError):
                write_whole(self._path, json.dumps(record, ensure_ascii=False).encode())
                self._is_saved = True
        return self._is_saved

    @cached_property
    def _keys(self) -> dict[str, None]:
        """The keys, in the order they were marked."""
        with contextlib.suppress(OSError, ValueError, TypeError, KeyError, RecursionError):
            record = json.loads(self._path.read_bytes())["read"]
            return dict.fromkeys(map(str, record if isinstance(record, list) else ()))
        return {}
