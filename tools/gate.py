"""Print the share of facts found in the sample papers in each dialect, and in genuine pages where they are at hand.

Each dialect is measured on the pages as they are set, and "worn", on pages with the habits of genuine ones; each habit
on its pages in all dialects. Shares are held to floors that are not lowered by chance.

./run gate            compare with the floors; 1 if any share is below its floor, or a page is not what it was
./run gate --raise    raise the floors to what is found now, on the pages as they are now
./run gate --lower    set them to what is found now, even where that is less
./run gate --show ROW every fact of a row that is not found, "worn xy-a" or "habit dump", with what came instead
./run gate --witnesses  take each witness and each word away, and tell how many papers change
"""

import argparse
import hashlib
import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))  # so that it runs as a script, from anywhere

from reader.edition.model import Page
from reader.export.record import text_record, toc_record
from reader.parsing.document import parse
from tools import corpus, witnesses
from tools.samples import dresses
from tools.samples.dialect import dialects
from tools.samples.dresses import DRESSES, STORIES
from tools.samples.edition import Document, set_edition
from tools.samples.source import read_papers
from tools.samples.worn import worn
from tools.set_samples import SAMPLES

FLOOR = Path(__file__).with_name("floor.json")
"""The least share of each row."""

DIGESTS = Path(__file__).with_name("digests.json")
"""Of every page that the floor was reached on, by dialect: a softer page must not lift a share unseen."""

ONLY_DRESSED = ("xy-pad", "generic")
"""The dialects that the sample papers are not set in."""


def facts(value: object, path: str) -> Iterator[tuple[str, object]]:
    """The single facts of a record, by path; of a list of records their number too. Absent and empty are one."""
    if isinstance(value, Mapping):
        for name, part in value.items():
            if name not in ("report", "at_hand"):
                yield from facts(part, f"{path}.{name}")
    elif isinstance(value, list) and value and isinstance(value[0], Mapping):
        yield f"{path}.number", len(value)
        for number, part in enumerate(value):
            yield from facts(part, f"{path}.{number}")
    else:
        yield path, value or None


@cache
def documents(name: str) -> tuple[Document, ...]:
    """The sample papers in a dialect, or one page in a dialect that they are not set in."""
    if name in ONLY_DRESSED:
        return dresses.documents(name)
    papers = read_papers(SAMPLES / "sources")
    return tuple(document for paper in papers for document in set_edition(paper, dialects()[name]))


def lost(document: Document, page: Page) -> tuple[int, dict[str, str]]:
    """How many facts a document of the sample holds, and those not found, each with what came instead."""
    story = page.contents[page.opens_at].article if page.opens_at is not None else None
    read = dict(facts(toc_record(page), "toc"))
    read |= facts(text_record(page, story), "text") if story else ()
    read["opens"] = story is not None
    wanted = dict(facts(document.toc or {}, "toc")) | dict(facts(document.article or {}, "text"))
    wanted["opens"] = document.article is not None
    return len(wanted), {
        path: f"expected {value!r}, came {read.get(path)!r}"
        for path, value in wanted.items()
        if read.get(path) != value
    }


@cache
def worn_documents() -> Mapping[str, tuple[tuple[str, Document], ...]]:
    """Of each dialect, pages with a habit of genuine ones, and the name of the habit."""
    names = (*dialects(), *ONLY_DRESSED)
    return {name: tuple(worn(documents(name), turn)) for turn, name in enumerate(names)}


Rows = dict[str, list[tuple[str, int, dict[str, str]]]]
"""By name of a row: its documents, how many facts each holds, and those lost."""


def rows() -> Rows:
    """Of each dialect, of each dialect worn and of each habit."""
    return clean_rows() | worn_rows()


@cache
def clean_rows() -> Rows:
    """Of each dialect, the sample papers as they are set."""
    return {
        name: [(document.path, *lost(document, parse(document.text))) for document in documents(name)]
        for name in dialects()
    }


@cache
def worn_rows() -> Rows:
    """Of each dialect and of each habit, the pages with a habit."""
    found: Rows = {}
    habits: Rows = {}
    for name, pages in worn_documents().items():
        for habit, document in pages:
            result = lost(document, parse(document.text))
            found.setdefault(f"worn {name}", []).append((f"{habit}: {document.path}", *result))
            habits.setdefault(f"habit {habit}", []).append((f"{name}: {document.path}", *result))
    return found | habits


