"""The Textual app."""

import os
from pathlib import PurePath
from typing import Any, ClassVar

from textual import events
from textual.app import App
from textual.binding import BindingType
from textual.driver import Driver
from textual.geometry import Offset
from textual.screen import Screen
from textual.widgets import Input
from textual.worker import WorkerFailed

from reader.errors import ReaderError
from reader.exits import Exit
from reader.typesetting.cells import widths
from reader.typesetting.ladder import Capabilities
from reader.ui.keys import Keyboard, drawn, type_ahead
from reader.ui.screens.reading import ReadingScreen
from reader.ui.session import Session
from reader.ui.spans import ASCII, LineStyle, Marks
from reader.ui.themes import NIGHT, PAPER, SHADES, TERMINAL, THEMES
from reader.words import Words


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
    ENABLE_COMMAND_PALETTE = False

    def __init__(self, session: Session, words: Words, capabilities: Capabilities) -> None:
        # For NO_COLOR Textual turns colours grey; with the terminal's own colours it has none to change.
        colourless = bool(os.environ.get("NO_COLOR"))
        super().__init__(ansi_color=True if colourless else None)
        self._session = session
        self._words = words
        self.crash: BaseException | None = None
        """The unhandled exception, once the app has exited."""
        marks = ASCII if capabilities.ambiguous > 1 else Marks()
        style = LineStyle(words, widths(capabilities.ambiguous), marks)
        self.reading = ReadingScreen(style, capabilities, session)
        for name, theme in THEMES.items():
            self.register_theme(SHADES.get((name, self.console.color_system or ""), theme))
        chosen = THEMES.get(
            session.positions.theme or session.config.theme, NIGHT if capabilities.is_dark else PAPER
        )
        self.theme = (TERMINAL if colourless else chosen).name

    @property
    def cursor_position(self) -> Offset:
        """Where the terminal's cursor stands, looked up for each frame: on that of the field, as input methods open there.

        Textual has it told by a field, which does not know yet where it will be laid out, or where it is moved.
        """
        field = self.focused
        if not isinstance(field, Input):
            return Offset()
        return field.cursor_screen_offset - (int(field.cursor_at_end), 0)  # Textual's is then a cell further

    @cursor_position.setter
    def cursor_position(self, told: Offset) -> None:
        pass

    def get_driver_class(self) -> type[Driver]:
        """Read the terminal in our own way, where Textual reads one as we do."""
        found = super().get_driver_class()
        return Keyboard if issubclass(Keyboard, found) else found

    def get_default_screen(self) -> Screen[None]:
        """Show the reading screen from the first frame on."""
        return self.reading

    def on_mount(self) -> None:
        """What was typed before the start comes first."""
        if self._session.typed:
            self.run_worker(type_ahead(self, self._session.typed, self.reading.begun))

    async def on_event(self, event: events.Event) -> None:
        """A message on the state line lasts until the next key or click; keys after the last are for the shell."""
        if self._exit and isinstance(event, events.InputEvent | events.Paste):
            return
        # a forwarded event arrives here a second time
        if isinstance(event, events.Key | events.MouseDown) and not event.is_forwarded:
            self.reading.clear_message()
        await super().on_event(event)

    def on_resize(self, event: events.Resize) -> None:
        """Draw no more of a window than `limits.LARGEST_WINDOW`; all of it, where it has the size that it had before.

        Two changes in a row may end at the same size, and a terminal has lost meanwhile what it cut off.
        """
        event.size = drawn(event.size)
        if event.size == self.size and self.screen_stack:
            self.screen.refresh()

    def refresh_css(self, animate: bool = True) -> None:
        """Apply a theme; before the first screen comes, which parses all styles, only note its colours."""
        if self.screen_stack:
            super().refresh_css(animate)
        else:
            self.stylesheet.set_variables(self.get_css_variables())

    def on_load(self) -> None:
        """From here on a signal exits the app in the normal way."""
        self._session.watch(lambda code: self.exit(return_code=code))

    def watch_sub_title(self, place: str) -> None:
        """Name the terminal's window by paper and day."""
        if isinstance(self._driver, Keyboard):
            self._driver.show_title(place)

    def bell(self) -> None:
        """Stay silent: a full input field would ring once for each pasted character beyond its limit."""

    def exit(self, *args: Any, **kwargs: Any) -> None:  # Any: passed on as they are
        """Save the reading position and cancel requests before exiting, whatever the reason for it."""
        self.reading.keeping.save()
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

    def action_help_quit(self) -> None:
        """Ctrl+C where nothing is selected: say which keys it may have been meant for; before there is a text, exit."""
        if self.reading.is_empty:
            self.exit(return_code=Exit.INTERRUPTED)
        else:
            self.reading.show_message(self._words.say("ctrl-c"))
