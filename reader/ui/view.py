"""What is being read: an edition, a page of it, an article of that; a value, to step about in."""

from dataclasses import dataclass, replace
from typing import Self

from reader.edition.day import Edition
from reader.edition.model import Headline, Page
from reader.typesetting.setting import Item
from reader.ui.lines import Desk
from reader.ui.pieces import article_items, missing_page_items


@dataclass(frozen=True, slots=True)
class View:
    """A place in an edition."""

    edition: Edition
    page_at: int
    """Index of the page among those of the day."""
    article_at: int
    """Index of the article in the page's contents."""

    @classmethod
    def opening(cls, edition: Edition) -> Self:
        """The place an edition opens at."""
        return cls(edition, edition.first, edition.opened.lead)

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
    def following(self) -> Headline | None:
        """The next entry of the contents, if there is one."""
        return next(iter(self.page.contents[self.article_at + 1 :]), None)

    @property
    def key(self) -> str:
        """Names the article among the kept positions."""
        page, entry = self.page, self.entry
        return f"{page.paper}/{page.issued}/{page.number}#{entry.headline if entry else ''}"

    def step_article(self, step: int) -> Self | None:
        """The place some articles on or back on the page; None past its ends."""
        at = self.article_at + step
        return replace(self, article_at=at) if 0 <= at < len(self.page.contents) else None

    def step_page(self, step: int) -> Self | None:
        """The place some pages on or back; None past the ends of what is known of the day."""
        at = self.page_at + step
        return self.turn_page(at) if 0 <= at < len(self.edition.index) else None

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

    def items(self, desk: Desk) -> tuple[Item, ...]:
        """What stands in the article pane."""
        if self.entry is None:
            return missing_page_items(desk, self.page, self.edition.index[self.page_at])
        return article_items(desk, self.page, self.article_at)
