"""A paper on its site: nothing is at hand until it is asked for, and what was read stays at hand."""

import threading
from collections.abc import Callable, Iterator, Mapping
from datetime import date

from reader import limits
from reader.edition.day import Edition, Leaf, adopt, assemble
from reader.edition.model import SisterPaper
from reader.edition.urls import is_web, resolve
from reader.errors import NotPublished, PageError, SourceError
from reader.newsstand.reading import linked, raw_text, read
from reader.newsstand.saved import no_sister
from reader.newsstand.stand import Stand
from reader.sources.calendar import Calendar, Shape
from reader.sources.http import HttpClient


class PaperSite(Stand):
    """The page asked for, and what it leads to; safe to use from several threads.

    Of one site's papers and days any number may be read. What is fetched raises `Stopped` if `stop()` came first.

    Args:
        url: Absolute http(s) address of any page, article, or entry page.
        client: Fetches documents, of this site alone, so that it may be stopped.
        encoding: Read every document in this encoding; empty to judge each on its own.
        is_typed: Whether a person wrote the address: then its host may be asked wherever it lies.
        row: Of a paper known by its code: what to tell when it does not open, as `ReaderError.tried`.
        front: Finds the address to open, blocking; by default `url`.

    Raises:
        Unreachable: `url` was typed and is no address of the web.
    """

    is_live = True

    def __init__(
        self,
        url: str,
        client: HttpClient,
        *,
        encoding: str = "",
        is_typed: bool = True,
        row: Mapping[str, str] | None = None,
        front: Callable[[], str] | None = None,
    ) -> None:
        if is_typed:
            client.allow_host(url)
        self._url = url
        self._client = client
        self._encoding = encoding
        self._row = row or {}
        self._front = front
        self._leaves: dict[str, Leaf] = {}
        self._moved: dict[str, str] = {}
        self._parents: dict[str, str] = {}
        self._calendars: dict[str, Calendar] = {}
        self._lock = threading.Lock()

    def open(self) -> Iterator[Edition]:
        """The page asked for."""
        try:
            yield self.more(self._front() if self._front else self._url)
        except (SourceError, PageError) as error:
            error.tried = dict(self._row)
            raise

    def target(self, edition: Edition, page_at: int) -> str:
        """The page's address."""
        return edition.index[page_at].url or self._url

    def paper(self, edition: Edition) -> str:
        """Empty: each page's address leads to one paper."""
        return ""

    def more(self, address: str, *, is_ahead: bool = False, again: bool = False) -> Edition:
        """One more document of the site, with all that is at hand of its day."""
        asked = resolve(address, address) or address
        with self._lock:
            leaf = None if again else self._leaves.get(self._moved.get(asked, asked))
        if leaf is None:
            referer = self._parents.get(asked, "")
            fetched = self._client.fetch(address, referer=referer, is_ahead=is_ahead)
            leaf = self._keep(asked, read(fetched, self._encoding))
        with self._lock:
            return assemble(list(self._leaves.values()), leaf.address)

    def beside(self, edition: Edition, step: int, today: date) -> tuple[Edition, tuple[date, ...]]:
        """The next or previous day, as the site's calendar has it, or found by asking."""
        issued = edition.opened.issued
        if issued is None:
            raise NotPublished("no-days")
        found = self._known_days(edition).neighbour(issued, step, today)
        return self.more(found.address), found.skipped

    def on(self, edition: Edition, issued: date) -> Edition:
        """The front page of a day."""
        return self.more(self._known_days(edition).front(issued))

    def month(self, edition: Edition, month: date) -> frozenset[date] | None:
        """The days the site's index lists."""
        calendar = self._calendar(edition)
        days = calendar.month(month.year, month.month) if calendar else None
        return None if days is None else frozenset(days)

    def sister(self, edition: Edition, paper: SisterPaper | None) -> Edition:
        """The paper that the page's head links to."""
        if paper is None or not paper.url:
            raise no_sister(paper)
        return self.more(paper.url)

    def raw(self, edition: Edition, page_at: int, href: str) -> str:
        """The text of a document, fetched once more."""
        page = edition.addresses[page_at]
        article = resolve(page, href) if href else ""
        return raw_text(self._client.fetch(article or page), self._encoding)

    def stop(self) -> None:
        """Give up what is being fetched."""
        self._client.stop()

    def _known_days(self, edition: Edition) -> Calendar:
        calendar = self._calendar(edition)
        if calendar is None:
            raise NotPublished("no-days")
        return calendar

    def _calendar(self, edition: Edition) -> Calendar | None:
        """The days of an edition's paper, None if its address tells no day; what it learns is kept."""
        told = edition.index[edition.first].url or edition.addresses[edition.first]
        shape = Shape.of(told if is_web(told) else self._url)  # a saved page may tell none
        if shape is None:
            return None
        return self._calendars.setdefault(shape.before, Calendar(self._client.fetch, shape))

    def _keep(self, asked: str, leaf: Leaf) -> Leaf:
        with self._lock:
            parent = self._leaves.get(self._parents.get(leaf.address, ""))
            leaf = adopt(leaf, parent) if parent else leaf
            self._leaves.pop(leaf.address, None)
            self._leaves[leaf.address] = leaf
            self._moved[asked] = leaf.address
            for address in linked(leaf):
                self._parents.setdefault(address, leaf.address)
            while len(self._leaves) > limits.KEPT_LEAVES:
                del self._leaves[next(iter(self._leaves))]
        return leaf
