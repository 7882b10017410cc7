"""Resolves a target: file, folder of one or more days, address, paper's code, pipe or clipboard."""

import os
import sys
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from reader.arguments import Arguments
from reader.errors import NotPublished, ReaderError, SourceError, UsageError
from reader.folders import own_papers
from reader.later import Later
from reader.nearest import nearest, nearest_paths
from reader.newsstand.saved import Saved, open_path
from reader.newsstand.stand import Stand
from reader.options import SUBCOMMANDS
from reader.sources import folder, sample
from reader.sources.days import day_asked, is_early, today
from reader.sources.folder import Folder, is_there, read_text
from reader.terminal.clipboard import paste
from reader.words import Words

if TYPE_CHECKING:
    from reader.newsstand import online, pasting
    from reader.sources import papers
else:  # not needed for what is saved
    online, papers = Later("reader.newsstand.online"), Later("reader.sources.papers")
    pasting = Later("reader.newsstand.pasting")

_ENDINGS = ("com", "cn", "net", "org", "gov", "edu", "hk", "mo", "tw")
"""Ends of the names of sites, by which they are told from those of files."""


def find_stand(arguments: Arguments, words: Words, now: datetime, piped: Folder | None = None) -> Stand:
    """Find what a target means.

    Args:
        arguments: The parsed command line; without a target, the sample is meant.
        words: Their language decides which paper of the sample to open.
        now: The current time, with time zone.
        piped: The content of standard input, if it was read already.

    Raises:
        SourceError: There is nothing at the target, or a paper's day is yet to come.
        UsageError: There is no such paper or day.
    """
    target, encoding = arguments.target, arguments.encoding
    if arguments.paste:
        return pasted(paste(os.environ))
    if target == "-":
        return Saved(piped or read_text(sys.stdin.buffer), *_day_of(arguments, now), encoding=encoding)
    if not target or target == sample.TARGET or (target == sample.NAME and not is_there(Path(target))):
        return _sample(arguments, words, now)
    if arguments.is_address:
        return online.open_site(target, encoding)
    return _saved(Path(target), arguments, now) if is_there(Path(target)) else _by_code(arguments, now)


def pasted(text: str) -> Stand:
    """The stand of what was pasted or is on the clipboard: an address, a path, or the text of a page itself.

    An address counts as typed by the user. Raises as `find_stand` does.
    """
    target = pasting.target_in(text)
    if Arguments(target=target).is_address:
        return online.open_site(target)
    if target:
        return Saved(open_path(Path(target)), target=str(Path(target).absolute()))
    stand = Saved(folder.text(text.encode()), encoding="utf-8")
    stand.is_text = True
    return stand


def _sample(arguments: Arguments, words: Words, now: datetime) -> Stand:
    paper = arguments.paper or sample.PAPERS[words.language]
    asked = replace(arguments, paper=paper, date=arguments.date or sample.DAY.isoformat())
    stand = _saved(sample.find(), asked, now, sample.TARGET)
    stand.is_sample = True
    return stand


def _saved(path: Path, arguments: Arguments, now: datetime, target: str = "") -> Stand:
    found = open_path(path)
    is_wish = arguments.is_return and not found.has_days
    asked = ("", None) if is_wish else _day_of(arguments, now)
    return Saved(found, *asked, encoding=arguments.encoding, target=target or str(path.absolute()))


def _day_of(arguments: Arguments, now: datetime) -> tuple[str, date | None]:
    """The requested paper and day; empty for any, None for the newest."""
    return arguments.paper, day_asked(arguments.date, now) if arguments.date else None


def _by_code(arguments: Arguments, now: datetime) -> Stand:
    code = arguments.target or ""
    if "/" in code or "." in code:  # a mistyped path; without these it is a paper's code
        raise nothing_at(code)
    paper = _paper(code)
    is_yesterdays = not arguments.date and is_early(now)
    issued = day_asked(arguments.date or ("yesterday" if is_yesterdays else "today"), now)
    if issued > today(now):
        raise NotPublished("day-to-come", day=issued, today=today(now))
    stand = online.open_paper(paper, issued, arguments.page, arguments.encoding)
    stand.notice = "early" if is_yesterdays else ""
    return stand


def _paper(code: str) -> "papers.Paper":
    """The paper of a code; the error for what is none names commands and files it may have been meant for, too."""
    try:
        return papers.Papers.load(own_papers()).get(code)
    except UsageError as error:
        if error.code not in ("unknown-paper", "no-such-paper"):
            raise
        commands = (f"banmian {name}" for name in nearest(code, SUBCOMMANDS, most=1))
        near = [*commands, *nearest_paths(code), str(error.facts.get("near", ""))]
        listed = " · ".join(filter(None, near))
        raise UsageError("unknown-paper" if listed else "no-such-paper", paper=code, near=listed) from error


def nothing_at(path: str) -> ReaderError:
    """The error for a path at which there is nothing: with the nearest ones, or as the address it seems to be."""
    if "://" in path:
        return UsageError("bad-address", name=path)
    if near := nearest_paths(path):
        return SourceError("no-such-path-near", name=path, near=" · ".join(near))
    return SourceError("address-without-http" if _begins_with_host(path) else "no-such-path", name=path)


def _begins_with_host(path: str) -> bool:
    """Whether it is an address but for the http:// before it."""
    host, _, port = path.partition("/")[0].partition(":")
    is_number = host.count(".") == 3 and host.replace(".", "").isdecimal()
    is_name = "." in host and (host.startswith("www.") or host.rpartition(".")[2] in _ENDINGS)
    return is_number or is_name or port.isdecimal()
