"""The entry point of parsing: the text of a document → Page."""

import re
from collections.abc import Collection

from msgspec.structs import replace

from reader import limits
from reader.edition.contents import put
from reader.edition.model import NO_TEXT, Headline, Page
from reader.edition.report import Report
from reader.edition.urls import is_web
from reader.errors import TooLarge, UnrecognisedPage
from reader.parsing.article import articles_below, parse_article
from reader.parsing.dialects import Dialect, dialect_of
from reader.parsing.headlines import kind_of
from reader.parsing.lines import Document
from reader.parsing.links import Base, written
from reader.parsing.markup import read_markup
from reader.parsing.page import read_page
from reader.parsing.plaintext import read_text
from reader.parsing.reading import Reading
from reader.parsing.tree import ParserRejectedMarkup

_MARKUP = re.compile(
    r"(?i)<(?:!doctype|html|head|body|table|tr|td|div|p|a|br|map|area|span|ul|ol|li|h[1-6]|meta|script|font|!--)[\s/>]"
    r"|<!--|</[a-z][a-z\d-]{0,30}>"
)
_TEXT = Dialect(name="text")


def parse(
    text: str,
    *,
    address: str = "",
    encoding: str = "",
    builder: str = "html.parser",
    papers: Collection[str] = (),
) -> Page:
    """Parse one document of a newspaper's web edition: a layout page, an article page, or the text of one.

    Args:
        text: The document, decoded.
        address: Its own absolute http(s) address; "" to use the one noted by the browser that saved it.
        encoding: The encoding it was decoded from, for the report.
        builder: Name of the BeautifulSoup tree builder; the result is the same with each.
        papers: Names of known papers.

    Raises:
        TooLarge: It has more tags than `limits.PAGE_TAGS`.
        UnrecognisedPage: It contains neither a headline nor a paragraph, and is no page among others of a day.
    """
    document = _document(text, builder, papers)
    address = document.clean.line(
        address or document.fields.get("saved", "") or document.fields.get("url", "")
    )
    document.base = Base(address if is_web(address) else "")
    addresses = [link.href for link in (*document.links, *document.areas)]
    dialect = _TEXT if document.is_text else dialect_of(document.selectors, addresses)
    reading = Reading(document, dialect)
    page = _with_article(reading, read_page(reading))
    if not (page.contents or _is_among_others(page)):
        raise UnrecognisedPage("unrecognised")
    kind, witness = _kind(reading, page)
    report = Report(
        dialect=dialect.name,
        kind=kind,
        witnesses=(("document", witness), *document.witnesses.items()),
        encoding=encoding,
        notes=tuple(document.notes),
        removed=document.clean.removed,
    )
    return replace(page, report=report)


def _is_among_others(page: Page) -> bool:
    """Whether a page without a headline, as one of advertisements is, has its head and the list of the day's pages."""
    return bool(page.paper and page.issued and page.number) and len(page.page_index) > 1


def _kind(reading: Reading, page: Page) -> tuple[str, str]:
    """What kind of document it is, and what says so, as the report tells it."""
    if reading.document.is_text:
        return "text", "plain"
    if reading.is_several:
        return "several", "captions"
    if page.opens_at is None:
        return "layout", "list" if page.contents else "caption"
    return "article", "body" if reading.body else "prose" if reading.span else "repeated"


def _document(text: str, builder: str, papers: Collection[str]) -> Document:
    if not _MARKUP.search(text):
        return read_text(text, papers)
    if text.count("<") > limits.PAGE_TAGS:
        raise TooLarge("too-many-tags", n=limits.PAGE_TAGS)
    try:
        return read_markup(text, builder, papers)
    except ParserRejectedMarkup as error:
        raise UnrecognisedPage("unrecognised") from error


def _with_article(reading: Reading, page: Page) -> Page:
    document = reading.document
    own = document.base.key(document.base.address)
    names = [entry.headline for entry in page.contents]
    if reading.is_several:
        below = articles_below(reading, names)
        return replace(
            page, contents=tuple(replace(each, article=below.get(each.headline)) for each in page.contents)
        )
    listed = next(
        (entry.headline for entry in page.contents if own and document.base.key(entry.href) == own), NO_TEXT
    )
    story = parse_article(reading, names, listed)
    if not story:
        return page
    entry = Headline(headline=story.headline, kind=kind_of(story.headline), article=story)
    addresses = [entry.url or entry.href for entry in page.contents]
    page, opens_at = put(page, entry, addresses, written(document.base.address))
    return replace(page, opens_at=opens_at)
