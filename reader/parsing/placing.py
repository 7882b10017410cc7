"""Finds the article in lines: where its titles begin, where its text begins and ends; for markup and text alike."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from reader.parsing.lines import LONG, TextLine
from reader.parsing.phrases import is_byline, is_sentence
from reader.parsing.smallprint import BULLETS, NAMELESS, LineKind, compact

_TITLES = 4
"""Lines of titles; as many or more are a list, or captions."""
_LOOK = 3
"""Lines in which a headline of the list is looked for, and of which one may consist."""
_NUMBERED = re.compile(r"(?:[-–+]\s{1,3}|[(（\[]?\d{1,3}[)）\].、．]\s{0,3})")
"""What stands before each headline of a list that is numbered, or has dashes."""
_FURNITURE = set(LineKind) - {LineKind.WORDS, LineKind.FRAGMENT}


@dataclass(frozen=True, slots=True)
class Titles:
    """The titles of an article."""

    kicker: str = ""
    headline: str = NAMELESS
    deck: str = ""
    byline: str = ""
    used: int = 0
    """How many lines they are."""
    witness: str = "position"


@dataclass(frozen=True, slots=True)
class Place:
    """Where an article stands, as indices of lines."""

    titles: int
    """Its first line of titles; that of its text if it has none."""
    start: int
    """Its first sentence."""
    end: int
    """After its last line."""


def place(lines: Sequence[TextLine]) -> Place | None:
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
    return Place(_titles_above(lines, best.start), best.start, _end(lines, best.stop))


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
    while (
        end < len(lines)
        and (lines[end].small.kind not in _FURNITURE or _signs(lines, end))
        and not lines[end].parts
    ):
        end += 1
    while end > after and (
        lines[end - 1].is_scrap or not (lines[end - 1].is_words or _signs(lines, end - 1))
    ):
        end -= 1
    return end


def _signs(lines: Sequence[TextLine], at: int) -> bool:
    """Whether a line is the date that a notice is signed with: below the name of who gives it."""
    return lines[at].is_date_alone and lines[at - 1].is_words and not lines[at - 1].is_prose


def titles_in(words: Sequence[TextLine], contents: Sequence[str]) -> Titles:
    """The titles that an article begins with.

    Args:
        words: Its lines, without small print.
        contents: Headlines of the page, which tell a headline of several lines from a kicker.
    """
    if found := repeated(words, contents):
        start, used, headline = found
        kicker, witness = " ".join(line.text for line in words[:start]), "list"
        used += len(words) > used and compact(words[used].text) == compact(headline)
    elif not words or words[0].is_prose:
        return Titles()
    else:
        kicker, headline, witness = "", words[0].text.lstrip(BULLETS), "position"
        used = 1 + (len(words) > 1 and compact(words[1].text) == compact(headline))
    deck, byline, under = _under(words[used:])
    return Titles(kicker, headline, deck, byline, used + under, witness)


def repeated(lines: Sequence[TextLine], contents: Sequence[str]) -> tuple[int, int, str] | None:
    """Start and end of the first lines that together repeat a headline of the list, and that headline.

    A list may break a headline, too: two lines that follow each other in both are one headline.
    """
    names = {compact(name): name for name in contents}
    names |= {compact(one + other): f"{one} {other}" for one, other in pairwise(contents)}
    for start in range(min(_LOOK, len(lines))):
        for end in range(min(start + _LOOK, len(lines)), start, -1):
            if name := names.get(compact("".join(line.text for line in lines[start:end]))):
                return start, end, name
    return None


def _under(lines: Sequence[TextLine]) -> tuple[str, str, int]:
    """Deck, byline, and how many lines they are: what stands between headline and byline, or first sentence.

    Many short lines are captions rather than a deck; where others are indented, a deck is not.
    """
    prose = next((i for i, line in enumerate(lines) if line.is_prose), len(lines))
    at = next((i for i, line in enumerate(lines[: min(_LOOK, prose)]) if is_byline(line.text)), None)
    indents = any(line.indented for line in lines)
    decks = lines[: prose if at is None else at]
    sure = lines[:1] if lines and lines[0].text.startswith("——") else []
    is_deck = len(decks) < _TITLES and all(_may_be_deck(line, indents=indents) for line in decks)
    decks = decks if is_deck and (at is not None or prose < len(lines)) else sure
    byline = lines[at].text if at == len(decks) else ""
    return " ".join(line.text for line in decks), byline, len(decks) + bool(byline)


def _may_be_deck(line: TextLine, *, indents: bool) -> bool:
    return line.text.startswith("——") or not (
        len(line.text) > LONG or (indents and line.indented) or is_sentence(line.text)
    )


def list_in(lines: Sequence[TextLine], masthead: str) -> list[str]:
    """The headlines of a text: its longest run of lines that are neither small print nor sentences."""
    runs = [
        [line.text.lstrip(BULLETS) for line in run]
        for words, run in groupby(lines, lambda line: line.is_words and line.text != masthead)
        if words
    ]
    longest = max(runs, key=len, default=[])
    if all(map(_NUMBERED.match, longest)):
        longest = [_NUMBERED.sub("", name, count=1) for name in longest]
    whole = compact("".join(longest))
    # Without a caption, the line of titles from the facsimile's areas comes right before the list itself.
    return [name for name in longest if len(longest) < _LOOK or 2 * len(compact(name)) != len(whole)]
