"""Rich counts what the terminal counts, and counts as before when told so."""

import sys
import unicodedata
from collections.abc import Iterator

import pytest
from rich.cells import (
    cell_len,
    chop_cells,
    get_character_cell_size,
    set_cell_size,
    split_graphemes,
    split_text,
)
from rich.segment import Segment
from textual.content import Content
from textual.strip import Strip

from reader.terminal.counting import count_ambiguous_as

QUOTED = "“版”…─é"
"""One wide character and five ambiguous ones."""


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    yield
    count_ambiguous_as(1)


@pytest.mark.parametrize("ambiguous", [1, 2])
def test_every_way_to_measure_and_cut_agrees(ambiguous: int) -> None:
    for cells in (3 - ambiguous, ambiguous):  # what the other one left in the caches must not be seen
        count_ambiguous_as(cells)
        measured = {
            "cell_len": cell_len(QUOTED),
            "long": cell_len(QUOTED * 200) // 200,
            "character": sum(map(get_character_cell_size, QUOTED)),
            "graphemes": split_graphemes(QUOTED)[1],
            "padded": 40 - set_cell_size(QUOTED, 40).count(" "),
            "chopped": sum(cell_len(line) for line in chop_cells(QUOTED, 4)),
            "segment": Segment(QUOTED).cell_length,
            "strip": Strip([Segment(QUOTED)]).cell_length,
            "content": Content(QUOTED).cell_length,
        }

    assert set(measured.values()) == {2 + 5 * ambiguous}


def test_a_cut_falls_where_the_terminal_has_it() -> None:
    results = []
    for cells in (1, 2, 1):
        count_ambiguous_as(cells)
        results.append(
            (
                split_text("“版”面", 4)[0],
                set_cell_size("“版”面", 4),
                chop_cells("“版”面", 4)[0],
                Segment("“版”面").split_cells(4)[0].text,
                Segment("────").split_cells(2)[0].text,
                split_text("é──", 2)[0],
            )
        )

    narrow = ("“版”", "“版”", "“版”", "“版”", "──", "é─")
    wide = ("“版", "“版", "“版", "“版", "─", "é")
    assert results == [narrow, wide, narrow]


def test_exactly_the_ambiguous_characters_change() -> None:
    characters = [
        chr(code) for code in (*range(0x30000), *range(0xE0000, 0xE0200))
    ]  # between, none is assigned
    before = [get_character_cell_size(character) for character in characters]

    count_ambiguous_as(2)

    changed = [c for c, was in zip(characters, before, strict=True) if get_character_cell_size(c) != was]
    expected = [
        c for c, was in zip(characters, before, strict=True)
        if was == 1 and unicodedata.east_asian_width(c) == "A"
    ]  # fmt: skip
    assert changed == expected
    assert "\ue000" in changed  # what a paper's own font draws


def test_a_variation_selector_does_not_widen_twice() -> None:
    count_ambiguous_as(2)

    assert cell_len("®\ufe0f") == 2
    assert cell_len("e\u0301") == 1


def test_it_knows_every_copy_of_the_names_it_replaces() -> None:
    copies = {
        (module_name, name)
        for module_name, module in sys.modules.items()
        for name in ("load_cell_table", "_is_single_cell_widths")
        if module_name.startswith(("rich", "textual")) and name in vars(module)
    }

    assert copies == {
        ("rich.cells", "load_cell_table"),
        ("rich.cells", "_is_single_cell_widths"),
        ("rich.segment", "_is_single_cell_widths"),
    }
