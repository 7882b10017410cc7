"""What the terminal sends: read as keys or as nothing, handed on key by key, within limits."""

import asyncio
import os
import re
import select
from codecs import getincrementaldecoder
from collections.abc import Iterable
from concurrent import futures
from contextlib import suppress
from io import StringIO
from time import monotonic
from typing import Any

from textual import constants, events
from textual._parser import ParseTimeout
from textual._xterm_parser import XTermParser
from textual.app import App, ScreenError
from textual.geometry import Size
from textual.message import Message

from reader import limits
from reader.terminal import title as titles
from reader.terminal.guard import watch_window

try:
    from textual.drivers.linux_driver import LinuxDriver
except ImportError:  # Windows has another driver
    from textual.driver import Driver as LinuxDriver  # type: ignore[assignment]

_ESC, _STRING_END, _NO_CHARACTER = "\x1b", "\x1b\\", "\ufffd"
_PASTE, _PASTE_END = "\x1b[200~", "\x1b[201~"
_BEGUN = re.compile(r"(?s)(?:\x1b(?:\[M[^\x1b]{0,2}|\[\[|[O[][0-?]*[ -/]*|[]PX^_][^\x07\x1b]*)?)?\Z")
"""At the end, a sequence that may go on: by ECMA-48, a mouse report of old, a key of the Linux console."""
_PIECE = re.compile(
    r"(?s)\x1b\[(?:M[^\x1b]{3}|\[[^\x1b]|\d+\$)|\x1b[O[][0-?]*[ -/]*[@-~]?|\x1b[]PX^_][^\x07\x1b]*\x07?"
    r"|\x1b[^\x1b]?|."
)
"""A sequence, one of rxvt among them, or a character."""
_LONGEST = 32
"""Characters of a sequence that are kept; a longer one means nothing."""
_ROUNDS = 3
"""What a key sets off may set off more, twice."""


class KeyParser(XTermParser):
    """Makes messages of what the terminal sends, and raises nothing, whatever that is.

    Textual is given each character, and each sequence once it is whole. A sequence that means nothing to it, or that
    a pause breaks off, is dropped. Many characters at once are a paste, where a terminal does not say so itself.
    """

    _begun = ""
    _pasted: StringIO | None = None
    """What has come of a paste; None while none is coming."""

    def feed(self, data: str) -> Iterable[Message]:
        data = self._begun + data
        self._begun = "".join(_BEGUN.findall(data))
        pieces = _PIECE.findall(data.removesuffix(self._begun))
        is_burst = len(pieces) > limits.BURST_KEYS and self._pasted is None
        if is_burst and len(set(pieces)) == 1:  # a key held down, and we are far behind
            pieces.clear()
        elif is_burst and _ESC not in data:
            pieces.insert(0, _PASTE)
        for piece in pieces:
            yield from self._read(piece)
        if self._pasted is not None and len(self._begun) >= len(_PASTE_END):
            yield from self._read(self._begun)
            self._begun = ""
        self._begun = self._begun[: _LONGEST + 1]
        pause = constants.ESCAPE_DELAY if self._pasted is None else limits.PASTE_SECONDS
        self._timeout_time = monotonic() + pause

    def tick(self) -> Iterable[Message]:
        """After a pause nothing goes on that had begun."""
        if self._timeout_time is not None and monotonic() >= self._timeout_time:
            self._timeout_time = None
            yield from self._understood(self._begun) if self._pasted is None else self._read(_PASTE_END)
            self._begun = ""

    def _read(self, piece: str) -> Iterable[Message]:
        if self._pasted is None:
            self._pasted = StringIO() if piece == _PASTE else None
            if piece == _ESC or not _BEGUN.fullmatch(piece):  # else it breaks off
                yield from self._understood(piece)
        elif piece == _PASTE_END:
            yield events.Paste(self._pasted.getvalue().replace("\0", ""))
            self._pasted = None
        elif self._pasted.tell() <= limits.PAGE_BYTES:  # more is no page
            self._pasted.write(piece)

    def _understood(self, piece: str) -> list[Message]:
        """What a character or sequence means to Textual; Esc, and Alt with a character, are no part of a longer one."""
        found: list[Message] = []
        if piece in ("", _STRING_END, _NO_CHARACTER) or len(piece) > _LONGEST:
            return found
        with suppress(Exception):  # numbers that no key has
            reading = self.parse(found.append)
            awaited = [next(reading), *map(reading.send, piece)][-1]
            if awaited.timeout is not None and len(piece) <= len(_ESC + "["):
                reading.throw(ParseTimeout())
        return found


