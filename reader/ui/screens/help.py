"""The help screen: all keys, read from the table of commands."""

from collections.abc import Sequence
from itertools import groupby

from reader.ui.commands import COMMANDS, DAILY, Command, Hint
from reader.ui.lines import NARROW
from reader.ui.screens.card import Card
from reader.ui.spans import Span, Spans

KEYS_COLUMN = 13
"""Width of the column of keys in cells."""

NAME_COLUMNS = (11, 20)
"""Width of the column of names in cells, in 中文 and in English."""


class HelpScreen(Card[None]):
    """The keys of daily use, how to switch the language, what the mouse does; then one line a command."""

    def heading(self) -> str:
        return f"banmian · {self.style.words.say('help-title')}"

    def lines(self, width: int) -> Sequence[Spans]:
        """All lines, set for a width in cells."""
        found = [line for hint in DAILY for line in self._hint(hint, width)]
        found.append(())
        for key in ("help-language", "help-mouse", "help-size"):
            found += self.wrapped((Span(" "),), self.style.words.say(key), width)
        for _, commands in groupby(COMMANDS, key=lambda command: command.group):
            found.append(())
            for command in commands:
                found += self._entry(command, width)
        return found

    def _hint(self, hint: Hint, width: int) -> list[Spans]:
        """Keys that belong together, and the names of what they do."""
        language = self.style.words.language
        lead = self._lead(" ".join(shown for shown, _ in hint.shown(language)), "key", KEYS_COLUMN)
        return self.wrapped((Span(" "), *lead), " · ".join(hint.names(language)), width, "strong")

    def _entry(self, command: Command, width: int) -> list[Spans]:
        """A command: its keys, its name, and what it does if there is room."""
        language = self.style.words.language
        lead = (Span(" "), *self._lead(command.shown, "key", KEYS_COLUMN))
        name = self._lead(command.labels[language], "", NAME_COLUMNS[language])
        if width < NARROW - 2:  # keys and names only
            return [(*lead, *name)]
        return self.wrapped((*lead, *name), command.helps[language], width)

    def _lead(self, text: str, look: str, width: int) -> Spans:
        """A text, and the blanks to the end of its column, which no look underlines."""
        return self.style.spread(width, (Span(text, look),), ())
