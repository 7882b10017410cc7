"""What surrounds the article on the reading screen: heads, lists, state line, footer."""

from collections.abc import Callable, Sequence
from functools import lru_cache, partial
from math import ceil

from textual.app import ComposeResult
from textual.containers import Container
from textual.geometry import Size

from reader import limits
from reader.edition.model import Page
from reader.typesetting.fullwidth import full_stops
from reader.typesetting.pagemap import Label, map_size
from reader.ui import lines
from reader.ui.commands import DAILY, LINK, LIST, MAP, Hint
from reader.ui.maps import MapDrawer, has_map, map_lines
from reader.ui.spans import LineStyle, Span, Spans
from reader.ui.view import View
from reader.ui.widgets.article_pane import ArticlePane
from reader.ui.widgets.lists import List, headline_lines, page_lines
from reader.ui.widgets.map_pane import MapPane
from reader.ui.widgets.rows import Rows

MINIATURE_ROWS = 8
"""Rows that must be free for the page's map in small, beside a blank one above and one below the headlines."""

MINIATURE_LARGEST = 18
"""Most rows of that map."""

KEPT_HEADLINES = 512
"""Headlines whose lines are kept, as most of a page's stay as they are from one article to the next."""

_LOOKS = {(True, True): "chosen", (True, False): "chosen-away", (False, True): "", (False, False): "away"}
"""Look of a list entry, by whether it is chosen and whether it is at hand."""


def _look(entries: List, *, is_chosen: bool, at_hand: bool) -> str:
    """Look of an entry: the chosen one of the list that has the keys stands out."""
    return "picked" if is_chosen and entries.has_focus else _LOOKS[is_chosen, at_hand]


def panes(size: Size) -> dict[str, bool]:
    """The classes of the screen for a window in columns and rows, and whether it has room for what they stand for."""
    columns, rows = limits.MINIMUM_WINDOW
    return {
        "small": size.width < columns or size.height < rows,
        "narrow": size.width < lines.NARROW,
        "medium": lines.NARROW <= size.width < lines.WIDE,
        "roomy": size.width >= lines.ROOMY,
        "widest": size.width >= lines.WIDEST,
    }


