"""The exit codes, which are an interface: scripts depend on them."""

from enum import IntEnum


class Exit(IntEnum):
    """The exit status of the process.

    Source:
        sysexits.h for 65 to 74; 128 + the number of the signal, as shells have it.
    """

    OK = 0
    PARTIAL = 1
    """Nothing was found, or only a part of it."""
    USAGE = 2
    """The command line is wrong, or the terminal is not suitable."""
    NOT_PUBLISHED = 3
    """There was no paper that day."""
    NOT_AN_EDITION = 65
    NO_INPUT = 66
    UNREACHABLE = 69
    BUG = 70
    IO = 74
    INTERRUPTED = 130
