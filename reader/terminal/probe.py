"""What the terminal is and can draw: asked in one batch before anything large is imported, read when it is."""

import os
import re
import select
import time
from collections.abc import Mapping
from typing import NamedTuple

from reader import limits
from reader.terminal.guard import TerminalGuard
from reader.typesetting.ladder import Capabilities, Way

MEASURED = "“—…·"
"""Characters of ambiguous width that every Chinese page has, in order of how often."""

# On the alternate screen, which is left at once, where nobody sees what is measured. The last question nearly every
# terminal answers, so that is where waiting ends.
QUESTIONS = b"\x1b[?1049h%b\x1b[H\x1b[2K\x1b[?1049l\x1b]11;?\x1b\\\x1b[>0q\x1b[>c\x1b[c" % b"".join(
    b"\x1b[H%b\x1b[6n" % character.encode() for character in MEASURED
)

_ANSWER = re.compile(
    rb"\x1b\[(?:\d{1,5};(?P<column>\d{1,5})R|>(?P<program>[\d;]*)c|\?(?P<abilities>[\d;]*)c)"
    rb"|\x1b(?:\]11;(?P<ground>[^\x07\x1b]{0,60})|P>\|(?P<name>[^\x07\x1b]{0,60}))(?:\x07|\x1b\\)"
)
_LAST = re.compile(rb"\x1b\[\?[\d;]*c")
_COLOUR = re.compile(r"rgba?:([0-9a-f]{1,4})/([0-9a-f]{1,4})/([0-9a-f]{1,4})", re.IGNORECASE)
_KITTY = re.compile(r"1;4000;(?:2[89]|[3-9]\d|\d{3})$")  # from 0.28 on text can stand for parts of a picture
_SIXEL = "4"
_DARK = 0.5
"""Of black 0 and white 1: below it a background is dark."""
_MUTE = ("linux", "dumb")
"""Values of TERM: where what is not understood would be printed."""


class Answers(NamedTuple):
    """What a terminal answered."""

    cells: tuple[int, ...] = ()
    """Cells of each character of `MEASURED`; empty if it was not told of all."""
    ground: tuple[float, float, float] | None = None
    """Its background: red, green and blue, each from 0 to 1."""
    name: str = ""
    """Name and version, in its own words."""
    pictures: Way = Way.BLOCKS
    typed: str = ""
    """What was typed before it was read."""

    def capabilities(self, ambiguous: int) -> Capabilities:
        """What it can draw; `ambiguous` is what was said about it by a person, 0 for nothing."""
        is_wide = sum(cells > 1 for cells in self.cells) > len(MEASURED) // 2
        # as the eye weighs them (Rec. 709)
        light = (
            None if self.ground is None else sum(map(float.__mul__, self.ground, (0.2126, 0.7152, 0.0722)))
        )
        return Capabilities(
            ambiguous=ambiguous or (2 if is_wide else 1),
            is_dark=light is not None and light < _DARK,
            pictures=self.pictures,
        )


class Probe:
    """Asks the terminal that a guard watches.

    Args:
        guard: Entered; until the app reads them, keys and answers are held.
        environment: Tells which terminals are asked nothing.
    """

    def __init__(self, guard: TerminalGuard, environment: Mapping[str, str]) -> None:
        self._term = environment.get("TERM", "")
        self._is_asked = self._term not in _MUTE and guard.write(QUESTIONS)
        self._end = time.monotonic() + limits.ANSWER_SECONDS

    def read(self) -> Answers:
        """The answers, which are waited for no longer than `limits.ANSWER_SECONDS` from when they were asked for."""
        said = b""
        while self._is_asked and not _LAST.search(said) and len(said) < limits.TYPED_BYTES:
            if not select.select((0,), (), (), max(0.0, self._end - time.monotonic()))[0]:
                break
            if not (more := os.read(0, 4096)):
                break
            said += more
        return understood(said, self._term)


def understood(said: bytes, term: str) -> Answers:
    """What answers mean, with keys among them, of a terminal of that name (TERM)."""
    found: dict[str, list[str]] = {name: [] for name in _ANSWER.groupindex}
    for answer in _ANSWER.finditer(said):
        kind = answer.lastgroup or ""
        found[kind].append(answer[kind].decode("ascii", "replace"))
    columns = [int(column) - 1 for column in found["column"]]
    program, abilities = "".join(found["program"]), "".join(found["abilities"])
    pictures = Way.SIXEL if _SIXEL in abilities.split(";")[1:] else Way.BLOCKS
    if _KITTY.match(program) or term == "xterm-ghostty":
        pictures = Way.KITTY
    return Answers(
        cells=tuple(columns) if len(columns) == len(MEASURED) and {*columns} <= {1, 2} else (),
        ground=_colour("".join(found["ground"])),
        name="".join(character for character in "".join(found["name"]) if character.isprintable()),
        pictures=pictures,
        typed=_ANSWER.sub(b"", said).decode("utf-8", "replace").replace("\n", "\r"),
    )


def _colour(text: str) -> tuple[float, float, float] | None:
    """A colour as a terminal tells it: rgb:ffff/ffff/ffff, with one to four digits each."""
    if (match := _COLOUR.match(text)) is None:
        return None
    red, green, blue = (int(part, 16) / (16 ** len(part) - 1) for part in match.groups())
    return red, green, blue
