"""What is being read: an edition, one of its pages, one of the page's articles; as a value."""

from collections.abc import Iterator, Sequence
from typing import Self

from msgspec import Struct
from msgspec.structs import replace

from reader.edition.day import Edition
from reader.edition.model import Headline, Page
from reader.library.positions import Last
from reader.newsstand.stand import Stand
from reader.typesetting.layout import Item, Items, Role, items_of
from reader.ui.lines import title_of
from reader.ui.spans import LineStyle


class View(Struct, frozen=True):
    """A page and an article of an edition."""

    stand: Stand
    """Where more of it can be fetched."""
    edition: Edition
    page_at: int
    """Index of the page among those of the day."""
    article_at: int
    """Index of the article in the page's contents."""

    @classmethod
    def opening(cls, stand: Stand, edition: Edition) -> Self:
        """The view an edition opens at."""
        return cls(stand, edition, edition.first, edition.opened.lead)

    @property
    def day(self) -> tuple[str, str]:
        """Paper and day, to distinguish editions."""
        opened = self.edition.opened
        return opened.paper, opened.issued.isoformat() if opened.issued else ""

    def is_same_day(self, other: "View") -> bool:
        """Whether both are of the same edition, even if one has more of it loaded."""
        return (self.stand, self.day) == (other.stand, other.day)

    def is_same_page(self, other: "View") -> bool:
        """Whether both show the same page of the same edition."""
        return self.is_same_day(other) and self.page.number == other.page.number

    @property
    def last(self) -> Last:
        """What is saved to reopen this view later; its target is empty if it cannot be reopened."""
        (title, day), headline = self.day, self.entry.headline if self.entry else ""
        target, paper = self.stand.target(self.edition, self.page_at), self.stand.paper(self.edition)
        return Last(target, day, self.page.number, headline, paper, title)

    @property
    def at_hand(self) -> bool:
        """Whether there is an article to read."""
        return self.entry is not None and self.entry.at_hand

    @property
    def missing_url(self) -> str:
        """Absolute address, from the page, of what is shown but not at hand; empty otherwise."""
        if self.edition.pages[self.page_at] is None:
            return self.edition.index[self.page_at].url or ""
        return self.entry.url or "" if self.entry and not self.entry.at_hand else ""

    @property
    def wanted(self) -> str:
        """The same, where it is fetched automatically; empty otherwise."""
        return self.missing_url if self.stand.is_live else ""

    @property
    def page(self) -> Page:
        """The page; a placeholder for a page that is not at hand."""
        return self.edition.page_at(self.page_at)

    @property
    def entry(self) -> Headline | None:
        """The article's entry in the contents; None on a page without headlines."""
        contents = self.page.contents
        return contents[self.article_at] if contents else None

    @property
    def key(self) -> str:
        """Key of the article among the saved positions, and among the marks of what was read."""
        return self.page.key_of(self.article_at)

    def step_article(self, step: int) -> Self | None:
        """The next article (1) or the one before (-1), across pages; None past the ends of the day."""
        if 0 <= self.article_at + step < len(self.page.contents):
            return replace(self, article_at=self.article_at + step)
        view = self.step_page(step)
        if view is None:
            return None
        last = max(0, len(view.page.contents) - 1)
        return replace(view, article_at=0 if step > 0 else last)

    def whole_day(self) -> Iterator[Self]:
        """Every article of the day in reading order, and every page that has none."""
        for page_at in range(len(self.edition.index)):
            for article_at in range(max(1, len(self.edition.page_at(page_at).contents))):
                yield replace(self, page_at=page_at, article_at=article_at)

    def step_page(self, step: int) -> Self | None:
        """The next page (1) or the one before (-1); None past the ends of the known pages of the day."""
        at = self.page_at + step
        return self.turn_page(at) if 0 <= at < len(self.edition.index) else None

    def find_page(self, number: str) -> Self | None:
        """The page of the number a person types; None if there is none."""
        at = self.edition.page_asked(number)
        return None if at is None else self.turn_page(at)

    def turn_page(self, page_at: int) -> Self:
        """The lead article of the page of that index."""
        return replace(self, page_at=page_at, article_at=self.edition.page_at(page_at).lead)

    def turn_article(self, headline: str) -> Self:
        """The article of that headline on the page, the page's lead if there is none."""
        found = self.page.find_headline(headline)
        return replace(self, article_at=self.page.lead if found is None else found)

    @property
    def elsewhere(self) -> Self | None:
        """The page of the day that has the article, where this one only lists it (导读); None if none has it."""
        name = self.entry.href.rpartition("/")[2] if self.entry else ""
        for page_at, page in enumerate(self.edition.pages):
            for at, entry in enumerate(page.contents if page and name else ()):
                if entry.at_hand and entry.href.rpartition("/")[2] == name:
                    return replace(self, page_at=page_at, article_at=at)
        return None

    def within(self, edition: Edition) -> Self:
        """The same page and article in an edition with more, or less, of it loaded."""
        page_at = edition.find_page(self.page.number)
        moved = replace(self, edition=edition, page_at=edition.first if page_at is None else page_at)
        headline = self.entry.headline if self.entry else ""
        there = moved.page.contents[self.article_at :][:1]  # of headlines alike the same one is meant
        return moved if there and there[0].headline == headline else moved.turn_article(headline)

    def items(self, style: LineStyle, notes: Sequence[str]) -> Items:
        """The content of the article pane; the notes replace an article that is not at hand."""
        say, entry = style.words.say, self.entry
        title = entry.headline if entry else title_of(style, self.page) or say("pages")
        head, said = (Item(Role.HEADLINE, title),), tuple(Item(Role.NOTE, note) for note in notes if note)
        if entry is None:
            return Items(head, tail=said)
        notice = self.page.copyright_notice
        end: tuple[Item, ...] = (Item(Role.RULE, ""), Item(Role.NEXT, self.next_line(style)))
        if notice:
            end = (*end, Item(Role.NOTE, notice))
        if article := entry.article:
            source = say("source", source=article.source) if article.source else ""
            return items_of(article, source, say("picture"), end)
        return Items(head, tail=(*said, *end))

    def missing(self, style: LineStyle, online: str) -> Iterator[str]:
        """Lines about an article or page that is not at hand: where it is, and what can be done.

        Args:
            style: Words, width table and glyphs.
            online: Address at which its site should have it; empty if unknown.
        """
        say, elsewhere = style.words.say, self.elsewhere
        if self.entry is None and self.edition.pages[self.page_at]:
            yield say("no-articles", page=title_of(style, self.page) or say("pages"))
            return
        link = self.edition.index[self.page_at]
        kind, href = ("article", self.entry.href) if self.entry else ("page", link.href)
        if failure := self.stand.failure(self.edition, self.page_at, href):
            yield from style.words.error(failure)
            return
        yield say(f"missing-{kind}", page=title_of(style, self.page) or say("pages"))
        if elsewhere:
            yield say("missing-where", place=title_of(style, elsewhere.page))
        elif online or href:
            yield say("missing-fetch" if online else f"missing-do-{kind}")
            yield online or href
        elif self.entry:
            yield say("missing-do-text")

    def other_half(self, style: LineStyle, links: Sequence[int]) -> str:
        """What names the other half of the article, by the last jump line among some of its blocks; empty without one."""
        blocks = self.entry.article.blocks if self.entry and self.entry.article else ()
        jumps = [jump for link in links if (jump := blocks[link].jump)]
        return style.words.say(f"hint-{jumps[-1].direction}", page=jumps[-1].page) if jumps else ""

    def next_line(self, style: LineStyle) -> str:
        """What comes after the article: the next headline, the next page, or nothing more."""
        say, view = style.words.say, self.step_article(1)
        if view is None:
            return say("last-strip")
        if view.page_at != self.page_at or view.entry is None:
            return say("next-page-strip", page=title_of(style, view.page))
        headline, article = view.entry.headline, view.entry.article
        if article is None:
            return say("next-strip", headline=headline)
        return say("next-strip-length", headline=headline, n=article.characters)
