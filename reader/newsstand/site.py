"""A paper on its web site: documents are fetched on request and kept in memory."""

import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date, timedelta

import reader
from reader import limits
from reader.edition.day import Edition, Leaf, assemble, with_parent_facts
from reader.edition.model import SisterPaper
from reader.edition.urls import is_web, join, resolve
from reader.errors import NotPublished, PageError, UsageError
from reader.newsstand.reading import linked, raw_text, read_document
from reader.newsstand.saved import no_sister
from reader.newsstand.stand import Stand
from reader.sources.base import Fetched
from reader.sources.days import AddressPattern, PublishedDays, days_between
from reader.sources.http import FetchPolicy, HttpClient


@dataclass(eq=False)
class PaperSite(Stand):
    """The web site of a paper, opened at one page; safe to use from several threads.

    It can hold any number of the site's papers and days. A fetch raises `Stopped` if `stop()` is called meanwhile.

    Raises:
        Unreachable: `url` was typed and is not an http(s) address.
    """

    url: str
    """Absolute http(s) address of any page, article, or entry page."""
    client: HttpClient
    """HTTP client used for this site only, so that `stop()` affects nothing else."""
    encoding: str = ""
    """Encoding of every document; empty to detect it for each one."""
    is_typed: bool = True
    """Whether the user typed the address: then its host may be in a private network."""
    row: Mapping[str, str] = field(default_factory=dict)
    """For a paper opened by its code: the facts to report, as `ReaderError.tried`, if its address may have changed."""
    front_on: Callable[[date], str] | None = None
    """For a paper opened by its code: the address of its front page on a day, which other days may have in another form."""
    front: Callable[[], str] | None = None
    """Finds the address to open; may block. None to open `url`."""
    _leaves: dict[str, Leaf] = field(default_factory=dict, init=False)
    _moved: dict[str, str] = field(default_factory=dict, init=False)
    _parents: dict[str, str] = field(default_factory=dict, init=False)
    _known_days: dict[str, PublishedDays] = field(default_factory=dict, init=False)
    _lock: threading.Lock = field(default_factory=threading.Lock, init=False)

    is_live = True

    def __post_init__(self) -> None:
        if self.is_typed:
            self.client.connections.allow_host(self.url)

    def open(self) -> Iterator[Edition]:
        """The edition of the requested page, once."""
        try:
            yield self.fetch(self.front() if self.front else self.url)
        except (NotPublished, PageError) as error:
            if error.code != "no-paper-that-day":  # the site's own index says so: the address holds
                error.tried = dict(self.row)
            raise

    def target(self, edition: Edition, page_at: int) -> str:
        """The page's address."""
        return edition.index[page_at].url or self.url

    def paper(self, edition: Edition) -> str:
        """Empty, as the address of a page belongs to one paper."""
        return ""

    def fetch(self, address: str, *, is_prefetch: bool = False, again: bool = False) -> Edition:
        """The day of a document, with every document of that day fetched so far."""
        asked = resolve(address, address) or address
        with self._lock:
            leaf = None if again else self._leaves.get(self._moved.get(asked, asked))
        if leaf is None:
            referer = self._parents.get(asked, "")
            fetched = self.client.fetch(address, referer=referer, is_prefetch=is_prefetch)
            leaf = self._keep(asked, read_document(fetched, self.encoding))
        with self._lock:
            return assemble(list(self._leaves.values()), leaf.address)

    def neighbour_day(self, edition: Edition, step: int, today: date) -> tuple[Edition, tuple[date, ...]]:
        """The next or previous day, from the site's month index or by trying addresses."""
        issued = edition.opened.issued
        if issued is None:
            raise NotPublished("no-days")
        found = self._days_of(edition, issued + timedelta(days=step)).neighbour(issued, step, today)
        return self.fetch(found.address), days_between(issued, found.issued)

    def edition_of(self, edition: Edition, issued: date) -> Edition:
        """The front page of a day."""
        return self.fetch(self._days_of(edition, issued).front(issued))

    def month(self, edition: Edition, month: date) -> frozenset[date] | None:
        """The days listed in the site's month index; None if it has none."""
        with suppress(NotPublished):
            listed = self._days_of(edition, month).month(month.year, month.month)
            return None if listed is None else frozenset(listed)
        return None

    def sister(self, edition: Edition, paper: SisterPaper | None) -> Edition:
        """The sister paper linked in the head of the page."""
        if paper is None or not paper.url:
            raise no_sister(paper)
        return self.fetch(paper.url)

    def raw(self, edition: Edition, page_at: int, href: str) -> str:
        """The source text of a document, fetched again."""
        page = edition.addresses[page_at]
        return raw_text(self.client.fetch(resolve(page, href) or page), self.encoding)

    def picture(self, edition: Edition, page_at: int, image: str, article: str = "") -> Fetched:
        """A picture of the site, fetched like its pages."""
        address = self.where(edition, page_at, image, article)
        return self.client.fetch(address, referer=edition.addresses[page_at], is_picture=True)

    def where(self, edition: Edition, page_at: int, href: str = "", article: str = "") -> str:
        """The address on the site."""
        address = join(join(edition.addresses[page_at] or edition.index[page_at].url or "", article), href)
        return address if is_web(address) else ""

    def stop(self) -> None:
        """Cancel all requests."""
        self.client.stop()

    def _days_of(self, edition: Edition, day: date) -> PublishedDays:
        """The published days of an edition's paper around a day, kept for reuse.

        Raises:
            NotPublished: The paper's address has no date.
        """
        url = edition.index[edition.first].url or edition.addresses[edition.first]
        pattern = AddressPattern.of(url if is_web(url) else self.url)  # the page may have no web address
        if pattern is None:
            raise NotPublished("no-days")
        pattern = self._on_day(pattern, edition.opened.issued, day)
        return self._known_days.setdefault(pattern.before, PublishedDays(self.client.fetch, pattern))

    def _on_day(self, pattern: AddressPattern, issued: date | None, day: date) -> AddressPattern:
        """The form of addresses on another day; that of the page if it is a sister's, or the paper is known by none."""
        if not self.front_on or not issued:
            return pattern
        own, other = (AddressPattern.of(self.front_on(each)) for each in (issued, day))
        is_own = own is not None and own.before == pattern.before
        return other if is_own and other and other.before != pattern.before else pattern

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


def client_of(url: str) -> HttpClient:
    """A client for the site at an address.

    Raises:
        UsageError: It is no absolute http(s) address.
    """
    if not is_web(url):
        raise UsageError("bad-address", name=url)
    version = getattr(reader, "__version__", "0")
    return HttpClient(FetchPolicy(agent=f"banmian/{version} (terminal newspaper reader)"))
