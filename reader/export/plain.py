"""Plain text: an article for the clipboard, a page for a pipe."""

from reader.edition.model import Article, BlockKind, Page
from reader.typesetting.cells import Widths, cells
from reader.typesetting.ladder import Measure
from reader.typesetting.layout import Setting, items_of
from reader.words import Words

INDENT = "　　"


def article_text(article: Article) -> str:
    """An article as text, each paragraph whole on its own line, indented by two 汉字 as printed."""
    head = [article.kicker, article.headline, article.deck, article.byline]
    body = [INDENT + b.text if b.kind is BlockKind.PARAGRAPH else b.text for b in article.blocks]
    return "\n".join([line for line in head if line] + ([""] if body else []) + body) + "\n"


def set_text(article: Article, width: int, words: Words, widths: Widths) -> str:
    """An article set in lines, for a pipe or a pager.

    Args:
        article: The article.
        width: Width of a line in cells, hanging mark included; 0 leaves each paragraph on one line.
        words: The language of the labels.
        widths: Cells of each character.
    """
    if width <= 0:
        return article_text(article)
    source = words.say("source", source=article.source) if article.source else ""
    items = items_of(article, source, words.say("picture"))
    measure = Measure(width=max(2, width - 2), leading=0, gap=1, bold=False, indent=2, hang=True)
    setting = Setting(items, measure, max(4, width), widths)
    lines = []
    for index, item in enumerate(items):
        for row in setting.rows(index):
            lead = " " * row.column
            if item.prefix and row.start == 0 and row.end:
                lead = " " * (row.column - cells(item.prefix, widths)) + item.prefix
            lines.append((lead + item.text[row.start : row.end]).rstrip())
    return "\n".join(lines).strip("\n") + "\n"


def page_head(page: Page, words: Words) -> str:
    """A page's paper, day, number and name, in a line."""
    title = words.say("page-title", number=page.number, name=page.name).strip() if page.number else page.name
    day = words.day(page.issued, page.weekday)
    return "  ".join(part for part in (page.paper, day, title) if part)


def contents_text(page: Page, words: Words, *, is_live: bool = False) -> str:
    """A page's head and headlines, one a line; marked where the article is missing, unless a site has it."""
    lines = [page_head(page, words)]
    has_missing = False
    for number, entry in enumerate(page.contents, 1):
        is_missing = not (entry.at_hand or is_live)
        has_missing |= is_missing
        lines.append(f"{number:>3}{'·' if is_missing else ' '} {entry.headline}")
    if has_missing:
        lines.append("  " + words.say("missing-mark"))
    return "\n".join(lines).strip("\n") + "\n"
