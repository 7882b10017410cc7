"""What a report of a bug needs to know of the program, the terminal and the settings."""

import os
import platform
import sys
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version

import reader
from reader.apart.process import Apart, reading_command
from reader.arguments import Arguments
from reader.folders import own_config, own_papers, state_folder
from reader.library.positions import Positions
from reader.parsing.clean import clean_line
from reader.settings import in_force
from reader.terminal.clipboard import ways
from reader.terminal.colours import colours
from reader.terminal.guard import TerminalGuard
from reader.terminal.probe import MEASURED, Answers, Probe
from reader.words import Words

_TERMINAL = "TERM COLORTERM TERM_PROGRAM TMUX SSH_TTY DISPLAY WAYLAND_DISPLAY NO_COLOR"
_LOCALE = "BANMIAN_LANG LC_ALL LC_CTYPE LC_MESSAGES LANG"


def diagnosis(arguments: Arguments, words: Words) -> str:
    """Versions, terminal, colours, clipboard, settings, files: a fact a line."""
    facts = [*_program(), *_surroundings(words), *_files(words)]
    positions = Positions(state_folder() / "places.json")
    for name, value, source in in_force(arguments, words, os.environ, positions):
        facts.append((name, words.say("value-from", value=value, source=source)))
    there = Apart(reading_command())
    if not there.is_ready():
        facts.append(("!", words.say("not-apart")))
    there.stop()
    if not getattr(reader, "__banmian__", False):
        facts.append(("!", words.say("name-clash")))
    return "".join(f"{name}: {clean_line(fact) or '-'}\n" for name, fact in facts)


def _program() -> Iterator[tuple[str, str]]:
    packages = ("textual", "rich", "beautifulsoup4")
    yield "banmian", getattr(reader, "__version__", "?")
    yield "Python", f"{platform.python_version()} · {platform.system()} {platform.release()}"
    yield "textual / rich / bs4", " / ".join(_version(name) for name in packages)


def _surroundings(words: Words) -> Iterator[tuple[str, str]]:
    say = words.say
    yield say("doctor-terminal"), _variables(_TERMINAL)
    if sys.stdin and sys.stdin.isatty() and sys.stdout.isatty():
        with TerminalGuard() as guard:
            yield say("doctor-answers"), _told(Probe(guard, os.environ).read())
    yield say("doctor-colours"), say(f"colours-{colours(os.environ)}")
    yield (
        say("doctor-clipboard"),
        say("list-comma").join(say(f"copies-{way.value}") for way in ways(os.environ)),
    )
    yield say("doctor-locale"), _variables(_LOCALE)
    yield say("doctor-encoding"), f"{sys.stdout and sys.stdout.encoding} / {sys.getfilesystemencoding()}"


def _files(words: Words) -> Iterator[tuple[str, str]]:
    """Where the program's files are: whether they are there, and whether they can be written."""
    yield "BANMIAN_HOME", os.environ.get("BANMIAN_HOME", "")
    state = state_folder()
    for name, path in (
        (words.say("doctor-folder"), state),
        ("config.toml", own_config()),
        ("papers.toml", own_papers()),
        ("crash.log", state / "crash.log"),
    ):
        is_there = os.path.lexists(path)
        at = path if is_there else next(above for above in path.parents if os.path.lexists(above))
        can = os.access(at, os.W_OK) and (is_there or at.is_dir())
        states = ("file-there" if is_there else "file-not-there", "file-writable" if can else "file-closed")
        yield name, " · ".join((str(path), *map(words.say, states)))


def _told(answers: Answers) -> str:
    """What a terminal answered, in a line: its name, how wide it draws some characters, its background, pictures."""
    cells = ",".join(map(str, answers.cells))
    ground = "#" + "".join(f"{round(255 * part):02x}" for part in answers.ground) if answers.ground else ""
    told = (answers.name, f"{MEASURED} {cells}", ground, answers.pictures.value)
    return "  ".join(part or "-" for part in told)


def _variables(names: str) -> str:
    """The named environment variables that are set, as NAME=value."""
    return " ".join(f"{name}={os.environ[name]}" for name in names.split() if os.environ.get(name))


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "?"
