"""The README's pictures and its film, made from the real program and the sample edition: `./run shots`.

Needs Chromium, ImageMagick and a CJK monospaced font (Noto Sans Mono CJK); all are Debian packages.
"""

from reader.words import EN, ZH
from tools.pictures.drawing import chromium, convert
from tools.pictures.film import film
from tools.pictures.screens import ROOT
from tools.pictures.stills import side_by_side, sizes


def main() -> None:
    """Make all pictures, and the film."""
    chromium()  # asked for now, so that nothing is recorded in vain
    convert()
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
