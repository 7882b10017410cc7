"""Reads the list of a day's pages: rows that lead to them, else captions that follow one another."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from msgspec.structs import replace

from reader.edition.model import NO_TEXT, Clean, PageLink
from reader.parsing.clean import clean_line
from reader.parsing.dialects import leads_to_page
from reader.parsing.lines import Link, TextLine
from reader.parsing.reading import Reading
from reader.parsing.selectors import split_selectors
from reader.parsing.smallprint import SmallPrint, read_line

Caption = tuple[str, str]
"""Number and name of a page."""


def page_list(reading: Reading) -> tuple[tuple[PageLink, ...], Clean]:
    """The pages of the day, each once, and the PDF that belongs to the caption rather than to a row."""
    document = reading.document
    found: dict[str, PageLink] = {}
    lines = {href: line.small for line in reading.lines for href in line.hrefs}
    marks = ["#pagelink", *split_selectors(reading.dialect.pages)]
    latest, caption_pdf = "", NO_TEXT
    for link in document.links:
        href = document.href(link.href)
        if href.lower().endswith(".pdf"):
            caption_pdf = caption_pdf or (NO_TEXT if latest else href)
            if latest and not found[latest].pdf:
                found[latest] = replace(found[latest], pdf=href)
            latest = ""
        elif href and (row := _row(link, lines, is_row=link.is_in(marks))):
            latest = document.base.key(href)
            new = PageLink(
                number=clean_line(row[0]), name=clean_line(row[1]), href=href, url=document.base.url(href)
            )
            found.setdefault(latest, new)
        elif link.text:
            latest = ""
    return tuple(found.values() or _told(reading)), caption_pdf


def _row(link: Link, lines: Mapping[str, SmallPrint], *, is_row: bool) -> Caption | None:
    """Number and name of the page an anchor of the list of pages leads to; the number may stand before it."""
    may_lead = link.text and (is_row or leads_to_page(link.href))
    if not may_lead or "pdf" in link.names.split() or link.says("上一版", "下一版"):
        return None
    own, around = read_line(link.text), lines.get(link.href, SmallPrint())
    if own.number:
        return own.number, own.name
    return (around.number, around.name or link.text) if around.number else ("", link.text) if is_row else None


def listed_captions(reading: Reading) -> list[TextLine]:
    """The captions that follow one another, as the rows of a list of pages do where nothing leads to them."""
    runs = [
        list(run) for is_bare, run in groupby(reading.lines, lambda line: line.is_bare_caption) if is_bare
    ]
    return [line for run in runs for line in run if len(run) > 1]


def _told(reading: Reading) -> Iterator[PageLink]:
    """The pages of a list that leads to no known kind of file, or the captions of several pages."""
    named: Sequence[TextLine] = listed_captions(reading) if reading.document.is_text else reading.lines
    captions = [line for line in named if line.is_strong_caption and line.small.name]
    listed = {(line.small.number, line.small.name): line for line in reversed(captions)}
    for (number, name), line in reversed(listed.items()) if len(listed) > 1 else ():
        href = reading.document.href(next(iter(line.hrefs), ""))
        yield PageLink(number=clean_line(number), name=clean_line(name), href=href)
