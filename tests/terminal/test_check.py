"""Where the reader can be shown, and what it says where it cannot."""

from pathlib import Path

import pytest

pytest.importorskip("termios", reason="a pty is needed, which Windows does not have")

import subprocess
import sys

from tests.support.guarded_app import SAYING
from tests.support.oracle import modes_left
from tests.support.terminal import Terminal, clean_environment

APP = ["-m", "tests.support.guarded_app"]


def test_keys_come_from_the_terminal_when_a_page_is_piped_in(tmp_path: Path) -> None:
    with Terminal(APP, home=tmp_path, stdin="，管道里的版".encode()) as terminal:
        terminal.wait_for(SAYING + "，管道里的版")
        terminal.send("q")

        assert terminal.finish() == 0
        assert terminal.attributes() == terminal.found
        assert modes_left(bytes(terminal.raw)) == frozenset()


def test_the_screen_is_drawn_although_stderr_goes_to_a_file(tmp_path: Path) -> None:
    errors = tmp_path / "errors"
    with Terminal(APP, home=tmp_path, stderr=errors) as terminal:
        terminal.wait_for(SAYING)
        terminal.send("q")

        assert terminal.finish() == 0
        assert terminal.attributes() == terminal.found
        assert modes_left(bytes(terminal.raw)) == frozenset()
        assert errors.read_bytes() == b""


@pytest.mark.parametrize(
    ("environment", "hint"),
    [
        ({"TERM": "dumb"}, "TERM"),
        ({"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}, "UTF-8"),
        ({"PYTHONIOENCODING": "gbk"}, "UTF-8"),
    ],
)
def test_a_terminal_that_cannot_show_the_reader_is_refused_with_a_hint(
    tmp_path: Path, environment: dict[str, str], hint: str
) -> None:
    with Terminal(APP, home=tmp_path, environment=environment) as terminal:
        assert terminal.finish() == 2
        assert hint in "\n".join(terminal.text())
        assert b"\x1b" not in terminal.raw


def test_no_screen_is_painted_into_a_pipe(tmp_path: Path) -> None:
    ended = subprocess.run(
        [sys.executable, *APP],
        env=clean_environment(tmp_path),
        check=False,
        capture_output=True,
        stdin=subprocess.DEVNULL,
    )

    assert ended.returncode == 2
    assert ended.stdout == b""
    assert b"\x1b" not in ended.stderr


def test_a_piped_page_without_any_terminal_for_the_keys_is_refused(tmp_path: Path) -> None:
    with Terminal(APP, home=tmp_path, stdin=b"page", owned=False) as terminal:
        assert terminal.finish() == 2
        assert "keys" in "\n".join(terminal.text())
