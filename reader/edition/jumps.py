"""Finds the other half of an article that goes on on another page, and says by what it was known."""

from collections import Counter
from collections.abc import Sequence
from enum import StrEnum
from itertools import chain, pairwise, product
from typing import NamedTuple

from reader.edition.day import Edition
from reader.edition.model import Headline, JumpLine
from reader.limits import COMPARED_CHARACTERS

_TELLING = 4
"""Letters; a shorter headline is no witness where it is only a part of another."""
_SHARED = 10
"""Rare pairs of characters that two halves share, at least; with fewer they may be strangers."""
_MARGIN = 3
"""Times as large as that of any other article a half's share of them is; else it is not clear which is meant."""


class Reason(StrEnum):
    """By what the other half was known, or why there is none."""

    POINTS_BACK = "points-back"
    """Its own jump line names the page being read, and that of no other article there does."""
    HEADLINE = "headline"
    WORDING = "wording"
    SEVERAL = "several"
    """More than one article may be it, and nothing tells which."""
    NOTHING = "nothing"
    """The page is at hand, but none of its articles is seen to be it; one that is not at hand may be."""
    NOT_AT_HAND = "not-at-hand"
    """The page is one of the day's, or may be, as nothing at hand lists those; it has to be found first."""
    NO_SUCH_PAGE = "no-such-page"
    """The day lists its pages, and it is none of them."""
    ITSELF = "itself"
    """The line names the page being read, which has no other article."""


class OtherHalf(NamedTuple):
    """Where a jump line leads."""

    reason: Reason
    page: int | None = None
    """Index of the page that the line names, None if no page that is known has its number."""
    article: int | None = None
    """Index in the contents of that page, None if the other half is not known; it need not be at hand."""


def other_half(edition: Edition, page: int, article: int, jump: JumpLine) -> OtherHalf:
    """Where one jump line of an article leads.

    Args:
        edition: The day.
        page: Index of the page being read, which is at hand.
        article: Index of the article in its contents.
        jump: One of its jump lines.
    """
    numbers = [_parts(link.number) for link in edition.index]
    at = _meant(numbers, jump, page)
    if at is None or edition.pages[at] is None:
        is_listed = any(each and each.page_index for each in edition.pages)
        return OtherHalf(Reason.NO_SUCH_PAGE if at is None and is_listed else Reason.NOT_AT_HAND, at)
    ends = [_ends(entry, numbers, jump, at) for entry in edition.page_at(at).contents]
    return _among(edition, page, article, at, ends)


def _among(edition: Edition, page: int, article: int, at: int, ends: Sequence[set[int | None]]) -> OtherHalf:
    """What the best witness says that names one article of a page; each is asked about those the one before it named.

    Not one that points elsewhere, nor one with the headline of another article of the page being read.

    Args:
        edition: The day.
        page: Index of the page being read.
        article: Index of the article in its contents.
        at: Index of the page that the jump line names.
        ends: Of each of its articles, the pages that its jump lines of the other direction name.
    """
    here, there = edition.page_at(page).contents, edition.page_at(at).contents
    own = here[article]
    others = [entry for entry in here if entry is not own] if at != page else []
    if at == page and len(here) == 1:
        return OtherHalf(Reason.ITSELF, at)
    theirs = set[str]().union(*map(_headlines, others)) - _headlines(own)
    free = [i for i, pages in enumerate(ends) if page in (pages or {page}) and there[i] is not own]
    left = [i for i in free if not _headlines(there[i]) & theirs]
    back, named = [i for i in left if ends[i]], [i for i in left if _is_same_headline(own, there[i])]
    known = [i for i in named if i in back] or named or back
    if len(known) == 1:
        return OtherHalf(Reason.POINTS_BACK if known == back else Reason.HEADLINE, at, known[0])
    among = known or left
    worded = _worded(own, [there[i] for i in among], others)
    if len(worded) == 1:
        return OtherHalf(Reason.WORDING, at, among[worded[0]])
    return OtherHalf(Reason.SEVERAL if known or worded else Reason.NOTHING, at)


def _meant(numbers: Sequence[tuple[str, str]], jump: JumpLine, page: int) -> int | None:
    """The page that a jump line on a page means, by its number: 1版 is 001, 01 or A01.

    If several have the number, it is another than its own, and of the same section.
    """
    section, digits = _parts(jump.page)
    same = [i for i, number in enumerate(numbers) if number[1] == digits]
    fits = [i for i in same if not section or numbers[i][0] in ("", section)]
    wanted = section or numbers[page][0]
    return min(fits, key=lambda i: (i == page, numbers[i][0] != wanted), default=None)


def _ends(entry: Headline, numbers: Sequence[tuple[str, str]], jump: JumpLine, at: int) -> set[int | None]:
    """The pages that the jump lines of an article mean, of those that point the other way than a given one."""
    jumps = entry.article.jumps if entry.article else ()
    return {_meant(numbers, other, at) for other in jumps if other.direction is not jump.direction}


def _parts(number: str) -> tuple[str, str]:
    """Letters and digits of a page's number, in upper case and without zeros in front: A05 and 5A are A and 5."""
    letters = "".join(filter(str.isalpha, number)).upper()
    return letters, "".join(filter(str.isdecimal, number)).lstrip("0")


def _is_same_headline(one: Headline, other: Headline) -> bool:
    """Whether one of two articles has the headline of the other, or has it within its own."""
    pairs = (sorted(pair, key=len) for pair in product(_headlines(one), _headlines(other)))
    return any(short == long or (len(short) >= _TELLING and short in long) for short, long in pairs)


def _headlines(entry: Headline) -> set[str]:
    """Its headlines, of the list and above the article, in letters alone; one in brackets, (无标题), is none."""
    both = (entry.headline, entry.article.headline if entry.article else "")
    return {"".join(filter(str.isalnum, text)) for text in both if not text.startswith(("(", "（"))} - {""}


def _worded(own: Headline, others: Sequence[Headline], strangers: Sequence[Headline]) -> list[int]:
    """The articles that share rare pairs of Chinese characters with one: the one that clearly shares most, or several.

    Args:
        own: One half.
        others: The articles among which the other half is.
        strangers: Articles of the same pages that are not it. What they say is not rare; what they share is chance.

    Returns:
        Indices in `others`; none if one of these is not at hand, as that could be the other half, or if all the
        articles together are longer than `limits.COMPARED_CHARACTERS`.
    """
    mine, *texts = map(_text, (own, *others, *strangers))
    is_long = sum(map(len, (mine, *texts))) > COMPARED_CHARACTERS
    is_whole = all(entry.at_hand for entry in others)
    # beside one other text there is no telling what strangers share by chance
    if is_long or not is_whole or len(texts) < 3:
        return []
    pairs = [set(pairwise(text)) for text in texts]
    held = Counter(chain.from_iterable(pairs))
    rare = {pair for pair in pairwise(mine) if held[pair] == 1}
    shares = [len(rare & each) / max(1, len(each)) for each in pairs]
    likely = [i for i in range(len(others)) if len(rare & pairs[i]) >= _SHARED]
    clear = [i for i in likely if shares[i] >= _MARGIN * sorted(shares)[-2]]
    return clear or (likely if len(likely) > 1 else [])


def _text(entry: Headline) -> str:
    """The Chinese characters of an article and its byline; empty if it is not at hand."""
    article = entry.article
    text = "".join((article.byline, *(block.text for block in article.blocks))) if article else ""
    return "".join(character for character in text if character.isalpha() and not character.isascii())
