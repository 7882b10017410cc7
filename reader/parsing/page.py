"""Parses the column of a page into a Page: folio, contents, page index, facsimile, neighbours."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from functools import cached_property
from itertools import islice

from reader import limits
from reader.edition.model import Headline, Page, PageLink, SisterPaper
from reader.parsing import folio, zones
from reader.parsing.clean import Cleaner
from reader.parsing.dialects import ARTICLE_FILE, PAGE_FILE, SISTER_SELECT, Dialect
from reader.parsing.links import Base, file_name, written
from reader.parsing.selectors import Markup
from reader.parsing.split import Parts, strip_scripts
from reader.parsing.tree import Token, tokens
from reader.parsing.walk import Link, Run, links, runs

_TITLE = re.compile(r"<title[^<>]*>([^<]*)", re.IGNORECASE)
_SOURCE = re.compile(r"<img\b[^<>]*?\ssrc\s*=([^<>]*)", re.IGNORECASE)
_WORD_CHARACTERS = 12
"""A longer text with 下一篇 in it is a headline, not a button."""


class Document:
    """The markup of a page, with what is derived from it more than once: lines, anchors, addresses.

    Args:
        parts: The parts of the page.
        dialect: Its publishing system.
        clean: Cleans every string that enters the model.
        base: The page's own address.
        builder: Name of the tree builder.
    """

    def __init__(self, parts: Parts, dialect: Dialect, clean: Cleaner, base: Base, builder: str) -> None:
        self.parts, self.dialect, self.clean, self.base = parts, dialect, clean, base
        self.builder = builder
        self._nodes: dict[str, list[Token]] = {}

    @cached_property
    def markup(self) -> str:
        """Column and foot: everything except the article's parts."""
        return strip_scripts(self.parts.column) + strip_scripts(self.parts.foot)

    def tokens(self, markup: str) -> list[Token]:
        """The tokens of a part, in document order; the tree of each part is built only once."""
        found = self._nodes.get(markup)
        if found is None:
            found = self._nodes[markup] = tokens(markup, self.builder) if markup else []
        return found

    @cached_property
    def nodes(self) -> list[Token]:
        """The tokens of column and foot, in document order."""
        return self.tokens(self.markup)

    @cached_property
    def links(self) -> list[Link]:
        """Anchors of column and foot, with clean texts."""
        return [replace(link, text=self.clean.line(link.text)) for link in links(self.nodes)]

    @cached_property
    def rows(self) -> list[tuple[Run, str]]:
        """Lines with their clean texts; hidden ones too, as a popup may contain the only list."""
        return [(run, self.clean.line(run.text)) for run in runs(self.nodes, hidden=True)]

    @cached_property
    def lines(self) -> list[str]:
        """Texts of the visible lines."""
        return [text for run, text in self.rows if run.shown and text]

    @cached_property
    def own(self) -> list[Run]:
        """Lines of the article's parts around its body, with clean texts."""
        found = runs(self.tokens(self.parts.own)) + runs(self.tokens(self.parts.neighbours))
        return [replace(run, text=self.clean.line(run.text)) for run in found if run.text]

    def select(self, selector: str) -> list[str]:
        """Addresses of the anchors that match a selector of the dialect, or are inside a match."""
        regions = Markup(self.markup).find(selector) if selector else ()
        tags = (self.markup[self.markup.rfind("<", 0, start) : end] for start, end in regions)
        return [link.href for tag in tags for link in links(self.tokens(tag))]

    def href(self, address: str) -> str:
        """An address cleaned for the model; blanks go first, as they may separate runs of combining marks."""
        return written(self.clean.line("".join(address.split())))

    def neighbour_href(self, word: str, around: str = "") -> str | None:
        """Address that 上一版, 下一篇, … link to; "" if the words are not a link, None if they are missing.

        Args:
            word: The label to find.
            around: Markup to search, "" for column and foot.
        """
        if around and word not in around:
            return None
        for link in links(self.tokens(around)) if around else self.links:
            if word in link.text and len(link.text) <= _WORD_CHARACTERS:
                href = link.href.strip()
                return self.href(href) or ("" if href in ("", "#") else None)
        lines = [run.text for run in self.own] if around else self.lines
        return "" if any(word in line and folio.is_menu(line) for line in lines) else None


