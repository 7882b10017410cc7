"""A terminal that sends anything, on a real pty: bytes no key sends, bursts, sizes no window has, a page's worth."""

import os
import random
import re
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

pytest.importorskip("termios", reason="a pty is needed, which Windows does not have")

from tests.support.keyboard import ESCAPE, SENT
from tests.support.matrix import in_matrix
from tests.support.oracle import modes_left
from tests.support.press import MIDDLE_DAY
from tests.support.terminal import Terminal
from tests.ui.test_keys import KEYS, NOTHING, PASTE, REPORTS

SIZE = b"\x1b[48;30;100;600;1000t"
"""The size of the window, told by itself."""

MEGABYTE = 1_000_000
LINES = "本报讯 桥通了，两岸的人走过去，看了一下午的水。\r" * 14_000


@contextmanager
def reader(home: Path, columns: int = 100, rows: int = 30, answering: bool = False) -> Iterator[Terminal]:
    """A reader of the sample day, which goes on to the end and leaves the terminal as it was."""
    command = ["-m", "reader", str(MIDDLE_DAY[0])]
    with Terminal(command, home=home, columns=columns, rows=rows, answering=answering) as terminal:
        yield terminal
        terminal.send(ESCAPE * 3 + "1v")
        terminal.wait_for("版 1/")
        terminal.send("q")
        assert terminal.finish() == 0
        assert modes_left(bytes(terminal.raw)) == frozenset()


def open_page(terminal: Terminal) -> None:
    """Wait until the page is there to read."""
    terminal.wait_for("版 1/4")
    terminal.settle()


def come_to_rest(terminal: Terminal) -> None:
    """Wait until hundreds of keys have been acted on, also where the machine is busy."""
    with suppress(AssertionError):
        terminal.settle()
    terminal.settle()


def memory(terminal: Terminal) -> int:
    """The most memory the program ever had, in megabytes."""
    status = Path(f"/proc/{terminal.process.pid}/status")
    found = re.search(r"VmHWM:\s+(\d+)", status.read_text() if status.exists() else "")
    return int(found[1]) // 1000 if found else 0


def seconds(terminal: Terminal) -> float:
    """How long the program has computed."""
    stat = Path(f"/proc/{terminal.process.pid}/stat")
    fields = stat.read_text().rpartition(") ")[2].split() if stat.exists() else ["0"] * 13
    return (int(fields[11]) + int(fields[12])) / 100


@pytest.mark.slow
@pytest.mark.matrix
def test_bytes_no_key_sends_and_bursts_across_screens_end_nothing(tmp_path: Path) -> None:
    with reader(tmp_path) as terminal:
        terminal.wait_for(lambda seen: b"\x1b[?1049h" in seen.raw)
        terminal.send("t\tTdp/" + ESCAPE * 3)  # with the first bytes of the screen
        open_page(terminal)
        terminal.send("".join(NOTHING.values()).encode() + b"\xff\x80\x1b[" + SIZE)
        for burst in (
            f"{ESCAPE}\x10帮助\r\r",
            f"\x10\x1b[6~{ESCAPE}",
            f"T{ESCAPE}]",
            f"/桥{ESCAPE}{ESCAPE}]",
        ):
            terminal.send(burst)
        terminal.wait_for("版 3/4")


@pytest.mark.slow
@pytest.mark.matrix
@in_matrix("columns,rows", [(100, 0), (0, 0)], daily=[(0, 0)])
def test_a_terminal_that_tells_no_size_is_taken_for_a_usual_one(
    tmp_path: Path, columns: int, rows: int
) -> None:
    with reader(tmp_path, columns, rows) as terminal:
        terminal.wait_for(lambda seen: "漱江最后".encode() in seen.raw)
        terminal.settle()  # where sizes are drawn by turns, there is no rest
        terminal.resize(100, 30)


@pytest.mark.slow
@pytest.mark.matrix
def test_continuing_what_was_not_stopped_sets_no_mode_twice(tmp_path: Path) -> None:
    with reader(tmp_path, answering=True) as terminal:
        open_page(terminal)
        for _ in range(3):
            terminal.process.send_signal(signal.SIGCONT)
        terminal.wait_for(lambda seen: seen.raw.count(b"\x1b[?1049h") > 1)
        terminal.settle()


@pytest.mark.slow
@pytest.mark.parametrize("size", ["100000;100000", "100000;100", "100;100000", "1;1", "0;0"])
def test_a_size_no_window_has_is_drawn_in_little_time_and_memory(tmp_path: Path, size: str) -> None:
    with reader(tmp_path, answering=True) as terminal:
        open_page(terminal)
        terminal.send(f"\x1b[48;{size};0;0t\x1b[<0;5;5M\x1b[<0;5;5mj")
        terminal.settle()
        assert seconds(terminal) < 10
        assert memory(terminal) < 150
        terminal.send(SIZE)


