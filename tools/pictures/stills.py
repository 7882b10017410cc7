"""The README's still pictures."""

import tempfile
from pathlib import Path

from reader.arguments import Arguments
from tools.pictures.drawing import GAP, browse, compose, extent, picture
from tools.pictures.screens import SAMPLES, screens

DAY = "html/2026-05/12"
IN_A_ROW = f"display:flex;gap:{GAP}px;padding:{GAP}px;align-items:flex-start"


def side_by_side(paper: str, article: str, language: int, out: Path) -> None:
    """The page of the sample in a browser, beside the same page in the reader."""
    target, size = SAMPLES / paper / DAY, (80, 32)
    shown, *_ = screens(Arguments(target=str(target)), size, language, ())
    width, height = extent(*size)
    with tempfile.TemporaryDirectory() as folder:
        shot = Path(folder) / "browser.png"
        browse((target / article).as_uri(), (1040, 1040), shot)
        browser = f'<img src="{shot.as_uri()}" width="{height}" height="{height}">'
        compose(browser + picture(shown), (GAP * 3 + height + width, GAP * 2 + height), out, look=IN_A_ROW)


def sizes(paper: str, language: int, out: Path) -> None:
    """One article at 缩小, 默认 and 放大."""
    asked, size = Arguments(target=str(SAMPLES / paper / DAY)), (46, 26)
    presses = ("minus", "minus", "0", "plus", "plus")
    _, _, smaller, default, _, larger = screens(asked, size, language, presses)
    width, height = extent(*size)
    body = "".join(map(picture, (smaller, default, larger)))
    compose(body, (GAP * 4 + 3 * width, GAP * 2 + height), out, look=IN_A_ROW)
