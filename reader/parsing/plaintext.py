"""Takes the text of a page apart, copied from a browser or dumped by a program: a second source of lines."""

import re
from collections.abc import Collection, Sequence

from reader.parsing.clean import Cleaner, clean_line, unescaped
from reader.parsing.lines import Document, TextLine
from reader.parsing.smallprint import LineKind, broken, read_line

_PICTURE = re.compile(r"!\[[^\[\]]{0,200}\]\([^()\s]{0,500}\)")
_LINK = re.compile(r"\[([^\[\]]{0,200})\]\([^()\s]{0,500}\)")
_PARAGRAPH = re.compile(r"(?<=\S)(?=\u3000\u3000\S)")
"""Where a paragraph begins that was joined to the one before."""
_BUTTON = re.compile("[上下]一[版篇]")
_LONG = 100
"""Characters; a longer line may be several."""
_NAME = 12
"""Characters of the name of a site."""
_LABEL = re.compile(r"(?:标题|题目|正文|内容)\s{0,3}[:：]\s{0,3}")
_MARKDOWN = re.compile(r"^(?:#{1,6}\s+|>\s{0,9})|\*\*|__")


def read_text(text: str, papers: Collection[str]) -> Document:
    """Take the text of a page apart.

    Args:
        text: Lines as copied, with any line endings; Markdown and the strokes of tables are read as what they mean.
        papers: Names of known papers.
    """
    clean = Cleaner()
    raw = [piece for line in clean(unescaped(text)).splitlines() for piece in _pieces(line) if piece.strip()]
    lines = [line for line in (_line(piece, papers) for piece in raw) if line.text]
    _find_sites(lines)
    return Document(clean=clean, lines=lines, is_text=True, papers=papers)


def _find_sites(lines: Sequence[TextLine]) -> None:
    """Mark lines that a statement of rights repeats: the name of the paper's site."""
    stated = "".join(line.text for line in lines if line.small.kind is LineKind.STATEMENT)
    for line in lines:
        if line.is_words and len(line.text) <= _NAME and line.text in stated:
            line.small.kind = LineKind.PROMPT


def _pieces(line: str) -> list[str]:
    """The lines that were joined to one: paragraphs, and small print where buttons stand among words."""
    paragraphs = _PARAGRAPH.split(line) if len(line) > _LONG else [line]
    joined = [len(each) > _LONG and bool(_BUTTON.search(each)) for each in paragraphs]
    return [
        piece
        for each, many in zip(paragraphs, joined, strict=True)
        for piece in (broken(each) if many else [each])
    ]


def _line(raw: str, papers: Collection[str]) -> TextLine:
    text = raw.strip()
    text = _LINK.sub(r"\1", _PICTURE.sub("", text)) if "](" in text else text
    level = len(text) - len(text.lstrip("#"))
    bare = _LABEL.sub("", _MARKDOWN.sub("", text), count=1) if _LABEL.match(text) else _MARKDOWN.sub("", text)
    bare = bare.strip("| ") if bare[:1] == "|" or bare[-1:] == "|" else bare.strip()
    return TextLine(
        text=clean_line(bare),
        small=read_line(bare, papers),
        indented=raw[0].isspace(),
        bold=text.startswith("**"),
        heading=level if level <= 3 else 0,
    )
