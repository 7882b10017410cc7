"""What stands in the article pane: the article and its end, or what to do when it is not at hand."""

from reader.edition.model import Article, Headline, Page, PageLink
from reader.typesetting.setting import Item, Role, compose
from reader.ui.lines import Desk, title_of


def article_items(desk: Desk, page: Page, at: int) -> tuple[Item, ...]:
    """The article at that place of the contents, with what stands under it."""
    entry = page.contents[at]
    items = _article(desk, entry.article) if entry.article else _missing(desk, page, entry)
    items = (*items, Item(Role.RULE, ""), Item(Role.NEXT, _next_line(desk, page, at)))
    return (*items, Item(Role.NOTE, page.copyright_notice)) if page.copyright_notice else items


def missing_page_items(desk: Desk, page: Page, link: PageLink) -> tuple[Item, ...]:
    """In place of a page that is not at hand, or has no headline."""
    say = desk.words.say
    title = title_of(desk, page) or say("pages")
    notes = [say("missing-page", page=title)]
    if address := link.url or link.href:
        notes += [say("missing-do-page"), address]
    return (Item(Role.HEADLINE, title), *(Item(Role.NOTE, note) for note in notes))


def _article(desk: Desk, article: Article) -> tuple[Item, ...]:
    source = desk.words.say("source", source=article.source) if article.source else ""
    return compose(article, source, desk.words.say("picture"))


def _missing(desk: Desk, page: Page, entry: Headline) -> tuple[Item, ...]:
    say = desk.words.say
    notes = [say("missing-article")]
    if where := title_of(desk, page):
        notes[0] += say("missing-stop") + say("missing-where", place=where)
    if entry.url or entry.href:
        notes += [say("missing-do"), entry.url or entry.href]
    else:
        notes.append(say("missing-do-text"))
    return (Item(Role.HEADLINE, entry.headline), *(Item(Role.NOTE, note) for note in notes))


def _next_line(desk: Desk, page: Page, at: int) -> str:
    say = desk.words.say
    if at + 1 >= len(page.contents):
        return say("last-strip")
    entry = page.contents[at + 1]
    line = say("next-strip", headline=entry.headline)
    return f"{line} {say('characters', n=entry.article.characters)}" if entry.article else line
