"""What is being read: an edition, a page of it, an article of that; a value, to step about in."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Self

from reader.edition.day import Edition
from reader.edition.model import Headline, Page
from reader.typesetting.setting import Item
from reader.ui.lines import Desk, title_of
from reader.ui.pieces import article_items, missing_page_items

if TYPE_CHECKING:
    from reader.stand import Stand  # which brings the parser


@dataclass(frozen=True, slots=True)
class View:
    """A place in an edition."""

    stand: "Stand"
    """Where more of it can be had."""
    edition: Edition
    page_at: int
    """Index of the page among those of the day."""
    article_at: int
    """Index of the article in the page's contents."""

    @classmethod
    def opening(cls, stand: "Stand", edition: Edition) -> Self:
        """The place an edition opens at."""
        return cls(stand, edition, edition.first, edition.opened.lead)

    @property
    def day(self) -> tuple[str, str]:
        """Paper and day, to tell editions apart."""
        opened = self.edition.opened
        return opened.paper, opened.issued.isoformat() if opened.issued else ""

    @property
    def target(self) -> str:
        """By what the place can be opened again; empty if it cannot."""
        return self.stand.target(self.edition, self.page_at)

    @property
    def wanted(self) -> str:
        """Absolute address of what is shown and not at hand, where it can be fetched; empty otherwise."""
        if not self.stand.is_live:
            return ""
        if self.edition.pages[self.page_at] is None:
            return self.edition.index[self.page_at].url or ""
        return self.entry.url or "" if self.entry and not self.entry.at_hand else ""

    @property
    def page(self) -> Page:
        """The page; a bare one in place of a page that is not at hand."""
        return self.edition.page_at(self.page_at)

    @property
    def entry(self) -> Headline | None:
        """The contents' entry of the article; None on a page without headlines."""
        contents = self.page.contents
        return contents[self.article_at] if contents else None

    @property
    def key(self) -> str:
        """Names the article among the kept positions."""
        page, entry = self.page, self.entry
        return f"{page.paper}/{page.issued}/{page.number}#{entry.headline if entry else ''}"

    def step_article(self, step: int) -> Self | None:
        """The next article (1) or the one before (-1), across pages; None past the ends of the day."""
        if 0 <= self.article_at + step < len(self.page.contents):
            return replace(self, article_at=self.article_at + step)
        view = self.step_page(step)
        if view is None:
            return None
        last = max(0, len(view.page.contents) - 1)
        return replace(view, article_at=0 if step > 0 else last)

    def step_page(self, step: int) -> Self | None:
        """The next page (1) or the one before (-1); None past the ends of what is known of the day."""
        at = self.page_at + step
        return self.turn_page(at) if 0 <= at < len(self.edition.index) else None

    def find_page(self, number: str) -> Self | None:
        """The page that a person means; None if there is none."""
        at = self.edition.page_asked(number)
        return None if at is None else self.turn_page(at)

    def turn_page(self, page_at: int) -> Self:
        """The first place of a page."""
        return replace(self, page_at=page_at, article_at=self.edition.page_at(page_at).lead)

    def turn_article(self, headline: str) -> Self:
        """The article of that headline on the page, the page's lead if there is none."""
        contents = self.page.contents
        at = next((i for i, entry in enumerate(contents) if entry.headline == headline), self.page.lead)
        return replace(self, article_at=at)

    def within(self, edition: Edition) -> Self:
        """The same place in an edition that holds more, or less."""
        page_at = edition.find_page(self.page.number)
        moved = replace(self, edition=edition, page_at=edition.first if page_at is None else page_at)
        return moved.turn_article(self.entry.headline if self.entry else "")

    def items(self, desk: Desk, status: Sequence[str] = ()) -> tuple[Item, ...]:
        """What stands in the article pane.

        Args:
            desk: What lines are made with.
            status: What to say in place of what is not at hand: that it is being fetched, or why it cannot be.
        """
        if self.entry is None:
            return missing_page_items(desk, self.page, self.edition.index[self.page_at], status)
        return article_items(desk, self.page, self.entry, self.next_line(desk), status)

    def next_line(self, desk: Desk) -> str:
        """What comes after the article: the next headline, the next page, or nothing more."""
        say, view = desk.words.say, self.step_article(1)
        if view is None:
            return say("last-strip")
        if view.page_at != self.page_at or view.entry is None:
            return say("next-page-strip", page=title_of(desk, view.page))
        line = say("next-strip", headline=view.entry.headline)
        article = view.entry.article
        return f"{line} {say('characters', n=article.characters)}" if article else line