async def type_in(app: App[Any], typed: str) -> None:
    """Send an app what was typed, each key once it has acted on the one before."""
    for message in KeyParser().feed(typed):
        app.post_message(message)
        await acted_on(app)


_LEAVING = {"q", "\x03"}


async def type_ahead(app: App[Any], typed: str, begun: asyncio.Event) -> None:
    """Send an app what was typed before there was something to read, once there is.

    That is not waited for where somebody wants to leave, and not for longer than `limits.BEGIN_SECONDS`.
    """
    with suppress(TimeoutError):
        async with asyncio.timeout(0 if _LEAVING & set(typed) else limits.BEGIN_SECONDS):
            await begun.wait()
    await type_in(app, typed)


async def acted_on(app: App[Any]) -> None:
    """Wait until an app has acted on all it was sent, and so decided where the next key goes."""
    with suppress(TimeoutError, ScreenError):
        async with asyncio.timeout(limits.KEY_SECONDS):
            for _ in range(_ROUNDS):
                for pump in (app, *(app.focused or app.screen).ancestors_with_self):
                    passed = asyncio.Event()
                    if pump.call_later(passed.set):
                        await passed.wait()


class Keyboard(LinuxDriver):
    """Textual's driver, that a terminal can neither stop by what it sends nor fill by how much.

    A key is read when the one before has been acted on, so it goes where it would go if it were typed slowly.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # Any: passed on as they are
        super().__init__(*args, **kwargs)
        self._size = drawn(self._get_terminal_size())  # where none is told, Rich would take another

    def start_application_mode(self) -> None:
        """Enter the terminal, and name its window, where its own title will come back."""
        super().start_application_mode()  # type: ignore[no-untyped-call]  # theirs
        watch_window(self._window_changed)
        if titles.takes_titles(os.environ):
            self.write(titles.KEEP)
            self.show_title(self._app.sub_title)

    def stop_application_mode(self) -> None:
        if titles.takes_titles(os.environ):
            self.write(titles.GIVE_BACK)
        super().stop_application_mode()

    def show_title(self, place: str) -> None:
        """Name the terminal's window by what is read in it."""
        if titles.takes_titles(os.environ):
            self.write(titles.title(place))

    def run_input_thread(self) -> None:
        """Read the terminal until the app leaves it."""
        parser, decoder = KeyParser(), getincrementaldecoder("utf-8")("replace")
        while not self.exit_event.is_set():
            is_ready = select.select((self.fileno,), (), (), 0.1)[0]
            text = decoder.decode(os.read(self.fileno, 4096)) if is_ready else ""
            messages = (*(parser.feed(text) if text else ()), *parser.tick())
            for message in messages:
                self.process_message(message)
                if isinstance(message, events.Key | events.Paste) or message is messages[-1]:
                    self._wait()

    def disable_input(self) -> None:
        """Read no more; what the reading thread has turned on since it was told to end is turned off again."""
        super().disable_input()
        self._disable_in_band_window_resize()
        self._disable_mouse_support()

    def _wait(self) -> None:
        """Give the app time to act; not for ever, as it may wait for a terminal that waits for us to read."""
        acted, began = asyncio.run_coroutine_threadsafe(acted_on(self._app), self._loop), monotonic()
        while not (acted.done() or self.exit_event.is_set()) and monotonic() - began < limits.KEY_SECONDS:
            futures.wait((acted,), 0.05)

    def _window_changed(self) -> None:
        with suppress(RuntimeError):  # the loop has just closed
            self._loop.call_soon_threadsafe(self._tell_size)  # in its turn: one signal may interrupt another

    def _tell_size(self) -> None:
        """Tell the app the size that the window has now, unless the terminal itself tells it."""
        if not self._in_band_window_resize:
            size = Size(*self._get_terminal_size())
            self._app.post_message(events.Resize(size, size))

    def _sigcont_application(self, *_: object) -> None:
        with suppress(RuntimeError):  # the loop has just closed
            self._loop.call_soon_threadsafe(self._come_back)  # as one signal may interrupt another

    def _come_back(self) -> None:
        """Enter the terminal again; where nothing had stopped us, leave it first, so that no mode is set twice."""
        if self._key_thread is not None and self._key_thread.is_alive():
            self.suspend_application_mode()
            self._must_signal_resume = True
        if self._must_signal_resume:
            self.resume_application_mode()


def drawn(size: tuple[int, int]) -> Size:
    """What is drawn of a window of some columns and rows; a terminal may tell any."""
    (columns, rows), (most_columns, most_rows) = size, limits.LARGEST_WINDOW
    return Size(max(1, min(most_columns, columns)), max(1, min(most_rows, rows)))
