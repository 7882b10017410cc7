"""Selecting text by mouse in a pane of rows: what a drag passes, a paragraph, or the whole text.

Textual's own selection knows only the cells of a widget that are on the screen, and takes a widget's whole text as soon
as the pointer leaves them. So what is selected is found here; Textual keeps it, clears it and asks for its text.
"""

from typing import NamedTuple

from textual import events
from textual.geometry import Offset
from textual.selection import Selection
from textual.timer import Timer
from textual.widget import Widget

from reader.typesetting.cells import Widths
from reader.typesetting.layout import START, Anchor, Items, Role, Row, Setting

STEP_SECONDS = 0.08
"""Time between two steps of scrolling, while a drag is held above or below the pane."""

LONGEST_STEP = 3
"""Rows of such a step at most; it is as long as the pointer is rows away."""


class Spot(NamedTuple):
    """Where a pointer is in the text: on a character, or between two."""

    before: Anchor
    after: Anchor
    """Behind the character; the same as `before` where there is none."""


class SelectingPane(Widget):
    """A pane of set rows whose text can be selected by mouse.

    Args:
        widths: Cells of each character.
    """

    ALLOW_SELECT = False
    """Whether Textual selects."""

    def __init__(self, widths: Widths, *, id: str) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self._widths = widths
        self._items = Items()
        self._setting: Setting | None = None
        self._shown: list[Row] = []
        self._pressed: Spot | None = None
        """Where the button was pressed; None while it is not held."""
        self._pointer = Offset()
        """Where the pointer was last, in cells from the pane's upper left corner."""
        self._has_moved = False
        """Whether it moved while the button was last held."""
        self._scrolling: Timer | None = None

    def scroll_rows(self, rows: int) -> bool:
        """Scroll by rows, down if positive; returns whether that was possible."""
        raise NotImplementedError

    # What is selected

    def selected(self, item: int) -> tuple[int, int]:
        """The slice of an item's text that is selected; empty if none is."""
        span = self.text_selection.get_span(item) if self.text_selection else None
        if span is None or not self._can_select(item):
            return (0, 0)
        begin, end = span
        return (begin, len(self._items[item].text) if end == -1 else end)

    def _can_select(self, item: int) -> bool:
        """Whether an item is text to copy; under an article nothing is, in place of one the notes are."""
        is_note = not self._items.blocks and self._items[item].role is Role.NOTE
        return item < self._items.body or is_note

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """The selected text as the paragraphs have it, without the line breaks of the layout."""
        parts = (item.text[slice(*self.selected(number))] for number, item in enumerate(self._items))
        return "\n".join(filter(None, parts)), "\n"

    def selection_updated(self, selection: Selection | None) -> None:
        self.refresh()

    def select(self, start: Anchor, end: Anchor) -> None:
        """Select what is between two places; nothing if the first is not before the other."""
        span = Selection(Offset(start.character, start.item), Offset(end.character, end.item))
        self.screen.selections = {self: span} if start < end else {}

    # Dragging

    def _forward_event(self, event: events.Event) -> None:
        """Have the mouse from a press to its release, at once: in our own turn what follows may have gone elsewhere."""
        super()._forward_event(event)
        if isinstance(event, events.MouseDown) and event.button == 1:
            self.capture_mouse()
        elif isinstance(event, events.MouseUp):
            self.release_mouse()

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Begin to select with the left button."""
        self._has_moved = False
        self._pointer = event.offset
        self._pressed = self._spot() if event.button == 1 else None

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Select as far as the pointer is, and scroll while it is above or below the pane."""
        if event.button == 1:
            self._drag_to(event.offset)
        elif self._pressed:  # the button was released where nobody told us
            self.end_drag()

    def on_mouse_up(self, event: events.MouseUp) -> None:
        self._drag_to(event.offset)
        self._rest()

    def on_blur(self) -> None:
        """End a drag when the keys, or the whole window, lose the focus."""
        self.end_drag()

    def end_drag(self) -> None:
        """Select and scroll no further, though the button may be held."""
        self._rest()
        self.release_mouse()

    def drag_on(self) -> None:
        """Select as far as the pointer is, now that other rows may be under it."""
        if self._pressed and self._has_moved:
            spots = (self._pressed, self._spot())
            self.select(min(spot.before for spot in spots), max(spot.after for spot in spots))

    def _rest(self) -> None:
        self._pressed = None
        self._stop_scrolling()

    def _drag_to(self, pointer: Offset) -> None:
        self._has_moved = self._has_moved or pointer != self._pointer
        self._pointer = pointer
        self.drag_on()
        if self._pressed is None or not self._beyond:
            self._stop_scrolling()
        elif self._scrolling is None:
            self._scrolling = self.set_interval(STEP_SECONDS, self._scroll_on)

    @property
    def _beyond(self) -> int:
        """Rows that the pointer is below the pane, or, negative, above it; no more than a step is long."""
        y, last = self._pointer.y, self.size.height - 1
        return max(-LONGEST_STEP, min(y, 0)) + min(LONGEST_STEP, max(y - last, 0))

    def _scroll_on(self) -> None:
        if not self.scroll_rows(self._beyond):
            self._stop_scrolling()

    def _stop_scrolling(self) -> None:
        if self._scrolling is not None:
            self._scrolling.stop()
            self._scrolling = None

    # What the pointer is on

    def _spot(self) -> Spot:
        """Where the pointer is: between the rows, behind the line above; above the pane, before its first line."""
        texts = [(y, row) for y, row in enumerate(self._shown) if row.end > row.start]
        above = [(y, row) for y, row in texts if y <= self._pointer.y]
        if not above:
            first = Anchor(texts[0][1].item, texts[0][1].start) if texts else START
            return Spot(first, first)
        y, row = above[-1]
        if y == self._pointer.y:
            return self._spot_in(row)
        return Spot(Anchor(row.item, row.end), Anchor(row.item, row.end))

    def _spot_in(self, row: Row) -> Spot:
        text = self._setting.text(row.item) if self._setting else ""
        cell, at = row.column, row.start
        while at < row.end and cell + self._widths[text[at]] <= self._pointer.x:
            cell += self._widths[text[at]]
            at += 1
        after = at
        if at < row.end and cell <= self._pointer.x:
            marked = range(at + 1, row.end)  # a character goes with the combining marks on it
            after = next((mark for mark in marked if self._widths[text[mark]]), row.end)
        return Spot(Anchor(row.item, at), Anchor(row.item, after))

    # Clicks

    def select_by_click(self, event: events.Click) -> None:
        """Select the paragraph that is clicked on twice, and the whole text at the third time."""
        rows = [row for row in self._shown[event.y : event.y + 1] if row.end > row.start]
        if event.chain == 3 and self._items.body:
            last = self._items.body - 1
            self.select(START, Anchor(last, len(self._items[last].text)))
        elif event.chain == 2 and rows:
            (row,) = rows
            self.select(Anchor(row.item, 0), Anchor(row.item, len(self._items[row.item].text)))
