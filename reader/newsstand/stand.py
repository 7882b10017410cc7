"""What a reader can ask of a paper while reading it: more of it, another day, a sister paper.

Here stands only the question; the answers are in `saved` and `site`, so that neither parser nor network is imported.
"""

from collections.abc import Iterator
from datetime import date
from typing import Protocol

from reader.edition.day import Edition
from reader.edition.model import SisterPaper


class Stand(Protocol):
    """Where an edition and its neighbours are had. All methods may block.

    Those that give an edition raise `SourceError` if it cannot be had, `PageError` if what is there is no page.
    """

    is_live: bool = False
    """Whether what is not at hand is fetched."""

    is_sample: bool = False
    """Whether this is the sample edition."""

    notice: str = ""
    """Key of the words to greet the reader with; empty for none."""

    def open(self) -> Iterator[Edition]:
        """The edition asked for, in versions that hold more and more; at least one."""

    def target(self, edition: Edition, page_at: int) -> str:
        """By what the place can be opened again; empty if it cannot."""

    def paper(self, edition: Edition) -> str:
        """Which of the target's papers this is; empty where it holds one."""

    def fetch(self, address: str, *, is_ahead: bool = False, again: bool = False) -> Edition:
        """The day of one more document, opened at it.

        Args:
            address: Absolute.
            is_ahead: Whether nobody waits for it yet.
            again: Whether to fetch it even if it is at hand.
        """

    def neighbour_day(self, edition: Edition, step: int, today: date) -> tuple[Edition, tuple[date, ...]]:
        """The next (1) or previous (-1) day with a paper, and the days without one between."""

    def edition_of(self, edition: Edition, issued: date) -> Edition:
        """The same paper's edition of a day."""

    def month(self, edition: Edition, month: date) -> frozenset[date] | None:
        """At least the days of a month with a paper; None if nobody can tell."""

    def sister(self, edition: Edition, paper: SisterPaper | None) -> Edition:
        """A sister paper: the one named in the page's head, else any."""

    def raw(self, edition: Edition, page_at: int, href: str) -> str:
        """The text of the document an article was read from, else of its page, clean enough to be drawn."""

    def stop(self) -> None:
        """End what is being fetched; whoever waits for it meets `Stopped`."""
