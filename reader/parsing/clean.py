"""The trust boundary: makes text from a page safe to display, copy and save.

Cleaning comes after parsing: `&#27;` contains no escape character until the parser decodes it.
"""

import html
import re
import unicodedata
from collections import Counter

from reader import limits
from reader.edition.model import Clean

_EMOJI = "\u2190-\u21ff\u2300-\u23ff\u2600-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff"

# Blocks that contain combining marks, among letters; unicodedata decides which characters are marks.
_MARKS = (
    "\u0300-\u036f\u0483-\u0489\u0590-\u1dff\u20d0-\u20ff\u2cef-\u2cf1\u2d7f\u2de0-\u2dff\u302a-\u302f\u3099\u309a"
    "\ua66f-\uabff\ufb1e\ufe00-\ufe2f\U00010000-\U00011fff\U00013400-\U000134ff\U00016000-\U0001bcff"
    "\U0001cf00-\U0001efff"
)
_BIDI = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
# Default_Ignorable_Code_Point without U+200D and the emoji selectors U+FE0E and U+FE0F; and U+FFF9–FFFB.
_INVISIBLE = (
    "\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u200c\u2060-\u206f\u3164\ufe00-\ufe0d\ufeff\uffa0"
    "\ufff0-\ufffb\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
_NONCHARACTER = "\ud800-\udfff\ufdd0-\ufdef" + "".join(
    f"{chr(plane | 0xFFFE)}{chr(plane | 0xFFFF)}" for plane in range(0, 0x110000, 0x10000)
)
_PRIVATE = "\ue000-\uf8ff\U000f0000-\U000ffffd\U00100000-\U0010fffd"

# Most text contains nothing else and needs no cleaning: Chinese characters first, then punctuation and ASCII.
_UNUSUAL = re.compile(
    "[^\u3400-\u9fff\\n -~\u3000-\u3029\uff01-\uff9f\u2010-\u2027\u2030-\u205e\u2100-\u2bff\u00b7\u00d7]"
)
_NEWLINE = re.compile("\r\n?|[\x85\u2028\u2029]")
_BLANK = re.compile("[\t\xa0]")
_TOWER = re.compile(f"[{_MARKS}]{{{limits.COMBINING_MARKS + 1},}}")

PRIVATE = re.compile(f"[{_PRIVATE}]")
"""One private-use character; publishing systems use these for characters of their own (造字)."""

# Every part is optional or a single class, so matching never backtracks; and no ESC or 8-bit introducer is
# left behind that could form a new sequence with what follows it.
_ESCAPE = re.compile(
    r"""(?:\x1b\[|\x9b) [0-?]* [\x20-/]* [@-~]?                                     # CSI
      | (?:\x1b[\]PX^_]|[\x90\x98\x9d-\x9f]) [^\x07\x1b\x9c\n]* (?:\x07|\x1b\\|\x9c)?  # OSC DCS SOS PM APC
      | \x1b [\x20-/]* [0-~]?""",
    re.VERBOSE,
)

_UNSEEN = re.compile(f"[{_INVISIBLE}]|(?<![{_EMOJI}])(?<![{_EMOJI}]\ufe0f)\u200d|\u200d(?![{_EMOJI}])")

# Order matters: each step sees the text that the earlier ones have left.
_STEPS = (
    ("escape", _ESCAPE, ""),
    ("control", re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f]"), ""),
    ("bidi", re.compile(f"[{_BIDI}]"), ""),
    ("invisible", _UNSEEN, ""),
    ("noncharacter", re.compile(f"[{_NONCHARACTER}]"), "\ufffd"),
    ("private", PRIVATE, r"\g<0>"),
)


_LONG_REFERENCE = re.compile(r"&#(?:x[\da-f]{7,}|\d{8,});?", re.IGNORECASE)


def without_long_references(markup: str) -> str:
    """Markup without character references to no character, converting one of which may fail for its length."""
    return _LONG_REFERENCE.sub("\ufffd", markup)


def unescaped(markup: str) -> str:
    """Markup with its character references replaced."""
    return html.unescape(without_long_references(markup))


def clean(text: str) -> str:
    """Make text from a page safe to display: no escapes, controls, direction marks or invisible characters.

    Idempotent and linear in the length of the text. Lines end in a line feed; a tab and a no-break
    space become a blank; an ideographic space (U+3000) stays. The result can be encoded as UTF-8.

    Source:
        ECMA-48 on control sequences; UAX #44, Default_Ignorable_Code_Point; UAX #9 on direction marks.
    """
    return Cleaner()(text)


def clean_line(text: str) -> Clean:
    """Clean a text as `clean` does and put it on one line; also what is cut out of clean text, or put together of it."""
    return Cleaner().line(text)


class Cleaner:
    """Cleans the texts of one page, and counts what it removes."""

    def __init__(self) -> None:
        self.tally: Counter[str] = Counter()

    def __call__(self, text: str) -> str:
        """Clean a text of any number of lines, as `clean` does."""
        if _UNUSUAL.search(text):
            text = _BLANK.sub(" ", _NEWLINE.sub("\n", text))
        return self._strip(text) if _UNUSUAL.search(text) else text

    def line(self, text: str) -> Clean:
        """Clean a text and put it on one line: its lines are trimmed and joined by one blank."""
        return Clean(" ".join(filter(None, map(str.strip, self(text).split("\n")))))

    @property
    def removed(self) -> tuple[tuple[str, int], ...]:
        """What was found so far: kind and count, sorted by kind, without kinds that were not found.

        "escape" counts whole sequences, the others count characters. Characters of kind "noncharacter" were
        replaced by U+FFFD, "private" ones were kept, all others were removed.
        """
        return tuple(sorted((kind, count) for kind, count in self.tally.items() if count))

    def _strip(self, text: str) -> str:
        for kind, pattern, replacement in _STEPS:
            text, count = pattern.subn(replacement, text)
            self.tally[kind] += count
        lowered = _TOWER.sub(_lower, text)
        self.tally["combining"] += len(text) - len(lowered)
        return lowered


def _lower(tower: re.Match[str]) -> str:
    """Keep only the first few marks on each base character in a run of marks and letters."""
    kept: list[str] = []
    height = 0
    for character in tower[0]:
        height = height + 1 if unicodedata.category(character).startswith("M") else 0
        if height <= limits.COMBINING_MARKS:
            kept.append(character)
    return "".join(kept)