def missed(name: str) -> dict[str, str]:
    """Facts of a row that are not found, by page and path."""
    return {f"{page} {fact}": value for page, _, gone in rows()[name] for fact, value in gone.items()}


def shares(of: Rows | None = None) -> dict[str, float]:
    """The share of facts found, of each row; by default of all there are."""
    return {
        name: round(1 - sum(len(gone) for _, _, gone in found) / sum(count for _, count, _ in found), 4)
        for name, found in (of or rows()).items()
    }


def floor() -> Mapping[str, float]:
    """The least share of each row."""
    kept: dict[str, float] = json.loads(FLOOR.read_text(encoding="utf-8"))
    return kept


def digests() -> dict[str, dict[str, str]]:
    """A digest of every generated page, by dialect or dress, and by its path."""
    found = {name: {page.path: _digest(page.text) for page in documents(name)} for name in dialects()}
    for name, dress in DRESSES.items():
        pages = {"layout": dress.layout_page()} | {
            str(story.number): dress.article_page(story) for story in STORIES
        }
        found[f"dressed {name}"] = {path: _digest(text) for path, text in pages.items()}
    for name, worn_pages in worn_documents().items():
        found[f"worn {name}"] = {f"{habit}: {page.path}": _digest(page.text) for habit, page in worn_pages}
    return found


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def changed() -> list[str]:
    """A sentence for each page that is new, gone, or not what it was when the floor was set."""
    kept = json.loads(DIGESTS.read_text(encoding="utf-8")) if DIGESTS.exists() else {}
    now = digests()
    pages = {(name, path) for table in (kept, now) for name, paths in table.items() for path in paths}
    return [
        f"{path} in the dialect {name} is not the page that the floor was set on: "
        "see that it is no easier to read, then run tools/gate.py --raise"
        for name, path in sorted(pages)
        if kept.get(name, {}).get(path) != now.get(name, {}).get(path)
    ]


def _genuine(*, write: bool, even_less: bool) -> list[str]:
    """Print the shares of genuine pages, and keep them as the floor if asked; a sentence for each that fell."""
    folder = corpus.folder()
    if folder is None:
        print("genuine pages: not measured, as BANMIAN_CORPUS names no folder that holds them")
        return []
    found, wrong = corpus.shares(folder)
    fallen = corpus.below(found)
    for form, shares in found.items():
        held = corpus.floor()[form]
        print(
            f"{form:14}",
            *(f"{name} {share:.4g} (floor {held.get(name, 0):.4g})" for name, share in shares.items()),
        )
    print(*wrong, *fallen, sep="\n")
    if write and (even_less or not fallen):
        corpus.FLOOR.write_text(json.dumps(found, indent=4, ensure_ascii=False) + "\n", encoding="utf-8")
    return [] if even_less else fallen


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description="The share of facts found in each dialect.")
    parser.add_argument(
        "--raise", dest="up", action="store_true", help="raise the floor to what is found now"
    )
    parser.add_argument("--lower", action="store_true", help="set the floor to what is found now")
    parser.add_argument("--witnesses", action="store_true", help="tell how many papers each word speaks for")
    parser.add_argument("--show", metavar="ROW", help="every fact of a row that is not found")
    asked = parser.parse_args(arguments)
    if asked.witnesses:
        return witnesses.main()
    if asked.show:
        print(*(f"{fact}: {came}" for fact, came in missed(asked.show).items()), sep="\n")
        return 0
    least, found = floor() if FLOOR.exists() else {}, shares()
    for name, share in found.items():
        print(f"{name:34} {share:.4f}  floor {least.get(name, 0):.4f}  {', '.join(list(missed(name))[:9])}")
    below = [name for name in least if found.get(name, 0) < least[name]]
    below += _genuine(write=asked.up or asked.lower, even_less=asked.lower)
    if (asked.up and not below) or asked.lower:
        FLOOR.write_text(json.dumps(found, indent=4, ensure_ascii=False) + "\n", encoding="utf-8")
        DIGESTS.write_text(json.dumps(digests(), indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
        return 0
    print(*changed(), sep="\n", end="")
    return 1 if below or changed() else 0


if __name__ == "__main__":
    sys.exit(main())
