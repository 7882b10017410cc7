"""Print the share of facts found in the sample papers in each dialect, and in genuine pages where they are at hand.

Shares are held to floors that are not lowered by chance.

./run gate            compare with the floors; 1 if any share is below its floor, or a page is not what it was
./run gate --raise    raise the floors to what is found now, on the pages as they are now
./run gate --witnesses   take each witness and each word away, and tell how many papers change
./run gate --lower    set them to what is found now, even where that is less
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
from tools.samples.dialect import dialects
from tools.samples.dresses import DRESSES, STORIES
from tools.samples.edition import Document, set_edition
from tools.samples.source import read_papers
from tools.set_samples import SAMPLES

FLOOR = Path(__file__).with_name("floor.json")
"""The least share of each dialect."""

DIGESTS = Path(__file__).with_name("digests.json")
"""Of every page that the floor was reached on, by dialect: a softer page must not lift a share unseen."""


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
    """The sample papers in a dialect."""
    papers = read_papers(SAMPLES / "sources")
    return tuple(document for paper in papers for document in set_edition(paper, dialects()[name]))


def lost(document: Document, page: Page) -> tuple[int, dict[str, object]]:
    """How many facts a document of the sample holds, and those not found, with what was found."""
    story = page.contents[page.opens_at].article if page.opens_at is not None else None
    read = dict(facts(toc_record(page), "toc"))
    read |= facts(text_record(page, story), "text") if story else ()
    wanted = dict(facts(document.toc or {}, "toc")) | dict(facts(document.article or {}, "text"))
    return len(wanted), {path: read.get(path) for path, value in wanted.items() if read.get(path) != value}


def missed(name: str) -> dict[str, object]:
    """Facts of the sample that are not found in a dialect."""
    pairs = [(document.path, lost(document, parse(document.text))[1]) for document in documents(name)]
    return {f"{path} {fact}": value for path, facts in pairs for fact, value in facts.items()}


def shares() -> dict[str, float]:
    """The share of facts found, of each dialect that the sample is set in."""
    counts = {
        name: [lost(document, parse(document.text)) for document in documents(name)] for name in dialects()
    }
    return {
        name: round(1 - sum(len(gone) for _, gone in found) / sum(count for count, _ in found), 4)
        for name, found in counts.items()
    }


def floor() -> Mapping[str, float]:
    """The least share of each dialect."""
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
        corpus.FLOOR.write_text(json.dumps(found, indent=4) + "\n", encoding="utf-8")
    return [] if even_less else fallen


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description="The share of facts found in each dialect.")
    parser.add_argument(
        "--raise", dest="up", action="store_true", help="raise the floor to what is found now"
    )
    parser.add_argument("--lower", action="store_true", help="set the floor to what is found now")
    parser.add_argument("--witnesses", action="store_true", help="tell how many papers each word speaks for")
    asked = parser.parse_args(arguments)
    if asked.witnesses:
        return witnesses.main()
    least, found = floor() if FLOOR.exists() else {}, shares()
    for name, share in found.items():
        print(f"{name:14} {share:.4f}  floor {least.get(name, 0):.4f}  {', '.join(list(missed(name))[:9])}")
    below = [name for name in least if found.get(name, 0) < least[name]]
    below += _genuine(write=asked.up or asked.lower, even_less=asked.lower)
    if (asked.up and not below) or asked.lower:
        FLOOR.write_text(json.dumps(found, indent=4) + "\n", encoding="utf-8")
        DIGESTS.write_text(json.dumps(digests(), indent=1) + "\n", encoding="utf-8")
        return 0
    print(*changed(), sep="\n", end="")
    return 1 if below or changed() else 0


if __name__ == "__main__":
    sys.exit(main())
