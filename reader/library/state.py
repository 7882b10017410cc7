"""A file of ours: JSON that several readers running at once, and older and newer versions of the program, share."""

import json
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from reader import limits
from reader.folders import read_small, turn_at, write_whole

Record = dict[str, object]


class StateFile:
    """Reads the file, and changes of it what this reader changed; the rest stays as others wrote it.

    What is there and cannot be read now, for want of permission or because it is too large, is left alone. What is not
    of our making counts as empty, and is replaced: a link, which is not followed, a device, or what is no JSON; the
    link, or the damaged file, is kept beside it under another name.

    Args:
        path: The file; it need not exist.
        version: The version of its format that this program writes.
    """

    def __init__(self, path: Path, version: int) -> None:
        self._path = path
        self._version = version

    def read(self) -> Record:
        """What it holds; empty if it is not there, or not of our making.

        Raises:
            OSError: It is there and cannot be read now.
        """
        try:
            record = json.loads(read_small(self._path, limits.STATE_BYTES))
        except (ValueError, RecursionError):
            return {}
        except OSError:
            if self._path.is_file() and not self._path.is_symlink():
                raise
            return {}
        return record if isinstance(record, dict) else {}

    def update(self, changes: Callable[[Record], Record]) -> bool:
        """Change some of its values; never raises.

        Args:
            changes: Returns the new values, given what the file holds now.

        Returns:
            Whether the file could be read and written.
        """
        with suppress(OSError, ValueError, RecursionError), turn_at(self._path):
            if not (found := self.read()) and self._path.is_file():  # a person may be able to mend it
                self._path.replace(self._path.with_suffix(".damaged"))
            record = self._changed(changes, found)
            # what is no text, as in a path of no encoding, becomes an escape of JSON, and comes back as it was
            data = json.dumps(record, ensure_ascii=False).encode("utf-8", "backslashreplace")
            if len(data) <= limits.STATE_BYTES:  # else it could not be read again
                write_whole(self._path, data)
                return True
        return False

    def _changed(self, changes: Callable[[Record], Record], record: Record) -> Record:
        """The record with the new values; of a newer version, its number and values of another kind stay."""
        version = record.get("version", self._version)
        is_newer = not isinstance(version, int) or version > self._version
        new = changes(record) | ({} if is_newer else {"version": self._version})
        for name, value in new.items():
            if not is_newer or record.get(name) is None or isinstance(record[name], type(value)):
                record[name] = value
        return record
