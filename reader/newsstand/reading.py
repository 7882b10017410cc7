"""Turns the bytes of a document into a page; the only module that calls the parser.

Pure: no files, no network, no state; `DayCache` only saves time.
"""

from collections.abc import Iterator
from dataclasses import replace

from reader.edition.day import Leaf
from reader.edition.model import Page
from reader.edition.urls import resolve
from reader.errors import PageError, UnrecognisedPage
from reader.parsing.clean import clean
from reader.parsing.decode import decode
from reader.parsing.document import DayCache, parse
from reader.sources.base import Fetched
from reader.sources.classify import file_kind, instead_of_page

_FEW, _MUCH = 30, 600
"""Characters of an article: up to the first it may be a notice that there is none; above the second it is an
article, on any page."""


def read_document(fetched: Fetched, encoding: str = "", cache: DayCache | None = None) -> Leaf:
    """Parse one document.

    Args:
        fetched: Its bytes and address.
        encoding: Its encoding; empty to detect it.
        cache: What other documents of the day have in common with it; saves time and changes nothing else.

    Raises:
        PageError: It is not a newspaper page.
    """
    try:
        page = _page(fetched, encoding, cache)
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


def _page(fetched: Fetched, encoding: str, cache: DayCache | None) -> Page:
    if other := file_kind(fetched.data, fetched.charset, encoding):
        raise UnrecognisedPage(other.value)
    decoded = decode(fetched.data, declared=fetched.charset, override=encoding)
    try:
        page = parse(decoded.text, address=fetched.url, encoding=decoded.encoding, cache=cache)
    except UnrecognisedPage as error:
        raise instead_of_page(decoded.text) or error from error
    if _may_be_a_notice(page, decoded.text) and (refusal := instead_of_page(decoded.text)):
        raise refusal
    notes = (*page.report.notes, *fetched.notes)
    report = replace(page.report, reason=decoded.reason, replaced=decoded.replaced, notes=notes)
    return replace(page, report=report)


def _may_be_a_notice(page: Page, text: str) -> bool:
    """Whether a parsed page may really be a notice that the site sent instead of one."""
    if page.report.dialect == "text":
        return text.lstrip()[:1] in ("{", "[")  # JSON, any line of which could pass for a paragraph
    story = page.contents[page.lead].article
    length = story.characters if story else 0
    return length <= (_MUCH if page.report.dialect == "generic" else _FEW if story else -1)
