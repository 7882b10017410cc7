"""Page, Article and their parts: frozen values, each field documented by the string under it.

Absent text is `""`, an absent sequence `()`; `None` is used only where absence is itself a fact.
"""

from datetime import date
from enum import StrEnum
from typing import NewType

from msgspec import Struct, field

from reader import limits
from reader.edition.marks import folded
from reader.edition.report import Report

Clean = NewType("Clean", str)
"""Text on one line that is safe to show, copy and save; made in `parsing/clean.py` alone, which says what that means."""

NO_TEXT = Clean("")

HAN_A_MINUTE, LETTERS_A_MINUTE = 400, 1100
"""汉字 and letters a practised reader reads in a minute."""

WEEKDAYS = ("星期一", "星期二", "星期三", "星期四", "星期五", "星期六", "星期日")


class ArticleKind(StrEnum):
    """What sort of article this is. Values are part of the JSON contract."""

    ARTICLE = "article"
    BRIEF = "brief"
    PHOTO = "photo"
    NOTICE = "notice"
    ADVERTISEMENT = "advertisement"


class BlockKind(StrEnum):
    """What a block of the body is. Values are part of the JSON contract."""

    JUMP = "jump"
    PARAGRAPH = "paragraph"
    SUBHEAD = "subhead"
    FIGURE = "figure"
    SIGNATURE = "signature"


class Direction(StrEnum):
    """Which way a jump line points: 上接 (from) or 下转 (to)."""

    FROM = "from"
    TO = "to"


class JumpLine(Struct, frozen=True, kw_only=True):
    """上接1版 or 下转3版."""

    direction: Direction
    page: Clean
    """The page's number in ASCII digits and letters, without leading 第 or zeros added: "1", "A05"."""


class Block(Struct, frozen=True, kw_only=True):
    """One piece of the body, in reading order."""

    kind: BlockKind
    text: Clean
    """Clean text on one line, with the blanks of the page but without the first-line indent."""
    image: Clean = NO_TEXT
    """Address of a figure's picture, as written in the page."""
    jump: JumpLine | None = None
    """What a jump line says; None for every other kind."""


class Article(Struct, frozen=True, kw_only=True):
    """One 篇: the content of the article column of its page."""

    headline: Clean
    """主题; the lines of a multi-line headline are joined by one blank."""
    kicker: Clean = NO_TEXT
    """引题, above the headline."""
    deck: Clean = NO_TEXT
    """副题, below the headline."""
    byline: Clean = NO_TEXT
    """署名: 本报记者 某某."""
    source: Clean = NO_TEXT
    """来源 as printed, if it is separate from the body."""
    dateline: Clean = NO_TEXT
    """电头 at the head of the body: 本报讯, 新华社北京3月26日电. It also stays in the body."""
    blocks: tuple[Block, ...] = ()
    previous_article: Clean | None = None
    """Address of 上一篇 as written, without query; "" if shown without an address, None if not shown."""
    next_article: Clean | None = None
    """Address of 下一篇, in the same form."""

    @property
    def characters(self) -> int:
        """Characters in paragraphs and subheads."""
        counted = (BlockKind.PARAGRAPH, BlockKind.SUBHEAD)
        return sum(len(block.text) for block in self.blocks if block.kind in counted)

    @property
    def minutes(self) -> float:
        """Minutes it takes to read."""
        characters = sum(len(block.text) for block in self.blocks)
        octets = sum(len(block.text.encode("utf-8", "replace")) for block in self.blocks)
        han = (octets - characters) // 2  # three bytes in UTF-8, a letter one: no loop over characters
        letters = characters - han
        return han / HAN_A_MINUTE + letters / LETTERS_A_MINUTE

    @property
    def jumps(self) -> tuple[JumpLine, ...]:
        """Its jump lines, in reading order."""
        return tuple(block.jump for block in self.blocks if block.jump)

    @property
    def jump_from(self) -> JumpLine | None:
        """The first that says where it began."""
        return next((jump for jump in self.jumps if jump.direction is Direction.FROM), None)

    @property
    def jump_to(self) -> JumpLine | None:
        """The last that says where it goes on."""
        return next((jump for jump in reversed(self.jumps) if jump.direction is Direction.TO), None)


