"""The titles and the body of an article page → Article."""

import re
from collections.abc import Callable, Iterable, Iterator

from bs4.element import Tag

from reader.edition.model import Article, Headline
from reader.parsing import dialects, folio
from reader.parsing.page import Sheet
from reader.parsing.prose import Line, compose, is_byline
from reader.parsing.walk import Run, attribute, label, runs, tree

_NO_CELLS = frozenset(("td", "tr", "table"))
_HEADS = frozenset(("h1", "h2", "h3"))
_SOURCE = re.compile(r"(?:来源|稿源)\s*[:：]\s*(\S{2,30})")
_CAPTION_START = re.compile(r"(?:图为|图[:：]|[▲▼△↑↓←→]|[①②③④⑤⑥⑦⑧⑨])|.*(?:摄|供图|图片)[)）]?$")
_CAPTION_LINES = 4
_CAPTION_CHARACTERS = 120
_CELLS = 50
"""Cells before the body that are asked for a title, and tables for a picture."""


def read(sheet: Sheet, contents: tuple[Headline, ...]) -> Article | None:
    """Read the article of a page, None if the page has none.

    Args:
        sheet: The page.
        contents: Its headlines; the one this document is about serves where no title stands over the body.
    """
    if sheet.body is None:
        return None
    titles = next((found for found in _titles(sheet, sheet.body) if found.headline), Article(headline=""))
    body = compose(_lines(sheet, sheet.body), titles.byline)
    headline = titles.headline or _listed(sheet, contents) or _document_title(sheet)
    if not (headline or body.blocks):
        return None
    return Article(
        headline=headline or folio.NAMELESS,
        kicker=titles.kicker,
        deck=titles.deck,
        byline=body.byline,
        source=_source(sheet),
        dateline=body.dateline,
        blocks=body.blocks,
        jump_from=body.jump_from,
        jump_to=body.jump_to,
        previous_article=sheet.neighbour("上一篇"),
        next_article=sheet.neighbour("下一篇"),
    )


def _titles(sheet: Sheet, body: Tag) -> Iterator[Article]:
    """What each place says of the titles, the surest place first; a place that says nothing has no headline."""

    def element(name: str) -> str:
        tag = sheet.column.find(f"founder-{name}")
        return label(tag) if tag else ""

    def comment(name: str) -> str:
        _, opened, rest = sheet.parts.column.partition(f"<!--<npm:article-{name}>-->")
        inside, closed, _ = rest.partition(f"<!--</npm:article-{name}>-->")
        return label(tree(inside)) if opened and closed else ""

    yield _cells(sheet)
    yield _named(sheet, element)
    yield _named(sheet, comment)
    yield from (_headings(sheet, part) for part in (sheet.column, body))
    if sheet.parts.field("type") == "1":
        yield _named(sheet, sheet.parts.field)


def _named(sheet: Sheet, text: Callable[[str], str]) -> Article:
    """The titles under the publishing system's own names."""
    line = sheet.clean.line
    return Article(
        headline=line(text("title")),
        kicker=line(text("introtitle") or text("pretitle")),
        deck=line(text("subtitle")),
        byline=line(text("author")),
    )


def _cells(sheet: Sheet) -> Article:
    """Rows of the table over the body: 引题, 主题, 副题, 署名, any but the second of them empty."""
    rows = [
        (name, sheet.clean.line(label(cell, without=_NO_CELLS)))
        for cell in sheet.column.find_all("td")
        if (name := attribute(cell, "class").strip().lower()) in (dialects.HEADLINE_CELL, dialects.SIDE_CELL)
    ]
    at = next((i for i, (name, text) in enumerate(rows) if text and name == dialects.HEADLINE_CELL), None)
    if at is None:
        return Article(headline="")
    (_, deck), (_, byline) = (*rows[at + 1 :], ("", ""), ("", ""))[:2]
    if not byline and is_byline(deck):
        deck, byline = "", deck
    return Article(headline=rows[at][1], kicker=rows[at - 1][1] if at else "", deck=deck, byline=byline)


