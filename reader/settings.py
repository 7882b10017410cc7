"""The settings in force and where each comes from; and the file in which a person may write their own."""

import os
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from reader.arguments import Arguments
from reader.errors import OutputError
from reader.exits import Exit
from reader.folders import own_config, state_folder
from reader.library.positions import Positions
from reader.options import SETTINGS
from reader.terminal.output import write_answer
from reader.typesetting.cells import cells, widths
from reader.typesetting.ladder import TextSize
from reader.words import LOCALE, Words, printable


class InForce(NamedTuple):
    """A setting as it is in force."""

    name: str
    value: str
    source: str
    """Where it comes from, in words."""


def in_force(
    arguments: Arguments, words: Words, environment: Mapping[str, str], positions: Positions
) -> Iterator[InForce]:
    """Every setting: the first that is given of command line, environment, choice while reading, config.toml, terminal."""
    config, say = arguments.config, words.say
    command, chosen, own = say("source-command"), say("source-chosen"), "config.toml"
    automatic, default = (say("automatic"), say("source-terminal")), say("source-default")
    size = "" if positions.step is None else TextSize(positions.step).name.lower()
    language = ("zh", "en")[words.language]
    variables = {name: say("source-variable", name=name) for name in ("BANMIAN_LANG", *LOCALE, "NO_COLOR")}
    told = {name: (language if environment.get(name) else "", source) for name, source in variables.items()}
    ways = {
        "language": (
            (arguments.lang, command),
            told["BANMIAN_LANG"],
            (config.language, own),
            *(told[name] for name in LOCALE),
            (language, default),
        ),
        "theme": (
            ("terminal" if environment.get("NO_COLOR") else "", variables["NO_COLOR"]),
            (positions.theme, chosen),
            (config.theme, own),
            automatic,
        ),
        "ambiguous": (
            (arguments.ambiguous if "ambiguous" in arguments.given else 0, command),
            (config.ambiguous, own),
            automatic,
        ),
        "size": ((size, chosen), (config.size, own), ("default", default)),
        "citation": ((config.citation, own if "citation" in config.given else default),),
    }
    for name, found in ways.items():
        value, source = next((value, source) for value, source in found if value)
        yield InForce(name, str(value), source)


def config(arguments: Arguments, words: Words) -> Exit:
    """Write the settings file unless it is there, and print where it is, and the settings in force.

    Raises:
        OutputError: It is not there and cannot be written.
    """
    path = own_config()
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8") as file:
            file.write(template(words))
        state = "config-written"
    except FileExistsError:
        state = "config-there"
    except OSError as error:
        raise OutputError("output-failed", reason=f"{path}: {error.strerror or error}") from error
    rows = in_force(arguments, words, os.environ, Positions(state_folder() / "places.json"))
    lines = [f"  {_padded(row.name, 12)}{_padded(row.value, 12)}{row.source}" for row in rows]
    write_answer("\n".join((printable(str(path)), f"  {words.say(state)}", "", *lines)) + "\n")
    return Exit.OK


def template(words: Words) -> str:
    """The settings file as it is written: every setting with what it means, none of them in force."""
    lines = [f"# {line}" for line in words.say("config-head").splitlines()]
    for name, row in SETTINGS.items():
        values = row.choices if row.is_number else [f'"{choice}"' for choice in row.choices]
        lines += ["", f"# {row.texts[words.language]}", f"# {' '.join(values)}", f"# {name} = {values[0]}"]
    return "\n".join(lines) + "\n"


def _padded(text: str, width: int) -> str:
    return text + " " * max(1, width - cells(text, widths()))
