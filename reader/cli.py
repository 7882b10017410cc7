"""The command line, and the composition root. Imports little until it knows what is asked."""

import sys

import reader


def main(arguments: list[str] | None = None) -> int:
    """Run the program.

    Args:
        arguments: The words after the program's name; those of the process by default.

    Returns:
        The exit code.
    """
    words = sys.argv[1:] if arguments is None else arguments
    if words in (["--version"], ["-V"]):
        print("banmian", getattr(reader, "__version__", "?"))
        return 0
    print("usage: banmian [TARGET]", file=sys.stderr)
    return 2
