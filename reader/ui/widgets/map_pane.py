"""The map of the page, whole: titles in their boxes, one of them chosen by moving over the page."""

from collections.abc import Callable
from functools import partial
from itertools import zip_longest
from typing import ClassVar

from textual.binding import BindingType

from reader.edition.model import Page
from reader.typesetting.pagemap import Label, PageMap, map_size
from reader.ui.commands import bindings
from reader.ui.maps import MapDrawer, about, has_map, map_lines
from reader.ui.spans import LineStyle, Span, Spans
from reader.ui.view import View
from reader.ui.widgets.rows import Rows

STRETCH = 1.5
"""How much wider than the printed page its map may be, for the titles."""

DETAIL = 30
"""Cells beside the map in which the chosen article is described."""

WITH_DETAIL = 70
"""Cells of the pane from which they are set aside."""

LEAST_ROWS = 6
"""Rows below which there is no map, but a list of the articles alone."""


class MapPane(Rows, can_focus=True):
    """Shows the map of a page, under it the articles without a place on it, beside it what the chosen one is about."""

    BINDINGS: ClassVar[list[BindingType]] = list(bindings("map"))

    def __init__(self, style: LineStyle, read_state: Callable[[str], int]) -> None:
        super().__init__(id="map", classes="map")
        self._read_state = read_state
        """Gives the `ReadState` of an article by its key."""
        self._line_style = style
        self._maps = MapDrawer(style)
        self._view: View | None = None
        self._drawn: PageMap | None = None
        self._listed: tuple[int, ...] = ()
        """Articles under the map, by index."""
        self.chosen = 0
        """Index of the chosen article."""

    def show_view(self, view: View) -> None:
        """Draw the page of a view; another article of it, or another page, is chosen."""
        before, self._view = self._view, view
        is_moved = before is None or before.key != view.key or not self.has_focus
        self.chosen = view.article_at if is_moved else self.chosen
        self.draw()

    def on_resize(self) -> None:
        self.draw()

    def on_focus(self) -> None:
        if self._view:
            self.chosen = self._view.article_at
        self.draw()

    def on_blur(self) -> None:
        self.draw()

    def action_move(self, across: int, down: int) -> None:
        """Choose the article beside the chosen one: on the page, then among those listed under it."""
        found = self._beside(across, down)
        if found is not None:
            self.chosen = found
            self.draw()

    def _beside(self, across: int, down: int) -> int | None:
        boxes, listed = self._drawn.boxes if self._drawn else {}, self._listed
        if self.chosen in listed:
            at = listed.index(self.chosen) + across + down
            if at < 0 and boxes:
                return max(boxes, key=lambda article: boxes[article].top + boxes[article].height)
            return listed[at] if 0 <= at < len(listed) else None
        found = self._drawn.beside(self.chosen, across, down) if self._drawn else None
        return listed[0] if found is None and listed and across + down > 0 else found

    def draw(self) -> None:
        """Draw the map for the size of the pane, what the chosen article is about beside it, the others under it."""
        view, (width, height) = self._view, self.size
        if view is None or not self.display or width == 0:
            self._drawn, self._listed = None, ()  # no key may move over the map of another page
            return
        self._drawn = self._map(view, width, height)
        self._listed = _without_box(view.page, self._drawn)
        lines = self._upper_lines(view, self._drawn, width) if self._drawn else [(self._note("no-map"),)]
        self.show((*lines, *self._list(view, width, height - len(lines))))

    def _map(self, view: View, width: int, height: int) -> PageMap | None:
        """The map, with room for the articles that have no box on it; None if there is none, or no room for one."""
        page, drawn = view.page, None
        labels = [Label(self._mark(page, i), entry.headline) for i, entry in enumerate(page.contents)]
        room = width - DETAIL if width >= WITH_DETAIL else width
        for _ in range(2 if has_map(page) else 0):  # once more, if some boxes are too small to be seen
            listed = (
                len(_without_box(page, drawn)) if drawn else sum(not entry.zones for entry in page.contents)
            )
            rows = height - (min(listed + 1, height // 3) if listed else 0)
            if rows >= LEAST_ROWS:
                drawn = self._maps.draw(page, labels, map_size(page, room - 2, rows, STRETCH))
        return drawn

    def _upper_lines(self, view: View, drawn: PageMap, width: int) -> list[Spans]:
        """The map, and beside it, where there is room, what the chosen article is about."""
        lines = [(Span(" "), *line) for line in map_lines(drawn, partial(self._look, view))]
        room = width - drawn.columns - 4
        if width < WITH_DETAIL:
            return lines
        beside = about(self._line_style, view, self.chosen, room, len(lines))
        return [(*line, Span("  "), *more) for line, more in zip_longest(lines, beside, fillvalue=())]

    def _mark(self, page: Page, article: int) -> str:
        """The number of an article, marked if it is begun or read."""
        state = self._read_state(page.key_of(article))
        return f"{self._line_style.marks.states[state]} {article + 1}" if state else str(article + 1)

    def _list(self, view: View, width: int, height: int) -> list[Spans]:
        """The articles under the map, after a blank line; the chosen one in view."""
        at = self._listed.index(self.chosen) if self.chosen in self._listed else 0
        first = max(0, at - max(1, height - 1) + 1)
        shown = self._listed[first : first + height - 1]
        return [(), *(self._entry(view, article, width) for article in shown)] if shown else []

    def _entry(self, view: View, article: int, width: int) -> Spans:
        """A line of the list."""
        whole = f"  {self._mark(view.page, article)} {view.page.contents[article].headline}"
        text, action = self._line_style.cut(whole, width - 1), f"go_to_article({article + 1})"
        return (Span(text, self._look(view, article), action),)

    def _look(self, view: View, article: int) -> str:
        """Lit is the chosen article while the map has the keys, else the one being read."""
        is_read_now = article == view.article_at
        if article == self.chosen if self.has_focus else is_read_now:
            return "lit"
        return "chosen" if is_read_now else "" if view.page.contents[article].at_hand else "away"

    def _note(self, key: str) -> Span:
        return Span(f" {self._line_style.words.say(key)}", "dim")


def _without_box(page: Page, drawn: PageMap | None) -> tuple[int, ...]:
    """The articles of a page that no box on the map shows, by index."""
    boxes = drawn.boxes.keys() - drawn.lines_only if drawn else set()
    return tuple(i for i in range(len(page.contents)) if i not in boxes)
