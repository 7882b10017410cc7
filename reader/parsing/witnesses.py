"""Asks the witnesses of a fact in order, and notes which one spoke."""

from collections.abc import Callable, Iterable
from typing import TypeVar

from reader.parsing.lines import Document

T = TypeVar("T")


def first(
    document: Document,
    fact: str,
    said: Iterable[tuple[str, T | None]],
    *,
    strong: int = 0,
    key: Callable[[T], object] = lambda value: value,
) -> T | None:
    """What the first witness says that says anything; None where none speaks.

    Args:
        document: Where to note which witness it was, and where strong ones differ.
        fact: Name of the fact.
        said: Name of each witness and what it says, the surest first; a generator asks no more than are needed.
        strong: How many of them are sure enough to be held against each other.
        key: What of a value has to be the same for two to agree.
    """
    found: T | None = None
    for i, (witness, value) in enumerate(said, 1):
        if value and not found:
            found, document.witnesses[fact] = value, witness
        elif value and found and key(value) != key(found):
            document.notes[f"differ-{fact}"] = None
        if found and i >= strong:
            break
    return found
