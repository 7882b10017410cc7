"""An article set in a measure: its rows, and the mapping from a row back to the text.

Rows are set on demand, so opening an article costs what its first screen costs, however long it is.
"""

from bisect import bisect_right
from collections.abc import Iterator
from enum import StrEnum
from itertools import accumulate, chain
from typing import NamedTuple, Self

from msgspec import Struct
from msgspec.structs import replace

from reader.edition.model import Article, Block, BlockKind
from reader.typesetting.cells import Widths, cells
from reader.typesetting.fullwidth import full_stops
from reader.typesetting.ladder import Measure
from reader.typesetting.linebreak import HAN, SetLine, set_headline, set_paragraph


class Role(StrEnum):
    """What an item is; decides how it is set, and how it looks on the screen."""

    KICKER = "kicker"
    HEADLINE = "headline"
    DECK = "deck"
    BYLINE = "byline"
    JUMP = "jump"
    PARAGRAPH = "paragraph"
    SUBHEAD = "subhead"
    FIGURE = "figure"
    SIGNATURE = "signature"
    RULE = "rule"
    NEXT = "next"
    NOTE = "note"


HEAD = (Role.KICKER, Role.HEADLINE, Role.DECK, Role.BYLINE)
"""Roles of the headline block, set centred."""

TAIL = (Role.RULE, Role.NEXT, Role.NOTE)
"""Roles of what follows an article and is not part of it."""

_ROLES = {kind: Role(kind.value) for kind in BlockKind}
"""A table, as an article may have thousands of blocks."""

_BALANCED = (*HEAD, Role.SUBHEAD)
"""Roles set in nearly equal lines, centred, without leading."""

_INDENTED = (Role.PARAGRAPH, Role.JUMP)
"""Roles whose first line is indented."""


class Item(Struct, frozen=True):
    """A piece of text set as a whole: a headline, a paragraph, a caption."""

    role: Role
    text: str
    """One line of clean text."""
    prefix: str = ""
    """Set before the first line and not part of the text: the mark of a picture."""
    link: int | None = None
    """Index of the block of the article that it leads on from; None where it leads nowhere."""


class Row(NamedTuple):
    """One row of the pane."""

    item: int
    """Index of the item it belongs to."""
    start: int
    end: int
    """The slice of the item's text the row shows; empty for a blank row."""
    column: int
    """Cells before the text."""


class Anchor(NamedTuple):
    """A reading position that stays valid through every relayout."""

    item: int
    character: int
    """Index into the item's text."""


START = Anchor(0, 0)
"""The beginning of any article."""


class Top(NamedTuple):
    """The row at the top of the pane; valid for one Setting."""

    item: int
    row: int
    """Index into the rows of the item."""


class Items(Struct, frozen=True):
    """The items of an article; those of its blocks are made as they are asked for, as there may be thousands."""

    head: tuple[Item, ...] = ()
    """Items before those of the blocks."""
    blocks: tuple[Block, ...] = ()
    picture: str = ""
    """The mark set before a caption."""
    tail: tuple[Item, ...] = ()
    """What follows the article and is not part of it: items of a role of `TAIL`."""

    @property
    def body(self) -> int:
        """How many there are without the tail."""
        return len(self.head) + len(self.blocks)

    def __len__(self) -> int:
        return self.body + len(self.tail)

    def __getitem__(self, index: int) -> Item:
        number = range(len(self))[index]
        at = number - len(self.head)
        if at < 0:
            return self.head[number]
        if number >= self.body:
            return self.tail[number - self.body]
        block = self.blocks[at]
        prefix = self.picture if block.kind is BlockKind.FIGURE else ""
        return Item(_ROLES[block.kind], block.text, prefix, at if block.jump or block.image else None)

    def __iter__(self) -> Iterator[Item]:
        return map(self.__getitem__, range(len(self)))

    def is_text_of(self, other: Self) -> bool:
        """Whether both are the same but for the tail."""
        return replace(self, tail=other.tail) == other


def items_of(article: Article, source: str = "", picture: str = "", tail: tuple[Item, ...] = ()) -> Items:
    """The items of an article, from the kicker to the signature, and what follows it.

    Args:
        article: The article.
        source: Its source, as displayed.
        picture: The mark set before a caption.
        tail: What follows it.
    """
    byline = "　".join(part for part in (article.byline, source) if part)
    head = zip(HEAD, (article.kicker, article.headline, article.deck, byline), strict=True)
    return Items(tuple(Item(role, text) for role, text in head if text), article.blocks, picture, tail)


