"""A pane of ready lines whose spans can be pressed."""

from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from reader.ui.lines import Spans

LOOKS = (
    "strong",
    "dim",
    "faint",
    "rule",
    "button",
    "key",
    "message",
    "chosen",
    "picked",
    "chosen-away",
    "away",
)


class Rows(Widget):
    """Lines drawn as they are given, from the first one shown on."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {f"rows--{look}" for look in LOOKS}
    ALLOW_SELECT = False

    class Pressed(Message):
        """A span with an act was pressed."""

        def __init__(self, act: str) -> None:
            super().__init__()
            self.act = act

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id, classes=classes)
        self._lines: tuple[Spans, ...] = ()
        self._first = 0

    def show(self, lines: tuple[Spans, ...], first: int = 0) -> None:
        """Draw these lines, from the line of that index on."""
        if (lines, first) != (self._lines, self._first):
            self._lines, self._first = lines, first
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """One row of the pane; blank below the last line."""
        width, number = self.size.width, y + self._first
        base = self.visual_style.rich_style
        line = self._lines[number] if number < len(self._lines) else ()
        segments = [Segment(span.text, base + self._style(span.look, span.act)) for span in line if span.text]
        return Strip(segments).adjust_cell_length(width, base)

    def _style(self, look: str, act: str) -> Style:
        style = self.get_component_rich_style(f"rows--{look}", partial=True) if look else Style()
        return style + Style.from_meta({"act": act}) if act else style

    def on_click(self, event: events.Click) -> None:
        """Tell what was pressed."""
        if act := event.style.meta.get("act"):
            event.stop()
            self.post_message(self.Pressed(act))
