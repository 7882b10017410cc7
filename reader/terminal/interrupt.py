"""Ctrl+C before the full screen; imports next to nothing, as it may come at any moment."""

import signal


def end_on_interrupt() -> None:
    """Let Ctrl+C end the process as the system does, unless it is ignored: nothing is printed, not even within an import."""
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
