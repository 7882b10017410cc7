"""How many cells of the terminal a character takes; width is measured nowhere else."""

from functools import cache
from unicodedata import east_asian_width

from rich.cells import get_character_cell_size


class Widths(dict[str, int]):
    """Cells of each character (0, 1 or 2), measured on first use and cached.

    Combining marks, variation selectors and joiners have a width of 0.

    Args:
        ambiguous: Cells of “ ” — … and other ambiguous characters on this terminal: 1 or 2.

    Source:
        UAX #11, class A (Ambiguous); everything else as Rich counts it, because Rich draws it.
    """

    __slots__ = ("ambiguous",)

    def __init__(self, ambiguous: int = 1) -> None:
        super().__init__()
        self.ambiguous = ambiguous

    def __missing__(self, character: str) -> int:
        """Measure a character on first use."""
        size = get_character_cell_size(character)
        if size == 1 and east_asian_width(character) == "A":
            size = self.ambiguous
        self[character] = size
        return size


_tables = cache(Widths)


def widths(ambiguous: int = 1) -> Widths:
    """The shared table for terminals that draw ambiguous characters in so many cells."""
    return _tables(ambiguous)


def cells(text: str, widths: Widths) -> int:
    """Width of a text on one row, in cells."""
    return sum(map(widths.__getitem__, text))


def cut(text: str, room: int, widths: Widths, ellipsis: str = "…") -> str:
    """Shorten a text to at most `room` cells; if cut, it ends in the ellipsis, where that fits."""
    mark = ellipsis if cells(ellipsis, widths) <= room else ""
    inner = room - cells(mark, widths)
    used = kept = 0
    for index, character in enumerate(text):
        used += widths[character]
        if used <= inner:
            kept = index + 1
        elif used > room:
            return text[:kept].rstrip() + mark
    return text
