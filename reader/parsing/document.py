"""The doorway: the text of a document → Page."""

import re
from dataclasses import replace

from bs4.exceptions import ParserRejectedMarkup

from reader import limits
from reader.edition.model import Article, Headline, Page
from reader.edition.report import Report
from reader.errors import TooLarge, UnrecognisedPage
from reader.parsing import article, dialects, folio, page, plaintext
from reader.parsing.clean import Cleaner
from reader.parsing.links import Base, file_name, is_web
from reader.parsing.split import Parts, split
from reader.parsing.walk import label

_MARKUP = re.compile(
    r"<(?:!doctype|html|head|body|table|tr|td|div|p|a|br|map|area|span|ul|ol|li|h[1-6]|meta|script|font|!--)[\s/>]"
    r"|<!--|</[a-z][a-z\d-]*>",
    re.IGNORECASE,
)


def parse(text: str, *, address: str = "", encoding: str = "", builder: str = "html.parser") -> Page:
    """Read one document of a newspaper's web edition: a layout page, an article page, or the text of one.

    Args:
        text: The document, decoded.
        address: Its own absolute http(s) address, "" if unknown; then the one the browser noted on saving is taken.
        encoding: What it was decoded from, for the report.
        builder: The tree builder; all builders give the same page.

    Raises:
        TooLarge: It has more tags than `limits.PAGE_TAGS`.
        UnrecognisedPage: It holds neither a headline nor a paragraph.
    """
    clean = Cleaner()
    if not _MARKUP.search(text):
        return plaintext.read(text, clean, encoding=encoding)
    if text.count("<") > limits.PAGE_TAGS:
        raise TooLarge("too-many-tags", n=limits.PAGE_TAGS)
    try:
        found = _read(split(text), clean, address, builder)
    except ParserRejectedMarkup as error:
        raise UnrecognisedPage("unrecognised") from error
    lowered = text.lower()
    dialect = "classic" if any(sign in lowered for sign in dialects.SIGNS) else "generic"
    report = Report(dialect=dialect, encoding=encoding, notes=_notes(found), removed=clean.removed)
    return replace(found, report=report)


def _read(parts: Parts, clean: Cleaner, address: str, builder: str) -> Page:
    address = clean.line(address or parts.saved_from)
    sheet = page.Sheet(parts, clean, Base(address if is_web(address) else ""), builder)
    found = page.read(sheet)
    story = article.read(sheet, found.contents)
    if story:
        contents, opens_at = _place(story, found.contents, sheet.base)
        return replace(found, contents=contents, opens_at=opens_at)
    return found if found.contents else _read_generic(sheet)


def _place(story: Article, contents: tuple[Headline, ...], base: Base) -> tuple[tuple[Headline, ...], int]:
    """Put the article into the contents, at the end if they lack it."""
    at = _place_of(story, contents, file_name(base.address))
    if at is None:
        at = len(contents)
        contents = (*contents, Headline(headline=story.headline, kind=folio.kind_of(story.headline)))
    return (*contents[:at], replace(contents[at], article=story), *contents[at + 1 :]), at


def _place_of(story: Article, contents: tuple[Headline, ...], own: str) -> int | None:
    """Where the list has the article: by its file, by its headline, or between its neighbours."""
    files = [file_name(entry.href) for entry in contents]
    if own and own in files:
        return files.index(own)
    wanted = folio.compact(story.headline)
    for i, entry in enumerate(contents):
        if folio.compact(entry.headline) == wanted:
            return i
    around = (file_name(story.previous_article or ""), file_name(story.next_article or ""))
    sides = list(zip(files, files[2:], strict=False))
    return sides.index(around) + 1 if all(around) and around in sides else None


def _notes(found: Page) -> tuple[str, ...]:
    missing = {
        "The page does not say which paper it is.": found.paper,
        "The page does not say its date.": found.issued,
        "The page has no caption with its number.": found.number,
    }
    return tuple(note for note, value in missing.items() if not value)


def _read_generic(sheet: page.Sheet) -> Page:
    """Read markup of no known system as the text it shows, from its first heading on."""
    heading = sheet.column.find("h1")
    first = sheet.clean.line(label(heading)) if heading else ""
    start = sheet.lines.index(first) if first in sheet.lines else 0
    return plaintext.read("\n".join(sheet.lines[start:]), sheet.clean)
