"""The result of every source: the bytes of a document, and its address."""

from msgspec import Struct


class Fetched(Struct, frozen=True, kw_only=True):
    """One document as loaded, not yet decoded."""

    data: bytes
    address: str
    """An absolute URL, or a path relative to the opened folder, with `/`."""
    charset: str = ""
    """Charset sent with the bytes; only a hint."""
    url: str = ""
    """The document's absolute http(s) address; empty if unknown."""
    is_whole: bool = True
    """Whether the document is complete; if not, this is what was received after several tries."""
    notes: tuple[str, ...] = ()
    """Oddities of the transfer, each a `…` of the messages `note-…`."""