class Frame:
    """The widgets around the article, and what is drawn into them."""

    def __init__(self, style: LineStyle, article: ArticlePane, read_state: Callable[[str], int]) -> None:
        self._line_style = style
        self._article = article
        self._panes = Container(id="panes")
        self._masthead, self._rule = Rows(id="masthead"), Rows(id="rule")
        self._side_head, self._article_head = Rows(id="side-head"), Rows(id="article-head")
        self._state, self.footer = Rows(id="state"), Rows(id="footer")
        self.strip, self.contents = List(style, id="strip", classes="strip"), List(style, id="contents")
        self._hairlines = [Rows(classes=f"hairline {pane}") for pane in ("strip", "side", "map")]
        self.map = MapPane(style, read_state)
        self._maps = MapDrawer(style)
        self._headline_lines = lru_cache(KEPT_HEADLINES)(partial(headline_lines, style))
        self._too_small = Rows(id="too-small")
        self._counted: tuple[Page | None, tuple[str, ...]] = (None, ())

    def compose(self) -> ComposeResult:
        strip_line, side_line, map_line = self._hairlines
        yield from (self._masthead, self._rule)
        with self._panes:
            yield from (self.strip, strip_line)
            with Container(id="side", classes="side"):
                yield from (self._side_head, self.contents)
            yield side_line
            with Container(id="text"):
                yield from (self._article_head, self._article)
            yield from (map_line, self.map)
        yield from (self._state, self.footer, self._too_small)

    def say_window_wanted(self) -> None:
        """Draw what is shown in a window too small for all else."""
        say, (columns, rows) = self._line_style.words.say, limits.MINIMUM_WINDOW
        texts = (say("window-too-small"), say("window-wanted", columns=columns, rows=rows))
        self._too_small.show(tuple((Span(text),) for text in texts))

    def draw(self, view: View | None) -> None:
        """Draw everything but the state line, and name the window."""
        style, width = self._line_style, self._masthead.size.width
        for line in self._hairlines:
            line.show(((Span(style.marks.down, "rule"),),) * self._panes.size.height)
        self._rule.show((lines.rule(style, width, self._joints(), style.marks.cross_top),))
        if view is None:
            return
        masthead = lines.masthead(style, width, view.edition, view.page_at, view.article_at)
        self._masthead.show((masthead,))
        opened = view.edition.opened
        day = style.words.day(opened.issued, short=True)
        self._masthead.app.sub_title = f"{opened.paper} {day}".strip()
        if self.contents.size.width:
            self._draw_contents(view)
        self._draw_strip(view)
        self.map.show_view(view)
        ends = (view.step_article(-1) is None, view.step_article(1) is None)
        has_sister = bool(view.page.sister_papers) and not any(
            span.action.startswith("sister") for span in masthead
        )
        room, column = self._article_head.size.width, self._article.column
        self._article_head.show((lines.article_head(style, room, column, ends, has_sister=has_sister),))

    def draw_state(self, message: str, progress: Sequence[str], notes: Sequence[str], keys: str) -> None:
        """Draw the state line and the footer (see `lines`); `keys`, unless empty, replace those of the footer."""
        style, width = self._line_style, self._state.size.width
        line, rest = lines.state_line(style, width, message, progress, self._joints(), notes)
        self._state.show((line,))
        told = rest or keys
        under = (
            lines.rest_of_message(style, width, told) if told else (lines.footer(style, width, self._hints),)
        )
        self.footer.styles.height = len(under)
        self.footer.show(under)

    @property
    def _hints(self) -> tuple[Hint, ...]:
        """The hints of what has the keys."""
        if self.map.has_focus:
            return MAP
        if self.contents.has_focus or self.strip.has_focus:
            return LIST
        return LINK if self._article.link is not None else DAILY

    def _draw_contents(self, view: View) -> None:
        style, page, width = self._line_style, view.page, self.contents.size.width
        if self._counted[0] is not page:
            self._counted = (page, self._count(page))
        pages = len(view.edition.index)
        top = lines.contents_head(style, width, page, view.page_at, pages, self._counted[1])
        head = max(3, len(top) + 1)  # a blank row below it
        self._side_head.show(top)
        self._side_head.styles.height = head
        entries, digits = [], len(str(len(page.contents)))
        for i, entry in enumerate(page.contents):
            headline = full_stops(entry.headline) if self._article.full_width else entry.headline
            look = _look(self.contents, is_chosen=i == view.article_at, at_hand=entry.at_hand)
            entries.append(self._headline_lines(width, f"{i + 1:>{digits}}", headline, look))
        rows = self._panes.size.height - head - sum(map(len, entries)) - 1
        below = self._miniature(view, width, rows) if rows >= MINIATURE_ROWS else ()
        self.contents.show_entries(entries, view.article_at, below)

    def _miniature(self, view: View, width: int, rows: int) -> Sequence[Spans]:
        """The page's map in small, under the headlines: their numbers, the one being read lit."""
        page = view.page
        if self.map.display or not has_map(page):
            return ()
        labels = [Label(str(number)) for number in range(1, len(page.contents) + 1)]
        size = map_size(page, width - 2, min(rows, MINIATURE_LARGEST))
        drawn = self._maps.draw(page, labels, size)
        margin = Span(" " * ((width - drawn.columns) // 2))
        look = {view.article_at: "lit"}
        return ((), *((margin, *line) for line in map_lines(drawn, lambda i: look.get(i, ""))))

    def _draw_strip(self, view: View) -> None:
        edition, width = view.edition, self.strip.size.width
        entries = []
        for i, (link, page) in enumerate(zip(edition.index, edition.pages, strict=True)):
            look = _look(self.strip, is_chosen=i == view.page_at, at_hand=page is not None)
            entries.append(page_lines(self._line_style, width, i, link, look))
        self.strip.show_entries(entries, view.page_at)

    def _count(self, page: Page) -> tuple[str, ...]:
        """How many articles a page has, and how long they take to read, the longest form first."""
        if not page.contents:
            return ()
        articles = [entry.article for entry in page.contents if entry.article]
        minutes = ceil(sum(article.minutes for article in articles))
        is_known = minutes and len(articles) == len(page.contents)
        keys = ("articles-count", "articles-short") if is_known else ("articles-only",)
        return tuple(self._line_style.words.say(key, n=len(page.contents), minutes=minutes) for key in keys)

    def _joints(self) -> list[int]:
        return [line.region.x for line in self._hairlines if line.region.width]
