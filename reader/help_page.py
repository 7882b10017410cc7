"""What `banmian help` and `--help` print, made from the tables of options and of commands."""

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING
from unicodedata import east_asian_width

from reader.errors import UsageError
from reader.later import Later
from reader.nearest import nearest
from reader.options import ALL, COMMANDS, PLAIN, Row, rows
from reader.words import Words

if TYPE_CHECKING:
    from reader.ui import commands
else:  # brings in Textual, which the page does without
    commands = Later("reader.ui.commands")

_COLUMN = 26
"""Cells before what a word means."""
_WIDTH = 80
_BREAK = re.compile(r"(?<=[ 、，；：。）])")
_SECTIONS = ("commands", "targets", "options", "codes", "settings", "environment")


def page(words: Words) -> str:
    """All of the command line."""
    lines = [words.say("help-what"), "", f"  {words.say('help-keys')}"]
    for section in _SECTIONS:
        found = {row.names: row for row in rows(section).values()}.values()
        lines += ["", words.say(f"help-{section}"), *_lines(found, words)]
    return "\n".join((*lines, "", words.say("help-more-keys"))) + "\n"


def of_command(name: str, words: Words) -> str:
    """A command and the options that go with it."""
    options = (row for row in ALL if name in row.commands)
    return "".join(f"{line}\n" for line in _lines((COMMANDS[name], *options), words, name))


def of_word(word: str, words: Words) -> str:
    """The lines that a word is in: its own, else those that mention it.

    Args:
        word: A name on the command line, an option also without its dashes; or a key or command while reading.
        words: The language to answer in.

    Raises:
        UsageError: No line has it; the error tells the nearest names.
    """
    if word in COMMANDS:
        return of_command(word, words)
    entries, asked = [*_entries(words)], _folded(word)
    found = [line for names, line in entries if asked in map(_folded, names)]
    found = found or [line for _, line in entries if asked.lower() in line.lower()]
    if found:
        return "".join(f"{line}\n" for line in dict.fromkeys(found))
    near = " ".join(nearest(word, (name for names, _ in entries for name in names if len(name) > 1)))
    raise UsageError("no-such-help-near" if near else "no-such-help", word=word[:_WIDTH], near=near)


def _folded(name: str) -> str:
    """A name without dashes and case, which tell keys apart, but not words."""
    bare = name.lstrip("-") or name
    return bare.lower() if len(bare) > 1 else bare


def _entries(words: Words) -> Iterator[tuple[tuple[str, ...], str]]:
    """The names and the lines of every word of the command line, and of every key while reading."""
    for row in ALL:
        yield row.names, "\n".join(_lines((row,), words))
    for command in commands.COMMANDS:
        label, text = command.labels[words.language], command.helps[words.language]
        yield (
            (*command.shown.split(), *command.labels),
            _entry(command.shown, f"{label}{words.say('help-colon')}{text}"),
        )


def _lines(found: Iterable[Row], words: Words, command: str = "") -> Iterator[str]:
    for row in found:
        name = ", ".join(row.names) if row.section == "options" else " ".join(row.names)
        before = f"{PLAIN} " if row.section == "commands" and name != PLAIN else ""
        shown = f"{before}{name} {row.value}".strip()
        is_general = PLAIN in row.commands or not row.commands or command
        places = "" if is_general else words.say("list-comma").join(row.commands) + words.say("help-colon")
        yield _entry(shown, places + row.texts[words.language])


def _entry(name: str, text: str) -> str:
    """A name and what it means, in two columns; a name that is too long has a line of its own."""
    head, lines = f"  {name}", _wrapped(text, _WIDTH - _COLUMN)
    gap = _COLUMN - _cells(head)
    first = head + " " * gap + next(lines) if gap > 1 else head
    return "\n".join((first, *(" " * _COLUMN + line for line in lines)))


def _wrapped(text: str, room: int) -> Iterator[str]:
    """A text in lines of so many cells, broken at blanks and after marks."""
    line = ""
    for part in _BREAK.split(text):
        if _cells(line + part.rstrip()) > room:
            yield line.rstrip()
            line = ""
        line += part
    yield line


def _cells(text: str) -> int:
    """Cells of a text of ours, which has nothing but letters, 汉字 and marks; `typesetting` would bring in Rich."""
    return sum(2 if east_asian_width(character) in "WF" else 1 for character in text)
