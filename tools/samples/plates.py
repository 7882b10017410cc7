"""The pictures of the sample as PNG, for terminals: those of `facsimile`, with bars in place of letters."""

from tools.samples.facsimile import COLUMN, GAP, GREY, INK, LINE, PAPER, RED, RULE, box, fit, length, top_edge
from tools.samples.raster import Raster
from tools.samples.source import Paper, Picture, Polygon, Sheet, Story

SCALE = 2  # pixels of the PNG to one of the page


def plate_of_page(paper: Paper, sheet: Sheet) -> bytes:
    """The picture of a printed page."""
    width, height = paper.picture["width"], paper.picture["height"]
    raster = Raster((SCALE * width, SCALE * height), PAPER)
    pictures = {picture.name: picture for picture in sheet.pictures}
    _head(raster, paper, sheet, width)
    for story in sheet.stories:
        _zone(raster, story)
        figures = [block.picture for block in story.blocks if block.picture]
        for name, zone in zip(figures, story.photo_zones, strict=True):
            _photo(raster, pictures[name], zone)
    return raster.png()


def plate_of_picture(picture: Picture) -> bytes:
    """A photograph."""
    raster = Raster((SCALE * picture.size[0], SCALE * picture.size[1]), PAPER)
    for shape in picture.shapes:
        raster.fill(_larger(shape["points"]), shape["tone"])
    return raster.png()


def _head(raster: Raster, paper: Paper, sheet: Sheet, width: int) -> None:
    if sheet is paper.sheets[0]:
        _letters(raster, paper.name, (width // 2, 44), min(36, int(2 * 320 / length(paper.name))), RED)
        raster.bar(SCALE * 6, SCALE * 58, SCALE * (width - 6), SCALE * 59, RED)
    else:
        _letters(raster, f"{sheet.number}  {sheet.name}  {paper.day}", (width // 2, 18), 9, INK)
        raster.bar(SCALE * 6, SCALE * 24, SCALE * (width - 6), SCALE * 24 + 1, RULE)


def _zone(raster: Raster, story: Story) -> None:
    """A story's outline, its grey text, and its headline under the top edge of its first zone."""
    for zone in map(_larger, story.zones):
        raster.lines(zone, GREY, (SCALE * (COLUMN - 4), SCALE * COLUMN), (3, SCALE * LINE))
        raster.outline(zone, 2 * SCALE * GAP, PAPER)
        raster.outline(zone, 1, RULE)
    left, top, right = top_edge(story.zones[0])
    size, rows = fit(story.headline, right - left - 3 * GAP)
    foot = top + 1 + len(rows) * (size + 3) + GAP
    raster.bar(SCALE * (left + 1), SCALE * (top + 1), SCALE * (right - 1), SCALE * foot, PAPER)
    for number, text in enumerate(rows, start=1):
        _letters(raster, text, ((left + right) // 2, top + number * (size + 3) - 1), size, INK)


def _photo(raster: Raster, picture: Picture, zone: Polygon) -> None:
    """A photograph that covers its zone, cut off where it is longer or wider."""
    left, top, right, bottom = box(_larger(zone))
    width, height = picture.size
    wide, high = right - left, bottom - top
    part, whole = max((wide, width), (high, height), key=lambda scale: scale[0] * 1000 // scale[1])
    middles = ((left + right, width), (top + bottom, height))
    for shape in picture.shapes:
        points = [
            (middles[at % 2][0] * whole + (2 * point - middles[at % 2][1]) * part) // (2 * whole)
            for at, point in enumerate(shape["points"])
        ]
        raster.fill(points, shape["tone"], clip=(left, top, right, bottom))


def _letters(raster: Raster, text: str, foot: tuple[int, int], size: int, colour: str) -> None:
    """A line of bars, one for a character, about its middle."""
    widths = [SCALE * size * (10 if ord(character) > 0x2010 else 6) // 10 for character in text]
    x, y = SCALE * foot[0] - sum(widths) // 2, SCALE * foot[1]
    for character, width in zip(text, widths, strict=True):
        if not character.isspace():
            raster.bar(x + 1, y - SCALE * size * 8 // 10, x + width - 1, y + SCALE * size // 10, colour)
        x += width


def _larger(points: Polygon) -> Polygon:
    return [SCALE * point for point in points]
