"""Properties of the mosaic, over generated pages; and what single arrangements of zones become."""

import os
import random
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from reader.edition.model import Clean, Facsimile, Headline, Page, Zone
from reader.errors import PageError
from reader.newsstand.reading import read_document
from reader.sources.base import Fetched
from reader.typesetting.cells import cells, widths
from reader.typesetting.mosaic import PAGE
from reader.typesetting.pagemap import Label, PageMap, draw_map, map_size
from tests.support.press import SAMPLES

Rectangle = tuple[int, int, int, int]

SIZES = ((12, 8), (26, 18), (44, 22), (60, 42))
UP, RIGHT, DOWN, LEFT = 1, 2, 4, 8
SIDES = dict(zip(" ╵╶└╷│┌├╴┘─┴┐┤┬┼", range(16), strict=True))
TITLE = Clean("漱江最后一条渡船 下月把缆绳交给桥")


def page(*zones: tuple[tuple[int, int], ...], size: tuple[int, int] | None = (350, 500)) -> Page:
    """A page with an article for each zone."""
    contents = tuple(Headline(headline=TITLE, zones=(Zone(points=points),)) for points in zones)
    return Page(contents=contents, facsimile=Facsimile(width=size[0], height=size[1]) if size else None)


def rectangle(left: int, top: int, right: int, bottom: int) -> tuple[tuple[int, int], ...]:
    return ((left, top), (right, top), (right, bottom), (left, bottom))


def numbered(page: Page) -> list[Label]:
    return [Label(str(number), entry.headline) for number, entry in enumerate(page.contents, 1)]


def drawn(page: Page, size: tuple[int, int], ambiguous: int = 1) -> PageMap:
    return draw_map(page, numbered(page), size, widths(ambiguous), "…" if ambiguous == 1 else "~")


def picture(page: Page, size: tuple[int, int]) -> str:
    """The map with numbers alone."""
    marks = [Label(label.mark) for label in numbered(page)]
    rows = draw_map(page, marks, size, widths(), "…").rows
    return "\n".join("".join(piece.text for piece in row) for row in rows)


def parted(chance: random.Random, width: int, height: int, count: int) -> list[Rectangle]:
    """A page cut into rectangles, each of which is cut again."""
    found = [(0, 0, width, height)]
    while len(found) < count:
        found.sort(key=lambda each: -(each[2] - each[0]) * (each[3] - each[1]))
        left, top, right, bottom = found.pop(chance.randrange(min(3, len(found))))
        share = chance.uniform(0.25, 0.75)
        if chance.random() < (right - left) / (right - left + bottom - top):
            middle = left + int((right - left) * share)
            found += [(left, top, middle, bottom), (middle, top, right, bottom)]
        else:
            middle = top + int((bottom - top) * share)
            found += [(left, top, right, middle), (left, middle, right, bottom)]
    return found


def generated(count: int, seed: int) -> Iterator[Page]:
    """Pages as papers lay them out, with gutters, edges slightly off, L shapes, islands, slanted and crossed zones."""
    chance = random.Random(seed)  # noqa: S311 - pages to draw, not secrets
    for _ in range(count):
        width, height = chance.choice([(350, 500), (400, 575), (2778, 4000), (350, 250)])
        gutter, off = chance.choice([0, 1, 2, 3]) * width // 200, width // 150
        zones = []
        for corners in parted(chance, width, height, chance.randint(1, 14)):
            left, top, right, bottom = (max(0, side + chance.randint(-off, off)) for side in corners)
            zones.append(rectangle(left + gutter, top + gutter, max(left + 2, right), max(top + 2, bottom)))
            if chance.random() < 0.2:  # an L
                across, down = (left + right) // 2, (top + bottom) // 2
                zones[-1] = (
                    (left, top),
                    (right, top),
                    (right, down),
                    (across, down),
                    (across, bottom),
                    (left, bottom),
                )
            if chance.random() < 0.1:  # an island
                third, quarter = (right - left) // 3, (bottom - top) // 4
                zones.append(rectangle(left + third, top + quarter, right - third + 2, bottom - quarter + 2))
            if chance.random() < 0.05:  # anything
                zones.append(tuple((chance.randint(0, width), chance.randint(0, height)) for _ in range(5)))
        chance.shuffle(zones)
        yield page(*zones, size=(width, height) if chance.random() < 0.7 else None)


def glyphs(found: PageMap) -> list[list[str]]:
    """One glyph for each cell: that of the line, or a blank inside a box."""
    return [
        [
            glyph
            for piece in row
            for glyph in (piece.text if piece.is_line else " " * cells(piece.text, widths()))
        ]
        for row in found.rows
    ]


