"""The terminal after every way to end, on a real pty."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

pytest.importorskip("termios", reason="a pty is needed, which Windows does not have")

import signal

from tests.support.guarded_app import SAYING
from tests.support.matrix import in_matrix
from tests.support.oracle import modes_left, offences
from tests.support.tally import Tally
from tests.support.terminal import DEADLINE, Terminal

APP = ["-m", "tests.support.guarded_app"]
CODES = {signal.SIGTERM: 143, signal.SIGHUP: 129, signal.SIGINT: 130, signal.SIGQUIT: 131}
MOMENTS = ("start", "idle", "modal", "download")


def bring_to(terminal: Terminal, moment: str) -> None:
    """Let the app come to a moment of its life."""
    if moment == "start":
        terminal.wait_for(lambda seen: b"\x1b[?1049h" in seen.raw)
        return
    terminal.wait_for(SAYING)
    if moment == "modal":
        terminal.send("m")
        terminal.wait_for("对话框")
    elif moment == "download":
        terminal.send("d")
        terminal.wait_for("下载中")


def assert_as_found(terminal: Terminal) -> None:
    assert terminal.attributes() == terminal.found
    assert modes_left(bytes(terminal.raw)) == frozenset()


@pytest.mark.parametrize("answering", [False, True])
def test_a_normal_end_leaves_nothing_and_wrote_nothing_odd(tmp_path: Path, answering: bool) -> None:
    with Terminal(APP, home=tmp_path, answering=answering) as terminal:
        terminal.wait_for(SAYING)
        terminal.send("cq")

        code = terminal.finish()

        assert code == 0
        assert_as_found(terminal)
        assert offences(bytes(terminal.raw), answering=answering, copied=[SAYING]) == []


def test_a_pointer_over_something_to_click_becomes_an_arrow_again(tmp_path: Path) -> None:
    with Terminal(APP, home=tmp_path, answering=True) as terminal:
        terminal.wait_for("100 x 30")
        terminal.hover(*terminal.cell_of("100 x 30"))
        terminal.wait_for(lambda seen: modes_left(bytes(seen.raw)) >= {"pointer"})
        terminal.send("q")

        assert terminal.finish() == 0
        assert_as_found(terminal)


@in_matrix("number,code", list(CODES.items()), daily=list(CODES.items())[:1])
def test_a_signal_ends_the_app_by_its_own_way_out(tmp_path: Path, number: signal.Signals, code: int) -> None:
    with Terminal(APP, home=tmp_path, answering=True) as terminal:
        bring_to(terminal, "idle")

        terminal.process.send_signal(number)

        assert terminal.finish() == code
        assert_as_found(terminal)
        assert offences(bytes(terminal.raw), answering=True) == []


@pytest.mark.slow
@pytest.mark.kill
@pytest.mark.parametrize("answering", [False, True])
@pytest.mark.parametrize("moment", MOMENTS)
@pytest.mark.parametrize(("number", "code"), CODES.items())
def test_every_signal_at_every_moment(
    tmp_path: Path, number: signal.Signals, code: int, moment: str, answering: bool, tally: Tally
) -> None:
    tally("signals")
    with Terminal([*APP, "--short"], home=tmp_path, answering=answering) as terminal:
        bring_to(terminal, moment)

        terminal.process.send_signal(number)

        assert terminal.finish() == code
        assert_as_found(terminal)


@pytest.mark.slow
@pytest.mark.kill
@pytest.mark.parametrize("answering", [False, True])
@pytest.mark.parametrize("moment", MOMENTS)
def test_a_suspended_app_gives_the_terminal_back_and_comes_again(
    tmp_path: Path, moment: str, answering: bool, tally: Tally
) -> None:
    tally("stopped and continued")
    with Terminal([*APP, "--short"], home=tmp_path, answering=answering) as terminal:
        bring_to(terminal, moment)
        terminal.wait_for(lambda seen: b"\x1b[?2004h" in seen.raw)

        terminal.process.send_signal(signal.SIGTSTP)
        terminal.wait_for(lambda seen: b"\x1b[?1004l" in seen.raw)
        os.waitpid(terminal.process.pid, os.WUNTRACED)
        assert terminal.attributes() == terminal.found
        terminal.process.send_signal(signal.SIGCONT)
        terminal.wait_for(lambda seen: seen.raw.count(b"\x1b[?1049h") == 2)
        terminal.process.send_signal(signal.SIGTERM)

        assert terminal.finish() == 143
        assert_as_found(terminal)


@pytest.mark.parametrize("key", ["x", "w"])
def test_a_bug_is_three_lines_a_log_and_code_70(tmp_path: Path, key: str) -> None:
    with Terminal(APP, home=tmp_path) as terminal:
        bring_to(terminal, "idle")

        terminal.send(key)

        assert terminal.finish() == 70
        assert_as_found(terminal)
        assert offences(bytes(terminal.raw), bells=1) == []
        assert "ValueError" in (tmp_path / "crash.log").read_text("utf-8")
        assert str(tmp_path)[:20] in "\n".join(terminal.text())


@pytest.mark.parametrize("owned", [True, False], ids=["told by a signal", "told by nobody"])
def test_a_closed_terminal_ends_the_process(tmp_path: Path, owned: bool) -> None:
    with Terminal(APP, home=tmp_path, owned=owned) as terminal:
        bring_to(terminal, "idle")

        terminal.hang_up()

        assert terminal.process.wait(DEADLINE) == 129


@pytest.mark.slow
@pytest.mark.kill
def test_an_app_that_cannot_leave_in_time_is_ended_with_the_terminal_restored(tmp_path: Path) -> None:
    with Terminal(APP, home=tmp_path, answering=True) as terminal:
        bring_to(terminal, "download")  # one that never ends, in a thread the loop waits for

        terminal.process.send_signal(signal.SIGTERM)

        assert terminal.finish() == 143
        assert_as_found(terminal)


@pytest.mark.slow
@pytest.mark.kill
def test_a_terminal_that_stopped_reading_does_not_keep_the_process(tmp_path: Path) -> None:
    with Terminal(APP, home=tmp_path) as terminal:
        bring_to(terminal, "idle")
        terminal.send("f")
        terminal.wait_for(lambda seen: len(seen.raw) > 200_000)

        terminal.process.send_signal(signal.SIGTERM)  # and from here on nothing is read

        assert terminal.process.wait(DEADLINE) == 143
        assert terminal.attributes() == terminal.found


def run_here(program: str) -> subprocess.CompletedProcess[str]:
    """Run a program with neither terminal nor app."""
    return subprocess.run(
        [sys.executable, "-c", program], check=False, stdin=subprocess.DEVNULL, capture_output=True, text=True
    )


def test_without_a_terminal_nothing_is_written() -> None:
    ended = run_here("from reader.terminal.guard import TerminalGuard\nwith TerminalGuard(): pass")

    assert (ended.returncode, ended.stdout, ended.stderr) == (0, "", "")


def test_a_signal_before_the_app_runs_has_its_documented_code() -> None:
    ended = run_here(
        "import os, signal\nfrom reader.terminal.guard import TerminalGuard\n"
        "with TerminalGuard(): os.kill(os.getpid(), signal.SIGTERM)"
    )

    assert ended.returncode == 143


def test_the_handlers_of_the_caller_come_back() -> None:
    ended = run_here(
        "import signal\nfrom reader.terminal.guard import TerminalGuard\n"
        "before = [signal.getsignal(n) for n in (1, 2, 3, 14, 15)]\n"
        "with TerminalGuard(): pass\n"
        "print(before == [signal.getsignal(n) for n in (1, 2, 3, 14, 15)])"
    )

    assert ended.stdout == "True\n"


def test_it_can_be_imported_where_termios_is_missing() -> None:
    ended = run_here(
        "import sys\nsys.modules['termios'] = sys.modules['fcntl'] = None\n"
        "from reader.terminal.guard import TerminalGuard\nimport reader.terminal.clipboard, reader.terminal.check\n"
        "with TerminalGuard() as found: print(found.exit_code)"
    )

    assert ended.stdout == "None\n"
