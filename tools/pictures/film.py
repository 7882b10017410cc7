"""The README's film: the text of a page as a terminal breaks it, then the same page in the reader.

Its frames are drawn on one tall sheet, in one run of Chromium, and the sheet is brought to few colours as a whole, so
that what stands still from frame to frame is the same to the bit. ImageMagick, which the stills need too, then cuts the
sheet, gives each piece a length of its own and keeps of it only what differs from the one before.
"""

import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from bs4 import BeautifulSoup
from rich.cells import cell_len, chop_cells
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from reader.arguments import Arguments
from reader.ui.commands import ALL
from reader.ui.themes import PAPER, THEMES
from reader.words import ZH
from tools.pictures.drawing import TABLE, compose, convert, extent, picture
from tools.pictures.screens import SAMPLES, Screen, screens

COLUMNS, ROWS = 80, 24
SCALE = 1.5
"""A cell is 12 pixels across, a 汉字 24: it can be read where GitHub shows the film smaller than it is."""
MARGIN = 12
"""Pixels around the terminal."""
TERMINAL, LINE = extent(COLUMNS, ROWS, SCALE), extent(COLUMNS, 1, SCALE)
FRAME = (TERMINAL[0] + 2 * MARGIN, MARGIN + TERMINAL[1] + LINE[1])
"""Pixels of a frame: the terminal, and a line for the caption below it."""
COLOURS = 64
"""Of the whole film: a few inks on two grounds, and the steps between them at the edges of type."""

PAGE = SAMPLES / "qsrb/html/2026-05/12/content_1001.htm"
ASKED = Arguments(target=str(SAMPLES), paper="qsrb", date="2026-05-12")
COMMAND = f"banmian {SAMPLES.name} --paper {ASKED.paper} --date {ASKED.date}"
PRESSES = (
    ("reading", "right", 140),
    ("reading", "right", 150),
    ("reading", "p", 220),
    ("map", "down", 80),
    ("map", "right", 80),
    ("map", "up", 80),
    ("map", "up", 120),
    ("reading", "enter", 150),
    ("reading", "plus", 120),
    ("reading", "plus", 180),
    ("reading", "0", 130),
    ("reading", "y", 190),
    ("reading", "less_than_sign", 280),
)
"""What is pressed, the scope of its command, and how long the screen then stands, in hundredths of a second."""


@dataclass(frozen=True, slots=True)
class Frame:
    """One picture of the film."""

    screen: Screen
    key: str
    """The key that was pressed, as a person reads it; empty for none."""
    caption: str
    length: int
    """Hundredths of a second."""


def film(out: Path) -> None:
    """Record the film."""
    frames = [*wall(), *reading()]
    with tempfile.TemporaryDirectory() as folder:
        sheet = Path(folder) / "sheet.png"
        size = (FRAME[0], FRAME[1] * len(frames))
        compose("".join(map(drawn, frames)), size, sheet, look="display:block", colours=COLOURS)
        subprocess.run([convert(), *assembly(frames, sheet), str(out)], check=True)


def wall() -> Iterator[Frame]:
    """The text of the page in a terminal, and the command that opens the reader on it."""
    soup = BeautifulSoup(PAGE.read_bytes(), "html.parser")
    text = chop_cells(" ".join(soup.get_text().split()), COLUMNS)
    program, folder, *_ = COMMAND.split()
    for typed, length in (("", 260), (program, 25), (f"{program} {folder}", 25), (COMMAND, 60)):
        yield Frame(terminal(["$ cat 头版.txt", *text, f"$ {typed}"]), "", "网页的文字，在终端里", length)


def terminal(lines: Sequence[str]) -> Screen:
    """The last lines of a terminal, in its own colours."""
    night = THEMES["night"]
    style = Style(color=night.foreground, bgcolor=night.background)
    shown = [*lines[-ROWS:], *[""] * (ROWS - len(lines))]
    return [Strip([Segment(line, style)]).adjust_cell_length(COLUMNS, style) for line in shown]


def reading() -> Iterator[Frame]:
    """The page in the reader, and what keys do."""
    presses = [press for _, press, _ in PRESSES]
    opened, *others = screens(ASKED, (COLUMNS, ROWS), ZH, presses)
    yield Frame(opened, "", "同一页，用 banmian 打开", 280)
    for (scope, press, length), screen in zip(PRESSES, others, strict=True):
        command = next(command for command in ALL if command.scope == scope and press in command.keys)
        yield Frame(screen, command.shown.split()[0], command.labels[ZH], length)


def drawn(frame: Frame) -> str:
    """A frame as HTML."""
    look = f"height:{FRAME[1] - MARGIN}px;padding:{MARGIN}px {MARGIN}px 0"
    return f'<div style="{look}">{picture(frame.screen, SCALE)}{picture([caption(frame)], SCALE)}</div>'


def caption(frame: Frame) -> Strip:
    """The key that was pressed and what it does, in the middle of a line."""
    key = f" {frame.key} " if frame.key else ""
    label = f" {frame.caption}" if key else frame.caption
    left = (COLUMNS - cell_len(key + label)) // 2
    ground = Style(color=PAPER.background, bgcolor=TABLE)
    cap = Style(color=PAPER.accent, bgcolor=PAPER.background, bold=True)
    line = Strip([Segment(" " * left, ground), Segment(key, cap), Segment(label, ground)])
    return line.adjust_cell_length(COLUMNS, ground)


def assembly(frames: Sequence[Frame], sheet: Path) -> list[str]:
    """What ImageMagick is told: cut the sheet, give each piece its length, keep what differs, play it for ever."""
    width, height = FRAME
    cuts = [
        ("-delay", str(frame.length), f"mpr:sheet[{width}x{height}+0+{number * height}]")
        for number, frame in enumerate(frames)
    ]
    smaller = ["+repage", "-layers", "OptimizeFrame", "-layers", "OptimizeTransparency"]
    return [str(sheet), "-write", "mpr:sheet", "+delete", *chain(*cuts), *smaller, "-loop", "0"]
