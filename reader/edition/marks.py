"""Punctuation in two forms: full-width as papers print it, half-width as crawlers store it."""

HALF, FULL = ",;:?!()", "，；：？！（）"
"""The same marks in the same order."""

_TO_HALF = str.maketrans(FULL, HALF)


def halved(text: str) -> str:
    """A text with these marks in half-width form, its length unchanged, for searching in it."""
    return text.translate(_TO_HALF)


def folded(headline: str) -> str:
    """A headline in the form used for comparison: without blanks, with half-width punctuation."""
    return "".join(halved(headline).split())
