"""What a reader can ask of a paper while reading it: more of it, another day, a sister paper. Blocking."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date

from reader.edition.day import Edition, resolve
from reader.edition.model import SisterPaper
from reader.errors import NotPublished, PageError, SourceError
from reader.newsstand import Live, open_edition, raw_text
from reader.sources.archive import Archive, Day
from reader.sources.base import Source


class Stand:
    """A day that is all at hand: a file, a folder, a pasted text.

    Args:
        source: Its documents.
        encoding: Read every document in this encoding; empty to judge each on its own.
        target: By what it can be opened again; empty if it cannot.
    """

    is_live = False
    """Whether what is not at hand is fetched."""

    is_sample = False
    """Whether this is the sample edition."""

    notice = ""
    """Key of the words to greet the reader with; empty for none."""

    def __init__(self, source: Source, encoding: str = "", target: str = "") -> None:
        self._source = source
        self._encoding = encoding
        self._target = target

    def open(self) -> Iterator[Edition]:
        """The edition asked for, in versions that hold more and more.

        Raises:
            SourceError: It cannot be had.
            PageError: It is no page.
        """
        return open_edition(self._source, self._encoding)

    def target(self, edition: Edition, page_at: int) -> str:
        """By what the place can be opened again; empty if it cannot."""
        return self._target

    def paper(self, edition: Edition) -> str:
        """Which of the target's papers this is; empty where it holds one."""
        return ""

    def more(self, address: str, *, is_ahead: bool = False, again: bool = False) -> Edition:
        """The day of one more document, opened at it.

        Args:
            address: Absolute.
            is_ahead: Whether nobody waits for it yet.
            again: Whether to fetch it even if it is at hand.

        Raises:
            SourceError: It cannot be had.
            PageError: It is no page.
        """
        raise NotPublished("not-at-hand")

    def beside(self, edition: Edition, step: int, today: date) -> tuple[Edition, tuple[date, ...]]:
        """The next (1) or previous (-1) day with a paper, and the days without one between.

        Raises:
            SourceError: There is none, or it cannot be had.
            PageError: What is there is no page.
        """
        raise NotPublished("only-one-day")

    def on(self, edition: Edition, issued: date) -> Edition:
        """The same paper's edition of a day; raises as `beside`."""
        raise NotPublished("only-one-day")

    def month(self, edition: Edition, month: date) -> frozenset[date] | None:
        """The days of a month with a paper; None if nobody can tell."""
        issued = edition.opened.issued
        return frozenset({issued} if issued else ())

    def sister(self, edition: Edition, paper: SisterPaper | None) -> Edition:
        """A sister paper: the one named in the page's head, else any; raises as `beside`."""
        raise NotPublished("no-sister", paper=paper.name) if paper else NotPublished("no-sister-named")

    def raw(self, edition: Edition, page_at: int, href: str) -> str:
        """The text of the document an article was read from, else of its page; raises as `more`."""
        page = edition.addresses[page_at] if edition.addresses else ""
        article = resolve(page, href) if href else ""
        address = article if article and (self.is_live or self._source.has(article)) else page
        return raw_text(self._source.fetch, address, self._encoding)

    def stop(self) -> None:
        """End what is being fetched; whoever waits for it meets `Stopped`."""


