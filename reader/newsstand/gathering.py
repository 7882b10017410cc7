"""Collects the pages and articles of a day in order, fetching those that are not at hand, few at a time."""

import threading
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from msgspec.structs import replace

from reader import limits
from reader.edition.day import Edition
from reader.edition.model import Headline, Page
from reader.edition.urls import resolve
from reader.errors import NotAtHand, NotPublished, PageError, ReaderError, SourceError, Unreachable
from reader.later import Later
from reader.newsstand.stand import Stand

if TYPE_CHECKING:
    from concurrent import futures
else:  # what is saved is not fetched
    futures = Later("concurrent.futures")


class Sheet(NamedTuple):
    """A page as it was collected."""

    edition: Edition
    at: int
    """Its index in the edition."""

    @property
    def page(self) -> Page:
        """The page itself; without headlines if it could not be had."""
        return self.edition.page_at(self.at)


class Missing(NamedTuple):
    """What could not be had, and why."""

    page: Page
    headline: str
    """Of an article; empty for the page itself."""
    error: ReaderError


class Gathering:
    """The pages and articles that a command prints.

    Args:
        stand: What is open.
        edition: The day, as opened.
        show: Called before each wait: page and pages, article and articles, counted from 1; an article 0 is the page.
    """

    def __init__(self, stand: Stand, edition: Edition, show: Callable[[int, int, int, int], None]) -> None:
        self._stand, self.edition, self._show = stand, edition, show
        self._page, self._pages = 0, 0
        self._asked = self._failures = 0
        self._failure: ReaderError | None = None
        self.missing: list[Missing] = []
        """Whatever could not be had so far, in order."""

    def pages(self, wanted: Sequence[int], *, is_whole: bool = False) -> Iterator[Sheet]:
        """The pages of some indexes; those that cannot be had without headlines, with an entry in `missing`.

        Args:
            wanted: Indexes of pages of the edition.
            is_whole: Whether a page of which only an article was opened is fetched too.
        """
        self._pages = len(wanted)
        fetched = self._begin(
            {at: self.edition.index[at].url for at in wanted if self._is_away(at, is_whole)}
        )
        for self._page, at in enumerate(wanted, 1):
            self._show(self._page, self._pages, 0, 0)
            try:
                yield self._sheet(at, fetched.get(at))
            except (SourceError, PageError, NotAtHand) as error:
                sheet = Sheet(self.edition, at)
                self.missing.append(Missing(sheet.page, "", error))
                yield sheet

    def articles(self, sheet: Sheet, wanted: Sequence[int]) -> Iterator[Headline]:
        """The entries of a page's contents with their articles; of what cannot be had, an entry in `missing`.

        Args:
            sheet: The page.
            wanted: Indexes in its contents.
        """
        contents = sheet.page.contents
        fetched = self._begin({at: contents[at].url for at in wanted if not contents[at].at_hand})
        for count, at in enumerate(wanted, 1):
            self._show(self._page, self._pages, count, len(wanted))
            try:
                yield self._entry(sheet, at, fetched.get(at))
            except (SourceError, PageError, NotAtHand) as error:
                self.missing.append(Missing(sheet.page, contents[at].headline, error))

    def _is_away(self, at: int, is_whole: bool) -> bool:
        """Whether a page's own document is not at hand."""
        edition = self.edition
        url = edition.index[at].url
        return edition.pages[at] is None or (is_whole and bool(url) and edition.addresses[at] != url)

    def _sheet(self, at: int, fetched: "futures.Future[Edition] | None") -> Sheet:
        link = self.edition.index[at]
        if fetched is None:
            if self.edition.pages[at] is None:
                raise self._stand.failure(self.edition, at, link.href) or NotAtHand("not-in-files")
            return Sheet(self.edition, at)
        edition = fetched.result()
        address = edition.addresses[edition.first]
        if edition.opened.number != link.number and address != resolve(address, link.url or ""):
            raise NotPublished("another-document", name=link.url)
        return Sheet(edition, edition.first)

    def _entry(self, sheet: Sheet, at: int, fetched: "futures.Future[Edition] | None") -> Headline:
        entry = sheet.page.contents[at]
        if entry.at_hand:
            return entry
        if fetched is None:
            raise self._stand.failure(sheet.edition, sheet.at, entry.href) or NotAtHand("not-in-files")
        page = fetched.result().opened
        if page.opens_at is None:  # the site sent a page in its place
            raise NotPublished("another-document", name=entry.url)
        return replace(entry, article=page.contents[page.opens_at].article)

    def _begin(self, away: dict[int, str | None]) -> "dict[int, futures.Future[Edition]]":
        """Start fetching what a site has, in order; nothing of saved papers, which were read when they were opened."""
        if not self._stand.is_live:
            return {}
        begun: dict[int, tuple[str, futures.Future[Edition]]] = {
            at: (address, futures.Future()) for at, address in away.items() if address
        }
        queue = iter(list(begun.values()))  # shared by the threads: each takes what comes next
        for _ in range(limits.HOST_REQUESTS if begun else 0):
            # A daemon thread, so that nothing waits for a site once the answer is not wanted any more.
            threading.Thread(target=self._work, args=(queue,), name="gathering", daemon=True).start()
        return {at: future for at, (_, future) in begun.items()}

    def _work(self, queue: "Iterator[tuple[str, futures.Future[Edition]]]") -> None:
        for address, future in queue:
            try:
                future.set_result(self._fetch(address))
            except Exception as error:  # noqa: BLE001 - it is raised where the result is waited for
                future.set_exception(error)

    def _fetch(self, address: str) -> Edition:
        """Fetch a document; ask no more once the site has failed several times in a row, or gave very many."""
        if self._failure and self._failures >= limits.FAILURES_IN_A_ROW:
            raise self._failure
        if self._asked >= limits.PRINTED_DOCUMENTS:
            raise NotAtHand("too-many-documents", n=limits.PRINTED_DOCUMENTS)
        self._asked += 1
        try:
            edition = self._stand.fetch(address)
        except Unreachable as error:
            self._failures, self._failure = self._failures + 1, error
            raise
        self._failures = 0
        return edition
