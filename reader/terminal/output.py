"""Writes to the standard streams of a command, whatever has become of them: closed, full, or read by nobody."""

import contextlib
import errno
import os
import sys
from pathlib import Path

from reader.errors import OutputError


def write_answer(answer: str) -> None:
    """Write a command's answer to standard output, all of it.

    Raises:
        OutputError: It cannot be written, or there is no standard output.
        BrokenPipeError: The reader of the pipe closed it.
    """
    try:
        sys.stdout.write(answer)
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except (OSError, AttributeError) as error:  # a stream that is closed from the start is None
        reason = getattr(error, "strerror", "") or os.strerror(errno.EBADF)
        raise OutputError("output-failed", reason=reason) from error


def complain(*lines: str) -> None:
    """Write what went wrong to standard error, if that can be written to."""
    with contextlib.suppress(OSError, AttributeError):
        sys.stderr.writelines(f"{line}\n" for line in lines)
        sys.stderr.flush()


def forget_closed_streams() -> None:
    """Redirect streams that take no more to the null device: a failed flush would make Python exit with 120."""
    for stream in filter(None, (sys.__stdout__, sys.__stderr__)):
        try:
            stream.flush()
        except OSError:
            with Path(os.devnull).open("wb") as nowhere:
                os.dup2(nowhere.fileno(), stream.fileno())
