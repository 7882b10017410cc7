"""The one measure of width: how many cells of the terminal a character takes."""

from functools import cache
from unicodedata import east_asian_width

from rich.cells import get_character_cell_size


class Widths(dict[str, int]):
    """Cells of each character (0, 1 or 2), learned as characters are met.

    Marks that combine, variation selectors and joiners take no cell of their own.

    Args:
        ambiguous: Cells this terminal gives to “ ” — … and their like: 1, or 2.

    Source:
        UAX #11, class A (Ambiguous); everything else as Rich counts it, for Rich draws it.
    """

    __slots__ = ("ambiguous",)

    def __init__(self, ambiguous: int = 1) -> None:
        super().__init__()
        self.ambiguous = ambiguous

    def __missing__(self, character: str) -> int:
        """Measure a character met for the first time."""
        size = get_character_cell_size(character)
        if size == 1 and east_asian_width(character) == "A":
            size = self.ambiguous
        self[character] = size
        return size


_tables = cache(Widths)


def widths(ambiguous: int = 1) -> Widths:
    """The table for terminals that give ambiguous characters so many cells; one per value."""
    return _tables(ambiguous)


def cells(text: str, widths: Widths) -> int:
    """The cells a text takes on one row."""
    return sum(map(widths.__getitem__, text))


def cut(text: str, room: int, widths: Widths, ellipsis: str = "…") -> str:
    """The text in at most `room` cells; what is cut ends in the ellipsis, where that fits."""
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
