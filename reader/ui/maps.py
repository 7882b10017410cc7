"""The map of a page as lines of the screen, each box with the action that opens its article."""

from collections.abc import Callable, Sequence
from math import ceil

from reader.edition.model import Page
from reader.typesetting.linebreak import HAN, set_paragraph
from reader.typesetting.mosaic import PAGE
from reader.typesetting.pagemap import Label, PageMap, Piece, draw_map
from reader.ui.lines import title_of
from reader.ui.spans import LineStyle, Span, Spans
from reader.ui.view import View

Look = Callable[[int], str]
"""Gives the look of an article's box, by its index; empty for plain."""


def has_map(page: Page) -> bool:
    """Whether any article of a page has a place on it."""
    return any(entry.zones for entry in page.contents)


class MapDrawer:
    """Draws maps, and keeps the last one: it is drawn again for another page or size, but not for another article."""

    def __init__(self, style: LineStyle) -> None:
        self._style = style
        self._drawn: PageMap | None = None
        self._drawn_for: tuple[Page, Sequence[Label], tuple[int, int]] | None = None

    def draw(self, page: Page, labels: Sequence[Label], size: tuple[int, int]) -> PageMap:
        """The map of a page that has one, in columns and rows."""
        kept = self._drawn_for
        if self._drawn is None or kept is None or kept[0] is not page or kept[1:] != (labels, size):
            self._drawn = draw_map(page, labels, size, self._style.widths, self._style.marks.ellipsis)
            self._drawn_for = (page, labels, size)
        return self._drawn


def map_lines(drawn: PageMap, look: Look) -> tuple[Spans, ...]:
    """The lines of a map, with a look for each article's box; a click on a box opens its article."""
    return tuple(tuple(_span(piece, drawn, look) for piece in row) for row in drawn.rows)


def _span(piece: Piece, drawn: PageMap, look: Look) -> Span:
    box = "" if piece.owner == PAGE else look(piece.owner)
    action = "" if piece.owner == PAGE else f"go_to_article({piece.owner + 1})"
    if piece.is_line and not (box and piece.owner in drawn.lines_only):
        box = "line" if piece.text.strip() else "wall"
    return Span(piece.text, box, action)


def about(style: LineStyle, view: View, article_at: int, width: int, height: int) -> list[Spans]:
    """What an article of the view's page is about, beside the map: page, headline, length, how it begins.

    Args:
        style: Words, width table and glyphs.
        view: The page.
        article_at: Index of the article in its contents.
        width: Width of the lines in cells.
        height: At most so many lines.
    """
    entry = view.page.contents[article_at]
    article = entry.article
    lines = [(Span(style.cut(title_of(style, view.page), width), "strong"),), ()]
    lines += _set(style, entry.headline, width, "chosen")
    if article is None:
        return [*lines, (), *_set(style, style.words.say("map-away"), width, "away")][:height]
    length = style.words.say("length", n=article.characters, minutes=ceil(article.minutes))
    lines += [(), (Span(length, "dim"),), ()]
    for block in article.blocks:
        seen = block.text[: width * height]  # no more of a long one than can be seen
        lines += _set(style, seen, width, "", indent=2)
        if len(lines) >= height:
            break
    return lines[:height]


def _set(style: LineStyle, text: str, width: int, look: str, indent: int = 0) -> list[Spans]:
    """Set a text, its first line indented by some 汉字."""
    first, *lines = set_paragraph(text, width, style.widths, indent=indent, hang=False)
    lead = Span(" " * HAN * indent)
    return [
        (lead, Span(text[first.start : first.end], look)),
        *((Span(text[line.start : line.end], look),) for line in lines),
    ]
