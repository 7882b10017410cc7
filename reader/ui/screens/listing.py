"""A screen of lines to read and leave: help, the report on a page, its raw text."""

from collections.abc import Sequence
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.screen import ModalScreen

from reader.typesetting.setter import set_paragraph
from reader.ui.commands import bindings
from reader.ui.lines import Desk, Span, Spans
from reader.ui.widgets.lists import List
from reader.ui.widgets.rows import Rows


class ListingScreen(ModalScreen[str]):
    """Lines under a title; scrolls where the window is small. Gives the key it was left with."""

    BINDINGS: ClassVar[list[BindingType]] = list(bindings("listing"))

    DEFAULT_CSS = """
    ListingScreen {
        layout: vertical;
        background: $background;
        & > List { height: 1fr; }
    }
    """

    def __init__(self, desk: Desk, title: str) -> None:
        super().__init__()
        self.desk = desk
        self._title = title
        self._at = 0

    def lines(self, width: int) -> Sequence[Spans]:
        """The lines, set for a width in cells."""
        raise NotImplementedError

    def compose(self) -> ComposeResult:
        """Title, lines, how to leave."""
        yield Rows(id="listing-title")
        yield List(id="listing")
        yield Rows(id="listing-close")

    def on_resize(self, event: events.Resize) -> None:
        """Set the lines for this width."""
        self.call_after_refresh(self._draw)

    def action_move(self, screens: float) -> None:
        """Scroll by a part of the screen, at least a line."""
        step = int(screens * self.query_one(List).size.height)
        self._at += step or (1 if screens >= 0 else -1)
        self._draw()

    def _draw(self) -> None:
        if not self.query(List):  # closed meanwhile
            return
        say, lines = self.desk.words.say, tuple(self.lines(self.size.width))
        last = max(0, len(lines) - self.query_one(List).size.height)
        self._at = max(0, min(last, self._at))
        more = f"   {say('help-more')}" if self._at < last else ""
        self.query_one("#listing-title", Rows).show(((Span(f" {self._title}", "strong"),),))
        self.query_one("#listing-close", Rows).show(((Span(f" {say('help-close')}{more}", "dim"),),))
        self.query_one(List).show(lines, self._at)

    def wrapped(self, lead: Spans, text: str, width: int, look: str = "dim") -> list[Spans]:
        """A text set beside its lead, on as many lines as it takes."""
        left = self.desk.measure(lead)
        lines = set_paragraph(text, max(2, width - left - 3), self.desk.widths, indent=0)
        blank = (Span(" " * left),)
        return [
            (*(blank if number else lead), Span(text[line.start : line.end], look))
            for number, line in enumerate(lines)
        ]
