"""Pages as they are met: those of every dialect, each with a habit of genuine pages, so that all meet all."""

from collections.abc import Iterator, Mapping, Sequence
from zlib import crc32

from tools.samples.dumps import DUMPS, dumped
from tools.samples.edition import Document
from tools.samples.habits import HABITS, Habit

EVERY: Mapping[str, Habit] = {**HABITS, **{name: dumped(name) for name in DUMPS}}
"""Every habit, by its name."""


def worn(documents: Sequence[Document], turn: int) -> Iterator[tuple[str, Document]]:
    """The pages of a dialect with every habit, and its name: a layout page and an article's, if it has a place on both.

    Args:
        documents: The pages of the dialect.
        turn: The place of the dialect among all, which moves what page has what habit.
    """
    layouts = [document for document in documents if not document.article]
    articles = [document for document in documents if document.article]
    for name, habit in EVERY.items():
        start = 7 * turn + crc32(name.encode())  # of the name, so that a new habit moves no other
        for documents_of_kind in (layouts, articles):
            document = _first(habit, documents_of_kind, start)
            if document:
                yield name, document


def _first(habit: Habit, documents: Sequence[Document], start: int) -> Document | None:
    """The first page that has a place for a habit, with it, from a place on and once around."""
    around = (documents[(start + at) % len(documents)] for at in range(len(documents)))
    return next(filter(None, map(habit, around)), None)
