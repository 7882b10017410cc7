"""The process that reads pages: started before the screen, bounded in time and memory, replaced when it ends."""

import sys
import threading
import time
from collections.abc import Callable, Sequence
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, TypeVar, TypeVarTuple, cast

from reader import limits
from reader.apart.pipe import receive, send
from reader.errors import PageError, Stopped
from reader.later import Later

if TYPE_CHECKING:
    import subprocess

    from reader.apart import values
else:  # a command does without it; and it is started before there is a value to send
    subprocess, values = Later("subprocess"), Later("reader.apart.values")

_P = TypeVarTuple("_P")
_R = TypeVar("_R")

_START = "import sys; sys.path[:] = sys.argv[1:]; from reader.worker import main; main()"
_ROOT = Path(__file__).parents[2]
_BROKEN = (EOFError, OSError, ValueError)
"""What an exchange ends with if the process is gone, or answers with anything else."""


def reading_command() -> tuple[str, ...]:
    """What starts the process: this Python, with the same packages and none of the folder it is in."""
    return (sys.executable, "-S", "-P", "-c", _START, str(_ROOT), *filter(None, sys.path))


class Apart:
    """Runs functions in a process of their own, one at a time; safe to use from any thread.

    A call that takes more time or memory than `limits` allows ends the process, and the next one starts another.
    Where none can be started, functions run in the thread that calls them, without these bounds.

    Args:
        command: What to start, with its arguments.
        seconds: Most seconds a call may take.
    """

    running: ClassVar["Apart | None"] = None
    """Where functions marked `apart` run; None to run them where they are called."""

    def __init__(self, command: Sequence[str], seconds: float = limits.DOCUMENT_SECONDS) -> None:
        self._command, self._seconds = command, seconds
        self._lock = threading.Lock()
        self._child: subprocess.Popen[bytes] | None = None
        self._is_ready = self._is_stopped = False
        self.is_possible = True
        """Whether a process can be started, as far as it was tried."""

    def start(self) -> None:
        """Start the process, without waiting until it can read."""
        try:
            self._child = subprocess.Popen(
                self._command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,  # the screen is drawn on stderr
                start_new_session=True,  # the signals of the terminal are not for it: it ends with its pipe
            )
        except (OSError, ValueError):
            self.is_possible = False

    def stop(self) -> None:
        """End the process at once, whatever it is doing; from now on every call raises `Stopped`."""
        self._is_stopped = True
        if self._child is not None:
            self._child.kill()
        with self._lock:
            self._end()

    def call(self, function: Callable[[*_P], _R], *arguments: *_P) -> _R:
        """What a function returns; raises those of our errors that it raises.

        Args:
            function: One that the process knows by its name; it declares the types of what it takes and returns.
            arguments: What it takes.

        Raises:
            PageError: It took too long, or the process ended.
            Stopped: `stop` was called.
        """
        with self._lock:
            if self._is_stopped:
                raise Stopped("stopped")
            if self._is_running():
                return cast("_R", self._ask(function, arguments))
        return function(*arguments)

    def is_ready(self) -> bool:
        """Whether there is a process to ask; it is started if need be, and waited for until it can read."""
        with self._lock:
            return self._is_running()

    def _is_running(self) -> bool:
        if self._child is not None and self._child.poll() is not None:  # it ended while nothing was asked
            self._end()
        if self._child is None and self.is_possible:
            self.start()
        if self._child is not None and not self._is_ready:
            try:
                self._is_ready = self._exchange(limits.START_SECONDS) == b""
            except _BROKEN:
                self._end()
            self.is_possible = self._is_ready
        return self._is_ready

    def _ask(self, function: Callable[..., object], arguments: tuple[object, ...]) -> object:
        try:
            question = values.question(function, arguments)
        except UnicodeEncodeError as error:  # words of the command line and names of files may be no text
            raise PageError("reading-failed", name="", problem=str(error)) from error
        began = time.monotonic()
        try:
            return values.answered(self._exchange(self._seconds, question), function)
        except _BROKEN:
            self._end()
        if time.monotonic() - began < self._seconds:
            raise PageError("reading-ended", name="", mib=limits.DOCUMENT_MIB)
        raise PageError("reading-too-long", name="", seconds=round(self._seconds))

    def _exchange(self, seconds: float, question: bytes = b"") -> bytes:
        """Send a question, if there is one, and wait for an answer; the process ends if none comes in time."""
        child = self._child
        assert child  # noqa: S101 - whoever exchanges has seen to it
        assert child.stdin  # noqa: S101 - it was started with both pipes
        assert child.stdout  # noqa: S101
        timer = threading.Timer(seconds, child.kill)
        timer.daemon = True
        timer.start()
        try:
            if question:
                send(child.stdin, question)
            return receive(child.stdout, limits.ANSWER_BYTES)
        finally:
            timer.cancel()

    def _end(self) -> None:
        child, self._child, self._is_ready = self._child, None, False
        if child:
            child.kill()
            child.communicate()


def apart(function: Callable[[*_P], _R]) -> Callable[[*_P], _R]:
    """Let a function from values to values run in the process that reads pages, if there is one."""

    @wraps(function)
    def run(*arguments: *_P) -> _R:
        if Apart.running is None:
            return function(*arguments)
        return Apart.running.call(function, *arguments)

    return run
