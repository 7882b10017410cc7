"""The two lists beside the article: headlines of the page, pages of the day."""

from collections.abc import Sequence
from itertools import accumulate

from textual import events, on

from reader.edition.model import PageLink
from reader.typesetting.linebreak import set_headline
from reader.ui.lines import LineStyle, Span, Spans
from reader.ui.widgets.rows import Rows

WHEEL_ROWS = 2

LINES = 3
"""Lines a headline may take in the contents before it is cut."""


def headline_lines(style: LineStyle, width: int, number: str, headline: str, look: str) -> tuple[Spans, ...]:
    """One headline of the contents: marked if chosen, numbered, set in three lines at most."""
    mark = f"{style.marks.chosen} " if look.startswith("chosen") else "  "
    lead = f"{mark}{number} "
    room = width - style.measure((Span(lead),)) - 1
    lines = set_headline(headline, room, style.widths)
    texts = [headline[line.start : line.end] for line in lines[:LINES]]
    if len(lines) > LINES:
        texts[-1] = style.cut(headline[lines[LINES - 1].start :], room)
    blank = " " * style.measure((Span(lead),))
    return tuple(
        style.spread(width, (Span((blank if i else lead) + text, look, f"go_to_article({number})"),), ())
        for i, text in enumerate(texts)
    )


class List(Rows, can_focus=True):
    """Entries of one or more lines; the chosen one is scrolled into view."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id, classes=classes)
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
            self._scroll = min(self._scroll, ends[chosen])
            self._scroll = max(self._scroll, ends[chosen + 1] - height)
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
        self.show((*(line for entry in self._entries for line in entry), *self._below), self._scroll)


def page_lines(style: LineStyle, width: int, at: int, link: PageLink, look: str) -> tuple[Spans, ...]:
    """One page of the day."""
    mark = f"{style.marks.chosen} " if look.startswith("chosen") else "  "
    text = style.cut(f"{mark}{link.number} {link.name}", width - 1)
    return (style.spread(width, (Span(text, look, f"turn_page({at})"),), ()),)
