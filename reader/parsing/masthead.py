"""Reads the head and foot of a page: the paper, its sister papers, its publisher, the day, the statement of rights."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from itertools import groupby

from reader.edition.model import NO_TEXT, Clean, SisterPaper
from reader.parsing.clean import clean_line
from reader.parsing.days import issued_at
from reader.parsing.lines import Link, TextLine
from reader.parsing.links import file_name, written
from reader.parsing.names import owner_in, paper_in, paper_named, publisher
from reader.parsing.reading import Reading
from reader.parsing.smallprint import LineKind, is_statement
from reader.parsing.tables import folded
from reader.parsing.witnesses import first

_NAME = 30
"""Characters of a paper's name in a list of links."""
_FOLDERS = 2
"""Folders of a front page's address, at most, with its site."""
_FRONT_PAGE = re.compile(r"(?:index\.s?html?|paperindex\.html?|default\.htm|node_1\.htm)?", re.IGNORECASE)
"""The file name of a paper's front page, if it has any."""
_NAMES = (LineKind.NAME, LineKind.MENU)


def paper_of(reading: Reading) -> str:
    """The name of the paper, "" if the page does not say it."""
    document, head = reading.document, [line.small for line in reading.outside if line.shown]

    def named(*kinds: LineKind) -> str:
        return next((name for small in head if small.kind in kinds for name in small.papers), "")

    def said() -> Iterator[tuple[str, str]]:
        yield "property", document.field("papername") or document.field("channelname")
        yield "title", paper_in(document.field("head"), document.papers)
        # A row that is not all links begins with the paper itself.
        rows = (line for line in _rows(reading) if len(line.hrefs) < len(line.small.papers))
        yield "menu", next((line.small.papers[0] for line in rows), "")
        yield "day", named(LineKind.DAY, LineKind.PROPERTY)
        yield "name", named(*_NAMES)
        yield "statement", next(filter(None, map(owner_in, _statements(reading))), "")

    return first(document, "paper", said(), strong=2) or ""


def publisher_of(reading: Reading) -> str:
    """The publisher of the paper, "" if the page does not say it."""
    return next(filter(None, (publisher(line.text) for line in reading.lines)), "")


def _rows(reading: Reading) -> list[TextLine]:
    """The lines that name several papers, parted by strokes."""
    return [line for line in reading.lines if line.small.kind in _NAMES and len(line.small.papers) > 1]


def sister_papers(reading: Reading, paper: str) -> tuple[SisterPaper, ...]:
    """The other papers of the publisher: in a select, in a row parted by strokes, in a list of links to front pages."""
    document = reading.document
    named = [(name, address) for address, name in document.options if not _is_prompt(address, name)]
    for line in _rows(reading)[:1] if not named else ():
        addresses = {_bare(link): link.href for link in document.links if link.href in line.hrefs}
        named = [(name, addresses.get(name, "")) for name in map(clean_line, line.small.papers)]
    named = named or [(_bare(link), link.href) for link in _linked_papers(reading)]
    others = [(name, document.href(address)) for name, address in named if name != paper]
    return tuple(SisterPaper(name=name, url=document.base.url(href)) for name, href in others)


def _bare(link: Link) -> Clean:
    """The name in a link, without its quotation marks."""
    return clean_line(link.text.strip("《》 "))


def _is_prompt(address: str, name: str) -> bool:
    return not name or address.startswith(("javascript:", "#")) or "请" in name or "选择" in name


def _linked_papers(reading: Reading) -> list[Link]:
    """The longest list of links to front pages of which half name papers, without the paper itself."""
    best: list[Link] = []
    for is_front, group in groupby(reading.document.links, _leads_to_front):
        found = [link for link in group if is_front and len(link.text) <= _NAME and _is_high(link.href)]
        known = sum(bool(paper_named(link.text, reading.document.papers)) for link in found)
        best = found if 2 * known >= len(found) > max(1, len(best)) else best
    return [link for link in best if "curr" not in link.names.split()]


def _leads_to_front(link: Link) -> bool:
    is_front = _FRONT_PAGE.fullmatch(file_name(link.href))
    return bool(link.text and is_front) and not link.says("上一版", "下一版")


def _is_high(address: str) -> bool:
    """Whether an address is few folders below its site's root."""
    return bool(address) and written(address).rpartition("://")[2].strip("./").count("/") <= _FOLDERS


def issued_in(reading: Reading) -> date | None:
    """The day of issue."""
    document, kinds = reading.document, (LineKind.DAY, LineKind.PROPERTY, LineKind.NAME)
    dated = [line.small for line in reading.outside if line.small.days and line.small.kind in kinds]

    def said() -> Iterator[tuple[str, date | None]]:
        yield "address", issued_at(document.base.address)
        yield "day", next((small.days[0] for small in dated if small.has_weekday), None)
        yield "line", dated[0].days[0] if dated else None
        yield "property", issued_at(document.field("date")[:10])
        yield "addresses", _issued_at(reading)

    return first(document, "date", said(), strong=2)


def _issued_at(reading: Reading) -> date | None:
    """The day that most addresses in the page hold that lead to its own site."""
    document = reading.document
    addresses = [picture.attributes.get("src", "") for picture in document.pictures]
    addresses += [link.href for link in document.links]
    days = Counter(day for address in addresses if "://" not in address and (day := issued_at(address)))
    return days.most_common(1)[0][0] if days else None


def _statements(reading: Reading) -> list[Clean]:
    return [line.text for line in reading.lines if line.small.kind is LineKind.STATEMENT]


def copyright_in(reading: Reading) -> Clean:
    """The statement of rights: the line with 版权所有, else the first that forbids copying."""
    found = [text for text in _statements(reading) if is_statement(folded(text))]
    return next((text for text in found if "版权所有" in folded(text)), found[0] if found else NO_TEXT)
