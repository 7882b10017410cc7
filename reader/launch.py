"""Starts the full-screen reader and ends it: the terminal before and after, and the exit code."""

import gc
import os
import sys
from typing import TYPE_CHECKING

from reader.arguments import Arguments
from reader.later import Later
from reader.terminal.check import check_terminal, draw_on_terminal, keys_from_terminal
from reader.terminal.guard import TerminalGuard
from reader.words import Words

if TYPE_CHECKING:
    from reader import folders, program
    from reader.sources import folder
    from reader.terminal import crash
else:  # all else loads once the terminal is known to be suitable, and keeps what is typed
    folders, program = Later("reader.folders"), Later("reader.program")
    folder, crash = Later("reader.sources.folder"), Later("reader.terminal.crash")


def run_reader(arguments: Arguments, words: Words) -> int:
    """Run the reader on a target until the user quits.

    Args:
        arguments: What to open; without a target the last position, else the sample.
        words: The texts of the chosen language.

    Returns:
        The exit code.

    Raises:
        UsageError: This terminal cannot show the reader.
        SourceError: There is nothing at the target.
        PageError: The target is not a newspaper page.
    """
    check_terminal(os.environ)
    piped = folder.read_text(sys.stdin.buffer) if arguments.target == "-" else None
    keys_from_terminal()
    draw_on_terminal()
    if not os.environ.get("NO_COLOR"):  # empty, it is none; Textual asks only whether it is there
        os.environ.pop("NO_COLOR", None)
    os.environ.setdefault("TEXTUAL_FPS", "240")  # read on import; a shorter wait between frames than 16 ms
    gc.disable()  # until everything is loaded
    with TerminalGuard() as found:
        app = program.make_app(arguments, words, piped, found)
        failure = app.run()
    if found.exit_code is not None:
        return found.exit_code
    if app.crash is not None:
        return crash.report_crash(app.crash, folders.state_folder() / "crash.log")
    if failure is not None:
        raise failure
    return app.return_code or 0
