"""A process in place of the one that reads pages: it misbehaves at a question, once; then it is the real one.

Run it with what to do, with the path of a file that says that it was done, and with that of the document at which
it does it; by default the first.
"""

import os
import signal
import sys
import time
from pathlib import Path

from msgspec.msgpack import encode

from reader import limits, worker
from reader.apart.pipe import receive, send
from reader.terminal.bounds import bound_memory

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
    bound_memory(limits.DOCUMENT_MIB)
    hoard = []
    while True:
        hoard.append(bytes(1 << 26))  # which no memory has to be filled for


def babble() -> None:
    """Answer with bytes that are no answer."""
    send(sys.stdout.buffer, b"\x80\x04\x95garbage[[[[{")


def boast() -> None:
    """Announce more than anyone would read."""
    sys.stdout.buffer.write(b"\xff" * 8 + b"x" * 100_000)
    sys.stdout.buffer.flush()


def deceive() -> None:
    """Answer with values of other classes."""
    send(sys.stdout.buffer, encode((("Popen", "touch", {"path": "owned"}), None)))


def nest() -> None:
    """Answer with lists in lists without end."""
    send(sys.stdout.buffer, b"\x91" * 1_000_000)


DEEDS = {
    deed.__name__: deed for deed in (stop, sleep, die, be_killed, allocate, babble, boast, deceive, nest)
}


def main() -> None:
    """Misbehave once."""
    deed, done = DEEDS[sys.argv[1]], Path(sys.argv[2])
    document = Path(sys.argv[3]).read_bytes() if sys.argv[3:] else b""
    if not done.exists():
        send(sys.stdout.buffer, b"")
        while document not in (question := receive(sys.stdin.buffer, sys.maxsize)):
            send(sys.stdout.buffer, worker.answer_to(question))
        done.touch()
        deed()
    worker.main()


if __name__ == "__main__":
    main()
