"""The map of a page in cells: boxes with shared lines, labels in them, and the way back from a cell to the article."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from msgspec import Struct

from reader.edition.model import Page
from reader.typesetting.cells import Widths, cells, cut
from reader.typesetting.linebreak import set_paragraph
from reader.typesetting.mosaic import PAGE, lattice, paper

_NARROWEST, _WIDEST = 0.4, 2.5
"""Least and greatest width of a page by its height: a strip of zones is not drawn as a line."""
_LABEL = 4
"""Cells of width that a label asks of its rectangle before it asks for height."""
_JOINTS = " ╵╶└╷│┌├╴┘─┴┐┤┬┼"
"""The line of a cell by the sides it leaves at, added up: 1 up, 2 right, 4 down, 8 left."""


class Label(NamedTuple):
    """What stands in the box of an article."""

    mark: str
    """Its number, shown wherever it fits."""
    title: str = ""
    """Shown after the mark, as much of it as fits."""


class Piece(NamedTuple):
    """Neighbouring cells of a row that are drawn alike."""

    text: str
    owner: int
    """Index of the article they belong to, or `PAGE`."""
    is_line: bool
    """Whether they are part of the lines between boxes."""


class Box(NamedTuple):
    """A rectangle of cells."""

    left: int
    top: int
    width: int
    height: int


class PageMap(Struct, frozen=True):
    """A page drawn in cells."""

    rows: tuple[tuple[Piece, ...], ...]
    """From top to bottom; each as wide as the map."""
    boxes: Mapping[int, Box]
    """By index of the article: the largest rectangle inside its zones, where its label stands; if it has none, its
    first cell."""
    lines_only: frozenset[int]
    """Articles that own cells of lines and no others."""
    missing: tuple[int, ...]
    """Articles that own no cell: their zones are too small for this size, or covered by others."""
    _owners: tuple[tuple[int, ...], ...]

    @property
    def columns(self) -> int:
        """Width in cells."""
        return len(self._owners[0])

    def hit(self, x: int, y: int) -> int | None:
        """The article of a cell; None where there is none, and outside the map."""
        is_inside = 0 <= y < len(self._owners) and 0 <= x < len(self._owners[y])
        owner = self._owners[y][x] if is_inside else PAGE
        return None if owner == PAGE else owner

    def beside(self, article: int, across: int, down: int) -> int | None:
        """The article one comes to from another, going right (1, 0), left (-1, 0), down (0, 1) or up (0, -1).

        It is the nearest in that direction, preferably one that overlaps on the other axis. Where none lies to the
        right or left, it is the next or previous one.
        """
        costs = [
            (cost, other)
            for other, box in self.boxes.items()
            if (cost := _distance(self.boxes[article], box, across, down))
        ]
        if costs:
            return min(costs)[1]
        order = sorted(self.boxes)
        at = order.index(article) + across
        return order[at] if across and 0 <= at < len(order) else None


def map_size(page: Page, columns: int, rows: int, stretch: float = 1) -> tuple[int, int]:
    """Columns and rows of the largest map of a page that fits in so many.

    Args:
        page: The page; at least one of its headlines has a zone.
        columns: At most so many.
        rows: At most so many.
        stretch: How much wider than the printed page the map may be, for the sake of titles.
    """
    left, top, right, bottom = paper([points for _, points in _zones(page)], page.facsimile)
    shape = 2 * min(
        _WIDEST, max(_NARROWEST, (right - left) / (bottom - top))
    )  # a cell is twice as high as wide
    wide = 1 + round((rows - 1) * shape)
    if wide > columns:
        return columns, 1 + round((columns - 1) / shape)
    return min(columns, round(wide * stretch)), rows


def draw_map(
    page: Page, labels: Sequence[Label], size: tuple[int, int], widths: Widths, ellipsis: str
) -> PageMap:
    """Draw the map of a page.

    Args:
        page: The page; at least one of its headlines has a zone.
        labels: One for each headline.
        size: Columns and rows of the map, at least 2 each.
        widths: Cells of each character; where lines take two, they are blank, to be shown by their background.
        ellipsis: Set where a title is cut.
    """
    columns, rows = size
    zones = _zones(page)
    sheet = paper([points for _, points in zones], page.facsimile)
    longest = max(cells(label.mark, widths) for label in labels)
    ground = lattice(zones, sheet, columns, rows, (longest + 1, 2))
    is_wide = cells(_JOINTS, widths) > len(_JOINTS)
    drawn = [[_cell(ground, x, y) for x in range(columns)] for y in range(rows)]
    boxes = _largest_boxes(drawn)
    texts = [[" " if is_wide else _JOINTS[cell.joint] for cell in row] for row in drawn]
    for article, box in boxes.items():
        for y, x, text in _set_label(labels[article], box, widths, ellipsis):
            taken = cells(text, widths)
            texts[y][x : x + taken] = [text, *[""] * (taken - 1)]
    first_cells = {
        cell.owner: Box(x, y, 1, 1)
        for y, row in reversed([*enumerate(drawn)])
        for x, cell in reversed([*enumerate(row)])
        if cell.owner != PAGE
    }
    return PageMap(
        rows=tuple(_pieces(row, line) for row, line in zip(drawn, texts, strict=True)),
        boxes=first_cells | boxes,
        lines_only=frozenset(first_cells.keys() - boxes.keys()),
        missing=tuple(sorted({article for article, _ in zones} - first_cells.keys())),
        _owners=tuple(tuple(cell.owner for cell in row) for row in drawn),
    )


class _Cell(NamedTuple):
    owner: int
    joint: int
    """The sides at which a line leaves it; 0 inside a box."""


def _zones(page: Page) -> list[tuple[int, tuple[tuple[int, int], ...]]]:
    return [(i, zone.points) for i, entry in enumerate(page.contents) for zone in entry.zones]


def _cell(ground: Sequence[Sequence[int]], x: int, y: int) -> _Cell:
    """A cell by the owners of its four corners."""
    (up_left, up_right), (left, right) = ground[y][x : x + 2], ground[y + 1][x : x + 2]
    joint = (up_left != up_right) + 2 * (up_right != right) + 4 * (left != right) + 8 * (up_left != left)
    return _Cell(next((owner for owner in (right, left, up_right, up_left) if owner >= 0), PAGE), joint)


def _largest_boxes(drawn: Sequence[Sequence[_Cell]]) -> dict[int, Box]:
    """The best rectangle for a label among the cells inside each article's boxes: wide enough, then the largest."""
    best: dict[int, tuple[bool, int, Box]] = {}
    heights = [0] * len(drawn[0])
    for y, row in enumerate(drawn):
        heights = [
            0 if cell.joint or cell.owner == PAGE else above + 1
            for cell, above in zip(row, heights, strict=True)
        ]
        for owner, box in _boxes_above(row, heights, y):
            ranked = (box.width >= _LABEL, box.width * box.height, box)
            best[owner] = max(best.get(owner, ranked), ranked)
    return {owner: box for owner, (_, _, box) in best.items()}


