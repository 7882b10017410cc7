"""The two lists beside the article: headlines of the page, pages of the day."""

from collections.abc import Sequence
from itertools import accumulate

from textual import events, on

from reader.edition.model import PageLink
from reader.typesetting.cells import cells
from reader.typesetting.linebreak import set_headline
from reader.ui.spans import LineStyle, Span, Spans
from reader.ui.widgets.rows import Rows

WHEEL_ROWS = 2

LINES = 3
"""Lines a headline may take in the contents before it is cut."""


def headline_lines(style: LineStyle, width: int, number: str, headline: str, look: str) -> tuple[Spans, ...]:
    """One headline of the contents: marked if chosen, numbered, set in three lines at most."""
    lead = f"{_mark(style, look)} {number} "
    room = width - style.measure((Span(lead),)) - 1
    lines = set_headline(headline, room, style.widths)
    texts = [headline[line.start : line.end] for line in lines[:LINES]]
    if len(lines) > LINES:
        texts[-1] = style.cut(headline[lines[LINES - 1].start :], room)
    blank = " " * style.measure((Span(lead),))
    rows = ((blank if i else lead) + text for i, text in enumerate(texts))
    return tuple((_row(style, width, row, look, f"go_to_article({number})"),) for row in rows)


def _mark(style: LineStyle, look: str) -> str:
    return style.marks.chosen if look.startswith(("chosen", "picked")) else " "


def _row(style: LineStyle, width: int, text: str, look: str, action: str) -> Span:
    """A row of an entry, all of it to be pressed, up to the last cell, in which a list says that there is more."""
    return Span(text + " " * (width - 1 - cells(text, style.widths)), look, action)


class List(Rows, can_focus=True):
    """Entries of one or more lines; the chosen one is scrolled into view, with one before it and one after it.

    Marks in the last column tell that there are more above or below.
    """

    def __init__(self, style: LineStyle, *, id: str, classes: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id, classes=classes)
        self._line_style = style
        self._entries: tuple[tuple[Spans, ...], ...] = ()
        self._scroll = 0
        self._below: tuple[Spans, ...] = ()

    def show_entries(
        self, entries: Sequence[tuple[Spans, ...]], chosen: int, below: Sequence[Spans] = ()
    ) -> None:
        """Draw these entries, with the one of index `chosen` in view, and lines below them if all are in view."""
        self._entries, self._below = tuple(entries), tuple(below)
        ends = [0, *accumulate(len(entry) for entry in entries)]
        height = max(1, self.size.height)
        if chosen < len(entries):
            first, last = max(0, chosen - 1), min(len(entries), chosen + 2)
            if ends[last] - ends[first] > height:
                first, last = chosen, chosen + 1
            self._scroll = min(self._scroll, ends[first])
            self._scroll = max(self._scroll, ends[last] - height)
        self._scroll = max(0, min(self._scroll, ends[-1] - height))
        self._draw()

    @on(events.MouseScrollDown)
    @on(events.MouseScrollUp)
    def _wheel(self, event: events.MouseEvent) -> None:
        event.stop()
        rows = WHEEL_ROWS if isinstance(event, events.MouseScrollDown) else -WHEEL_ROWS
        lines = sum(map(len, self._entries))
        self._scroll = max(0, min(self._scroll + rows, lines - self.size.height))
        self._draw()

    def _draw(self) -> None:
        lines = [line for entry in self._entries for line in entry]
        first, last, marks = self._scroll, self._scroll + self.size.height - 1, self._line_style.marks
        for at, mark, is_needed in (
            (first, marks.above, first > 0),
            (last, marks.below, last < len(lines) - 1),
        ):
            if is_needed and self.size.height > 1:
                lines[at] = self._line_style.spread(self.size.width, lines[at], (Span(mark, "dim"),))
        self.show((*lines, *self._below), self._scroll)


def page_lines(style: LineStyle, width: int, at: int, link: PageLink, look: str) -> tuple[Spans, ...]:
    """One page of the day."""
    text = style.cut(f"{_mark(style, look)} {link.number} {link.name}", width - 1)
    return ((_row(style, width, text, look, f"turn_page({at})"),),)
