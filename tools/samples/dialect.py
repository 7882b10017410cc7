"""The dialects that papers are set in: each a row of `dialects.toml`, with templates in a folder of its name."""

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from posixpath import dirname, relpath
from string import Template

from tools.samples.source import Block, Paper, Picture, Polygon, Sheet, Story, Table

HERE = Path(__file__).parent
SITE = "http://epaper.qingshi.invalid/"


@dataclass(frozen=True, slots=True, kw_only=True)
class Dialect:
    """One publishing system's addresses, markup and habits."""

    name: str
    page: str
    """Address of a page below the site; of an article, a picture, a PDF below."""
    article: str
    picture: str
    facsimile: str
    pdf: str
    number: str = "{number}"
    """How it writes the number of a page."""
    own_page: str = ""
    """What it writes before a page's own address in the list of pages."""
    rooted: bool = False
    """Whether it links from the root of the site."""
    coords: str = "pixels"
    """"pixels", whole ones; "float", pixels from percentages, not rounded; "percent", those themselves."""
    unmapped: tuple[str, ...] = ()
    """Kinds of articles whose areas have `coords="null"`."""
    one_area: bool = False
    """Whether the picture in an article has no area of its own."""
    sized: bool | None = None
    """Whether it states the size of the page's picture; None: as the paper does."""
    caption_pdf: bool = False
    """Whether the PDF of a page is linked beside its caption."""
    row_pdf: bool = False
    """Whether the list of pages links a PDF for each."""
    column: bool = True
    """Whether the page of an article repeats the column of its page: picture, lists, steps."""
    figures_first: bool = False
    """Whether all pictures stand before the text."""
    breaks: tuple[str, ...] = ()
    """Kinds of articles whose paragraphs are parted by `<br>`."""
    lacks: tuple[str, ...] = ()
    """What its pages cannot say, as paths into the expected value."""
    rows: dict[str, str]
    """What is set many times, and small pieces, by name; "_even" after the name is for every other row."""
    templates: dict[str, Template]
    """"page" is the frame; "layout" or "article" stands in it as `$right`."""

    def drawn(self, story: Story) -> Sequence[tuple[Polygon | None, int]]:
        """The areas of an article and their `div`: 0 for a picture; None for an area without coordinates."""
        if story.kind in self.unmapped:
            return [(None, -1)]
        photos = [] if self.one_area else story.photo_zones
        return [(zone, 0) for zone in photos] + [(zone, -1) for zone in story.zones]

    def arranged(self, story: Story) -> tuple[list[Block], list[Block]]:
        """The figures before the body, and the body."""
        first = [block for block in story.blocks if block.kind == "figure"]
        if not self.figures_first:
            first = first[:1] if story.kind == "photo" else []
        return first, [block for block in story.blocks if block not in first]


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """A document being set: of whose, of which page, in what dialect."""

    dialect: Dialect
    paper: Paper
    sheet: Sheet
    story: Story | None = None
    """The article it is about; None for the page itself."""

    @property
    def path(self) -> str:
        """Where the page lies below the site."""
        return self._path(self.dialect.page)

    @property
    def facsimile(self) -> str:
        """Where the page's picture lies."""
        return self._path(self.dialect.facsimile)

    @property
    def pdf(self) -> str:
        """Where the page's PDF lies; as usual with saved pages there is none."""
        return self._path(self.dialect.pdf)

    @property
    def number(self) -> str:
        """The page's number as the dialect writes it."""
        return self._path(self.dialect.number)

    def other(self, sheet: Sheet) -> "Desk":
        """Another page of the same day."""
        return replace(self, sheet=sheet, story=None)

    def about(self, story: Story) -> "Desk":
        """The document of an article of the page."""
        return replace(self, story=story)

    def article(self, story: Story) -> str:
        """Where an article of the page lies."""
        order = self.sheet.stories.index(story) + 1
        return self._path(self.dialect.article, id=story.number, order=order)

    def picture(self, picture: Picture | str) -> str:
        """Where a photograph lies."""
        return self._path(self.dialect.picture, name=picture if isinstance(picture, str) else picture.name)

    def link(self, path: str) -> str:
        """A path as the document links to it."""
        here = self.article(self.story) if self.story else self.path
        return f"/{path}" if self.dialect.rooted else relpath(path, dirname(here))

    def page_link(self, sheet: Sheet) -> str:
        """A page as the list of pages links to it."""
        own = self.dialect.own_page if sheet is self.sheet else ""
        return own + self.link(self.other(sheet).path)

    def _path(self, shape: str, **more: object) -> str:
        known = {
            "code": self.paper.code,
            "day": self.paper.day,
            "place": self.sheet.place,
            "number": self.sheet.number,
        }
        if "{page}" in shape:
            known["page"] = self.number
        return shape.format(**known, **more)


@cache
def dialects() -> dict[str, Dialect]:
    """Every dialect by its name; one that is like another has what it does not say itself from there."""
    table = tomllib.loads((HERE / "dialects.toml").read_text(encoding="utf-8"))
    found: dict[str, Dialect] = {}
    for name, entry in table.items():
        model = found.get(entry.pop("like", ""))
        folder = HERE / name
        rows = tomllib.loads((folder / "rows.toml").read_text(encoding="utf-8"))
        templates = {file.stem: Template(file.read_text(encoding="utf-8")) for file in folder.glob("*.html")}
        own: Table = {key: tuple(value) if isinstance(value, list) else value for key, value in entry.items()}
        own["rows"] = (model.rows if model else {}) | rows
        own["templates"] = (model.templates if model else {}) | templates
        found[name] = replace(model, name=name, **own) if model else Dialect(name=name, **own)
    return found
