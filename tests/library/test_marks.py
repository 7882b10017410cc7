"""What is kept of articles that were read."""

import json
from pathlib import Path

import pytest

from reader import limits
from reader.library.marks import ReadMarks, ReadState
from reader.library.positions import Positions


def test_what_was_read_is_known_again(tmp_path: Path) -> None:
    marks = ReadMarks(tmp_path / "state" / "read.json")
    marks.mark("甲")

    assert marks.save()

    again = ReadMarks(tmp_path / "state" / "read.json")
    assert again.is_read("甲")
    assert not again.is_read("乙")
    assert [file.name for file in (tmp_path / "state").iterdir()] == ["read.json"]


def test_what_has_a_position_is_begun_until_it_is_read(tmp_path: Path) -> None:
    marks, positions = ReadMarks(tmp_path / "read.json"), Positions(tmp_path / "places.json")
    positions.remember("甲", 3, 14)
    positions.remember("乙", 3, 14)
    marks.mark("乙")

    assert [marks.state(key, positions) for key in "甲乙丙"] == [
        ReadState.BEGUN,
        ReadState.READ,
        ReadState.UNREAD,
    ]


def test_the_marks_set_first_go_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "READ_MARKS", 3)
    marks = ReadMarks(tmp_path / "read.json")
    for key in "甲乙丙丁":
        marks.mark(key)
    marks.save()

    again = ReadMarks(tmp_path / "read.json")

    assert [again.is_read(key) for key in "甲乙丙丁"] == [False, True, True, True]


def test_the_file_is_read_when_a_mark_is_first_asked_for_and_written_when_there_is_a_new_one(
    tmp_path: Path,
) -> None:
    file = tmp_path / "read.json"
    marks = ReadMarks(file)
    file.write_text(json.dumps({"version": 1, "read": ["甲"]}), "utf-8")

    marks.mark("甲")
    file.unlink()
    assert marks.save()
    assert not file.exists()

    marks.mark("乙")
    assert marks.save()
    assert json.loads(file.read_text("utf-8"))["read"] == ["甲", "乙"]


@pytest.mark.parametrize(
    "data",
    [b"", b"{", b"null", b"[]", b"{}", b'{"read": null}', b'{"read": "abc"}', b"[" * 100_000, b"\xff\xfe\x00\xd8"],
)  # fmt: skip
def test_a_damaged_file_is_an_empty_one(tmp_path: Path, data: bytes) -> None:
    file = tmp_path / "read.json"
    file.write_bytes(data)
    marks = ReadMarks(file)

    assert not marks.is_read("a")
    marks.mark("甲")
    assert marks.save()

    assert ReadMarks(file).is_read("甲")


def test_where_nothing_can_be_written_the_marks_are_kept_in_memory(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    marks = ReadMarks(tmp_path / "file" / "read.json")
    marks.mark("甲")

    assert not marks.save()
    assert marks.is_read("甲")
