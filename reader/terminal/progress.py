"""One line on standard error that tells how far a command is; nothing where that is not a terminal."""

import contextlib
import signal
import sys
from typing import Self

from reader.typesetting.cells import cells, widths


class Progress:
    """A line that is rewritten in place and erased at the end; a context manager, entered in the main thread.

    Ctrl+C erases it and then ends the process as it would without.
    """

    def __init__(self) -> None:
        self._is_shown = bool(sys.stderr and sys.stderr.isatty())
        self._width = 0
        """Cells of the line that stands there."""

    def __enter__(self) -> Self:
        self._handles = self._is_shown and signal.getsignal(signal.SIGINT) is signal.SIG_DFL
        if self._handles:
            signal.signal(signal.SIGINT, self._on_interrupt)
        return self

    def __exit__(self, *_: object) -> None:
        self.erase()
        if self._handles:
            signal.signal(signal.SIGINT, signal.SIG_DFL)

    def show(self, text: str) -> None:
        """Write a line in place of the last one; it should fit into the narrowest window."""
        if self._is_shown:
            self.erase()
            self._width = cells(text, widths())
            self._write(text)

    def erase(self) -> None:
        """Take the line away, before something else is written."""
        if self._width:
            self._write(f"\r{' ' * self._width}\r")  # understood by every terminal
            self._width = 0

    def _on_interrupt(self, *_: object) -> None:
        self.erase()
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        signal.raise_signal(signal.SIGINT)

    def _write(self, text: str) -> None:
        with contextlib.suppress(OSError, ValueError, RuntimeError):  # a handler may interrupt another write
            sys.stderr.write(text)
            sys.stderr.flush()