class Setting:
    """The rows of an article in one measure.

    Args:
        items: What to set; at least one item.
        measure: How to set it.
        columns: Width of the pane in cells; the measure is centred in it.
        widths: Cells of each character.
        full_width: Whether half-width stops among 汉字 are set full-width.
    """

    def __init__(
        self,
        items: Items,
        measure: Measure,
        columns: int,
        widths: Widths,
        *,
        full_width: bool = False,
    ) -> None:
        self.items = items
        self._full_width = full_width
        self._texts: dict[int, str] = {}
        self.measure = measure
        self.columns = columns
        self.widths = widths
        self._margin = measure.margin(columns)
        self._rows: dict[int, tuple[Row, ...]] = {}
        lengths = chain((len(item.text) for item in items.head), (len(block.text) for block in items.blocks))
        self._before = (0, *accumulate(lengths))

    def text(self, index: int) -> str:
        """The text of one item as it is drawn, of the same length as the item's own."""
        if index not in self._texts:
            text = self.items[index].text
            self._texts[index] = full_stops(text) if self._full_width else text
        return self._texts[index]

    def rows(self, index: int) -> tuple[Row, ...]:
        """The rows of one item, including the blank rows above it."""
        if index not in self._rows:
            self._rows[index] = tuple(self._set(index))
        return self._rows[index]

    def window(self, top: Top, height: int) -> list[Row]:
        """The rows of a pane of that height; fewer when the article ends in it."""
        found: list[Row] = []
        index, skip = top.item, top.row
        while index < len(self.items) and len(found) < height:
            found += self.rows(index)[skip : skip + height - len(found)]
            index, skip = index + 1, 0
        return found

    def move(self, top: Top, rows: int, height: int) -> Top:
        """The top after scrolling by some rows, down if positive, no further than the ends."""
        index, row = top.item, top.row + rows
        while row < 0 and index > 0:
            index -= 1
            row += len(self.rows(index))
        while index < len(self.items) - 1 and row >= len(self.rows(index)):
            row -= len(self.rows(index))
            index += 1
        return min(Top(index, max(0, row)), self.last_top(height))

    def last_top(self, height: int) -> Top:
        """The top at which the article's last row is the pane's last row."""
        rows = 0
        for index in reversed(range(len(self.items))):
            rows += len(self.rows(index))
            if rows >= height:
                return Top(index, rows - height)
        return Top(0, 0)

    def top_at(self, anchor: Anchor) -> Top:
        """The row that shows an anchor; the nearest one if the text has changed."""
        if anchor <= START:
            return Top(0, 0)
        item = min(anchor.item, len(self.items) - 1)
        rows = self.rows(item)
        lines = [number for number, row in enumerate(rows) if row.end > row.start]
        begun = bisect_right(lines, anchor.character, key=lambda number: rows[number].start)
        return Top(item, lines[max(0, begun - 1)] if lines else 0)

    def anchor_of(self, top: Top) -> Anchor:
        """The anchor of a row; of a blank row, that of the line after it."""
        if top == (0, 0):
            return START
        following = (row for row in self.rows(top.item)[top.row :] if row.end > row.start)
        return Anchor(top.item, next((row.start for row in following), 0))

    def body_end(self) -> Row | None:
        """The last row of the text, before the items of `TAIL`; None if there is no text."""
        return self.rows(self.items.body - 1)[-1] if self.items.body else None

    def share(self, row: Row) -> float:
        """The share of the text up to the end of one of its rows, from 0 to 1."""
        return (self._before[row.item] + row.end) / max(1, self._before[-1])

    def _set(self, index: int) -> Iterator[Row]:
        item = self.items[index]
        blank = Row(index, 0, 0, 0)
        yield from [blank] * self._space_above(index)
        leading = 0 if item.role in _BALANCED else self.measure.leading
        for number, line in enumerate(self._lines(item, self.text(index))):
            if number:
                yield from [blank] * leading
            yield Row(index, line.start, line.end, self._margin + self._column(item, line, number))

    def _lines(self, item: Item, text: str) -> list[SetLine]:
        measure = self.measure
        if item.role in _BALANCED:
            return set_headline(text, measure.width, self.widths)
        indent = measure.indent if item.role in _INDENTED else 0
        room = measure.width - cells(item.prefix, self.widths)
        return set_paragraph(text, room, self.widths, indent=indent, hang=measure.hang)

    def _column(self, item: Item, line: SetLine, number: int) -> int:
        """Cells from the left edge of the measure to a line's text."""
        spare = max(0, self.measure.width - line.width)
        if item.role in _BALANCED:
            return spare // 2
        if item.role is Role.SIGNATURE:
            return spare
        if item.role in _INDENTED and number == 0:
            return self.measure.indent * HAN
        return cells(item.prefix, self.widths)

    def _space_above(self, index: int) -> int:
        """Blank rows above an item: a newspaper separates the head from the body, and subheads from text."""
        if index == 0:
            return 0
        above, role = self.items[index - 1].role, self.items[index].role
        if role in HEAD or role is Role.NEXT or role is above is Role.SUBHEAD:
            return 0
        is_parted = above in HEAD or role is Role.SUBHEAD or role in TAIL
        return max(1, self.measure.gap) if is_parted else self.measure.gap