def _headings(sheet: Sheet, part: Tag) -> Article:
    """h3 引题, h1 主题, h2 副题, and the line of author and date under them."""
    main = part.find("h1")
    if not main:
        return Article(headline="")

    def text(tag: Tag | None) -> str:
        return sheet.clean.line(label(tag, without=frozenset(("span",)))) if tag else ""

    return Article(
        headline=sheet.clean.line(label(main)),
        kicker=text(main.find_previous_sibling("h3")),
        deck=text(main.find_next_sibling("h2")),
        byline=_author(text(main.find_next_sibling(class_=["sec", "lai"]))),
    )


def _author(line: str) -> str:
    """The author in a line that may also name source and page."""
    match = re.search(r"作者\s*[:：]\s*([^\s:：]+)", line)
    if match:
        return match[1]
    return "" if "来源" in line or "版" in line else line


def _listed(sheet: Sheet, contents: Iterable[Headline]) -> str:
    """The headline whose address is this document's."""
    own = sheet.base.key(sheet.base.address)
    return next((entry.headline for entry in contents if own and sheet.base.key(entry.href) == own), "")


def _document_title(sheet: Sheet) -> str:
    """The bold line of a centred cell, as some tables set their titles."""
    for cell in reversed(sheet.column.find_all("td", align="center")[-_CELLS:]):
        strong = cell.find("strong")
        text = sheet.clean.line(label(strong, without=_NO_CELLS)) if strong else ""
        if text and not folio.is_menu(text):
            return text
    return ""


def _source(sheet: Sheet) -> str:
    match = next((m for line in sheet.lines if len(line) <= 80 and (m := _SOURCE.search(line))), None)
    return match[1] if match else ""


def _lines(sheet: Sheet, body: Tag) -> list[Line]:
    """Pictures that stand before the body, then the body's own lines, with each picture's caption in its line."""
    tables = [table for table in sheet.column.find_all("table") if _is_picture_table(table)]
    before = [run for table in tables[-_CELLS:] for run in runs(table, without=frozenset(("table",)))]
    headings = _HEADS if body.find("h1") else frozenset()
    return _captioned(sheet, [*before, *runs(body, without=headings)])


def _is_picture_table(table: Tag) -> bool:
    return bool(dialects.PICTURE_TABLE.search(f"{attribute(table, 'id')} {attribute(table, 'class')}"))


def _captioned(sheet: Sheet, found: list[Run]) -> list[Line]:
    lines: list[Line] = []
    captions = 0
    picture: Run | None = None
    for run in found:
        address = sheet.href(attribute(run.image, "src")) if run.image else ""
        text = sheet.clean.line(run.text)
        if address and _is_picture(run.image):
            lines.append(Line(text="", image=address))
            picture, captions = run, 0
        elif text and picture and captions < _CAPTION_LINES and _is_caption(run, text, picture, captions):
            lines[-1] = Line(text=f"{lines[-1].text} {text}".strip(), image=lines[-1].image)
            captions += 1
        elif text and not _is_furniture(text):
            lines.append(Line(text=text, bold=run.bold))
            picture = None
    return lines


def _is_picture(image: Tag | None) -> bool:
    return image is not None and not dialects.FURNITURE_IMAGE.search(
        attribute(image, "src").partition("?")[0]
    )


def _is_caption(run: Run, text: str, picture: Run, captions: int) -> bool:
    """Whether a line under a picture is its caption: it shares a table of its own with it, or reads like one."""
    if picture.table is not None and run.table is picture.table:
        return _is_picture_table(picture.table) or len(text) <= _CAPTION_CHARACTERS
    alone = picture.table is None and not captions and len(text) <= _CAPTION_CHARACTERS
    return alone and bool(_CAPTION_START.match(text))


def _is_furniture(text: str) -> bool:
    """Whether a line is the page's own, in a container that was never closed."""
    is_button = folio.is_menu(text) and any(word in text for word in ("一篇", "放大"))
    return is_button or (len(text) <= 80 and "版权所有" in text)
