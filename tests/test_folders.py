"""Where files are kept, and that each is written whole."""

import stat
from pathlib import Path

import pytest

from reader.folders import own_papers, state_folder, write_whole


def test_a_file_is_made_with_its_folder_for_its_owner_alone(tmp_path: Path) -> None:
    file = tmp_path / "state" / "places.json"

    write_whole(file, "一".encode())
    write_whole(file, "二".encode())

    assert file.read_text("utf-8") == "二"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert list(file.parent.iterdir()) == [file]


def test_what_cannot_be_written_leaves_no_part_of_it(tmp_path: Path) -> None:
    (tmp_path / "taken").mkdir()

    with pytest.raises(OSError, match="taken"):
        write_whole(tmp_path / "taken", b"a file where a folder is")

    assert [path.name for path in tmp_path.iterdir()] == ["taken"]


def test_one_variable_says_where_everything_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BANMIAN_HOME", str(tmp_path))

    assert (state_folder(), own_papers()) == (tmp_path, tmp_path / "papers.toml")


def test_without_it_the_system_says_where(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("BANMIAN_HOME", raising=False)

    assert state_folder().name == "banmian"
    assert own_papers().parts[-2:] == ("banmian", "papers.toml")