def parse_column(document: Document) -> Page:
    """Parse everything on a page except its article."""
    index, pdf = _page_index(document)
    number, name = _caption(document, index)
    picture = zones.facsimile(document.nodes, pdf, document.href)
    paper = _paper(document)
    return Page(
        paper=paper or _self_named(document),
        publisher=next(filter(None, map(folio.publisher, document.lines)), ""),
        sister_papers=_sister_papers(document, paper),
        issued=_issued(document),
        number=number,
        name=name,
        page_index=index,
        contents=_contents(document, zones.areas(document.nodes, picture)),
        facsimile=picture,
        previous_page=_turn(document, "上一版", document.dialect.previous_page),
        next_page=_turn(document, "下一版", document.dialect.next_page),
        copyright_notice=folio.copyright_in(document.lines),
    )


def _turn(document: Document, word: str, selector: str) -> str | None:
    selected = (document.href(address) for address in document.select(selector))
    return next(filter(None, selected), None) or document.neighbour_href(word)


def _contents(document: Document, areas: list[Link]) -> tuple[Headline, ...]:
    """Headlines in the list, each once, then those found only in the image map."""
    entries: dict[str, Headline] = {}
    mapped = {document.base.key(area.href) for area in areas} - {""}
    for link in (*_headline_links(document, mapped), *areas):
        key, href = document.base.key(link.href), document.href(link.href)
        if key and not folio.is_editor(link.text):
            entry = entries.setdefault(key, Headline(headline="", href=href, url=document.base.url(href)))
            title = entry.headline or link.text or document.clean.line(link.title)
            new = (link.zone,) if link.zone and link.zone not in entry.zones else ()
            entries[key] = replace(entry, headline=title, kind=folio.kind_of(title), zones=entry.zones + new)
    return tuple(replace(entry, headline=entry.headline or folio.NAMELESS) for entry in entries.values())


def _headline_links(document: Document, mapped: set[str]) -> list[Link]:
    """Anchors in the dialect's list or the map; without either, those marked as a list (div#mp…), if any."""
    found = [
        replace(link, text=link.text.strip(folio.BULLETS))
        for link in document.links
        if ARTICLE_FILE.fullmatch(file_name(link.href)) and not _is_button(link.text)
    ]
    listed = document.select(document.dialect.headlines)
    wanted = mapped | {document.base.key(address) for address in listed} - {""}
    if wanted:
        return [link for link in found if document.base.key(link.href) in wanted]
    marked = [link for link in found if link.marked]
    # A page's articles are in one folder; a link in the foot leads to another.
    return marked or [link for link in found if _folder(link) == _folder(found[0])]


def _folder(link: Link) -> str:
    return written(link.href).rpartition("/")[0]


def _is_button(text: str) -> bool:
    return len(text) <= _WORD_CHARACTERS and ("上一篇" in text or "下一篇" in text)


def _page_index(document: Document) -> tuple[tuple[PageLink, ...], str]:
    """The pages of the day, each once, and the PDF that belongs to the caption rather than to a row."""
    rows: dict[str, PageLink] = {}
    lines = {link["href"]: line for run, line in document.rows for link in run.links if "href" in link}
    selected = set(document.select(document.dialect.pages))
    latest, caption_pdf = "", ""
    for link in document.links:
        row = _row(link, lines.get(link.href, ""), is_row=link.href in selected)
        href = document.href(link.href) if row or ".pdf" in link.href.lower() else ""
        if href.lower().endswith(".pdf"):
            if not latest:
                caption_pdf = caption_pdf or href
            elif not rows[latest].pdf:
                rows[latest] = replace(rows[latest], pdf=href)
            latest = ""
        elif href and row:
            latest = document.base.key(href)
            number, name = row
            rows.setdefault(
                latest, PageLink(number=number, name=name, href=href, url=document.base.url(href))
            )
        elif link.text:
            latest = ""
    return tuple(rows.values()), caption_pdf


