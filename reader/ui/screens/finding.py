"""Finding a word in the article: the field, the matches, where one stands among them."""

from textual.screen import Screen

from reader.ui.lines import Desk
from reader.ui.widgets.article_pane import ArticlePane
from reader.ui.widgets.find_field import FindField


class Finder:
    """Looks for a word in the pane of a screen."""

    def __init__(self, screen: Screen[None], desk: Desk) -> None:
        self._screen = screen
        self._say = desk.words.say
        self._desk = desk
        self.word = ""
        """What is looked for; empty when nothing is."""
        self._match = (0, 0)

    @property
    def is_open(self) -> bool:
        """Whether there is something to leave: a field, or a word found."""
        return bool(self.word or self._screen.query(FindField))

    @property
    def count(self) -> str:
        """3/12, or nothing while nothing is looked for."""
        return self._say("found", n=self._match[0], all=self._match[1]) if self.word else ""

    async def open(self) -> None:
        """Put the field in place of the footer."""
        self._screen.query_one("#footer").display = False
        await self._screen.mount(field := FindField(self._desk))
        field.focus_now()

    def close(self) -> None:
        """Take the field away; what was found stays marked."""
        self._screen.query(FindField).remove()
        self._screen.query_one("#footer").display = True

    def look_for(self, word: str) -> str:
        """Look for a word as it is typed, and go to its first place from here on.

        Returns:
            A message for the reader; empty when there is nothing to say.
        """
        self.word = word
        self._match = self._pane.go_to_match(0) if self._pane.find(word) else (0, 0)
        for field in self._screen.query(FindField):
            field.show_count(self.count)
        return self._none()

    def look_again(self) -> None:
        """Look for the same word in another article, without going there."""
        if self.word:
            self._match = (0, self._pane.find(self.word))

    def step(self, step: int) -> str:
        """Go to the next match, or the one before; a message as of `look_for`."""
        if not self.word:
            return self._say("find-first")
        self._match = self._pane.go_to_match(step)
        return self._none()

    def _none(self) -> str:
        return self._say("found-none", word=self.word) if self.word and not self._match[1] else ""

    @property
    def _pane(self) -> ArticlePane:
        return self._screen.query_one(ArticlePane)
