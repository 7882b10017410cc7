"""A long sitting: thousands of actions of every kind, and no more memory in the end than soon after the start."""

import os
import random
import re
import signal
from pathlib import Path

import pytest

pytest.importorskip("termios", reason="a pty is needed, which Windows does not have")

from reader.ui.commands import COMMANDS
from tests.support.tally import Tally
from tests.support.terminal import ROOT, Terminal

pytestmark = [pytest.mark.slow, pytest.mark.soak]

ACTIONS, EARLY = 5_000, 500
"""How many in all, and after how many everything that is made once has been made."""

MORE = 20
"""Megabytes either process may have grown by from then on."""

EVERY = 70
"""Actions from one size of the window to another."""

WINDOWS = ((100, 30), (120, 36), (80, 24), (40, 20), (170, 45), (30, 9))

ESCAPE = "\x1b"
KEYS = {
    "left": "\x1b[D", "right": "\x1b[C", "down": "\x1b[B", "up": "\x1b[A", "end": "\x1b[F", "escape": ESCAPE,
    "alt+right": "\x1b[1;3C", "backspace": "\x7f", "ctrl+d": "\x04", "ctrl+u": "\x15", "ctrl+p": "\x10",
    "space": " ", "tab": "\t", "enter": "\r", "left_square_bracket": "[", "right_square_bracket": "]",
    "less_than_sign": "<", "greater_than_sign": ">", "plus": "+", "minus": "-", "slash": "/", "question_mark": "?",
}  # fmt: skip
"""What a terminal sends for keys that have a name."""

LEADS_ON = {
    "find": ("河\r", "人\rnN", "a1\r"),
    "overview": ("\x1b[B\r", "河\x1b[A\r", "桥\x1b[6~\x1b[5~", "人"),
    "calendar": ("h\r", "lj0", "[", "k\r"),
    "page_map": ("hj\r", "lk\r", "]l"),
    "page_report": ("j", "i j", ""),
    "help": (" j",),
    "palette": ("帮\r", "a", "水\x1b[B"),
    "picture": ("l",),
}
"""What is typed after the key of a command that asks for more, one of these; Esc ends it."""

_KEY = re.compile(r"\x1b\[\d?.|.", re.DOTALL)

NOWHERE = {"http_proxy": "http://127.0.0.1:9", "https_proxy": "http://127.0.0.1:9"}
"""Nobody answers there, so that what is asked of a site ends at once."""


def typed(chance: random.Random) -> list[str]:
    """The keys of a command, one after the other; at times the mouse instead."""
    if chance.random() < 0.1:
        x, y = chance.randint(1, 100), chance.randint(1, 28)
        return [
            chance.choice(
                ("\x1b[<0;{0};{1}M\x1b[<0;{0};{1}m", "\x1b[<64;{0};{1}M", "\x1b[<65;{0};{1}M")
            ).format(x, y)
        ]
    command = chance.choice([each for each in COMMANDS if each.keys and each.action != "app.quit"])
    number = str(chance.randint(1, 9)) if command.action == "go_to_page" else ""
    more = chance.choice(LEADS_ON.get(command.action, ("",)))
    ends = [ESCAPE] * 2 if command.action in LEADS_ON else []
    return [*number, KEYS.get(command.keys[0], command.keys[0]), *_KEY.findall(more), *ends]


def act(terminal: Terminal, key: str) -> None:
    """Press a key, and wait until the screen has answered."""
    terminal.send(key)
    while terminal._read(
        0.12 if key == ESCAPE else 0.012
    ):  # what comes at once after Esc is part of its sequence
        pass


def resize(terminal: Terminal, chance: random.Random) -> None:
    terminal.resize(*chance.choice(WINDOWS))
    os.killpg(terminal.process.pid, signal.SIGWINCH)


def memory(process: int) -> float:
    """Megabytes that a process holds."""
    found = re.search(r"VmRSS:\s+(\d+) kB", Path(f"/proc/{process}/status").read_text())
    return int(found[1]) / 1024 if found else 0.0


def children(process: int) -> list[int]:
    """The processes that a process has started and not yet seen end."""
    threads = Path(f"/proc/{process}/task").iterdir()
    return [int(child) for thread in threads for child in (thread / "children").read_text().split()]


def held(terminal: Terminal) -> list[float]:
    """Megabytes that the reader holds, and what reads pages for it."""
    terminal.settle()
    process = terminal.process.pid
    return [memory(each) for each in (process, *children(process))]


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="only Linux tells what a process holds")
def test_thousands_of_actions_take_no_more_memory_than_hundreds(
    tmp_path: Path, chance: random.Random, tally: Tally
) -> None:
    command = ["-m", "reader", str(ROOT / "sample_pages")]
    keys = [key for _ in range(ACTIONS) for key in typed(chance)][:ACTIONS]
    with Terminal(command, home=tmp_path, environment=NOWHERE) as terminal:
        terminal.settle()
        for done, key in enumerate(keys):
            if done == EARLY:
                early = held(terminal)
            if not done % EVERY:
                resize(terminal, chance)
            act(terminal, key)
        late = held(terminal)
    tally("actions", len(keys))
    for who, before, after in zip(("the reader", "what reads pages"), early, late, strict=True):
        tally(f"MB more in {who}", round(after - before, 1), most=True)
        assert after - before <= MORE, f"{who} held {before:.1f} MB, then {after:.1f}"
