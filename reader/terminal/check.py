"""Whether the app can run on this terminal, and the two streams it needs."""

import codecs
import os
import sys
from collections.abc import Mapping
from typing import TextIO

from reader.errors import UsageError

_KEYBOARD = "/dev/tty"


def check_terminal(environment: Mapping[str, str]) -> None:
    """Make sure that a full screen can be drawn and keys can be read; changes nothing.

    Raises:
        UsageError: stdout is not a terminal; there is no terminal to read keys from; the terminal cannot
            move its cursor; or its encoding is not UTF-8, the only one in which Textual reads keys.
    """
    screen = sys.__stdout__
    if not _is_terminal(screen):
        raise UsageError("no-terminal")
    if not _is_terminal(sys.__stdin__):
        os.close(_open_keyboard())
    if environment.get("TERM") in {"dumb", "unknown"}:
        raise UsageError("dumb-terminal", term=environment["TERM"])
    encoding = screen.encoding if screen else ""
    if codecs.lookup(encoding).name != "utf-8":
        raise UsageError("no-han", encoding=encoding)


def keys_from_terminal() -> None:
    """Read keys from the controlling terminal where stdin is not one, as after `curl … | banmian -`.

    Call this once all of stdin has been read: from then on file descriptor 0 is the terminal.

    Raises:
        UsageError: There is no controlling terminal.
    """
    if not _is_terminal(sys.__stdin__):
        keyboard = _open_keyboard()
        os.dup2(keyboard, 0)
        os.close(keyboard)


def draw_on_terminal() -> None:
    """Draw on stdout where stderr is not a terminal: Textual draws on stderr, and `2>log` would blank it."""
    if not _is_terminal(sys.__stderr__):
        sys.__stderr__ = sys.__stdout__  # type: ignore[misc]  # Textual takes its screen from this name


def _is_terminal(stream: TextIO | None) -> bool:
    return stream is not None and stream.isatty()


def _open_keyboard() -> int:
    """Open the controlling terminal and return its file descriptor."""
    try:
        return os.open(_KEYBOARD, os.O_RDWR)
    except OSError as error:
        raise UsageError("no-keys") from error
