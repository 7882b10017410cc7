"""Stops in their two forms: full-width as papers print them, half-width as crawlers write them."""

HALF, FULL = ",;:?!()", "，；：？！（）"
"""The same marks in the same order."""

_TO_HALF = str.maketrans(FULL, HALF)


def halved(text: str) -> str:
    """A text of the same length with all these marks in their half-width form, for looking words up in it."""
    return text.translate(_TO_HALF)


def folded(headline: str) -> str:
    """A headline as it is compared: lists, pages and dumps differ in its blanks and in the form of its marks."""
    return "".join(halved(headline).split())
