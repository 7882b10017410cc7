"""What is kept between sittings."""

from pathlib import Path

import pytest

from reader.library.positions import KEPT, Last, Positions


def test_what_was_kept_is_there_again(tmp_path: Path) -> None:
    places = Positions(tmp_path / "state" / "places.json")
    assert places.is_new
    places.remember("甲", 3, 14)
    places.remember("乙", 0, 0)
    places.last, places.step, places.theme = Last("/日报/node_1.htm", "2026-05-12", "001", "甲"), -1, "night"

    assert places.save()

    again = Positions(tmp_path / "state" / "places.json")
    assert not again.is_new
    assert (again.get("甲"), again.get("乙"), again.last) == ((3, 14), None, places.last)
    assert (again.step, again.theme) == (-1, "night")
    assert [file.name for file in (tmp_path / "state").iterdir()] == ["places.json"]


@pytest.mark.parametrize(
    "text",
    ["", "{", "null", "[]", '"x"', "{}", '{"last": 1, "step": 0, "theme": "", "places": {"a": [1]}}',
     '{"last": null, "step": 0, "theme": "", "places": {"a": ["x", 1]}}', "[" * 100_000, '{"last": {}, "places": 3}'],
)  # fmt: skip
def test_a_damaged_file_is_an_empty_one(tmp_path: Path, text: str) -> None:
    file = tmp_path / "places.json"
    file.write_text(text, "utf-8")

    places = Positions(file)

    assert places.get("a") is None
    assert places.last is None
    assert places.save()


def test_bytes_of_no_encoding_are_an_empty_file(tmp_path: Path) -> None:
    file = tmp_path / "places.json"
    file.write_bytes(b"\xff\xfe\x00\xd8")

    assert Positions(file).last is None


def test_where_nothing_can_be_written_nothing_is_raised(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    places = Positions(tmp_path / "file" / "places.json")
    places.remember("甲", 1, 1)

    assert not places.save()
    assert places.get("甲") == (1, 1)


def test_the_places_left_longest_ago_go_first(tmp_path: Path) -> None:
    places = Positions(tmp_path / "places.json")
    for number in range(KEPT + 10):
        places.remember(str(number), 1, 0)
    places.remember("5", 2, 0)
    places.save()

    again = Positions(tmp_path / "places.json")

    assert again.get("5") == (2, 0)
    assert again.get("6") is None
    assert again.get(str(KEPT + 9)) == (1, 0)
