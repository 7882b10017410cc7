"""What the world gives to one sitting of reading; handed down to the screen as a value."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from reader.edition.day import Edition
from reader.library.places import Places


@dataclass(frozen=True, slots=True, kw_only=True)
class Sitting:
    """One sitting: what is read, where places are kept, how a text is copied."""

    opening: Callable[[], Iterator[Edition]]
    """Opens the edition; called in a thread after the first frame, so it may import and block."""
    pasting: Callable[[str], Iterator[Edition]]
    """Opens a text as a page; called in a thread."""
    target: str
    """Path by which the edition can be opened again; empty if it cannot."""
    places: Places
    copier: Callable[[Callable[[str], None], str], tuple[str, str]]
    """Copies a text, blocking, given a way to send OSC 52.

    Gives the key of the words that tell how, and the file the text went to, if any.
    """
    watch: Callable[[Callable[[int], None]], None]
    """Told, inside the loop, how to make the app leave with an exit code."""
