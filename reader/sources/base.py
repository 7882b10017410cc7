"""What every source of bytes offers."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """The bytes of one document, as they came."""

    data: bytes
    address: str
    """An absolute URL, or a path with `/` below the opened folder."""
    charset: str = ""
    """Charset label that came with the bytes; a hint only."""
    url: str = ""
    """The document's absolute http(s) address where it is known."""
    is_whole: bool = True
    """Whether the document came to its end; else this is what there was after several tries."""
    notes: tuple[str, ...] = ()
    """What was odd about the way it came: short English sentences for the page's report."""


class Source(Protocol):
    """A place that documents can be had from."""

    @property
    def opened(self) -> str:
        """Address of the document the reader asked for; empty when a whole folder was asked for."""

    def addresses(self) -> Iterable[str]:
        """Addresses of all documents to read at once, likely layout pages first."""

    def has(self, address: str) -> bool:
        """Whether a document can be had at that address."""

    def fetch(self, address: str) -> Fetched:
        """The bytes at an address.

        Raises:
            SourceError: Nothing can be read there.
            TooLarge: There is more than a page may hold.
        """
