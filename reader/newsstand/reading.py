"""Turns the bytes of a document into a page; the only module that calls the parser."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from msgspec.structs import replace

from reader.apart.process import apart
from reader.edition.day import Leaf
from reader.edition.model import Page
from reader.edition.urls import resolve
from reader.errors import PageError, UnrecognisedPage
from reader.folders import own_papers
from reader.later import Later
from reader.sources.base import Fetched

if TYPE_CHECKING:
    from reader.parsing import clean, decode, document
    from reader.sources import classify, papers
else:  # where pages are read in a process of their own, only that one loads the parser
    clean, decode = Later("reader.parsing.clean"), Later("reader.parsing.decode")
    document = Later("reader.parsing.document")
    classify, papers = Later("reader.sources.classify"), Later("reader.sources.papers")

_FEW, _MUCH = 30, 600
"""Characters of an article: up to the first it may be a notice that there is none; above the second it is an
article, on any page."""


def read_document(fetched: Fetched, encoding: str = "") -> Leaf:
    """Parse one document.

    Args:
        fetched: Its bytes and address.
        encoding: Its encoding; empty to detect it.

    Raises:
        PageError: It is not a newspaper page, or cannot be read within `limits`.
    """
    try:
        page = read_page(fetched.data, fetched.charset, fetched.url, encoding)
    except PageError as error:
        error.facts["name"] = fetched.address
        raise
    report = replace(page.report, notes=(*page.report.notes, *fetched.notes))
    return Leaf(address=fetched.address, page=replace(page, report=report))


def raw_text(fetched: Fetched, encoding: str = "") -> str:
    """The source text of a document, decoded and safe to display; raises as `read_document` does."""
    return clean_text(fetched.data, fetched.charset, encoding)


@apart
def clean_text(data: bytes, charset: str, encoding: str) -> str:
    """The same, from the bytes and the charset sent with them."""
    return clean.clean(decode.decode(data, declared=charset, override=encoding).text)


def linked(leaf: Leaf) -> Iterator[str]:
    """Addresses of the documents a page links to: its articles, then the pages of the day."""
    hrefs = [entry.href for entry in leaf.page.contents] + [link.href for link in leaf.page.page_index]
    return filter(None, (resolve(leaf.address, href) for href in hrefs))


@apart
def read_page(data: bytes, charset: str, url: str, encoding: str) -> Page:
    """Parse one document; arguments as the fields of `Fetched`, errors as of `read_document`, without its name."""
    if other := classify.file_kind(data, charset, encoding):
        raise UnrecognisedPage(other.value)
    decoded = decode.decode(data, declared=charset, override=encoding)
    if refusal := classify.other_genre(decoded.text):
        raise refusal
    known = papers.known_names(own_papers())
    try:
        page = document.parse(decoded.text, address=url, encoding=decoded.encoding, papers=known)
    except UnrecognisedPage as error:
        refusal = classify.instead_of_page(decoded.text) or classify.other_site(decoded.text)
        raise refusal or error from error
    if said := _notice_in_place_of_article(page):
        raise UnrecognisedPage(said.value)
    if _may_be_a_notice(page) and (refusal := classify.instead_of_page(decoded.text)):
        raise refusal
    if _may_be_another_site(page) and (refusal := classify.other_site(decoded.text)):
        raise refusal
    report = replace(page.report, reason=decoded.reason, replaced=decoded.replaced)
    return replace(page, report=report)


def _may_be_a_notice(page: Page) -> bool:
    """Whether a parsed page may really be a notice that the site sent instead of one."""
    if page.report.dialect == "text":
        return False
    story = page.lead_article
    length = story.characters if story else 0
    return length <= (_MUCH if page.report.dialect == "generic" else _FEW if story else -1)


def _may_be_another_site(page: Page) -> bool:
    """Whether nothing in a page of no known system is as only newspapers have it."""
    story = page.lead_article
    is_of_day = page.number or page.page_index or page.facsimile or (story and story.dateline)
    return page.report.dialect == "generic" and not is_of_day


def _notice_in_place_of_article(page: Page) -> "classify.DocumentKind | None":
    """What a few words say that stand where the page's article should."""
    story = page.lead_article if page.report.dialect != "text" else None
    words = " ".join(block.text for block in story.blocks) if story else ""
    return classify.notice_in(words) if 0 < len(words) <= _FEW else None
