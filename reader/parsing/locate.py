"""Finds the article in lines without marks: where its titles begin, where its text begins and ends."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from reader.parsing.lines import TextLine
from reader.parsing.smallprint import LineKind

_FURNITURE = set(LineKind) - {LineKind.WORDS, LineKind.FRAGMENT}


@dataclass(frozen=True, slots=True)
class ArticleSpan:
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
    """Index where the titles of a text begin: the nearest lines of words above it, and of its part of the page."""
    top = at
    while top and not lines[top - 1].is_words and not lines[top - 1].parts:
        top -= 1
    titles = top
    while titles and lines[titles - 1].is_words:
        titles -= 1
    return titles if titles < top else at


def _end(lines: Sequence[TextLine], after: int) -> int:
    """Index after the last line of a text whose last sentence ends before `after`: credits and signatures follow it."""
    end = after
    while end < len(lines) and _may_follow(lines, end):
        end += 1
    while end > after and not _may_be_last(lines, end - 1):
        end -= 1
    return end


def _may_follow(lines: Sequence[TextLine], at: int) -> bool:
    return not lines[at].parts and (lines[at].small.kind not in _FURNITURE or _signs(lines, at))


def _may_be_last(lines: Sequence[TextLine], at: int) -> bool:
    return not lines[at].is_scrap and (lines[at].is_words or _signs(lines, at))


def _signs(lines: Sequence[TextLine], at: int) -> bool:
    """Whether a line is the date that a notice is signed with: below the name of who gives it."""
    return lines[at].is_date_alone and lines[at - 1].is_words and not lines[at - 1].is_prose
