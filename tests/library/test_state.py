"""The files kept between sittings: shared by several readers, by other versions, and on any kind of disk."""

import json
import os
import stat
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from reader import folders, limits
from reader.folders import turn_at, write_whole
from reader.library.marks import ReadMarks
from reader.library.positions import Last, Positions

needs_users = pytest.mark.skipif(not hasattr(os, "geteuid"), reason="needs the permissions of Unix")
needs_fifos = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")


@pytest.fixture(params=["places.json", "read.json"])
def file(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A file that is kept, not yet there."""
    return tmp_path / str(request.param)


def opened(file: Path) -> Positions | ReadMarks:
    return Positions(file) if file.name == "places.json" else ReadMarks(file)


def note(kept: Positions | ReadMarks, key: str) -> None:
    if isinstance(kept, Positions):
        kept.remember(key, 3, 14)
    else:
        kept.mark(key)


def keep(file: Path, key: str) -> bool:
    """Read the file, note something, and write it."""
    kept = opened(file)
    note(kept, key)
    return kept.save()


def kept_in(file: Path) -> set[str]:
    """The articles that are noted in the file."""
    record = json.loads(file.read_bytes())
    return set(record["places"] if file.name == "places.json" else record["read"])


def written(file: Path, *keys: str, **more: object) -> dict[str, Any]:
    """Write a file as a program would that noted these articles; what it holds."""
    own = {"places": {key: [1, 1] for key in keys}} if file.name == "places.json" else {"read": [*keys]}
    record = (
        {"version": 1, "last": None, "step": 0, "theme": "", "chosen_theme": "", "full_width": True}
        | own
        | more
    )
    file.write_text(json.dumps(record), "utf-8")
    return record


@contextmanager
def without_powers() -> Iterator[None]:
    """As a person whom permissions hold; root is another one meanwhile."""
    is_root = os.geteuid() == 0
    if is_root:
        os.seteuid(65534)
    try:
        yield
    finally:
        if is_root:
            os.seteuid(0)


# Several readers


def test_of_two_readers_each_keeps_what_it_noted(file: Path) -> None:
    keep(file, "早")
    one, other = opened(file), opened(file)
    note(one, "甲")
    note(other, "乙")

    assert one.save()
    assert other.save()
    note(one, "丙")
    assert one.save()

    assert kept_in(file) == set("早甲乙丙")


def test_a_position_that_only_another_reader_changed_stays_as_it_left_it(tmp_path: Path) -> None:
    file = tmp_path / "places.json"
    for key in "甲乙丙":
        keep(file, key)
    one, other = Positions(file), Positions(file)
    other.remember("甲", 9, 9)
    other.remember("乙", 0, 0)
    other.theme = "night"
    other.save()

    one.remember("甲", 3, 14)  # it was looked at, and left where it was
    one.remember("丙", 5, 5)
    one.step = 1
    one.save()

    again = Positions(file)
    assert [again.get(key) for key in "甲乙丙"] == [(9, 9), None, (5, 5)]
    assert (again.theme, again.step) == ("night", 1)


def test_the_next_start_comes_back_to_the_reader_that_moved_last(tmp_path: Path) -> None:
    file = tmp_path / "places.json"
    one, other = Positions(file), Positions(file)
    one.last, other.last = Last("/one", "", "1", "甲"), Last("/other", "", "1", "乙")
    one.save()
    other.save()
    assert one.save()
    assert Positions(file).last == other.last

    one.remember("甲", 1, 1)
    one.save()

    assert Positions(file).last == one.last


def test_a_reader_waits_until_another_has_written(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(folders, "_TURN_MILLISECONDS", 5_000)
    with ThreadPoolExecutor() as pool:
        with turn_at(file):
            saving = pool.submit(keep, file, "甲")
            time.sleep(0.02)
            assert not saving.done()
            written(file, "乙")

        assert saving.result()
    assert kept_in(file) == set("甲乙")


def test_a_reader_that_was_killed_while_writing_holds_up_nobody_and_leaves_nothing(file: Path) -> None:
    turn, partial, fresh = (file.with_name(f".{file.name}.{end}") for end in ("turn", "a1b2c3d4", "e5f6g7h8"))
    for left in (turn, partial, fresh):
        left.touch()
    os.utime(partial, (time.time() - 90_000,) * 2)
    start = time.monotonic()

    assert keep(file, "甲")

    assert time.monotonic() - start < 1
    assert sorted(file.parent.iterdir()) == sorted((file, fresh))  # somebody may be writing it just now


def test_what_goes_while_one_reads_is_written_again(file: Path) -> None:
    kept = opened(file)
    note(kept, "甲")
    kept.save()
    file.unlink()
    note(kept, "乙")

    assert kept.save()

    assert kept_in(file) == set("甲乙")


def test_where_nothing_changed_nothing_is_written(file: Path) -> None:
    keep(file, "甲")
    kept = opened(file)
    note(kept, "甲")
    file.unlink()

    assert kept.save()

    assert not file.exists()


# Other versions of the program


def test_an_older_program_leaves_what_a_newer_one_wrote(tmp_path: Path) -> None:
    file = tmp_path / "places.json"
    entries = {"甲": [1, 2], "乙": {"sentence": 7}, "丙": [1, 2, 3]}
    last = ["/day", "2026-05-12", "001", "甲", "", "青石日报", "8 more"]
    record = written(
        file, version=3, notes={"甲": "!"}, step={"han": 7}, theme="dawn", places=entries, last=last
    )
    places = Positions(file)
    assert places.last == Last("/day", "2026-05-12", "001", "甲", "", "青石日报")
    assert [places.get(key) for key in entries] == [(1, 2), None, None]

    places.remember("乙", 0, 0)  # opened, and left at the beginning, as its place could not be read
    places.remember("甲", 5, 5)
    places.step = 1
    assert places.save()

    ours = {"places": entries | {"甲": [5, 5]}, "last": last[:6], "chosen_step": 1}
    assert json.loads(file.read_bytes()) == record | ours


def test_an_older_program_leaves_the_marks_of_a_newer_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "READ_MARKS", 2)
    file = tmp_path / "read.json"
    marks = ["甲", {"key": "乙", "day": "2026-05-12"}, "丙"]
    record = written(file, version=2, read=marks, notes=[])

    assert keep(file, "丁")

    assert json.loads(file.read_bytes()) == record | {"read": [*marks[1:], "丁"]}


def test_values_of_a_newer_program_that_cannot_be_told_apart_stay(file: Path) -> None:
    record = written(file, version=2, places=[["甲", 1, 1]], read={"甲": 1})

    assert keep(file, "乙")

    there = json.loads(file.read_bytes())
    assert (there["version"], there["places"], there["read"]) == (2, record["places"], record["read"])


def test_an_older_program_can_read_all_that_is_written(tmp_path: Path) -> None:
    keep(tmp_path / "places.json", "甲")

    record = json.loads((tmp_path / "places.json").read_bytes())

    assert record.keys() == {
        "version",
        "last",
        "step",
        "chosen_step",
        "theme",
        "chosen_theme",
        "full_width",
        "places",
    }  # none may be missing
    assert record["version"] == 1


# What else may be at the path


def test_a_link_is_neither_read_nor_written_through(file: Path) -> None:
    other = file.with_name("other.json")
    written(other, "密")
    before = other.read_bytes()
    file.symlink_to(other)

    assert keep(file, "甲")

    assert kept_in(file) == {"甲"}
    assert not file.is_symlink()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert other.read_bytes() == before
    assert file.with_suffix(".damaged").is_symlink()


@needs_fifos
@pytest.mark.parametrize("is_link", [False, True])
def test_nobody_waits_for_a_pipe_or_a_device(file: Path, *, is_link: bool) -> None:
    if is_link:
        file.symlink_to("/dev/zero")
    else:
        os.mkfifo(file)

    assert keep(file, "甲")

    assert kept_in(file) == {"甲"}


def test_a_folder_in_its_place_is_left(file: Path) -> None:
    file.mkdir()

    assert not keep(file, "甲")

    assert [*file.parent.rglob("*")] == [file]


@pytest.mark.parametrize("data", [b'{"version": 1, "places": {"a"', b"\xff\xfe\x00\xd8", b"[1]"])
def test_what_is_damaged_is_kept_beside_the_new_file(file: Path, data: bytes) -> None:
    file.write_bytes(data)

    assert keep(file, "甲")

    assert kept_in(file) == {"甲"}
    assert file.with_suffix(".damaged").read_bytes() == data


def test_an_entry_that_is_damaged_takes_no_other_with_it(tmp_path: Path) -> None:
    written(tmp_path / "places.json", places={"甲": ["x"], "乙": [1, 1]}, step="large")

    places = Positions(tmp_path / "places.json")

    assert (places.get("甲"), places.get("乙"), places.step) == (None, (1, 1), None)


@needs_users
def test_a_file_that_one_may_not_read_is_left_alone(file: Path) -> None:
    with tempfile.TemporaryDirectory() as folder:  # which anybody may enter
        Path(folder).chmod(0o777)
        closed = Path(folder) / file.name
        written(closed, "早")
        before = closed.read_bytes()
        closed.chmod(0)

        with without_powers():
            kept = opened(closed)
            note(kept, "甲")
            assert not kept.save()

        closed.chmod(0o600)
        assert closed.read_bytes() == before
        assert kept.save()  # now it can be read
        assert kept_in(closed) == set("早甲")


@needs_users
def test_in_a_folder_that_one_may_not_enter_nothing_is_raised(tmp_path: Path) -> None:
    tmp_path.chmod(0)
    try:
        with without_powers():
            assert not keep(tmp_path / "places.json", "甲")
            assert not keep(tmp_path / "read.json", "甲")
    finally:
        tmp_path.chmod(0o700)


def test_on_a_full_disk_the_old_file_stays_whole(file: Path) -> None:
    resource = pytest.importorskip("resource")
    keep(file, "甲")
    before, limit = file.read_bytes(), resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (10, limit[1]))
    try:
        assert not keep(file, "乙")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limit)

    assert file.read_bytes() == before
    assert [*file.parent.iterdir()] == [file]


# Names


def test_a_path_that_is_no_text_comes_back_byte_for_byte(tmp_path: Path) -> None:
    target = b"/papers/\xb1\xa8\xd6\xbd"  # 报纸 in GBK
    places = Positions(tmp_path / "places.json")
    places.last = Last(os.fsdecode(target), "", "1", "甲", os.fsdecode(b"\xff"))
    places.remember("甲", 1, 1)

    assert places.save()

    again = Positions(tmp_path / "places.json")
    assert again.get("甲") == (1, 1)
    assert again.last == places.last
    assert again.last
    assert os.fsencode(again.last.target) == target
    assert (tmp_path / "places.json").read_text("utf-8")


@pytest.mark.skipif(
    os.name == "nt" or os.uname().sysname == "Darwin", reason="such names are not allowed there"
)
def test_a_folder_may_have_any_name(tmp_path: Path) -> None:
    file = tmp_path / os.fsdecode(b"\xff") / "\n[*]" / "places.json"

    assert keep(file, "甲")
    write_whole(file.with_name("copy.txt"), b"")

    assert Positions(file).get("甲")
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700
