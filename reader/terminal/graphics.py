"""How the terminal can show pictures: asked before the app starts, as afterwards all its answers are read as keys."""

import os
import re
from enum import Enum
from importlib.util import find_spec
from typing import NamedTuple

from reader.terminal.guard import ask

ANSWER = re.compile(rb"\x1b\[(?:>([\d;]*)c|\?([\d;]*)c)")
"""The answers: the program and its version, its abilities."""

_QUESTIONS = b"\x1b[>c\x1b[c"  # nearly every terminal answers the last, so that is where waiting ends
_KITTY = re.compile(r"1;4000;(?:2[89]|[3-9]\d|\d{3})$")  # from 0.28 on text can stand for parts of a picture
_SIXEL = "4"


class Way(Enum):
    """How a picture is drawn."""

    KITTY = "kitty"
    """By kitty's graphics protocol, with placeholders in the text."""
    SIXEL = "sixel"
    BLOCKS = "blocks"
    """As half blocks in two colours each, which need no graphics."""


class Graphics(NamedTuple):
    """What was learned of the terminal."""

    way: Way = Way.BLOCKS
    typed: str = ""
    """What was typed while the answers were awaited."""


def learn() -> Graphics | None:
    """Ask the terminal, as `guard.ask` does.

    Returns:
        None, without asking, if the extra that draws pictures is not installed.
    """
    if find_spec("textual_image") is None:
        return None
    said = ask(_QUESTIONS, lambda said: any(abilities for _, abilities in ANSWER.findall(said)))
    return understood(said, os.environ.get("TERM", ""))


def understood(said: bytes, term: str) -> Graphics:
    """What answers, with keys among them, tell of a terminal of that name."""
    answers = zip(*ANSWER.findall(said + b"\x1b[?c"), strict=True)  # at least one, which tells nothing
    program, abilities = (b"".join(parts).decode() for parts in answers)
    way = Way.SIXEL if _SIXEL in abilities.split(";")[1:] else Way.BLOCKS
    if _KITTY.match(program) or term == "xterm-ghostty":
        way = Way.KITTY
    return Graphics(way, ANSWER.sub(b"", said).decode("utf-8", "replace").replace("\n", "\r"))
