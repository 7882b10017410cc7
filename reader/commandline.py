"""Understands the words of a command line, in any order, by the table of options.

The table replaces argparse, whose sentences are English only, which takes a command in one place only, and which would
have to be imported at every start.
"""

from collections import deque
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any

from reader.arguments import Arguments
from reader.errors import UsageError
from reader.nearest import nearest
from reader.options import COMMANDS, OPTIONS, PLAIN, SUBCOMMANDS, Row
from reader.words import printable

_LANGUAGE = "--lang"
_SHOWN = 60
"""Characters of a word that are shown where it is refused."""


def understand(asked: Sequence[str]) -> tuple[str, Arguments]:
    """The command that is asked for, empty for none, and its arguments.

    The command is the first word that is neither an option nor the value of one; after `--` all words are as they are.
    Help and version are given however wrong the rest is.

    Raises:
        UsageError: A word, an option or a value is none, or does not go with the command.
    """
    topic = command_of(asked)
    if topic != "help" and not {"-h", "--help", "-V", "--version"}.isdisjoint(asked):
        is_help = not {"-h", "--help"}.isdisjoint(asked)
        return ("help", Arguments(target=topic)) if is_help else ("version", Arguments())
    command, words, values = _sorted(asked)
    _check(command, words, values)
    named = dict(zip(("target", "date", "page"), words, strict=False))
    given = named | {name: value for name, value in values.items() if name not in ("help", "version")}
    if "date" in given:
        given["date"] = given["date"].strip()
    return command, Arguments(**given, given=tuple(values))


def _sorted(asked: Sequence[str]) -> tuple[str, list[str], dict[str, Any]]:
    """The command, the other words, and the values of the options by their names."""
    command, words, values = "", list[str](), dict[str, Any]()  # Any: as the fields of `Arguments`
    rest = deque(asked)
    while rest:
        word = rest.popleft()
        if word == "--":
            words += rest
            break
        if command == "help" and _is_topic(word, rest):
            words.append(word)
        elif _is_option(word):
            row, value = _option(word, rest)
            values[row.key] = value
        elif word in SUBCOMMANDS and not (command or words):
            command = word
        else:
            words.append(word)
    return command, words, values


def language_of(asked: Sequence[str]) -> str:
    """The last value of `--lang`, which also counts where the rest cannot be understood; empty for none."""
    after = [word for before, word in pairwise(asked) if before == _LANGUAGE]
    joined = [word.partition("=")[2] for word in asked if word.startswith(f"{_LANGUAGE}=")]
    return (after or joined or [""])[-1]


def command_of(asked: Sequence[str]) -> str:
    """The first word that is a command, if everything else may be anything; empty for none."""
    return next((word for word in asked if word in SUBCOMMANDS), "")


def _is_option(word: str) -> bool:
    """Whether a word is written as an option: not -, the pipe, nor -1, which is a day."""
    return word[:1] == "-" and word != "-" and not word[1:].isdecimal()


def _is_topic(word: str, rest: Sequence[str]) -> bool:
    """Whether a word after `banmian help` is what help is asked for, also if it is written as an option."""
    return not word.startswith(_LANGUAGE) or (word == _LANGUAGE and not rest)


def _option(word: str, rest: deque[str]) -> tuple[Row, object]:
    """The row and the value of an option; a value in a word of its own is taken off the rest."""
    name, equals, value = word.partition("=")
    row = OPTIONS.get(name)
    if row is None:
        near = " ".join(nearest(name, OPTIONS))
        raise UsageError("no-such-option-near" if near else "no-such-option", option=name, near=near)
    if not row.value:
        if equals:
            raise UsageError("option-without-value", option=name)
        return row, True
    if not equals:
        if not rest or _is_option(rest[0]):
            raise UsageError("option-needs-value", option=name, value=row.value)
        value = rest.popleft()
    return row, _value(row, name, value)


def _value(row: Row, name: str, text: str) -> str | int:
    if row.choices and text not in row.choices:
        raise UsageError("not-a-choice", option=name, value=_short(text), near=" ".join(row.choices))
    if not row.is_number:
        return printable(text)
    try:
        return int(text)
    except ValueError as error:  # as of a number of thousands of digits
        raise UsageError("not-a-number", option=name, value=_short(text)) from error


def _check(command: str, words: Sequence[str], values: Mapping[str, object]) -> None:
    """Make sure that words and options go with the command."""
    row, name = COMMANDS[command or PLAIN], _name(command or PLAIN)
    for option in OPTIONS.values():
        if option.key in values and row.names[0] not in option.commands:
            near = nearest(words[0], SUBCOMMANDS, most=1) if words and not command else []
            if near:  # then it goes with what was meant
                raise UsageError("no-such-command", word=_short(words[0]), near=_name(*near))
            typed = option.names[-1]
            places = " · ".join(f"{_name(place)} {typed}" for place in option.commands)
            raise UsageError("option-elsewhere", option=typed, command=name, near=places)
    is_paste = "paste" in values
    most, takes = (0, "--paste") if is_paste else (row.most_words, row.value)
    if len(words) > most:
        raise UsageError("word-too-many", word=_short(words[most]), usage=f"{name} {takes}".strip())
    if row.value.startswith("TARGET") and not words:
        raise UsageError("target-missing", command=name)


def _name(command: str) -> str:
    """A command as it is typed."""
    return PLAIN if command == PLAIN else f"{PLAIN} {command}"


def _short(word: str) -> str:
    return word if len(word) <= _SHOWN else f"{word[:_SHOWN]}…"
