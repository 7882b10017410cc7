"""A folder with many days, or several papers: found by the names of its folders, before any page is read."""

import os
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from heapq import nsmallest
from pathlib import Path

from reader import limits
from reader.errors import NotPublished, SourceError, UsageError
from reader.parsing.folio import as_date
from reader.sources.files import LAYOUT_NAME, SUFFIXES, FileSource, natural

_DAY = re.compile(r"/((?:19|20)\d\d)[-/]?(\d\d)[-/]?(\d\d)(?=/)")
_SHELVES = frozenset(
    ("html", "layout", "content", "con", "col", "column", "pc", "epaper", "paper", "node", "www")
)
"""Folders between a paper and its days that tell nothing; pages and articles may stand in two of them."""

_DATED_FILES = 3
"""Files of a folder asked for its day: the first may be no page."""

Dater = Callable[[Path], tuple[str, date | None]]
"""Reads the paper's name and the day from one page file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """One paper's day in an archive."""

    paper: str
    """The paper's folder, with `/`, below the opened one; or its name, where folders do not tell papers apart."""
    issued: date
    addresses: tuple[str, ...]
    """Its files, with `/` below the opened folder, likely layout pages first."""


class DaySource(FileSource):
    """The files of one day; links lead to no other."""

    def __init__(self, root: Path, day: Day) -> None:
        super().__init__(root / "_")
        self.opened = ""
        self._addresses = day.addresses

    def addresses(self) -> Iterable[str]:
        """The day's files."""
        return self._addresses

    def has(self, address: str) -> bool:
        """Whether the address is one of the day's files."""
        return address in self._addresses and super().has(address)


@dataclass(frozen=True, slots=True, kw_only=True)
class Archive:
    """All days of a folder."""

    root: Path
    days: tuple[Day, ...]
    """Newest first; of one day, the paper with most files first."""

    @property
    def papers(self) -> tuple[str, ...]:
        """Papers in order of name."""
        return tuple(sorted({day.paper for day in self.days}))

    def source(self, day: Day) -> DaySource:
        """The files of a day, to be opened as an edition."""
        return DaySource(self.root, day)

    def of(self, paper: str) -> tuple[Day, ...]:
        """A paper's days, newest first."""
        return tuple(day for day in self.days if day.paper == paper)

    def issues(self, paper: str, month: date) -> frozenset[date]:
        """Days with a paper in the month of a date."""
        days = (day.issued for day in self.of(paper))
        return frozenset(day for day in days if (day.year, day.month) == (month.year, month.month))

    def choose(self, paper: str = "", issued: date | None = None) -> Day:
        """A day: of the paper and day named, else the newest.

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
            raise NotPublished("no-day-here", day=issued, first=own[-1].issued, last=own[0].issued)
        return found

    def neighbour(self, day: Day, step: int) -> tuple[Day, tuple[date, ...]]:
        """The same paper's next (1) or previous (-1) day, and the days without a paper between.

        Raises:
            NotPublished: There is none.
        """
        own = [other for other in self.of(day.paper) if (other.issued - day.issued).days * step > 0]
        if not own:
            raise NotPublished("no-later-day-here" if step > 0 else "no-earlier-day-here", day=day.issued)
        found = own[-1 if step > 0 else 0]
        between = range(1, abs((found.issued - day.issued).days))
        return found, tuple(day.issued + timedelta(days=step * n) for n in between)


def scan(folder: Path, dater: Dater) -> Archive | None:
    """The archive in a folder, None if it holds a single day or nothing.

    Args:
        folder: The opened folder.
        dater: Asked for files of each folder until one tells its day, only where no folder's name holds a day.

    Raises:
        SourceError: It holds far too many files.
    """
    root = Path(os.path.realpath(folder))
    groups: dict[tuple[str, date], list[str]] = defaultdict(list)
    undated: dict[str, list[str]] = defaultdict(list)
    for address in _walk(root):
        paper, issued = _placed(root.as_posix(), address)
        if issued:
            groups[paper, issued].append(address)
        else:
            undated[address.rpartition("/")[0]].append(address)
    if not groups and len(undated) > 1:
        groups = _dated(root, undated, dater)
    if len(groups) < 2:
        return None
    days = [
        Day(paper=paper, issued=issued, addresses=tuple(sorted(addresses, key=_order)))
        for (paper, issued), addresses in groups.items()
    ]
    days.sort(key=lambda day: (-day.issued.toordinal(), -len(day.addresses), day.paper))
    return Archive(root=root, days=tuple(days))


def _walk(root: Path) -> Iterator[str]:
    count = 0
    for folder, folders, names in os.walk(root):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        below = os.path.relpath(folder, root).replace(os.sep, "/")
        for name in names:
            if name.lower().endswith(SUFFIXES) and not name.startswith("."):
                count += 1
                if count > limits.ARCHIVE_FILES:
                    raise SourceError("many-files", name=root.name, n=limits.ARCHIVE_FILES)
                yield name if below == "." else f"{below}/{name}"


def _placed(root: str, address: str) -> tuple[str, date | None]:
    """Paper and day by the names of the folders; the opened folder may be a month of one paper."""
    whole = f"{root}/{address}"
    for match in reversed(list(_DAY.finditer(whole))):
        if (issued := as_date(*match.groups())) and match.end() > len(root):
            parts = whole[: match.start()][len(root) + 1 :].split("/")
            while parts and parts[-1].lower() in _SHELVES:
                parts.pop()
            return "/".join(parts), issued
    return "", None


def _dated(root: Path, folders: dict[str, list[str]], dater: Dater) -> dict[tuple[str, date], list[str]]:
    """Folders by what one of the first pages of each says of itself."""
    groups: dict[tuple[str, date], list[str]] = defaultdict(list)
    for addresses in folders.values():
        told = (dater(root / address) for address in nsmallest(_DATED_FILES, addresses, key=_order))
        paper, issued = next((found for found in told if found[1]), ("", None))
        if issued:
            groups[paper, issued] += addresses
    return groups


def _order(address: str) -> tuple[bool, list[tuple[int, str]]]:
    return not LAYOUT_NAME.match(address.rpartition("/")[2]), natural(address)
