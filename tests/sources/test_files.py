"""Files, folders, pipes: what can be had, and what never can."""

import io
import os
from pathlib import Path
from typing import NoReturn

import pytest

from reader import limits
from reader.errors import SourceError, TooLarge
from reader.newsstand.saved import open_path
from reader.sources.folder import read_text


def test_a_file_leads_to_its_neighbours_and_nowhere_else(tmp_path: Path) -> None:
    (tmp_path / "day").mkdir()
    (tmp_path / "secret.htm").write_text("密", "utf-8")
    (tmp_path / "day" / "node_1.htm").write_text("版", "utf-8")
    (tmp_path / "day" / "link.htm").symlink_to(tmp_path / "secret.htm")
    source = open_path(tmp_path / "day" / "node_1.htm")

    (page,) = source.days
    assert page.addresses == ("node_1.htm",)
    assert source.fetch("node_1.htm").data == "版".encode()
    for address in ("../secret.htm", "link.htm", str(tmp_path / "secret.htm"), "a\x00b", "x" * 5000, "", "."):
        assert not source.has(page, address)
        with pytest.raises(SourceError):
            source.fetch(address)


def test_a_folder_is_read_whatever_its_layout_layout_pages_first(tmp_path: Path) -> None:
    for name in (
        "content_2.htm",
        "node_10.htm",
        "a/node_2.htm",
        "b/x.TXT",
        ".hidden.htm",
        ".git/y.htm",
        "p.jpg",
    ):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("", "utf-8")

    assert [address for day in open_path(tmp_path).days for address in day.addresses] == [
        "a/node_2.htm",
        "node_10.htm",
        "b/x.TXT",
        "content_2.htm",
    ]


def test_an_empty_folder_and_a_far_too_full_one_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(SourceError, match="empty-folder"):
        open_path(tmp_path)

    def gone(_: Path) -> NoReturn:
        raise PermissionError(13, "Permission denied")

    with monkeypatch.context() as patch:
        patch.setattr(os, "scandir", gone)
        with pytest.raises(SourceError, match="unreadable"):
            open_path(tmp_path)

    monkeypatch.setattr(limits, "FOLDER_FILES", 3)
    for number in range(4):
        (tmp_path / f"{number}.htm").touch()
    with pytest.raises(SourceError, match="many-files"):
        open_path(tmp_path)


@pytest.mark.parametrize("name", ["没有.htm", "a\x00b", "x" * 5000])
def test_nothing_at_a_path_is_an_error_of_ours(tmp_path: Path, name: str) -> None:
    with pytest.raises(SourceError):
        open_path(tmp_path / name)


def test_what_is_too_large_is_refused_without_being_read_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "PAGE_BYTES", 10)
    (tmp_path / "page.htm").write_bytes(b"x" * 11)

    with pytest.raises(TooLarge):
        open_path(tmp_path / "page.htm").fetch("page.htm")
    with pytest.raises(TooLarge):
        read_text(io.BytesIO(b"x" * 11))


def test_a_pipe_is_one_document() -> None:
    source = read_text(io.BytesIO("版".encode()))

    (page,) = source.days
    assert source.has(page, "-")
    assert not source.has(page, "node_1.htm")
    assert source.fetch("-").data == "版".encode()


def test_an_empty_pipe_is_an_error() -> None:
    with pytest.raises(SourceError, match="empty-input"):
        read_text(io.BytesIO(b" \n"))


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs a named pipe")
def test_what_is_no_file_is_not_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "page.htm")
    source = open_path(tmp_path / "page.htm")

    with pytest.raises(SourceError):
        source.fetch("page.htm")
