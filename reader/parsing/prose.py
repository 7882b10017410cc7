"""Turns the lines of a body into blocks: jump lines, subheads, signatures; used for HTML and copied text."""

from msgspec.structs import replace

from reader.edition.model import Article, Block, BlockKind
from reader.parsing.clean import clean_line
from reader.parsing.lines import TextLine
from reader.parsing.phrases import (
    dateline,
    is_boxed,
    is_byline,
    is_credit,
    is_sentence,
    is_signature,
    jump_line,
    jump_parts,
)

SUBHEAD_CHARACTERS = 30
"""Characters; a longer line is a paragraph, whatever it ends with."""
SUBHEAD_LINES = 3
"""More consecutive short lines than this are verse or a list, not a multi-line subhead."""


def with_body(titles: Article, lines: list[TextLine]) -> Article:
    """Add a body to the titles of an article.

    Every character of the lines is in exactly one block or in the byline; a jump line inside a paragraph
    becomes a block of its own.

    Args:
        titles: The article without a body; if it has no byline, one at the start of the body is moved there.
        lines: In reading order; blank ones are dropped.
    """
    byline = titles.byline
    lines = [part for line in lines if line.text or line.image for part in _parts(line)]
    if (at := _byline_at(lines, byline)) is not None:
        byline = lines.pop(at).text
    blocks = tuple(map(_block, _kinds(lines), lines))
    return replace(
        titles,
        blocks=blocks,
        byline=byline,
        dateline=clean_line(next((dateline(b.text) for b in blocks if b.kind is BlockKind.PARAGRAPH), "")),
    )


def _block(kind: BlockKind, line: TextLine) -> Block:
    jump = jump_line(line.text) if kind is BlockKind.JUMP else None
    return Block(kind=kind, text=line.text, image=line.image, jump=jump)


def _byline_at(lines: list[TextLine], byline: str) -> int | None:
    """Index of the line that is the byline, where the body begins; behind a caption only one with a box is it."""
    is_behind = False
    for i, line in enumerate(lines[:-1]):
        is_name = is_boxed(line.text) if is_behind else is_byline(line.text)
        if line.text == byline if byline else is_name:
            return i
        is_caption = not line.image and is_credit(line.text)
        if not (line.image or is_caption or jump_line(line.text)):
            return None
        is_behind = is_behind or is_caption
    return None


def _parts(line: TextLine) -> list[TextLine]:
    """Split a jump line from the paragraph that it begins or ends."""
    if line.image:
        return [line]
    return [TextLine(text=clean_line(text), bold=line.bold) for text in jump_parts(line.text)]


def _kinds(lines: list[TextLine]) -> list[BlockKind]:
    kinds = [_kind_alone(line) for line in lines]
    last = next((i for i in reversed(range(len(lines))) if kinds[i] is BlockKind.PARAGRAPH), None)
    if last and is_signature(lines[last].text):
        kinds[last] = BlockKind.SIGNATURE
    _mark_subheads(lines, kinds)
    return kinds


def _kind_alone(line: TextLine) -> BlockKind:
    if line.image:
        return BlockKind.FIGURE
    return BlockKind.JUMP if jump_line(line.text) else BlockKind.PARAGRAPH


def _mark_subheads(lines: list[TextLine], kinds: list[BlockKind]) -> None:
    """Mark short lines without end punctuation as subheads, if they are bold or between paragraphs.

    A bold line may begin the body; any other needs a paragraph before it, as at the start it could also
    be a standfirst. Both need a paragraph after them.
    """
    run: list[int] = []
    paragraph_before = False
    for i, kind in enumerate(kinds):
        if kind is BlockKind.PARAGRAPH and _is_short(lines[i]):
            run.append(i)
        elif kind is not BlockKind.FIGURE:
            is_between = kind is BlockKind.PARAGRAPH and len(run) <= SUBHEAD_LINES
            for j in run if is_between else ():
                kinds[j] = BlockKind.SUBHEAD if paragraph_before or lines[j].bold else kinds[j]
            paragraph_before = paragraph_before or kind is BlockKind.PARAGRAPH
            run = []


def _is_short(line: TextLine) -> bool:
    return (
        len(line.text) <= SUBHEAD_CHARACTERS
        and not is_sentence(line.text)
        and not (line.text[0] in "（(" and line.text[-1] in "）)" and len(line.text) > 5)
    )
