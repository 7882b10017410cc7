"""Line breaking: 避头尾 observed, stops hung in the margin, every line as full as possible."""

from collections.abc import Iterator
from functools import cache
from itertools import pairwise, zip_longest
from math import inf
from typing import NamedTuple

from reader.typesetting.breaks import BLANKS, CLOSING, HANGING, NO_END, NO_START, OPENING, UNIT
from reader.typesetting.cells import Widths, cells

HAN = 2
"""Cells of one 汉字."""

_HEADLINE_LINES = 6


class SetLine(NamedTuple):
    """One set line of a paragraph; a tuple, because a long text has tens of thousands."""

    start: int
    """Index of its first character in the paragraph."""
    end: int
    """Index after its last character; blanks at the end of a line belong to none."""
    width: int
    """Cells as drawn, indent and hanging stop included."""


class _Galley:
    """The line being filled: it takes units, and yields full lines."""

    __slots__ = ("column", "end", "gap", "hang", "measure", "start", "width", "widths")

    def __init__(self, measure: int, widths: Widths, gap: int, *, hang: bool) -> None:
        self.measure = measure
        self.widths = widths
        self.gap = gap
        self.hang = hang
        self.start = self.end = 0
        self.width = 0  # cells up to the last character
        self.column = 0  # cells to where the next unit begins: blanks and gap included

    def line(self) -> SetLine:
        """Return the line and begin another."""
        line = SetLine(self.start, self.end, self.width)
        self.start, self.width, self.column = self.end, 0, 0
        return line

    def put(self, start: int, end: int, width: int, after: int) -> None:
        if self.start == self.end:
            self.start = start
        self.end = end
        self.width = self.column + width
        self.column = self.width + after

    def run(self, at: int, stop: int) -> Iterator[SetLine]:
        """Fill with 汉字, between any two of which a line may break."""
        pitch = HAN + self.gap
        while at < stop:
            fitting = (self.measure - self.column + self.gap) // pitch
            if fitting <= 0 and self.start < self.end:
                yield self.line()
                continue
            taken = min(max(fitting, 1), stop - at)
            self.put(at, at + taken, taken * pitch - self.gap, self.gap)
            at += taken

    def unit(self, text: str, at: int) -> Iterator[SetLine]:
        """Fill with one unit and the blanks after it; only a unit wider than a whole line is broken."""
        unit = text.rstrip(BLANKS)
        end = at + len(unit)
        gaps = sum(map(self.gap_between, unit, unit[1:])) if self.gap else 0
        width = cells(unit, self.widths) + gaps
        after = cells(text[len(unit) :], self.widths) or self.gap_between(unit[-1], "")
        stop = self.widths[unit[-1]] if self.hang and unit[-1] in HANGING else 0
        if self.start < self.end and self.column + width - stop > self.measure:
            yield self.line()
        if self.column + width - stop <= self.measure:
            self.put(at, end, width, after)
        else:
            yield from self.broken(unit, at, stop)
            self.column = self.width + after

    def broken(self, unit: str, at: int, stop: int) -> Iterator[SetLine]:
        """Fill character by character with a unit that no line can hold, mostly an address."""
        for index, (character, following) in enumerate(zip_longest(unit, unit[1:], fillvalue=""), at):
            size = self.widths[character]
            room = self.measure + (0 if following else stop)
            if size and self.start < self.end and self.column + size > room:
                yield self.line()
            self.put(index, index + 1, size, self.gap_between(character, following))

    def gap_between(self, left: str, right: str) -> int:
        """Letter-spacing after a wide character, before one that may begin a line (empty: the next unit)."""
        if not self.gap or self.widths[left] < HAN or left in NO_END + BLANKS:
            return 0
        return 0 if right and (right in NO_START + BLANKS or not self.widths[right]) else self.gap


