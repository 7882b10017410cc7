"""Parses the text of a page, copied from a browser or dumped by a program, into a Page.

Such a text follows the page's two columns: titles of the facsimile's areas in one line, caption, 上一版 下一版,
headlines, masthead, 上一篇 下一篇, date and zoom buttons, the article, 上一篇 下一篇 again, and the copyright
notice. Any of these may be missing.
"""

import re
from dataclasses import dataclass, replace
from itertools import groupby

from reader.edition.contents import put
from reader.edition.model import Article, Headline, Page, PageLink, SisterPaper
from reader.edition.report import Report
from reader.errors import UnrecognisedPage
from reader.parsing import folio
from reader.parsing.clean import Cleaner
from reader.parsing.prose import TextLine, is_byline, is_sentence, jump_line, with_body

_DATE_LINE = re.compile(r"\D{0,12}\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日.{0,30}")
_FOOT = re.compile(r"(?i)(?:地址|邮编|电话|技术支持|国内统一刊号|邮发代号|Copyright)\s*[:：©]?.*|.*ICP备.*")
_STATEMENT = re.compile(r"(?:。|[a-z]\.)[”’」』》)）]*$")
_PAPER_ROW = re.compile(r"\S{1,10}报")
_MUCH = 200
"""Characters of prose; a page of lists has less."""
_LONG = 60
"""Characters; a longer line is not a headline."""


@dataclass(frozen=True, slots=True)
class _Row:
    text: str
    indented: bool = False

    @property
    def is_furniture(self) -> bool:
        """Whether the row belongs to the page rather than to an article."""
        is_named = bool(folio.papers(self.text) or folio.publisher(self.text))
        return (
            folio.is_menu(self.text) or bool(_DATE_LINE.fullmatch(self.text)) or is_named or self.is_caption
        )

    @property
    def is_caption(self) -> bool:
        return "版" in self.text and len(self.text) <= _LONG and folio.caption(self.text) is not None

    @property
    def is_foot(self) -> bool:
        return folio.is_menu(self.text) or folio.is_copyright(self.text) or bool(_FOOT.fullmatch(self.text))

    @property
    def is_prose(self) -> bool:
        if folio.is_copyright(self.text):
            return False
        long = len(self.text) > _LONG and any(comma in self.text for comma in ",，")
        return long or bool(_STATEMENT.search(self.text)) or jump_line(self.text) is not None


@dataclass(frozen=True, slots=True)
class _Sections:
    """The rows of a text, by part of the page."""

    head: list[_Row]
    contents: list[str]
    article: list[_Row]
    foot: list[_Row]


def parse_text(text: str, clean: Cleaner, *, encoding: str = "") -> Page:
    """Parse the text of a page.

    Args:
        text: Lines as copied, with any line endings.
        clean: Cleans the text, and counts what it removes.
        encoding: The encoding it was decoded from, for the report.

    Raises:
        UnrecognisedPage: There is neither a headline nor a paragraph.
    """
    sections = _sections(_rows(clean(text)))
    page = _page(sections)
    if sections.article:
        article = _article(sections)
        own = Headline(headline=article.headline, kind=folio.kind_of(article.headline), article=article)
        page, opens_at = put(page, own)
        page = replace(page, opens_at=opens_at)
    if not page.contents:
        raise UnrecognisedPage("unrecognised")
    return replace(page, report=Report(dialect="text", encoding=encoding, removed=clean.removed))


def _rows(text: str) -> list[_Row]:
    lines = (line for line in text.splitlines() if line.strip())
    return [_Row(line.strip(), line[0].isspace()) for line in lines]


def _sections(rows: list[_Row]) -> _Sections:
    caption = _caption_at(rows)
    prose = [i for i in range(caption + 1, len(rows)) if rows[i].is_prose]
    start = _article_at(rows, prose[0] if prose else None)
    end = _foot_at(rows, max([start, *prose[:1]]))
    contents = _list_in(rows[caption + 1 : start])
    article = rows[start:end]
    # Rows after the head of a 版 are an article if they have sentences below a title, or repeat a headline.
    if article and (not start or (prose and len(article[0].text) > 1) or _repeated(article, contents)):
        return _Sections(rows[:start], contents, article, rows[end:])
    return _Sections(rows, contents or _list_in(rows[start:]), [], rows[start:])


