"""Finding a word in the article: the field it is typed into, and what is said about its matches."""

from textual.screen import Screen

from reader.ui.screens.frame import Frame
from reader.ui.spans import LineStyle
from reader.ui.widgets.article_pane import ArticlePane
from reader.ui.widgets.find_field import FindField


class Finding:
    """Opens and closes the find field of a screen, and looks for its word in the article.

    Args:
        screen: Where the field is mounted, in place of the footer.
        style: Words, width table and glyphs.
        frame: Holds the footer.
        pane: The article.
    """

    def __init__(self, screen: Screen[None], style: LineStyle, frame: Frame, pane: ArticlePane) -> None:
        self._screen = screen
        self._style = style
        self._frame = frame
        self._pane = pane
        self.is_open = False
        """Whether the field is open; it is still there for a moment while it is being closed."""

    @property
    def is_active(self) -> bool:
        """Whether there is a word to find, or a field to type one into."""
        return bool(self._pane.word) or self.is_open

    @property
    def found(self) -> str:
        """3/12, for the state line; empty without a search, and while the field is open, which says it itself."""
        return "" if self.is_open else self._counted

    @property
    def _counted(self) -> str:
        n, matches = self._pane.match
        return self._style.words.say("found", n=n, all=matches) if matches else ""

    @property
    def not_found(self) -> str:
        """Message that the word is not in the article, or that there is no word; empty if it was found."""
        if not self._pane.word:
            return self._style.words.say("find-first")
        return "" if self._pane.match[1] else self._style.words.say("found-none", word=self._pane.word)

    async def open(self) -> None:
        """Open the field in place of the footer, or go back into it."""
        if self.is_open:
            self._screen.query_one(FindField).enter()
            return
        self.is_open, self._frame.footer.display = True, False
        await self._screen.mount(FindField(self._style, self._style.words.say("find")))

    def close(self) -> None:
        """Close the field; the matches stay marked."""
        self._screen.query(FindField).remove()
        self.is_open, self._frame.footer.display = False, True

    def look_for(self, word: str) -> str:
        """Search for a word as it is typed, and go to its first match from here on; return what is said about it."""
        self._pane.find(word)
        self._pane.go_to_match(0)
        for field in self._screen.query(FindField):  # it may have been closed
            field.show_count(self._counted)
        return self.not_found if word else ""

    def step(self, step: int) -> str:
        """Go to the next match (1), or the one before (-1); return what is said if there is none."""
        self._pane.go_to_match(step)
        return self.not_found
