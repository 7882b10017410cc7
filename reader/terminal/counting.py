"""How many cells Rich, and so Textual, counts for the characters whose width terminals disagree on."""

import unicodedata
from collections.abc import Callable, Iterator
from functools import cache
from itertools import chain
from typing import Any

import rich.cells
import rich.segment
from rich.cells import CellTable
from rich.segment import Segment

_NAMES: dict[str, Any] = vars(rich.cells)  # Any: what is replaced here is not public, so not typed
_NARROW_TABLE: Callable[[str], CellTable] = _NAMES["load_cell_table"]
_NARROW_CHARACTERS: frozenset[str] = _NAMES["_SINGLE_CELLS"]


def count_ambiguous_as(cells: int) -> None:
    """Count characters of East Asian Width Ambiguous (“ ” — … ─ █) as so many cells, in this process.

    The count must match the terminal, or the compositor overwrites text. Rich counts 1 and has no setting
    for it; all its measuring goes through two names of `rich.cells`, one of them imported by
    `rich.segment` too. They are replaced here, and Rich's caches are cleared.

    Args:
        cells: 1, as in most terminals and in Rich itself, or 2. Call this before the first frame.

    Source:
        Unicode Standard Annex 11, East Asian Width.
    """
    is_wide = cells == 2
    _NAMES["load_cell_table"] = _wide_table if is_wide else _NARROW_TABLE
    for names in (_NAMES, vars(rich.segment)):
        names["_is_single_cell_widths"] = _single_cells(is_wide=is_wide).issuperset
    rich.cells.get_character_cell_size.cache_clear()
    rich.cells.cached_cell_len.cache_clear()
    vars(Segment)["_split_cells"].__wrapped__.cache_clear()


def _is_ambiguous(character: str) -> bool:
    return unicodedata.east_asian_width(character) == "A"


@cache
def _single_cells(*, is_wide: bool) -> frozenset[str]:
    """The characters that Rich counts as one cell without looking them up."""
    return frozenset(c for c in _NARROW_CHARACTERS if not (is_wide and _is_ambiguous(c)))


@cache
def _wide_table(unicode_version: str = "auto") -> CellTable:
    """Rich's table with two cells for each ambiguous character that had one."""
    narrow: CellTable = _NARROW_TABLE(unicode_version)
    listed = {code for start, end, _ in narrow.widths for code in range(start, end + 1)}
    added = [(code, code, 2) for code in _ambiguous_codes() if code not in listed]
    return narrow._replace(
        widths=sorted((*narrow.widths, *added)),
        narrow_to_wide=frozenset(c for c in narrow.narrow_to_wide if not _is_ambiguous(c)),
    )


def _ambiguous_codes() -> Iterator[int]:
    """Every ambiguous code point below plane 2: above, only private-use ones and variation selectors are."""
    return (code for code in chain(range(0xA1, 0x3400), range(0xE000, 0x20000)) if _is_ambiguous(chr(code)))
