"""The zones of a page on a grid of cells: which lines their edges fall on, and whose the ground between is.

Edges that nearly meet become one line. Lines take whole cells, each as near to its place as the boxes between
them allow, so that a small box keeps its room.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from math import ceil, floor
from typing import NamedTuple

from reader.edition.model import Facsimile

Corners = Sequence[tuple[int, int]]

PAGE = -1
"""Owner of the ground of the page that belongs to no zone."""

OUTSIDE = -2
"""Owner of what lies around the page."""

_SNAP = 0.018
"""Share of the page's width or height up to which a side of a zone may shrink to nothing."""
_GUTTERS = (0.04, 0.06)
"""Share within which two edges are one, as a gutter is no box; the second where that is less than two cells."""
_MARGIN = 0.08
"""Share of the page that may be blank paper outside the outermost zones; the mosaic leaves it out."""
_TOLERANCE = 1.02
"""How far beyond the stated size of the page its zones may reach; farther, they are in a unit of their own."""


class Paper(NamedTuple):
    """The part of the printed page that is drawn, in the unit of its zones."""

    left: int
    top: int
    right: int
    bottom: int


def paper(zones: Sequence[Corners], facsimile: Facsimile | None) -> Paper:
    """The printed page without its blank margins; at least one zone.

    The stated size of its picture is used where the zones lie within it.
    """
    xs, ys = ([corner[axis] for zone in zones for corner in zone] for axis in (0, 1))
    width = _stated(facsimile.width if facsimile else None, max(xs))
    height = _stated(facsimile.height if facsimile else None, max(ys))
    across, down = _MARGIN * width, _MARGIN * height
    return Paper(
        min(xs) if min(xs) <= across else 0,
        min(ys) if min(ys) <= down else 0,
        max(xs) if width - max(xs) <= across else width,
        max(ys) if height - max(ys) <= down else height,
    )


def lattice(
    zones: Sequence[tuple[int, Corners]], sheet: Paper, columns: int, rows: int, least: tuple[int, int]
) -> list[list[int]]:
    """The owner of each point between the cells of a grid.

    Args:
        zones: An owner, from 0, and the corners of a zone; where two overlap the smaller one is seen.
        sheet: The page.
        columns: Of the grid, at least 2; the outer lines of the page fall on its first and last.
        rows: In the same way.
        least: Columns and rows from one side of a zone to the other, where the page has room for all.

    Returns:
        `rows + 1` rows of `columns + 1` owners; that at (x, y) lies at the upper left corner of the cell (x, y).
    """
    bounded = [(owner, _bounded(corners, sheet)) for owner, corners in zones]
    shapes = [corners for _, corners in bounded]
    across = _places(shapes, 0, (sheet.left, sheet.right), columns, least[0])
    down = _places(shapes, 1, (sheet.top, sheet.bottom), rows, least[1])
    border = [OUTSIDE] * (columns + 1)
    ground = [[OUTSIDE, *[PAGE] * (columns - 1), OUTSIDE] for _ in range(rows - 1)]
    ground = [border, *ground, border]
    for owner, corners in sorted(bounded, key=lambda zone: -_area(zone[1])):
        for y, start, end in _inside([(across[x], down[y]) for x, y in corners]):
            ground[y][start:end] = [owner] * (end - start)
    return ground


def _stated(size: int | None, reached: int) -> int:
    return size if size and reached <= size * _TOLERANCE else reached


def _bounded(corners: Corners, sheet: Paper) -> Corners:
    left, top, right, bottom = sheet
    return [(min(right, max(left, x)), min(bottom, max(top, y))) for x, y in corners]


def _around(corners: Corners) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """The sides of a polygon."""
    return pairwise([*corners, corners[0]])


def _area(corners: Corners) -> int:
    """Twice the area of a polygon."""
    return abs(sum(x * other_y - other_x * y for (x, y), (other_x, other_y) in _around(corners)))