def _caption_at(rows: list[_Row]) -> int:
    """Index of the page's caption, -1 without one."""
    for i, row in enumerate(rows):
        if row.is_caption:
            return i
        if _STATEMENT.search(row.text):
            break
    return -1


def _article_at(rows: list[_Row], prose: int | None) -> int:
    """Index of the first row that may belong to the article; the number of rows if there is none."""
    furniture = [i for i, row in enumerate(rows[:prose]) if row.is_furniture]
    if prose is not None:
        return furniture[-1] + 1 if furniture else 0
    dates = (i for i in furniture if _DATE_LINE.fullmatch(rows[i].text))
    articles = (i for i in furniture if "一篇" in rows[i].text)
    last = next(dates, next(articles, None))
    if last is not None:
        return last + 1
    return len(rows) if furniture else 0


def _foot_at(rows: list[_Row], start: int) -> int:
    """Index of the first row after the article: 上一篇 下一篇, else the small print at the end."""
    for i in range(start, len(rows)):
        if folio.is_menu(rows[i].text) and "一篇" in rows[i].text:
            return i
    end = len(rows)
    while end > start and rows[end - 1].is_foot:
        end -= 1
    return end


def _is_apart(row: _Row) -> bool:
    """Whether a row cannot be a headline: furniture, small print, a single character from a calendar."""
    return row.is_furniture or row.is_foot or len(row.text) == 1


def _list_in(rows: list[_Row]) -> list[str]:
    """The headlines: the longest run of rows that are neither furniture nor small print."""
    masthead = next(filter(None, (folio.papers(row.text) for row in rows)), ("",))[0]
    runs = [
        [row.text.lstrip(folio.BULLETS) for row in run]
        for apart, run in groupby(rows, lambda row: _is_apart(row) or row.text == masthead)
        if not apart
    ]
    longest = max(runs, key=len, default=[])
    whole = folio.compact("".join(longest))
    # Without a caption, the line of titles from the facsimile's areas comes right before the list itself.
    return [name for name in longest if not (len(longest) > 2 and 2 * len(folio.compact(name)) == len(whole))]


def _article(sections: _Sections) -> Article:
    lines = [TextLine(text=row.text) for row in sections.article]
    article = story(lines, sections.contents, sections.article)
    words = "".join(row.text for row in (*sections.head, *sections.foot) if folio.is_menu(row.text))
    before, after = ("" if word in words else None for word in ("上一篇", "下一篇"))
    return replace(article, previous_article=before, next_article=after)


def story(lines: list[TextLine], contents: list[str], rows: list[_Row] | None = None) -> Article:
    """Parse lines as an article that begins with its titles.

    Args:
        lines: At least one.
        contents: Headlines of the page, which distinguish a multi-line headline from a kicker.
        rows: The same lines with their indents, if known.
    """
    rows = rows or [_Row(line.text) for line in lines]
    kicker, headline, rest = _titles(rows, contents)
    deck, byline, rest = _under(rest)
    titles = Article(headline=headline, kicker=kicker, deck=deck, byline=byline)
    return with_body(titles, lines[len(lines) - len(rest) :])


def _titles(rows: list[_Row], contents: list[str]) -> tuple[str, str, list[_Row]]:
    """Kicker, headline, and the rows after them; the headline is the one in the list, else the first row."""
    if found := _repeated(rows, contents):
        start, end, name = found
        return " ".join(row.text for row in rows[:start]), name, rows[end:]
    if rows[0].is_prose:
        return "", folio.NAMELESS, rows
    return "", rows[0].text, rows[1:]


def _repeated(rows: list[_Row], contents: list[str]) -> tuple[int, int, str] | None:
    """Start and end of the first rows that together repeat a headline in the list, and that headline."""
    names = {folio.compact(name): name for name in contents}
    for start in range(min(3, len(rows))):
        for end in range(start + 1, min(start + 3, len(rows)) + 1):
            if name := names.get(folio.compact("".join(row.text for row in rows[start:end]))):
                return start, end, name
    return None


