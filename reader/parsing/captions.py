"""Joins pictures to their captions, and drops what belongs to the page rather than to the article."""

import re
from collections.abc import Sequence

from msgspec.structs import replace

from reader.parsing.clean import clean_line
from reader.parsing.dialects import PICTURES
from reader.parsing.lines import TextLine
from reader.parsing.smallprint import LineKind

_FURNITURE_IMAGE = re.compile(r"(?i)tplimg/|(?:checkbox|zoomin|zoomout|zoomact|pdf|pixel|blank)\.\w{3,4}$")
"""Addresses of decorative pictures of the page itself."""
_CAPTION_START = re.compile(
    r"(?:图为|图[:：]|[▲▼△↑↓←→]|[①②③④⑤⑥⑦⑧⑨])|.{0,120}(?:摄|供图|图片)[)）]?$|.{0,120}Photo by\b"
)
_CAPTION_LINES, _CAPTION_CHARACTERS = 4, 120


def with_captions(found: Sequence[TextLine]) -> list[TextLine]:
    """The lines of a body, the captions of each picture as the text of its line."""
    lines: list[TextLine] = []
    captions = 0
    picture: TextLine | None = None
    for line in found:
        if line.image and not _FURNITURE_IMAGE.search(line.image):
            lines.append(TextLine(image=line.image))
            picture, captions = line, 0
        elif line.text and picture and captions < _CAPTION_LINES and _is_caption(line, picture, captions):
            lines[-1] = replace(lines[-1], text=clean_line(f"{lines[-1].text} {line.text}"))
            captions += 1
        elif line.text and not _is_furniture(line):
            lines.append(line)
            picture = None
    return lines


def _is_caption(line: TextLine, picture: TextLine, captions: int) -> bool:
    """Whether a line below a picture is its caption: both are in one small table, or it reads like one."""
    is_short = len(line.text) <= _CAPTION_CHARACTERS
    if picture.table and line.table == picture.table:
        return is_short or any(mark in picture.marks for mark in PICTURES)
    is_below = is_short and not (picture.table or captions)
    return is_below and bool(_CAPTION_START.match(line.text))


def _is_furniture(line: TextLine) -> bool:
    """Whether a line belongs to the page itself, after a body container that was never closed."""
    is_rights = len(line.text) <= _CAPTION_CHARACTERS and "版权所有" in line.text
    is_tools = line.small.kind is LineKind.MENU and "放大" in line.small.labels
    return line.is_neighbour_row or is_rights or is_tools