def _row(link: Link, line: str, *, is_row: bool) -> tuple[str, str] | None:
    """Number and name of the page an anchor of the page index links to; the number may precede it."""
    is_row = is_row or link.attributes.get("id", "").startswith("pageLink")
    if _is_turn(link.text) or not (is_row or _leads_to_page(link.href)):
        return None
    nameless = ("", link.text) if is_row and link.text else None
    return folio.caption(link.text) or folio.caption(line) or nameless


def _leads_to_page(href: str) -> bool:
    return bool(PAGE_FILE.fullmatch(file_name(href)))


def _is_turn(text: str) -> bool:
    return "上一版" in text or "下一版" in text


def _caption(document: Document, index: tuple[PageLink, ...]) -> tuple[str, str]:
    """Number and name of this page: from its caption, its row in the index, or the enpproperty comment."""
    turns = {link.href for link in document.links if _is_turn(link.text)}
    for run, line in document.rows:
        found = folio.caption(line) if run.shown and "版" in line else None
        hrefs = {link.get("href", "") for link in run.links} - (turns if _is_turn(line) else set())
        if found and not any(
            _leads_to_page(href) or ARTICLE_FILE.fullmatch(file_name(href)) for href in hrefs
        ):
            return found
    own = document.base.key(document.base.address)
    for row in index:
        if row.href.startswith("./") or (own and document.base.key(row.href) == own):
            return row.number, row.name
    return document.clean.line(document.parts.field("pagenum")), ""


def _paper(document: Document) -> str:
    """The paper's name, if the page states it explicitly; else ""."""
    named = (token.attributes for token in document.nodes if token.name == "input")
    channel = next((a.get("value", "") for a in named if a.get("name") == "channelname"), "")
    stated = document.parts.field("papername") or channel
    return document.clean.line(stated) or titled(document)


def titled(document: Document) -> str:
    """The paper's name in the title element, else ""."""
    title = _TITLE.search(document.parts.head or document.parts.column)
    return folio.paper_in(document.clean.line(title[1])) if title else ""


def _self_named(document: Document) -> str:
    """The first of `甲报 | 乙报`, else the paper in the copyright notice."""
    titles = next(filter(None, map(folio.papers, document.lines)), ())
    return titles[0] if titles else next(filter(None, map(folio.owner_in, document.lines)), "")


def _sister_papers(document: Document, paper: str) -> tuple[SisterPaper, ...]:
    if options := list(_options(document.nodes)):
        return tuple(_chosen(document, options, paper))
    for run, line in document.rows:
        if names := folio.papers(line):
            addresses = {link.text: link.href for link in document.links if link.attributes in run.links}
            return tuple(
                SisterPaper(name=name, url=document.base.url(document.href(addresses.get(name, ""))))
                for name in names
                if name != (paper or names[0])
            )
    return ()


def _options(nodes: Iterable[Token]) -> Iterator[tuple[str, str]]:
    """Value and text of each option in the list of sister papers."""
    inside = False
    value: str | None = None
    for token in nodes:
        if token.name == "select":
            inside = token.attributes.get("name") == SISTER_SELECT and not token.closes
        elif inside and token.name == "option":
            value = None if token.closes else token.attributes.get("value", "")
        elif inside and value is not None and token.text.strip():
            yield value, token.text
            value = None


def _chosen(document: Document, options: Iterable[tuple[str, str]], paper: str) -> Iterator[SisterPaper]:
    """The sister papers among the options, without the prompt and the paper itself."""
    for value, text in islice(options, limits.LINKS):
        name = document.clean.line(text)
        address = value.strip()
        is_prompt = address.startswith(("javascript:", "#")) or "请" in name or "选择" in name
        if name and name != paper and not is_prompt:
            yield SisterPaper(name=name, url=document.base.url(document.href(address)))


def _issued(document: Document) -> date | None:
    return (
        folio.issued_in("\n".join(line for _, line in document.rows))
        or next(filter(None, map(folio.issued_at, _SOURCE.findall(document.markup))), None)
        or folio.issued_at(document.parts.field("date"))
    )
