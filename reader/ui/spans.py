"""What a line of the screen is made of: pieces with a look and an action, glyphs, and the style that sets them.

A clickable span carries the Textual action it runs on its screen, built from our own words and numbers,
never from the text of a page.
"""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from msgspec import Struct

from reader.typesetting.cells import Widths, cells, cut
from reader.words import Words


class Span(NamedTuple):
    """A piece of a line."""

    text: str
    look: str = ""
    """Of `looks`, or several with blanks between; empty for plain."""
    action: str = ""
    """Action that a click runs; empty for none."""


Spans = tuple[Span, ...]


class Row(NamedTuple):
    """A row of a list from which something is chosen."""

    draw: Callable[[int, int], Spans]
    """Sets it for a width in cells and the index of the entry chosen; called only for rows in view."""
    at: int = -1
    """Index of its entry; -1 for none."""


class Marks(Struct, frozen=True):
    """The glyphs of the screen, in characters whose width is certain on this terminal."""

    across: str = "─"
    down: str = "│"
    cross_top: str = "┬"
    cross_bottom: str = "┴"
    corners: str = "╭╮╰╯"
    chosen: str = "▌"
    above: str = "▴"
    below: str = "▾"
    before: str = "‹"
    after: str = "›"
    ellipsis: str = "…"
    states: str = "●◐○"
    """Unread, begun, read: the glyph of each `ReadState`."""


ASCII = Marks("-", "|", "+", "+", "++++", ">", "^", "v", "<", ">", "~", "*+.")
"""For terminals that draw characters of ambiguous width two cells wide."""


class LineStyle(Struct, frozen=True):
    """Words, width table and glyphs used to draw a line."""

    words: Words
    widths: Widths
    marks: Marks

    def measure(self, spans: Sequence[Span]) -> int:
        """Width of a line in cells."""
        return sum(cells(span.text, self.widths) for span in spans)

    def cut(self, text: str, room: int) -> str:
        """Shorten a text to at most `room` cells, with an ellipsis if it was cut."""
        return cut(text, room, self.widths, self.marks.ellipsis)

    def spread(self, width: int, left: Spans, right: Spans, fill: str = " ") -> Spans:
        """A line with a left and a right part, filled between; the left one is cut if there is no room."""
        room = width - self.measure(right)
        while left and (missing := self.measure(left) - room) > 0:
            *rest, last = left
            kept = self.cut(last.text, max(0, cells(last.text, self.widths) - missing))
            left = (*rest, last._replace(text=kept)) if kept else tuple(rest)
        spare = max(0, room - self.measure(left))
        return (*left, Span(fill * spare, "rule" if fill != " " else ""), *right)
