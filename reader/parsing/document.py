"""The doorway: the text of a document → Page."""

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
    r"<(?:!doctype|html|head|body|table|tr|td|div|p|a|br|map|area|span|ul|ol|li|h[1-6]|meta|script|font|!--)[\s/>]"
    r"|<!--|</[a-z][a-z\d-]*>",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Columns:
    """What the documents of a day repeat, so that it is read once: the dialect of each head, the page in each column."""

    dialects: dict[str, Dialect] = field(default_factory=dict)
    pages: dict[tuple[object, ...], tuple[Page, Counter[str]]] = field(default_factory=dict)


def parse(
    text: str,
    *,
    address: str = "",
    encoding: str = "",
    builder: str = "html.parser",
    columns: Columns | None = None,
) -> Page:
    """Read one document of a newspaper's web edition: a layout page, an article page, or the text of one.

    Args:
        text: The document, decoded.
        address: Its own absolute http(s) address, "" if unknown; then the one the browser noted on saving is taken.
        encoding: What it was decoded from, for the report.
        builder: The tree builder; all builders give the same page.
        columns: What was read of other documents of the same day, and is kept of this one.

    Raises:
        TooLarge: It has more tags than `limits.PAGE_TAGS`.
        UnrecognisedPage: It holds neither a headline nor a paragraph.
    """
    clean = Cleaner()
    if not _MARKUP.search(text):
        return plaintext.read(text, clean, encoding=encoding)
    if text.count("<") > limits.PAGE_TAGS:
        raise TooLarge("too-many-tags", n=limits.PAGE_TAGS)
    columns = columns or Columns()
    dialect = _dialect(text, columns)
    parts = split(text, dialect)
    address = clean.line(address or parts.saved_from)
    sheet = page.Sheet(parts, dialect, clean, Base(address if is_web(address) else ""), builder)
    try:
        found = _read(sheet, columns)
    except ParserRejectedMarkup as error:
        raise UnrecognisedPage("unrecognised") from error
    report = Report(dialect=dialect.name, encoding=encoding, removed=clean.removed)
    return replace(found, report=report)


def _dialect(text: str, columns: Columns) -> Dialect:
    """The dialect of a document; one with the head of another is of the same, if that had marks of its own."""
    head = text[: text.find("<body") + 1 or text.find("<BODY") + 1]
    known = columns.dialects.get(head)
    if known:
        return known
    dialect, is_certain = dialect_of(text)
    if head and is_certain:
        columns.dialects[head] = dialect
    return dialect


def _read(sheet: page.Sheet, columns: Columns) -> Page:
    found = _page(sheet, columns)
    issued = folio.issued_at(sheet.base.address) or folio.issued_on(sheet.parts.own) or found.issued
    found = replace(found, issued=issued)
    story = article.read(sheet, found.contents)
    if not story and not (found.contents and sheet.parts.field("type") == "2"):
        story = article.read_prose(sheet, found.contents)
    if not story:
        return found if found.contents else plaintext.read("\n".join(sheet.lines), sheet.clean)
    own = Headline(headline=story.headline, kind=folio.kind_of(story.headline), article=story)
    addresses = [entry.url or entry.href for entry in found.contents]
    found, opens_at = put(found, own, addresses, written(sheet.base.address))
    return replace(found, opens_at=opens_at)


def _page(sheet: page.Sheet, columns: Columns) -> Page:
    """The page around the article, which its other documents repeat."""
    parts, folder = sheet.parts, posixpath.dirname(sheet.base.address)
    key = (parts.column, parts.foot, parts.field("papername"), page.titled(sheet), folder, sheet.builder)
    if key not in columns.pages:
        found = page.read(sheet)
        columns.pages[key] = found, Counter(sheet.clean.tally)
        return found
    found, tally = columns.pages[key]
    sheet.clean.tally.update(tally)
    return found
