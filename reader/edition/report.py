"""What was missing or odd in a page, as values."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """How a page was understood."""

    dialect: str = ""
    """The publishing system's markup: "classic-table", "people", …; "generic" for none known, "text" for copied text."""
    encoding: str = ""
    """The encoding the bytes were read in, as a Python codec name; empty for text that came as text."""
    reason: str = ""
    """Why that encoding: "bom", "valid", "repaired", "declared", "guess", "fewest" or "override"."""
    replaced: int = 0
    """Characters that could not be read, each now U+FFFD."""
    notes: tuple[str, ...] = ()
    """What was odd, in the order met: of each the words `note-…` tell it."""
    removed: tuple[tuple[str, int], ...] = ()
    """What cleaning took out: kind ("control", "escape", "bidi", "invisible", …) and count, kinds in order of name."""
