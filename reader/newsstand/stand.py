"""The interface of an opened paper: more of its documents, other days, sister papers.

The implementations are in `saved` and `site`, so that this module imports neither parser nor HTTP client.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Protocol

from reader.edition.day import Edition
from reader.edition.model import SisterPaper
from reader.errors import ReaderError
from reader.sources.base import Fetched


class Stand(Protocol):
    """Opens an edition and its neighbours; all methods may block.

    Methods that return an edition raise `SourceError` if it cannot be loaded, `PageError` if it cannot be parsed.
    """

    is_live: bool = False
    """Whether documents that are not at hand can be fetched."""

    is_sample: bool = False
    """Whether this is the sample edition."""

    is_text: bool = False
    """Whether this is a text that was pasted, which may be anything."""

    notice: str = ""
    """Key of the message to show on opening; empty for none."""

    def open(self) -> Iterator[Edition]:
        """The requested edition, at least once, each time with more pages and articles."""

    def target(self, edition: Edition, page_at: int) -> str:
        """The target that opens this page again; empty if there is none."""

    def paper(self, edition: Edition) -> str:
        """Which of the target's papers this is; empty if it holds only one."""

    def fetch(self, address: str, *, is_prefetch: bool = False, again: bool = False) -> Edition:
        """Fetch a document and return its day, opened at that document.

        Args:
            address: Absolute http(s) address.
            is_prefetch: Whether this is a prefetch.
            again: Whether to fetch it even if it is at hand.
        """

    def neighbour_day(self, edition: Edition, step: int, today: date) -> tuple[Edition, tuple[date, ...]]:
        """The edition of the next (1) or previous (-1) day with a paper, and the days skipped."""

    def edition_of(self, edition: Edition, issued: date) -> Edition:
        """The same paper's edition of a day."""

    def month(self, edition: Edition, month: date) -> frozenset[date] | None:
        """The days with a paper, at least all those of one month; None if unknown."""

    def sister(self, edition: Edition, paper: SisterPaper | None) -> Edition:
        """A sister paper: the given one, else any."""

    def failure(self, edition: Edition, page_at: int, href: str) -> ReaderError | None:
        """Why an article, or without `href` a page, that the stand has could not be read; None if there is no reason."""
        return None

    def unread(self, edition: Edition) -> Sequence[ReaderError]:
        """Why documents of the day were passed over, in order."""
        return ()

    def raw(self, edition: Edition, page_at: int, href: str) -> str:
        """The source text of an article's document, else of its page, safe to display."""

    def picture(self, edition: Edition, page_at: int, image: str, article: str = "") -> Fetched:
        """The bytes of a picture, not yet decoded.

        Args:
            edition: The edition.
            page_at: Index of the page.
            image: Address of the picture, as written.
            article: Of the article that shows it, as written; empty if the page does.

        Raises:
            SourceError: It cannot be loaded.
            PageError: It is too large, or no picture.
        """

    def where(self, edition: Edition, page_at: int, href: str = "", article: str = "") -> str:
        """Where something that a page links to or shows is: a file's path, or an http(s) address; empty if unknown.

        The arguments are those of `picture`; without `href` the page itself is meant.
        """

    def address(self, edition: Edition, page_at: int, href: str = "") -> str:
        """Address of an article's document, else of its page: an http(s) one, or a path relative to what was opened."""
        return self.where(edition, page_at, href)

    def stop(self) -> None:
        """Cancel all requests; their callers get `Stopped`."""
