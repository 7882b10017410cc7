"""Finds what a mistyped word may have meant."""

import os
from collections.abc import Iterable
from contextlib import suppress
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from reader import limits
from reader.later import Later

if TYPE_CHECKING:
    import difflib
else:  # most words are typed as they are meant
    difflib = Later("difflib")

_ALIKE = 0.6
"""Share of their characters that two names must have in common, in order."""


def nearest(word: str, names: Iterable[str], most: int = 3) -> list[str]:
    """The names most similar to a word, the nearest first; case does not count.

    Args:
        word: As typed.
        names: Of more than `limits.NEAR_NAMES` only the first are looked at, and of long ones none.
        most: Names to return at most.
    """
    few = islice(names, limits.NEAR_NAMES)
    known = {name.lower(): name for name in few if len(name) <= limits.NEAR_CHARACTERS}
    asked = word.lower()[: limits.NEAR_CHARACTERS]
    return [known[name] for name in difflib.get_close_matches(asked, known, n=most, cutoff=_ALIKE)]


def nearest_paths(path: str) -> list[str]:
    """The files and folders beside a path whose names are most similar to its own, written as it is."""
    folder, name = os.path.split(path.rstrip("/"))
    names: list[str] = []
    with (
        suppress(OSError, ValueError),
        os.scandir(folder or ".") as found,
    ):  # ValueError: of a name that is none
        names = [entry.name for entry in islice(found, limits.NEAR_NAMES)]
    return [str(Path(folder, near)) for near in nearest(name, names)]
