"""Contact sheets: scenes of the program in every size, language and depth of colour, for a person to look at."""

import shutil
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from itertools import chain, product, repeat
from pathlib import Path
from typing import NamedTuple

from reader.arguments import Arguments
from reader.sources.sample import DAY, PAPERS
from reader.words import EN, ZH
from tools.pictures.drawing import GAP, compose, extent, picture
from tools.pictures.screens import SAMPLES, TRUECOLOR, Environment, Screen, recorded

SIZES = ((120, 36), (80, 24), (40, 20))
USUAL = (80, 24)
LANGUAGES = ("中文", "English")
FEWER: dict[str, Environment] = {
    "256 colours": {"TERM": "xterm-256color"},
    "16 colours": {"TERM": "xterm"},
    "NO_COLOR": {**TRUECOLOR, "NO_COLOR": "1"},
}
"""What terminals of fewer colours say of themselves."""
PANELS = f"display:flex;gap:{GAP}px;padding:{GAP}px {GAP}px 0;align-items:flex-start"
"""How the panels of a row are laid out, in CSS."""
LABEL = 24
"""Pixels over a screen, for what it is."""


class Scene(NamedTuple):
    """A state of the program."""

    name: str
    keys: str = ""
    """What is pressed for it, in an article; `{…}` stands for what differs between the languages."""
    back: str = ""
    """What is pressed to be in an article again."""
    is_coloured: bool = False
    """Whether it is also drawn in fewer colours."""


SCENES = (
    Scene("first screen", is_coloured=True),
    Scene("contents focused", "t", "t", is_coloured=True),
    Scene("map of the page", "p", "p"),
    Scene("type at its largest", "plus plus", "0"),
    Scene("type at its smallest", "minus minus", "0"),
    Scene("palette", "ctrl+p", "escape", is_coloured=True),
    Scene("help", "question_mark", "escape"),
    Scene("calendar", "d", "escape"),
    Scene("page report", "i", "escape"),
    Scene("day at a glance", "T {word}", "escape"),
    Scene("find", "slash {word}", "escape escape g", is_coloured=True),
    Scene("middle of an article", "{long} space"),
    Scene("end of an article", "G"),
)
"""In this order each follows from the one before."""
NIGHT = (Scene("first screen by night"),)
ALONE = (Scene("not at hand and an error", "less_than_sign"),)
"""On a page that was saved alone, without its articles."""
DIFFERING = (
    {"word": "渡", "long": "right_square_bracket"},
    {"word": "t i d e", "long": ""},
)
"""A word that is in the first article, and the keys from it to a long one; in 中文, in English."""


class Panel(NamedTuple):
    """A screen on a sheet, under what it is."""

    size: tuple[int, int]
    """Pixels, with the label."""
    drawn: str
    """As HTML."""
    fault: str
    """That its keys had no effect; empty if they had."""


class Walk(NamedTuple):
    """One run of the program, through some scenes."""

    scenes: Sequence[Scene]
    size: tuple[int, int]
    """Columns and rows."""
    language: int
    colours: str = "truecolor"
    theme: str = "paper"

    def panels(self) -> list[Panel]:
        """Its scenes, as they are drawn."""
        presses = [keys for scene in self.scenes for keys in (scene.keys, scene.back)]
        typed = [keys.format(**DIFFERING[self.language]) for keys in presses]
        with tempfile.TemporaryDirectory() as folder:
            asked = Arguments(target=saved_alone(self.language, folder) if self.scenes == ALONE else "")
            environment = FEWER.get(self.colours, TRUECOLOR)
            found = recorded(asked, self.size, self.language, typed, environment, self.theme)
        return list(map(self._panel, self.scenes, found[::2], found[1::2]))

    def _panel(self, scene: Scene, before: Screen, screen: Screen) -> Panel:
        columns, rows = self.size
        width, height = extent(columns, rows)
        label = f"{scene.name} · {columns}×{rows} · {LANGUAGES[self.language]} · {self.colours}"
        look = f"font:bold 14px/{LABEL}px sans-serif;white-space:nowrap"
        drawn = f'<div><div style="{look}">{label}</div>{picture(screen)}</div>'
        is_same = bool(scene.keys) and screen == before
        fault = f"{label}: pressing {scene.keys} changes nothing on the screen." if is_same else ""
        return Panel((width, height + LABEL), drawn, fault)


def saved_alone(language: int, folder: str) -> str:
    """A copy of the sample's first page, without its articles, in a folder of its own."""
    page = SAMPLES / PAPERS[language] / f"html/{DAY:%Y-%m/%d}" / "node_1.htm"
    return str(shutil.copy(page, folder))


class Sheet(NamedTuple):
    """Panels in rows."""

    name: str
    rows: Sequence[Sequence[Panel]]

    def draw(self, folder: Path) -> Path:
        """Draw it into a PNG of its name; its path."""
        width = max(sum(GAP + panel.size[0] for panel in row) for row in self.rows)
        height = sum(GAP + max(panel.size[1] for panel in row) for row in self.rows)
        rows = ("".join(panel.drawn for panel in row) for row in self.rows)
        body = "".join(f'<div style="{PANELS}">{row}</div>' for row in rows)
        out = folder / f"{self.name.replace(' ', '-')}.png"
        compose(body, (width + GAP, height + GAP), out, look=f"padding-bottom:{GAP}px")
        return out


def draw_sheets(folder: Path) -> None:
    """Draw all sheets into a folder, in as many processes as there are cores, and say how large each is.

    Once all is drawn, a scene whose keys changed nothing ends the run in a sentence.
    """
    folder.mkdir(parents=True, exist_ok=True)
    by_scene = [[Walk(SCENES, size, language) for language, size in product((ZH, EN), SIZES)]]
    by_scene.append([walk._replace(scenes=NIGHT, theme="night") for walk in by_scene[0]])
    by_scene.append([walk._replace(scenes=ALONE) for walk in by_scene[0]])
    few = tuple(scene for scene in SCENES if scene.is_coloured)
    by_colours = [[Walk(few, USUAL, language, colours) for language in (ZH, EN)] for colours in FEWER]
    walks = list(chain(*by_scene, *by_colours))
    with ProcessPoolExecutor() as pool:
        panels = dict(zip(walks, pool.map(Walk.panels, walks), strict=True))
        sheets = chain(sheets_by_scene(by_scene, panels), sheets_by_colours(by_colours, panels))
        for path in pool.map(Sheet.draw, sheets, repeat(folder)):
            print(path, path.stat().st_size // 1024, "kB")
    if faults := [panel.fault for panel in chain(*panels.values()) if panel.fault]:
        sys.exit("\n".join(faults))


Panels = Mapping[Walk, Sequence[Panel]]
"""What was drawn on each walk."""


def sheets_by_scene(groups: Sequence[Sequence[Walk]], panels: Panels) -> Iterator[Sheet]:
    """A sheet for each scene: the sizes side by side, a row for each language."""
    for walks in groups:
        for scene, *drawn in zip(walks[0].scenes, *(panels[walk] for walk in walks), strict=True):
            yield Sheet(scene.name, (drawn[: len(SIZES)], drawn[len(SIZES) :]))


def sheets_by_colours(groups: Sequence[Sequence[Walk]], panels: Panels) -> Iterator[Sheet]:
    """A sheet for each depth of colour: the languages side by side, a row for each scene."""
    for walks in groups:
        yield Sheet(walks[0].colours, list(zip(*(panels[walk] for walk in walks), strict=True)))
