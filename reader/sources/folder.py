"""Saved documents: one page and its neighbours, a folder of one or more days, or a text without a file.

Days are recognised by folder names, before any page is read.
"""

import os
import posixpath
import re
from collections import defaultdict
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import BinaryIO
from urllib.parse import unquote

from msgspec import Struct

from reader import limits
from reader.edition.urls import resolve
from reader.errors import NotPublished, SourceError, TooLarge, UsageError
from reader.parsing.days import as_date
from reader.sources.base import Fetched
from reader.sources.days import days_between, not_here

_SUFFIXES = (".htm", ".html", ".shtml", ".xhtml", ".txt")
_LAYOUT_NAME = re.compile(r"(node|nbs|col|page|v[A-Z]?\d|l\d|ban)", re.IGNORECASE)
_DAY = re.compile(r"/((?:19|20)\d\d)[-/]?(\d\d)[-/]?(\d\d)(?=/)")
_SHELVES = re.compile("html|layout|content|con|col|column|pc|epaper|paper|node|www", re.IGNORECASE)
"""Names of folders between a paper and its days to skip; pages and articles may be in two of them."""

_DATED_FILES = 3
"""Files per folder from which the day is read, as the first may not be a page."""

Dater = Callable[[Path], tuple[str, date | None]]
"""Reads the paper's name and the day from a page file."""


class Day(Struct, frozen=True, kw_only=True):
    """One day of one paper in a folder."""

    paper: str = ""
    """The paper's folder, relative to the opened one; or its name, if the day was read from its pages."""
    issued: date | None = None
    """None for the only day of a folder, as its date is stated in its pages."""
    addresses: tuple[str, ...]
    """Its files, relative to the opened folder, with `/`; likely layout pages first."""
    opened: str = ""
    """The file that was opened; empty if it was the folder."""


class Folder(Struct, frozen=True, kw_only=True):
    """Saved documents by day; files outside the folder are never read."""

    root: Path
    """The opened folder, with symbolic links resolved."""
    days: tuple[Day, ...]
    """At least one; newest first, and on the same date the paper with the most files first."""
    text: bytes | None = None
    """The content of a text without a file; None for files."""

    @property
    def has_days(self) -> bool:
        """Whether there is more than one day or paper."""
        return len(self.days) > 1

    @property
    def papers(self) -> tuple[str, ...]:
        """All papers, sorted by name."""
        return tuple(sorted({day.paper for day in self.days}))

    def of(self, paper: str) -> tuple[Day, ...]:
        """A paper's days, newest first."""
        return tuple(day for day in self.days if day.paper == paper)

    def choose(self, paper: str = "", issued: date | None = None) -> Day:
        """The day of a given paper and date, else the newest.

        Args:
            paper: The paper's folder or the last part of it, its name, or "" for any.
            issued: None for the newest.

        Raises:
            UsageError: There is no such paper.
            NotPublished: The paper has no such day.
        """
        own = [day for day in self.days if paper in ("", day.paper, day.paper.rpartition("/")[2])]
        if not own:
            raise UsageError("no-paper-here", paper=paper, near=" ".join(self.papers))
        found = next((day for day in own if issued in (None, day.issued)), None)
        if found is None:
            raise not_here(issued, own[-1].issued, own[0].issued)
        return found

    def neighbour(self, day: Day, step: int) -> tuple[Day, tuple[date, ...]]:
        """The same paper's next (1) or previous (-1) day, and the days without a paper in between.

        Raises:
            NotPublished: There is none.
        """
        days = self.of(day.paper)
        at = days.index(day) - step
        if at not in range(len(days)):
            raise NotPublished("no-later-day-here" if step > 0 else "no-earlier-day-here", day=day.issued)
        here, there = day.issued, days[at].issued
        return days[at], days_between(here, there) if here and there else ()

    def has(self, day: Day, address: str) -> bool:
        """Whether a document belongs to a day; links to other days or out of the folder are not followed."""
        if self.text is not None or self.has_days:
            return address in day.addresses
        return self._inside(address) is not None

    def fetch(self, address: str) -> Fetched:
        """The bytes of a document.

        Raises:
            SourceError: It does not exist, is not readable, or is outside the folder.
            TooLarge: It is larger than `limits.PAGE_BYTES`.
        """
        if self.text is not None:
            return Fetched(data=self.text, address=address)
        path = self._inside(address)
        if path is None:
            raise SourceError("no-such-path", name=address)
        return _read(path, address, limits.PAGE_BYTES)

    def beside(self, page: str, href: str) -> Path | None:
        """The file that a page shows or links to; None if it is not in the folder.

        Args:
            page: Address of the page.
            href: As written. If nothing is there, a file of that name is looked for beside the page, and in the
                folder that a browser makes for what the page shows. Empty for the page itself.
        """
        stem, name = page.rpartition(".")[0], posixpath.basename(unquote(href))
        folders = (posixpath.dirname(page), f"{stem}_files", f"{stem}.files") if name else ()
        asked = (resolve(page, href) if href else page, *(posixpath.join(folder, name) for folder in folders))
        found = (self._inside(address) for address in asked if address and self.text is None)
        return next(filter(None, found), None)

    def _inside(self, address: str) -> Path | None:
        # realpath, not normpath: symbolic links must not lead out of the opened folder either
        try:
            path = Path(os.path.realpath(self.root / address))
            return path if path.is_relative_to(self.root) and path.is_file() else None
        except (OSError, ValueError):  # a name too long, or with a NUL
            return None


def text(data: bytes) -> Folder:
    """One document already in memory: standard input or pasted text."""
    return Folder(root=Path(), days=(Day(addresses=("-",), opened="-"),), text=data)


