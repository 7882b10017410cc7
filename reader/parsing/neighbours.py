"""Finds the ways to the neighbours of a page and of an article: marked anchors, words, arrows without words."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from reader.edition.model import NO_TEXT, Clean
from reader.parsing.lines import Link
from reader.parsing.reading import Reading
from reader.parsing.selectors import split_selectors
from reader.parsing.witnesses import first

_BACK, _ON = ("prev", "pre", "left", "up"), ("next", "right", "down")


class _Way(NamedTuple):
    """What a way to a neighbour says, and what the class of an arrow without words begins or ends with."""

    word: str
    names: tuple[str, ...]
    marks: str = ""
    """The field of a dialect that marks it."""


WAYS = {
    "previous_page": _Way("上一版", _BACK, "previous_page"),
    "next_page": _Way("下一版", _ON, "next_page"),
    "previous_article": _Way("上一篇", _BACK),
    "next_article": _Way("下一篇", _ON),
}
"""By the name of the field of the page, or of the article."""


def neighbour(reading: Reading, field: str, leads: Callable[[str], bool]) -> Clean | None:
    """Address of a neighbour; "" if shown without an address, None if not shown.

    Args:
        reading: The document.
        field: Which one: the name of the field of the page, or of the article.
        leads: Whether an address may be that of such a neighbour, where an arrow alone leads to it.
    """
    document, way = reading.document, WAYS[field]
    marks = split_selectors(getattr(reading.dialect, way.marks, ""))
    said = _said(reading, way.word)
    hrefs = [(link, document.href(link.href)) for link in document.links]

    def ways() -> Iterator[tuple[str, Clean | None]]:
        yield "marks", next((href for link, href in hrefs if href and link.is_in(marks)), NO_TEXT)
        yield "words", said
        yield "arrow", next((href for link, href in hrefs if _is_arrow(link, way) and leads(href)), NO_TEXT)

    return first(document, field, ways()) or said


def _said(reading: Reading, word: str) -> Clean | None:
    """Address behind words; "" if they are no link, None if they are missing."""
    for link in reading.document.links:
        if link.says(word):
            return reading.document.href(link.href) or (NO_TEXT if link.href in ("", "#") else None)
    return NO_TEXT if any(word in line.small.labels for line in reading.lines if line.shown) else None


def _is_arrow(link: Link, way: _Way) -> bool:
    words = link.names.replace("-", " ").split()
    return not link.text and any(word.startswith(way.names) or word.endswith(way.names) for word in words)
