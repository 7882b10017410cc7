"""What one reading session needs from outside; passed to the screens as a value."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from msgspec import Struct

from reader.config import Config
from reader.library.marks import ReadMarks
from reader.library.positions import Positions
from reader.newsstand.opening import Opening
from reader.newsstand.stand import Stand
from reader.typesetting.ladder import TextSize

if TYPE_CHECKING:
    from reader.newsstand.online import Online  # imports the parser


class Session(Struct, frozen=True, kw_only=True):
    """One session: what to read, where positions are kept, how a text is copied."""

    opening: Opening
    """Opens what is to be read; it may have begun already."""
    is_return: bool = False
    """Whether the first of them is the last reading position, resumed without being named."""
    online: Callable[[], "Online"]
    """Returns what finds saved papers on their sites; called only after the first text is shown."""
    pasting: Callable[[str], Stand]
    """Returns the stand of a pasted text, or of what it names; raises as a stand does; called in a thread."""
    today: Callable[[], date]
    """Returns today's date in China."""
    page: str = ""
    """Number of the page to open at; empty for the first."""
    config: Config = Config()
    """The settings of config.toml."""
    positions: Positions
    marks: ReadMarks
    copier: Callable[[Callable[[str], None], str], tuple[str, str]]
    """Copies a text, given a function that sends OSC 52; blocks.

    Returns the key of the message that says how, and the file the text went to, if any.
    """
    typed: str = ""
    """What was typed before the app read the keys."""
    opener: Callable[[str], bool] = lambda _: False
    """Opens an address or a file in the system's own program; returns whether one took it."""
    leaving: Callable[[], None] = lambda: None
    """Called when the app begins to exit; from then on nothing may hold it up."""
    watch: Callable[[Callable[[int], None]], None]
    """Called once, inside the event loop, with a function that exits the app with an exit code."""

    @property
    def size(self) -> TextSize:
        """The type size to begin with: as chosen while reading, else as in config.toml."""
        chosen, configured = self.positions.step, self.config.size
        if chosen is None:
            return TextSize[configured.upper()] if configured else TextSize.DEFAULT
        return TextSize(min(max(chosen, TextSize.SMALLEST), TextSize.LARGEST))
