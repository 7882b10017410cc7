"""What every source gives: the bytes of a document, and where they came from."""

from dataclasses import dataclass


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
    """What was odd about the way it came: of each the words `note-…` tell it."""
