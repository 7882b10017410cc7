"""What a document shows, before anything is understood: lines, links and areas, the same for markup and text."""

from collections.abc import Collection, Iterable, Mapping

from msgspec import Struct, field

from reader.edition.model import NO_TEXT, Clean
from reader.parsing.clean import Cleaner, clean_line
from reader.parsing.links import Base, written
from reader.parsing.phrases import is_byline, is_credit, is_ended, is_source, jump_line
from reader.parsing.smallprint import LineKind, SmallPrint
from reader.parsing.tables import compact

Marks = Mapping[str, int]
"""The marked elements around something: a selector of the dialects, and the number of the element it matches."""

LONG = 60
"""Characters; a longer line is not a headline."""
_SCRAP = 4
"""Characters of a scrap at the end of a text."""
_LABEL_CHARACTERS = 12
"""A longer text with 下一篇 in it is a headline, not a button."""


class TextLine(Struct, frozen=True, kw_only=True):
    """One line as a browser would break it, or one picture."""

    text: Clean = NO_TEXT
    """Trimmed; of a picture, its caption."""
    small: SmallPrint = field(default_factory=SmallPrint)
    """What it is by itself, and the facts in it."""
    indented: bool = False
    bold: bool = False
    """Whether all of it is bold."""
    heading: int = 0
    """1, 2 or 3 inside an h1, h2 or h3; otherwise 0."""
    shown: bool = True
    """Whether it is visible, not inside an element with `display:none`."""
    hrefs: tuple[str, ...] = ()
    """Addresses of the anchors that begin in it, as written."""
    linked: int = 0
    """Number of its characters that are inside anchors."""
    image: Clean = NO_TEXT
    """Address of a picture."""
    table: int = 0
    """Number of the innermost table around it, 0 without one."""
    marks: Marks = field(default_factory=dict)

    @property
    def is_linked(self) -> bool:
        """Whether most of it is links."""
        return 2 * self.linked > len(self.text)

    @property
    def is_words(self) -> bool:
        """Whether it is text, neither small print nor a list of links."""
        return self.small.kind is LineKind.WORDS and bool(self.text) and not self.is_linked

    @property
    def is_prose(self) -> bool:
        """Whether it reads like the text of an article: a sentence, a long line, a caption, a jump line."""
        if not self.is_words or is_byline(self.text):
            return False
        is_long = len(self.text) > LONG and any(comma in self.text for comma in ",，。")
        return is_long or is_ended(self.text) or is_credit(self.text) or jump_line(self.text) is not None

    @property
    def parts(self) -> bool:
        """Whether what is above it and what is below belong to different things."""
        return self.small.parts or (self.is_linked and self.small.kind is not LineKind.MENU)

    @property
    def is_neighbour_row(self) -> bool:
        """Whether it holds 上一篇 or 下一篇 and nothing else: an article is above it, or below."""
        return self.small.kind is LineKind.MENU and not {"上一篇", "下一篇"}.isdisjoint(self.small.labels)

    @property
    def is_strong_caption(self) -> bool:
        """Whether it is the caption of a page, written as nothing else is."""
        return self.small.kind is LineKind.CAPTION and self.small.is_strong

    @property
    def is_bare_caption(self) -> bool:
        """Whether it is the caption of a page, and leads nowhere."""
        return self.is_strong_caption and not self.hrefs

    @property
    def is_scrap(self) -> bool:
        """Whether it is a scrap such as crawlers leave at the end of a text."""
        is_short = len(compact(self.text)) <= _SCRAP and not self.is_prose
        return is_short and not is_source(self.text) and self.text[-1:] not in ")）】完"

    @property
    def is_date_alone(self) -> bool:
        """Whether it is a date as notices are signed with, without weekday."""
        small = self.small
        return small.kind is LineKind.DAY and not (
            small.has_weekday or small.labels or small.papers or small.source
        )


class Link(Struct, frozen=True, kw_only=True):
    """An anchor, or an area of an image map."""

    href: str
    """As written."""
    text: Clean
    """On one line, with line breaks replaced by a blank."""
    title: Clean
    """The text of its tooltip."""
    names: str = ""
    """Its id and class, in lower case, blank between."""
    marks: Marks = field(default_factory=dict)
    """Those around it and in it."""
    map: str = ""
    """Name of the image map of an area, in lower case."""
    coords: str = ""
    """Corners of an area, as written."""

    def says(self, *words: str) -> bool:
        """Whether it is a button with one of these words."""
        said = compact(self.text or self.title)
        return len(said) <= _LABEL_CHARACTERS and any(word in said for word in words)

    def is_in(self, selectors: Iterable[str]) -> bool:
        """Whether it, or an element around it, matches one of these."""
        return any(selector in self.marks for selector in selectors)


class Picture(Struct, frozen=True, kw_only=True):
    """A picture of a page."""

    attributes: Mapping[str, str]
    areas: int
    """Areas before it."""


class Document(Struct, kw_only=True):
    """A document, taken apart but not understood."""

    clean: Cleaner
    """Cleans every string of it."""
    is_text: bool = False
    """Whether it came as text, without markup."""
    lines: list[TextLine] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    areas: list[Link] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)
    options: list[tuple[str, Clean]] = field(default_factory=list)
    """Value and text of the options of the list of sister papers."""
    selectors: set[str] = field(default_factory=set)
    """The selectors that any of its elements match."""
    fields: dict[str, Clean] = field(default_factory=dict)
    """Fields of the property comment, names without `founder-`, and what head and inputs say: `head`, `channelname`."""
    copy_at: int | None = None
    """Index of the line where a second copy of the body begins."""
    base: Base = field(default_factory=Base)
    papers: Collection[str] = ()
    """Names of known papers."""
    hrefs: dict[str, Clean] = field(default_factory=dict)
    """Addresses as written, and cleaned."""
    witnesses: dict[str, str] = field(default_factory=dict)
    """Which witness spoke for each fact."""
    notes: dict[str, None] = field(default_factory=dict)
    """Oddities, in order."""

    def href(self, address: str) -> Clean:
        """An address cleaned for the model; blanks go first, as they may separate runs of combining marks."""
        if address not in self.hrefs:
            self.hrefs[address] = clean_line(written(self.clean.line("".join(address.split()))))
        return self.hrefs[address]

    def field(self, name: str) -> Clean:
        """A field of the property comment, else ""."""
        return self.fields.get(name, NO_TEXT)
