"""The program's beginning and its end; imports little until it knows which command to run."""

import contextlib
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

import reader
from reader import limits
from reader.apart.process import Apart, reading_command
from reader.commandline import language_of, understand
from reader.config import Config, load
from reader.errors import ReaderError
from reader.exits import Exit
from reader.later import Later
from reader.options import PLAIN
from reader.terminal.output import complain, forget_closed_streams, write_answer
from reader.words import Words, choose

if TYPE_CHECKING:
    from reader import folders, help_page, launch, printing
    from reader.terminal import crash, deadline
else:  # these bring in the whole user interface, and the parser; `--help` does without them all
    launch, printing, folders = Later("reader.launch"), Later("reader.printing"), Later("reader.folders")
    help_page = Later("reader.help_page")
    crash, deadline = Later("reader.terminal.crash"), Later("reader.terminal.deadline")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program.

    Args:
        arguments: The arguments after the program's name; by default those of the process.

    Returns:
        The exit code, one of `Exit`.
    """
    asked = list(sys.argv[1:] if arguments is None else arguments)
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(AttributeError, ValueError):
            stream.reconfigure(errors="replace")  # type: ignore[union-attr]  # in tests it may lack it
    if sys.stdin is None:  # closed: as if it were empty, and no file that is opened can be taken for it
        sys.stdin = sys.__stdin__ = Path(os.devnull).open(encoding="utf-8")  # type: ignore[misc]  # noqa: SIM115
    try:
        return _ended(asked)
    except KeyboardInterrupt:
        return Exit.INTERRUPTED
    except Exception as error:  # noqa: BLE001 - whatever it is, it is a bug of ours
        return crash.report_crash(error, folders.state_folder() / "crash.log")
    finally:
        forget_closed_streams()


def _ended(asked: list[str]) -> int:
    """Run, and say what went wrong in two lines; the exit code."""
    config = load(folders.own_config())
    words = choose(language_of(asked), os.environ, config.language)
    try:
        if not getattr(reader, "__banmian__", False):
            complain(f"banmian: {words.say('name-clash')}")
        return _run(asked, config, words)
    except ReaderError as error:
        _complain(error, words)
        return error.exit_code
    except BrokenPipeError:  # the reader of the pipe closed it
        return Exit.OK


def _complain(error: ReaderError, words: Words) -> None:
    what, hint = words.error(error)
    complain(f"banmian: {what}", *([f"  {hint}"] if hint else []))


def _run(asked: list[str], config: Config, words: Words) -> int:
    command, arguments = understand(asked)
    if command in ("help", "version"):
        return _told(command, arguments.target or "", words)
    ambiguous = arguments.ambiguous or config.ambiguous
    arguments = replace(arguments, ambiguous=ambiguous, config=config)
    if command or not (sys.stdout and sys.stdout.isatty()):
        for problem in config.problems:
            _complain(problem, words)
        with deadline.limited(limits.RUN_SECONDS):
            return printing.COMMANDS[command](arguments, words)
    Apart.running = Apart(reading_command())  # before anything else: it takes as long to start as the screen
    Apart.running.start()
    try:
        return launch.run_reader(arguments, words)
    finally:  # before it, the screen would cover them
        for problem in config.problems:
            _complain(problem, words)


def _told(command: str, word: str, words: Words) -> int:
    """Print the version, or help for a word, else all of it."""
    if command == "version":
        write_answer(f"{PLAIN} {getattr(reader, '__version__', '?')}\n")
    else:
        write_answer(help_page.of_word(word, words) if word else help_page.page(words))
    return Exit.OK
