"""What a target means: a file, a folder of a day or of many, an address, a paper's code, a pipe, the clipboard."""

import os
import sys
from datetime import date, datetime
from pathlib import Path
from urllib.parse import urlsplit

import reader
from reader.asked import Arguments
from reader.errors import SourceError, UsageError
from reader.newsstand import Live, open_archive
from reader.sources import files, sample
from reader.stand import ArchiveStand, LiveStand, Stand
from reader.terminal.clipboard import paste
from reader.words import Words


def own_papers() -> Path:
    """The file with a person's own rows of the registry: in BANMIAN_HOME, else as the system has it."""
    if home := os.environ.get("BANMIAN_HOME"):
        return Path(home) / "papers.toml"
    from platformdirs import user_config_path  # noqa: PLC0415 - only where BANMIAN_HOME does not say it

    return user_config_path("banmian") / "papers.toml"


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
    if target and urlsplit(target).scheme in ("http", "https"):
        return LiveStand(_live(target, encoding))
    path = Path(target) if target else sample.find(words.language)
    return _saved(path, arguments, now) if path.exists() else _by_code(arguments, now)


def _saved(path: Path, arguments: Arguments, now: datetime) -> Stand:
    archive = open_archive(path) if path.is_dir() else None
    if archive is None:
        return Stand(files.open_path(path), arguments.encoding, str(path.absolute()))
    issued = _day(arguments.date, now) if arguments.date else None
    return ArchiveStand(archive, archive.choose(arguments.paper, issued), arguments.encoding, path)


def _by_code(arguments: Arguments, now: datetime) -> Stand:
    from reader.sources.calendar import is_early  # noqa: PLC0415 - of no use to a saved page
    from reader.sources.papers import Papers, front_page  # noqa: PLC0415

    code, papers = arguments.target or "", Papers.load(own_papers())
    if "/" in code or "." in code:  # a path, mistyped; any other word is a paper's code, mistyped
        raise SourceError("no-such-path", name=code)
    paper = papers.get(code)
    is_yesterdays = not arguments.date and is_early(now)
    issued = _day(arguments.date or ("yesterday" if is_yesterdays else "today"), now)
    url = paper.expand(issued, arguments.page)
    live = _live(url, arguments.encoding)
    row = {"paper": paper.code, "url": url, "evidence": paper.evidence, "reached": paper.reached}
    row["config"] = str(own_papers())
    stand = LiveStand(live, row, lambda: front_page(paper, issued, arguments.page, live.source.fetch))
    stand.notice = "early" if is_yesterdays else ""
    return stand


def _day(word: str, now: datetime) -> date:
    from reader.sources.calendar import day_asked  # noqa: PLC0415 - of no use to a saved page

    return day_asked(word, now)


def _live(url: str, encoding: str) -> Live:
    from reader.sources.http import Manners, Speaker  # noqa: PLC0415 - of no use to a saved page
    from reader.sources.live import HttpSource  # noqa: PLC0415

    if not urlsplit(url).hostname:
        raise UsageError("usage", problem=url)
    version = getattr(reader, "__version__", "0")
    agent = f"banmian/{version} (terminal newspaper reader)"
    return Live(HttpSource(url, Speaker(Manners(agent=agent))), encoding)
