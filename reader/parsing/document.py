"""The doorway: the text of a document → Page."""

import re
from dataclasses import replace

from bs4.exceptions import ParserRejectedMarkup

from reader import limits
from reader.edition.model import Article, Headline, Page
from reader.edition.report import Report
from reader.errors import TooLarge, UnrecognisedPage
from reader.parsing import article, folio, page, plaintext
from reader.parsing.clean import Cleaner
from reader.parsing.links import Base, file_name, is_web
from reader.parsing.split import Parts, split
from reader.parsing.walk import runs, tree

_MARKUP = re.compile(
    r"<(?:!doctype|html|head|body|table|tr|td|div|p|a|br|map|area|span|ul|ol|li|h[1-6]|meta|script|font|!--)[\s/>]"
    r"|<!--|<founder-",
    re.IGNORECASE,
)
_HINT = "Open the page of an article, or of a 版, as the browser saved it."


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
        return _read(split(text), clean, address, encoding, builder)
    except ParserRejectedMarkup as error:
        raise UnrecognisedPage("unrecognised") from error


def _read(parts: Parts, clean: Cleaner, address: str, encoding: str, builder: str) -> Page:
    address = clean.line(address or parts.saved_from)
    sheet = page.Sheet(parts, clean, Base(address if is_web(address) else ""), builder)
    found = page.read(sheet)
    story = article.read(sheet, found.contents, builder)
    if not (found.contents or story):
        return _read_generic(parts, clean, encoding, builder)
    contents, opens_at = found.contents, None
    if story:
        contents, opens_at = _place(story, contents, sheet.base)
    report = Report(dialect="classic", encoding=encoding, notes=_notes(found), removed=clean.removed)
    return replace(found, contents=contents, opens_at=opens_at, report=report)


def _place(story: Article, contents: tuple[Headline, ...], base: Base) -> tuple[tuple[Headline, ...], int]:
    """Put the article into the contents, at the end if they lack it."""
    own, wanted = file_name(base.address), folio.compact(story.headline)
    same_file = (i for i, entry in enumerate(contents) if own and file_name(entry.href) == own)
    same_words = (i for i, entry in enumerate(contents) if folio.compact(entry.headline) == wanted)
    at = next(same_file, next(same_words, None))
    if at is None:
        at = len(contents)
        entry = Headline(headline=story.headline, kind=folio.kind_of(story.headline))
        contents = (*contents, entry)
    placed = replace(contents[at], article=story)
    return (*contents[:at], placed, *contents[at + 1 :]), at


def _notes(found: Page) -> tuple[str, ...]:
    missing = {
        "The page does not say which paper it is.": found.paper,
        "The page does not say its date.": found.issued,
        "The page has no caption with its number.": found.number,
    }
    return tuple(note for note, value in missing.items() if not value)


def _read_generic(parts: Parts, clean: Cleaner, encoding: str, builder: str) -> Page:
    """Read markup of no known system as the text it shows, from its first heading on."""
    root = tree(parts.column, builder)
    lines = [run.text for run in runs(root) if run.text]
    heading = root.find("h1")
    first = next((run.text for run in runs(heading) if run.text), "") if heading else ""
    start = lines.index(first) if first in lines else 0
    found = plaintext.read("\n".join(lines[start:]), clean, encoding=encoding)
    return replace(found, report=replace(found.report, dialect="generic"))
