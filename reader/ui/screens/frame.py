"""What stands around the article on the reading screen: heads, lists, state line, footer."""

from collections.abc import Sequence
from math import ceil

from textual.screen import Screen

from reader.edition.model import Article, Page
from reader.typesetting.fullwidth import full_stops
from reader.ui import lines
from reader.ui.lines import Desk, Span, Spans
from reader.ui.view import View
from reader.ui.widgets.lists import List, headline_lines, page_lines
from reader.ui.widgets.rows import Rows

HAN_A_MINUTE, LETTERS_A_MINUTE = 400, 1100
"""What a practised reader reads in a minute, for the estimate over the contents."""


class Frame:
    """Draws the lines around the article into the rows of a screen."""

    def __init__(self, screen: Screen[None], desk: Desk) -> None:
        self._screen = screen
        self._desk = desk
        self._counted: tuple[Page | None, Spans] = (None, ())
        self.full_width = True
        """Whether half-width stops among 汉字 are set full-width."""

    def draw(self, view: View | None) -> None:
        """Draw everything but the state line."""
        desk, width = self._desk, self._screen.size.width
        marks = desk.marks
        hairline = ((Span(marks.down, "rule"),),) * self._screen.query_one("#panes").size.height
        for name in ("strip-line", "side-line"):
            self._rows(name).show(hairline)
        self._rows("rule").show((lines.rule(desk, width, self._crossings(), marks.cross_top),))
        if view is not None:
            masthead = lines.masthead(desk, width, view.edition, view.page, view.page_at, view.article_at)
            self._rows("masthead").show((masthead,))
            self._draw_contents(view)
            self._draw_strip(view)
            text = self._rows("article-head")
            ends = (view.step_article(-1) is None, view.step_article(1) is None)
            is_named = any(span.act.startswith("sister:") for span in masthead)
            has_sister = bool(view.page.sister_papers) and not is_named
            text.show((lines.article_head(desk, text.size.width, ends, has_sister=has_sister),))

    def draw_state(self, message: str, progress: Sequence[str], notes: Sequence[str], keys: str) -> None:
        """Draw the state line and the footer, as `lines.state_line` and `lines.footer`; `keys` stand in for its own."""
        desk, width = self._desk, self._screen.size.width
        line, rest = lines.state_line(desk, width, message, progress, self._crossings(), notes)
        self._rows("state").show((line,))
        self._rows("footer").show((lines.footer(desk, width, rest or keys),))

    def _draw_contents(self, view: View) -> None:
        desk, page = self._desk, view.page
        contents, head = self._list("contents"), self._rows("side-head")
        width = contents.size.width
        top = lines.contents_head(desk, width, page, view.page_at, len(view.edition.index))
        if self._counted[0] is not page:
            self._counted = (page, self._count(page))
        head.show((*top, self._counted[1], ()))
        head.styles.height = len(top) + 2
        looks = [self._look(i == view.article_at, entry.at_hand) for i, entry in enumerate(page.contents)]
        contents.show_entries(
            [
                headline_lines(desk, width, i + 1, self._printed(page.contents[i].headline), look)
                for i, look in enumerate(looks)
            ],
            view.article_at,
        )

    def _printed(self, headline: str) -> str:
        return full_stops(headline) if self.full_width else headline

    def _draw_strip(self, view: View) -> None:
        desk, strip, edition = self._desk, self._list("strip"), view.edition
        looks = [self._look(i == view.page_at, page is not None) for i, page in enumerate(edition.pages)]
        strip.show_entries(
            [page_lines(desk, strip.size.width, i, edition.index[i], look) for i, look in enumerate(looks)],
            view.page_at,
        )

    def _count(self, page: Page) -> Spans:
        if not page.contents:
            return ()
        articles = [entry.article for entry in page.contents if entry.article]
        minutes = ceil(sum(map(_minutes, articles)))
        key = "articles-count" if minutes and len(articles) == len(page.contents) else "articles-only"
        return (Span(" " + self._desk.words.say(key, n=len(page.contents), minutes=minutes), "dim"),)

    def _look(self, chosen: bool, at_hand: bool) -> str:
        if chosen:
            return "chosen" if at_hand else "chosen-away"
        return "" if at_hand else "away"

    def _crossings(self) -> list[int]:
        found = (self._rows(name) for name in ("strip-line", "side-line"))
        return [line.region.x for line in found if line.region.width]

    def _rows(self, name: str) -> Rows:
        return self._screen.query_one(f"#{name}", Rows)

    def _list(self, name: str) -> List:
        return self._screen.query_one(f"#{name}", List)


def _minutes(article: Article) -> float:
    """Minutes it takes to read."""
    characters = sum(len(block.text) for block in article.blocks)
    octets = sum(len(block.text.encode("utf-8", "replace")) for block in article.blocks)
    han = (octets - characters) // 2  # each takes three octets, a letter one: no loop over characters
    letters = characters - han
    return han / HAN_A_MINUTE + letters / LETTERS_A_MINUTE
