"""Parses the titles and the body of an article page into an Article."""

import re
from dataclasses import replace

from reader.edition.model import Article, Headline
from reader.parsing import folio, plaintext
from reader.parsing.page import Document
from reader.parsing.prose import TextLine, is_byline, with_body
from reader.parsing.selectors import Markup, Region
from reader.parsing.tree import Attributes
from reader.parsing.walk import Run, label, runs

_HEADS = frozenset(("h1", "h2", "h3"))
_CELL = re.compile(r"</?(?:td|th|tr|table|ul|li|div|h[1-6])\b|<founder-|<p\s+(?:id|class)=", re.IGNORECASE)
"""Tags that end a title without an end tag of its own."""
_FIRST_CELL = re.compile(r"\A\s*<td\b[^<>]*>", re.IGNORECASE)
_PICTURE_TABLES = "#newspic, .newspic, .pci_c, .attachment"
_FURNITURE_IMAGE = re.compile(r"(?i)tplimg/|(?:checkbox|zoomin|zoomout|zoomact|pdf|pixel|blank)\.\w{3,4}$")
"""Addresses of decorative pictures of the page itself."""
_AUTHOR = re.compile(r"作者\s*[:：]\s*(.+?)(?=\s*(?:来源|版次|责编|编辑)|$)")
_SOURCE = re.compile(r"(?:来源|稿源)\s*[:：]\s*([^\s\u200d]{2,30})")
_PLACE_AND_DAY = re.compile(r"\s*(?:《[^》]*》)?[(（][^()（）]*\d\s*[日版][^()（）]*[)）]")
_CAPTION_START = re.compile(r"(?:图为|图[:：]|[▲▼△↑↓←→]|[①②③④⑤⑥⑦⑧⑨])|.*(?:摄|供图|图片)[)）]?$|.*Photo by\b")
_CAPTION_LINES = 4
_CAPTION_CHARACTERS = 120


def parse_article(document: Document, contents: tuple[Headline, ...]) -> Article | None:
    """Parse the article of a page, None if the page has none.

    Args:
        document: The page.
        contents: Its headlines, used to find the titles above the body where no markup identifies them.
    """
    parts = document.parts
    if parts.body is None:
        return None
    titles = _marked_titles(document) or _other_titles(document, contents)
    story = with_body(titles, _lines(document, parts.body))
    if not (story.headline or story.blocks):
        return None
    return replace(
        story,
        headline=story.headline or folio.NAMELESS,
        source=_source(document),
        previous_article=document.neighbour_href("上一篇", parts.own + parts.neighbours),
        next_article=document.neighbour_href("下一篇", parts.own + parts.neighbours),
    )


def parse_unmarked(document: Document, contents: tuple[Headline, ...]) -> Article | None:
    """Parse an article without markup of its own, where the page has most prose; None if it has none."""
    found = [run for run, _ in document.rows if run.shown]
    rows = [(run.text, 2 * run.linked > len(run.text), run.heading) for run in found]
    names = [entry.headline for entry in contents]
    span = plaintext.densest(rows, names)
    lines = _captioned(document, found[span.start : span.stop])
    if not lines:
        return None
    before, after = document.neighbour_href("上一篇"), document.neighbour_href("下一篇")
    story = plaintext.story(lines, names)
    return replace(story, previous_article=before, next_article=after, source=_source(document))


def _marked_titles(document: Document) -> Article | None:
    """The titles found by the dialect's selectors: above the body, else inside it."""
    parts = document.parts
    scopes = (scope for scope in (parts.own, parts.own or parts.column, parts.body) if scope)
    return next(filter(None, (_titles_in(document, Markup(scope)) for scope in scopes)), None)


def _titles_in(document: Document, markup: Markup) -> Article | None:
    """引题 before the headline, 副题 and 署名 after it; if one selector matches all three, by order."""

    def text(region: Region | None) -> str:
        inside = _FIRST_CELL.sub("", markup.text[slice(*region)], count=1) if region else ""
        return document.clean.line(label(_CELL.split(inside, maxsplit=1)[0]))

    dialect = document.dialect
    found = (list(filter(text, markup.find(selector))) for selector in dialect.headline.split(","))
    headline = next((regions[-1] for regions in found if regions), None)
    if headline is None:
        return None
    before = [region for region in markup.find(dialect.kicker) if region < headline]
    deck = min((region for region in markup.find(dialect.deck) if region > headline), default=None)
    bylines = (region for region in markup.find(dialect.byline) if region > headline and region != deck)
    second, author = text(deck), document.clean.line(_author(text(min(bylines, default=None))))
    if not author and is_byline(second):
        second, author = "", second
    kicker = text(max(before, default=None))
    return Article(headline=text(headline), kicker=kicker, deck=second, byline=author)