@pytest.mark.slow
@pytest.mark.parametrize("told", [PASTE, "{}"], ids=["told", "not told"])
@pytest.mark.parametrize(
    ("before", "text", "shown"),
    [
        ("", LINES, "版 1/1"),
        ("", "q " * (MEGABYTE // 2), "粘贴的文字里没有认出版面"),
        *((key, "桥通" * (MEGABYTE // 6), "") for key in "/T\x10d"),
    ],
    ids=["lines", "words", "find", "day", "palette", "calendar"],
)
def test_a_megabyte_is_read_in_seconds_and_kept_in_little(
    tmp_path: Path, before: str, text: str, shown: str, told: str
) -> None:
    with reader(tmp_path) as terminal:
        open_page(terminal)
        terminal.send(before)
        terminal.settle()
        terminal.send(told.format(text))
        time.sleep(1.5)
        terminal.settle()
        assert seconds(terminal) < 15
        assert memory(terminal) < 150
        terminal.wait_for(shown)
        if text is LINES:
            terminal.send("\x7f")


@pytest.mark.slow
def test_a_page_that_is_pasted_into_an_old_terminal_is_opened(tmp_path: Path) -> None:
    with reader(tmp_path) as terminal:
        open_page(terminal)
        terminal.send("本报讯 桥通了，两岸的人走过去。\r" * 30)
        terminal.wait_for("版 1/1")
        terminal.send("\x7f")


@pytest.mark.slow
@pytest.mark.parametrize("part", range(4))
def test_every_pair_of_keys_in_one_burst_ends_nothing(tmp_path: Path, part: int) -> None:
    with reader(tmp_path) as terminal:
        open_page(terminal)
        for first in tuple(SENT.values())[part::4]:
            terminal.send("".join(first + second + ESCAPE * 2 for second in SENT.values()))
            come_to_rest(terminal)


@pytest.mark.slow
@pytest.mark.parametrize("second", ["/", "\x10", "T", "d", "t", "p", "?", PASTE.format("字")])
@pytest.mark.parametrize("first", ["q", "\x11"])
def test_whatever_comes_after_the_last_key_it_ends_well(tmp_path: Path, first: str, second: str) -> None:
    with Terminal(["-m", "reader"], home=tmp_path) as terminal:
        terminal.wait_for("上一篇")
        terminal.send(first + second * 3)

        assert terminal.finish() == 0
        assert modes_left(bytes(terminal.raw)) == frozenset()


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(6))
def test_anything_at_all_ends_nothing(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - no secret
    known = [*NOTHING.values(), *REPORTS, *KEYS, "\x1b[201~", ESCAPE]
    with reader(tmp_path) as terminal:
        open_page(terminal)
        for _ in range(100):
            text = bytearray(chance.choice(known).encode())
            text[chance.randrange(len(text))] = chance.choice(b"\x1b[];:0123456789uZ~\xff\x80tTdp/")
            terminal.send(bytes(text).replace(b"q", b"") * chance.randrange(1, 4))
        terminal.send(SIZE)
        come_to_rest(terminal)


SLOW_TO_MEASURE = """
import sys, time
from reader.ui.keys import Keyboard
measure = Keyboard._get_terminal_size
def slow(driver):
    size = measure(driver)
    time.sleep(0.5)
    return size
Keyboard._get_terminal_size = slow
from reader.cli import main
sys.exit(main(sys.argv[1:]))
"""


@pytest.mark.slow
def test_of_two_sizes_in_a_row_the_last_is_drawn(tmp_path: Path) -> None:
    with Terminal(
        ["-c", SLOW_TO_MEASURE, str(MIDDLE_DAY[0])], home=tmp_path, columns=80, rows=24
    ) as terminal:
        terminal.wait_for("5 篇·4分")
        terminal.resize(100, 30)
        terminal.read_for(0.2)  # until the first is measured, and not yet told
        terminal.resize(60, 20)
        terminal.read_for(1.5)
        shown = terminal.settle()
        terminal.resize(59, 20)
        terminal.read_for(1)
        terminal.resize(60, 20)
        terminal.read_for(1)

        assert terminal.settle() == shown


def test_a_window_that_is_told_the_size_it_has_is_drawn_anew(tmp_path: Path) -> None:
    with reader(tmp_path, 80, 24) as terminal:
        terminal.wait_for("5 篇·4分")  # which is told once all is there
        terminal.settle()
        before = terminal.text()
        terminal.lose()
        assert "q 退出" not in "\n".join(terminal.text())

        os.kill(terminal.process.pid, signal.SIGWINCH)
        terminal.wait_for("q 退出")

        assert terminal.settle() == before