class ArchiveStand(Stand):
    """A folder of many days, or of several papers.

    Args:
        archive: The folder's days.
        first: The day to open.
        encoding: As of `Stand`.
        target: As of `Stand`.
    """

    def __init__(self, archive: Archive, first: Day, encoding: str, target: str) -> None:
        super().__init__(archive.source(first), encoding, target)
        self._archive = archive
        self._first = first
        self._opened: dict[tuple[str, date | None], Day] = {}

    def open(self) -> Iterator[Edition]:
        """The day asked for."""
        for edition in super().open():
            yield self._learn(edition, self._first)

    def paper(self, edition: Edition) -> str:
        """The paper's folder below the opened one, or its name."""
        return self._day(edition).paper

    def beside(self, edition: Edition, step: int, today: date) -> tuple[Edition, tuple[date, ...]]:
        """The next or previous day in the folder."""
        day, skipped = self._archive.neighbour(self._day(edition), step)
        return self._open_day(day), skipped

    def on(self, edition: Edition, issued: date) -> Edition:
        """A day of the folder."""
        return self._open_day(self._archive.choose(self._day(edition).paper, issued))

    def month(self, edition: Edition, month: date) -> frozenset[date] | None:
        """The days of the folder in that month."""
        return self._archive.issues(self._day(edition).paper, month)

    def sister(self, edition: Edition, paper: SisterPaper | None) -> Edition:
        """The paper named, else the next one beside it: of the same day if it has one, else of the nearest."""
        here = self._day(edition)
        shelf = here.paper.rpartition("/")[0]
        papers = [p for p in self._archive.papers if p.rpartition("/")[0] == shelf]
        if len(papers) < 2:
            return super().sister(edition, paper)
        named = {paper.name, *(paper.url or "").split("/")} if paper else set()
        next_one = papers[(papers.index(here.paper) + 1) % len(papers)]
        other = next((p for p in papers if p.rpartition("/")[2] in named and p != here.paper), next_one)
        return self._open_day(min(self._archive.of(other), key=lambda day: abs(day.issued - here.issued)))

    def raw(self, edition: Edition, page_at: int, href: str) -> str:
        """The text of a document of the day shown."""
        self._source = self._archive.source(self._day(edition))
        return super().raw(edition, page_at, href)

    def _day(self, edition: Edition) -> Day:
        opened = edition.opened
        return self._opened.get((opened.paper, opened.issued), self._first)

    def _open_day(self, day: Day) -> Edition:
        *_, edition = open_edition(self._archive.source(day), self._encoding)
        return self._learn(edition, day)

    def _learn(self, edition: Edition, day: Day) -> Edition:
        self._opened[edition.opened.paper, edition.opened.issued] = day
        return edition


class LiveStand(Stand):
    """A paper on its site: nothing is at hand until it is asked for.

    Args:
        live: The site, and what was read of it.
        row: Of a paper known by its code: what to tell when it does not open, as `ReaderError.tried`.
        front: Finds the address to open, blocking; by default the one the site was given for.
    """

    is_live = True

    def __init__(
        self, live: Live, row: Mapping[str, str] | None = None, front: Callable[[], str] = str
    ) -> None:
        super().__init__(live.source)
        self._live = live
        self._row = row
        self._front = front

    def open(self) -> Iterator[Edition]:
        """The page asked for."""
        try:
            yield self._live.read(self._front())
        except (SourceError, PageError) as error:
            error.tried = dict(self._row or {})
            raise

    def target(self, edition: Edition, page_at: int) -> str:
        """The page's address."""
        return edition.index[page_at].url or self._live.source.opened

    def more(self, address: str, *, is_ahead: bool = False, again: bool = False) -> Edition:
        """One more document of the site."""
        return self._live.read(address, is_ahead=is_ahead, again=again)

    def beside(self, edition: Edition, step: int, today: date) -> tuple[Edition, tuple[date, ...]]:
        """The next or previous day, as the site's calendar has it, or found by asking."""
        calendar, issued = self._live.calendar(edition), edition.opened.issued
        if calendar is None or issued is None:
            raise NotPublished("no-days")
        found = calendar.neighbour(issued, step, today)
        return self._live.read(found.address), found.skipped

    def on(self, edition: Edition, issued: date) -> Edition:
        """The front page of a day."""
        calendar = self._live.calendar(edition)
        if calendar is None:
            raise NotPublished("no-days")
        return self._live.read(calendar.front(issued))

    def month(self, edition: Edition, month: date) -> frozenset[date] | None:
        """The days the site's index lists."""
        calendar = self._live.calendar(edition)
        days = calendar.month(month.year, month.month) if calendar else None
        return None if days is None else frozenset(days)

    def sister(self, edition: Edition, paper: SisterPaper | None) -> Edition:
        """The paper that the page's head links to."""
        if paper is None or not paper.url:
            return super().sister(edition, paper)
        return self._live.read(paper.url)

    def stop(self) -> None:
        """Give up what is being fetched."""
        self._live.source.stop()
