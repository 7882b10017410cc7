"""The processes of a reader, where the system tells of them in files."""

import contextlib
import time
from collections.abc import Iterator
from pathlib import Path

CAN_TELL = Path("/proc/self/environ").exists()
_PATIENCE = 10.0
"""Seconds in which a process that nobody needs has to end."""


def children(process: int) -> list[int]:
    """The processes that one has started."""
    found: list[int] = []
    for task in Path(f"/proc/{process}/task").glob("*/children"):
        with contextlib.suppress(OSError):  # one of its threads has just ended
            found += map(int, task.read_text().split())
    return found


def at_home(home: Path) -> Iterator[int]:
    """Every process whose HOME is a folder, whoever started it, and whenever."""
    for folder in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):  # it has ended, or is not ours
            if f"HOME={home}".encode() in (folder / "environ").read_bytes().split(b"\0"):
                yield int(folder.name)


def wait_until_gone(home: Path) -> None:
    """Wait until no process of a home is left."""
    end = time.monotonic() + _PATIENCE
    while left := list(at_home(home)):
        assert time.monotonic() < end, f"still running: {left}"
        time.sleep(0.02)
