"""The share of facts found in genuine pages, which are read in place where `BANMIAN_CORPUS` names their folder.

Such a folder holds `corpus/`: documents, beside each its facts, and `compare.py`, which knows what a fact is.
"""

import importlib.machinery
import json
import os
from collections.abc import Mapping
from pathlib import Path
from types import ModuleType

from reader.errors import PageError
from reader.export.record import text_record, toc_record
from reader.newsstand.reading import read_document
from reader.sources.base import Fetched

FLOOR = Path(__file__).with_name("corpus_floor.json")
"""By form: of how many documents, the least share of them, and of facts, that is right, and the most that is false."""

Shares = Mapping[str, Mapping[str, float]]


def folder() -> Path | None:
    """The folder of the corpus, None where there is none."""
    found = Path(os.environ.get("BANMIAN_CORPUS", ""), "corpus")
    return found if os.environ.get("BANMIAN_CORPUS") and (found / "compare.py").exists() else None


def shares(corpus: Path) -> tuple[Shares, list[str]]:
    """The shares of markup and of text, and a line for each document that is not right in every fact."""
    compare = _comparer(corpus / "compare.py")
    counts: dict[str, dict[str, int]] = {}
    wrong: list[str] = []
    for path in sorted(corpus.rglob("*.expected.json")):
        expected = json.loads(path.read_text(encoding="utf-8"))
        document = path.with_name(path.name.removesuffix(".expected.json"))
        results = compare.facts("", expected, document)
        lost = [one for one in results if not one[1]]
        false = sum(one[3] not in (None, "", [], {}) and not str(one[3]).startswith("exit ") for one in lost)
        form = "text" if expected["kind"] == "text" else "markup"
        count = counts.setdefault(form, {"documents": 0, "right": 0, "facts": 0, "found": 0, "false": 0})
        for name, more in (("documents", 1), ("right", not lost), ("facts", len(results)), ("false", false)):
            count[name] += more
        count["found"] += len(results) - len(lost)
        wrong += (
            [f"{document.parent.name}/{document.name}: {', '.join(one[0] for one in lost)}"] if lost else []
        )
    return {form: _shares(count) for form, count in counts.items()}, wrong


def floor() -> Shares:
    """The shares that are held."""
    kept: dict[str, dict[str, float]] = json.loads(FLOOR.read_text(encoding="utf-8"))
    return kept


def below(found: Shares) -> list[str]:
    """A sentence for each share that is worse than its floor."""
    return [
        f"{form}: {name} {found[form][name]} where {least} is held"
        for form, shares in floor().items()
        for name, least in shares.items()
        if found.get(form, {}).get("of") == shares.get("of")  # other documents have another floor
        and (found[form][name] > least if name == "false" else found[form][name] < least)
    ]


def _shares(count: Mapping[str, int]) -> Mapping[str, float]:
    return {
        "of": count["documents"],
        "documents": round(count["right"] / count["documents"], 3),
        "facts": round(count["found"] / count["facts"], 4),
        "false": round(count["false"] / count["facts"], 4),
    }


def _comparer(path: Path) -> ModuleType:
    """The corpus's own judge, given what the program finds in this process."""
    loader = importlib.machinery.SourceFileLoader("banmian_corpus_compare", str(path))
    module = ModuleType(loader.name)
    loader.exec_module(module)
    module.answer = _answer  # type: ignore[attr-defined]  # in place of a run of the program
    return module


def _answer(_command: str, verb: str, document: Path) -> tuple[int, object]:
    try:
        fetched = Fetched(data=document.read_bytes(), address=document.name)
        page = read_document(fetched).page
    except PageError:
        return 65, None
    if verb == "toc":
        return 0, toc_record(page)
    stories = [entry.article for entry in page.contents if entry.article]
    return (0, text_record(page, page.contents[page.lead].article or stories[0])) if stories else (1, [])
