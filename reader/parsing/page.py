"""Reads what is on a page except its article: its own caption, the ways to its neighbours, and all others' lists."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from reader.edition.model import Clean, Page, PageLink
from reader.parsing import zones
from reader.parsing.clean import clean_line
from reader.parsing.contents import contents_of
from reader.parsing.dialects import leads_to_article, leads_to_page
from reader.parsing.lines import TextLine
from reader.parsing.masthead import copyright_in, issued_in, paper_of, publisher_of, sister_papers
from reader.parsing.neighbours import neighbour
from reader.parsing.pagelist import Caption, listed_captions, page_list
from reader.parsing.reading import Reading
from reader.parsing.smallprint import LineKind
from reader.parsing.witnesses import first

_CAPTIONS = (LineKind.CAPTION, LineKind.DAY, LineKind.PROPERTY, LineKind.MENU)
_ADDRESS_PAGE = re.compile(r"(?:node|page|col|l)[_.]?0*([A-Z]{0,2}\d{1,3})\.s?html?$", re.IGNORECASE)


def read_page(reading: Reading) -> Page:
    """Everything on a page except its article; the headlines of a text are read with it."""
    index, pdf = page_list(reading)
    hrefs = {row.href for row in index}
    before, after = (neighbour(reading, f"{way}_page", hrefs.__contains__) for way in ("previous", "next"))
    captions = _own_caption(reading, index, before, after)
    found = first(reading.document, "number", captions, strong=2, key=lambda caption: caption[0].lstrip("0"))
    number, name = found or ("", "")
    name = name or _name_of(number, index, reading)
    facsimile, areas = zones.facsimile(reading.document, pdf)
    paper = paper_of(reading)
    return Page(
        paper=clean_line(paper),
        publisher=clean_line(publisher_of(reading)),
        sister_papers=sister_papers(reading, paper),
        issued=issued_in(reading),
        number=clean_line(number),
        name=clean_line(name),
        page_index=index,
        contents=contents_of(reading, areas, zones.size_of(facsimile)),
        facsimile=facsimile,
        previous_page=before,
        next_page=after,
        copyright_notice=copyright_in(reading),
    )


def _name_of(number: str, index: Sequence[PageLink], reading: Reading) -> str:
    """The name of a page whose caption has none: in its row of the list of pages, in a line that says nothing else."""
    rows = (row.name for row in index if number and row.number == number)
    alone = (line.small.name for line in reading.outside if not line.small.number)
    return next(filter(None, (*rows, *alone)), "")


def _own_caption(
    reading: Reading, index: Sequence[PageLink], before: Clean | None, after: Clean | None
) -> Iterator[tuple[str, Caption | None]]:
    """What each witness says of the page's own number and name."""
    document, captions = reading.document, _captions(reading)
    own, rows = document.base.key(document.base.address), [(row.number, row.name) for row in index]
    hrefs, dotted = [row.href for row in index], [row for row in index if row.href.startswith("./")]
    beside = list(pairwise(zip(hrefs, rows, strict=True)))
    current = (row for row, href in zip(rows, hrefs, strict=True) if own == document.base.key(href))
    yield "caption", _printed(captions, shown=True, strong=True)
    yield "current", next(current, None) if own else None
    yield "dotted", (dotted[0].number, dotted[0].name) if len(dotted) == 1 else None
    yield "hidden", _printed(captions, shown=False, strong=True)
    yield "marked", _marked(reading)
    yield "weak", _printed(captions, shown=True, strong=False)
    yield "arrows", next((row for (_, row), (href, _) in beside if href and href == after), None)
    yield "arrows", next((row for (href, _), (_, row) in beside if href and href == before), None)
    number = document.field("pagenum")
    yield "property", (number, document.field("pagename")) if number else None
    file = _ADDRESS_PAGE.search(document.base.address)
    yield "address", (file[1].upper(), "") if file else None


def _captions(reading: Reading) -> list[TextLine]:
    """The lines that may be the page's caption; not the rows of a list, unless there is nothing else."""
    listed = listed_captions(reading)
    lines = [line for line in reading.outside if line.small.number and line.small.kind in _CAPTIONS]
    lines = [line for line in lines if not _is_row(line)]
    numbers, rows = Counter(line.small.number for line in lines), set(map(id, listed))
    twice = [line for line in listed if numbers[line.small.number] > 1]  # in the list, and above or below
    return twice or [line for line in lines if id(line) not in rows] or lines


def _is_row(line: TextLine) -> bool:
    """Whether a line with a number is a row of the list of pages, or a headline, as it leads to another document."""
    leads = [href for href in line.hrefs if leads_to_page(href) or leads_to_article(href)]
    return len(leads) > len({"上一版", "下一版"} & line.small.labels)


def _printed(captions: Sequence[TextLine], *, shown: bool, strong: bool) -> Caption | None:
    found = (line.small for line in captions if line.shown is shown and line.small.is_strong is strong)
    return next(((small.number, small.name) for small in found), None)


def _marked(reading: Reading) -> Caption | None:
    everywhere = range(len(reading.lines))
    texts = (text for each in reading.marked(reading.dialect.number, everywhere) for _, text in each)
    return next(((text, "") for text in texts if text.isascii() and text.isalnum()), None)
