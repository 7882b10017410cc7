"""A real terminal for tests: a pty, a screen to look at, and every byte that was written."""

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
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import pyte

from tests.support.oracle import modes_on
from tests.support.personas import Persona

DEADLINE = 15.0
"""Seconds any wait may take before it fails with the screen as it then was."""

QUIET = 0.2
"""Seconds without a byte after which a frame counts as whole."""

CELL = (10, 20)
"""Pixels of one cell, told to a program that asks."""

ROOT = Path(__file__).parents[2]

# Becomes the leader of the pty's foreground group, as a shell's child would be, then the program.
_LAUNCH = """
import fcntl, os, sys, termios
if sys.argv.pop(1) == "owns":
    fcntl.ioctl(1, termios.TIOCSCTTY, 0)
os.execv(sys.argv[1], sys.argv[1:])
"""
# What pyte 0.8 would draw as text: keyboard protocol, queries, OSC of any kind.
_NOT_FOR_PYTE = re.compile(
    rb"\x1b\[[<>=][0-9;]*[a-zA-Z]|\x1b\[c|\x1b\[\?[0-9;]*\$p|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)"
)
_UNFINISHED = re.compile(rb"\x1b(?:\[[0-?]*[ -/]*|\][^\x07\x1b]*\x1b?)?\Z")


