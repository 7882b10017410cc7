"""Takes the text of a page apart, copied from a browser or dumped by a program: a second source of lines."""

import re

from reader.parsing.clean import Cleaner
from reader.parsing.lines import Document, TextLine

_PICTURE = re.compile(r"!\[[^\[\]]{0,200}\]\([^()\s]{0,500}\)")
_LINK = re.compile(r"\[([^\[\]]{0,200})\]\([^()\s]{0,500}\)")
_MARKDOWN = re.compile(r"^(?:#{1,6}\s+|>\s+)|\*\*|__")


def read_text(text: str, clean: Cleaner) -> Document:
    """Take the text of a page apart.

    Args:
        text: Lines as copied, with any line endings; Markdown and the strokes of tables are read as what they mean.
        clean: Cleans the text, and counts what it removes.
    """
    lines = [_line(line) for line in clean(text).splitlines() if line.strip()]
    return Document(clean=clean, lines=[line for line in lines if line.text], is_text=True)


def _line(raw: str) -> TextLine:
    text = raw.strip()
    text = _LINK.sub(r"\1", _PICTURE.sub("", text)) if "](" in text else text
    level = len(text) - len(text.lstrip("#"))
    bare = _MARKDOWN.sub("", text)
    bare = bare.strip("| ") if bare[:1] == "|" or bare[-1:] == "|" else bare.strip()
    return TextLine(
        text=bare, indented=raw[0].isspace(), bold=text.startswith("**"), heading=level if level <= 3 else 0
    )
