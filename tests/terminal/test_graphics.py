"""What a terminal can draw: what real ones answered, and that asking ends in time and loses no key."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec

import pytest

pytest.importorskip("termios", reason="a pty is needed, which Windows does not have")

import pty
import termios

from reader import limits
from reader.terminal import graphics
from reader.terminal.graphics import Graphics, Way, understood

ANSWERS = {
    # so answered xterm, mlterm, konsole, kitty 0.26 and tmux; the others do by what their sources say
    "xterm 379": (b"\x1b[>41;379;0c\x1b[?64;1;2;6;9;15;16;17;18;21;22;28c", Way.BLOCKS),
    "xterm 379 as vt340": (b"\x1b[>19;379;0c\x1b[?63;1;2;4;6;9;15;16;22;28c", Way.SIXEL),
    "mlterm 3.9": (b"\x1b[>24;279;0c\x1b[?63;1;2;3;4;6;7;15;18;22;29c", Way.SIXEL),
    "konsole 22.12": (b"\x1b[>1;115;0c\x1b[?62;1;4c", Way.SIXEL),
    "kitty 0.26": (b"\x1b[>1;4000;26c\x1b[?62;c", Way.BLOCKS),
    "kitty 0.28": (b"\x1b[>1;4000;28c\x1b[?62;c", Way.KITTY),
    "kitty 0.41": (b"\x1b[>1;4000;41c\x1b[?62;c", Way.KITTY),
    "vte 0.70": (b"\x1b[>65;7000;1c\x1b[?65;1;9c", Way.BLOCKS),
    "tmux 3.3": (b"\x1b[>84;0;0c\x1b[?1;2c", Way.BLOCKS),
    "a vt132": (b"\x1b[?4;6c", Way.BLOCKS),
    "silence": (b"", Way.BLOCKS),
    "garbage": (b"\x1b[\xff;;c\x1b[6;t", Way.BLOCKS),
}


@pytest.mark.parametrize("name", ANSWERS)
def test_a_terminal_is_known_by_what_it_answers(name: str) -> None:
    answers, way = ANSWERS[name]

    assert understood(answers, "xterm-256color").way is way


def test_ghostty_is_known_by_its_name() -> None:
    assert understood(b"\x1b[>1;10;0c\x1b[?62;22c", "xterm-ghostty").way is Way.KITTY


def test_what_is_typed_among_the_answers_is_kept() -> None:
    said = "报[\x1b[>24;279;0c\x1b[A\x1b[?62;4c\n".encode()

    assert understood(said, "").typed == "报[\x1b[A\r"


def test_nothing_is_asked_where_pictures_are_not_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        graphics, "find_spec", lambda name: None if name == "textual_image" else find_spec(name)
    )
    monkeypatch.setattr(graphics, "ask", None)

    assert graphics.learn() is None


_ASK = """
import json, sys, termios, time
from reader import limits
from reader.terminal.guard import ask
limits.ANSWER_SECONDS = float(sys.argv[1])
before, start = termios.tcgetattr(0), time.monotonic()
said = ask(b"\\x1b[c", lambda said: b"c" in said)
took = time.monotonic() - start
print(json.dumps([said.decode("latin-1"), took, termios.tcgetattr(0) == before]))
"""


@contextmanager
def asking(seconds: float) -> Iterator[tuple[int, subprocess.Popen[bytes]]]:
    """A program that asks its terminal, and the other end of that."""
    master, slave = pty.openpty()
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    program = subprocess.Popen(
        [sys.executable, "-c", _ASK, str(seconds)],
        stdin=slave,
        stderr=slave,
        stdout=subprocess.PIPE,
        env=environment,
    )
    try:
        yield master, program
    finally:
        program.kill()
        program.wait()
        assert program.stdout
        program.stdout.close()
        os.close(master)
        os.close(slave)


def answer(program: subprocess.Popen[bytes]) -> tuple[str, float, bool]:
    said, took, is_restored = json.loads(program.communicate(timeout=15)[0])
    return said, took, is_restored


def test_asking_ends_with_the_answer_and_leaves_the_terminal_as_it_was() -> None:
    with asking(30) as (master, program):
        os.write(master, b"]")  # typed before it asks, while lines are still gathered
        asked = os.read(master, 100)
        while b"\x1b[c" not in asked:
            asked += os.read(master, 100)
        os.write(master, "版\x1b[?62;4c+".encode())
        said, took, is_restored = answer(program)

    assert said.encode("latin-1") == "]版\x1b[?62;4c+".encode()
    assert took < 15
    assert is_restored


def test_a_silent_terminal_is_waited_for_three_tenths_of_a_second() -> None:
    with asking(limits.ANSWER_SECONDS) as (_, program):
        said, took, is_restored = answer(program)

    assert said == ""
    assert 0.3 <= took < 3
    assert is_restored


def test_without_a_terminal_nothing_is_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    def gone(_: int) -> None:
        raise termios.error(25, "Inappropriate ioctl for device")

    monkeypatch.setattr(termios, "tcgetattr", gone)
    monkeypatch.setattr(graphics, "find_spec", lambda _: True)

    assert graphics.learn() == Graphics()
