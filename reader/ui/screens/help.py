"""All keys, read off the table of commands."""

from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.screen import ModalScreen

from reader.typesetting.setter import set_paragraph
from reader.ui.commands import COMMANDS, Command
from reader.ui.lines import Desk, Span, Spans
from reader.ui.widgets.lists import List
from reader.ui.widgets.rows import Rows

KEYS_COLUMN = 14
"""Cells of the column of keys."""

NAME_COLUMNS = (10, 20)
"""Cells of the column of names, in 中文 and in English."""

LEAST_COLUMNS = 60
"""Columns of the window below which keys and names stand alone."""


class HelpScreen(ModalScreen[None]):
    """One line a command; scrolls where the window is small."""

    BINDINGS: ClassVar[list[BindingType]] = [
        ("escape,q,question_mark,fullwidth_question_mark,f1,enter", "dismiss"),
        ("down,j,space,pagedown", "move(1)"),
        ("up,k,b,pageup", "move(-1)"),
    ]

    DEFAULT_CSS = """
    HelpScreen {
        layout: vertical;
        background: $background;
        & > List { height: 1fr; }
    }
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._at = 0

    def compose(self) -> ComposeResult:
        """Title, keys, how to leave."""
        yield Rows(id="help-title")
        yield List(id="help-list")
        yield Rows(id="help-close")

    def on_resize(self, event: events.Resize) -> None:
        """Set the lines for this width."""
        self.call_after_refresh(self._draw)

    def action_move(self, step: int) -> None:
        """Scroll by half a screen."""
        self._at += step * max(1, self.query_one("#help-list").size.height // 2)
        self._draw()

    def _draw(self) -> None:
        say, lines = self._desk.words.say, self._lines()
        last = max(0, len(lines) - self.query_one("#help-list").size.height)
        self._at = max(0, min(last, self._at))
        more = f"   {say('help-more')}" if self._at < last else ""
        self.query_one("#help-title", Rows).show(((Span(f" banmian · {say('help-title')}", "strong"),),))
        self.query_one("#help-close", Rows).show(((Span(f" {say('help-close')}{more}", "dim"),),))
        self.query_one("#help-list", List).show(tuple(lines), self._at)

    def _lines(self) -> list[Spans]:
        desk = self._desk
        notes = ("help-language", "help-mouse", "help-size")
        found = [line for key in notes for line in self._wrapped((Span("  "),), desk.words.say(key))]
        found.append(())
        for before, command in zip((None, *COMMANDS), COMMANDS, strict=False):
            if before is not None and before.group != command.group:
                found.append(())
            found += self._entry(command)
        return found

    def _entry(self, command: Command) -> list[Spans]:
        """A command: its keys, its name, and what it does where there is room to say it."""
        language = self._desk.words.language
        lead = (Span(self._padded(f"  {command.shown}", KEYS_COLUMN), "key"),)
        name = Span(self._padded(command.labels[language], NAME_COLUMNS[language]))
        if self.size.width < LEAST_COLUMNS:
            return [(*lead, name)]
        return self._wrapped((*lead, name), command.helps[language])

    def _wrapped(self, lead: Spans, text: str) -> list[Spans]:
        """A text set beside its lead, on as many lines as it takes."""
        left = self._desk.measure(lead)
        lines = set_paragraph(text, max(2, self.size.width - left - 3), self._desk.widths, indent=0)
        blank = (Span(" " * left),)
        return [
            (*(blank if number else lead), Span(text[line.start : line.end], "dim"))
            for number, line in enumerate(lines)
        ]

    def _padded(self, text: str, width: int) -> str:
        return text + " " * max(1, width - self._desk.measure((Span(text),)))
