"""Takes the text of a page apart, copied from a browser or dumped by a program: a second source of lines."""

import re
from collections.abc import Collection, Sequence

from msgspec.structs import replace

from reader.parsing.clean import Cleaner, clean_line, unescaped
from reader.parsing.lines import Document, TextLine
from reader.parsing.oneline import lines_in
from reader.parsing.smallprint import LineKind, SmallPrint, read_line

_TARGET = r"\((?:[^()\s]++|\([^()]{0,100}\)){0,99}\)"
_PICTURE = re.compile(r"!\[[^\[\]]{0,200}\]" + _TARGET)
_LINK = re.compile(r"\[([^\[\]]{0,200})\]" + _TARGET)
_WIDTH = 15
"""Characters of a line that was wrapped, at least."""
_ENDS = "。！？…!?”’」』）)】]"
_NAME = 12
"""Characters of the name of a paper or of its site."""
_LABEL = re.compile(r"(?:标题|题目|正文|内容)\s{0,3}[:：]\s{0,3}")
_MARKDOWN = re.compile(r"^(?:#{1,6}\s+|>\s{0,9})|\*\*|__")


def read_text(text: str, papers: Collection[str]) -> Document:
    """Take the text of a page apart.

    Args:
        text: Lines as copied, with any line endings; Markdown and the strokes of tables are read as what they mean.
        papers: Names of known papers.
    """
    clean = Cleaner()
    raw = map(_without_links, clean(unescaped(text)).splitlines())
    pieces = [piece for line in raw for piece in lines_in(line) if piece.strip()]
    lines = _unwrapped([line for line in (_line(piece, papers) for piece in pieces) if line.text], papers)
    stated = "".join(line.text for line in lines if line.small.kind in (LineKind.STATEMENT, LineKind.NAME))
    lines = [_with_owner(line, stated, papers) for line in lines]
    return Document(clean=clean, lines=lines, is_text=True, papers=papers)


def _unwrapped(lines: Sequence[TextLine], papers: Collection[str]) -> list[TextLine]:
    """The lines, with those joined that a program wrapped: where paragraphs are indented, what is not goes on."""
    groups: list[list[TextLine]] = []
    for line in lines:
        if groups and groups[-1][0].indented and _goes_on(groups[-1][-1], line):
            groups[-1].append(line)
        else:
            groups.append([line])
    return [_joined(group, papers) if len(group) > 1 else group[0] for group in groups]


def _goes_on(above: TextLine, line: TextLine) -> bool:
    is_open = above.is_words and above.text[-1] not in _ENDS and len(above.text) >= _WIDTH
    return is_open and line.is_words and not line.indented


def _joined(group: Sequence[TextLine], papers: Collection[str]) -> TextLine:
    text = clean_line("".join(line.text for line in group))
    return replace(group[0], text=text, small=read_line(text, papers))


def _with_owner(line: TextLine, stated: str, papers: Collection[str]) -> TextLine:
    """A line in which what owns the paper is known by name: what statements of rights and publishers repeat."""
    name = line.small.rest
    if not line.is_words or len(name) > _NAME or name not in stated:
        return line
    among_others = read_line(line.text, {*papers, name}) if line.small.papers else SmallPrint(LineKind.PROMPT)
    return replace(line, small=among_others)


def _without_links(line: str) -> str:
    """A line of Markdown with the words of its links, and without pictures."""
    return _LINK.sub(r"\1", _PICTURE.sub("", line)) if "](" in line else line


def _line(raw: str, papers: Collection[str]) -> TextLine:
    text = raw.strip()
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
