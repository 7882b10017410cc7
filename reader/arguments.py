"""What was asked for on the command line, as a value."""

from dataclasses import dataclass

TEXT_WIDTH = 72
"""Cells of a line of `banmian text`, when the reader names none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Arguments:
    """The words of the command line, understood."""

    target: str | None = None
    """A path, an address, a paper's code, `-` for standard input, or None."""
    paper: str = ""
    """Which paper of a folder of several."""
    date: str = ""
    """Which day, as the person named it."""
    page: str = ""
    """Number of the page."""
    article: int | None = None
    """Number in the contents, from 1."""
    width: int = TEXT_WIDTH
    """Cells of a line; 0 does not break lines."""
    json: bool = False
    lang: str = ""
    ambiguous: int = 1
    """Cells that the terminal gives “ ” — … and their like."""
    encoding: str = ""
    """Read every document in this encoding; empty to judge each on its own."""
    paste: bool = False
    """Open the clipboard's text."""
    is_return: bool = False
    """Whether this is the place last read, which opens whatever day a file of that name holds now."""

    @property
    def is_address(self) -> bool:
        """Whether the target is meant as a web address, well written or not."""
        return (self.target or "").strip().lower().startswith(("http:", "https:"))