def _boxes_above(row: Sequence[_Cell], heights: Sequence[int], y: int) -> Iterator[tuple[int, Box]]:
    """The rectangles that end with a row and can be made neither wider nor higher, by a stack of rising heights."""
    rising: list[tuple[int, int]] = []  # left, height
    for x, height in enumerate([*heights, 0]):
        left = x
        while rising and rising[-1][1] > height:
            left, above = rising.pop()
            yield row[left].owner, Box(left, y - above + 1, x - left, above)
        if height and not (rising and rising[-1][1] == height):
            rising.append((left, height))


def _set_label(label: Label, box: Box, widths: Widths, ellipsis: str) -> Iterator[tuple[int, int, str]]:
    """The lines of a label, centred in its box: row, column, text."""
    lines = _label_lines(label, box, widths, ellipsis)
    top = box.top + (box.height - len(lines)) // 2
    left = box.left + (box.width - max((cells(line, widths) for line in lines), default=0)) // 2
    for number, line in enumerate(lines):
        yield top + number, left, line


def _label_lines(label: Label, box: Box, widths: Widths, ellipsis: str) -> list[str]:
    room = (
        box.width - 2 if box.width > 2 * _LABEL else box.width
    )  # the text keeps off the lines, where it can
    mark, text = label.mark, f"{label.mark} {label.title}"
    if not label.title or box.width < _LABEL or box.width * box.height < cells(mark, widths) + _LABEL:
        return [mark] if cells(mark, widths) <= box.width else []
    lines = set_paragraph(text, room, widths, indent=0, hang=False)
    texts = [text[line.start : line.end] for line in lines[: box.height]]
    if len(lines) > box.height:
        texts[-1] = cut(text[lines[box.height - 1].start :], room, widths, ellipsis)
    return texts


def _pieces(row: Sequence[_Cell], texts: Sequence[str]) -> tuple[Piece, ...]:
    """A row, its cells joined where they look alike."""
    alike = groupby(zip(row, texts, strict=True), key=lambda pair: (pair[0].owner, pair[0].joint > 0))
    return tuple(Piece("".join(text for _, text in pairs), *look) for look, pairs in alike)


def _distance(here: Box, there: Box, across: int, down: int) -> tuple[bool, int] | None:
    """How far one box lies from another in a direction, less for those that overlap on the other axis; or None."""
    axis = 0 if across else 1
    before, after = (here, there) if across + down > 0 else (there, here)
    along = _gap(before, after, axis)
    aside = max(_gap(here, there, 1 - axis), _gap(there, here, 1 - axis), -1)
    return (aside >= 0, along + 2 * (aside + 1)) if along >= 0 else None


def _gap(before: Box, after: Box, axis: int) -> int:
    """Cells from the end of one box to the beginning of another, across (0) or down (1); negative if it is before it."""
    return after[axis] - before[axis] - before[axis + 2]
