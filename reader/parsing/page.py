"""Reads what is on a page except its article: caption, list of pages, ways to its neighbours, contents."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import dropwhile, groupby, takewhile

from reader.edition.model import Headline, Page, PageLink
from reader.parsing import zones
from reader.parsing.article import Reading
from reader.parsing.dialects import ARTICLE_FILE, PAGE_FILE
from reader.parsing.lines import Link, Marks, TextLine
from reader.parsing.links import file_name, written
from reader.parsing.masthead import copyright_in, issued_in, paper_of, sister_papers
from reader.parsing.placing import list_in
from reader.parsing.selectors import split_selectors
from reader.parsing.smallprint import (
    BULLETS,
    NAMELESS,
    LineKind,
    SmallPrint,
    compact,
    is_editor,
    kind_of,
    page_at,
    publisher,
    read_line,
)
from reader.parsing.witnesses import first

_ARROWS = {
    "previous_page": ("上一版", ("prev", "pre", "left", "up")),
    "next_page": ("下一版", ("next", "right", "down")),
}
"""What the ways to the neighbours say, and what the class of an arrow without words begins or ends with."""
_CAPTIONS = (LineKind.CAPTION, LineKind.DAY, LineKind.PROPERTY, LineKind.MENU)

Caption = tuple[str, str]
"""Number and name of a page."""


def read_page(reading: Reading) -> Page:
    """Everything on a page except its article; the headlines of a text are read with it."""
    index, pdf = _page_index(reading)
    before, after = (_turn(reading, field, index) for field in _ARROWS)
    number, name = _caption(reading, index, before, after)
    facsimile, areas = zones.facsimile(reading.document, pdf)
    paper = paper_of(reading)
    return Page(
        paper=paper,
        publisher=next(filter(None, (publisher(line.text) for line in reading.lines)), ""),
        sister_papers=sister_papers(reading, paper),
        issued=issued_in(reading),
        number=number,
        name=name,
        page_index=index,
        contents=_contents(reading, areas, zones.size_of(facsimile)),
        facsimile=facsimile,
        previous_page=before,
        next_page=after,
        copyright_notice=copyright_in(reading),
    )


def _caption(reading: Reading, index: Sequence[PageLink], before: str | None, after: str | None) -> Caption:
    document, listed = reading.document, _listed_captions(reading)
    lines = [
        line
        for line in reading.outside
        if line.small.number and line.small.kind in _CAPTIONS and not _is_row(line)
    ]
    numbers = Counter(line.small.number for line in lines)
    twice = [
        line for line in listed if numbers[line.small.number] > 1
    ]  # in the list of pages, and above or below it
    lines = twice or [line for line in lines if line not in listed] or lines
    own, hrefs = document.base.key(document.base.address), [row.href for row in index]
    dotted = [row for row in index if row.href.startswith("./")]

    def printed(*, shown: bool, strong: bool) -> Caption | None:
        found = (line.small for line in lines if line.shown is shown and line.small.is_strong is strong)
        return next(((small.number, small.name) for small in found), None)

    def marked() -> Caption | None:
        found = reading.marked(reading.dialect.number, range(len(reading.lines)))
        return next(
            ((text, "") for texts in found for _, text in texts if text.isascii() and text.isalnum()), None
        )

    def row(at: int | None) -> Caption | None:
        return (index[at].number, index[at].name) if at is not None and 0 <= at < len(index) else None

    found = first(
        document,
        "number",
        ("caption", lambda: printed(shown=True, strong=True)),
        (
            "current",
            lambda: row(next((i for i, one in enumerate(index) if own == document.base.key(one.href)), None)),
        ),
        ("dotted", lambda: row(index.index(dotted[0]) if len(dotted) == 1 else None)),
        ("hidden", lambda: printed(shown=False, strong=True)),
        ("marked", marked),
        ("weak", lambda: printed(shown=True, strong=False)),
        ("arrows", lambda: row(hrefs.index(after) - 1 if after in hrefs else None)),
        ("arrows", lambda: row(hrefs.index(before) + 1 if before in hrefs else None)),
        (
            "property",
            lambda: (
                (document.field("pagenum"), document.field("pagename")) if document.field("pagenum") else None
            ),
        ),
        ("address", lambda: (page_at(document.base.address), "") if page_at(document.base.address) else None),
    )
    return found or ("", "")


def _is_row(line: TextLine) -> bool:
    """Whether a line with a number is a row of the list of pages, or a headline, as it leads to another document."""
    leads = [href for href in line.hrefs if _leads_to_page(href) or ARTICLE_FILE.fullmatch(file_name(href))]
    return len(leads) > len({"上一版", "下一版"} & line.small.labels)


def _page_index(reading: Reading) -> tuple[tuple[PageLink, ...], str]:
    """The pages of the day, each once, and the PDF that belongs to the caption rather than to a row."""
    document = reading.document
    found: dict[str, PageLink] = {}
    lines = {href: line.small for line in reading.lines for href in line.hrefs}
    marks = ["#pagelink", *split_selectors(reading.dialect.pages)]
    latest, caption_pdf = "", ""
    for link in document.links:
        href = document.href(link.href)
        if href.lower().endswith(".pdf"):
            caption_pdf = caption_pdf or ("" if latest else href)
            if latest and not found[latest].pdf:
                found[latest] = replace(found[latest], pdf=href)
            latest = ""
        elif href and (row := _index_row(link, lines, is_row=_is_in(link.marks, marks))):
            latest = document.base.key(href)
            found.setdefault(
                latest, PageLink(number=row[0], name=row[1], href=href, url=document.base.url(href))
            )
        elif link.text:
            latest = ""
    return tuple(found.values() or _unlinked_pages(reading)), caption_pdf


def _is_in(marks: Marks, selectors: Sequence[str]) -> bool:
    return any(selector in marks for selector in selectors)


def _index_row(link: Link, lines: Mapping[str, SmallPrint], *, is_row: bool) -> Caption | None:
    """Number and name of the page an anchor of the list of pages leads to; the number may stand before it."""
    is_pdf = "pdf" in link.names.split()
    if is_pdf or not link.text or link.says("上一版", "下一版") or not (is_row or _leads_to_page(link.href)):
        return None
    own, around = read_line(link.text), lines.get(link.href, SmallPrint())
    if own.number:
        return own.number, own.name
    return (around.number, around.name or link.text) if around.number else ("", link.text) if is_row else None


def _leads_to_page(href: str) -> bool:
    return bool(PAGE_FILE.fullmatch(file_name(href)))


def _listed_captions(reading: Reading) -> list[TextLine]:
    """The captions that follow one another, as the rows of a list of pages do where nothing leads to them."""
    runs = [list(run) for is_caption, run in groupby(reading.lines, _is_bare_caption) if is_caption]
    return [line for run in runs for line in run if len(run) > 1]


def _is_bare_caption(line: TextLine) -> bool:
    return line.small.kind is LineKind.CAPTION and line.small.is_strong and not line.hrefs


def _unlinked_pages(reading: Reading) -> Iterator[PageLink]:
    """The pages of a list that leads nowhere, or the captions of several pages."""
    named = _listed_captions(reading) if reading.document.is_text else reading.lines
    captions = (line.small for line in named if line.small.kind is LineKind.CAPTION and line.small.is_strong)
    listed = dict.fromkeys((small.number, small.name) for small in captions if small.name)
    yield from (PageLink(number=number, name=name) for number, name in listed if len(listed) > 1)


def _turn(reading: Reading, field: str, index: Sequence[PageLink]) -> str | None:
    """Address of the page before or after; "" if shown without an address, None if not shown."""
    document, (word, names), pages = reading.document, _ARROWS[field], {row.href for row in index}
    marks = split_selectors(getattr(reading.dialect, field))
    hrefs = [(link, document.href(link.href)) for link in document.links]
    found = first(
        document,
        field,
        ("marks", lambda: next((href for link, href in hrefs if href and _is_in(link.marks, marks)), "")),
        ("words", lambda: reading.step(word)),
        (
            "arrow",
            lambda: next((href for link, href in hrefs if href in pages and _is_arrow(link, names)), ""),
        ),
    )
    return found or reading.step(word)


def _is_arrow(link: Link, names: Sequence[str]) -> bool:
    words = link.names.replace("-", " ").split()
    return not link.text and any(word.startswith(names) or word.endswith(names) for word in words)  # type: ignore[arg-type]


def _contents(reading: Reading, areas: Sequence[Link], size: tuple[int, int]) -> tuple[Headline, ...]:
    """Headlines in the list, each once, then those found only in the image map; without links, the lines of a list."""
    document = reading.document
    entries: dict[str, Headline] = {}
    mapped = {document.base.key(area.href) for area in areas} - {""}
    for link in (*_headline_links(reading, mapped), *areas):
        key, href = document.base.key(link.href), document.href(link.href)
        if key and not is_editor(link.text or link.title):
            entry = entries.setdefault(key, Headline(headline="", href=href, url=document.base.url(href)))
            title = entry.headline or link.text.strip(BULLETS) or link.title
            zone = zones.zone(link.coords, size)
            new = (zone,) if zone and zone not in entry.zones else ()
            entries[key] = replace(entry, headline=title, kind=kind_of(title), zones=entry.zones + new)
    found = [replace(entry, headline=entry.headline or NAMELESS) for entry in entries.values()]
    return tuple(
        found or (Headline(headline=name, kind=kind_of(name)) for name in _unlinked_headlines(reading))
    )


def _headline_links(reading: Reading, mapped: set[str]) -> list[Link]:
    """Anchors in the dialect's list or the map; without either, those marked as a list (div#mp…), if any."""
    document, marks = reading.document, split_selectors(reading.dialect.headlines)
    links = [link for link in document.links if not link.says("上一篇", "下一篇")]
    found = [link for link in links if ARTICLE_FILE.fullmatch(file_name(link.href))]
    wanted = {document.base.key(link.href) for link in found if _is_in(link.marks, marks)} | mapped
    if wanted:
        return [link for link in links if document.base.key(link.href) in wanted]
    listed = [link for link in found if "#mp" in link.marks]
    # A page's articles are in one folder; a link in the foot leads to another.
    return listed or [link for link in found if _folder(link) == _folder(found[0])]


