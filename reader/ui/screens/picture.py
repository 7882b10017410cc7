"""A picture of the page or the article, with its caption; the neighbouring ones are a key away."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container
from textual.widget import Widget

from reader.edition.model import BlockKind
from reader.errors import SourceError, UsageError
from reader.later import Later
from reader.typesetting.ladder import Way
from reader.ui.commands import Hint, bindings
from reader.ui.lines import title_of
from reader.ui.screens.card import BARE, Card, Frame
from reader.ui.spans import LineStyle, Span, Spans
from reader.ui.view import View

if TYPE_CHECKING:
    from reader.ui import pictures
else:  # they are imported for the first picture
    pictures = Later("reader.ui.pictures")


CAPTION_ROWS = 3
"""Rows under a picture: a blank one, and two of its caption."""


class Picture(NamedTuple):
    """A picture that a page or an article shows."""

    image: str
    """Its address as written; empty if it is not told."""
    article: str = ""
    """Address of the article that shows it, as written; empty for the picture of the page."""
    caption: str = ""


def pictures_of(view: View) -> tuple[Picture, ...]:
    """The picture of the page, and the figures of the article in their order."""
    found = [Picture(view.page.facsimile.image if view.page.facsimile else "")]
    if (entry := view.entry) and entry.article:
        figures = (block for block in entry.article.blocks if block.kind is BlockKind.FIGURE)
        found += [Picture(block.image, entry.href, block.text) for block in figures]
    return tuple(found)


def place(view: View, number: int | None) -> str:
    """Where a picture is, or without a number the page's PDF, else the page; empty if that is not known."""
    where = partial(view.stand.where, view.edition, view.page_at)
    if number is not None:
        picture = pictures_of(view)[number]
        return where(picture.image, picture.article)
    pdf = view.page.facsimile.pdf if view.page.facsimile else ""
    return (where(pdf) if pdf else "") or where()


def load(view: View, style: LineStyle, way: Way | None, number: int) -> "PictureScreen":
    """The screen of a picture, fetched and decoded; blocks.

    Args:
        view: The page and article that show it.
        style: Words, width table and glyphs.
        way: How to draw it; None if that is not installed.
        number: Index among `pictures_of`; past its ends, the nearest.

    Raises:
        UsageError: Pictures cannot be shown here.
        SourceError: There is none, or it cannot be loaded or decoded.
        PageError: It is too large, or no picture.
    """
    found = pictures_of(view)
    at = max(0, min(number, len(found) - 1)) or int(not found[0].image and len(found) > 1)
    if not found[at].image:
        raise SourceError("no-picture")
    if way is None:
        raise UsageError("pictures-extra")
    if way is Way.BLOCKS and style.widths["▀"] > 1:
        raise UsageError("pictures-wide")
    fetched = view.stand.picture(view.edition, view.page_at, found[at].image, found[at].article)
    image = pictures.decode(fetched.data, fetched.address)
    return PictureScreen(style, view, at, partial(pictures.draw, image, way))


class PictureScreen(Card[str], inherit_bindings=False):
    """Shows a picture, fitted to the window; dismissed with an action of the reading screen, or None."""

    CSS_PATH = "picture.tcss"
    BINDINGS: ClassVar[list[BindingType]] = list(bindings("picture"))

    HINTS = (
        *Card.HINTS,
        Hint((("←", "step(-1)"), ("→", "step(1)")), ("上一张 下一张", "picture")),
        Hint((("O", "outside"),), ("外部打开", "open outside")),
    )

    def __init__(self, style: LineStyle, view: View, number: int, drawn: Callable[[], Widget]) -> None:
        super().__init__(style)
        self._page, self._pictures = view.page, pictures_of(view)
        self._number, self._drawn = number, drawn

    def inside(self) -> ComposeResult:
        """The picture, over the rows above its caption."""
        yield Container(self._drawn(), id="picture")

    @property
    def frame(self) -> Frame:
        """Nothing: a picture may take the whole window."""
        return BARE

    def heading(self) -> str:
        return f"{title_of(self.style, self._page)}   {self._number + 1}/{len(self._pictures)}"

    def lines(self, width: int) -> Sequence[Spans]:
        """The caption, below a row that stays free: a sixel picture may reach into it."""
        caption = self.wrapped((Span(" "),), self._pictures[self._number].caption, width, "")
        return [*((),) * (self.room - CAPTION_ROWS + 1), *caption][: self.room]

    def action_step(self, step: int) -> None:
        """Go to the next picture (1) or the one before (-1)."""
        if 0 <= self._number + step < len(self._pictures):
            self.dismiss(f"picture({self._number + step})")

    def action_outside(self) -> None:
        self.dismiss(f"outside({self._number})")
