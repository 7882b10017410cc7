"""What the world gives to one sitting of reading; handed down to the screen as a value."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from reader.library.places import Places

if TYPE_CHECKING:
    from reader.stand import Stand  # which brings the parser


@dataclass(frozen=True, slots=True, kw_only=True)
class Sitting:
    """One sitting: what is read, where places are kept, how a text is copied."""

    opening: Callable[[], "Stand"]
    """Gives the stand to read from; called in a thread after the first frame, so it may import and block."""
    pasting: Callable[[str], "Stand"]
    """Gives the stand of a pasted text; called in a thread."""
    today: Callable[[], date]
    """The day it is in China."""
    page: str = ""
    """Number of the page to open at; empty for the first."""
    places: Places
    copier: Callable[[Callable[[str], None], str], tuple[str, str]]
    """Copies a text, blocking, given a way to send OSC 52.

    Gives the key of the words that tell how, and the file the text went to, if any.
    """
    watch: Callable[[Callable[[int], None]], None]
    """Told, inside the loop, how to make the app leave with an exit code."""
