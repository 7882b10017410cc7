"""A file, a folder of one day, standard input."""

import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from reader import limits
from reader.errors import SourceError, TooLarge
from reader.sources.base import Fetched

SUFFIXES = (".htm", ".html", ".shtml", ".xhtml", ".txt")
LAYOUT_NAME = re.compile(r"(node|nbs|col|page|v[A-Z]?\d|l\d|ban)", re.IGNORECASE)


class FileSource:
    """One file; the documents it links to are had from its own folder and below, nowhere else."""

    def __init__(self, path: Path) -> None:
        self._root = Path(os.path.realpath(path.parent))
        self.opened = path.name

    def addresses(self) -> Iterable[str]:
        """The file itself."""
        return (self.opened,)

    def has(self, address: str) -> bool:
        """Whether the address is a file inside the folder, links followed."""
        return self._inside(address) is not None

    def fetch(self, address: str) -> Fetched:
        """The bytes of a file.

        Raises:
            SourceError: It is not there, not readable, or lies outside the folder.
            TooLarge: It is larger than `limits.PAGE_BYTES`.
        """
        path = self._inside(address)
        if path is None:
            raise SourceError("no-such-path", name=address)
        try:
            with path.open("rb") as file:
                return Fetched(data=_read(file, address), address=address)
        except OSError as error:
            raise SourceError("unreadable", name=address, reason=error.strerror or error) from error

    def _inside(self, address: str) -> Path | None:
        # realpath and not normpath: a link, too, must not lead out of the opened folder
        try:
            path = Path(os.path.realpath(self._root / address))
            return path if path.is_relative_to(self._root) and path.is_file() else None
        except (OSError, ValueError):  # a name too long, or with a NUL
            return None


class FolderSource(FileSource):
    """A folder: every page and article file in it, whatever its layout."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder / "_")
        self.opened = ""

    def addresses(self) -> Iterable[str]:
        """All page files below the folder, names of layout pages first.

        Raises:
            SourceError: The folder cannot be read, holds no page file, or far too many.
        """
        try:
            os.scandir(self._root).close()
        except OSError as error:
            raise SourceError("unreadable", name=self._root.name, reason=error.strerror or error) from error
        found = list(self._walk())
        if not found:
            raise SourceError("empty-folder", name=self._root.name)
        return sorted(found, key=lambda a: (not LAYOUT_NAME.match(a.rpartition("/")[2]), natural(a)))

    def _walk(self) -> Iterator[str]:
        count = 0
        for folder, folders, names in os.walk(self._root):
            folders[:] = sorted(name for name in folders if not name.startswith("."))
            for name in names:
                if name.lower().endswith(SUFFIXES) and not name.startswith("."):
                    count += 1
                    if count > limits.FOLDER_FILES:
                        raise SourceError("many-files", name=self._root.name, n=limits.FOLDER_FILES)
                    yield (Path(folder) / name).relative_to(self._root).as_posix()


class BytesSource:
    """One document that is already in memory: standard input, pasted text."""

    opened = "-"

    def __init__(self, data: bytes) -> None:
        self._data = data

    @classmethod
    def read(cls, stream: BinaryIO) -> "BytesSource":
        """Read a stream to its end.

        Raises:
            SourceError: It cannot be read, or holds nothing.
            TooLarge: It holds more than `limits.PAGE_BYTES`.
        """
        try:
            data = _read(stream, "-")
        except OSError as error:
            raise SourceError("unreadable", name="-", reason=error.strerror or error) from error
        if not data.strip():
            raise SourceError("empty-input")
        return cls(data)

    def addresses(self) -> Iterable[str]:
        """The one document."""
        return (self.opened,)

    def has(self, address: str) -> bool:
        """Whether it is the one document."""
        return address == self.opened

    def fetch(self, address: str) -> Fetched:
        """The document's bytes."""
        return Fetched(data=self._data, address=address)


def is_there(path: Path) -> bool:
    """Whether there is something at a path.

    Raises:
        SourceError: That cannot be told: a folder on the way may not be entered, or this is no path.
    """
    try:
        return path.exists()
    except (OSError, ValueError) as error:
        raise SourceError("unreadable", name=path, reason=getattr(error, "strerror", "") or error) from error


def open_path(path: Path) -> FileSource:
    """The source for a file or folder.

    Raises:
        SourceError: There is nothing at that path.
    """
    if not is_there(path):
        raise SourceError("no-such-path", name=path)
    return FolderSource(path) if path.is_dir() else FileSource(path)


def _read(stream: BinaryIO, name: str) -> bytes:
    data = stream.read(limits.PAGE_BYTES + 1)
    if len(data) > limits.PAGE_BYTES:
        raise TooLarge("too-large", name=name, mib=limits.PAGE_BYTES // 1024 // 1024)
    return data


def natural(address: str) -> list[tuple[int, str]]:
    """A sort key by which node_2 comes before node_10."""
    return [(int(part), "") if part.isdecimal() else (-1, part) for part in re.split(r"(\d+)", address)]
