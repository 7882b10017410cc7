"""The command line, and the composition root. Imports little until it knows what is asked."""

import argparse
import contextlib
import os
import sys
from collections.abc import Sequence
from itertools import pairwise
from typing import NoReturn

import reader
from reader.arguments import Arguments
from reader.errors import ReaderError, UsageError
from reader.exits import Exit
from reader.words import Words, choose

OPTIONS = {"toc": ("json",), "text": ("json", "article", "width"), "papers": ("json",), "doctor": ()}
"""The subcommands, and the options each has beside those that all have."""


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise UsageError("usage", problem=message)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program.

    Args:
        arguments: The words after the program's name; those of the process by default.

    Returns:
        The exit code; `Exit` names them.
    """
    asked = list(sys.argv[1:] if arguments is None else arguments)
    words = choose(_language(asked), os.environ)
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(AttributeError, ValueError):
            stream.reconfigure(errors="replace")  # type: ignore[union-attr]  # a test's stream may lack it
    try:
        if not getattr(reader, "__banmian__", False):
            print(f"banmian: {words.say('name-clash')}", file=sys.stderr)
        return _run(asked, words)
    except ReaderError as error:
        what, hint = words.error(error)
        print(f"banmian: {what}", *([f"  {hint}"] if hint else []), sep="\n", file=sys.stderr)
        return error.exit_code
    except BrokenPipeError:  # whoever reads the answer has had enough
        from reader.terminal.guard import forget_closed_streams

        forget_closed_streams()
        return Exit.OK
    except KeyboardInterrupt:
        return Exit.INTERRUPTED


def _language(asked: Sequence[str]) -> str:
    """The language named on the command line, before the line is understood: errors speak it, too."""
    for word, following in pairwise((*asked, "")):
        if word.startswith("--lang="):
            return word.partition("=")[2]
        if word == "--lang":
            return following
    return ""


def _run(asked: list[str], words: Words) -> int:
    if {"-h", "--help"} & set(asked):
        print(words.say("help-page").rstrip())
        return Exit.OK
    if {"-V", "--version"} & set(asked):
        print("banmian", getattr(reader, "__version__", "?"))
        return Exit.OK
    command = asked[0] if asked and asked[0] in OPTIONS else ""
    arguments = _parse(asked[bool(command) :], command)
    if command or not sys.stdout.isatty():
        from reader import printing

        return printing.COMMANDS[command](arguments, words)
    from reader.launch import read  # the screen, and all that it needs

    return read(arguments, words)


def _parse(asked: Sequence[str], command: str) -> Arguments:
    parser = _Parser(prog="banmian", add_help=False, allow_abbrev=False)
    parser.add_argument("target", nargs=None if command in ("toc", "text") else "?")
    parser.add_argument("date", nargs="?")
    parser.add_argument("page", nargs="?")
    parser.add_argument("--paper")
    parser.add_argument("--date", dest="day")
    parser.add_argument("--page", dest="number")
    parser.add_argument("--lang", choices=("zh", "en"))
    parser.add_argument("--ambiguous", type=int, choices=(1, 2))
    parser.add_argument("--encoding")
    if not command:
        parser.add_argument("--paste", action="store_true")
    for option in OPTIONS.get(command, ()):
        if option == "json":
            parser.add_argument("--json", action="store_true")
        else:
            parser.add_argument(f"--{option}", type=int)
    given = vars(parser.parse_args([f" {word}" if _is_days_back(word) else word for word in asked]))
    for name, option in (("date", "day"), ("page", "number")):
        given[name] = given.pop(option) or given[name]
    given["date"] = given["date"] and given["date"].strip()
    return Arguments(**{name: value for name, value in given.items() if value is not None})


def _is_days_back(word: str) -> bool:
    """Whether a word like -1 is a day, which argparse would take for an option."""
    return word[:1] == "-" and word[1:].isdecimal()
