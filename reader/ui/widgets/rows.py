"""A widget of prepared lines whose spans can be clicked."""

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual._styles_cache import StylesCache
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from reader.ui.looks import Looks
from reader.ui.spans import Span, Spans
from reader.ui.themes import NamedTheme

_SCREEN = "screen."
"""Says that an action is one of the screen."""

# Meant for its class, it would be kept for each of 1,024 widgets, with every line of those that are closed.
setattr(StylesCache, "get_inner_outer", classmethod(vars(StylesCache)["get_inner_outer"]))  # noqa: B010


def looks_of(widget: Widget) -> Looks:
    """The looks of the theme that a widget is drawn in."""
    theme = widget.app.current_theme
    assert isinstance(theme, NamedTheme)  # noqa: S101 - the app has no others
    return theme.own_looks if widget.app.native_ansi_color else theme.looks


class Rows(Widget):
    """Draws lines as they are given, from the first one shown on; a click runs the action of a span.

    What a click would press shows when the pointer is over it.
    """

    ALLOW_SELECT = False

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id, classes=classes)
        self.auto_links = False  # no hover style for spans
        self._lines: tuple[Spans, ...] = ()
        self._first = 0
        self._pointed = ""
        """Action of the spans that the pointer is over; empty for none."""

    def show(self, lines: tuple[Spans, ...], first: int = 0) -> None:
        """Draw these lines, from the line of that index on; only what has changed is drawn anew."""
        width, height = self.size
        before = [self._line(y) for y in range(height)]
        self._lines, self._first = lines, first
        if changed := [Region(0, y, width, 1) for y in range(height) if self._line(y) != before[y]]:
            self.refresh(*changed)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        self._point_at(event.style.meta.get("@click", "").removeprefix(_SCREEN))

    def on_leave(self) -> None:
        self._point_at("")

    def _point_at(self, action: str) -> None:
        before, self._pointed = self._pointed, action
        if before == action:
            return
        for y in range(self.size.height):
            if {before, action} & {span.action for span in self._line(y) if span.action}:
                self.refresh(Region(0, y, self.size.width, 1))

    def render_line(self, y: int) -> Strip:
        """One row of the pane; blank below the last line."""
        base, looks = self.visual_style.rich_style, looks_of(self)
        segments = [
            Segment(span.text, base + self._style(span, looks)) for span in self._line(y) if span.text
        ]
        return Strip(segments).adjust_cell_length(self.size.width, base)

    def _line(self, y: int) -> Spans:
        number = y + self._first
        return self._lines[number] if number < len(self._lines) else ()

    def _style(self, span: Span, looks: Looks) -> Style:
        style, action = looks[span.look], span.action
        if not action:
            return style
        if action == self._pointed:
            style += looks["pointed"]
        # Textual runs the action under "@click"; it is built from our own words and numbers only
        return style + Style.from_meta({"@click": _SCREEN + action})