def _inside(corners: Corners) -> Iterator[tuple[int, int, int]]:
    """The points between cells that a polygon holds: a row, and where they begin and end in it."""
    crossings: dict[int, list[float]] = defaultdict(list)
    for side in _around(corners):
        (x, y), (end_x, end_y) = sorted(side, key=lambda corner: corner[1])
        for row in range(y + 1, end_y + 1):
            crossings[row].append(x + (end_x - x) * (row - 0.5 - y) / (end_y - y))
    for row, found in crossings.items():
        ordered = sorted(found)
        for start, end in zip(ordered[::2], ordered[1::2], strict=True):
            yield row, ceil(start + 0.5), floor(end + 0.5) + 1


def _places(
    shapes: Sequence[Corners], axis: int, ends: tuple[int, int], count: int, least: int
) -> Mapping[int, int]:
    """The line of the grid that each coordinate of the zones falls on, along one axis."""
    low, high = ends
    paths = [[corner[axis] for corner in corners] for corners in shapes]
    spans = _spans(paths, ends)
    coordinates = sorted({low, high}.union(*paths))
    tolerance = max(_GUTTERS[0], min(_GUTTERS[1], 1.9 / count))
    lines = _merged(coordinates, spans, tolerance * (high - low))
    at = {value: number for number, line in enumerate(lines) for value in line}
    ideal = [(count - 1) * (sum(line) / len(line) - low) / (high - low) for line in lines]
    ideal[0], ideal[-1] = 0, count - 1
    for room, side in ((least, 2), (least, 1), (least, 0), (2, 0), (1, 0)):
        apart = [(at[start], at[end], room if is_zone else side) for (start, end), is_zone in spans.items()]
        if placed := _placed(ideal, apart):  # on a small map the zones come before their sides
            break
    else:
        placed = [round(place) for place in ideal]
    return {value: placed[number] for value, number in at.items()}


def _spans(paths: Sequence[Sequence[int]], ends: tuple[int, int]) -> dict[tuple[int, int], bool]:
    """What should not shrink to nothing along an axis, and whether it is a zone: else a long side, or blank paper."""
    low, high = ends
    first, last = min(map(min, paths)), max(map(max, paths))
    sides = [sorted(pair) for path in paths for pair in pairwise([*path, path[0]])]
    spans = {(start, end): False for start, end in sides if end - start > _SNAP * (high - low)}
    spans |= {(start, end): False for start, end in (ends, (low, first), (last, high)) if start < end}
    return spans | {(min(path), max(path)): True for path in paths if min(path) < max(path)}


def _merged(
    coordinates: Sequence[int], spans: Iterable[tuple[int, int]], tolerance: float
) -> list[list[int]]:
    """Coordinates in order, those together that become one line; never both ends of a span."""
    last_start: dict[int, int] = {}
    for start, end in spans:
        last_start[end] = max(start, last_start.get(end, start))
    lines: list[list[int]] = []
    for value in coordinates:
        first = lines[-1][0] if lines else value
        if not lines or value - first > tolerance or last_start.get(value, first - 1) >= first:
            lines.append([])
        lines[-1].append(value)
    return lines


def _placed(ideal: Sequence[float], apart: Iterable[tuple[int, int, int]]) -> list[int]:
    """Lines near their ideal places, at least so far apart; empty if there is no room for that.

    Args:
        ideal: Place of each line in cells, in order.
        apart: Two lines in order, and the cells from one to the other.
    """
    before: list[list[tuple[int, int]]] = [[(max(0, line - 1), 0)] for line in range(len(ideal))]
    for start, end, cells in apart:
        before[end].append((start, cells))
    latest = [int(ideal[-1])] * len(ideal)
    for line in reversed(range(len(ideal))):
        for start, cells in before[line]:
            latest[start] = min(latest[start], latest[line] - cells)
    placed: list[int] = []
    for line, place in enumerate(ideal):
        earliest = max((placed[start] + cells for start, cells in before[line] if start < line), default=0)
        placed.append(max(earliest, min(latest[line], round(place))))
    return placed if min(latest) >= 0 and placed[-1] == ideal[-1] else []
