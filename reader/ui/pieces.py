"""What stands in the article pane: the article and its end, or what to do when it is not at hand."""

from collections.abc import Sequence

from reader.edition.model import Article
from reader.typesetting.setting import Item, Role, compose
from reader.ui.lines import Desk


def article_items(desk: Desk, article: Article) -> tuple[Item, ...]:
    """An article, from the kicker to the signature."""
    source = desk.words.say("source", source=article.source) if article.source else ""
    return compose(article, source, desk.words.say("picture"))


def placeholder_items(title: str, notes: Sequence[str]) -> tuple[Item, ...]:
    """In place of an article or page that is not at hand: its title, and what is to be said."""
    return (Item(Role.HEADLINE, title), *(Item(Role.NOTE, note) for note in notes if note))


def end_items(next_line: str, copyright_notice: str) -> tuple[Item, ...]:
    """What stands under an article."""
    notice = (Item(Role.NOTE, copyright_notice),) if copyright_notice else ()
    return (Item(Role.RULE, ""), Item(Role.NEXT, next_line), *notice)