def set_paragraph(
    text: str, measure: int, widths: Widths, *, indent: int = 2, hang: bool = True, gap: int = 0
) -> list[SetLine]:
    """Set a paragraph in lines; a blank one is a single empty line.

    Joined, the lines are the text except for blanks at their ends. No line but the first begins with a mark of 避头,
    none but the last ends with one of 避尾, and words, numbers with their unit, —— and …… stay whole, except where
    a unit is wider than the measure. Works for any measure from 1 cell up; below `indent` and one 汉字 lines overflow.

    Args:
        text: One paragraph; leading blanks are dropped, as the indent is set here.
        measure: Width of a line in cells.
        widths: Cells of each character.
        indent: Indent of the first line, in 汉字.
        hang: Whether one stop may hang past the measure; 1 or 2 cells must be free there.
        gap: Cells of letter-spacing, for headlines.
    """
    stop = len(text.rstrip(BLANKS))
    start = len(text) - len(text.lstrip(BLANKS))
    if start >= stop:
        return [SetLine(0, 0, 0)]
    galley = _Galley(measure, widths, gap, hang=hang)
    galley.start = galley.end = start
    galley.width = galley.column = indent * HAN
    lines: list[SetLine] = []
    for match in UNIT.finditer(text, start, stop):
        at, end = match.span()
        lines += galley.run(at, end) if match.lastindex else galley.unit(text[at:end], at)
    return [*lines, galley.line()]


class _Piece(NamedTuple):
    """A unit of a headline; cells are counted from the headline's start, as if it were one line."""

    start: int
    end: int
    left: int
    right: int
    cost: float
    """Of a break after it: 0 at a blank on the page (where the printed headline broke), 0.5 at a mark, else 1; more
    between quotation marks or brackets."""


def set_headline(text: str, measure: int, widths: Widths) -> list[SetLine]:
    """Set a headline as a newspaper does: in as few lines as fit, nearly equal, broken where the page broke it.

    Units stay whole, nothing is indented and no stop hangs. A text of over 6 lines, or with a word wider than the
    measure, is no newspaper headline and is filled line by line.
    """
    filled = set_paragraph(text, measure, widths, indent=0, hang=False)
    pieces = _pieces(text, widths) if 1 < len(filled) <= _HEADLINE_LINES else []
    if not pieces or any(piece.right - piece.left > measure for piece in pieces):
        return filled
    ends = _balance(pieces, measure, len(filled))
    found: list[SetLine] = []
    for start, stop in pairwise((0, *ends)):
        first, last = pieces[start], pieces[stop - 1]
        found.append(SetLine(first.start, last.end, last.right - first.left))
    return found


def _balance(pieces: list[_Piece], measure: int, count: int) -> tuple[int, ...]:
    """Where each of `count` lines ends, as indices into the pieces."""
    ideal = pieces[-1].right / count
    scale = ideal * ideal / 2  # an arbitrary break costs as much as one line three times as long as the other

    @cache
    def best(first: int, count: int) -> tuple[float, tuple[int, ...]]:
        """Cost and line ends of the best way to set the pieces from `first` on."""
        if count == 0:
            return (0.0 if first == len(pieces) else inf), ()
        ways: list[tuple[float, tuple[int, ...]]] = []
        for after in range(first + 1, len(pieces) + 1):
            width = pieces[after - 1].right - pieces[first].left
            if width > measure:
                break
            rest, ends = best(after, count - 1)
            cost = scale * pieces[after - 1].cost if count > 1 else 0
            ways.append(((width - ideal) ** 2 + cost + rest, (after, *ends)))
        return min(ways, default=(inf, ()))

    return best(0, count)[1]


def _pieces(text: str, widths: Widths) -> list[_Piece]:
    at = len(text) - len(text.lstrip(BLANKS))
    column = depth = 0
    pieces: list[_Piece] = []
    for match in UNIT.finditer(text, at, len(text.rstrip(BLANKS))):
        for unit in match[0] if match.lastindex else (match[0],):
            inked = unit.rstrip(BLANKS)
            left, start = column, at
            at, column = at + len(unit), column + cells(unit, widths)
            if column == left and pieces:  # a line has room for any number of characters without width
                pieces[-1] = pieces[-1]._replace(end=at)
                continue
            depth += _opened(inked)
            cost = 0 if inked != unit else _break_cost(inked, text[at : at + 1], depth)
            pieces.append(_Piece(start, start + len(inked), left, left + cells(inked, widths), cost))
    return pieces


def _opened(unit: str) -> int:
    """Pairs of marks that a unit opens, less those it closes."""
    return sum((mark in OPENING) - (mark in CLOSING) for mark in unit)


def _break_cost(before: str, after: str, depth: int) -> float:
    """Of a break between a unit and a character, within so many pairs of marks."""
    if depth > 0:
        return 1.5
    is_at_mark = before[-1] in HANGING + CLOSING or after in OPENING
    return 0.5 if is_at_mark else 1
