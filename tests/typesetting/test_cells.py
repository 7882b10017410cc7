"""Width in cells."""

import pytest

from reader.typesetting.cells import cells, cut, widths


def test_han_take_two_cells_latin_one_and_marks_that_combine_none() -> None:
    table = widths()

    assert [table[c] for c in "汉，a𠮷\u0301\ufe0f\u200d\U000e0100"] == [2, 2, 1, 2, 0, 0, 0, 0]


def test_ambiguous_characters_are_as_wide_as_the_terminal_makes_them() -> None:
    assert cells("“”‘’—…·", widths(1)) == 7
    assert cells("“”‘’—…·", widths(2)) == 14
    assert cells("e\u0301a汉", widths(2)) == cells("e\u0301a汉", widths(1)) == 4


def test_there_is_one_table_for_each_ambiguous_width() -> None:
    assert widths(1) is widths()
    assert widths(2) is not widths(1)


@pytest.mark.parametrize(
    ("text", "room", "ambiguous", "expected"),
    [
        ("春江潮水", 8, 1, "春江潮水"),
        ("春江潮水", 7, 1, "春江潮…"),
        ("春江潮水", 6, 1, "春江…"),
        ("春江潮水", 6, 2, "春江…"),
        ("春江 潮水", 6, 1, "春江…"),
        ("春江潮水", 1, 1, "…"),
        ("春江潮水", 1, 2, ""),
        ("春江潮水", 0, 1, ""),
        ("ne\u0301e", 3, 1, "ne\u0301e"),
        ("ne\u0301ee", 3, 1, "ne\u0301…"),
        ("", 4, 1, ""),
    ],
)
def test_what_is_cut_ends_in_an_ellipsis_and_keeps_to_its_room(
    text: str, room: int, ambiguous: int, expected: str
) -> None:
    result = cut(text, room, widths(ambiguous))

    assert result == expected
    assert cells(result, widths(ambiguous)) <= room
