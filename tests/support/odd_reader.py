"""The reader with a process that misbehaves in place of the one that reads pages, and less patience with it.

Run it with the words of `odd_child`, and with what to open.
"""

import sys

from reader import limits

limits.DOCUMENT_SECONDS = 3  # before it is read as a default

from reader import cli  # noqa: E402


def main() -> int:
    """Run the reader; its exit code."""
    *odd, target = sys.argv[1:]
    command = (sys.executable, "-m", "tests.support.odd_child", *odd)
    vars(cli)["reading_command"] = lambda: command
    return cli.main([target])


if __name__ == "__main__":
    sys.exit(main())
