"""The program on the screen."""

import codecs
import os
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import PurePath
from typing import Any, ClassVar

from textual import events, work
from textual.app import App, SystemCommand
from textual.binding import BindingType
from textual.command import CommandPalette
from textual.screen import Screen
from textual.worker import WorkerFailed

from reader.errors import ReaderError, Stopped
from reader.newsstand.stand import Stand
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
except ImportError:  # Windows has another one
    linux_driver = None  # type: ignore[assignment]


def _forgiving_decoder(name: str) -> Callable[[], codecs.IncrementalDecoder]:
    """A decoder of keys that survives bytes of no encoding: old terminals report the mouse in them."""
    return partial(codecs.getincrementaldecoder(name), "replace")


class BanmianApp(App[ReaderError | None]):
    """Opens one edition and lets it be read.

    Args:
        session: What is read, and what the world gives to it.
        words: The language to speak.
        capabilities: What the terminal can draw.
    """

    CSS_PATH: ClassVar[list[str | PurePath]] = ["app.tcss", "screens/reading.tcss"]
    TITLE = "banmian"
    BINDINGS: ClassVar[list[BindingType]] = []

    def __init__(self, session: Session, words: Words, capabilities: Capabilities) -> None:
        # Textual's own answer to NO_COLOR is grey; without colours of ours there is none to turn grey.
        colourless = bool(os.environ.get("NO_COLOR"))
        super().__init__(ansi_color=True if colourless else None)
        if linux_driver:
            setattr(linux_driver, "getincrementaldecoder", _forgiving_decoder)  # noqa: B010 - not exported
        self._session = session
        self._words = words
        self._opened: Stand | None = None
        self.crash: BaseException | None = None
        """What nobody caught, after the run."""
        marks = ASCII if capabilities.ambiguous > 1 else Marks()
        style = LineStyle(words, widths(capabilities.ambiguous), marks)
        self.reading = ReadingScreen(style, capabilities, session)
        for theme in THEMES.values():
            self.register_theme(theme)
        kept = THEMES.get(session.positions.theme, PAPER)
        self.theme = (TERMINAL if colourless else kept).name

    def get_default_screen(self) -> Screen[None]:
        """The reading screen is there from the first frame on."""
        return self.reading

    def on_mount(self) -> None:
        """Open the edition once the first frame is painted."""
        self.call_after_refresh(self._open)

    @work(thread=True, exclusive=True, group="open")
    def _open(self) -> None:
        failure: ReaderError | None = None
        for opening in self._session.openings:
            try:
                stand = self._opened = opening()
                for edition in stand.open():
                    self.call_from_thread(self.reading.show_edition, stand, edition)
            except Stopped:  # the reader leaves
                return
            except ReaderError as error:
                failure = failure or error
                self.call_from_thread(self.reading.could_not_resume, error)
            else:
                self.call_from_thread(self.reading.show_all)
                return
        self.call_from_thread(self.exit, failure)

    async def on_event(self, event: events.Event) -> None:
        """A message on the state line lasts until the next key or click."""
        # what is forwarded comes up again later
        if isinstance(event, events.Key | events.MouseDown) and not event.is_forwarded:
            self.reading.clear_message()
        await super().on_event(event)

    def on_load(self) -> None:
        """From here on a signal makes the app leave by its own way out."""
        self._session.watch(lambda code: self.exit(return_code=code))

    def bell(self) -> None:
        """Stay silent: a field that is full would ring for each character of what is pasted."""

    def exit(self, *args: Any, **kwargs: Any) -> None:  # Any: passed on as they are
        """Keep the place, give up what is being fetched, then leave; however one leaves."""
        self.reading.remember()
        self.reading.stop()
        if self._opened is not None:
            self._opened.stop()
        super().exit(*args, **kwargs)

    def _fatal_error(self) -> None:
        """Leave without Textual's page of traceback; `crash` is told in three lines, in a clean terminal."""
        error = self._exception
        self.crash = error.error if isinstance(error, WorkerFailed) else error
        self._close_messages_no_wait()

    def _print_error_renderables(self) -> None:
        """Print nothing; what ended the thread that reads the keys is told like any other crash."""
        if self._exit_renderables and self.crash is None:
            self.crash = self._exception or RuntimeError("the keys could not be read any more")
        self._exit_renderables.clear()

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """The palette lists our commands, under both names."""
        language = self._words.language
        for command in COMMANDS:
            title = f"{command.labels[language]} · {command.labels[1 - language]}"
            run = partial(self.reading.run_action, command.action)
            yield SystemCommand(title, command.helps[language], run)

    def action_command_palette(self) -> None:
        """Show the palette, in our words."""
        if not isinstance(self.screen, CommandPalette):
            placeholder = self._words.say("palette")
            self.push_screen(CommandPalette(id="--command-palette", placeholder=placeholder))

    def action_help_quit(self) -> None:
        """Ctrl+C copies what is selected, as Textual has it; otherwise it copies the article."""
        self.reading.action_copy()