def assert_lines_meet(lines: list[list[str]]) -> None:
    """Every line that leaves a cell goes on in the next."""
    for row in lines:
        for one, other in pairwise(row):
            assert bool(SIDES[one] & RIGHT) == bool(SIDES[other] & LEFT)
        assert not SIDES[row[0]] & LEFT
        assert not SIDES[row[-1]] & RIGHT
    for above, below in pairwise(lines):
        assert [bool(SIDES[one] & DOWN) for one in above] == [bool(SIDES[one] & UP) for one in below]


def assert_whole(made: Page, size: tuple[int, int]) -> None:
    """A map is as large as asked, its lines meet, each cell has one owner, and each zone a cell or is reported."""
    found = drawn(made, size)
    assert {sum(cells(piece.text, widths()) for piece in row) for row in found.rows} == {size[0]}
    assert len(found.rows) == size[1]
    assert_lines_meet(glyphs(found))
    for y, row in enumerate(found.rows):
        painted = [piece.owner for piece in row for _ in range(cells(piece.text, widths()))]
        assert painted == [PAGE if (owner := found.hit(x, y)) is None else owner for x in range(size[0])]
    owning = {piece.owner for row in found.rows for piece in row} - {PAGE}
    assert owning == found.boxes.keys()
    assert [*found.missing] == [i for i in range(len(made.contents)) if i not in owning]


def reached(found: PageMap) -> set[int]:
    """The articles that arrows come to, from the first."""
    seen, ahead = set(), {min(found.boxes)}
    while ahead:
        seen |= ahead
        beside = {found.beside(here, *way) for here in ahead for way in ((1, 0), (-1, 0), (0, 1), (0, -1))}
        ahead = {each for each in beside if each is not None} - seen
    return seen


def test_every_map_is_whole_and_every_cell_has_one_owner() -> None:
    for number, made in enumerate(generated(120, seed=7)):
        assert_whole(made, SIZES[number % 3])


@pytest.mark.slow
@pytest.mark.parametrize("size", SIZES)
def test_two_thousand_maps_are_whole(size: tuple[int, int]) -> None:
    for made in generated(2_000, seed=11):
        assert_whole(made, size)


def test_arrows_reach_every_article_of_a_page_parted_into_boxes() -> None:
    chance = random.Random(5)  # noqa: S311 - pages to draw, not secrets
    for number in range(100):
        made = page(*(rectangle(*corners) for corners in parted(chance, 350, 500, 2 + number % 12)))
        found = drawn(made, (44, 22))
        assert reached(found) == found.boxes.keys()


def test_zones_that_nearly_meet_share_one_line() -> None:
    made = page(rectangle(6, 10, 170, 490), rectangle(178, 8, 345, 250), rectangle(180, 257, 344, 492))

    assert (
        picture(made, (13, 7))
        == """\
┌─────┬─────┐
│     │  2  │
│     │     │
│  1  ├─────┤
│     │  3  │
│     │     │
└─────┴─────┘"""
    )


def test_an_l_shape_keeps_its_shape_and_an_island_its_sea() -> None:
    corner = ((0, 0), (350, 0), (350, 250), (175, 250), (175, 500), (0, 500))

    assert (
        picture(page(corner, rectangle(180, 255, 350, 500), rectangle(220, 60, 310, 190)), (21, 11))
        == """\
┌───────────────────┐
│            ┌────┐ │
│            │ 3  │ │
│            │    │ │
│            └────┘ │
│    1    ┌─────────┤
│         │         │
│         │    2    │
│         │         │
│         │         │
└─────────┴─────────┘"""
    )


def test_zones_of_one_article_are_one_where_they_meet() -> None:
    both = (Zone(points=rectangle(0, 0, 170, 250)), Zone(points=rectangle(0, 250, 350, 500)))
    beside = Headline(headline=TITLE, zones=(Zone(points=rectangle(172, 0, 350, 248)),))
    made = Page(contents=(Headline(headline=TITLE, zones=both), beside))

    assert (
        picture(made, (13, 7))
        == """\
┌─────┬─────┐
│     │  2  │
│     │     │
│  1  └─────┤
│           │
│           │
└───────────┘"""
    )


def test_the_head_of_the_page_is_left_free_and_its_margins_are_left_out() -> None:
    made = page(rectangle(12, 90, 338, 300), rectangle(12, 304, 338, 488))

    assert (
        picture(made, (9, 7))
        == """\
┌───────┐
│       │
├───────┤
│   1   │
├───────┤
│   2   │
└───────┘"""
    )


