"""What two halves of an article have in common: a headline, or rare wording that nothing around them has."""

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise, product

from reader.edition.marks import folded
from reader.edition.model import Headline
from reader.limits import COMPARED_CHARACTERS

_TELLING = 4
"""Letters; a shorter headline is no witness where it is only a part of another."""
_SHARED = 12
"""Rare pairs of characters that two halves share, at least; with fewer they may be strangers."""
_MARGIN = 3
"""Times as large as that of any other article a half's share of them is; else it is not clear which is meant."""


def is_same_headline(one: Headline, other: Headline) -> bool:
    """Whether one of two articles has the headline of the other, or has it within its own."""
    return any(
        mine == theirs or (min(len(mine), len(theirs)) >= _TELLING and (mine in theirs or theirs in mine))
        for mine, theirs in product(headlines(one), headlines(other))
    )


def headlines(entry: Headline) -> set[str]:
    """Its headlines, of the list and above the article, in letters alone; one in brackets, (无标题), is none."""
    both = (entry.headline, entry.article.headline if entry.article else "")
    return {_letters(text) for text in map(folded, both) if text and text[0] != "("} - {""}


def alike(own: Headline, others: Sequence[Headline], strangers: Sequence[Headline]) -> list[int]:
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
    if sum(map(len, (mine, *texts))) > COMPARED_CHARACTERS or not all(entry.at_hand for entry in others):
        return []
    pairs = [_pairs(text) for text in texts]
    held = Counter(pair for each in pairs for pair in each)
    rare = Counter({pair: count for pair, count in _pairs(mine).items() if held[pair] == 1})
    marks = [(rare & each).total() for each in pairs]
    shares = [mark / (len(text) or 1) for mark, text in zip(marks, texts, strict=True)]
    return _clearest([i for i in range(len(others)) if marks[i] >= _SHARED], shares)


def _clearest(likely: list[int], shares: Sequence[float]) -> list[int]:
    """The best of those that are likely, if it is far above all; else they, if they are several."""
    best = max(likely, key=lambda i: shares[i], default=None)
    rest = [share for i, share in enumerate(shares) if i != best]
    # beside one other text there is no telling what strangers share by chance
    if best is not None and len(rest) > 1 and shares[best] >= _MARGIN * max(rest):
        return [best]
    return likely if len(likely) > 1 else []


def _text(entry: Headline) -> str:
    """The Chinese characters of an article and its byline; empty if it is not at hand."""
    article = entry.article
    text = "".join((article.byline, *(block.text for block in article.blocks))) if article else ""
    return "".join(character for character in text if character.isalpha() and not character.isascii())


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text))


def _pairs(text: str) -> Counter[str]:
    return Counter(map("".join, pairwise(text)))
