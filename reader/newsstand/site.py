"""A paper on its site: nothing is at hand until it is asked for, and what was read stays at hand."""

import threading
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from reader import limits
from reader.edition.day import Edition, Leaf, assemble, with_parent_facts
from reader.edition.model import SisterPaper
from reader.edition.urls import is_web, resolve
from reader.errors import NotPublished, PageError, SourceError
from reader.newsstand.reading import linked, raw_text, read_document
from reader.newsstand.saved import no_sister
from reader.newsstand.stand import Stand
from reader.sources.days import AddressPattern, PublishedDays
from reader.sources.http import HttpClient


@dataclass(eq=False)
class PaperSite(Stand):
    """The page asked for, and what it leads to; safe to use from several threads.

    Of one site's papers and days any number may be read. What is fetched raises `Stopped` if `stop()` came first.

    Raises:
        Unreachable: `url` was typed and is no address of the web.
    """

    url: str
    """Absolute http(s) address of any page, article, or entry page."""
    client: HttpClient
    """Fetches documents, of this site alone, so that it may be stopped."""
    encoding: str = ""
    """Read every document in this encoding; empty to judge each on its own."""
    is_typed: bool = True
    """Whether a person wrote the address: then its host may be asked wherever it lies."""
    row: Mapping[str, str] = field(default_factory=dict)
    """Of a paper known by its code: what to tell when it does not open, as `ReaderError.tried`."""
    front: Callable[[], str] | None = None
    """Finds the address to open, blocking; by default `url`."""
    _leaves: dict[str, Leaf] = field(default_factory=dict, init=False)
    _moved: dict[str, str] = field(default_factory=dict, init=False)
    _parents: dict[str, str] = field(default_factory=dict, init=False)
    _known_days: dict[str, PublishedDays] = field(default_factory=dict, init=False)
    _lock: threading.Lock = field(default_factory=threading.Lock, init=False)

    is_live = True

    def __post_init__(self) -> None:
        if self.is_typed:
            self.client.allow_host(self.url)

    def open(self) -> Iterator[Edition]:
        """The page asked for."""
        try:
            yield self.fetch(self.front() if self.front else self.url)
        except (SourceError, PageError) as error:
            error.tried = dict(self.row)
            raise

    def target(self, edition: Edition, page_at: int) -> str:
        """The page's address."""
        return edition.index[page_at].url or self.url

    def paper(self, edition: Edition) -> str:
        """Empty: each page's address leads to one paper."""
        return ""

    def fetch(self, address: str, *, is_ahead: bool = False, again: bool = False) -> Edition:
        """One more document of the site, with all that is at hand of its day."""
        asked = resolve(address, address) or address
        with self._lock:
            leaf = None if again else self._leaves.get(self._moved.get(asked, asked))
        if leaf is None:
            referer = self._parents.get(asked, "")
            fetched = self.client.fetch(address, referer=referer, is_ahead=is_ahead)
            leaf = self._keep(asked, read_document(fetched, self.encoding))
        with self._lock:
            return assemble(list(self._leaves.values()), leaf.address)

    def neighbour_day(self, edition: Edition, step: int, today: date) -> tuple[Edition, tuple[date, ...]]:
        """The next or previous day, as the site's days has it, or found by asking."""
        issued = edition.opened.issued
        if issued is None:
            raise NotPublished("no-days")
        found = self._days_of(edition).neighbour(issued, step, today)
        return self.fetch(found.address), found.skipped

    def edition_of(self, edition: Edition, issued: date) -> Edition:
        """The front page of a day."""
        return self.fetch(self._days_of(edition).front(issued))

    def month(self, edition: Edition, month: date) -> frozenset[date] | None:
        """The days the site's index lists."""
        days = self._days_if_known(edition)
        listed = days.month(month.year, month.month) if days else None
        return None if listed is None else frozenset(listed)

    def sister(self, edition: Edition, paper: SisterPaper | None) -> Edition:
        """The paper that the page's head links to."""
        if paper is None or not paper.url:
            raise no_sister(paper)
        return self.fetch(paper.url)

    def raw(self, edition: Edition, page_at: int, href: str) -> str:
        """The text of a document, fetched once more."""
        page = edition.addresses[page_at]
        article = resolve(page, href) if href else ""
        return raw_text(self.client.fetch(article or page), self.encoding)

    def stop(self) -> None:
        """Give up what is being fetched."""
        self.client.stop()

    def _days_of(self, edition: Edition) -> PublishedDays:
        days = self._days_if_known(edition)
        if days is None:
            raise NotPublished("no-days")
        return days

    def _days_if_known(self, edition: Edition) -> PublishedDays | None:
        """The days of an edition's paper, None if its address tells no day; what it learns is kept."""
        url = edition.index[edition.first].url or edition.addresses[edition.first]
        pattern = AddressPattern.of(url if is_web(url) else self.url)  # a saved page may tell none
        if pattern is None:
            return None
        return self._known_days.setdefault(pattern.before, PublishedDays(self.client.fetch, pattern))

    def _keep(self, asked: str, leaf: Leaf) -> Leaf:
        with self._lock:
            parent = self._leaves.get(self._parents.get(leaf.address, ""))
            leaf = with_parent_facts(leaf, parent) if parent else leaf
            self._leaves.pop(leaf.address, None)
            self._leaves[leaf.address] = leaf
            self._moved[asked] = leaf.address
            for address in linked(leaf):
                self._parents.setdefault(address, leaf.address)
            while len(self._leaves) > limits.KEPT_LEAVES:
                del self._leaves[next(iter(self._leaves))]
        return leaf
