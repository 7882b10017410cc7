"""Rows of a terminal as pictures: SVG, which Chromium makes a PNG of, in as few colours as will do."""

import html
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from itertools import groupby
from pathlib import Path

from rich.cells import get_character_cell_size
from rich.color import Color, blend_rgb, parse_rgb_hex
from rich.segment import Segment
from rich.style import Style
from rich.terminal_theme import TerminalTheme
from textual.strip import Strip

CELL, ROW = 8, 18
"""Units of a cell across, and of a row down; pixels at scale 1."""
BASELINE = 14.4
"""Units from a row's top down to the foot of its type."""
PAD = 8
"""Pixels of a picture's own ground around its rows."""
GAP = 16
"""Pixels between pictures, and around them."""
TABLE = "#8b8577"
"""The colour of what the pictures lie on."""
NARROW = "'DejaVu Sans Mono', 'Liberation Mono', monospace"
WIDE = "'Noto Sans Mono CJK SC', 'Noto Sans CJK SC', monospace"
"""Fonts of characters that take one cell, and of those that take two."""
RULES = {"─": "M0 9h8", "│": "M4 0v18", "┬": "M0 9h8M4 9v9", "┴": "M0 9h8M4 0v9"}
"""Hairlines, drawn as lines that meet from cell to cell, as a terminal does; type would leave gaps."""


_SIXTEEN = """
000000 cd0000 00cd00 cdcd00 0000ee cd00cd 00cdcd e5e5e5
7f7f7f ff0000 00ff00 ffff00 5c5cff ff00ff 00ffff ffffff
"""
XTERM = TerminalTheme((255, 255, 255), (0, 0, 0), [parse_rgb_hex(colour) for colour in _SIXTEEN.split()])
"""The colours of a light terminal: its ground and its type, and the sixteen that have a number.

Source:
    xterm's resources, XTerm-col.ad.
"""
DIM = 0.6
"""How much of its colour dim type keeps; the rest is its ground's."""


def extent(columns: int, rows: int, scale: float = 1) -> tuple[int, int]:
    """Pixels of a picture, across and down."""
    return round(columns * CELL * scale) + 2 * PAD, round(rows * ROW * scale) + 2 * PAD


def picture(strips: Sequence[Strip], scale: float = 1) -> str:
    """Rows as SVG, each run of characters at its own column, on the ground of the first."""
    width, height = strips[0].cell_length * CELL, len(strips) * ROW
    box = f'width="{width * scale:g}" height="{height * scale:g}" viewBox="0 0 {width} {height}"'
    _, ground = _colours(next(iter(strips[0])))
    look = f"display:block;padding:{PAD}px;background:{ground}"
    parts = [f'<svg xmlns="http://www.w3.org/2000/svg" {box} style="{look}">']
    for number, strip in enumerate(strips):
        column = 0
        for segment in strip:
            parts += _segment(segment, column * CELL, number * ROW)
            column += segment.cell_length
    return "".join([*parts, "</svg>"])


def _colours(segment: Segment) -> tuple[str, str]:
    """Of the type, and of the ground behind it."""
    style = segment.style or Style()
    fore = (style.color or Color.default()).get_truecolor(XTERM)
    back = (style.bgcolor or Color.default()).get_truecolor(XTERM, foreground=False)
    fore, back = (back, fore) if style.reverse else (fore, back)
    return (blend_rgb(back, fore, DIM) if style.dim else fore).hex, back.hex


def _segment(segment: Segment, x: int, y: int) -> list[str]:
    fore, back = _colours(segment)
    style, width = segment.style or Style(), segment.cell_length * CELL
    parts = [f'<rect x="{x}" y="{y}" width="{width + 1}" height="{ROW}" fill="{back}"/>']
    if style.underline:
        parts.append(f'<rect x="{x}" y="{y + ROW - 2}" width="{width}" height="1" fill="{fore}"/>')
    weight = ' font-weight="bold"' if style.bold else ""
    for (size, is_rule), run in groupby(segment.text, lambda c: (get_character_cell_size(c), c in RULES)):
        text = "".join(run)
        if is_rule:
            parts += [_rule(character, x + at * CELL, y, fore) for at, character in enumerate(text)]
        elif not text.isspace():
            parts.append(_type(text, size, x, y + BASELINE, f'fill="{fore}"{weight}'))
        x += len(text) * size * CELL
    return parts


def _rule(character: str, x: int, y: int, colour: str) -> str:
    look = f'fill="none" stroke="{colour}" vector-effect="non-scaling-stroke" shape-rendering="crispEdges"'
    return f'<path transform="translate({x} {y})" d="{RULES[character]}" {look}/>'


def _type(text: str, size: int, x: int, y: float, look: str) -> str:
    family, points = (WIDE, CELL * 2) if size > 1 else (NARROW, CELL * 1.66)
    return (
        f'<text x="{x}" y="{y}" font-size="{points}" font-family="{family}" {look} xml:space="preserve"'
        f' textLength="{len(text) * size * CELL}" lengthAdjust="spacingAndGlyphs">{html.escape(text)}</text>'
    )


def compose(body: str, size: tuple[int, int], out: Path, *, look: str, colours: int = 256) -> None:
    """Draw a page of HTML, laid out by the CSS of `look`, into a PNG of at most so many colours.

    None are dithered: type stays crisp, and a ground stays one colour.
    """
    with tempfile.TemporaryDirectory() as folder:
        page, drawn = Path(folder) / "page.html", Path(folder) / "page.png"
        page.write_text(
            f'<meta charset="utf-8"><body style="margin:0;background:{TABLE};{look}">{body}', "utf-8"
        )
        browse(page.as_uri(), size, drawn)
        fewer = ["+dither", "-colors", str(colours), "-strip"]  # nor does it say when it was drawn
        subprocess.run([convert(), str(drawn), *fewer, str(out)], check=True)


def browse(page: str, size: tuple[int, int], out: Path) -> None:
    """Have Chromium draw a page or an address into a PNG."""
    with tempfile.TemporaryDirectory() as home:
        command = [chromium(), "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars"]
        command += ["--disable-background-networking", "--disable-sync", f"--user-data-dir={home}"]
        command += [f"--window-size={size[0]},{size[1]}", f"--screenshot={out}", page]
        subprocess.run(command, check=True, capture_output=True)


def chromium() -> str:
    """The path of Chromium; ends the run in a sentence if it is missing."""
    found = shutil.which("chromium") or shutil.which("chromium-browser")
    return found or sys.exit("Chromium is missing: it draws the pictures.")


def convert() -> str:
    """The path of ImageMagick's program; ends the run in a sentence if it is missing."""
    found = shutil.which("convert")
    return found or sys.exit(
        "ImageMagick (convert) is missing: it makes the pictures small, and a film of them."
    )
