"""The titles and the body of an article page → Article."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

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


@dataclass(frozen=True, slots=True, kw_only=True)
class _Titles:
    """The rows around a headline, each "" if empty."""

    kicker: str = ""
    headline: str = ""
    deck: str = ""
    byline: str = ""


def read(sheet: Sheet, contents: tuple[Headline, ...], builder: str) -> Article | None:
    """Read the article of a page, None if the page has none.

    Args:
        sheet: The page.
        contents: Its headlines; the one this document is about serves where no title stands over the body.
        builder: Name of the tree builder.
    """
    if sheet.parts.body is None:
        return None
    body = tree(sheet.parts.body, builder)
    titles = _titles(sheet, body)
    found = compose(_lines(sheet, body))
    headline = titles.headline or _listed(sheet, contents) or _document_title(sheet)
    if not (headline or found.blocks):
        return None
    return Article(
        headline=headline or folio.NAMELESS,
        kicker=titles.kicker,
        deck=titles.deck,
        byline=titles.byline or found.byline,
        source=_source(sheet),
        dateline=found.dateline,
        blocks=found.blocks,
        jump_from=found.jump_from,
        jump_to=found.jump_to,
        previous_article=sheet.neighbour("上一篇"),
        next_article=sheet.neighbour("下一篇"),
    )


def _titles(sheet: Sheet, body: Tag) -> _Titles:
    """The titles from the surest place that has a headline."""
    for titles in (_cells(sheet), _elements(sheet), _comments(sheet), _headings(sheet, body), _fields(sheet)):
        if titles.headline:
            return titles
    return _Titles()


def _cells(sheet: Sheet) -> _Titles:
    """Rows of the table over the body: 引题, 主题, 副题, 署名, any but the second of them empty."""
    wanted = (dialects.HEADLINE_CELL, dialects.SIDE_CELL)
    cells = [
        cell for cell in sheet.column.find_all("td") if attribute(cell, "class").strip().lower() in wanted
    ]
    texts = [sheet.clean.line(label(cell, without=_NO_CELLS)) for cell in cells]
    main = [
        i
        for i, cell in enumerate(cells)
        if attribute(cell, "class").strip().lower() == dialects.HEADLINE_CELL
    ]
    at = next((i for i in main if texts[i]), None)
    if at is None:
        return _Titles()
    deck, byline = _below(texts[at + 1 : at + 3])
    return _Titles(kicker=texts[at - 1] if at else "", headline=texts[at], deck=deck, byline=byline)


def _below(rows: list[str]) -> tuple[str, str]:
    """Deck and byline among the one or two rows under a headline."""
    first, second = (*rows, "", "")[:2]
    if first and not second and is_byline(first):
        return "", first
    return first, second


def _elements(sheet: Sheet) -> _Titles:
    """The publishing system's own elements."""

    def text(name: str) -> str:
        tag = sheet.column.find(f"founder-{name}")
        return sheet.clean.line(label(tag)) if tag else ""

    return _Titles(
        kicker=text("introtitle"), headline=text("title"), deck=text("subtitle"), byline=text("author")
    )


def _comments(sheet: Sheet) -> _Titles:
    """What stands between pairs of the publishing system's comments."""

    def text(name: str) -> str:
        _, opened, rest = sheet.parts.column.partition(f"<!--<npm:article-{name}>-->")
        inside, closed, _ = rest.partition(f"<!--</npm:article-{name}>-->")
        return sheet.clean.line(label(tree(inside))) if opened and closed else ""

    return _Titles(
        kicker=text("pretitle"), headline=text("title"), deck=text("subtitle"), byline=text("author")
    )


def _headings(sheet: Sheet, body: Tag) -> _Titles:
    """h3 引题, h1 主题, h2 副题, and the line of author and date under them."""
    for part in (sheet.column, body):
        main = part.find("h1")
        if main:
            above, below = main.find_previous("h3"), main.find_next("h2")
            author = main.find_next(class_=["sec", "lai"])
            return _Titles(
                kicker=sheet.clean.line(label(above)) if above else "",
                headline=sheet.clean.line(label(main)),
                deck=sheet.clean.line(label(below)) if below else "",
                byline=_author(sheet.clean.line(label(author, without=frozenset(("span",)))))
                if author
                else "",
            )
    return _Titles()


def _author(line: str) -> str:
    """The author in a line that may also name source and page."""
    match = re.search(r"作者\s*[:：]\s*([^\s:：]+)", line)
    if match:
        return match[1]
    return "" if "来源" in line or "版" in line else line


def _fields(sheet: Sheet) -> _Titles:
    if sheet.parts.field("type") != "1":
        return _Titles()
    line, value = sheet.clean.line, sheet.parts.field
    return _Titles(headline=line(value("title")), deck=line(value("subtitle")), byline=line(value("author")))


def _listed(sheet: Sheet, contents: Iterable[Headline]) -> str:
    """The headline whose address is this document's."""
    own = sheet.base.key(sheet.base.address)
    return next((entry.headline for entry in contents if own and sheet.base.key(entry.href) == own), "")


def _document_title(sheet: Sheet) -> str:
    """The bold line of a centred cell, as some tables set their titles."""
    for cell in reversed(sheet.column.find_all("td", align="center")):
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
    tables = (table for table in sheet.column.find_all("table") if _is_picture_table(table))
    before = [run for table in tables for run in runs(table)]
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
        elif text and not (folio.is_menu(text) or _is_foot(text)):
            lines.append(Line(text=text, bold=run.bold))
            picture = None
    return lines


def _is_picture(image: Tag | None) -> bool:
    return image is not None and not dialects.FURNITURE_IMAGE.search(
        attribute(image, "src").partition("?")[0]
    )


def _is_caption(run: Run, text: str, picture: Run, captions: int) -> bool:
    """Whether a line under a picture is its caption: it shares a table of its own with it, or reads like one."""
    if picture.table is not None:
        return run.table is picture.table
    return not captions and len(text) <= 120 and bool(_CAPTION_START.match(text))


def _is_foot(text: str) -> bool:
    """Whether a short line is the page's, in a container that was never closed."""
    return len(text) <= 80 and "版权所有" in text
