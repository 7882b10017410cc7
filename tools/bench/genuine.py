"""A day of invented pages that are as large as genuine ones, measured on what newspapers' sites serve.

The sample edition's pages have the marks of genuine ones, but few of the things beside the news: menus, pictures
that only hold a table open, scripts, blanks. `_furnish` adds as many of those as the sizes below say.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import cycle, islice
from pathlib import Path
from typing import NamedTuple

from tools.bench import pages


class Size(NamedTuple):
    """How large one document is."""

    kilobytes: float
    """Thousands of bytes in UTF-8; of an article's page without its body."""
    tags: int
    """Opening tags; of an article's page without those of its body."""
    script: int
    """Characters inside scripts."""
    blanks: int
    """Blanks, tabs and ends of lines."""


LAYOUTS = Size(21.6, 218, 1_721, 2_018), Size(25.0, 254, 2_134, 5_784), Size(28.3, 388, 7_657, 6_455)
"""Quartiles of nine genuine layout pages, of each figure alone."""

ARTICLES = Size(10.2, 156, 496, 1_496), Size(14.6, 229, 781, 1_978), Size(19.0, 302, 1_066, 2_459)
"""The lesser and the greater of two whole genuine article pages, of each figure alone, and the middle between them.

A character of the body was taken for three bytes, a block of it for one tag. The sample edition has 967 characters of
script in such a page already, so the lesser two have more than is said here.
"""

HEADLINES = 4, 5, 6
"""Quartiles of the headlines on a genuine layout page."""

BODIES = 375, 708, 960
"""Quartiles of the characters in the body of four genuine article pages; `pages.text` ends a sentence or two later."""

PAGES = 12
"""Pages of one part of the day: between the middle and the upper quartile, 8 and 16, of what genuine pages list."""

_CELL = '<td height="27" class="px">'
_PICTURE = '<img src="images/rule{at}.gif" width="14" height="27" border="0">'
_ENTRY = '<a href="/channel/{at}/" class="px">频道{at}</a>'
_MENU = ("<tr>", _CELL, _PICTURE, "</td>", _CELL, _ENTRY, "</td>", "</tr>\n")
"""A row of a menu: five tags, one of them a link, in a table that pictures hold open."""

_TAG = re.compile(r"<[a-zA-Z]")
_BODY = re.compile(r"(?s)<!--enpcontent-->.*<!--/enpcontent-->")
_SCRIPT = re.compile(r"(?is)<script[^>]*>(.*?)</script>")
_COMMENT = re.compile(r"(?s)<!--.*?-->")
_CELLS = re.compile(r"(?i)(?<=<td)(?=[ >])(?![^>]*style=)")
_STYLE = ' style="BORDER-BOTTOM:#cfc8b6;BORDER-LEFT:#cfc8b6;PADDING-LEFT:4px;BACKGROUND-COLOR:#fffdf7"'
_STATEMENT = "  if (document.all) { window.status = document.title; }\n"


def write_day(folder: Path) -> list[Path]:
    """Write a day in three parts, which are as large as the quartiles say: 36 layout pages, 180 articles.

    Returns:
        The files, those of the least part first; in a part the layout pages, then the articles.
    """
    files: list[Path] = []
    for at, sizes in enumerate(zip(LAYOUTS, ARTICLES, HEADLINES, strict=True), start=1):
        files += _write_part(folder / f"part{at}", *sizes)
    return files


def middle_layout(files: Sequence[Path]) -> Path:
    """Of a day, a layout page as large as the median of genuine ones."""
    return files[PAGES * (1 + HEADLINES[0])]


def _write_part(folder: Path, layout: Size, article: Size, headlines: int) -> list[Path]:
    """Write a part of a day, each layout page with so many articles."""
    bodies = cycle(BODIES)
    files = pages.write_day(folder, [list(islice(bodies, headlines)) for _ in range(PAGES)])
    for at, file in enumerate(files):
        text = file.read_text(encoding="utf-8")
        file.write_text(_furnish(text, layout if at < PAGES else article), encoding="utf-8")
    return files


def _furnish(text: str, size: Size) -> str:
    """A document with what it lacks to be of a size: a menu, a script, blanks, and styles of cells for the bytes.

    The body of an article counts for nothing. Bytes that no style fills are a comment.
    """
    bare = _BODY.sub("", text)
    menu = "".join(_menu(size.tags - tags(bare) - 2))
    script = _STATEMENT * ((size.script - script_characters(bare)) // len(_STATEMENT))
    added = f'<table border="0">{menu}</table>\n<script type="text/javascript">\n{script}</script>\n'
    added += "\t" * (size.blanks - blanks(bare + added))
    text = text.replace("</body>", f"{added}</body>")
    styled = _styled(bare + added, size)
    if styled:
        text = _CELLS.sub(_STYLE, text, count=styled)
    missing = _missing(bare + added, size) - styled * len(_STYLE) - len("<!---->")
    return text.replace("</body>", f"<!--{'=' * missing}--></body>")


def _missing(text: str, size: Size) -> int:
    """Bytes a document lacks."""
    return max(0, round(1000 * size.kilobytes) - len(text.encode()))


def _styled(text: str, size: Size) -> int:
    """Cells that get a style, so that a document has the bytes of a size."""
    return min(len(_CELLS.findall(text)), _missing(text, size) // len(_STYLE))


def _menu(wanted: int) -> Iterator[str]:
    """Rows of a menu with so many tags together; the last row may end early, as in genuine pages."""
    pieces = cycle(_MENU)
    numbers = iter(range(1, 10_000))
    while wanted > 0:
        piece = next(pieces)
        wanted -= not piece.startswith("</")
        yield piece.format(at=next(numbers))


def tags(text: str) -> int:
    """Opening tags, those in comments aside, which is where scripts write theirs."""
    return len(_TAG.findall(_COMMENT.sub("", text)))


def script_characters(text: str) -> int:
    """Characters inside scripts."""
    return sum(map(len, _SCRIPT.findall(text)))


def blanks(text: str) -> int:
    """Blanks, tabs and ends of lines."""
    return sum(map(str.isspace, text))