def read_text(stream: BinaryIO) -> Folder:
    """One document read from a stream, to its end.

    Raises:
        SourceError: It cannot be read, or is empty.
        TooLarge: It is larger than `limits.PAGE_BYTES`.
    """
    try:
        data = _read_stream(stream, "-", limits.PAGE_BYTES)
    except OSError as error:
        raise _unreadable("-", error) from error
    if not data.strip():
        raise SourceError("empty-input")
    return text(data)


def is_there(path: Path) -> bool:
    """Whether a path exists.

    Raises:
        SourceError: That cannot be determined: a parent folder is not accessible, or the path is invalid.
    """
    try:
        return path.exists()
    except (OSError, ValueError) as error:
        raise _unreadable(path, error) from error


def open_path(path: Path, dater: Dater) -> Folder:
    """Open a file, together with its folder, or a folder.

    Args:
        path: Of a file or folder.
        dater: Reads the day from a few files of each folder; used only if no folder name contains a day.

    Raises:
        SourceError: The path does not exist or cannot be read, or a folder has no pages or far too many.
    """
    if not is_there(path):
        raise SourceError("no-such-path", name=path)
    if path.is_dir():
        return _scan(Path(os.path.realpath(path)), dater)
    root, page = Path(os.path.realpath(path.parent)), Day(addresses=(path.name,), opened=path.name)
    return Folder(root=root, days=(page,))


def _scan(root: Path, dater: Dater) -> Folder:
    addresses = _walk(root)
    groups: dict[tuple[str, date], list[str]] = defaultdict(list)
    undated: dict[str, list[str]] = defaultdict(list)
    for address in addresses:
        paper, issued = _placed(root.as_posix(), address)
        if issued:
            groups[paper, issued].append(address)
        else:
            undated[address.rpartition("/")[0]].append(address)
    if not groups and len(undated) > 1:
        groups = _dated(root, undated, dater)
    if len(groups) > 1:
        days = [Day(paper=key[0], issued=key[1], addresses=tuple(group)) for key, group in groups.items()]
        days.sort(key=lambda day: (-(day.issued or date.min).toordinal(), -len(day.addresses), day.paper))
        return Folder(root=root, days=tuple(days))
    if len(addresses) > limits.FOLDER_FILES:
        raise SourceError("many-files", name=root.name, n=limits.FOLDER_FILES)
    return Folder(root=root, days=(Day(addresses=tuple(addresses)),))


def _walk(root: Path) -> list[str]:
    """Addresses of the page files in a folder and its subfolders, likely layout pages first."""
    found: list[str] = []
    try:
        os.scandir(root).close()
    except OSError as error:
        raise _unreadable(root.name, error) from error
    for folder, folders, names in os.walk(root):
        folders[:] = [name for name in folders if not name.startswith(".")]
        below = os.path.relpath(folder, root).replace(os.sep, "/")
        pages = (name for name in names if name.lower().endswith(_SUFFIXES) and not name.startswith("."))
        found += pages if below == "." else (f"{below}/{name}" for name in pages)
        if len(found) > limits.ARCHIVE_FILES:
            raise SourceError("many-files", name=root.name, n=limits.ARCHIVE_FILES)
    if not found:
        raise SourceError("empty-folder", name=root.name)
    return sorted(found, key=_sort_key)


def _placed(root: str, address: str) -> tuple[str, date | None]:
    """Paper and day from the names of folders; the opened folder may itself be a month of one paper."""
    whole = f"{root}/{address}"
    for match in reversed(list(_DAY.finditer(whole))):
        if (issued := as_date(*match.groups())) and match.end() > len(root):
            parts = whole[: match.start()][len(root) + 1 :].split("/")
            while parts and _SHELVES.fullmatch(parts[-1]):
                parts.pop()
            return "/".join(parts), issued
    return "", None


def _dated(root: Path, folders: dict[str, list[str]], dater: Dater) -> dict[tuple[str, date], list[str]]:
    """Groups folders by the paper and day stated in one of the first pages of each."""
    groups: dict[tuple[str, date], list[str]] = defaultdict(list)
    for addresses in folders.values():
        dates = (dater(root / address) for address in addresses[:_DATED_FILES])
        paper, issued = next((found for found in dates if found[1]), ("", None))
        if issued:
            groups[paper, issued] += addresses
    return groups


def _sort_key(address: str) -> tuple[bool, list[tuple[int, str]]]:
    """Sort key: layout pages first, node_2 before node_10."""
    parts = re.split(r"(\d+)", address)
    natural = [(int(part), "") if part.isdecimal() else (-1, part) for part in parts]
    return not _LAYOUT_NAME.match(address.rpartition("/")[2]), natural


def read_picture(path: Path) -> Fetched:
    """The bytes of a picture.

    Raises:
        SourceError: It is not readable.
        TooLarge: It is larger than `limits.PICTURE_BYTES`.
    """
    return _read(path, path.name, limits.PICTURE_BYTES)


def _read(path: Path, address: str, most: int) -> Fetched:
    try:
        with path.open("rb") as file:
            return Fetched(data=_read_stream(file, address, most), address=address)
    except OSError as error:
        raise _unreadable(address, error) from error


def _read_stream(stream: BinaryIO, name: str, most: int) -> bytes:
    data = stream.read(most + 1)
    if len(data) > most:
        raise TooLarge("too-large", name=name, mib=most // 1024 // 1024)
    return data


def _unreadable(name: object, error: Exception) -> SourceError:
    return SourceError("unreadable", name=name, reason=getattr(error, "strerror", "") or error)
