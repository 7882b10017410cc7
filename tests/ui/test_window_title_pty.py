"""The title of the terminal's window: paper and day while they are read, the terminal's own again at every end."""

import re
from functools import partial
from pathlib import Path

import pytest

pytest.importorskip("termios", reason="a pty is needed, which Windows does not have")

import os
import signal

from reader import limits
from reader.terminal.title import takes_titles, title
from tests.support.matrix import in_matrix
from tests.support.oracle import modes_left, offences
from tests.support.press import SAMPLES
from tests.support.terminal import Terminal
from tests.ui.test_leaving_pty import WITH_A_BUG
from tests.ui.test_reading_pty import assert_leaves_no_trace

DAYS = ["-m", "reader", str(SAMPLES), "--paper", "qsrb", "--date", "2026-05-12"]


def titles(terminal: Terminal) -> list[str]:
    """The titles the window was given, in order."""
    return [found.decode() for found in re.findall(rb"\x1b\]2;([^\x07]*)\x07", bytes(terminal.raw))]


def is_titled(text: str, terminal: Terminal) -> bool:
    return titles(terminal)[-1:] == [text]


def opened(terminal: Terminal) -> None:
    terminal.wait_for("本报讯 5月11日")
    terminal.settle()


def test_the_title_follows_day_and_paper(tmp_path: Path) -> None:
    with Terminal(DAYS, home=tmp_path) as terminal:
        opened(terminal)
        for key, place in (
            ("]", "青石日报 5月12日"),
            (">", "青石日报 5月14日"),
            ("w", "The Qingshi Courier 5月14日"),
        ):
            terminal.send(key)
            terminal.wait_for(partial(is_titled, f"{place} · banmian"))
            terminal.settle()
        assert_leaves_no_trace(terminal)
        assert len(titles(terminal)) == 4, "each is told once"


@pytest.mark.slow
@pytest.mark.matrix
@in_matrix("term", ["linux", "vt220", "rxvt-unicode"], daily=["linux"])
def test_a_terminal_not_known_to_take_titles_is_told_none(tmp_path: Path, term: str) -> None:
    with Terminal(DAYS, home=tmp_path, environment={"TERM": term}) as terminal:
        opened(terminal)
        terminal.send("q")

        assert terminal.finish() == 0
        assert titles(terminal) == []
        assert b";0t" not in terminal.raw


@pytest.mark.slow
@pytest.mark.matrix
@in_matrix("number", [signal.SIGTERM, signal.SIGHUP], daily=[signal.SIGTERM])
def test_a_signal_gives_the_title_back(tmp_path: Path, number: signal.Signals) -> None:
    with Terminal(DAYS, home=tmp_path) as terminal:
        opened(terminal)
        assert modes_left(bytes(terminal.raw)) >= {"title"}
        terminal.process.send_signal(number)
        terminal.finish()

        assert modes_left(bytes(terminal.raw)) == frozenset()


def test_a_bug_gives_the_title_back(tmp_path: Path) -> None:
    with Terminal(["-c", WITH_A_BUG, *DAYS[2:]], home=tmp_path) as terminal:
        opened(terminal)
        terminal.send("y")

        assert terminal.finish() == 70
        assert modes_left(bytes(terminal.raw)) == frozenset()
        assert offences(bytes(terminal.raw)) == []


@pytest.mark.slow
@pytest.mark.matrix
def test_a_reader_that_cannot_leave_in_time_gives_the_title_back(tmp_path: Path) -> None:
    frozen = (
        "import sys, time, reader.ui.screens.reading as screen\n"
        "screen.article_text = lambda _: time.sleep(60)\n"
        "from reader.cli import main\nsys.exit(main(sys.argv[1:]))"
    )
    with Terminal(["-c", frozen, *DAYS[2:]], home=tmp_path) as terminal:
        opened(terminal)
        terminal.send("y")
        terminal.read_for(0.3)
        terminal.process.send_signal(signal.SIGTERM)

        assert terminal.finish() == 143
        assert modes_left(bytes(terminal.raw)) == frozenset()


@pytest.mark.slow
@pytest.mark.matrix
def test_while_it_is_stopped_the_title_is_the_terminals(tmp_path: Path) -> None:
    with Terminal(DAYS, home=tmp_path) as terminal:
        opened(terminal)
        terminal.process.send_signal(signal.SIGTSTP)
        terminal.wait_for(lambda seen: b"\x1b[?1004l" in seen.raw)
        os.waitpid(terminal.process.pid, os.WUNTRACED)
        assert modes_left(bytes(terminal.raw)) == frozenset()

        terminal.process.send_signal(signal.SIGCONT)
        terminal.wait_for(lambda seen: titles(seen)[-2:] == ["青石日报 5月12日 · banmian"] * 2)
        terminal.settle()
        terminal.send("q")

        assert terminal.finish() == 0
        assert modes_left(bytes(terminal.raw)) == frozenset()


def test_a_title_is_bounded_and_holds_nothing_a_terminal_would_act_on() -> None:
    most = limits.TITLE_CHARACTERS

    assert title("") == "\x1b]2;banmian\x07"
    assert title("报" * (most + 1)) == f"\x1b]2;{'报' * most} · banmian\x07"
    assert offences(title("报\x07\x1b\x9c\x9d\u202e\n日").encode()) == []
    assert offences(title("报" * (most + 1)).encode()) == []


def test_inside_tmux_the_title_is_that_of_the_pane() -> None:
    assert takes_titles({"TERM": "screen-256color", "TMUX": "/run/tmux,1,0"})
    assert not takes_titles({"TERM": "screen-256color"})
    assert not takes_titles({})
