"""What the world gives to one session of reading; handed down to the screen as a value."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from reader.library.positions import Positions
from reader.newsstand.stand import Stand

if TYPE_CHECKING:
    from reader.newsstand.online import Online  # both bring the parser


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """One session: what is read, where positions are kept, how a text is copied."""

    openings: tuple[Callable[[], Stand], ...]
    """Give the stand to read from: the first that opens. Called in a thread, so they may import and block."""
    is_return: bool = False
    """Whether the first of them is the place last read, which nobody named."""
    online: Callable[[], "Online"]
    """Gives what finds saved papers on their sites; called once the first text is shown."""
    pasting: Callable[[str], Stand]
    """Gives the stand of a pasted text; called in a thread."""
    today: Callable[[], date]
    """The day it is in China."""
    page: str = ""
    """Number of the page to open at; empty for the first."""
    positions: Positions
    copier: Callable[[Callable[[str], None], str], tuple[str, str]]
    """Copies a text, blocking, given a way to send OSC 52.

    Gives the key of the words that tell how, and the file the text went to, if any.
    """
    watch: Callable[[Callable[[int], None]], None]
    """Told, inside the loop, how to make the app leave with an exit code."""
