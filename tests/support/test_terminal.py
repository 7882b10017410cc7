"""The harness shows what a terminal would."""

import sys
from pathlib import Path

import pytest

pytest.importorskip("termios", reason="a pty is needed, which Windows does not have")

from tests.support.guarded_app import SAYING
from tests.support.terminal import Terminal

APP = ["-m", "tests.support.guarded_app"]


@pytest.mark.parametrize("answering", [False, True])
def test_a_person_sees_clicks_resizes_and_leaves(tmp_path: Path, answering: bool) -> None:
    with Terminal(APP, home=tmp_path, columns=80, rows=24, answering=answering) as terminal:
        terminal.wait_for(SAYING)
        terminal.wait_for("80 x 24")
        assert terminal.text()[0] == SAYING
        assert terminal.row_of("80 x") == 2
        assert terminal.cell_of("就绪") == (5, 0)  # two wide characters and a narrow quote before it
        terminal.click(79, 23)
        terminal.wait_for("点击")
        terminal.resize(60, 20)
        terminal.wait_for("60 x 20")
        terminal.send("q")

        assert terminal.finish() == 0


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux tells what a thread is doing")
def test_a_frame_is_waited_for_however_long_it_is_worked_on(tmp_path: Path) -> None:
    program = "\n".join(
        (
            "import time",
            "print('版', flush=True)",
            "while time.process_time() < 1: pass",
            "print('面', flush=True)",
            "time.sleep(60)",
        )
    )
    with Terminal(["-c", program], home=tmp_path) as terminal:
        terminal.wait_for("版")
        assert "面" in terminal.settle()


def test_what_never_comes_fails_with_the_screen(tmp_path: Path) -> None:
    with (
        Terminal(["-c", "print('版面')"], home=tmp_path) as terminal,
        pytest.raises(AssertionError, match=r"(?s)ended.*版面"),
    ):
        terminal.wait_for("标题")


def test_the_program_knows_nothing_of_this_machine(tmp_path: Path) -> None:
    program = "import os; print(*sorted(os.environ), os.environ['HOME'] == os.getcwd())"
    with Terminal(["-c", program], home=tmp_path) as terminal:
        assert terminal.finish() == 0

        shown = "".join(terminal.text())

    assert shown == "BANMIAN_HOME BANMIAN_LANG COLORTERM HOME LANG PATH PYTHONPATH TERM True"


def test_the_exit_code_is_that_of_the_program(tmp_path: Path) -> None:
    with Terminal(["-c", "raise SystemExit(65)"], home=tmp_path) as terminal:
        assert terminal.finish() == 65
