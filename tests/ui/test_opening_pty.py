"""The first frame, and leaving before there is anything to read."""

import os
import re
import time
from pathlib import Path

import pytest

pytest.importorskip("termios", reason="a pty is needed, which Windows does not have")

import signal
import termios

from tests.support.matrix import in_matrix
from tests.support.oracle import modes_left
from tests.support.press import DAY, MIDDLE_DAY, hold, publish
from tests.support.processes import CAN_TELL, children, wait_until_gone
from tests.support.site import Site
from tests.support.terminal import Terminal

PAGE = MIDDLE_DAY[0] / "node_1.htm"
READER = ["-m", "reader"]
LOCAL_FLAGS = 3  # index in the list that tcgetattr returns


def test_the_first_frame_has_the_article_or_says_that_it_is_coming(tmp_path: Path) -> None:
    with Terminal([*READER, str(PAGE)], home=tmp_path) as terminal:
        terminal.wait_for("本报讯 5月11日")
        painted = bytes(terminal.raw).partition(b"\x1b[?1049h")[2].decode()
        first = re.split(r"\x1b\[1;1H", painted)[1]

        assert "磨盘渡" in first or "正在打开" in first
        terminal.send("q")
        assert terminal.finish() == 0


@pytest.mark.skipif(not CAN_TELL, reason="the system does not tell of processes")
@in_matrix("ending", ["q", "kill", "term", "closed"], daily=["kill"])
def test_no_process_is_left_however_the_reader_ends(tmp_path: Path, ending: str) -> None:
    with Terminal([*READER, str(PAGE)], home=tmp_path) as terminal:
        terminal.wait_for("本报讯 5月11日")
        assert children(terminal.process.pid)
        if ending == "q":
            terminal.send("q")
        elif ending == "closed":
            terminal.hang_up()
        else:
            os.kill(terminal.process.pid, signal.SIGKILL if ending == "kill" else signal.SIGTERM)
        terminal.process.wait(10)

        wait_until_gone(tmp_path)


@pytest.mark.slow
@pytest.mark.matrix
@in_matrix("key", ["q", "\x03"], daily=["\x03"])
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
        assert terminal.raw.count(b"\x1b[?1049h") < 2, "on the second one the app draws"
        terminal.send("\x1b[C\r\x7f?")
        terminal.wait_for("banmian · 帮助")
        terminal.send("q")
        terminal.wait_for("篇 1/5")
        terminal.send("q")
        assert terminal.finish() == 0
