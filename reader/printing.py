"""The commands that print to standard output: contents, text, papers, diagnostics."""

import json
import os
import platform
import sys
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from functools import partial
from importlib.metadata import PackageNotFoundError, version
from typing import NamedTuple, Self

import reader
from reader import limits
from reader.apart.process import Apart, reading_command
from reader.arguments import Arguments
from reader.edition.day import Edition
from reader.edition.model import Page
from reader.errors import NotAtHand, NotPublished, ReaderError, UsageError
from reader.exits import Exit
from reader.export.page_report import report_lines
from reader.export.plain import contents_text, page_head, set_text
from reader.export.record import (
    Addresses,
    Record,
    day_record,
    missing_record,
    text_record,
    texts_record,
    toc_record,
)
from reader.folders import own_papers
from reader.newsstand.gathering import Gathering, Missing, Sheet
from reader.newsstand.stand import Stand
from reader.newsstand.targets import find_stand
from reader.parsing.clean import clean_line
from reader.sources.papers import Papers, listing, record
from reader.terminal import deadline
from reader.terminal.guard import TerminalGuard
from reader.terminal.output import write_answer
from reader.terminal.probe import MEASURED, Answers, Probe
from reader.terminal.progress import Progress
from reader.typesetting.cells import widths
from reader.words import Words

_NAMED = 3
"""Missing parts that are named in the sentence on what is missing."""


class _Printing(NamedTuple):
    """What `toc` and `text` print from."""

    arguments: Arguments
    words: Words
    stand: Stand
    wanted: Sequence[int]
    """Indexes of the pages to print."""
    day: Gathering
    progress: Progress

    @classmethod
    def of(cls, arguments: Arguments, words: Words, progress: Progress) -> Self:
        """What the target opens: a page of it, or the whole day."""
        if arguments.whole_day and (arguments.page or arguments.article):
            raise UsageError("page-of-whole-day")
        stand, edition, page_at = _find_page(arguments, words)
        wanted = range(len(edition.index)) if arguments.whole_day else (page_at,)

        def show(page: int, pages: int, article: int, articles: int) -> None:
            deadline.renew(limits.RUN_SECONDS)
            key = "gathering-articles" if article else "gathering-pages"
            progress.show(words.say(key, page=page, pages=pages, article=article, articles=articles))

        return cls(arguments, words, stand, wanted, Gathering(stand, edition, show), progress)

    def sheets(self) -> Iterator[Sheet]:
        """The pages; raises as fetching does, if it is only one."""
        for sheet in self.day.pages(self.wanted, is_whole=self.arguments.whole_day):
            if self.day.missing and self.stand.is_live and not self.arguments.whole_day:
                raise self.day.missing[0].error
            yield sheet

    def address(self, sheet: Sheet) -> Addresses:
        """Where the documents of a page are."""
        return partial(self.stand.address, sheet.edition, sheet.at)

    def write(self, pieces: Iterable[str], between: str = "") -> None:
        """Write text as it comes."""
        for number, piece in enumerate(pieces):
            self.progress.erase()
            write_answer((between if number else "") + piece)

    def whole_day(self, pages: Sequence[Record]) -> Record:
        """The record of the day."""
        missing = [
            missing_record(page, headline, self.words.error(error)[0])
            for page, headline, error in self.day.missing
        ]
        return day_record(self.day.edition.opened, pages, missing)

    def end(self) -> Exit:
        """The exit code; raises `NotAtHand` if something is missing."""
        missing = self.day.missing
        if missing:
            raise NotAtHand("parts-missing", what=_named(missing, self.words), why=self._why(missing[0]))
        return Exit.OK

    def _why(self, missing: Missing) -> str:
        return self.words.sentence(missing.error)


def toc(arguments: Arguments, words: Words) -> Exit:
    """Print the contents of the page a target opens at, or of all pages of its day.

    Raises:
        NotAtHand: A page could not be had.
    """
    with Progress() as progress:
        task = _Printing.of(arguments, words, progress)
        if arguments.json:
            records = [toc_record(sheet.page, task.address(sheet)) for sheet in task.sheets()]
            task.write([_json(task.whole_day(records) if arguments.whole_day else records[0])])
        else:
            is_live = task.stand.is_live
            pages = (contents_text(sheet.page, words, is_live=is_live) for sheet in task.sheets())
            task.write(pages, "\n")
    return task.end()


