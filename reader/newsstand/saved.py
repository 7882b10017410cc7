"""Papers that are at hand: a file, a folder of one day or of many, a piped or pasted text."""

from collections import deque
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from reader.edition.day import Edition, Leaf, assemble
from reader.edition.model import SisterPaper
from reader.edition.urls import resolve
from reader.errors import NotPublished, PageError, SourceError, UnrecognisedPage, UsageError
from reader.newsstand.reading import linked, raw_text, read_document
from reader.newsstand.stand import Stand
from reader.parsing.document import DayCache
from reader.sources import folder
from reader.sources.folder import Day, Folder


class Saved(Stand):
    """A folder and the day of it that was asked for.

    Args:
        saved: The documents.
        paper: The paper asked for; empty for any.
        issued: The day asked for; None for the newest.
        encoding: Read every document in this encoding; empty to judge each on its own.
        target: By what it can be opened again; empty if it cannot.

    Raises:
        UsageError: There is no such paper.
        NotPublished: The paper has no such day.
    """

    def __init__(
        self,
        saved: Folder,
        paper: str = "",
        issued: date | None = None,
        *,
        encoding: str = "",
        target: str = "",
    ) -> None:
        self._saved = saved
        self._asked = paper, issued
        self._first = saved.choose(paper, issued) if saved.has_days else saved.days[0]
        self._encoding = encoding
        self._target = target
        self._opened: dict[tuple[str, date | None], Day] = {}

    def open(self) -> Iterator[Edition]:
        """The day asked for, its first page as soon as it can be read."""
        for edition in self._editions(self._first):
            if not self._saved.has_days:
                self._check(edition)
            yield edition

    def target(self, edition: Edition, page_at: int) -> str:
        """The file or folder."""
        return self._target

    def paper(self, edition: Edition) -> str:
        """The paper's folder below the opened one, or its name."""
        return self._day(edition).paper

    def fetch(self, address: str, *, is_ahead: bool = False, again: bool = False) -> Edition:
        """Nothing: all that can be had was read."""
        raise NotPublished("not-at-hand")

    def neighbour_day(self, edition: Edition, step: int, today: date) -> tuple[Edition, tuple[date, ...]]:
        """The next or previous day in the folder."""
        day, skipped = self._days().neighbour(self._day(edition), step)
        return self._open_day(day), skipped

    def edition_of(self, edition: Edition, issued: date) -> Edition:
        """A day of the folder."""
        return self._open_day(self._days().choose(self._day(edition).paper, issued))

    def month(self, edition: Edition, month: date) -> frozenset[date] | None:
        """The paper's days, of whatever month."""
        days = (day.issued or edition.opened.issued for day in self._saved.of(self._day(edition).paper))
        return frozenset(filter(None, days))

    def sister(self, edition: Edition, paper: SisterPaper | None) -> Edition:
        """The paper named, else the next one beside it: of the same day if it has one, else of the nearest."""
        here = self._day(edition)
        shelf = here.paper.rpartition("/")[0]
        papers = [name for name in self._saved.papers if name.rpartition("/")[0] == shelf]
        if len(papers) < 2:
            raise no_sister(paper)
        named = {paper.name, *(paper.url or "").split("/")} if paper else set()
        after = papers[(papers.index(here.paper) + 1) % len(papers)]
        other = next((p for p in papers if p.rpartition("/")[2] in named and p != here.paper), after)
        days = ((day.issued, day) for day in self._saved.of(other))
        today = here.issued or date.min
        return self._open_day(min(days, key=lambda found: abs((found[0] or date.min) - today))[1])

    def raw(self, edition: Edition, page_at: int, href: str) -> str:
        """The text of a document of the day shown."""
        page = edition.addresses[page_at] if edition.addresses else ""
        article = resolve(page, href) if href else ""
        is_there = article and self._saved.has(self._day(edition), article)
        return raw_text(self._saved.fetch(article if is_there else page), self._encoding)

    def stop(self) -> None:
        """Nothing is ever being fetched."""

    def _check(self, edition: Edition) -> None:
        """Raise as `Folder.choose`, of a single day, which its page alone tells."""
        page, (paper, issued) = edition.opened, self._asked
        if paper not in ("", page.paper, *self._saved.root.parts):
            raise UsageError("no-paper-here", paper=paper, near=page.paper)
        if issued and not page.issued:
            raise NotPublished("no-day-told", day=issued)
        if issued not in (None, page.issued):
            raise NotPublished("no-day-here", day=issued, first=page.issued, last=page.issued)

    def _days(self) -> Folder:
        if not self._saved.has_days:
            raise NotPublished("only-one-day")
        return self._saved

    def _day(self, edition: Edition) -> Day:
        opened = edition.opened
        return self._opened.get((opened.paper, opened.issued), self._first)

    def _open_day(self, day: Day) -> Edition:
        *_, edition = self._editions(day)
        return edition

    def _editions(self, day: Day) -> Iterator[Edition]:
        """The edition of a day, with its first readable page, then with all.

        A document that is no page is passed over, unless it is the one that was asked for.
        """
        leaves: list[Leaf] = []
        cache = DayCache()
        failure: PageError | SourceError | None = None
        shown, opened = 0, ""
        queue, seen = deque(day.addresses), set(day.addresses)
        while queue:
            address = queue.popleft()
            try:
                leaf = read_document(self._saved.fetch(address), self._encoding, cache)
            except (PageError, SourceError) as error:
                failure = failure or error
                if address == day.opened:
                    raise
                continue
            leaves.append(leaf)
            opened = leaf.address if address == day.opened else opened
            found = [other for other in linked(leaf) if other not in seen and self._saved.has(day, other)]
            seen.update(found)
            queue += found
            if not shown and any(entry.at_hand for entry in leaf.page.contents):
                shown = len(leaves)
                yield self._assemble(day, leaves, opened)
        if not leaves:
            raise failure or UnrecognisedPage("unrecognised", name=day.opened)
        if shown != len(leaves):
            yield self._assemble(day, leaves, opened)

    def _assemble(self, day: Day, leaves: list[Leaf], opened: str) -> Edition:
        edition = assemble(leaves, opened)
        self._opened[edition.opened.paper, edition.opened.issued] = day
        return edition


def open_path(path: Path) -> Folder:
    """A file, or a folder of whatever days; raises as of `folder.open_path`."""
    return folder.open_path(path, _dated)


def no_sister(paper: SisterPaper | None) -> NotPublished:
    """What to raise where a sister paper, named or not, cannot be had."""
    return NotPublished("no-sister", paper=paper.name) if paper else NotPublished("no-sister-named")


def _dated(path: Path) -> tuple[str, date | None]:
    """The paper and day that a page file tells of itself."""
    try:
        page = read_document(folder.open_path(path, _dated).fetch(path.name)).page
    except (PageError, SourceError):
        return "", None
    return page.paper, page.issued
