"""The parsed command line, as a value."""

from msgspec import Struct

from reader.config import Config


class Arguments(Struct, frozen=True, kw_only=True):
    """The parsed arguments of the command line."""

    target: str | None = None
    """A path, an address, a paper's code, `-` for standard input, or None."""
    paper: str = ""
    """The paper to open, in a folder that holds several."""
    date: str = ""
    """The day to open, as typed."""
    page: str = ""
    """Number of the page to open."""
    article: int | None = None
    """Number of the article in the contents, from 1."""
    width: int = 72
    """Line width of `banmian text` in cells; 0 turns line breaking off."""
    whole_day: bool = False
    """Whether `toc` and `text` print all pages of the day."""
    json: bool = False
    lang: str = ""
    ambiguous: int = 0
    """Width in cells of “ ” — … and other characters of ambiguous width: 1 or 2; 0 as the terminal says."""
    encoding: str = ""
    """Encoding of every document; empty to detect it for each one."""
    paste: bool = False
    """Whether to open the text on the clipboard."""
    config: Config = Config()
    """The settings of config.toml; `ambiguous` has its value already, where none was typed."""
    given: tuple[str, ...] = ()
    """Names of the options that were typed."""
    is_return: bool = False
    """Whether to resume the last position, whatever day the file at that path holds now."""

    @property
    def is_address(self) -> bool:
        """Whether the target is meant as a web address, valid or not."""
        return (self.target or "").strip().lower().startswith(("http:", "https:"))
