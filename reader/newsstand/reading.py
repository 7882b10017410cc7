"""From the bytes of a document to what it says: the one function that pages are read behind.

Bytes in, values out, and nothing else: no file, no network, no state. `DayCache` only saves time.
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
"""Characters of an article: a shorter one may be the site's word that there is none; a longer one is an article, on
whatever page."""


def read_document(fetched: Fetched, encoding: str = "", cache: DayCache | None = None) -> Leaf:
    """Read one document.

    Args:
        fetched: Its bytes, and where they came from.
        encoding: The encoding to read it in; empty to judge by the bytes.
        cache: What other documents of the day had in common with it; changes nothing but the time it takes.

    Raises:
        PageError: It is no page.
    """
    try:
        page = _page(fetched, encoding, cache)
    except PageError as error:
        error.facts["name"] = fetched.address
        raise
    return Leaf(address=fetched.address, page=page)


def raw_text(fetched: Fetched, encoding: str = "") -> str:
    """A document as it came, decoded, and clean enough to be drawn; raises as `read_document`."""
    return clean(decode(fetched.data, declared=fetched.charset, override=encoding).text)


def linked(leaf: Leaf) -> Iterator[str]:
    """Addresses of the documents a page leads to: its articles, then the other pages of the day."""
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
    """Whether what was read may be something that stands in place of a page."""
    if page.report.dialect == "text":
        return text.lstrip()[:1] in ("{", "[")  # data, of which any line could be a paragraph
    story = page.contents[page.lead].article
    length = story.characters if story else 0
    return length <= (_MUCH if page.report.dialect == "generic" else _FEW if story else -1)
