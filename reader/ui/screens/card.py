"""Base of the cards over the reading screen: a title, lines that scroll, keys at the foot; bordered where there is room."""

from collections.abc import Sequence
from typing import ClassVar, NamedTuple, Self

from rich.style import Style
from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.geometry import Region, Size
from textual.renderables.background_screen import BackgroundScreen
from textual.screen import ModalScreen, ScreenResultType
from textual.strip import Strip
from textual.widget import Widget

from reader import limits
from reader.typesetting.linebreak import set_paragraph
from reader.ui.commands import Hint, bindings
from reader.ui.lines import NARROW, footer
from reader.ui.spans import LineStyle, Span, Spans
from reader.ui.widgets.rows import Rows

WHEEL_ROWS = 2

SHORT = 16
"""Window height in rows below which a card fills the window, as it does in a narrow one."""

MARGIN = 2
"""Blank cells between the border and the lines, which begin with a mark or a blank themselves."""

MEASURE = 68
"""Width of lines to read, in cells."""


class Frame(NamedTuple):
    """What is around the lines of a card."""

    outside: tuple[int, int]
    """Fewest columns and rows of the window that stay free, both sides together."""
    sides: int
    """Cells of border and margin on either side of the lines."""
    above: int
    """Rows over the lines, or the field above them; as many are below."""
    field: int
    """Rows of a field, and under it."""


BORDER = Frame((4, 2), 1 + MARGIN, 2, 2)
BARE = Frame((0, 0), 0, 1, 1)

_DIM = Style(dim=True)


