"""The exit codes. They are an interface: scripts depend on them."""

from enum import IntEnum


class Exit(IntEnum):
    """What the process says as it ends.

    Source:
        sysexits.h for 65 to 74; above 128, 128 + the signal's number, as shells have it.
    """

    OK = 0
    PARTIAL = 1
    """Nothing was found, or only a part."""
    USAGE = 2
    """The command line or the terminal cannot be used as asked."""
    NOT_PUBLISHED = 3
    """There was no paper that day."""
    NOT_AN_EDITION = 65
    NO_INPUT = 66
    UNREACHABLE = 69
    BUG = 70
    IO = 74
    INTERRUPTED = 130
