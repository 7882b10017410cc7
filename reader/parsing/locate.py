"""Finds the article in lines without marks: where its titles begin, where its text begins and ends."""

from collections.abc import Sequence
from itertools import groupby, takewhile

from msgspec import Struct

from reader.parsing.headlines import BULLETS
from reader.parsing.lines import TextLine
from reader.parsing.phrases import is_byline
from reader.parsing.smallprint import LineKind, is_statement
from reader.parsing.tables import compact, folded

_TITLE_LINES = 3
"""Of one headline, at most."""
_FURNITURE = set(LineKind) - {LineKind.WORDS, LineKind.FRAGMENT}


class ArticleSpan(Struct, frozen=True):
    """Where an article stands, as indices of lines."""

    titles: int
    """Its first line of titles; that of its text if it has none."""
    start: int
    """Its first sentence."""
    end: int
    """After its last line."""


def locate(lines: Sequence[TextLine]) -> ArticleSpan | None:
    """Where the article stands: where most sentences are together; None where there is no sentence.

    What is between two sentences belongs to the article, whatever it looks like, unless it parts pages.
    """
    best, weight = range(0), 0
    for parted, group in groupby(range(len(lines)), lambda i: lines[i].parts):
        prose = [] if parted else [i for i in group if lines[i].is_prose]
        size = sum(len(lines[i].text) for i in prose)
        if size > weight:
            best, weight = range(prose[0], prose[-1] + 1), size
    if not best:
        return None
    return ArticleSpan(_titles_above(lines, best.start), best.start, _end(lines, best.stop))


def _titles_above(lines: Sequence[TextLine], at: int) -> int:
    """Index where the titles of a text begin: the nearest lines of words above it that are more than a byline.

    They are in the text's own part of the page; in the one above, if a byline or a list says that they are titles, or
    few of them stand above the caption.
    """
    below = at
    while below and _may_stand_below_titles(lines[below - 1]):
        below -= 1
    top = below
    while top and lines[top - 1].is_words and not lines[top - 1].is_prose:
        top -= 1
    between = lines[below:at]
    bylines = [i for i, line in enumerate(between, below) if line.is_words]
    titles = _behind_list(lines, top, at)
    is_few = below - top < _TITLE_LINES and not any(line.is_neighbour_row for line in between)
    is_sure = bylines or is_few or titles > top or not any(line.parts for line in between)
    if top < below and is_sure:
        return titles
    return bylines[0] if bylines else at


def _behind_list(lines: Sequence[TextLine], top: int, end: int) -> int:
    """Index where titles begin that a list of headlines stands directly above: the last that repeat one of its lines."""
    words = [i for i in range(top, end) if lines[i].is_words]
    texts = [compact(lines[i].text.lstrip(BULLETS)) for i in words]
    seen: set[str] = set()
    titles, after = top, 0
    for at, text in enumerate(texts):
        ends = range(at + 1, min(at + _TITLE_LINES, len(texts)) + 1)
        repeats = [end for end in ends if "".join(texts[at:end]) in seen]
        if repeats and at != after:  # what repeats several lines in a row is one headline
            titles = words[at]
        after = repeats[-1] if repeats else after
        seen.add(text)
    return titles


def _may_stand_below_titles(line: TextLine) -> bool:
    parts = line.parts and not (line.is_neighbour_row or line.is_strong_caption)
    return is_byline(line.text) or (line.small.kind is not LineKind.WORDS and not parts)


def _end(lines: Sequence[TextLine], after: int) -> int:
    """Index after the last line of a text whose last sentence ends before `after`: credits and signatures follow it."""
    following = takewhile(lambda i: _may_follow(lines, i), range(after, len(lines)))
    return max((i + 1 for i in following if _may_be_last(lines, i)), default=after)


def _may_follow(lines: Sequence[TextLine], at: int) -> bool:
    return not lines[at].parts and (lines[at].small.kind not in _FURNITURE or _ends_notice(lines, at))


def _may_be_last(lines: Sequence[TextLine], at: int) -> bool:
    return not lines[at].is_scrap and (lines[at].is_words or _ends_notice(lines, at))


def _ends_notice(lines: Sequence[TextLine], at: int) -> bool:
    """Whether small print belongs to a notice above it: its date, or an address set as its paragraphs are."""
    line = lines[at]
    is_address = line.small.kind is LineKind.STATEMENT and not is_statement(folded(line.text))
    is_set_alike = line.indented and lines[at - 1].indented
    return _signs(lines, at) or (is_set_alike and (is_address or line.is_date_alone))


def _signs(lines: Sequence[TextLine], at: int) -> bool:
    """Whether a line is the date that a notice is signed with: below the name of who gives it."""
    return lines[at].is_date_alone and lines[at - 1].is_words and not lines[at - 1].is_prose