class Card(ModalScreen[ScreenResultType]):
    """A modal screen of lines; they scroll if the window is too small for them.

    Args:
        style: Words, width table and glyphs.
    """

    BINDINGS: ClassVar[list[BindingType]] = list(bindings("card"))
    HINTS: ClassVar[tuple[Hint, ...]] = (Hint((("Esc", "close"),), ("返回", "back")),)
    """The keys at its foot."""
    HAS_FIELD: ClassVar[bool] = False
    TALLEST: ClassVar[int] = limits.LARGEST_WINDOW[1]
    """Most lines where there is a border."""

    def __init__(self, style: LineStyle) -> None:
        super().__init__()
        self.style = style
        self._rows = Rows(id="card")
        self._first = 0  # index of the line at the top
        self._tallest = 0  # most lines there were in this window: the card grows, but does not shrink
        self._set_for = Size()  # the window it is drawn for
        self._under: tuple[Size, list[Strip]] = Size(), []
        """The page under the card, dimmed, in a window of that size."""

    def heading(self) -> str:
        """The title of the card."""
        raise NotImplementedError

    def lines(self, width: int) -> Sequence[Spans]:
        """The lines, set for a width in cells."""
        raise NotImplementedError

    @property
    def widest(self) -> int:
        """Most cells of a line where there is a border."""
        return MEASURE

    def inside(self) -> ComposeResult:
        """The widgets over its rows."""
        yield from ()

    def compose(self) -> ComposeResult:
        with self._rows:
            yield from self.inside()

    @property
    def frame(self) -> Frame:
        """What is around the lines in this window."""
        columns, rows = self.app.size
        return BORDER if columns >= NARROW and rows >= SHORT else BARE

    @property
    def room(self) -> int:
        """Rows for the lines."""
        frame = self.frame
        taken = frame.outside[1] + 2 * frame.above + frame.field * self.HAS_FIELD
        room = max(1, self.app.size.height - taken)
        return min(self.TALLEST, room) if frame is BORDER else room

    def on_mount(self) -> None:
        """Have the lines in the first frame."""
        self._draw()

    def on_resize(self, event: events.Resize) -> None:
        """Set the lines for this window, unless they are set for it already."""
        if self._set_for != self.app.size:
            self._tallest = 0
            self.resized()

    def resized(self) -> None:
        """Draw the card in a window of another size."""
        self._draw()

    def _draw(self) -> None:
        if not self._rows.is_attached:  # already closed
            return
        self._set_for = self.app.size
        frame, columns = self.frame, self._set_for.width
        room = columns - frame.outside[0] - 2 * frame.sides
        width = min(self.widest, room) if frame is BORDER else room
        lines = tuple(self.lines(width))
        self._tallest = max(self._tallest, len(lines))
        shown = min(self.room, self._tallest) if frame is BORDER else self.room
        self._first = max(0, min(len(lines) - shown, self._first))
        seen = lines[self._first : self._first + shown]
        field = ((),) * (frame.field * self.HAS_FIELD)
        rows = (*field, *seen, *((),) * (shown - len(seen)))
        framed = self._framed(width, rows, below=self._first + shown < len(lines))
        beside = int(frame is BORDER)  # a blank cell between the page and the border
        self._rows.styles.padding = (0, beside)
        self._rows.styles.width = width + 2 * (frame.sides + beside)
        self._rows.styles.height = len(framed)
        for widget in self._rows.children if self.HAS_FIELD else ():
            self._place(widget, frame, width)
        self._rows.show(framed)

    def _place(self, field: Widget, frame: Frame, width: int) -> None:
        """Put the field over the rows that are left free for it."""
        field.styles.width = width
        field.styles.margin = (frame.above, 0, 0, frame.sides)

    def _framed(self, width: int, rows: Sequence[Spans], *, below: bool) -> tuple[Spans, ...]:
        """The rows of the whole card, title and keys among them.

        Args:
            width: Of the lines, in cells.
            rows: Those between title and keys.
            below: Whether there are more lines.
        """
        say, marks, spread = self.style.words.say, self.style.marks, self.style.spread
        up = (Span(" ↑ ", "dim"),) * (self._first > 0)
        down = (Span(f" {say('help-more')} ", "dim"),) * below
        title = Span(f" {self.heading()} ", "strong")
        keys = footer(self.style, width - self.style.measure(down), self.HINTS)
        if self.frame is BARE:
            return (spread(width, (title,), up), *rows, spread(width, keys, down))
        side, blank, whole = Span(marks.down, "rule"), Span(" " * MARGIN), width + 2 * (1 + MARGIN)
        left, right, left_foot, right_foot = (Span(corner, "rule") for corner in marks.corners)
        across = Span(marks.across, "rule")
        inner = [(side, blank, *spread(width, row, ()), blank, side) for row in ((), *rows, ())]
        return (
            spread(whole, (left, across, title), (*up, across, right), marks.across),
            *inner,
            spread(whole, (left_foot, across, *keys, Span(" ")), (*down, across, right_foot), marks.across),
        )

    def refresh(
        self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False
    ) -> Self:
        """Draw anew; the dimmed page is kept, unless there are regions of it that have changed."""
        if regions:
            self._under = Size(), []
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)

    def render_line(self, y: int) -> Strip:
        """A row of the page under the card, dimmed; Textual draws a card that opens three times, the page but once."""
        size = self.app.size
        if self._under[0] != size:
            self._under = size, self._dimmed(size)
        rows = self._under[1]
        return rows[y] if y < len(rows) else Strip.blank(self.size.width, self.rich_style)

    def _dimmed(self, size: Size) -> list[Strip]:
        """The rows of the page, dimmed by the terminal itself where its own colours are used."""
        stack, shade = self.app.screen_stack, self.styles.background
        rows = stack[stack.index(self) - 1]._compositor.render_strips(size)  # noqa: SLF001 - Textual's own way is slower
        plain = [Strip(BackgroundScreen.process_segments(row, shade), row.cell_length) for row in rows]
        return [row.apply_style(_DIM) for row in plain] if self.app.current_theme.ansi else plain

    async def on_click(self, event: events.Click) -> None:
        """Close the card where the page beside it is clicked."""
        if not self._rows.region.contains_point(event.screen_offset):
            await self.run_action("close")

    def action_close(self) -> None:
        """Go back to the page; a click may come when the card is gone already."""
        if self.is_current:
            self.dismiss(None)

    def action_rows(self, rows: int) -> None:
        """Scroll by rows, down if positive."""
        self._first += rows
        self._draw()

    def action_screens(self, screens: float) -> None:
        """Scroll by a fraction of the card, down if positive."""
        self.action_rows(int(screens * self.room))

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        self.action_rows(WHEEL_ROWS)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        self.action_rows(-WHEEL_ROWS)

    def wrapped(self, lead: Spans, text: str, width: int, look: str = "dim") -> list[Spans]:
        """Wrap a text beside its lead, on as many lines as it needs."""
        left = self.style.measure(lead)
        lines = set_paragraph(text, max(2, width - left - 2), self.style.widths, indent=0)
        blank = (Span(" " * left),)
        return [
            (*(blank if number else lead), Span(text[line.start : line.end], look))
            for number, line in enumerate(lines)
        ]