def _author(line: str) -> str:
    """The author in a line that may also contain source and page."""
    match = _AUTHOR.search(line)
    line = _PLACE_AND_DAY.sub("", line)
    return match[1] if match else "" if "来源" in line or "版" in line else line


def _other_titles(document: Document, contents: tuple[Headline, ...]) -> Article:
    """Titles without markup: lines that repeat a listed headline, the enpproperty comment, a bold line."""
    names = [entry.headline for entry in contents]
    if titles := plaintext.titles_of([run.text for run in document.own], names):
        return titles
    own = document.base.key(document.base.address)
    listed = (entry.headline for entry in contents if own and document.base.key(entry.href) == own)
    bold = (run.text for run in document.own if (run.bold or run.heading) and not folio.is_menu(run.text))

    def noted(name: str) -> str:
        return document.clean.line(document.parts.field(name))

    return Article(
        headline=next(listed, "") or noted("title") or next(bold, ""),
        kicker=noted("introtitle"),
        deck=noted("subtitle"),
        byline=noted("author"),
    )


def _source(document: Document) -> str:
    markup = document.parts.own or document.parts.column
    if "来源" not in markup and "稿源" not in markup:
        return ""
    lines = [run.text for run in document.own] or document.lines
    return next((m[1] for line in lines if len(line) <= 80 and (m := _SOURCE.search(line))), "")


def _lines(document: Document, body: str) -> list[TextLine]:
    """Pictures before the body, then the lines of the body; captions are merged into their picture's line."""
    markup = Markup(document.parts.own or document.parts.column)
    before: list[Run] = []
    for start, end in sorted(set(markup.find(_PICTURE_TABLES))):
        before += runs(document.tokens(markup.text[markup.text.rfind("<", 0, start) : end]))
    headings = _HEADS if "<h1" in body.lower() else frozenset[str]()
    tokens = document.tokens(body)
    shown = _captioned(document, [*before, *runs(tokens, without=headings)])
    return shown or _captioned(document, runs(tokens, without=headings, hidden=True))


def _captioned(document: Document, found: list[Run]) -> list[TextLine]:
    lines: list[TextLine] = []
    captions = 0
    picture: Run | None = None
    for run in found:
        address = document.href(run.image.get("src", "")) if run.image else ""
        text = document.clean.line(run.text)
        if address and not _FURNITURE_IMAGE.search(address):
            lines.append(TextLine(text="", image=address))
            picture, captions = run, 0
        elif text and picture and captions < _CAPTION_LINES and _is_caption(run, text, picture, captions):
            lines[-1] = TextLine(text=f"{lines[-1].text} {text}".strip(), image=lines[-1].image)
            captions += 1
        elif text and not _is_furniture(text):
            lines.append(TextLine(text=text, bold=run.bold))
            picture = None
    return lines


def _is_caption(run: Run, text: str, picture: Run, captions: int) -> bool:
    """Whether a line below a picture is its caption: both are in one small table, or it reads like one."""
    if picture.table is not None and run.table is picture.table:
        return _is_picture_table(picture.table) or len(text) <= _CAPTION_CHARACTERS
    alone = picture.table is None and not captions and len(text) <= _CAPTION_CHARACTERS
    return alone and bool(_CAPTION_START.match(text))


def _is_picture_table(table: Attributes) -> bool:
    names = f"{table.get('id', '')} {table.get('class', '')}".lower().split()
    return "newspic" in names or "pci_c" in names


def _is_furniture(text: str) -> bool:
    """Whether a line belongs to the page itself, after a body container that was never closed."""
    is_button = folio.is_menu(text) and any(word in text for word in ("一篇", "放大"))
    return is_button or (len(text) <= 80 and "版权所有" in text)
