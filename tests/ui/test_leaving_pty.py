"""How the reader ends, and how it copies: signals, a bug, a clipboard that is not there or hangs."""

import sys
from pathlib import Path

import pytest

pytest.importorskip("termios", reason="a pty is needed, which Windows does not have")

import signal

from tests.support.matrix import in_matrix
from tests.support.newsprint import CLIP
from tests.support.oracle import modes_left, offences
from tests.support.tally import Tally
from tests.support.terminal import Terminal
from tests.ui.test_reading_pty import assert_leaves_no_trace, at, page_file, reader

CODES = {signal.SIGTERM: 143, signal.SIGHUP: 129, signal.SIGINT: 130, signal.SIGQUIT: 131}
MOMENTS = {"idle": "", "finding": "/水", "help": "?", "palette": "\x10", "copying": "y"}

WITH_A_BUG = """
import sys
from reader.export import plain
def wrong(article):
    raise ValueError("\\x1b]2;title\\x07 a hostile page is quoted\\u202e")
plain.article_text = wrong
from reader.cli import main
sys.exit(main(sys.argv[1:]))
"""
PATIENT = """
import sys
from reader import limits
limits.CLIPBOARD_SECONDS = 3600
from reader.cli import main
sys.exit(main(sys.argv[1:]))
"""


def put_tool(home: Path, name: str, script: str) -> None:
    """A helper program on the PATH of the reader."""
    tool = home / "tools" / name
    tool.parent.mkdir(exist_ok=True)
    tool.write_text(f"#!/bin/sh\nPATH=/usr/bin:/bin\n{script}\n", "utf-8")
    tool.chmod(0o700)


def end_by(terminal: Terminal, moment: str, number: signal.Signals) -> None:
    terminal.wait_for(at(5))
    terminal.settle()
    terminal.send(MOMENTS[moment])
    terminal.settle()

    terminal.process.send_signal(number)

    assert terminal.finish() == CODES[number]
    assert terminal.attributes() == terminal.found
    assert modes_left(bytes(terminal.raw)) == frozenset()
    assert offences(bytes(terminal.raw), copied=[CLIP] if moment == "copying" else []) == []


@in_matrix(
    "number,moment",
    list(zip(CODES, MOMENTS, strict=False)),
    daily=list(zip(CODES, MOMENTS, strict=False))[:1],
)
def test_a_signal_ends_the_reader_with_its_code(tmp_path: Path, number: signal.Signals, moment: str) -> None:
    with reader(tmp_path, page_file(tmp_path)) as terminal:
        end_by(terminal, moment, number)


@pytest.mark.slow
@pytest.mark.kill
@pytest.mark.parametrize("moment", MOMENTS)
@pytest.mark.parametrize("number", CODES)
def test_every_signal_at_every_moment(
    tmp_path: Path, number: signal.Signals, moment: str, tally: Tally
) -> None:
    tally("signals")
    with reader(tmp_path, page_file(tmp_path)) as terminal:
        end_by(terminal, moment, number)


def test_a_signal_keeps_the_place(tmp_path: Path) -> None:
    with reader(tmp_path, page_file(tmp_path)) as terminal:
        terminal.wait_for(at(5))
        terminal.send("\x1b[C")
        terminal.wait_for(at(6))
        terminal.process.send_signal(signal.SIGTERM)
        terminal.finish()

    assert "老街修伞人" in (tmp_path / "banmian" / "places.json").read_text("utf-8")


def test_a_bug_is_three_lines_a_log_and_code_70(tmp_path: Path) -> None:
    command = ["-c", WITH_A_BUG, str(page_file(tmp_path))]
    with Terminal(command, home=tmp_path, columns=100, rows=24) as terminal:
        terminal.wait_for(at(5))
        terminal.send("y")

        assert terminal.finish() == 70
        assert terminal.attributes() == terminal.found
        assert modes_left(bytes(terminal.raw)) == frozenset()
        assert offences(bytes(terminal.raw), bells=1) == []
        terminal.wait_for("banmian has a bug")
    assert "a hostile page is quoted" in (tmp_path / "banmian" / "crash.log").read_text("utf-8")


@pytest.mark.slow
@pytest.mark.matrix
def test_a_closed_window_ends_the_reader(tmp_path: Path) -> None:
    with reader(tmp_path, page_file(tmp_path)) as terminal:
        terminal.wait_for(at(5))

        terminal.hang_up()

        assert terminal.process.wait(15) == 129


@pytest.mark.slow
@pytest.mark.matrix
@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the tools put on PATH are those of X11")
def test_a_tool_that_hangs_never_blocks_a_key(tmp_path: Path) -> None:
    started, hangs = tmp_path / "started", tmp_path / "hangs"
    hangs.touch()
    put_tool(tmp_path, "xclip", f'echo > "{started}"; while [ -e "{hangs}" ]; do sleep 0.05; done; exit 1')
    command = ["-c", PATIENT, str(page_file(tmp_path))]
    with Terminal(command, home=tmp_path, columns=80, rows=24, environment={"DISPLAY": ":none"}) as terminal:
        terminal.wait_for(at(5))
        terminal.send("y")
        terminal.wait_for(lambda _: started.exists())
        terminal.send("\x1b[C")
        terminal.wait_for(at(6))
        terminal.send("+")
        terminal.wait_for("字号 大")
        terminal.send("?")
        terminal.wait_for("banmian · 帮助")
        terminal.send("\x1b")
        terminal.wait_while("banmian · 帮助")
        assert "正在复制" not in "".join(terminal.text())
        hangs.unlink()  # all the while it hung
        terminal.wait_for("已发送")
        assert_leaves_no_trace(terminal, [CLIP])


@pytest.mark.slow
@pytest.mark.matrix
@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the tools put on PATH are those of X11")
def test_what_could_be_read_back_is_said_to_be_on_the_clipboard(tmp_path: Path) -> None:
    store = tmp_path / "store"
    put_tool(tmp_path, "xclip", f'case "$*" in *-o*) cat "{store}" ;; *) cat > "{store}" ;; esac')
    with Terminal(
        ["-m", "reader", str(page_file(tmp_path))], home=tmp_path, columns=80, rows=24,
        environment={"DISPLAY": ":none"},
    ) as terminal:  # fmt: skip
        terminal.wait_for(at(5))
        terminal.send("y")
        terminal.wait_for("（系统剪贴板）")
        assert store.read_text("utf-8") == CLIP
        assert_leaves_no_trace(terminal, [CLIP])


@pytest.mark.slow
@pytest.mark.matrix
def test_without_text_there_is_nothing_to_copy_and_nothing_is_sent(tmp_path: Path) -> None:
    with reader(tmp_path, page_file(tmp_path)) as terminal:
        terminal.wait_for(at(5))
        terminal.send("\x1b[D")
        terminal.wait_for(at(4))
        terminal.send("y")
        terminal.wait_for("这里没有可复制的文字")
        assert_leaves_no_trace(terminal)
