"""Three lines for a person, a traceback for us."""

import stat
from pathlib import Path

import pytest

from reader.exits import Exit
from reader.terminal.crash import report_crash


def caught(message: str) -> ValueError:
    try:
        raise ValueError(message)
    except ValueError as error:
        return error


def test_a_crash_is_three_lines_and_a_log(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    log = tmp_path / "state" / "crash.log"

    code = report_crash(caught("页码"), log)

    lines = capsys.readouterr().err.splitlines()
    assert code is Exit.BUG
    assert len(lines) == 3
    assert "ValueError: 页码" in lines[0]
    assert str(log) in lines[1]
    assert "raise ValueError(message)" in log.read_text("utf-8")


def test_the_log_is_for_its_owner_alone_and_follows_no_link(tmp_path: Path) -> None:
    log, other = tmp_path / "crash.log", tmp_path / "other"
    other.write_text("密", "utf-8")
    log.symlink_to(other)

    report_crash(caught("页码"), log)

    assert other.read_text("utf-8") == "密"
    assert stat.S_IMODE(log.lstat().st_mode) == 0o600


def test_a_message_that_quotes_a_hostile_page_cannot_act(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    error = caught("\x1b]2;stolen\x07\n\u202e" + "长" * 500 + "\udcff")

    report_crash(error, tmp_path / "\x1b]2;stolen\x07\x9b" / "crash.log")

    said = capsys.readouterr().err
    assert said.count("\n") == 3
    assert said.replace("\n", "").isprintable()
    assert len(said.splitlines()[0]) < 300


def test_a_log_that_cannot_be_written_is_said_and_hides_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "state").write_text("a file where a folder should be", "utf-8")

    code = report_crash(caught("页码"), tmp_path / "state" / "crash.log")

    assert code == 70
    assert "could not be kept" in capsys.readouterr().err
