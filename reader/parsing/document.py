"""The entry point of parsing: the text of a document → Page."""

import posixpath
import re
from collections import Counter
from dataclasses import dataclass, field, replace

from reader import limits
from reader.edition.contents import put
from reader.edition.model import Headline, Page
from reader.edition.report import Report
from reader.edition.urls import is_web
from reader.errors import TooLarge, UnrecognisedPage
from reader.parsing import article, folio, page, plaintext
from reader.parsing.clean import Cleaner
from reader.parsing.dialects import Dialect, dialect_of
from reader.parsing.links import Base, written
from reader.parsing.split import split
from reader.parsing.tree import ParserRejectedMarkup

_MARKUP = re.compile(
    r"(?i)<(?:!doctype|html|head|body|table|tr|td|div|p|a|br|map|area|span|ul|ol|li|h[1-6]|meta|script|font|!--)[\s/>]"
    r"|<!--|</[a-z][a-z\d-]*>"
)


@dataclass(slots=True)
class DayCache:
    """What the documents of a day share, parsed once: the dialect of each head, the page of each column."""

    dialects: dict[str, Dialect] = field(default_factory=dict)
    pages: dict[tuple[object, ...], tuple[Page, Counter[str]]] = field(default_factory=dict)


def parse(
    text: str,
    *,
    address: str = "",
    encoding: str = "",
    builder: str = "html.parser",
    cache: DayCache | None = None,
) -> Page:
    """Parse one document of a newspaper's web edition: a layout page, an article page, or the text of one.

    Args:
        text: The document, decoded.
        address: Its own absolute http(s) address; "" to use the one noted by the browser that saved it.
        encoding: The encoding it was decoded from, for the report.
        builder: Name of the BeautifulSoup tree builder; the result is the same with each.
        cache: Results shared with other documents of the same day; updated with those of this one.

    Raises:
        TooLarge: It has more tags than `limits.PAGE_TAGS`.
        UnrecognisedPage: It contains neither a headline nor a paragraph.
    """
    clean = Cleaner()
    if not _MARKUP.search(text):
        return plaintext.parse_text(text, clean, encoding=encoding)
    if text.count("<") > limits.PAGE_TAGS:
        raise TooLarge("too-many-tags", n=limits.PAGE_TAGS)
    cache = cache or DayCache()
    dialect = _dialect(text, cache)
    parts = split(text, dialect)
    address = clean.line(address or parts.saved_from)
    document = page.Document(parts, dialect, clean, Base(address if is_web(address) else ""), builder)
    try:
        found = _parse(document, cache)
    except ParserRejectedMarkup as error:
        raise UnrecognisedPage("unrecognised") from error
    report = Report(dialect=dialect.name, encoding=encoding, removed=clean.removed)
    return replace(found, report=report)


def _dialect(text: str, cache: DayCache) -> Dialect:
    """The dialect of a document, cached by its head if it was recognised by its marks."""
    head = text[: text.find("<body") + 1 or text.find("<BODY") + 1]
    known = cache.dialects.get(head)
    if known:
        return known
    dialect, is_certain = dialect_of(text)
    if head and is_certain:
        cache.dialects[head] = dialect
    return dialect


def _parse(document: page.Document, cache: DayCache) -> Page:
    found = _page(document, cache)
    issued = folio.issued_at(document.base.address) or folio.issued_on(document.parts.own) or found.issued
    found = replace(found, issued=issued)
    story = article.parse_article(document, found.contents)
    if not story and not (found.contents and document.parts.field("type") == "2"):
        story = article.parse_unmarked(document, found.contents)
    if not story:
        return found if found.contents else plaintext.parse_text("\n".join(document.lines), document.clean)
    own = Headline(headline=story.headline, kind=folio.kind_of(story.headline), article=story)
    addresses = [entry.url or entry.href for entry in found.contents]
    found, opens_at = put(found, own, addresses, written(document.base.address))
    return replace(found, opens_at=opens_at)


def _page(document: page.Document, cache: DayCache) -> Page:
    """The page around the article, cached because all documents of the page repeat it."""
    parts, folder = document.parts, posixpath.dirname(document.base.address)
    names = parts.field("papername"), page.titled(document)
    key = (parts.column, parts.foot, names, folder, document.builder)
    if key not in cache.pages:
        found = page.parse_column(document)
        cache.pages[key] = found, Counter(document.clean.tally)
        return found
    found, tally = cache.pages[key]
    document.clean.tally.update(tally)
    return found
