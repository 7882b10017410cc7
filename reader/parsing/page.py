"""The column of a page → Page: folio, contents, page index, facsimile, neighbours."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from itertools import chain

from bs4.element import Tag

from reader import limits
from reader.edition.model import Headline, Page, PageLink, SisterPaper, Zone
from reader.parsing import dialects, folio, zones
from reader.parsing.clean import Cleaner
from reader.parsing.links import Base, file_name, written
from reader.parsing.split import Parts
from reader.parsing.walk import Run, attribute, label, runs, tree

_NO_ANCHORS = frozenset(("a",))
_WORD_CHARACTERS = 12
"""A longer text that holds 下一篇 is a headline about a sequel, not a button."""


@dataclass(slots=True)
class _Entry:
    headline: str
    href: str
    zones: list[Zone] = field(default_factory=list)


class Sheet:
    """A page's markup with what is asked of it more than once: lines, anchors, addresses.

    Args:
        parts: The cut page.
        clean: Takes every string on its way into the model.
        base: The page's own address.
        builder: Name of the tree builder.
    """

    def __init__(self, parts: Parts, clean: Cleaner, base: Base, builder: str) -> None:
        self.parts, self.clean, self.base = parts, clean, base
        self.head = tree(parts.head, builder)
        self.column = tree(parts.column, builder)
        self.body = tree(parts.body, builder) if parts.body is not None else None
        # The foot was cut out of a cell, and begins with the end tags of what was opened before.
        self.foot = tree(f"<table><tr><td>{parts.foot}", builder)

    @cached_property
    def anchors(self) -> list[Tag]:
        """Anchors of the page's own parts, those of the body left out."""
        found = chain(*(part.find_all("a", limit=limits.LINKS) for part in (self.column, self.foot)))
        return list(found)[: limits.LINKS]

    @cached_property
    def labels(self) -> list[tuple[Tag, str]]:
        """Each anchor with its text."""
        return [(anchor, self.clean.line(label(anchor, without=_NO_ANCHORS))) for anchor in self.anchors]

    @cached_property
    def rows(self) -> list[tuple[Run, str]]:
        """Lines of column and foot with their clean text, hidden ones too: popups repeat the lists, or hold the only one."""
        return [
            (run, self.clean.line(run.text))
            for part in (self.column, self.foot)
            for run in runs(part, hidden=True)
        ]

    @cached_property
    def lines(self) -> list[str]:
        """Texts of the lines that a reader of the page sees."""
        return [text for run, text in self.rows if run.shown and text]

    def neighbour(self, word: str) -> str | None:
        """Address of what 上一版, 下一篇, … lead to; "" for the bare words, None if they are not there."""
        for anchor, text in self.labels:
            if word in text and len(text) <= _WORD_CHARACTERS:
                href = attribute(anchor, "href").strip()
                return self.href(href) or ("" if href in ("", "#") else None)
        return "" if any(word in line and folio.is_menu(line) for line in self.lines) else None

    def href(self, address: str) -> str:
        """An address as the model keeps it."""
        return written(self.clean.line(address))


def read(sheet: Sheet) -> Page:
    """Read all of a page but its article."""
    index, pdf = _page_index(sheet)
    number, name = _caption(sheet, index)
    over = zones.facsimile_map(sheet.column)
    paper = _paper(sheet)
    return Page(
        paper=paper or _self_named(sheet),
        publisher=next(filter(None, map(folio.publisher, sheet.lines)), ""),
        sister_papers=_sister_papers(sheet, paper),
        issued=_issued(sheet),
        number=number,
        name=name,
        page_index=index,
        contents=_contents(sheet, zones.areas(over) if over else []),
        facsimile=zones.facsimile(sheet.column, over, pdf),
        previous_page=sheet.neighbour("上一版"),
        next_page=sheet.neighbour("下一版"),
        copyright_notice=folio.copyright_in(sheet.lines),
    )


def _contents(sheet: Sheet, areas: list[zones.Area]) -> tuple[Headline, ...]:
    entries: dict[str, _Entry] = {}
    mapped = {sheet.base.key(area.href) for area in areas} - {""}
    for anchor, text in _headline_anchors(sheet, mapped):
        address = attribute(anchor, "href")
        entry = entries.setdefault(sheet.base.key(address), _Entry("", sheet.href(address)))
        entry.headline = entry.headline or text or sheet.clean.line(attribute(anchor, "title"))
    for area in areas:
        if key := sheet.base.key(area.href):
            entry = entries.setdefault(key, _Entry("", sheet.href(area.href)))
            entry.headline = entry.headline or sheet.clean.line(area.title)
            if area.zone and area.zone not in entry.zones:
                entry.zones.append(area.zone)
    return tuple(_headline(sheet, entry) for entry in entries.values())


def _headline_anchors(sheet: Sheet, mapped: set[str]) -> list[tuple[Tag, str]]:
    """Anchors of articles in the map; without a map those that bear the list's own mark (div#mp…), if any do."""
    found = [
        (anchor, text.strip(folio.BULLETS))
        for anchor, text in sheet.labels
        if dialects.ARTICLE_FILE.fullmatch(file_name(attribute(anchor, "href"))) and not _is_button(text)
    ]
    if mapped:
        return [pair for pair in found if sheet.base.key(attribute(pair[0], "href")) in mapped]
    marked = [pair for pair in found if _is_marked(pair[0])]
    # A page's articles stand in one folder; a link in the foot leads elsewhere.
    return marked or [pair for pair in found if _folder(pair[0]) == _folder(found[0][0])]


def _folder(anchor: Tag) -> str:
    return written(attribute(anchor, "href")).rpartition("/")[0]


