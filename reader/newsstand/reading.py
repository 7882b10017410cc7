"""Turns the bytes of a document into a page; the only module that calls the parser.

Pure: no files, no network, no state.
"""

from collections.abc import Collection, Iterator
from dataclasses import replace

from reader.edition.day import Leaf
from reader.edition.model import Page
from reader.edition.urls import resolve
from reader.errors import PageError, UnrecognisedPage
from reader.parsing.clean import clean
from reader.parsing.decode import decode
from reader.parsing.document import parse
from reader.sources.base import Fetched
from reader.sources.classify import DocumentKind, file_kind, instead_of_page, notice_in

_FEW, _MUCH = 30, 600
"""Characters of an article: up to the first it may be a notice that there is none; above the second it is an
article, on any page."""


def read_document(fetched: Fetched, encoding: str = "", papers: Collection[str] = ()) -> Leaf:
    """Parse one document.

    Args:
        fetched: Its bytes and address.
        encoding: Its encoding; empty to detect it.
        papers: Names of known papers.

    Raises:
        PageError: It is not a newspaper page.
    """
    try:
        page = _page(fetched, encoding, papers)
    except PageError as error:
        error.facts["name"] = fetched.address
        raise
    return Leaf(address=fetched.address, page=page)


def raw_text(fetched: Fetched, encoding: str = "") -> str:
    """The source text of a document, decoded and safe to display; raises as `read_document` does."""
    return clean(decode(fetched.data, declared=fetched.charset, override=encoding).text)


def linked(leaf: Leaf) -> Iterator[str]:
    """Addresses of the documents a page links to: its articles, then the pages of the day."""
    hrefs = [entry.href for entry in leaf.page.contents] + [link.href for link in leaf.page.page_index]
    return filter(None, (resolve(leaf.address, href) for href in hrefs))


def _page(fetched: Fetched, encoding: str, papers: Collection[str]) -> Page:
    if other := file_kind(fetched.data, fetched.charset, encoding):
        raise UnrecognisedPage(other.value)
    decoded = decode(fetched.data, declared=fetched.charset, override=encoding)
    try:
        page = parse(decoded.text, address=fetched.url, encoding=decoded.encoding, papers=papers)
    except UnrecognisedPage as error:
        raise instead_of_page(decoded.text) or error from error
    if said := _notice_in_place_of_article(page):
        raise UnrecognisedPage(said.value)
    if _may_be_a_notice(page, decoded.text) and (refusal := instead_of_page(decoded.text)):
        raise refusal
    notes = (*page.report.notes, *fetched.notes)
    report = replace(page.report, reason=decoded.reason, replaced=decoded.replaced, notes=notes)
    return replace(page, report=report)


def _may_be_a_notice(page: Page, text: str) -> bool:
    """Whether a parsed page may really be a notice that the site sent instead of one."""
    if page.report.dialect == "text":
        return text.lstrip()[:1] in ("{", "[")  # JSON, any line of which could pass for a paragraph
    story = page.lead_article
    length = story.characters if story else 0
    return length <= (_MUCH if page.report.dialect == "generic" else _FEW if story else -1)


def _notice_in_place_of_article(page: Page) -> DocumentKind | None:
    """What a few words say that stand where the page's article should."""
    story = page.lead_article if page.report.dialect != "text" else None
    words = " ".join(block.text for block in story.blocks) if story else ""
    return notice_in(words) if 0 < len(words) <= _FEW else None
