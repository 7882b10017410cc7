"""A day of an invented paper, written page by page: as many articles, as long, and beside as many papers as a test needs."""

from collections.abc import Sequence
from pathlib import Path

PAPER = "石桥日报"


def article(headline: str, *paragraphs: str) -> tuple[str, tuple[str, ...]]:
    """An article to be written."""
    return headline, paragraphs


def write_day(
    folder: Path,
    pages: Sequence[Sequence[tuple[str, tuple[str, ...]]]],
    *,
    sisters: Sequence[str] = (),
    day: str = "2024年3月2日 星期六",
) -> Path:
    """Write the pages of a day and their articles into a folder, which is made; the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    index = "".join(
        f"<li><a id=pageLink href=node_{n}.htm>第{n:02}版：版面{n}</a></li>" for n in range(1, len(pages) + 1)
    )
    others = "".join(f" | <a href=http://paper.example/{n}/>{name}</a>" for n, name in enumerate(sisters))
    for number, articles in enumerate(pages, start=1):
        items = "".join(
            f"<li><a href=content_{number}{at:03}.htm><div id=mp{at}>{headline}</div></a></li>"
            for at, (headline, _) in enumerate(articles)
        )
        column = (
            f"<p>{PAPER}{others}</p><div>{day}</div><div>第{number:02}版：版面{number}</div>"
            f"<ul>{index}</ul><ul>{items}</ul>"
        )
        _write(folder / f"node_{number}.htm", column)
        for at, (headline, paragraphs) in enumerate(articles):
            body = "".join(f"<p>　　{paragraph}</p>" for paragraph in paragraphs)
            text = f"<h1>{headline}</h1><div id=ozoom><founder-content>{body}</founder-content></div>"
            _write(folder / f"content_{number}{at:03}.htm", f"<div>{column}</div><div>{text}</div>")
    return folder


def _write(file: Path, body: str) -> None:
    file.write_text(f"<html><head><title>{PAPER}</title></head><body>{body}</body></html>", "utf-8")
