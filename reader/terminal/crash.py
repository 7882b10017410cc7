"""What is reported when the program itself has a bug."""

import traceback
from pathlib import Path

from reader.exits import Exit
from reader.folders import write_whole
from reader.terminal.output import complain
from reader.words import printable

_LINE_CHARACTERS = 240


def report_crash(error: BaseException, log: Path) -> Exit:
    """Write the traceback to a file and three lines to stderr; never raises.

    Args:
        error: The unhandled exception.
        log: The file for the traceback; an older one is replaced.

    Returns:
        The exit code for a bug.
    """
    kept = f"The details are in {log}"
    try:
        write_whole(log, "".join(traceback.format_exception(error)).encode("utf-8", "backslashreplace"))
    except OSError as refusal:
        kept = f"The details could not be kept in {log}: {refusal.strerror}"
    lines = (
        f"banmian has a bug and had to stop: {type(error).__name__}: {error}"[:_LINE_CHARACTERS],
        kept,
        "Please report it with that file, and with the page you were reading.",
    )
    complain(*map(printable, lines))  # a message may quote a hostile page, and a folder may have any name
    return Exit.BUG
