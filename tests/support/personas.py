"""Terminals as they answer when they are asked what they are: by what real ones were seen to say, or by their sources."""

import re
from typing import NamedTuple

_QUESTIONS = re.compile(
    rb"\x1b\[H(?P<measured>[^\x1b]+)\x1b\[6n|(?P<ground>\x1b\]11;\?\x1b\\)|(?P<name>\x1b\[>0q)"
    rb"|(?P<program>\x1b\[>c)|(?P<abilities>\x1b\[c)"
)


class Persona(NamedTuple):
    """What a terminal answers to each question; empty where it says nothing."""

    abilities: bytes
    program: bytes = b""
    name: bytes = b""
    ground: bytes = b""
    cells: int = 1
    """Cells it gives “ ” — …"""

    def answer(self, written: bytes) -> bytes:
        """What it sends back for what was written to it."""
        found = []
        for question in _QUESTIONS.finditer(written):
            kind = question.lastgroup or ""
            found.append(b"\x1b[1;%dR" % (1 + self.cells) if kind == "measured" else getattr(self, kind))
        return b"".join(found)


LIGHT, DARK = b"\x1b]11;rgb:fafa/fafa/fafa\x1b\\", b"\x1b]11;rgb:1c1c/1b1b/1919\x07"

PERSONAS = {
    "kitty": Persona(b"\x1b[?62;c", b"\x1b[>1;4000;41c", b"\x1bP>|kitty(0.41.1)\x1b\\", DARK),
    "Konsole": Persona(b"\x1b[?62;1;4c", b"\x1b[>1;220401;0c", b"\x1bP>|Konsole 22.12.3\x1b\\", LIGHT),
    "xterm": Persona(b"\x1b[?64;1;2;6;9;15;16;17;18;21;22;28c", b"\x1b[>41;379;0c", b"\x1bP>|XTerm(379)\x1b\\", LIGHT),
    "xterm, wide": Persona(b"\x1b[?64;1;2;6;9;15c", b"\x1b[>41;379;0c", b"\x1bP>|XTerm(379)\x1b\\", LIGHT, cells=2),
    "tmux": Persona(b"\x1b[?1;2c", b"\x1b[>84;0;0c", b"\x1bP>|tmux 3.3a\x1b\\"),
    "garbage": Persona(b"\x1b[?c", b"\x1b[\xff;;~", b"\x1bP>|\x07\x1b[9999999;9999999R", b"\x1b]11;????\x07"),
}  # fmt: skip
"""By name; a silent one is none of these."""
