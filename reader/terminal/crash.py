"""What is said when the program itself was wrong."""

import contextlib
import sys
import traceback
from pathlib import Path

from reader.terminal.exits import Exit

_MESSAGE_CHARACTERS = 200


def report_crash(error: BaseException, log: Path) -> Exit:
    """Keep the traceback in a file and say three lines on stderr; never raises.

    Args:
        error: What nobody caught.
        log: The file for the traceback; an older one is replaced.

    Returns:
        The exit code for a bug.
    """
    kept = f"The details are in {log}"
    try:
        log.parent.mkdir(parents=True, exist_ok=True)
        log.write_text("".join(traceback.format_exception(error)), "utf-8", "backslashreplace")
    except OSError as refusal:
        kept = f"The details could not be kept in {log}: {refusal.strerror}"
    lines = (
        f"banmian has a bug and had to stop: {_one_line(error)}",
        kept,
        "Please report it with that file, and with the page you were reading.",
    )
    with contextlib.suppress(OSError, AttributeError):  # the terminal may be what went away
        sys.stderr.write("\n".join(lines) + "\n")
        sys.stderr.flush()
    return Exit.BUG


def _one_line(error: BaseException) -> str:
    """Name and message in one line that is safe to print: a message may quote a hostile page."""
    text = f"{type(error).__name__}: {error}"[:_MESSAGE_CHARACTERS]
    return "".join(character if character.isprintable() else "�" for character in text)
