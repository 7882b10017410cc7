"""Saved papers: a file, a folder of one or more days, a piped or pasted text."""

from collections import deque
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from reader.edition.day import Edition, Leaf, assemble
from reader.edition.model import SisterPaper
from reader.edition.urls import is_web, join, resolve
from reader.errors import (
    NotPublished,
    PageError,
    ReaderError,
    SourceError,
    Stopped,
    UnrecognisedPage,
    UsageError,
)
from reader.newsstand.reading import linked, raw_text, read_document
from reader.newsstand.stand import Stand
from reader.sources import folder
from reader.sources.base import Fetched
from reader.sources.days import not_here
from reader.sources.folder import Day, Folder


class Saved(Stand):
    """Saved documents, opened at the requested day.

    Args:
        saved: The documents.
        paper: The requested paper; empty for any.
        issued: The requested day; None for the newest.
        encoding: Encoding of every document; empty to detect it for each one.
        target: The target that opens it again; empty if there is none.

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
        self._unread: dict[str, ReaderError] = {}

    def open(self) -> Iterator[Edition]:
        """The requested day: first as soon as it has an article to read, then complete."""
        for edition in self._editions(self._first):
            if not self._saved.has_days:
                self._check(edition)
            yield edition

    def target(self, edition: Edition, page_at: int) -> str:
        """The file or folder."""
        return self._target

    def paper(self, edition: Edition) -> str:
        """The paper's folder, relative to the opened one, or its name."""
        return self._day(edition).paper

    def fetch(self, address: str, *, is_prefetch: bool = False, again: bool = False) -> Edition:
        """Raise `NotPublished`: everything available was read when the day was opened."""
        raise NotPublished("not-at-hand")

    def neighbour_day(self, edition: Edition, step: int, today: date) -> tuple[Edition, tuple[date, ...]]:
        """The next or previous day in the folder."""
        day, skipped = self._days().neighbour(self._day(edition), step)
        return self._open_day(day), skipped

    def edition_of(self, edition: Edition, issued: date) -> Edition:
        """The same paper's edition of a day in the folder."""
        return self._open_day(self._days().choose(self._day(edition).paper, issued))

    def month(self, edition: Edition, month: date) -> frozenset[date] | None:
        """All the paper's days in the folder, of any month."""
        days = (day.issued or edition.opened.issued for day in self._saved.of(self._day(edition).paper))
        return frozenset(filter(None, days))

    def sister(self, edition: Edition, paper: SisterPaper | None) -> Edition:
        """The named paper, else the next one beside it, on the same day or the nearest it has."""
        here = self._day(edition)
        shelf = here.paper.rpartition("/")[0]
        papers = [name for name in self._saved.papers if name.rpartition("/")[0] == shelf]
        if len(papers) < 2:
            raise no_sister(paper)
        named = {paper.name, *(paper.url or "").split("/")} if paper else set()
        after = papers[(papers.index(here.paper) + 1) % len(papers)]
        other = next((p for p in papers if p.rpartition("/")[2] in named and p != here.paper), after)
        today = here.issued or date.min
        days = self._saved.of(other)
        return self._open_day(min(days, key=lambda day: abs((day.issued or date.min) - today)))

    def failure(self, edition: Edition, page_at: int, href: str) -> ReaderError | None:
        """Why a document of the day could not be read."""
        page = edition.addresses[page_at] or edition.addresses[edition.first]
        return self._unread.get(resolve(page, href) or "")

    def unread(self, edition: Edition) -> list[ReaderError]:
        """Why documents of the day were passed over, in order."""
        day = self._day(edition)
        return [error for address, error in self._unread.items() if address in day.addresses]

    def raw(self, edition: Edition, page_at: int, href: str) -> str:
        """The source text of an article's document if the day has it, else of its page."""
        return raw_text(self._saved.fetch(self.address(edition, page_at, href)), self._encoding)

    def picture(self, edition: Edition, page_at: int, image: str, article: str = "") -> Fetched:
        """A picture in the opened folder; of a drawing, which cannot be decoded, the raster picture beside it."""
        page = self.address(edition, page_at, article)
        drawn = self._saved.beside(page, f"{image[:-4]}.png") if image.endswith(".svg") else None
        if path := drawn or self._saved.beside(page, image):
            return folder.read_picture(path)
        raise SourceError("picture-not-here", name=image)

    def where(self, edition: Edition, page_at: int, href: str = "", article: str = "") -> str:
        """The file, else the address on the web, if the page tells its own."""
        path = self._saved.beside(self.address(edition, page_at, article), href)
        url = join(edition.index[page_at].url or "", href)
        return str(path) if path else url if is_web(url) else ""

    def address(self, edition: Edition, page_at: int, href: str = "") -> str:
        """Path of an article's document if the day has it, else of its page."""
        page = edition.addresses[page_at] if edition.addresses else ""
        article = resolve(page, href) if href else ""
        return article if article and self._saved.has(self._day(edition), article) else page

    def stop(self) -> None:
        """Do nothing, as nothing is fetched."""

    def _check(self, edition: Edition) -> None:
        """Raise as `Folder.choose` does, for a single day: only its page states its date and paper."""
        page, (paper, issued) = edition.opened, self._asked
        if paper not in ("", page.paper, *self._saved.root.parts):
            raise UsageError("no-paper-here", paper=paper, near=page.paper)
        if issued and not page.issued:
            raise NotPublished("no-day-told", day=issued)
        if issued not in (None, page.issued):
            raise not_here(issued, page.issued, page.issued)

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
        """The edition of a day, as soon as it has an article, then complete.

        Documents that cannot be parsed are skipped, except the one that was requested.
        """
        leaves: list[Leaf] = []
        failure: PageError | SourceError | None = None
        shown = 0
        queue, seen = deque(day.addresses), set(day.addresses)
        while queue:
            address = queue.popleft()
            try:
                leaf = read_document(self._saved.fetch(address), self._encoding)
            except Stopped:
                raise
            except (PageError, SourceError) as error:
                failure = failure or error
                self._unread[address] = error
                if address == day.opened:
                    raise
                continue
            leaves.append(leaf)
            found = [other for other in linked(leaf) if other not in seen and self._saved.has(day, other)]
            seen.update(found)
            queue += found
            if not shown and any(entry.at_hand for entry in leaf.page.contents):
                shown = len(leaves)
                yield self._assemble(day, leaves)
        if not leaves:
            raise failure or UnrecognisedPage("unrecognised", name=day.opened)
        if shown != len(leaves):
            yield self._assemble(day, leaves)

    def _assemble(self, day: Day, leaves: list[Leaf]) -> Edition:
        edition = assemble(leaves, day.opened)
        self._opened[edition.opened.paper, edition.opened.issued] = day
        return edition


def open_path(path: Path) -> Folder:
    """The documents of a file or folder; raises as `folder.open_path` does."""
    return folder.open_path(path, _dated)


def no_sister(paper: SisterPaper | None) -> NotPublished:
    """The error for a sister paper, named or not, that is not available."""
    return NotPublished("no-sister", paper=paper.name) if paper else NotPublished("no-sister-named")


def _dated(path: Path) -> tuple[str, date | None]:
    """The paper and day stated in a page file; empty and None if it cannot be parsed."""
    try:
        page = read_document(folder.open_path(path, _dated).fetch(path.name)).page
    except (PageError, SourceError):
        return "", None
    return page.paper, page.issued
