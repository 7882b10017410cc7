"""Runs the `banmian` program, installed or by `python -m reader`."""

import sys

from reader.terminal.interrupt import end_on_interrupt


def run() -> int:
    """Run the program in a process of its own; returns its exit code."""
    end_on_interrupt()
    from reader.cli import main  # noqa: PLC0415 - what is imported takes a while, in which Ctrl+C may come

    return main()


if __name__ == "__main__":
    sys.exit(run())