def test_zones_in_a_unit_of_their_own_fill_the_page_all_the_same() -> None:
    zones = (rectangle(900, 1000, 6000, 15000), rectangle(6100, 1000, 12000, 15000))

    assert picture(page(*zones, size=(350, 500)), (9, 5)) == picture(page(*zones, size=None), (9, 5))
    assert drawn(page(*zones, size=(350, 500)), (9, 5)).boxes.keys() == {0, 1}


def test_a_small_box_keeps_room_for_its_number() -> None:
    column = [rectangle(200, top, 350, top + 90) for top in range(0, 450, 100)]
    found = drawn(page(rectangle(0, 0, 195, 490), *column), (12, 11))

    assert (found.missing, found.lines_only) == ((), frozenset())
    assert all(
        str(number) in picture(page(rectangle(0, 0, 195, 490), *column), (12, 11)) for number in range(1, 7)
    )


def test_what_is_covered_is_reported_and_what_overlaps_shows_the_smaller() -> None:
    whole = rectangle(0, 0, 350, 500)
    found = drawn(page(whole, rectangle(100, 100, 250, 300), whole), (26, 18))

    assert found.missing == (0,)
    assert found.hit(13, 7) == 1
    assert found.hit(2, 16) == 2


def test_a_cell_outside_the_map_is_no_article() -> None:
    found = drawn(page(rectangle(0, 0, 350, 500)), (13, 9))

    assert [found.hit(x, y) for x, y in ((-1, 3), (13, 3), (3, -1), (3, 9))] == [None] * 4
    assert found.hit(0, 0) == found.hit(12, 8) == 0


def test_titles_fill_their_boxes_and_are_cut_where_they_must_be() -> None:
    made = page(rectangle(0, 0, 350, 100), rectangle(0, 100, 40, 500), rectangle(40, 100, 350, 500))

    assert ["".join(piece.text for piece in row) for row in drawn(made, (26, 9)).rows] == [
        "┌────────────────────────┐",
        "│ 1 漱江最后一条渡船 下… │",
        "├──┬─────────────────────┤",
        "│  │                     │",
        "│  │ 3 漱江最后一条渡船  │",
        "│2 │ 下月把缆绳交给桥    │",
        "│  │                     │",
        "│  │                     │",
        "└──┴─────────────────────┘",
    ]


def test_where_lines_would_be_two_cells_wide_they_are_blank() -> None:
    found = drawn(page(rectangle(0, 0, 170, 500), rectangle(175, 0, 350, 500)), (26, 9), ambiguous=2)

    assert {piece.text.strip() for row in found.rows for piece in row if piece.is_line} == {""}
    assert {sum(cells(piece.text, widths(2)) for piece in row) for row in found.rows} == {26}


@pytest.mark.parametrize(
    ("size", "room", "stretch", "expected"),
    [
        ((350, 500), (80, 11), 1, (15, 11)),
        ((350, 500), (80, 11), 1.5, (22, 11)),
        ((350, 500), (12, 40), 1, (12, 9)),
        ((350, 250), (80, 11), 1, (29, 11)),
        ((9_000, 10), (80, 11), 1, (51, 11)),
        ((10, 9_000), (80, 11), 1, (9, 11)),
    ],
)
def test_a_map_has_the_proportions_of_the_page(
    size: tuple[int, int], room: tuple[int, int], stretch: float, expected: tuple[int, int]
) -> None:
    assert map_size(page(rectangle(0, 0, *size), size=size), *room, stretch) == expected


GENUINE = os.environ.get("BANMIAN_CORPUS", "")


def pages_with_maps() -> list[Path]:
    """Layout pages of the samples and, where there are any, genuine ones."""
    roots = [SAMPLES, *([Path(GENUINE)] if GENUINE else [])]
    files = [file for root in roots for file in sorted(root.rglob("*.htm*")) if "content" not in file.name]
    return [file for file in files if b"coords" in file.read_bytes().lower()]


@pytest.mark.parametrize("file", pages_with_maps(), ids=lambda file: f"{file.parent.name}-{file.stem}")
def test_every_article_of_a_map_is_drawn_and_arrows_come_to_it(file: Path) -> None:
    try:
        found = read_document(Fetched(data=file.read_bytes(), address=file.name)).page
    except PageError:
        return
    for size in ((26, 18), (44, 22), (60, 42)) if any(entry.zones for entry in found.contents) else ():
        placed = drawn(found, size)
        assert reached(placed) == {i for i, entry in enumerate(found.contents) if entry.zones}
