"""The README's pictures and its film, and sheets of scenes to look at, made from the real program and the sample edition.

`./run shots` makes all of them, `./run shots sheets [FOLDER]` the sheets alone.
Needs Chromium, ImageMagick and a CJK monospaced font (Noto Sans Mono CJK); all are Debian packages.
"""

import argparse
from pathlib import Path

from reader.words import EN, ZH
from tools.pictures.drawing import chromium, convert
from tools.pictures.film import film
from tools.pictures.screens import ROOT
from tools.pictures.sheets import draw_sheets
from tools.pictures.stills import side_by_side, sizes

SHEETS = ROOT / ".state/shots"


def main() -> None:
    """Make what is asked for."""
    parser = argparse.ArgumentParser(prog="./run shots", description=__doc__)
    parser.add_argument("what", nargs="?", choices=("all", "sheets"), default="all")
    parser.add_argument(
        "folder", nargs="?", type=Path, default=SHEETS, help="where the sheets go (%(default)s)"
    )
    asked = parser.parse_args()
    chromium()  # asked for now, so that nothing is recorded in vain
    convert()
    if asked.what == "all":
        readme()
    draw_sheets(asked.folder)


def readme() -> None:
    """Make the README's pictures, and the film."""
    docs = ROOT / "docs"
    docs.mkdir(exist_ok=True)
    film(docs / "film.zh.gif")
    side_by_side("qsrb", "content_1001.htm", ZH, docs / "side-by-side.zh.png")
    side_by_side("qsc", "content_2001.htm", EN, docs / "side-by-side.en.png")
    sizes("qsrb", ZH, docs / "sizes.zh.png")
    sizes("qsc", EN, docs / "sizes.en.png")
    for path in sorted(docs.iterdir()):
        print(path.name, path.stat().st_size // 1024, "kB")


if __name__ == "__main__":
    main()
