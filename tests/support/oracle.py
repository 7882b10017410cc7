"""The judge of every byte a program writes to the terminal: an allow-list, and the modes left on.

Source:
    What a healthy Textual 8 app was seen to write; anything else came from somewhere it should not.
"""

import base64
import re
from collections import Counter
from collections.abc import Sequence

from reader.terminal.probe import QUESTIONS

_TOKEN = re.compile(
    r"\x1b\[[0-?]*[ -/]*[@-~]"  # CSI
    r"|\x1b[\]PX^_].*?(?:\x07|\x1b\\|\x9c|\Z)"  # OSC, DCS, SOS, PM, APC, to their end or that of all
    r"|\x1b[ -/]*[0-~]?"  # any other escape
    r"|\r?\n"
    r"|[\x00-\x1f\x7f]"
    r"|[^\x00-\x1f\x7f]+",  # text
    re.DOTALL,
)
_ALLOWED = (
    r"\r?\n",
    r"\x1b\[[0-9;:]*m",
    r"\x1b\[\d+;\d+H",
    r"\x1b\[\?(?:7|25|1000|1003|1004|1006|1015|1049|2004)[hl]",
    r"\x1b\[\?(?:1016|2048)l",  # ours: Textual does not always give them back
    r"\x1b\]22;(?:default|pointer|text|)\x07",
)
_ONCE = (r"\x1b\[22;0t", r"\x1b\[23;0t", r"\x1b\[>25u", r"\x1b\[<u", r"\x1b\[\?2026\$p", r"\x1b\[\?2048\$p")
_ANSWERED = (r"\x1b\[\?2026[hl]", r"\x1b\[\?(?:1016|2048)h")
_OSC52 = re.compile(r"\x1b\]52;c;([A-Za-z0-9+/=]*)\x07")
_NOT_TEXT = re.compile(
    "[\x80-\x9f"  # C1
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # bidi
    "\u00ad\u200b\u200c\u2028\u2029\u2060-\u2065\u206a-\u206f\ufeff\U000e0000-\U000e007f"  # invisible
    "\ufdd0-\ufdef\ufffe\uffff]"  # not characters
)
_TITLE = rf"\x1b\]2;(?:[^\x00-\x1f\x7f{_NOT_TEXT.pattern[1:-1]}]{{1,100}} · )?banmian\x07"
"""Paper and day, and whose window it is."""
_MODE = re.compile(rb"\x1b\[\?([0-9;]+)([hl])")
_KEYBOARD = re.compile(rb"\x1b\[([<>])[0-9;]*u")
_POINTER = re.compile(rb"\x1b\]22;([^\x07\x1b]*)")
_ON_AT_START = frozenset({"?7", "?25"})


def offences(
    raw: bytes,
    *,
    answering: bool = False,
    copied: Sequence[str] = (),
    bells: int = 0,
    also: Sequence[str] = (),
) -> list[str]:
    """What was written to a terminal and should not have been, in the order it was written.

    Args:
        raw: All bytes a program wrote.
        answering: Whether the terminal had answered questions about its modes.
        copied: The texts a person asked to copy, in order; no other OSC 52 is allowed.
        bells: How many times the bell may ring.
        also: Regular expressions of the sequences of optional features that are on.
    """
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        return [f"not UTF-8 at byte {error.start}: {raw[error.start : error.end]!r}"]
    allowed = re.compile("|".join((*_ALLOWED, _TITLE, *_ONCE, *(_ANSWERED if answering else ()), *also)))
    found: list[str] = []
    once: Counter[str] = Counter()
    clips: list[str] = []
    for piece in _TOKEN.findall(text.replace(QUESTIONS.decode(), "", 1)):
        if clip := _OSC52.fullmatch(piece):
            clips.append(base64.b64decode(clip[1]).decode("utf-8", "replace"))
        elif piece == "\x07" and bells:
            bells -= 1
        elif piece[0] >= " " and piece[0] != "\x7f":
            found += [f"U+{ord(character):04X} in text" for character in _NOT_TEXT.findall(piece)]
        elif not allowed.fullmatch(piece):
            found.append(repr(piece))
        else:
            once += Counter(rule for rule in _ONCE if re.fullmatch(rule, piece))
    found += [f"{count} times {rule}" for rule, count in once.items() if count > 1]
    if clips != list(copied):
        found.append(f"copied {clips!r}, asked for {list(copied)!r}")
    return found


def modes_on(raw: bytes) -> frozenset[str]:
    """The private modes that are on after these bytes, as `?1049`."""
    modes = set(_ON_AT_START)
    for numbers, switch in _MODE.findall(raw):
        for number in numbers.decode().split(";"):
            (modes.add if switch == b"h" else modes.discard)(f"?{number}")
    return frozenset(modes)


def modes_left(raw: bytes) -> frozenset[str]:
    """What is not as it was before the first of these bytes: modes, the keyboard, the title, the pointer's shape."""
    left = set(modes_on(raw) ^ _ON_AT_START)
    depth = 0
    for direction in _KEYBOARD.findall(raw):
        depth = max(0, depth + (1 if direction == b">" else -1))
    if depth:
        left.add("keyboard")
    if raw.count(b"\x1b[22;0t") > raw.count(b"\x1b[23;0t"):
        left.add("title")
    if (_POINTER.findall(raw) or [b""])[-1] not in {b"", b"default"}:
        left.add("pointer")
    return frozenset(left)
