"""The command line and composition root; imports little until it knows which command to run."""

import argparse
import contextlib
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import reader
from reader import limits
from reader.apart.process import Apart, reading_command
from reader.arguments import Arguments
from reader.errors import ReaderError, UsageError
from reader.exits import Exit
from reader.later import Later
from reader.terminal.output import complain, forget_closed_streams, write_answer
from reader.words import Words, choose, printable

if TYPE_CHECKING:
    from reader import folders, launch, printing
    from reader.terminal import crash, deadline
else:  # these bring in the whole user interface, and the parser; `--help` does without them all
    launch, printing, folders = Later("reader.launch"), Later("reader.printing"), Later("reader.folders")
    crash, deadline = Later("reader.terminal.crash"), Later("reader.terminal.deadline")

OPTIONS = {
    "toc": "json whole-day",
    "text": "json whole-day article width",
    "papers": "json",
    "doctor": "",
    "": "paste",
}
"""The options of each subcommand besides the common ones; the empty name is `banmian TARGET`."""


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise UsageError("usage", problem=message)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program.

    Args:
        arguments: The arguments after the program's name; by default those of the process.

    Returns:
        The exit code, one of `Exit`.
    """
    asked = list(sys.argv[1:] if arguments is None else arguments)
    words = choose(_language(asked), os.environ)
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(AttributeError, ValueError):
            stream.reconfigure(errors="replace")  # type: ignore[union-attr]  # in tests it may lack it
    if sys.stdin is None:  # closed: as if it were empty, and no file that is opened can be taken for it
        sys.stdin = sys.__stdin__ = Path(os.devnull).open(encoding="utf-8")  # type: ignore[misc]  # noqa: SIM115
    try:
        return _ended(asked, words)
    except KeyboardInterrupt:
        return Exit.INTERRUPTED
    except Exception as error:  # noqa: BLE001 - whatever it is, it is a bug of ours
        return crash.report_crash(error, folders.state_folder() / "crash.log")
    finally:
        forget_closed_streams()


def _ended(asked: list[str], words: Words) -> int:
    """Run, and say what went wrong in two lines; the exit code."""
    try:
        if not getattr(reader, "__banmian__", False):
            complain(f"banmian: {words.say('name-clash')}")
        return _run(asked, words)
    except ReaderError as error:
        what, hint = words.error(error)
        complain(f"banmian: {what}", *([f"  {hint}"] if hint else []))
        return error.exit_code
    except BrokenPipeError:  # the reader of the pipe closed it
        return Exit.OK


def _language(asked: Sequence[str]) -> str:
    """The value of `--lang`, found before parsing, as parser errors are in that language too."""
    parser = argparse.ArgumentParser(add_help=False, allow_abbrev=False)
    parser.add_argument("--lang", nargs="?", default="", const="")
    return str(parser.parse_known_args(asked)[0].lang)


def _run(asked: list[str], words: Words) -> int:
    if {"-h", "--help"} & set(asked):
        write_answer(words.say("help-page").rstrip() + "\n")
        return Exit.OK
    if {"-V", "--version"} & set(asked):
        write_answer(f"banmian {getattr(reader, '__version__', '?')}\n")
        return Exit.OK
    command = asked[0] if asked and asked[0] in OPTIONS else ""
    arguments = _understood(asked[bool(command) :], command)
    if command or not (sys.stdout and sys.stdout.isatty()):
        with deadline.limited(limits.RUN_SECONDS):
            return printing.COMMANDS[command](arguments, words)
    Apart.running = Apart(reading_command())  # before anything else: it takes as long to start as the screen
    Apart.running.start()
    return launch.run_reader(arguments, words)


def parser_of(command: str) -> argparse.ArgumentParser:
    """The parser for the arguments of a subcommand."""
    parser = _Parser(prog="banmian", add_help=False, allow_abbrev=False)
    parser.add_argument("target", nargs=None if command in ("toc", "text") else "?")
    parser.add_argument("date", nargs="?", type=str.strip)
    parser.add_argument("page", nargs="?")
    parser.add_argument("--paper")
    parser.add_argument("--date", dest="day", type=str.strip)
    parser.add_argument("--page", dest="number")
    parser.add_argument("--lang", choices=("zh", "en"))
    parser.add_argument("--ambiguous", type=int, choices=(1, 2))
    parser.add_argument("--encoding", type=printable)
    for option in OPTIONS[command].split():
        if option in ("article", "width"):
            parser.add_argument(f"--{option}", type=int)
        else:
            parser.add_argument(f"--{option}", action="store_true")
    return parser


def _understood(asked: Sequence[str], command: str) -> Arguments:
    # a value like -1 is a day, which argparse would take for an option
    padded = [f" {word}" if word[:1] == "-" and word[1:].isdecimal() else word for word in asked]
    given = vars(parser_of(command).parse_args(padded))
    for name, option in (("date", "day"), ("page", "number")):
        given[name] = given.pop(option) or given[name]
    return Arguments(**{name: value for name, value in given.items() if value is not None})
