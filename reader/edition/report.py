"""How a page was parsed and what was odd about it, as values."""

from msgspec import Struct


class Report(Struct, frozen=True, kw_only=True):
    """How a page was parsed, as shown in the page report."""

    dialect: str = ""
    """Publishing system: "classic-table", "people", …; "generic" if unknown, "text" for copied text."""
    kind: str = ""
    """What the document is: "layout", "article", "several" (pages in one document), or "text"."""
    witnesses: tuple[tuple[str, str], ...] = ()
    """Facts, and where each was found: a `…` of the messages `report-…`, and one of the messages `witness-…`."""
    encoding: str = ""
    """The encoding the bytes were decoded from, as a Python codec name; empty if there were none."""
    reason: str = ""
    """Why that encoding was chosen: "bom", "valid", "repaired", "declared", "guess", "fewest", "override"."""
    replaced: int = 0
    """Number of undecodable characters, each now U+FFFD."""
    notes: tuple[str, ...] = ()
    """Oddities in order of discovery, each a `…` of the messages `note-…`."""
    removed: tuple[tuple[str, int], ...] = ()
    """What cleaning removed: kind ("control", "escape", "bidi", "invisible", …) and count, sorted by kind."""