def text(arguments: Arguments, words: Words) -> Exit:
    """Print the requested article, else the one the target is; of a layout page, or a whole day, all of them.

    Raises:
        NotAtHand: An article or a page could not be had.
        UsageError: The contents have no such number, or a line cannot be so wide.
    """
    if arguments.width not in range(limits.TEXT_CELLS + 1):
        raise UsageError("bad-width", all=limits.TEXT_CELLS)
    with Progress() as progress:
        task = _Printing.of(arguments, words, progress)
        count = _print_records(task) if arguments.json else _print_texts(task)
    if not count:
        raise _nothing(task)
    return task.end()


def _print_texts(task: _Printing) -> int:
    """Print articles as text, as they come, under the heads of their pages if there are several; returns how many."""
    words, width = task.words, task.arguments.width
    table, count = widths(task.arguments.ambiguous or 1), 0

    def pieces() -> Iterator[str]:
        nonlocal count
        for sheet in task.sheets():
            if task.arguments.whole_day:
                yield page_head(sheet.page, words) + "\n"
            for entry in task.day.articles(sheet, _chosen(sheet.page, task.arguments)):
                if entry.article:
                    count += 1
                    yield set_text(entry.article, width, words, table)

    task.write(pieces(), "\n\n")
    return count


def _print_records(task: _Printing) -> int:
    """Print articles as JSON; returns how many."""
    pages, count = [], 0
    for sheet in task.sheets():
        page, address = sheet.page, task.address(sheet)
        entries = task.day.articles(sheet, _chosen(page, task.arguments))
        records = [
            text_record(page, entry.article, entry.href, address) for entry in entries if entry.article
        ]
        pages.append(texts_record(page, records, address))
        is_one = _article_at(page, task.arguments) is not None
        count += len(records)
    if task.arguments.whole_day:
        task.write([_json(task.whole_day(pages))])
    else:
        task.write([_json(records[0] if is_one and records else records)])
    return count


def _article_at(page: Page, arguments: Arguments) -> int | None:
    """Index of the article to print; None for all of the page."""
    if arguments.whole_day:
        return None
    return page.opens_at if arguments.article is None else arguments.article - 1


def _chosen(page: Page, arguments: Arguments) -> Sequence[int]:
    """Indexes of the articles to print, in the page's contents."""
    every, at = range(len(page.contents)), _article_at(page, arguments)
    if at is not None and at not in every:
        raise UsageError("no-article", n=arguments.article, all=len(every))
    return every if at is None else (at,)


def _nothing(task: _Printing) -> ReaderError:
    """Why no article was printed."""
    missing = task.day.missing
    if missing and task.stand.is_live:
        return missing[0].error
    return NotAtHand("no-article-at-hand" if missing else "no-article-on-page")


def _named(missing: Sequence[Missing], words: Words) -> str:
    """What is missing, in a few words: the first of it, and how much more."""
    parts = []
    for page, headline, _ in missing[:_NAMED]:
        place = words.say("page-short", number=page.number) if page.number else page.name
        parts.append(words.say("missing-article-of", page=place, headline=headline) if headline else place)
    more = words.say("missing-more", n=len(missing) - _NAMED) if len(missing) > _NAMED else ""
    return words.say("list-comma").join(parts) + more


def lead(arguments: Arguments, words: Words) -> Exit:
    """Print contents and lead story, for `banmian TARGET` into a pipe."""
    with Progress() as progress:
        task = _Printing.of(arguments, words, progress)
        for sheet in task.sheets():
            page = sheet.page
            parts = [contents_text(page, words, is_live=task.stand.is_live)]
            for entry in task.day.articles(sheet, [page.lead] if page.contents else []):
                if entry.article:
                    parts.append(
                        set_text(entry.article, arguments.width, words, widths(arguments.ambiguous or 1))
                    )
        if page.copyright_notice:
            parts.append(page.copyright_notice + "\n")
        task.write(parts, "\n")
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
    _, edition, at = _find_page(arguments, words)
    return edition.page_at(at)


def _find_page(arguments: Arguments, words: Words) -> tuple[Stand, Edition, int]:
    """What a target opens, its day, and the index of the page asked for, else of its first."""
    stand = find_stand(arguments, words, datetime.now(UTC))  # noqa: TID251 - here the clock comes in
    *_, edition = stand.open()
    page_at = edition.page_asked(arguments.page) if arguments.page else edition.first
    if page_at is None:
        raise NotPublished("no-page-asked", n=arguments.page, all=len(edition.index))
    return stand, edition, page_at


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
