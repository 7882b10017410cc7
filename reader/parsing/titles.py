"""Finds the titles that an article without marks begins with: kicker, headline, deck and byline."""

import re
from collections.abc import Sequence
from itertools import pairwise

from reader.edition.model import Article
from reader.parsing.clean import clean_line
from reader.parsing.headlines import BULLETS, NAMELESS
from reader.parsing.lines import LONG, Document, TextLine
from reader.parsing.phrases import is_byline, is_sentence
from reader.parsing.tables import compact

_TITLES = 4
"""Lines of titles; as many or more are a list, or captions."""
_LOOK = 3
"""Lines in which a headline of the list is looked for, and of which one may consist."""

_SPACED_NAME = re.compile(r"[\u4e00-\u9fff][ \u3000]{1,3}[\u4e00-\u9fff]")
"""A name of two characters, set as wide as one of three: 何 田."""


def titles_in(document: Document, words: Sequence[TextLine], contents: Sequence[str]) -> tuple[Article, int]:
    """An article with the titles that its words begin with, and how many lines those are.

    Args:
        document: Where to note what told its headline.
        words: Its lines, without small print.
        contents: Headlines of the page, which tell a headline of several lines from a kicker.
    """
    found = repeated(words, contents)
    document.witnesses["headline"] = "list" if found else "position"
    is_untitled = not words or words[0].is_prose or is_byline(words[0].text)
    if not found and is_untitled:
        return Article(headline=NAMELESS), 0
    start, used, headline = found or (0, 1, words[0].text.lstrip(BULLETS))
    kicker = " ".join(line.text for line in words[:start])
    used += len(words) > used and compact(words[used].text) == compact(headline)
    deck, byline, under = _under(words[used:])
    kicker, headline, deck, byline = map(clean_line, (kicker, headline, deck, byline))
    return Article(headline=headline, kicker=kicker, deck=deck, byline=byline), used + under


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
    looked = enumerate(lines[: min(_LOOK, prose)])
    is_last = _SPACED_NAME.fullmatch(lines[prose - 1].text) if prose else None
    at = next((i for i, line in looked if is_byline(line.text)), prose - 1 if is_last else None)
    indents = any(line.indented for line in lines)
    decks = lines[: prose if at is None else at]
    sure = lines[:1] if lines and lines[0].text.startswith("——") else []
    is_deck = len(decks) < _TITLES and all(_may_be_deck(line, indents=indents) for line in decks)
    decks = decks if is_deck and (at is not None or prose < len(lines)) else sure
    byline = lines[at].text if at == len(decks) else ""
    return " ".join(line.text for line in decks), byline, len(decks) + bool(byline)


def _may_be_deck(line: TextLine, *, indents: bool) -> bool:
    is_body = len(line.text) > LONG or (indents and line.indented) or is_sentence(line.text)
    return line.text.startswith("——") or not is_body
