"""The README's pictures, made from the real program and the sample edition: `./run shots`.

Needs Chromium and a CJK monospaced font (Noto Sans Mono CJK); both are Debian packages.
"""

import asyncio
import html
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from datetime import date
from itertools import groupby
from pathlib import Path

from rich.cells import get_character_cell_size
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from reader.library.places import Places
from reader.sources.files import BytesSource, open_path
from reader.stand import Stand
from reader.typesetting.ladder import Capabilities
from reader.ui.app import BanmianApp
from reader.ui.sitting import Sitting
from reader.words import EN, ZH, Words

ROOT = Path(__file__).resolve().parent.parent
DAY = "html/2026-05/12"
CELL, ROW = 8, 18
"""Pixels of a cell across, and of a row down."""
NARROW = "'DejaVu Sans Mono', 'Liberation Mono', monospace"
WIDE = "'Noto Sans Mono CJK SC', 'Noto Sans CJK SC', monospace"
"""Fonts of characters that take one cell, and of those that take two."""


async def frames(
    target: Path, size: tuple[int, int], language: int, presses: Sequence[str]
) -> list[list[Strip]]:
    """What the screen shows at first, and after each press."""
    with tempfile.TemporaryDirectory() as home:
        places = Places(Path(home) / "places.json")
        places.is_new = False
        sitting = Sitting(
            opening=lambda: Stand(open_path(target)),
            pasting=lambda text: Stand(BytesSource(text.encode())),
            today=lambda: date(2026, 5, 12),
            places=places,
            copier=lambda _send, _text: ("copied-osc52", ""),
            watch=lambda _leave: None,
        )
        app = BanmianApp(sitting, Words(language), Capabilities())
        found = []
        async with app.run_test(size=size) as pilot:
            await pilot.pause(0.5)
            await app.workers.wait_for_complete()
            for press in ("", *presses):
                if press:
                    await pilot.press(press)
                await pilot.pause(0.2)
                found.append(app.screen._compositor.render_strips())  # noqa: SLF001 - the frame as it is
        return found


def picture(strips: Sequence[Strip], rows: slice = slice(None)) -> str:
    """A frame as SVG, each run of characters at its own column."""
    chosen = list(strips)[rows]
    width, height = chosen[0].cell_length * CELL, len(chosen) * ROW
    parts = [f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}">']
    for number, strip in enumerate(chosen):
        column = 0
        for segment in strip:
            parts += _segment(segment, column * CELL, number * ROW)
            column += segment.cell_length
    return "".join([*parts, "</svg>"])


def _segment(segment: Segment, x: int, y: int) -> list[str]:
    style = segment.style or Style()
    fore, back = (c.get_truecolor().hex if c else "" for c in (style.color, style.bgcolor))
    if style.reverse:
        fore, back = back, fore
    parts = [f'<rect x="{x}" y="{y}" width="{segment.cell_length * CELL + 1}" height="{ROW}" fill="{back}"/>']
    weight = ' font-weight="bold"' if style.bold else ""
    for size, run in groupby(segment.text, get_character_cell_size):
        text = "".join(run)
        if not text.isspace():
            length, points = len(text) * size * CELL, CELL * 2 if size > 1 else CELL * 1.66
            family = WIDE if size > 1 else NARROW
            parts.append(
                f'<text x="{x}" y="{y + ROW * 0.75}" font-size="{points}" font-family="{family}"'
                f' fill="{fore}"{weight} xml:space="preserve"'
                f' textLength="{length}" lengthAdjust="spacingAndGlyphs">{html.escape(text)}</text>'
            )
        x += len(text) * size * CELL
    return parts


def browse(page: str, size: tuple[int, int], out: Path) -> None:
    """Have Chromium draw a page or an address into a PNG."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or sys.exit("Chromium is missing")
    with tempfile.TemporaryDirectory() as home:
        command = [str(chromium), "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars"]
        command += ["--disable-background-networking", "--disable-sync", f"--user-data-dir={home}"]
        command += [f"--window-size={size[0]},{size[1]}", f"--screenshot={out}", page]
        subprocess.run(command, check=True, capture_output=True)


def compose(body: str, size: tuple[int, int], out: Path) -> None:
    """Draw a page of HTML into a PNG."""
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "page.html"
        style = "margin:0;background:#8b8577;display:flex;gap:16px;padding:16px;align-items:flex-start"
        page.write_text(f'<meta charset="utf-8"><body style="{style}">{body}', "utf-8")
        browse(page.as_uri(), size, out)


def side_by_side(paper: str, article: str, language: int, out: Path) -> None:
    """The page of the sample in a browser, beside the same page in the reader."""
    target = ROOT / "sample_pages" / paper / DAY
    shown, *_ = asyncio.run(frames(target, (80, 32), language, ()))
    with tempfile.TemporaryDirectory() as folder:
        shot = Path(folder) / "browser.png"
        browse((target / article).as_uri(), (1040, 1040), shot)
        side = 32 * ROW
        browser = f'<img src="{shot.as_uri()}" width="{side}" height="{side}">'
        compose(browser + picture(shown), (16 * 3 + side + 80 * CELL, 16 * 2 + side), out)


def sizes(paper: str, language: int, out: Path) -> None:
    """The head of one article at 缩小, 默认 and 放大."""
    target = ROOT / "sample_pages" / paper / DAY
    presses = ("minus", "minus", "0", "plus", "plus")
    _, _, smaller, default, _, larger = asyncio.run(frames(target, (58, 16), language, presses))
    body = "".join(picture(strips) for strips in (smaller, default, larger))
    compose(body, (16 * 4 + 3 * 58 * CELL, 16 * 2 + 16 * ROW), out)


def main() -> None:
    """Make all pictures."""
    docs = ROOT / "docs"
    docs.mkdir(exist_ok=True)
    side_by_side("qsrb", "content_1001.htm", ZH, docs / "side-by-side.zh.png")
    side_by_side("qsc", "content_2001.htm", EN, docs / "side-by-side.en.png")
    sizes("qsrb", ZH, docs / "sizes.zh.png")
    sizes("qsc", EN, docs / "sizes.en.png")
    for path in sorted(docs.glob("*.png")):
        print(path.name, path.stat().st_size // 1024, "kB")


if __name__ == "__main__":
    main()
