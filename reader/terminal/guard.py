"""Restores the terminal, however the program ends."""

import contextlib
import os
import select
import signal
import sys
import threading
from collections.abc import Callable
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any, Self

from reader import limits
from reader.terminal.output import forget_closed_streams

_HAS_TERMIOS = find_spec("termios") is not None  # Windows has no terminal attributes to save
if _HAS_TERMIOS:
    import termios

if TYPE_CHECKING:
    from asyncio import AbstractEventLoop

_SIGNALS = tuple(
    getattr(signal, name) for name in ("SIGHUP", "SIGINT", "SIGQUIT", "SIGTERM") if hasattr(signal, name)
)
_LOCAL_FLAGS = 3  # index in the list that tcgetattr returns
_ALWAYS_LEFT = (  # on by Textual 8
    b"\x1b[?1016l"  # mouse in pixels
    b"\x1b[?2048l"  # in-band resize reports, if the terminal's answer came late
    b"\x1b]22;\x07"  # the pointer's shape, if it was over something clickable
)
_LEFT_BY_A_WRECK = (
    b"\x1b[?2026l"  # synchronized output; first, or a half-drawn frame would hold back what follows
    b"\x1b[?1000l\x1b[?1003l\x1b[?1015l\x1b[?1006l\x1b[?1004l"  # mouse, focus
    b"\x1b[?2004l"  # bracketed paste
    b"\x1b[23;0t"  # the window's title, as `title` keeps it
    b"\x1b[<u"  # keyboard: each screen has its own stack, so before the next line
    b"\x1b[?1049l\x1b[?25h\x1b[?7h\x1b[0m"  # alternate screen, cursor, line wrap, style
)


class TerminalGuard:
    """Saves the state of the terminal and restores it; a context manager around the whole run of the app.

    On exit, whatever the reason, the attributes of the terminal are what they were on entry and no mode is
    left on. A signal, or a terminal that closes, exits the app in the normal way once `watch` has been called;
    before that, and if the app takes longer than `limits.LEAVE_SECONDS`, the process ends at once, with the
    terminal restored. Until then what is typed waits for the app. Enter it in the main thread.
    """

    exit_code: int | None = None
    """128 + the signal that ended the run, which overrides the app's own code; None if there was none."""

    _attributes: list[Any] | None = None  # Any: termios says no more
    _handlers: dict[int, Any]  # Any: a handler is a callable, a number or None
    _leave: Callable[[int], object] | None = None

    def __enter__(self) -> Self:
        self._attributes = _attributes()
        self._handlers = {number: signal.signal(number, self._on_signal) for number in _SIGNALS}
        if hasattr(signal, "SIGALRM"):
            self._handlers[signal.SIGALRM] = signal.signal(signal.SIGALRM, self._end_now)
        self._hold_keys()
        return self

    def __exit__(self, *_: object) -> None:
        self.restore()
        forget_closed_streams()
        _set_deadline(0)
        for number, handler in self._handlers.items():
            signal.signal(number, handler or signal.SIG_DFL)

    def watch(self, loop: "AbstractEventLoop", leave: Callable[[int], object]) -> None:
        """From now on exit the app in the normal way when a signal arrives or the terminal closes.

        Args:
            loop: The event loop the app runs in.
            leave: Called in that loop, at most once, with the exit code. Pass it before the app enters
                application mode (Textual: `on_load`), as a signal may arrive at any moment.
        """
        self._leave = lambda code: loop.call_soon_threadsafe(leave, code)
        if self._attributes is not None:
            termios.tcsetattr(0, termios.TCSANOW, self._attributes)  # what was typed stays; the app reads it
            threading.Thread(target=_await_hangup, name="hangup", daemon=True).start()

    def write(self, questions: bytes) -> bool:
        """Write to the terminal; returns whether there is one, whose answers are held like keys."""
        if self._attributes is not None:
            _write(questions)
        return self._attributes is not None

    def _hold_keys(self) -> None:
        """Let what is typed before the app reads it be neither shown nor changed; Ctrl+C still interrupts."""
        if held := _attributes():
            held[0] &= ~termios.ICRNL  # Enter stays Enter
            held[_LOCAL_FLAGS] &= ~(termios.ECHO | termios.ICANON)
            termios.tcsetattr(0, termios.TCSANOW, held)

    def hurry(self) -> None:
        """Let the app exit within `limits.LEAVE_SECONDS`, or end the process with the terminal restored."""
        _set_deadline(limits.LEAVE_SECONDS)

    def restore(self) -> None:
        """Restore attributes and modes, once; a terminal that is gone is ignored."""
        found, self._attributes = self._attributes, None
        if found is None:
            return
        with contextlib.suppress(OSError, termios.error):
            now = termios.tcgetattr(0)
            # Leaving the alternate screen twice would move the cursor over what was printed since.
            is_wreck = (
                now[_LOCAL_FLAGS] ^ found[_LOCAL_FLAGS]
            ) & termios.ISIG  # the app's own, unlike ICANON
            termios.tcflush(0, termios.TCIFLUSH)  # mouse reports and late answers, not for the shell
            termios.tcsetattr(0, termios.TCSANOW, found)
            _write((_LEFT_BY_A_WRECK if is_wreck else b"") + _ALWAYS_LEFT)

    def _on_signal(self, number: int, _frame: object) -> None:
        # A plain handler, not one of the event loop: it must run while a frozen terminal blocks the loop.
        if self.exit_code is not None:
            return
        self.exit_code = 128 + number
        if self._leave is None:
            self._end_now(number, None)
        else:
            _set_deadline(limits.LEAVE_SECONDS)
            with contextlib.suppress(RuntimeError):  # the loop has just closed: the app is exiting already
                self._leave(self.exit_code)

    def _end_now(self, _number: int, _frame: object) -> None:
        _set_deadline(1)  # don't wait for a terminal that freezes during the write
        self.restore()
        os._exit(self.exit_code or 0)


def watch_window(changed: Callable[[], None]) -> None:
    """Call a function whenever the window has another size: within the signal, which another may interrupt."""
    signal.signal(signal.SIGWINCH, lambda *_: changed())


def _attributes() -> list[Any] | None:  # Any: termios says no more
    """The attributes of the terminal the keys come from; None if there is none."""
    if not _HAS_TERMIOS:
        return None
    with contextlib.suppress(OSError, termios.error):
        return termios.tcgetattr(0)
    return None


def _set_deadline(seconds: int) -> None:
    if hasattr(signal, "alarm"):
        signal.alarm(seconds)


def _write(modes: bytes) -> None:
    """Write to the stream the app draws on, unless the terminal accepts no more output."""
    screen = sys.__stderr__
    if screen and select.select((), (screen,), (), 0)[1]:
        os.write(screen.fileno(), modes)


def _await_hangup() -> None:
    """Wait for the terminal to close, and send the SIGHUP that the kernel does not always send.

    Without it Textual would read end-of-file in a busy loop.
    """
    terminal = select.poll()
    terminal.register(0, 0)  # no event requested: a hangup is always reported
    if any(event & select.POLLHUP for _, event in terminal.poll()):  # macOS may report POLLNVAL for a tty
        os.kill(os.getpid(), signal.SIGHUP)  # the process, not this thread: its main thread must wake
