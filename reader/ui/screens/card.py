"""Base of the screens that cover the reading screen: a heading, lines under it, a foot."""

from collections.abc import Sequence
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.screen import ModalScreen, ScreenResultType

from reader.typesetting.linebreak import set_paragraph
from reader.ui.commands import bindings
from reader.ui.lines import LineStyle, Span, Spans
from reader.ui.widgets.rows import LOOKS, Rows

WHEEL_ROWS = 2


class Card(ModalScreen[ScreenResultType]):
    """A modal screen of lines; they scroll if the window is too small for them.

    Args:
        style: Words, width table and glyphs.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = LOOKS
    BINDINGS: ClassVar[list[BindingType]] = list(bindings("card"))
    FRAME: ClassVar[int] = 2
    """Rows around the lines."""

    def __init__(self, style: LineStyle) -> None:
        super().__init__()
        self.style = style
        self._first = 0  # index of the line at the top

    def heading(self) -> str:
        """The title of the card."""
        raise NotImplementedError

    def lines(self, width: int) -> Sequence[Spans]:
        """The lines, set for a width in cells."""
        raise NotImplementedError

    def foot(self, *, more: bool) -> Span:
        """How to close the card; `more` if there are lines below the window."""
        say = self.style.words.say
        return Span(f" {say('help-close')}" + f"   {say('help-more')}" * more, "dim")

    def compose(self) -> ComposeResult:
        for part in ("heading", "lines", "foot"):
            yield Rows(id=part)

    @property
    def _room(self) -> int:
        """Rows for the lines."""
        return max(1, self.app.size.height - self.FRAME)

    def on_mount(self) -> None:
        """Have the lines in the first frame."""
        self._draw()

    def on_resize(self, event: events.Resize) -> None:
        """Set the lines for this width."""
        self.call_after_refresh(self._draw)

    def _draw(self) -> None:
        if not self.query(Rows):  # already closed
            return
        heading, body, foot = self.query("#heading, #lines, #foot").results(Rows)
        lines = tuple(self.lines(self.app.size.width))
        last = max(0, len(lines) - self._room)
        self._first = max(0, min(last, self._first))
        heading.show(((Span(f" {self.heading()}", "strong"),),))
        body.show(lines, self._first)
        foot.show(((self.foot(more=self._first < last),),))

    def action_rows(self, rows: int) -> None:
        """Scroll by rows, down if positive."""
        self._first += rows
        self._draw()

    def action_screens(self, screens: float) -> None:
        """Scroll by a fraction of the screen, down if positive."""
        self.action_rows(int(screens * self._room))

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        self.action_rows(WHEEL_ROWS)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        self.action_rows(-WHEEL_ROWS)

    def wrapped(self, lead: Spans, text: str, width: int, look: str = "dim") -> list[Spans]:
        """Wrap a text beside its lead, on as many lines as it needs."""
        left = self.style.measure(lead)
        lines = set_paragraph(text, max(2, width - left - 3), self.style.widths, indent=0)
        blank = (Span(" " * left),)
        return [
            (*(blank if number else lead), Span(text[line.start : line.end], look))
            for number, line in enumerate(lines)
        ]
