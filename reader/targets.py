"""What a target means: a file, a folder of a day or of many, an address, a paper's code, a pipe, the clipboard."""

import os
import sys
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

from reader.arguments import Arguments
from reader.errors import SourceError
from reader.newsstand import open_archive
from reader.online import open_paper, open_site, own_papers
from reader.sources import files, sample
from reader.stand import ArchiveStand, LiveStand, Stand
from reader.terminal.clipboard import paste
from reader.words import Words


def find_stand(
    arguments: Arguments, words: Words, now: datetime, piped: files.BytesSource | None = None
) -> Stand:
    """Where to read a target from.

    Args:
        arguments: What was asked for; without a target the sample.
        words: Its language tells which paper of the sample.
        now: The moment, with its time zone.
        piped: What standard input held, if it was read already.

    Raises:
        SourceError: There is nothing there.
        UsageError: There is no such paper or day.
    """
    target, encoding = arguments.target, arguments.encoding
    if arguments.paste:
        return Stand(files.BytesSource(paste(os.environ).encode()), "utf-8")
    if target == "-":
        return Stand(piped or files.BytesSource.read(sys.stdin.buffer), encoding)
    if target and arguments.is_address:
        return LiveStand(open_site(target, encoding))
    if not target or target == sample.TARGET or (target == sample.NAME and not files.is_there(Path(target))):
        return _sample(arguments, words, now)
    return _saved(Path(target), arguments, now) if files.is_there(Path(target)) else _by_code(arguments, now)


def _sample(arguments: Arguments, words: Words, now: datetime) -> Stand:
    paper = arguments.paper or sample.PAPERS[words.language]
    asked = replace(arguments, paper=paper, date=arguments.date or sample.DAY.isoformat())
    stand = _saved(sample.find(), asked, now, sample.TARGET)
    stand.is_sample = True
    return stand


def _saved(path: Path, arguments: Arguments, now: datetime, target: str = "") -> Stand:
    target = target or str(path.absolute())
    archive = open_archive(path) if path.is_dir() else None
    if archive is None:
        return Stand(files.open_path(path), arguments.encoding, target)
    issued = _day(arguments.date, now) if arguments.date else None
    return ArchiveStand(archive, archive.choose(arguments.paper, issued), arguments.encoding, target)


def _by_code(arguments: Arguments, now: datetime) -> Stand:
    from reader.sources.calendar import is_early  # noqa: PLC0415 - of no use to a saved page
    from reader.sources.papers import Papers  # noqa: PLC0415

    code, papers = arguments.target or "", Papers.load(own_papers())
    if "/" in code or "." in code:  # a path, mistyped; any other word is a paper's code, mistyped
        raise SourceError("no-such-path", name=code)
    paper = papers.get(code)
    is_yesterdays = not arguments.date and is_early(now)
    issued = _day(arguments.date or ("yesterday" if is_yesterdays else "today"), now)
    stand = open_paper(paper, issued, arguments.page, arguments.encoding)
    stand.notice = "early" if is_yesterdays else ""
    return stand


def _day(word: str, now: datetime) -> date:
    from reader.sources.calendar import day_asked  # noqa: PLC0415 - of no use to a saved page

    return day_asked(word, now)
