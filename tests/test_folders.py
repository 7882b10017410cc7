"""Where files are kept, and that each is written whole."""

import stat
from pathlib import Path

import pytest

from reader.folders import own_config, own_papers, read_small, state_folder, write_whole


def test_a_file_is_made_with_its_folder_for_its_owner_alone(tmp_path: Path) -> None:
    file = tmp_path / "state" / "places.json"

    write_whole(file, "一".encode())
    write_whole(file, "二".encode())

    assert file.read_text("utf-8") == "二"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700
    assert list(file.parent.iterdir()) == [file]


def test_a_link_is_replaced_and_what_it_leads_to_stays(tmp_path: Path) -> None:
    (tmp_path / "other").write_text("密", "utf-8")
    (tmp_path / "copy.txt").symlink_to(tmp_path / "other")

    write_whole(tmp_path / "copy.txt", "字".encode())

    assert (tmp_path / "other").read_text("utf-8") == "密"
    assert (tmp_path / "copy.txt").read_text("utf-8") == "字"
    assert stat.S_IMODE((tmp_path / "copy.txt").lstat().st_mode) == 0o600


def test_of_a_file_no_more_is_read_than_it_may_have(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to("/dev/zero")
    (tmp_path / "file").write_bytes(b"0123456789")

    assert read_small(tmp_path / "file", 10) == b"0123456789"
    for path, most in (
        (tmp_path / "file", 9),
        (tmp_path / "link", 10),
        (tmp_path, 10),
        (tmp_path / "no", 10),
    ):
        with pytest.raises(OSError, match=path.name):
            read_small(path, most)
        with pytest.raises(OSError, match=path.name):
            read_small(path, most, follows_link=True)


def test_what_cannot_be_written_leaves_no_part_of_it(tmp_path: Path) -> None:
    (tmp_path / "taken").mkdir()

    with pytest.raises(OSError, match="taken"):
        write_whole(tmp_path / "taken", b"a file where a folder is")

    assert [path.name for path in tmp_path.iterdir()] == ["taken"]


def test_one_variable_says_where_everything_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BANMIAN_HOME", str(tmp_path))

    assert (state_folder(), own_papers()) == (tmp_path, tmp_path / "papers.toml")
    assert own_config() == tmp_path / "config.toml"


def test_without_it_the_system_says_where(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("BANMIAN_HOME", raising=False)

    assert state_folder().name == "banmian"
    assert own_papers().parts[-2:] == ("banmian", "papers.toml")
