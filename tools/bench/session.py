"""A program on a real terminal, and the time its answers take."""

import contextlib
import os
import pty
import re
import select
import signal
import subprocess
import sys
import termios
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import NamedTuple, Self

SIZE = (36, 120)
"""Rows and columns."""

QUIET = 0.08
"""Seconds without output after which a screen counts as settled; they are no part of any figure."""

KEPT = 200_000
"""Bytes of what was written last that are looked through."""

DEADLINE = 60.0
"""Seconds any answer may take."""

ASKED, ANSWERED = b"\x1b[c", b"\x1b[?62;c"
"""What nearly every terminal is asked and answers at once; who asks would else wait for one that is silent."""

_ESCAPES = re.compile(rb"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|[()][0-9A-B]|[=>78M])")


class Answer(NamedTuple):
    """Seconds from a key to the first and the last byte it caused."""

    first: float
    settled: float


class Session:
    """A program in a pty, from its start on.

    Args:
        command: The program and its arguments.
        environment: All its variables.
    """

    def __init__(self, command: Sequence[str], environment: Mapping[str, str]) -> None:
        self._master, slave = pty.openpty()
        termios.tcsetwinsize(slave, SIZE)
        self._fresh = self._written = b""
        self._started = time.perf_counter()
        self._process = subprocess.Popen(
            command, stdin=slave, stdout=slave, stderr=slave, env=dict(environment), start_new_session=True
        )
        os.close(slave)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()
        os.close(self._master)

    def until(self, text: str) -> float:
        """Seconds from the start until a text was written to the screen."""
        return self._until(text, self._started)

    def send_until(self, keys: str, text: str) -> float:
        """Seconds from some keys until a text was written to the screen."""
        sent = self._send(keys)
        self._written = b""
        return self._until(text, sent)

    def press(self, key: str) -> Answer:
        """Press a key that changes the screen, and wait until it is settled."""
        sent = self._send(key)
        if not self._read(DEADLINE):
            raise TimeoutError(f"nothing came after {key!r}")
        first = last = time.perf_counter()
        while self._read(QUIET):
            last = time.perf_counter()
        return Answer(first - sent, last - sent)

    def rest(self, seconds: float) -> None:
        """Wait until nothing was written for so long."""
        while self._read(seconds):
            pass

    @property
    def resident(self) -> float:
        """Megabytes of memory in use; 0 where the system does not tell."""
        return _resident(self._process.pid)

    @property
    def resident_apart(self) -> float:
        """The same of the processes it has started, together."""
        return sum(map(_resident, self._children()))

    @property
    def processor(self) -> float:
        """Seconds of processor time used until now, by all threads; 0 where the system does not tell."""
        return _processor(self._process.pid)

    @property
    def processor_apart(self) -> float:
        """The same of the processes it has started, together."""
        return sum(map(_processor, self._children()))

    def _children(self) -> list[int]:
        files = Path(f"/proc/{self._process.pid}/task").glob("*/children")
        return [int(child) for file in files for child in _told(file).split()]

    def _send(self, keys: str) -> float:
        self.rest(0)
        sent = time.perf_counter()
        os.write(self._master, keys.encode())
        return sent

    def _until(self, text: str, start: float) -> float:
        while text.encode() not in (shown := _ESCAPES.sub(b"", self._written)):
            if not self._read(DEADLINE):
                raise TimeoutError(f"never came: {text!r}\n{shown.decode(errors='replace')}")
        return time.perf_counter() - start

    def _read(self, seconds: float) -> bool:
        """Take what was written, waiting at most so long; whether there was any."""
        self._fresh = b""
        if select.select([self._master], [], [], seconds)[0]:
            with contextlib.suppress(OSError):  # the program ended
                self._fresh = os.read(self._master, 65536)
            if ASKED in self._fresh:
                os.write(self._master, ANSWERED)
        self._written = (self._written + self._fresh)[-KEPT:]
        return bool(self._fresh)


def _resident(process: int) -> float:
    found = re.search(r"VmRSS:\s+(\d+) kB", _told(Path(f"/proc/{process}/status")))
    return int(found[1]) / 1024 if found else 0.0


def _processor(process: int) -> float:
    files = Path(f"/proc/{process}/task").glob("*/schedstat")
    return sum(int(_told(file).partition(" ")[0] or 0) for file in files) / 1e9


def _told(file: Path) -> str:
    """What the system tells in a file; nothing if there is none, or what it is about has ended."""
    with contextlib.suppress(OSError):
        return file.read_text()
    return ""


def seconds_to_end(command: Sequence[str], environment: Mapping[str, str]) -> float:
    """Seconds a program takes from its start to its end, its output thrown away."""
    start = time.perf_counter()
    subprocess.run(
        command, env=dict(environment), stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, check=True
    )
    return time.perf_counter() - start


def environment(home: Path) -> dict[str, str]:
    """The same variables on every machine but the place of the sources."""
    return {
        "BANMIAN_HOME": str(home / "banmian"),
        "BANMIAN_LANG": "zh",
        "COLORTERM": "truecolor",
        "HOME": str(home),
        "LANG": "C.UTF-8",
        "LESSCHARSET": "utf-8",
        "PATH": os.environ.get("PATH", os.defpath),
        "PYTHONPATH": str(Path(__file__).parents[2]),
        "TERM": "xterm-256color",
    }


def python(*arguments: str | Path) -> list[str]:
    """A command of the Python that $BANMIAN_BENCH_PYTHON names, by default this same one."""
    return [os.environ.get("BANMIAN_BENCH_PYTHON", sys.executable), *map(str, arguments)]
