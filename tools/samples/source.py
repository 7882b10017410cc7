"""The sources of the sample edition: two papers, their pages and articles, told without markup."""

import tomllib
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

BLOCK_KINDS = ("jump", "paragraph", "subhead", "figure", "signature")
COUNTED = ("paragraph", "subhead")

Table = dict[str, Any]  # Any: a TOML table, as tomllib gives it
T = TypeVar("T")
Polygon = list[int]
"""x1, y1, x2, y2, … in pixels of the picture of the page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A piece of the body: its kind, its text, and of a figure the name of its picture."""

    kind: str
    text: str
    picture: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """One article as its source tells it."""

    number: int
    kind: str
    headline: list[str]
    blocks: tuple[Block, ...]
    zones: list[Polygon]
    photo_zones: list[Polygon] = field(default_factory=list)
    kicker: str | None = None
    deck: str | None = None
    byline: str | None = None
    dateline: str | None = None
    jump_from: str | None = None
    jump_to: str | None = None
    listed: bool = True
    """Whether it stands in the list of headlines; an advertisement may stand in the picture alone."""

    @property
    def title(self) -> str:
        return " ".join(self.headline)

    @property
    def characters(self) -> int:
        return sum(len(block.text) for block in self.blocks if block.kind in COUNTED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A photograph, drawn as polygons of one tone each."""

    name: str
    size: list[int]
    shapes: list[Table]
    """Each {"tone": "#rrggbb", "points": [x1, y1, …]}."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One page of one paper."""

    number: str
    name: str
    place: int
    """Among the pages of the day, from 1."""
    pdf: str
    """File name of the PDF beside its caption, "" for none."""
    stories: tuple[Story, ...]
    pictures: tuple[Picture, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """One paper on one day."""

    day: date
    code: str
    name: str
    publisher: str
    edition: str
    title: str
    copyright: str
    address_line: str
    colophon: str
    sister: dict[str, str]
    picture: Table
    """Of the pictures of its pages: width and height in pixels, and whether the `<img>` states them."""
    labels: dict[str, str]
    sheets: tuple[Sheet, ...]
    encoding: str = "utf-8"
    """What the day's pages are written in."""
    charset: str = "utf-8"
    """What they say they are written in."""


def read_papers(sources: Path) -> tuple[Paper, ...]:
    """Every paper on each of its days, the days of a paper in their order.

    Raises:
        ValueError: A source names a kind of block that there is not.
        TypeError: A source names a field that there is not, or leaves one out.
    """
    head = tomllib.loads((sources / "papers.toml").read_text(encoding="utf-8"))
    papers = {entry["code"]: entry for entry in head["paper"]}
    return tuple(_read_issue(sources, papers, dict(issue)) for issue in head["issue"])


def _read_issue(sources: Path, papers: dict[str, Table], issue: Table) -> Paper:
    paper, numbers, article = papers[issue.pop("paper")], issue.pop("pages"), issue.pop("first_article")
    sheets: list[Sheet] = []
    for position, number in enumerate(numbers, start=1):
        text = (sources / f"{issue['day']}/{paper['code']}-{number}.toml").read_text(encoding="utf-8")
        sheets.append(_read_sheet(tomllib.loads(text), position, article))
        article += len(sheets[-1].stories)
    return Paper(sheets=tuple(sheets), **paper, **issue)


def _read_sheet(entry: Table, position: int, first_article: int) -> Sheet:
    stories = enumerate(entry["article"], start=first_article)
    return Sheet(
        number=entry["number"],
        name=entry["name"],
        place=position,
        pdf=entry.get("pdf", ""),
        stories=tuple(_read_story(number, dict(story)) for number, story in stories),
        pictures=tuple(
            Picture(name=picture["name"], size=picture["size"], shapes=picture["shapes"])
            for picture in entry.get("picture", ())
        ),
    )


def _read_story(number: int, entry: Table) -> Story:
    blocks = tuple(_read_block(dict(block)) for block in entry.pop("blocks"))
    return Story(number=number, blocks=blocks, **entry)


def _read_block(entry: dict[str, str]) -> Block:
    picture = entry.pop("picture", "")
    ((kind, text),) = entry.items()
    if kind not in BLOCK_KINDS:
        raise ValueError(f"no block is called {kind!r}; it may be {', '.join(BLOCK_KINDS)}")
    return Block(kind=kind, text=text, picture=picture)


def neighbours(row: tuple[T, ...], place: int) -> tuple[T | None, T | None]:
    """What stands before and after a place in a row; None at its ends."""
    before = row[place - 1] if place else None
    after = row[place + 1] if place + 1 < len(row) else None
    return before, after