def _is_button(text: str) -> bool:
    return len(text) <= _WORD_CHARACTERS and ("上一篇" in text or "下一篇" in text)


def _is_marked(anchor: Tag) -> bool:
    return any(
        isinstance(child, Tag) and attribute(child, "id").startswith("mp") for child in anchor.contents
    )


def _headline(sheet: Sheet, entry: _Entry) -> Headline:
    headline = entry.headline or folio.NAMELESS
    return Headline(
        headline=headline,
        href=entry.href,
        url=sheet.base.url(entry.href),
        kind=folio.kind_of(headline),
        zones=tuple(entry.zones),
    )


def _page_index(sheet: Sheet) -> tuple[tuple[PageLink, ...], str]:
    """The pages of the day, each once, and the PDF that belongs to none of their rows but to the caption."""
    rows: dict[str, PageLink] = {}
    lines = {id(anchor): line for run, line in sheet.rows for anchor in run.anchors}
    latest, caption_pdf = "", ""
    for anchor, text in sheet.labels:
        href = sheet.href(attribute(anchor, "href"))
        key = sheet.base.key(href)
        if href.lower().endswith(".pdf"):
            if not latest:
                caption_pdf = caption_pdf or href
            elif not rows[latest].pdf:
                rows[latest] = replace(rows[latest], pdf=href)
            latest = ""
        elif href and (row := _row(anchor, text, lines.get(id(anchor), ""))):
            number, name = row
            rows.setdefault(key, PageLink(number=number, name=name, href=href, url=sheet.base.url(href)))
            latest = key
        elif text:
            latest = ""
    return tuple(rows.values()), caption_pdf


def _row(anchor: Tag, text: str, line: str) -> tuple[str, str] | None:
    """Number and name of the page an anchor of the page index leads to; the number may stand before the anchor."""
    is_row = attribute(anchor, "id").startswith("pageLink")
    if _is_turn(text) or not (is_row or _leads_to_page(anchor)):
        return None
    return folio.caption(text) or folio.caption(line) or (("", text) if is_row and text else None)


def _leads_to_page(anchor: Tag) -> bool:
    return bool(dialects.PAGE_FILE.fullmatch(file_name(attribute(anchor, "href"))))


def _leads_elsewhere(anchor: Tag) -> bool:
    is_article = dialects.ARTICLE_FILE.fullmatch(file_name(attribute(anchor, "href")))
    return bool(is_article or _leads_to_page(anchor)) and not _is_turn(label(anchor, without=_NO_ANCHORS))


def _is_turn(text: str) -> bool:
    return "上一版" in text or "下一版" in text


def _caption(sheet: Sheet, index: tuple[PageLink, ...]) -> tuple[str, str]:
    """Number and name of this page: from its caption, else its row in the index, else the page's own properties."""
    for run, line in sheet.rows:
        found = folio.caption(line) if run.shown and "版" in line else None
        if found and not any(_leads_elsewhere(anchor) for anchor in run.anchors):
            return found
    own = sheet.base.key(sheet.base.address)
    for row in index:
        if row.href.startswith("./") or (own and sheet.base.key(row.href) == own):
            return row.number, row.name
    return sheet.clean.line(sheet.parts.field("pagenum")), ""


def _paper(sheet: Sheet) -> str:
    """The paper's name where a page states it for certain."""
    channel = sheet.column.find("input", attrs={"name": "channelname"})
    stated = sheet.parts.field("papername") or (attribute(channel, "value") if channel else "")
    title = sheet.head.find("title") or sheet.column.find("title")
    return sheet.clean.line(stated) or folio.paper_in(sheet.clean.line(title.get_text()) if title else "")


def _self_named(sheet: Sheet) -> str:
    """The first of `甲报 | 乙报`, else the owner of the copyright."""
    titles = next(filter(None, map(folio.papers, sheet.lines)), ())
    return titles[0] if titles else next(filter(None, map(folio.owner_in, sheet.lines)), "")


def _sister_papers(sheet: Sheet, paper: str) -> tuple[SisterPaper, ...]:
    selects = (
        part.find("select", attrs={"name": dialects.SISTER_SELECT}) for part in (sheet.column, sheet.foot)
    )
    select = next(filter(None, selects), None)
    if select:
        return tuple(_options(sheet, select, paper))
    for run, line in sheet.rows:
        if names := folio.papers(line):
            addresses = {label(anchor).strip(): attribute(anchor, "href") for anchor in run.anchors}
            return tuple(
                SisterPaper(name=name, url=sheet.base.url(sheet.clean.line(addresses.get(name, ""))))
                for name in names
                if name != (paper or names[0])
            )
    return ()


def _options(sheet: Sheet, select: Tag, paper: str) -> Iterable[SisterPaper]:
    for option in select.find_all("option", limit=limits.LINKS):
        name = sheet.clean.line(label(option, without=frozenset(("option",))))
        value = attribute(option, "value").strip()
        is_prompt = value.startswith(("javascript:", "#")) or "请" in name or "选择" in name
        if name and name != paper and not is_prompt:
            yield SisterPaper(name=name, url=sheet.base.url(sheet.clean.line(value)))


def _issued(sheet: Sheet) -> date | None:
    pictures = (attribute(picture, "src") for picture in sheet.column.find_all("img", limit=limits.LINKS))
    return (
        folio.issued_at(sheet.base.address)
        or folio.issued_in("\n".join(line for _, line in sheet.rows))
        or next(filter(None, map(folio.issued_at, pictures)), None)
        or folio.issued_at(sheet.parts.field("date"))
    )