def _folder(link: Link) -> str:
    return written(link.href).rpartition("/")[0]


def _unlinked_headlines(reading: Reading) -> list[str]:
    """The list of a text: above its article, behind its caption if that is above it; of several pages, the first's."""
    lines = reading.lines
    if not reading.document.is_text:
        return _of_first_page(lines) if reading.is_several else []
    place = reading.place
    end = place.titles if place else len(lines)
    caption = next((i for i, line in enumerate(lines[:end]) if line.small.kind is LineKind.CAPTION), -1)
    masthead = next((name for line in lines for name in line.small.papers), "")
    if found := list_in(lines[caption + 1 : end], masthead):
        return found
    titles = {compact(line.text) for line in lines[end : place.start]} if place else set()
    elsewhere = (list_in(part, masthead) for part in (lines[:end], lines[place.end :] if place else ()))
    return next((names for names in elsewhere if not place or not titles.isdisjoint(map(compact, names))), [])


def _of_first_page(lines: Sequence[TextLine]) -> list[str]:
    """The lines of links below the first caption that has any."""
    linked = [line for line in lines if line.text and (line.is_linked or line.small.kind is LineKind.CAPTION)]
    from_caption = dropwhile(lambda line: line.small.kind is LineKind.CAPTION, linked)
    return [line.text.lstrip(BULLETS) for line in takewhile(lambda line: line.is_linked, from_caption)]
