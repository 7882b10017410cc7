"""Reads the head and foot of a page: the paper, its sister papers, its publisher, the day, the statement of rights."""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from itertools import groupby

from reader.edition.model import SisterPaper
from reader.parsing.article import Reading
from reader.parsing.days import issued_at
from reader.parsing.lines import Link, TextLine
from reader.parsing.links import file_name, written
from reader.parsing.smallprint import LineKind, folded, is_statement, owner_in, paper_in, paper_named
from reader.parsing.witnesses import first

_NAME = 12
"""Characters of a paper's name in a list of links."""
_FOLDERS = 2
"""Folders of a front page's address, at most, with its site."""
_FRONT = (
    "",
    "index.html",
    "index.htm",
    "index.shtml",
    "paperindex.htm",
    "paperindex.html",
    "default.htm",
    "node_1.htm",
)
"""File names of a paper's front page."""
_NAMES = (LineKind.NAME, LineKind.MENU)


def paper_of(reading: Reading) -> str:
    """The name of the paper, "" if the page does not say it."""
    document, head = reading.document, [line for line in reading.outside if line.shown]

    def named(*kinds: LineKind) -> str:
        return next((name for line in head if line.small.kind in kinds for name in line.small.papers), "")

    found = first(
        document,
        "paper",
        ("property", lambda: document.field("papername") or document.field("channelname")),
        ("title", lambda: paper_in(document.field("head"), document.papers)),
        (
            "menu",
            lambda: next((line.small.papers[0] for line in _rows(reading) if _begins_with_itself(line)), ""),
        ),
        ("day", lambda: named(LineKind.DAY, LineKind.PROPERTY)),
        ("name", lambda: named(*_NAMES)),
        ("statement", lambda: next(filter(None, (owner_in(line.text) for line in _statements(reading))), "")),
        strong=2,
    )
    return found or ""


def _rows(reading: Reading) -> list[TextLine]:
    """The lines that name several papers, parted by strokes."""
    return [line for line in reading.lines if line.small.kind in _NAMES and len(line.small.papers) > 1]


def _begins_with_itself(line: TextLine) -> bool:
    """Whether a row of papers begins with the paper itself: not all of them are links."""
    return len(line.hrefs) < len(line.small.papers)


def sister_papers(reading: Reading, paper: str) -> tuple[SisterPaper, ...]:
    """The other papers of the publisher: in a select, in a row parted by strokes, in a list of links to front pages."""
    document = reading.document
    named = [(name, address) for address, name in document.options if not _is_prompt(address, name)]
    for line in _rows(reading)[:1] if not named else ():
        addresses = {
            link.text.strip("《》 "): link.href for link in document.links if link.href in line.hrefs
        }
        named = [(name, addresses.get(name, "")) for name in line.small.papers]
    named = named or [(link.text.strip("《》 "), link.href) for link in _linked_papers(reading)]
    return tuple(
        SisterPaper(name=name, url=document.base.url(document.href(address)))
        for name, address in named
        if name != paper
    )


def _is_prompt(address: str, name: str) -> bool:
    return not name or address.startswith(("javascript:", "#")) or "请" in name or "选择" in name


def _linked_papers(reading: Reading) -> list[Link]:
    document = reading.document
    best: list[Link] = []
    for is_front, group in groupby(
        document.links, lambda link: bool(link.text) and file_name(link.href).lower() in _FRONT
    ):
        found = [link for link in group if is_front and len(link.text) <= _NAME and _is_high(link.href)]
        known = sum(bool(paper_named(link.text, document.papers)) for link in found)
        best = found if 2 * known >= len(found) > max(1, len(best)) else best
    return [link for link in best if "curr" not in link.names.split()]


def _is_high(address: str) -> bool:
    """Whether an address is few folders below its site's root."""
    return bool(address) and written(address).rpartition("://")[2].strip("/").count("/") <= _FOLDERS


def issued_in(reading: Reading) -> date | None:
    """The day of issue."""
    document = reading.document
    dated = [
        line.small
        for line in reading.outside
        if line.small.days and line.small.kind in (LineKind.DAY, LineKind.PROPERTY)
    ]
    return first(
        document,
        "date",
        ("address", lambda: issued_at(document.base.address)),
        ("day", lambda: next((small.days[0] for small in dated if small.has_weekday), None)),
        ("line", lambda: dated[0].days[0] if dated else None),
        ("property", lambda: issued_at(document.field("date")[:10])),
        ("addresses", lambda: _issued_at(reading)),
        strong=2,
    )


def _issued_at(reading: Reading) -> date | None:
    """The day that most addresses in the page hold that lead to its own site."""
    document = reading.document
    addresses = [picture.attributes.get("src", "") for picture in document.pictures] + [
        link.href for link in document.links
    ]
    days = Counter(day for address in addresses if "://" not in address and (day := issued_at(address)))
    return days.most_common(1)[0][0] if days else None


def _statements(reading: Reading) -> list[TextLine]:
    return [line for line in reading.lines if line.small.kind is LineKind.STATEMENT]


def copyright_in(reading: Reading) -> str:
    """The statement of rights: the line with 版权所有, else the first that forbids copying."""
    found: Sequence[str] = [line.text for line in _statements(reading) if is_statement(folded(line.text))]
    return next((text for text in found if "版权所有" in folded(text)), found[0] if found else "")
