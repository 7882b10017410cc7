"""Pictures as SVG: the printed page with grey columns and set headlines, and the photographs."""

from html import escape
from math import ceil
from textwrap import wrap

from tools.samples.source import Paper, Picture, Polygon, Sheet, Story

PAPER, INK, GREY, RULE, RED = "#fdfbf4", "#2b2b2b", "#c9c5ba", "#8d897d", "#a3231a"
FONTS = {True: "Georgia,Liberation Serif,serif", False: "Noto Serif CJK SC,SimSun,serif"}  # by: is it Latin
GAP = 4  # pixels between a zone's edge and what stands in it
LINE = 4  # pixels from one line of grey text to the next
SMALLEST = 10  # pixels: the smallest type of a headline
COLUMN = 36  # pixels: a column of grey text with its gutter


def draw_page(paper: Paper, sheet: Sheet) -> str:
    """The picture of a printed page, its articles where their zones say."""
    width, height = paper.picture["width"], paper.picture["height"]
    pictures = {picture.name: picture for picture in sheet.pictures}
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}">',
        f'<defs><pattern id="t" width="{COLUMN}" height="{LINE}" patternUnits="userSpaceOnUse">'
        f'<rect width="{COLUMN - 4}" height="2" fill="{GREY}"/></pattern></defs>',
        f'<rect width="{width}" height="{height}" fill="{PAPER}"/>',
        _head(paper, sheet, width),
    ]
    for story in sheet.stories:
        parts += _zone(story)
        figures = [block.picture for block in story.blocks if block.picture]
        parts += [_photo(pictures[name], zone) for name, zone in zip(figures, story.photo_zones, strict=True)]
    return "\n".join([*parts, "</svg>", ""])


def draw_picture(picture: Picture) -> str:
    """A photograph: polygons of one tone each, the first at the back."""
    width, height = picture.size
    head = f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}">'
    return f"{head}{_shapes(picture)}</svg>\n"


def _shapes(picture: Picture) -> str:
    return "".join(
        f'<polygon fill="{shape["tone"]}" points="{_points(shape["points"])}"/>' for shape in picture.shapes
    )


def _head(paper: Paper, sheet: Sheet, width: int) -> str:
    middle = width // 2
    if sheet is paper.sheets[0]:
        size = min(36, int(2 * 320 / length(paper.name)))
        return _line(paper.name, (middle, 44), size, RED) + f'<path d="M6 58H{width - 6}" stroke="{RED}"/>'
    folio = f"{sheet.number}  {sheet.name}  {paper.day}"
    return _line(folio, (middle, 18), 9, INK) + f'<path d="M6 24H{width - 6}" stroke="{RULE}"/>'


def _zone(story: Story) -> list[str]:
    """A story's outline, its grey text, and its headline under the top edge of its first zone."""
    parts = [
        # the broad stroke in the paper's own colour sets the text in from the outline
        f'<polygon fill="url(#t)" stroke="{PAPER}" stroke-width="{2 * GAP}" points="{_points(zone)}"/>'
        f'<polygon fill="none" stroke="{RULE}" stroke-width=".5" points="{_points(zone)}"/>'
        for zone in story.zones
    ]
    left, top, right = top_edge(story.zones[0])
    size, rows = fit(story.headline, right - left - 3 * GAP)
    height = len(rows) * (size + 3) + GAP
    parts.append(
        f'<rect x="{left + 1}" y="{top + 1}" width="{right - left - 2}" height="{height}" fill="{PAPER}"/>'
    )
    for number, text in enumerate(rows, start=1):
        parts.append(_line(text, ((left + right) // 2, top + number * (size + 3) - 1), size, INK))
    return parts


def fit(headline: list[str], room: int) -> tuple[int, list[str]]:
    """The size that sets a headline in the room, and its lines, broken further where even 10 pixels are too much."""
    size = int(2 * room // max(map(length, headline)))
    if size >= SMALLEST:
        return min(17, size), headline
    if " " not in headline[0]:
        longest = max(map(len, headline))
        even = ceil(longest / ceil(longest * SMALLEST / room))  # characters to a line, no line left with one
        return SMALLEST, [text[at : at + even] for text in headline for at in range(0, len(text), even)]
    return SMALLEST, [row for text in headline for row in wrap(text, int(room / SMALLEST / 0.6))]


def _photo(picture: Picture, zone: Polygon) -> str:
    left, top, right, bottom = box(zone)
    width, height = picture.size
    return (
        f'<svg x="{left}" y="{top}" width="{right - left}" height="{bottom - top}"'
        f' viewBox="0 0 {width} {height}" preserveAspectRatio="xMidYMid slice">{_shapes(picture)}</svg>'
    )


def _line(text: str, foot: tuple[int, int], size: int, colour: str) -> str:
    family = FONTS[all(ord(character) < 0x2E80 for character in text)]
    return (
        f'<text x="{foot[0]}" y="{foot[1]}" font-size="{size}" font-weight="bold" text-anchor="middle"'
        f' font-family="{family}" fill="{colour}">{escape(text, quote=False)}</text>'
    )


def length(text: str) -> float:
    """Halves of a square: 2 for 汉字 and full-width marks, a little more than 1 for a Latin letter."""
    return sum(2 if ord(character) > 0x2010 else 1.2 for character in text)


def top_edge(zone: Polygon) -> tuple[int, int, int]:
    """Left end, height and right end of a zone's topmost edge."""
    top = min(zone[1::2])
    on_top = [x for x, y in zip(zone[::2], zone[1::2], strict=True) if y == top]
    return min(on_top), top, max(on_top)


def box(zone: Polygon) -> tuple[int, int, int, int]:
    """Left, top, right, bottom of a zone."""
    return min(zone[::2]), min(zone[1::2]), max(zone[::2]), max(zone[1::2])


def _points(zone: Polygon) -> str:
    return " ".join(f"{x},{y}" for x, y in zip(zone[::2], zone[1::2], strict=True))
