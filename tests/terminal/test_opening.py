"""Handing over to the system's own program: what is handed over, when, and that nothing else ever is."""

import os
import sys
import time
from pathlib import Path

import pytest

from reader.terminal import opening
from reader.terminal.opening import open_outside

pytestmark = pytest.mark.skipif(os.name != "posix", reason="the program that stands in is a script")

OPENER = """#!/bin/sh
{ printf '%s\\n' "$#" "$1" "${BROWSER-none}"; (: </dev/tty) 2>/dev/null && echo tty || echo apart; } >"$OUT.part"
mv "$OUT.part" "$OUT"
"""


@pytest.fixture
def screen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """The environment of a desktop whose opener writes down how it was called."""
    monkeypatch.setattr(opening, "_OPENER", "xdg-open")
    monkeypatch.setattr(sys, "platform", "linux")
    tools = tmp_path / "tools"
    tools.mkdir()
    (tools / "xdg-open").write_text(OPENER)
    (tools / "xdg-open").chmod(0o755)
    return {"PATH": f"{tools}:/usr/bin:/bin", "DISPLAY": ":9", "BROWSER": "w3m", "OUT": str(tmp_path / "out")}


def called(environment: dict[str, str]) -> list[str]:
    """Count of arguments, the first, BROWSER, and whether it could reach a terminal."""
    out, deadline = Path(environment["OUT"]), time.monotonic() + 15
    while not out.exists() and time.monotonic() < deadline:
        time.sleep(0.01)
    return out.read_text().splitlines()


def test_an_address_is_one_argument_however_it_looks(screen: dict[str, str]) -> None:
    address = "http://paper.example/a b;touch x&$(id)/`id`.jpg"

    assert open_outside(address, screen)
    assert called(screen) == ["1", address, "none", "apart"]


def test_a_page_picture_or_pdf_at_hand_is_handed_over(screen: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / "版面 01.JPG").touch()

    assert open_outside(str(tmp_path / "版面 01.JPG"), screen)
    assert called(screen)[1] == str(tmp_path / "版面 01.JPG")


@pytest.mark.parametrize("name", ["run.desktop", "run.sh", "run.command", "page.htm.exe", "page", "gone.pdf"])
def test_nothing_else_of_a_folder_is_handed_over(screen: dict[str, str], tmp_path: Path, name: str) -> None:
    if not name.startswith("gone"):
        (tmp_path / name).touch()

    assert not open_outside(str(tmp_path / name), screen)


@pytest.mark.parametrize(
    "target",
    [
        "",
        "-h",
        "file:///etc/passwd.txt",
        "javascript:alert(1)",
        "page.htm",
        "http:",
        "a\x00/b.htm",
        "/\x00.htm",
    ],
)
def test_what_is_neither_an_address_nor_a_whole_path_is_not_handed_over(
    screen: dict[str, str], target: str
) -> None:
    assert not open_outside(target, screen)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("SSH_CONNECTION", "1.2.3.4 5 6.7.8.9 22"),
        ("SSH_TTY", "/dev/pts/1"),
        ("DISPLAY", ""),
        ("PATH", "/nowhere"),
    ],
)
def test_far_away_without_a_display_or_a_program_nothing_is_tried(
    screen: dict[str, str], name: str, value: str
) -> None:
    assert not open_outside("http://paper.example/", screen | {name: value})


def test_an_opener_that_cannot_run_is_none(screen: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / "tools/xdg-open").write_bytes(b"\x7fELF")

    assert not open_outside("http://paper.example/", screen)
