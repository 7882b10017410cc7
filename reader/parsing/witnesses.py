"""Asks the witnesses of a fact in order, and notes which one spoke."""

from collections.abc import Callable
from typing import TypeVar

from reader.parsing.lines import Document

T = TypeVar("T")


def first(
    document: Document, fact: str, *witnesses: tuple[str, Callable[[], T | None]], strong: int = 0
) -> T | None:
    """What the first witness says that says anything; None where none speaks.

    Args:
        document: Where to note which witness it was, and where strong ones differ.
        fact: Name of the fact.
        witnesses: Name of each, and what to ask; the surest first.
        strong: How many of them are sure enough to be held against each other.
    """
    found: T | None = None
    for i, (name, ask) in enumerate(witnesses):
        if found and i >= strong:
            break
        said = ask()
        if said and not found:
            found, document.witnesses[fact] = said, name
        elif said and said != found:
            document.notes[f"differ-{fact}"] = None
    return found
