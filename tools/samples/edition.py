"""A day of a paper in one dialect: its documents, the pictures, and what a reader has to find."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tools.samples.compose import article_page, layout_page
from tools.samples.dialect import SITE, Desk, Dialect
from tools.samples.encodings import reencode
from tools.samples.expected import Value, expected_text, expected_toc
from tools.samples.facsimile import draw_page, draw_picture
from tools.samples.plates import plate_of_page, plate_of_picture
from tools.samples.source import Paper


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One page as the site serves it."""

    path: str
    """Below the root of the site."""
    text: str
    toc: Value | None
    """What its page must read as; None for an article's page that does not repeat the column of its page."""
    article: Value | None
    """What its article must read as; None for a layout page."""
    sister: tuple[str, str] = ("", "")
    """Name and address of a sister paper, which not every dialect's pages say."""

    @property
    def address(self) -> str:
        """On the web."""
        return SITE + self.path


def set_edition(paper: Paper, dialect: Dialect) -> Iterator[Document]:
    """The documents of a day, each layout page before its articles."""
    sister = paper.sister["name"], paper.sister["url"]
    for sheet in paper.sheets:
        page = Desk(dialect=dialect, paper=paper, sheet=sheet)
        yield Document(
            path=page.path, text=layout_page(page), toc=expected_toc(page), article=None, sister=sister
        )
        for story in sheet.stories:
            yield Document(
                path=page.article(story),
                text=article_page(page, story),
                toc=expected_toc(page.about(story)) if dialect.column else None,
                article=expected_text(page, story),
                sister=sister,
            )


def write_edition(paper: Paper, dialect: Dialect, folder: Path, encoding: str = "") -> list[Document]:
    """Set a day below a folder as on the site, without pictures, and return what was set.

    Args:
        paper: The paper and its day.
        dialect: Addresses and markup.
        folder: The root of the site.
        encoding: One of `encodings.ENCODINGS`; "" for the day's own. The documents returned have the text of the
            sources, not what a page then says of its encoding.

    Raises:
        UnicodeEncodeError: The encoding cannot hold the day.
    """
    documents = list(set_edition(paper, dialect))
    for document in documents:
        data = reencode(document.text, encoding)[1] if encoding else document.text.encode(paper.encoding)
        file = folder / document.path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
    return documents


def set_pictures(paper: Paper, dialect: Dialect) -> Iterator[tuple[str, bytes]]:
    """The pages and photographs of a day as SVG, and beside each as PNG, by path below the site."""
    for sheet in paper.sheets:
        desk = Desk(dialect=dialect, paper=paper, sheet=sheet)
        yield desk.facsimile, draw_page(paper, sheet).encode()
        yield _as_png(desk.facsimile), plate_of_page(paper, sheet)
        for picture in sheet.pictures:
            yield desk.picture(picture), draw_picture(picture).encode()
            yield _as_png(desk.picture(picture)), plate_of_picture(picture)


def _as_png(path: str) -> str:
    return path.removesuffix(".svg") + ".png"
