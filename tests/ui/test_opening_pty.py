"""The first frame, and leaving before there is anything to read."""

import contextlib
import os
import re
import time
from pathlib import Path

import pytest

pytest.importorskip("termios", reason="a pty is needed, which Windows does not have")

import signal
import termios

from tests.support.oracle import modes_left
from tests.support.press import DAY, MIDDLE_DAY, hold, publish
from tests.support.site import Site
from tests.support.terminal import Terminal

PAGE = MIDDLE_DAY[0] / "node_1.htm"
READER = ["-m", "reader"]
LOCAL_FLAGS = 3  # index in the list that tcgetattr returns


def children(process: int) -> list[int]:
    """The processes that one has started, where the system tells."""
    with contextlib.suppress(OSError):
        tasks = Path(f"/proc/{process}/task").glob("*/children")
        return [int(child) for task in tasks for child in task.read_text().split()]
    return []


def is_running(process: int) -> bool:
    """Whether a process is there and has not ended."""
    with contextlib.suppress(OSError):
        return "\nState:\tZ" not in Path(f"/proc/{process}/status").read_text()
    return False


def wait_until_gone(processes: list[int]) -> None:
    end = time.monotonic() + 10
    while any(map(is_running, processes)):
        assert time.monotonic() < end, "still running"
        time.sleep(0.02)


def test_the_first_frame_has_the_article_or_says_that_it_is_coming(tmp_path: Path) -> None:
    with Terminal([*READER, str(PAGE)], home=tmp_path) as terminal:
        terminal.wait_for("本报讯 5月11日")
        painted = bytes(terminal.raw).partition(b"\x1b[?1049h")[2].decode()
        first = re.split(r"\x1b\[1;1H", painted)[1]

        assert "磨盘渡" in first or "正在打开" in first
        terminal.send("q")
        assert terminal.finish() == 0


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="the system does not tell of processes")
@pytest.mark.parametrize("ending", ["q", "kill", "term", "closed"])
def test_no_process_is_left_however_the_reader_ends(tmp_path: Path, ending: str) -> None:
    with Terminal([*READER, str(PAGE)], home=tmp_path) as terminal:
        terminal.wait_for("本报讯 5月11日")
        left = children(terminal.process.pid)
        assert left
        if ending == "q":
            terminal.send("q")
        elif ending == "closed":
            terminal.hang_up()
        else:
            os.kill(terminal.process.pid, signal.SIGKILL if ending == "kill" else signal.SIGTERM)
        terminal.process.wait(10)

        wait_until_gone(left)


@pytest.mark.parametrize("key", ["q", "\x03"])
def test_whoever_leaves_while_a_silent_site_is_opened_does_not_wait(tmp_path: Path, key: str) -> None:
    with Site() as site:
        publish(site)
        hold(site, f"{DAY}/12/node_1.htm")
        with Terminal([*READER, site.url(f"{DAY}/12/node_1.htm")], home=tmp_path) as terminal:
            terminal.wait_for("正在打开")
            terminal.send(key)
            sent = time.monotonic()
            code = terminal.finish()

            assert code == (0 if key == "q" else 130)
            assert time.monotonic() - sent < 3
            assert modes_left(bytes(terminal.raw)) == frozenset()


def test_keys_typed_before_there_is_a_screen_are_kept(tmp_path: Path) -> None:
    with Terminal([*READER, str(PAGE)], home=tmp_path) as terminal:
        terminal.wait_for(lambda seen: not seen.attributes()[LOCAL_FLAGS] & termios.ICANON)
        assert b"\x1b[?1049h" not in terminal.raw
        terminal.send("\x1b[C\r\x7f?")
        terminal.wait_for("banmian · 帮助")
        terminal.send("q")
        terminal.wait_for("篇 1/5")
        terminal.send("q")
        assert terminal.finish() == 0
