"""Ends a command that takes more time than it may."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager

from reader.errors import Overdue


@contextmanager
def limited(seconds: float) -> Iterator[None]:
    """Raise `Overdue` when the process has used so many seconds of CPU time; waiting for a pipe or a site is none.

    Enter it in the main thread. A system without such a clock limits nothing.
    """

    def stop(*_: object) -> None:
        raise Overdue("overdue", seconds=round(seconds))

    if not hasattr(signal, "setitimer"):
        yield
        return
    before = signal.signal(signal.SIGPROF, stop)
    # Python drops what is raised where an object is deleted, so it is raised again each second.
    signal.setitimer(signal.ITIMER_PROF, seconds, 1.0)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def renew(seconds: float) -> None:
    """Count from here again, if the process is limited: many small documents are no single one that takes long."""
    if hasattr(signal, "setitimer") and any(signal.getitimer(signal.ITIMER_PROF)):
        signal.setitimer(signal.ITIMER_PROF, seconds, 1.0)
