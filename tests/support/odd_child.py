"""A process in place of the one that reads pages: it misbehaves at the first question, once; then it is the real one.

Run it with what to do, and with the path of a file that says that it was done.
"""

import os
import signal
import sys
import time
from pathlib import Path
from typing import Any

from reader import worker
from reader.apart.pipe import receive, send
from reader.sources.base import Fetched

NOTHING = b"\x00" * 8


def stop() -> None:
    """Be stopped, as by a debugger."""
    os.kill(os.getpid(), signal.SIGSTOP)


def sleep() -> None:
    """Take no end of time."""
    time.sleep(3600)


def die() -> None:
    """End without a word."""
    os._exit(3)


def be_killed() -> None:
    """Be killed, as by a system out of memory."""
    os.kill(os.getpid(), signal.SIGKILL)


def allocate() -> None:
    """Take no end of memory."""
    real: Any = worker.FUNCTIONS["read_page"]  # Any: the table holds functions of any kind

    def read_page(fetched: Fetched, encoding: str = "") -> object:
        return bytearray(1 << 40) if fetched.address else real(fetched, encoding)  # the first has no address

    worker.FUNCTIONS["read_page"] = read_page  # type: ignore[assignment]


def babble() -> None:
    """Answer with bytes that are no answer."""
    send(sys.stdout.buffer, b"\x80\x04\x95garbage[[[[{")


def boast() -> None:
    """Announce more than anyone would read."""
    sys.stdout.buffer.write(b"\xff" * 8 + b"x" * 100_000)
    sys.stdout.buffer.flush()


def deceive() -> None:
    """Answer with values of other classes."""
    send(sys.stdout.buffer, b'{"Popen": [["touch", "/tmp/owned"]]}')


def nest() -> None:
    """Answer with lists in lists without end."""
    send(sys.stdout.buffer, b"[" * 1_000_000)


DEEDS = {
    deed.__name__: deed for deed in (stop, sleep, die, be_killed, allocate, babble, boast, deceive, nest)
}


def main() -> None:
    """Misbehave once."""
    deed, done = DEEDS[sys.argv[1]], Path(sys.argv[2])
    if not done.exists():
        done.touch()
        if deed is not allocate:
            send(sys.stdout.buffer, b"")
            receive(sys.stdin.buffer, sys.maxsize)
        deed()
    worker.main()


if __name__ == "__main__":
    main()
