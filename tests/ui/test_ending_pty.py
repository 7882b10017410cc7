"""Every way to end the reader, and what reads for it, at any moment: no process is left, and the terminal is as it was."""

import random
from pathlib import Path

import pytest

pytest.importorskip("termios", reason="a pty is needed, which Windows does not have")

import signal
import termios

from reader.exits import Exit
from tests.support.days import article, write_day
from tests.support.odd_child import DEEDS
from tests.support.oracle import modes_left, offences
from tests.support.press import MIDDLE_DAY
from tests.support.processes import CAN_TELL, children, wait_until_gone
from tests.support.tally import Tally
from tests.support.terminal import Terminal

pytestmark = [
    pytest.mark.slow,
    pytest.mark.kill,
    pytest.mark.skipif(not CAN_TELL, reason="the system does not tell of processes"),
]

CODES = {"q": 0, "SIGKILL": 137, "SIGTERM": 143, "SIGHUP": 129, "SIGINT": 130, "SIGQUIT": 131, "closed": 129}
"""What the reader ends with, as a shell says it: of what a signal ends before the reader hears it 128 and its number."""
TURNS = {"q": 25, "SIGKILL": 25}
OTHERS = 8
ENDINGS = [(ending, turn) for ending in CODES for turn in range(TURNS.get(ending, OTHERS))]
KEYS = ("]", "[", "j", " ", "G", "g", "+", "-", "c", "t", "z", "2v", "\x1b[C", "\x1b[D")
"""What leaves `q` what it is: no field, no card, and no Esc, which would make Alt+q of it."""
LOCAL_FLAGS = 3  # index in the list that tcgetattr returns


def end(terminal: Terminal, ending: str) -> int:
    """End the reader; the code, as a shell says it."""
    if ending == "closed":
        terminal.hang_up()
        code = terminal.process.wait(15)
    elif ending == "q":
        terminal.send("q")
        code = terminal.finish()
    else:
        terminal.process.send_signal(signal.Signals[ending])
        code = terminal.finish()
    return code if code >= 0 else 128 - code


def check_end(terminal: Terminal, ending: str, tally: Tally) -> None:
    """End the reader, and look at what is left."""
    tally({"q": "quits", "SIGKILL": "kills", "closed": "windows closed"}.get(ending, "signals"))
    code = end(terminal, ending)
    tally("undocumented codes", code != CODES[ending])
    assert code == CODES[ending]
    assert b"Traceback" not in terminal.raw
    if ending not in ("SIGKILL", "closed"):  # of the first SECURITY.md tells, after the other there is none
        assert terminal.attributes() == terminal.found
        assert modes_left(bytes(terminal.raw)) == frozenset()
    wait_until_gone(terminal.home)
    tally("processes looked for and gone")


def is_listening(terminal: Terminal) -> bool:
    """Whether the keys are held: from here on Ctrl+C says nothing, before it is Python's own."""
    return not terminal.attributes()[LOCAL_FLAGS] & termios.ICANON


@pytest.mark.parametrize(("ending", "turn"), ENDINGS)
def test_ended_at_any_moment_of_its_start(
    ending: str, turn: int, tmp_path: Path, chance: random.Random, tally: Tally
) -> None:
    with Terminal(["-m", "reader", str(MIDDLE_DAY[0])], home=tmp_path) as terminal:
        if ending == "SIGINT":
            terminal.wait_for(is_listening)
        terminal.read_for(chance.uniform(0, 0.6))
        check_end(terminal, ending, tally)


@pytest.mark.parametrize(("ending", "turn"), ENDINGS)
def test_ended_at_any_moment_of_reading(
    ending: str, turn: int, tmp_path: Path, chance: random.Random, tally: Tally
) -> None:
    with Terminal(["-m", "reader", str(MIDDLE_DAY[0])], home=tmp_path) as terminal:
        terminal.wait_for("本报讯 5月11日")
        assert children(terminal.process.pid)
        for _ in range(chance.randrange(8)):
            terminal.send(chance.choice(KEYS))
            terminal.read_for(chance.uniform(0, 0.1))
        check_end(terminal, ending, tally)


def odd_reader(home: Path, deed: str, target: Path, document: Path) -> Terminal:
    """The reader, with a process that misbehaves once, at one document."""
    words = [deed, str(home / "done"), str(document), str(target)]
    return Terminal(["-m", "tests.support.odd_reader", *words], home=home, columns=80, rows=24)


def said(deed: str) -> str:
    return "秒还没有读完" if deed in ("stop", "sleep") else "没有读成"


@pytest.mark.parametrize("deed", DEEDS)
def test_whatever_happens_to_what_reads_is_said_in_place_of_the_article_and_others_open(
    deed: str, tmp_path: Path, tally: Tally
) -> None:
    pages = [[article(f"第{p}版之{n}", f"第{p}版第{n}座桥通了。") for n in (1, 2)] for p in (1, 2)]
    day = write_day(tmp_path / "day", pages)
    with odd_reader(tmp_path, deed, day, day / "content_1001.htm") as terminal:
        terminal.wait_for("第1版第1座桥通了")
        terminal.send("\x1b[C")
        terminal.wait_for(said(deed))
        tally("misfortunes of the process that reads pages")
        terminal.send("]")
        terminal.wait_for("第2版第1座桥通了")
        terminal.send("\x1b[C")
        terminal.wait_for("第2版第2座桥通了")
        check_end(terminal, "q", tally)
        assert offences(bytes(terminal.raw)) == []
        assert (tmp_path / "done").exists()


@pytest.mark.parametrize("deed", DEEDS)
def test_whatever_happens_to_what_reads_a_single_page_is_code_65_and_two_lines(
    deed: str, tmp_path: Path, tally: Tally
) -> None:
    file = MIDDLE_DAY[0] / "node_1.htm"
    with odd_reader(tmp_path, deed, file, file) as terminal:
        assert terminal.finish() == Exit.NOT_AN_EDITION
        tally("misfortunes of the process that reads pages")
        lines = [line for line in terminal.text() if line]
        assert said(deed) in "".join(lines)
        assert len(bytes(terminal.raw).rpartition(b"\x1b[?1049l")[2].strip().split(b"\r\n")) == 2
        assert terminal.attributes() == terminal.found
        assert offences(bytes(terminal.raw)) == []
        wait_until_gone(tmp_path)
