"""A day of a paper in one dialect: its documents, the pictures, and what a reader has to find."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tools.samples.compose import article_page, layout_page
from tools.samples.dialect import SITE, Desk, Dialect
from tools.samples.encodings import reencode
from tools.samples.expected import Value, expected_text, expected_toc
from tools.samples.facsimile import draw_page, draw_picture
from tools.samples.source import Paper


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One page as the site serves it."""

    path: str
    """Below the root of the site."""
    text: str
    toc: Value
    """What its page must read as; an article's page has the same head and, in most dialects, the same lists."""
    article: Value | None
    """What its article must read as; None for a layout page."""

    @property
    def address(self) -> str:
        """On the web."""
        return SITE + self.path


def set_edition(dialect: Dialect, paper: Paper) -> Iterator[Document]:
    """The documents of a day, each layout page before its articles."""
    for sheet in paper.sheets:
        desk = Desk(dialect=dialect, paper=paper, sheet=sheet)
        toc = expected_toc(desk)
        yield Document(path=desk.path, text=layout_page(desk), toc=toc, article=None)
        for story in sheet.stories:
            path, text = desk.article(story), article_page(desk, story)
            yield Document(path=path, text=text, toc=toc, article=expected_text(desk, story))


def write_edition(dialect: Dialect, paper: Paper, folder: Path, encoding: str = "") -> list[Document]:
    """Set a day below a folder as on the site, without pictures, and return what was set.

    Args:
        dialect: Addresses and markup.
        paper: The paper and its day.
        folder: The root of the site.
        encoding: One of `encodings.ENCODINGS`; "" for the day's own.

    Raises:
        UnicodeEncodeError: The encoding cannot hold the day.
    """
    documents = list(set_edition(dialect, paper))
    for document in documents:
        text = document.text
        data = reencode(text, encoding)[1] if encoding else text.encode(paper.encoding)
        file = folder / document.path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
    return documents


def pictures(dialect: Dialect, paper: Paper) -> Iterator[tuple[str, str]]:
    """The SVG of the pages and photographs of a day, by path below the site."""
    for sheet in paper.sheets:
        desk = Desk(dialect=dialect, paper=paper, sheet=sheet)
        yield desk.facsimile, draw_page(paper, sheet)
        for picture in sheet.pictures:
            yield desk.picture(picture), draw_picture(picture)
