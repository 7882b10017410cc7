"""The commands that print to standard output: contents, text, papers, diagnostics."""

import os
import platform
import sys
from importlib.metadata import PackageNotFoundError, version

import reader
from reader import limits
from reader.apart.process import Apart, reading_command
from reader.arguments import Arguments
from reader.day_printer import DayPrinter, find_page
from reader.errors import NotAtHand, UsageError
from reader.exits import Exit
from reader.export.page_report import report_lines
from reader.export.record import as_json
from reader.folders import own_papers
from reader.parsing.clean import clean_line
from reader.settings import config
from reader.sources.papers import Papers, listing, record
from reader.terminal.guard import TerminalGuard
from reader.terminal.output import write_answer
from reader.terminal.probe import MEASURED, Answers, Probe
from reader.terminal.progress import Progress
from reader.words import Words


def toc(arguments: Arguments, words: Words) -> Exit:
    """Print the contents of the page a target opens at, or of all pages of its day.

    Raises:
        NotAtHand: A page could not be had.
    """
    with Progress() as progress:
        day = DayPrinter.of(arguments, words, progress)
        day.print_contents()
    return day.end()


def text(arguments: Arguments, words: Words) -> Exit:
    """Print the requested article, else the one the target is; of a layout page, or a whole day, all of them.

    Raises:
        NotAtHand: An article or a page could not be had.
        UsageError: The contents have no such number, or a line cannot be so wide.
    """
    if arguments.width not in range(limits.TEXT_CELLS + 1):
        raise UsageError("bad-width", all=limits.TEXT_CELLS)
    with Progress() as progress:
        day = DayPrinter.of(arguments, words, progress)
        count = day.print_records() if arguments.json else day.print_texts()
    return day.end(is_empty=not count)


def lead(arguments: Arguments, words: Words) -> Exit:
    """Print contents and lead story, for `banmian TARGET` into a pipe."""
    with Progress() as progress:
        DayPrinter.of(arguments, words, progress).print_lead()
    return Exit.OK


def papers(arguments: Arguments, words: Words) -> Exit:
    """Print the papers in the registry: all, or those whose code, names, place or address contain a word.

    Raises:
        NotAtHand: There is none.
    """
    known, word = Papers.load(own_papers()), arguments.target or ""
    found = known.find(word)
    if arguments.json:
        write_answer(as_json([record(paper) for paper in found]))
    elif found:
        write_answer(listing(found, words))
    if not found:
        near = known.near(word)
        raise NotAtHand("no-paper-found-near" if near else "no-paper-found", word=word, near=near)
    return Exit.OK


def doctor(arguments: Arguments, words: Words) -> Exit:
    """Print what a bug report needs: versions, terminal, locale; with a target, how its page was parsed."""
    packages = ("textual", "rich", "beautifulsoup4")
    terminal = "TERM COLORTERM TERM_PROGRAM TMUX SSH_TTY DISPLAY WAYLAND_DISPLAY NO_COLOR"
    facts = {
        "banmian": getattr(reader, "__version__", "?"),
        "Python": f"{platform.python_version()} · {platform.system()} {platform.release()}",
        "textual / rich / bs4": " / ".join(_version(name) for name in packages),
        "terminal": _settings(terminal),
        "locale": _settings("LC_ALL LC_CTYPE LANG"),
        "encoding": f"{sys.stdout and sys.stdout.encoding} / {sys.getfilesystemencoding()}",
        "BANMIAN_HOME": os.environ.get("BANMIAN_HOME", ""),
    }
    if sys.stdin and sys.stdin.isatty() and sys.stdout.isatty():
        with TerminalGuard() as guard:
            facts["the terminal says"] = _told(Probe(guard, os.environ).read())
    there = Apart(reading_command())
    if not there.is_ready():
        facts["apart"] = words.say("not-apart")
    there.stop()
    if not getattr(reader, "__banmian__", False):
        facts["!"] = words.say("name-clash")
    lines = [f"{name}: {clean_line(fact) or '-'}" for name, fact in facts.items()]
    if arguments.target:
        _, edition, at = find_page(arguments, words)
        lines += ["", *report_lines(edition.page_at(at), words)]
    write_answer("\n".join(lines) + "\n")
    return Exit.OK


COMMANDS = {"toc": toc, "text": text, "papers": papers, "doctor": doctor, "config": config, "": lead}
"""The subcommands; the empty name is `banmian TARGET` into a pipe."""


def _told(answers: Answers) -> str:
    """What a terminal answered, in a line: its name, how wide it draws some characters, its background, pictures."""
    cells = ",".join(map(str, answers.cells))
    ground = "#" + "".join(f"{round(255 * part):02x}" for part in answers.ground) if answers.ground else ""
    told = (answers.name, f"{MEASURED} {cells}", ground, answers.pictures.value)
    return "  ".join(part or "-" for part in told)


def _settings(names: str) -> str:
    """The named environment variables that are set, as NAME=value."""
    return " ".join(f"{name}={os.environ[name]}" for name in names.split() if os.environ.get(name))


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "?"
