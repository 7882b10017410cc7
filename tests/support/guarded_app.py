"""A small app that uses `reader.terminal` as the reader does; a program for the tests of the real pty.

Keys: m opens a modal, d starts something slow, x fails in a handler, w fails in a worker, f draws and
never stops, c copies, q leaves.
"""

import asyncio
import os
import sys
import threading
from pathlib import Path

from textual.app import App, ComposeResult
from textual.events import Resize
from textual.screen import ModalScreen
from textual.widgets import Static

from reader.errors import UsageError
from reader.terminal.check import check_terminal, draw_on_terminal, keys_from_terminal
from reader.terminal.crash import report_crash
from reader.terminal.guard import TerminalGuard
from reader.words import EN, Words

SAYING = "版面“就绪”"


class Modal(ModalScreen[None]):
    """Something on top."""

    def compose(self) -> ComposeResult:
        """One line."""
        yield Static("对话框")


class Guarded(App[None]):
    """One line, and ways to go wrong."""

    ENABLE_COMMAND_PALETTE = False
    CSS = "#size { pointer: pointer; }"
    BINDINGS = [(key, f"do('{key}')", "") for key in "mdxwfcq"]  # noqa: RUF012 (so Textual declares it)

    def __init__(self, found: TerminalGuard, piped: str) -> None:
        super().__init__()
        self.found = found
        self.piped = piped
        self.crashed = False

    def on_load(self) -> None:
        """From here on signals end the app by its own way out."""
        self.found.watch(asyncio.get_running_loop(), lambda code: self.exit(return_code=code))

    def compose(self) -> ComposeResult:
        """What it is, what happens, and how large it is: a line each."""
        yield Static(SAYING + self.piped)
        yield Static("", id="state")
        yield Static("", id="size")

    def on_resize(self, event: Resize) -> None:
        """Say the size."""
        self.query_one("#size", Static).update(f"{event.size.width} x {event.size.height}")

    def on_click(self) -> None:
        """Say that the mouse works."""
        self.say("点击")

    def say(self, text: str) -> None:
        """Show what happened."""
        self.query_one("#state", Static).update(text)

    def action_do(self, key: str) -> None:
        """Do what a key asks for."""
        if key == "m":
            self.push_screen(Modal())
        elif key == "d":
            self.run_worker(self.slow, thread=True)
        elif key == "x":
            raise ValueError("\x1b]2;title\x07 handler")
        elif key == "w":
            self.run_worker(self.fail())
        elif key == "f":
            self.set_interval(0.001, self.flood)
        elif key == "c":
            self.copy_to_clipboard(SAYING)
        else:
            self.exit()

    def slow(self) -> None:
        """Take until the process ends, as a download may."""
        self.call_from_thread(self.say, "下载中")
        threading.Event().wait(1 if "--short" in sys.argv else None)

    async def fail(self) -> None:
        """Fail as a worker may."""
        raise ValueError("worker")

    def flood(self) -> None:
        """Draw far more than a terminal that stopped reading can hold."""
        self.say(os.urandom(20_000).hex())

    def _print_error_renderables(self) -> None:
        self.crashed = bool(self._exit_renderables)
        self._exit_renderables.clear()


def main() -> int:
    """Run the app; its exit code."""
    piped = "" if sys.stdin.isatty() else sys.stdin.read()
    try:
        check_terminal(os.environ)
        keys_from_terminal()
    except UsageError as error:
        sys.stderr.write("\n".join((*Words(EN).error(error), "")))
        return error.exit_code
    draw_on_terminal()
    with TerminalGuard() as found:
        app = Guarded(found, piped)
        app.run()
    if found.exit_code is not None:
        return found.exit_code
    if app.crashed:
        return report_crash(app._exception or RuntimeError("keys"), Path(os.environ["HOME"], "crash.log"))
    return app.return_code or 0


if __name__ == "__main__":
    sys.exit(main())
