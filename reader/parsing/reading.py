"""A document with its dialect: which of its lines are marked, which are the article's, where its neighbours are."""

from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import takewhile

from reader.edition.model import Clean
from reader.parsing.clean import clean_line
from reader.parsing.dialects import CONTENTS, TITLES, Dialect
from reader.parsing.lines import Document, TextLine
from reader.parsing.locate import ArticleSpan, locate
from reader.parsing.selectors import split_selectors

_LABEL_CHARACTERS = 200

Marked = tuple[int, Clean]
"""Index of the first line of a marked element, and its text."""


class Reading:
    """What both the page and the article of a document ask of it."""

    def __init__(self, document: Document, dialect: Dialect) -> None:
        self.document, self.dialect, self.lines = document, dialect, document.lines
        self.shown = [line for line in self.lines if line.shown and (line.text or line.image)]
        self.neighbour_rows = [i for i, line in enumerate(self.lines) if line.is_neighbour_row]
        """Indices of the lines with 上一篇 or 下一篇."""

    @cached_property
    def elements(self) -> dict[str, dict[int, list[int]]]:
        """For each selector the elements that match it: their numbers, and the indices of their lines."""
        found: dict[str, dict[int, list[int]]] = {}
        for i, line in enumerate(self.lines[: self.document.copy_at]):
            for selector, number in line.marks.items():
                found.setdefault(selector, {}).setdefault(number, []).append(i)
        return found

    @cached_property
    def body(self) -> list[int]:
        """Indices of the lines of the marked body; of those that are no list, the first that is not blank."""
        listing = {*CONTENTS, *split_selectors(self.dialect.headlines), *split_selectors(self.dialect.pages)}
        links = (link for link in self.document.links if not listing.isdisjoint(link.marks))
        around = {mark for entry in (*self.document.areas, *links) for mark in entry.marks.items()}
        bodies = [
            indices
            for selector in split_selectors(self.dialect.body)
            for number, indices in self.elements.get(selector, {}).items()
            if (selector, number) not in around
        ]
        inked = (each for each in bodies if any(_is_inked(self.lines[i]) for i in each))
        return next(inked, bodies[0] if bodies else [])

    @cached_property
    def span(self) -> ArticleSpan | None:
        """Where the article stands in `shown`, if nothing marks it."""
        return None if self.body else locate(self.shown)

    @cached_property
    def top(self) -> int | None:
        """Index of the first 上一篇 or 下一篇 above the body."""
        return next((i for i in self.neighbour_rows if self.body and i < self.body[0]), None)

    @cached_property
    def outside(self) -> list[TextLine]:
        """The lines that are not the article's text."""
        text = (
            self.shown[self.span.start : self.span.end] if self.span else [self.lines[i] for i in self.body]
        )
        inside = set(map(id, text))
        return [line for line in self.lines if id(line) not in inside]

    @cached_property
    def is_several(self) -> bool:
        """Whether the document holds several pages: captions of pages that nothing leads to, and no marked body."""
        captions = (line for line in self.lines if line.is_bare_caption)
        pages = {line.small.number for line in captions if line.small.name}
        return not (self.document.is_text or self.body or self.document.areas) and len(pages) > 1

    def marked(self, field: str, among: range) -> Iterator[list[Marked]]:
        """The elements of a field among some lines, empty ones too, for each of its selectors."""
        for selector in split_selectors(field):
            elements = self.elements.get(selector, {}).values()
            yield [(each[0], self._label(each)) for each in elements if each[0] in among]

    def _label(self, indices: Sequence[int]) -> Clean:
        """The text of an element, of which no more than the first line if it was never closed."""
        lines = [line for i in indices if (line := self.lines[i]).text and line.shown]
        # Another title, or the body, can only be inside where an end tag is missing.
        texts = [line.text for line in takewhile(lambda line: line.marks == lines[0].marks, lines)]
        whole = " ".join(texts)
        return clean_line(whole if len(whole) <= _LABEL_CHARACTERS else texts[0][:_LABEL_CHARACTERS])


def _is_inked(line: TextLine) -> bool:
    """Whether a line is something to read besides titles."""
    return bool(line.image or line.text) and TITLES.isdisjoint(line.marks)
