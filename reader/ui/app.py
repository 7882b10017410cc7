"""The Textual app."""

import codecs
import os
from collections.abc import Iterable
from functools import partial
from pathlib import PurePath
from typing import Any, ClassVar

from textual import events
from textual._xterm_parser import XTermParser
from textual.app import App, SystemCommand
from textual.binding import BindingType
from textual.command import CommandPalette
from textual.screen import Screen
from textual.worker import WorkerFailed

from reader.errors import ReaderError
from reader.exits import Exit
from reader.terminal.graphics import ANSWER
from reader.typesetting.cells import widths
from reader.typesetting.ladder import Capabilities
from reader.ui.commands import COMMANDS
from reader.ui.lines import ASCII, LineStyle, Marks
from reader.ui.screens.reading import ReadingScreen
from reader.ui.session import Session
from reader.ui.themes import PAPER, TERMINAL, THEMES
from reader.words import Words

try:
    from textual.drivers import linux_driver
except ImportError:  # Windows has another driver
    linux_driver = None  # type: ignore[assignment]


class _KeyDecoder:
    """Decodes keys without failing, as old terminals send bytes of no encoding, and drops answers that come late."""

    def __init__(self, name: str) -> None:
        self._decoder = codecs.getincrementaldecoder(name)("replace")

    def decode(self, data: bytes, final: bool = False) -> str:
        return self._decoder.decode(ANSWER.sub(b"", data), final)


class BanmianApp(App[ReaderError | None]):
    """Opens an edition and shows it on the reading screen.

    Args:
        session: What to read, and what that needs from outside.
        words: The language of the interface.
        capabilities: What the terminal can draw.
    """

    CSS_PATH: ClassVar[list[str | PurePath]] = ["app.tcss", "screens/reading.tcss"]
    TITLE = "banmian"
    BINDINGS: ClassVar[list[BindingType]] = []

    def __init__(self, session: Session, words: Words, capabilities: Capabilities) -> None:
        # For NO_COLOR Textual turns colours grey; with the terminal's own colours it has none to change.
        colourless = bool(os.environ.get("NO_COLOR"))
        super().__init__(ansi_color=True if colourless else None)
        if linux_driver:
            setattr(linux_driver, "getincrementaldecoder", lambda name: partial(_KeyDecoder, name))  # noqa: B010
        self._session = session
        self._words = words
        self.crash: BaseException | None = None
        """The unhandled exception, once the app has exited."""
        marks = ASCII if capabilities.ambiguous > 1 else Marks()
        style = LineStyle(words, widths(capabilities.ambiguous), marks)
        self.reading = ReadingScreen(style, capabilities, session)
        for theme in THEMES.values():
            self.register_theme(theme)
        kept = THEMES.get(session.positions.theme, PAPER)
        self.theme = (TERMINAL if colourless else kept).name

    def get_default_screen(self) -> Screen[None]:
        """Show the reading screen from the first frame on."""
        return self.reading

    def on_mount(self) -> None:
        """What was typed before the start comes first."""
        typed = self._session.graphics.typed if self._session.graphics else ""
        for message in XTermParser().feed(typed) if typed else ():
            self.post_message(message)

    async def on_event(self, event: events.Event) -> None:
        """A message on the state line lasts until the next key or click."""
        # a forwarded event arrives here a second time
        if isinstance(event, events.Key | events.MouseDown) and not event.is_forwarded:
            self.reading.clear_message()
        await super().on_event(event)

    def on_load(self) -> None:
        """From here on a signal exits the app in the normal way."""
        self._session.watch(lambda code: self.exit(return_code=code))

    def bell(self) -> None:
        """Stay silent: a full input field would ring once for each pasted character beyond its limit."""

    def exit(self, *args: Any, **kwargs: Any) -> None:  # Any: passed on as they are
        """Save the reading position and cancel requests before exiting, whatever the reason for it."""
        self.reading.remember()
        self.reading.stop()
        self._session.opening.stop()
        self._session.leaving()
        super().exit(*args, **kwargs)

    def _fatal_error(self) -> None:
        """Exit without Textual's traceback; `crash` is reported in three lines once the terminal is restored."""
        error = self._exception
        self.crash = error.error if isinstance(error, WorkerFailed) else error
        self._close_messages_no_wait()

    def _print_error_renderables(self) -> None:
        """Print nothing; an error in the input thread is reported like any other crash."""
        if self._exit_renderables and self.crash is None:
            self.crash = self._exception or RuntimeError("the keys could not be read any more")
        self._exit_renderables.clear()

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """List our commands in the palette, with their names in both languages."""
        language = self._words.language
        for command in COMMANDS:
            title = f"{command.labels[language]} · {command.labels[1 - language]}"
            run = partial(self.reading.run_action, command.action)
            yield SystemCommand(title, command.helps[language], run)

    def action_command_palette(self) -> None:
        """Show the palette in the language of the interface."""
        if not isinstance(self.screen, CommandPalette):
            placeholder = self._words.say("palette")
            self.push_screen(CommandPalette(id="--command-palette", placeholder=placeholder))

    def action_help_quit(self) -> None:
        """Ctrl+C without a selection copies the article; with one, Textual itself copies that; before one, it exits."""
        if self.reading.is_empty:
            self.exit(return_code=Exit.INTERRUPTED)
        else:
            self.reading.action_copy()
