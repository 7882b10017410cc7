"""What stands in the article pane: the article and its end, or what to do when it is not at hand."""

from collections.abc import Sequence

from reader.edition.model import Article, Headline, Page, PageLink
from reader.typesetting.setting import Item, Role, compose
from reader.ui.lines import Desk, title_of


def article_items(
    desk: Desk, page: Page, entry: Headline, next_line: str, status: Sequence[str] = ()
) -> tuple[Item, ...]:
    """An article of the contents, with what stands under it; what is known of it while it is not at hand."""
    items = _article(desk, entry.article) if entry.article else _missing(desk, page, entry, status)
    items = (*items, Item(Role.RULE, ""), Item(Role.NEXT, next_line))
    return (*items, Item(Role.NOTE, page.copyright_notice)) if page.copyright_notice else items


def missing_page_items(
    desk: Desk, page: Page, link: PageLink, status: Sequence[str] = ()
) -> tuple[Item, ...]:
    """In place of a page that is not at hand, or has no headline."""
    say = desk.words.say
    title = title_of(desk, page) or say("pages")
    notes = list(status)
    if not status:
        address = link.url or link.href
        notes = [say("missing-page", page=title), *([say("missing-do-page"), address] if address else [])]
    return (Item(Role.HEADLINE, title), *(Item(Role.NOTE, note) for note in notes if note))


def _article(desk: Desk, article: Article) -> tuple[Item, ...]:
    source = desk.words.say("source", source=article.source) if article.source else ""
    return compose(article, source, desk.words.say("picture"))


def _missing(desk: Desk, page: Page, entry: Headline, status: Sequence[str]) -> tuple[Item, ...]:
    if status:
        return (Item(Role.HEADLINE, entry.headline), *(Item(Role.NOTE, note) for note in status if note))
    say = desk.words.say
    notes = [say("missing-article")]
    if where := title_of(desk, page):
        notes[0] += say("missing-stop") + say("missing-where", place=where)
    if entry.url or entry.href:
        notes += [say("missing-do"), entry.url or entry.href]
    else:
        notes.append(say("missing-do-text"))
    return (Item(Role.HEADLINE, entry.headline), *(Item(Role.NOTE, note) for note in notes))