def titles_of(lines: list[str], contents: list[str]) -> Article | None:
    """The titles among the lines above a body; None if they repeat no headline in the list."""
    rows = [row for line in lines if not ((row := _Row(line)).is_furniture or row.is_foot)]
    found = _repeated(rows, contents)
    if not found:
        return None
    start, end, headline = found
    deck, byline, _ = _under(rows[end:])
    kicker = " ".join(row.text for row in rows[:start])
    return Article(headline=headline, kicker=kicker, deck=deck, byline=byline)


def densest(rows: list[tuple[str, bool, bool]], names: list[str]) -> range:
    """The range of lines that are the article: the most prose without links, from its title on.

    Args:
        rows: Each line, whether it is a link, and whether it is a heading.
        names: Headlines of the page; if there are any, a title or much prose is required, as it may be all lists.
    """
    kinds = [not linked and _Row(text).is_prose for text, linked, _ in rows]
    best, span = 0, range(0)
    for is_apart, group in groupby(range(len(rows)), lambda i: rows[i][1] or _Row(rows[i][0]).is_foot):
        indices = list(group)
        weight = 0 if is_apart else sum(len(rows[i][0]) for i in indices if kinds[i])
        if weight > best:
            best, span = weight, range(indices[0], indices[-1] + 1)
    first = next((i for i in span if kinds[i]), 0)
    known = {folio.compact(name) for name in names}
    pairs = {i: folio.compact(rows[i][0] + rows[i + 1][0]) for i in span[:-1]}
    titles = [
        i for i in range(span.start, first) if rows[i][2] or {folio.compact(rows[i][0]), pairs.get(i)} & known
    ]
    if names and not titles and best < _MUCH:
        return range(0)
    return range(titles[0] if titles else span.start, span.stop)


def _under(rows: list[_Row]) -> tuple[str, str, list[_Row]]:
    """Deck, byline and the rows of the body; the rows between headline and byline are the deck."""
    at = next((i for i, row in enumerate(rows[:3]) if is_byline(row.text)), None)
    if at is not None and not any(row.is_prose for row in rows[:at]):
        return " ".join(row.text for row in rows[:at]), rows[at].text, rows[at + 1 :]
    if rows and _is_deck(rows[0], indents=any(row.indented for row in rows)):
        return rows[0].text, "", rows[1:]
    return "", "", rows


def _is_deck(row: _Row, *, indents: bool) -> bool:
    """Whether a row below the headline is its 副题: it begins with a dash, or only it is not indented."""
    if row.text.startswith("——"):
        return len(row.text) <= _LONG and not _STATEMENT.search(row.text)
    return (
        indents
        and not row.indented
        and len(row.text) <= _LONG
        and not (is_sentence(row.text) or row.is_prose)
    )


def _page(sections: _Sections) -> Page:
    head = [row.text for row in sections.head]
    captions = [found for row in sections.head if row.is_caption and (found := folio.caption(row.text))]
    number, name = captions[0] if captions else ("", "")
    listed = tuple(dict.fromkeys(captions)) if len(captions) > 1 else ()
    menus = "".join(line for line in head if folio.is_menu(line) or folio.caption(line))
    titles = next(filter(None, map(folio.papers, head)), ())
    copyright_notice = folio.copyright_in([row.text for row in sections.foot])
    return Page(
        paper=titles[0] if titles else _paper(sections.head, copyright_notice),
        publisher=next(filter(None, map(folio.publisher, head)), ""),
        sister_papers=tuple(SisterPaper(name=name) for name in titles[1:]),
        issued=folio.issued_in("\n".join(filter(_DATE_LINE.fullmatch, head))),
        number=number,
        name=name,
        page_index=tuple(PageLink(number=number, name=name) for number, name in listed),
        contents=tuple(Headline(headline=name, kind=folio.kind_of(name)) for name in sections.contents),
        previous_page="" if "上一版" in menus else None,
        next_page="" if "下一版" in menus else None,
        copyright_notice=copyright_notice,
    )


def _paper(head: list[_Row], copyright_notice: str) -> str:
    """The paper's name without a line of sister papers: from its own row, else the copyright notice."""
    rows = (folio.paper_in(row.text) for row in head if _PAPER_ROW.fullmatch(row.text))
    return next(filter(None, rows), "") or folio.owner_in(copyright_notice)
