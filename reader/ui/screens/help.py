"""All keys, read off the table of commands."""

from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.screen import ModalScreen

from reader.ui.commands import COMMANDS, Command
from reader.ui.lines import Desk, Span, Spans
from reader.ui.widgets.lists import List
from reader.ui.widgets.rows import Rows

KEYS_COLUMN = 14
"""Cells of the column of keys."""


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
        height = self.query_one("#help-list").size.height
        last = max(0, len(self._lines()) - height)
        self._at = max(0, min(last, self._at + step * max(1, height // 2)))
        self._draw()

    def _draw(self) -> None:
        say, width = self._desk.words.say, self.size.width
        title = (Span(f" banmian · {say('help-title')}", "strong"),)
        self.query_one("#help-title", Rows).show((self._desk.spread(width, title, ()),))
        self.query_one("#help-close", Rows).show(((Span(f" {say('help-close')}", "dim"),),))
        self.query_one("#help-list", List).show(tuple(self._lines()), self._at)

    def _lines(self) -> list[Spans]:
        desk, width = self._desk, self.size.width
        found: list[Spans] = [()]
        for before, command in zip((None, *COMMANDS), COMMANDS, strict=False):
            if before is not None and before.group != command.group:
                found.append(())
            found.append(self._line(command))
        found.append(())
        for key in ("help-mouse", "help-size", "help-language"):
            found.append((Span(desk.cut(f" {desk.words.say(key)}", width), "dim"),))
        return found

    def _line(self, command: Command) -> Spans:
        desk, language = self._desk, self._desk.words.language
        keys = f"  {command.shown}"
        lead = keys + " " * max(1, KEYS_COLUMN - desk.measure((Span(keys),)))
        label = command.labels[language]
        gap = " " * max(2, (10 if language == 0 else 20) - desk.measure((Span(label),)))
        room = self.size.width - desk.measure((Span(lead + label + gap),))
        text = desk.cut(command.helps[language], room) if room > 10 else ""
        return (Span(lead, "key"), Span(label), Span(gap + text if text else "", "dim"))
