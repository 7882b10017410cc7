"""Set the sample edition: neutral sources in, the pages of a newspaper site out.

The sources in `sample_pages/sources` hold no markup. From them come, each time to the same byte, the pages in the
markup of the classic publishing system, the pictures (the PNGs to the same pixel), and beside each page the value a
reader has to find in it; and one page with an article in every other dialect.

    python tools/set_samples.py            set the pages anew
    python tools/set_samples.py --check    exit 1 if what is on disk is not what the sources say
"""

import json
import sys
from itertools import groupby
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))  # so that it runs as a script, from anywhere

from tools.samples.dialect import Desk, dialects  # noqa: E402
from tools.samples.edition import set_edition, set_pictures  # noqa: E402
from tools.samples.expected import expected  # noqa: E402
from tools.samples.raster import same_pixels  # noqa: E402
from tools.samples.site import entry_page, month_index  # noqa: E402
from tools.samples.source import Paper, read_papers  # noqa: E402

SAMPLES = ROOT / "sample_pages"


def set_samples(sources: Path) -> dict[str, bytes]:
    """Every file that the sources make, by its path below `sample_pages`."""
    files: dict[str, bytes] = {}
    papers = read_papers(sources)
    for code, issues in groupby(papers, key=lambda paper: paper.code):
        files |= _set_paper(code, list(issues))
    for paper in papers:
        files |= _set_day(paper)
    newest = max((paper for paper in papers if paper.code == papers[0].code), key=lambda paper: paper.day)
    return files | _set_dialects(newest)


def _set_paper(code: str, issues: list[Paper]) -> dict[str, bytes]:
    """What a paper has once: the entry, which leads to the newest day, and the days of each month."""
    files = {f"{code}/index.htm": entry_page(issues[-1]).encode()}
    for month, days in groupby(issues, key=lambda issue: issue.day.strftime("%Y-%m")):
        files[f"{code}/html/{month}/period.xml"] = month_index(list(days)).encode()
    return files


def _set_day(paper: Paper) -> dict[str, bytes]:
    """A day in the classic dialect, and beside each page what a reader has to find in it."""
    classic = dialects()["classic"]
    files = {page.path: page.text.encode(paper.encoding) for page in set_edition(paper, classic)}
    files |= set_pictures(paper, classic)
    for sheet in paper.sheets:
        desk = Desk(dialect=classic, paper=paper, sheet=sheet)
        files[desk.path.removesuffix(".htm") + ".expected.json"] = _json(expected(desk))
    return files


def _set_dialects(paper: Paper) -> dict[str, bytes]:
    """The last page of a day and its first article in every other dialect, and what is to be found in them."""
    files, values = {}, {}
    for name, dialect in dialects().items():
        if name == "classic":
            continue
        documents = list(set_edition(paper, dialect))
        last = max(at for at, document in enumerate(documents) if document.article is None)
        page, article = documents[last : last + 2]
        for document in (page, article):
            files[f"dialects/{name}/{document.path}"] = document.text.encode()
        values[name] = {
            "page": {"path": page.path, "toc": page.toc},
            "article": {"path": article.path, "text": article.article},
        }
    return files | {"dialects/expected.json": _json(values)}


def _json(value: object) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()


def differing(files: dict[str, bytes], folder: Path) -> list[str]:
    """Paths that are missing in the folder, not the same there, or there without a source."""
    wrong = [path for path, content in files.items() if not _holds(folder / path, content)]
    roots = {path.split("/", 1)[0] for path in files}
    on_disk = (file for root in sorted(roots) for file in (folder / root).rglob("*") if file.is_file())
    return wrong + [path for file in on_disk if (path := file.relative_to(folder).as_posix()) not in files]


def _holds(file: Path, content: bytes) -> bool:
    return file.is_file() and same_pixels(file.read_bytes(), content)


def main(arguments: list[str]) -> int:
    """Set the samples, or with --check compare them."""
    files = set_samples(SAMPLES / "sources")
    wrong = differing(files, SAMPLES)
    if arguments == ["--check"]:
        print("\n".join(wrong) or "the samples are what their sources say")
        return 1 if wrong else 0
    for path in wrong:
        file = SAMPLES / path
        if path not in files:
            file.unlink()
            continue
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(files[path])
    print(f"{len(files)} files, {len(wrong)} of them set anew")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
