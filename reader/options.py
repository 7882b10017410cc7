"""Every word of the command line, what follows it and what it means; read from the table in `options.txt`."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from msgspec import Struct


class Row(Struct, frozen=True):
    """A command, a kind of target, an option, an exit code, a setting, or a variable of the environment."""

    section: str
    """What it is: "commands", "targets", "options", "codes", "settings", "environment"."""
    commands: tuple[str, ...]
    """Names of the commands that an option goes with."""
    names: tuple[str, ...]
    """All spellings of it; the last is the longest."""
    value: str
    """What follows it, as displayed; a choice has `|` between its values."""
    texts: tuple[str, str]
    """中文, English: what it means."""

    @property
    def key(self) -> str:
        """The option's name among `Arguments`."""
        return self.names[-1].lstrip("-").replace("-", "_")

    @property
    def choices(self) -> tuple[str, ...]:
        """The values it can have; empty if it is no choice."""
        return tuple(self.value.split("|")) if "|" in self.value else ()

    @property
    def is_number(self) -> bool:
        """Whether its value is a whole number."""
        return self.value == "N" or self.value.replace("|", "").isdecimal()

    @property
    def most_words(self) -> int:
        """How many words may follow the command."""
        return len(("TARGET", "DATE", "PAGE")) if "TARGET" in self.value else len(self.value.split())


PLAIN = "banmian"
"""Name of the command that is meant where none is named."""


def _parse(lines: Iterable[str]) -> Iterator[Row]:
    section, commands = "", ""
    for line in filter(None, lines):
        if line.startswith("["):
            section, _, commands = line.strip("[]").partition(": ")
        elif not line.startswith("#"):
            names, value, chinese, english = (cell.strip() for cell in line.split(" | "))
            yield Row(section, tuple(commands.split()), tuple(names.split()), value, (chinese, english))


ALL = tuple(_parse(Path(__file__).with_suffix(".txt").read_text("utf-8").splitlines()))


def rows(section: str) -> dict[str, Row]:
    """The rows of a section by each of their names, in the order of the table."""
    return {name: row for row in ALL if row.section == section for name in row.names}


COMMANDS, OPTIONS, SETTINGS = rows("commands"), rows("options"), rows("settings")
SUBCOMMANDS = tuple(name for name in COMMANDS if name != PLAIN)