class Terminal:
    """A program running in a pty.

    Args:
        command: Arguments after `python`.
        home: An empty folder; HOME, BANMIAN_HOME and the only folder of PATH (`tools`) are in it.
        columns: Width in cells.
        rows: Height in cells.
        environment: Variables on top of a clean environment.
        answering: Whether the terminal answers questions about modes; a silent one never does.
        persona: What the terminal answers when asked what it is; nothing by default.
        stdin: What is piped in, instead of the keyboard.
        stderr: A file stderr is sent to, instead of the screen.
        owned: Whether the program may be told of a hang-up by signal (a controlling terminal).
    """

    def __init__(
        self,
        command: Sequence[str],
        *,
        home: Path,
        columns: int = 100,
        rows: int = 30,
        environment: Mapping[str, str] | None = None,
        answering: bool = False,
        persona: Persona | None = None,
        stdin: bytes | None = None,
        stderr: Path | None = None,
        owned: bool = True,
    ) -> None:
        self.raw = bytearray()
        self.home = home
        self._answering, self._persona = answering, persona
        self._unfinished = b""
        self._screen = pyte.Screen(columns or 80, rows or 24)  # of none, it is to be taken for usual
        self._shown: tuple[str, ...] = ()  # its rows as text, until something is written
        self._stream = pyte.ByteStream(self._screen)
        self._master, self._slave = pty.openpty()
        termios.tcsetwinsize(self._slave, (rows, columns))
        self.found: list[Any] = self.attributes()
        (home / "tools").mkdir(exist_ok=True)
        with contextlib.ExitStack() as stack:
            errors = self._slave if stderr is None else stack.enter_context(stderr.open("wb"))
            self.process = subprocess.Popen(
                [sys.executable, "-ISc", _LAUNCH, "owns" if owned else "borrows", sys.executable, *command],
                stdin=self._slave if stdin is None else subprocess.PIPE,
                stdout=self._slave,
                stderr=errors,
                env=clean_environment(home) | dict(environment or {}),
                cwd=home,
                start_new_session=True,
            )
        if self.process.stdin is not None:
            self.process.stdin.write(stdin or b"")
            self.process.stdin.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()
        self.hang_up()

    def attributes(self) -> list[Any]:
        """The attributes of the terminal as they are now; `found` has those from before the program."""
        return termios.tcgetattr(self._slave)

    def text(self) -> tuple[str, ...]:
        """The rows of the screen, without the blanks at their ends."""
        if not self._shown:
            buffer = self._screen.buffer
            self._shown = tuple(
                "".join(buffer[row][column].data for column in range(self._screen.columns)).rstrip()
                for row in range(self._screen.lines)
            )
        return self._shown

    def row_of(self, text: str) -> int:
        """The first row, from 0, that shows a text."""
        for row, line in enumerate(self.text()):
            if text in line:
                return row
        raise AssertionError(self._picture(f"nowhere on the screen: {text!r}"))

    def cell_of(self, text: str) -> tuple[int, int]:
        """The column and row, from 0, of the first cell of a text."""
        row = self.row_of(text)
        cells = [self._screen.buffer[row][column].data for column in range(self._screen.columns)]
        before = self.text()[row].index(text)
        starts = [column for column, cell in enumerate(cells) for _ in cell]  # a wide one's second cell is ""
        return starts[before], row

    def send(self, keys: str | bytes) -> None:
        """Type something, byte for byte; what is written meanwhile is read, so that neither end waits."""
        left = keys.encode("utf-8") if isinstance(keys, str) else keys
        while left:
            readable, writable, _ = select.select([self._master], [self._master], [], DEADLINE)
            if writable:
                left = left[os.write(self._master, left[:512]) :]
            if readable:
                self._read(0)
            elif not writable:
                raise AssertionError(self._picture("the program no longer reads its keys"))

    def hover(self, column: int, row: int) -> None:
        """Move the mouse to a cell, counted from 0."""
        self._point(column, row, "35{}M")

    def click(self, column: int, row: int) -> None:
        """Move the mouse to a cell, counted from 0, and press and release its left button."""
        self._point(column, row, "35{}M", "0{}M", "0{}m")

    def wheel(self, column: int, row: int, turns: int) -> None:
        """Turn the wheel over a cell, counted from 0: down if positive."""
        self._point(column, row, *["65{}M" if turns > 0 else "64{}M"] * abs(turns))

    def drag(self, start: tuple[int, int], end: tuple[int, int]) -> None:
        """Press the left button at one cell, move, and release it at another; column and row from 0."""
        self._point(*start, "35{}M", "0{}M")
        self._point(*end, "32{}M", "0{}m")

    def grounds(self, row: int) -> tuple[str, ...]:
        """The background of each cell of a row, as `rrggbb`."""
        cells = self._screen.buffer[row]
        return tuple(cells[column].bg for column in range(self._screen.columns))

    @property
    def cursor(self) -> tuple[int, int]:
        """Column and row of the terminal's own cursor, from 0, hidden or not."""
        return self._screen.cursor.x, self._screen.cursor.y

    def stands_out(self, column: int, row: int) -> bool:
        """Whether a cell has another ground than the one after it, or is drawn in reverse."""
        here, after = (self._screen.buffer[row][x] for x in (column, column + 1))
        return (here.bg, here.reverse) != (after.bg, after.reverse)

    def colours(self, row: int) -> tuple[str, ...]:
        """The colour of each cell's text of a row, as `rrggbb`, or the name of one of the terminal's own."""
        cells = self._screen.buffer[row]
        return tuple(cells[column].fg for column in range(self._screen.columns))

    def underlined(self, row: int) -> str:
        """The underlined characters of a row."""
        cells = self._screen.buffer[row]
        return "".join(cells[c].data for c in range(self._screen.columns) if cells[c].underscore)

    def cells(self, row: int) -> tuple[str, ...]:
        """The character of each cell of a row; the second cell of a wide one is empty."""
        cells = self._screen.buffer[row]
        return tuple(cells[column].data for column in range(self._screen.columns))

    def resize(self, columns: int, rows: int) -> None:
        """Give the window another size, and say so as a terminal would."""
        self._screen.resize(max(1, rows), max(1, columns))
        self._shown = ()
        termios.tcsetwinsize(self._slave, (rows, columns))
        if "?2048" in modes_on(bytes(self.raw)):
            self._tell_size()

    def lose(self) -> None:
        """Lose all that is on the screen, as a terminal loses what a smaller window cuts off."""
        self._screen.erase_in_display(2)
        self._shown = ()

    def wait_for(self, what: str | Callable[["Terminal"], object]) -> None:
        """Wait until the screen shows a text, or a condition holds."""
        deadline = time.monotonic() + DEADLINE
        while True:
            has_ended = (
                self.process.poll() is not None
            )  # asked first: it may end while the screen is looked at
            if what in "\n".join(self.text()) if isinstance(what, str) else what(self):
                return
            if has_ended and not self._read(0):
                raise AssertionError(self._picture(f"ended ({self.process.returncode}) before {what!r}"))
            if time.monotonic() > deadline:
                raise AssertionError(self._picture(f"never came: {what!r}"))
            self._read(0.05)

    def wait_while(self, text: str) -> None:
        """Wait until the screen no longer shows a text."""
        self.wait_for(lambda seen: text not in "\n".join(seen.text()))

    def read_for(self, seconds: float) -> None:
        """Read what is written, for so long, whatever happens."""
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0:
            if self.process.poll() is not None:
                return
            self._read(min(left, 0.02))

    def settle(self) -> tuple[str, ...]:
        """Read until nothing more is written for a while; the rows of the screen, a whole frame.

        A program that the machine keeps waiting for its turn is not taken for one that is done.
        """
        deadline = time.monotonic() + DEADLINE
        while self._read(QUIET) or self._at_work():
            if time.monotonic() > deadline:
                raise AssertionError(self._picture("never at rest"))
        return self.text()

    def finish(self) -> int:
        """Wait for the program to end.

        Returns:
            Its exit code; negative when a signal ended it.
        """
        self.wait_for(lambda terminal: terminal.process.poll() is not None)
        while self._read(0):
            pass
        return self.process.returncode

    def hang_up(self) -> None:
        """Close the terminal, as a window is closed."""
        for end in {self._slave, self._master} - {-1}:
            os.close(end)
        self._slave = self._master = -1

    def _at_work(self) -> bool:
        """Whether a thread of the program runs or waits for a processor; never where nobody can tell."""
        states = []
        with contextlib.suppress(OSError):  # it may end meanwhile, and only Linux has these files
            for thread in Path(f"/proc/{self.process.pid}/task").iterdir():
                states.append((thread / "stat").read_text().rpartition(") ")[2][:1])
        return "R" in states or "D" in states

    def _point(self, column: int, row: int, *reports: str) -> None:
        x, y = column + 1, row + 1
        if self._answering:  # Textual asks for pixels as soon as it is answered, and then reads nothing else
            self.wait_for(lambda terminal: "?1016" in modes_on(bytes(terminal.raw)))
            x, y = column * CELL[0] + CELL[0] // 2, row * CELL[1] + CELL[1] // 2
        self.send("".join("\x1b[<" + report.format(f";{x};{y}") for report in reports))

    def _read(self, seconds: float) -> bool:
        """Take what was written, waiting at most so long for the first byte; whether there was any."""
        if not select.select([self._master], [], [], seconds)[0]:
            return False
        fresh = os.read(self._master, 65536)
        self.raw += fresh
        pending = self._unfinished + fresh
        unfinished = _UNFINISHED.search(pending)
        cut = unfinished.start() if unfinished else len(pending)
        self._unfinished = pending[cut:]
        if self._answering:
            self._answer(pending[:cut])
        if self._persona and (said := self._persona.answer(pending[:cut])):
            os.write(self._master, said)
        self._shown = ()
        self._stream.feed(_NOT_FOR_PYTE.sub(b"", pending[:cut]))
        return True

    def _answer(self, written: bytes) -> None:
        for question in re.finditer(rb"\x1b\[\?(2026|2048)(\$p|h)", written):
            mode, kind = question.groups()
            if kind == b"$p":
                os.write(self._master, b"\x1b[?%b;2$y" % mode)
            elif mode == b"2048":
                self._tell_size()

    def _tell_size(self) -> None:
        columns, rows = self._screen.columns, self._screen.lines
        size = (rows, columns, rows * CELL[1], columns * CELL[0])
        os.write(self._master, b"\x1b[48;%d;%d;%d;%dt" % size)

    def _picture(self, what: str) -> str:
        return "\n".join((what, *self.text())).rstrip()


def clean_environment(home: Path) -> dict[str, str]:
    """The same variables on every machine; nothing of this one but the place of the sources."""
    return {
        "BANMIAN_HOME": str(home / "banmian"),
        "BANMIAN_LANG": "zh",
        "COLORTERM": "truecolor",
        "HOME": str(home),
        "LANG": "C.UTF-8",
        "PATH": str(home / "tools"),
        "PYTHONPATH": str(ROOT),
        "TERM": "xterm-256color",
    }
