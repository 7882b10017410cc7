"""The commands that print to standard output: contents, text, papers, diagnostics."""

import json
import os
import platform
import sys
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version

import reader
from reader import limits
from reader.apart.process import Apart, reading_command
from reader.arguments import Arguments
from reader.edition.day import Edition
from reader.edition.model import Page
from reader.errors import NotAtHand, NotPublished, UsageError
from reader.exits import Exit
from reader.export.page_report import report_lines
from reader.export.plain import contents_text, set_text
from reader.export.record import text_record, toc_record
from reader.folders import own_papers
from reader.newsstand.targets import find_stand
from reader.parsing.clean import clean_line
from reader.sources.papers import Papers, listing, record
from reader.terminal.guard import TerminalGuard
from reader.terminal.output import write_answer
from reader.terminal.probe import MEASURED, Answers, Probe
from reader.typesetting.cells import widths
from reader.words import Words


def toc(arguments: Arguments, words: Words) -> Exit:
    """Print the contents of the page a target opens at."""
    edition, at = _find_page(arguments, words)
    page = edition.page_at(at)
    write_answer(_json(toc_record(page)) if arguments.json else contents_text(page, words))
    return Exit.OK if edition.pages[at] else Exit.PARTIAL


def text(arguments: Arguments, words: Words) -> Exit:
    """Print the requested article, else the one the target is; for a layout page, all that are at hand.

    Raises:
        NotAtHand: None of them is at hand.
        UsageError: The contents have no such number, or a line cannot be so wide.
    """
    if arguments.width not in range(limits.TEXT_CELLS + 1):
        raise UsageError("bad-width", all=limits.TEXT_CELLS)
    page = _open(arguments, words)
    at = page.opens_at if arguments.article is None else arguments.article - 1
    if at is not None and at not in range(len(page.contents)):
        raise UsageError("no-article", n=arguments.article, all=len(page.contents))
    entries = page.contents if at is None else page.contents[at : at + 1]
    articles = [entry.article for entry in entries if entry.article]
    if arguments.json:
        records = [text_record(page, article) for article in articles]
        write_answer(_json(records[0] if articles and at is not None else records))
    else:
        table = widths(arguments.ambiguous or 1)
        write_answer("\n\n".join(set_text(article, arguments.width, words, table) for article in articles))
    if not articles:
        raise NotAtHand("no-article-at-hand" if entries else "no-article-on-page")
    return Exit.OK if len(articles) == len(entries) else Exit.PARTIAL


def lead(arguments: Arguments, words: Words) -> Exit:
    """Print contents and lead story, for `banmian TARGET` into a pipe."""
    page = _open(arguments, words)
    parts = [contents_text(page, words)]
    article = page.lead_article
    if article:
        parts.append(set_text(article, arguments.width, words, widths(arguments.ambiguous or 1)))
    if page.copyright_notice:
        parts.append(page.copyright_notice + "\n")
    write_answer("\n".join(parts))
    return Exit.OK


def papers(arguments: Arguments, words: Words) -> Exit:
    """Print the papers in the registry: all, or those whose code, name or address contains a word."""
    found = Papers.load(own_papers()).find(arguments.target or "")
    write_answer(_json([record(paper) for paper in found]) if arguments.json else listing(found, words))
    return Exit.OK if found else Exit.PARTIAL


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
        lines += ["", *report_lines(_open(arguments, words), words)]
    write_answer("\n".join(lines) + "\n")
    return Exit.OK


COMMANDS = {"toc": toc, "text": text, "papers": papers, "doctor": doctor, "": lead}
"""The subcommands; the empty name is `banmian TARGET` into a pipe."""


def _open(arguments: Arguments, words: Words) -> Page:
    """The page a target opens at, with every article at hand; without a target, of the sample."""
    edition, at = _find_page(arguments, words)
    return edition.page_at(at)


def _find_page(arguments: Arguments, words: Words) -> tuple[Edition, int]:
    """The day a target opens, and the index of the page asked for, else of its first."""
    *_, edition = find_stand(arguments, words, datetime.now(UTC)).open()  # noqa: TID251 - here the clock comes in
    page_at = edition.page_asked(arguments.page) if arguments.page else edition.first
    if page_at is None:
        raise NotPublished("no-page-asked", n=arguments.page, all=len(edition.index))
    return edition, page_at


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


def _json(record: object) -> str:
    return json.dumps(record, ensure_ascii=False, indent=2) + "\n"
