"""Bounds that the system keeps on a process, whatever the process is busy with."""

import contextlib
import signal
from importlib.util import find_spec

if find_spec("resource"):  # Windows has none
    import resource


def bound_memory(mib: int) -> None:
    """Let this process have no more memory, in MiB: what needs more raises `MemoryError`."""
    with contextlib.suppress(NameError, OSError, ValueError):  # macOS refuses it
        resource.setrlimit(resource.RLIMIT_AS, (mib * 1024 * 1024,) * 2)


def end_after(seconds: float) -> None:
    """Let this process be ended in some seconds, even while an expression is matched; 0 takes that back."""
    if hasattr(signal, "setitimer"):
        signal.signal(signal.SIGALRM, signal.SIG_DFL)  # a handler in Python would wait for the match to end
        signal.setitimer(signal.ITIMER_REAL, seconds)