class Zone(Struct, frozen=True, kw_only=True):
    """One area of the facsimile, which belongs to an article."""

    points: tuple[tuple[int, int], ...]
    """Corners in facsimile pixels, in source order; at least three."""


class Headline(Struct, frozen=True, kw_only=True):
    """One entry of a page's contents (标题导航)."""

    headline: Clean
    href: Clean = NO_TEXT
    """Address as written, without query and fragment; empty on a page that came as text."""
    url: Clean | None = None
    """Absolute http(s) address, None if the page's own address is unknown."""
    kind: ArticleKind = ArticleKind.ARTICLE
    zones: tuple[Zone, ...] = ()
    article: Article | None = None
    """The article itself, if it is at hand."""

    @property
    def at_hand(self) -> bool:
        """Whether the article can be read now."""
        return self.article is not None


class PageLink(Struct, frozen=True, kw_only=True):
    """One entry of the list of pages of a day (版面导航)."""

    number: Clean
    name: Clean = NO_TEXT
    href: Clean = NO_TEXT
    """Address as written, without query and fragment."""
    url: Clean | None = None
    pdf: Clean = NO_TEXT
    """Address of the page's PDF as written; empty if the entry has none."""


class SisterPaper(Struct, frozen=True, kw_only=True):
    """Another title of the same publisher, from the head of the page."""

    name: Clean
    url: Clean | None = None


class Facsimile(Struct, frozen=True, kw_only=True):
    """版面图, the picture of the printed page."""

    image: Clean = NO_TEXT
    """Address as written."""
    width: int | None = None
    """Pixels, from the attributes of the tag; zones are in these, or if None in those of the image."""
    height: int | None = None
    pdf: Clean = NO_TEXT


class Page(Struct, frozen=True, kw_only=True):
    """One 版 as read from one document: its head, its lists, and the articles at hand."""

    paper: Clean = NO_TEXT
    publisher: Clean = NO_TEXT
    sister_papers: tuple[SisterPaper, ...] = ()
    issued: date | None = None
    number: Clean = NO_TEXT
    """版次 as printed: "002", "A05"."""
    name: Clean = NO_TEXT
    """版名: 要闻."""
    page_index: tuple[PageLink, ...] = ()
    """All pages of the day in list order; empty when the document lists none."""
    contents: tuple[Headline, ...] = ()
    """Headlines in list order, followed by those found only in the areas of the facsimile."""
    facsimile: Facsimile | None = None
    previous_page: Clean | None = None
    """Address of 上一版 as written, without query; "" if shown without an address, None if not shown."""
    next_page: Clean | None = None
    copyright_notice: Clean = NO_TEXT
    opens_at: int | None = None
    """Index in `contents` of the article this document is about; None for a layout page."""
    report: Report = field(default_factory=Report)

    @property
    def weekday(self) -> str:
        """星期一 … 星期日, computed from the date; empty without one."""
        return WEEKDAYS[self.issued.weekday()] if self.issued else ""

    @property
    def lead(self) -> int:
        """Index in `contents` of the article to show first: the document's own, the first at hand, or 0."""
        if self.opens_at is not None:
            return self.opens_at
        return next((i for i, headline in enumerate(self.contents) if headline.at_hand), 0)

    @property
    def lead_article(self) -> Article | None:
        """The article to show first, if it is at hand."""
        return self.contents[self.lead].article if self.contents else None

    def key_of(self, at: int) -> str:
        """Key of an article of this page in what is kept between sessions: positions, and marks of what was read.

        Args:
            at: Its index in `contents`; of headlines that are alike the second and each further one is numbered.
        """
        first = max(0, at - limits.ALIKE_HEADLINES)
        before = [str(entry.headline) for entry in self.contents[first : at + 1]]
        headline = before.pop() if before else ""
        number = f"#{before.count(headline) + 1}" if headline in before else ""
        return f"{self.paper}/{self.issued}/{self.number}#{headline}{number}"[-limits.KEY_CHARACTERS :]

    def find_headline(self, headline: str) -> int | None:
        """Index of a headline in `contents`, ignoring blanks and width of punctuation; None if not found."""
        names = [folded(entry.headline) for entry in self.contents]
        return names.index(folded(headline)) if folded(headline) in names else None
