"""All keys, read off the table of commands."""

from collections.abc import Sequence

from reader.ui.commands import COMMANDS, DAILY, Command, Hint
from reader.ui.lines import Desk, Span, Spans
from reader.ui.screens.listing import ListingScreen

KEYS_COLUMN = 14
"""Cells of the column of keys."""

NAME_COLUMNS = (11, 20)
"""Cells of the column of names, in 中文 and in English."""

LEAST_COLUMNS = 60
"""Columns of the window below which keys and names stand alone."""


class HelpScreen(ListingScreen):
    """The keys of daily use, how to switch the language, what the mouse does; then one line a command."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, f"banmian · {desk.words.say('help-title')}")

    def lines(self, width: int) -> Sequence[Spans]:
        """All of it, set for a width in cells."""
        found = [line for hint in DAILY for line in self._hint(hint, width)]
        found.append(())
        for key in ("help-language", "help-mouse", "help-size"):
            found += self.wrapped((Span("  "),), self.desk.words.say(key), width)
        found.append(())
        for before, command in zip((None, *COMMANDS), COMMANDS, strict=False):
            if before is not None and before.group != command.group:
                found.append(())
            found += self._entry(command, width)
        return found

    def _hint(self, hint: Hint, width: int) -> list[Spans]:
        """Keys that belong together, and the names of what they do."""
        language = self.desk.words.language
        keys = self._padded("  " + " ".join(shown for shown, _ in hint.shown(language)), KEYS_COLUMN)
        return self.wrapped((Span(keys, "key"),), " · ".join(hint.names(language)), width, "strong")

    def _entry(self, command: Command, width: int) -> list[Spans]:
        """A command: its keys, its name, and what it does where there is room to say it."""
        language = self.desk.words.language
        lead = (Span(self._padded(f"  {command.shown}", KEYS_COLUMN), "key"),)
        name = Span(self._padded(command.labels[language], NAME_COLUMNS[language]))
        if width < LEAST_COLUMNS:
            return [(*lead, name)]
        return self.wrapped((*lead, name), command.helps[language], width)

    def _padded(self, text: str, width: int) -> str:
        return text + " " * max(1, width - self.desk.measure((Span(text),)))
