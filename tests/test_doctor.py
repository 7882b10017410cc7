"""What `banmian doctor` says: enough for a report of a bug, in words a reader understands."""

import os
import sys
from pathlib import Path

import pytest

from reader.cli import main
from reader.newsstand.saved import Saved
from reader.sources.folder import text
from reader.terminal.clipboard import Way, ways
from reader.terminal.colours import colours
from reader.typesetting.ladder import Capabilities
from reader.ui.app import BanmianApp
from reader.words import ZH, Words
from tests.support.newsprint import PAGE
from tests.support.sessions import session

pytestmark = pytest.mark.usefixtures("read_once")

VARIABLES = ("TERM", "COLORTERM", "NO_COLOR", "TEXTUAL_COLOR_SYSTEM", "TMUX", "SSH_TTY", "SSH_CONNECTION", "DISPLAY",
             "WAYLAND_DISPLAY", "BANMIAN_LANG", "LC_ALL", "LC_CTYPE", "LC_MESSAGES")  # fmt: skip


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home of its own, in an environment that says nothing of the terminal."""
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "zh_CN.UTF-8")
    monkeypatch.setenv("BANMIAN_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


def facts(capsys: pytest.CaptureFixture[str], *words: str) -> dict[str, str]:
    assert main(["doctor", *words]) == 0
    return dict(line.partition(": ")[::2] for line in capsys.readouterr().out.splitlines())


def test_it_tells_what_a_report_of_a_bug_needs(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = tmp_path / "page.txt"
    page.write_text(PAGE, "utf-8")

    alone = facts(capsys, "--lang", "en")
    main(["doctor", str(page), "--lang", "en"])
    with_page = capsys.readouterr().out

    assert list(alone)[:3] == ["banmian", "Python", "textual / rich / bs4"]
    assert "Encoding UTF-8" in with_page
    assert "6 articles on this page, 1 of them at hand" in with_page
    assert alone["locale"] == "LANG=zh_CN.UTF-8"


def test_it_names_what_was_passed_over_in_a_folder(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "page.txt").write_text(PAGE, "utf-8")
    (tmp_path / "scan.htm").write_bytes(b"%PDF-1.7 scan")

    assert main(["doctor", str(tmp_path), "--lang", "en"]) == 0

    assert "Not read: scan.htm is a PDF, not a web page" in capsys.readouterr().out


def test_what_it_knows_is_printed_before_a_page_that_cannot_be_read(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["doctor", "nowhere.htm"]) == 66

    said = capsys.readouterr()
    assert said.out.startswith("banmian: ")
    assert "nowhere.htm" in said.err


def test_files_and_folders_are_told_with_what_can_be_done_there(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = facts(capsys)
    home.mkdir()
    (home / "config.toml").write_text("theme = 'night'", "utf-8")
    after = facts(capsys)

    assert before["config.toml"] == f"{home}/config.toml · 没有 · 可以写"
    assert after["config.toml"] == f"{home}/config.toml · 有 · 可以写"
    assert after["位置、日志的文件夹"] == f"{home} · 有 · 可以写"
    assert [after[name].split(" · ")[1:] for name in ("papers.toml", "crash.log")] == [["没有", "可以写"]] * 2
    assert (after["theme"], before["theme"]) == ("night（config.toml）", "自动（看终端）")


def test_where_nothing_can_be_written_it_says_so(
    home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    home.touch()
    monkeypatch.setenv("BANMIAN_HOME", str(home / "below"))

    assert facts(capsys)["config.toml"].endswith(" · 没有 · 不能写")


@pytest.mark.parametrize(
    ("environment", "source"),
    [
        ({}, "环境变量 LANG"),
        ({"LC_ALL": "zh"}, "环境变量 LC_ALL"),
        ({"BANMIAN_LANG": "zh"}, "环境变量 BANMIAN_LANG"),
    ],
)
def test_the_language_is_told_with_where_it_comes_from(
    environment: dict[str, str],
    source: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)

    assert facts(capsys)["language"] == f"zh（{source}）"
    assert facts(capsys, "--lang", "en")["language"] == "en (command line)"


@pytest.mark.parametrize(
    ("environment", "shown"),
    [
        ({"TERM": "xterm-256color", "COLORTERM": "truecolor"}, "truecolor"),
        ({"TERM": "xterm-256color"}, "256"),
        ({"TERM": "xterm"}, "standard"),
        ({"TERM": "xterm", "TEXTUAL_COLOR_SYSTEM": "256"}, "256"),
        ({"TERM": "xterm", "TEXTUAL_COLOR_SYSTEM": "rainbow"}, "standard"),
        ({"TERM": "dumb"}, "none"),
        ({"TERM": "xterm-256color", "NO_COLOR": "1"}, "none"),
    ],
)
def test_colours_are_those_the_reader_draws_with(environment: dict[str, str], shown: str) -> None:
    assert colours(environment) == shown


@pytest.mark.parametrize("term", ["xterm-256color", "xterm", "dumb"])
def test_colours_are_those_that_textual_finds(
    term: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERM", term)

    app = BanmianApp(session(tmp_path, Saved(text(b""))), Words(ZH), Capabilities())

    assert colours(os.environ) == (app.console.color_system or "none")


def put(folder: Path, name: str) -> None:
    tool = folder / name
    tool.write_text("#!/bin/sh\necho $0 >> $RECORD\n", "utf-8")
    tool.chmod(0o700)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the tools are those of X11 on Linux")
def test_the_ways_of_a_copy_are_told_without_copying(tmp_path: Path) -> None:
    environment = {"PATH": str(tmp_path), "HOME": str(tmp_path), "RECORD": str(tmp_path / "record")}
    assert ways(environment) == (Way.OSC52, Way.FILE)

    put(tmp_path, "xclip")
    put(tmp_path, "tmux")
    here = environment | {"DISPLAY": ":none", "TMUX": "1"}
    assert ways(here) == (Way.SYSTEM, Way.TMUX, Way.OSC52, Way.FILE)
    assert ways(here | {"SSH_TTY": "/dev/pts/1"}) == (Way.TMUX, Way.OSC52, Way.FILE)
    assert not (tmp_path / "record").exists()
