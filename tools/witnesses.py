"""Take each witness, each word of the tables and each selector away in turn, and tell how many papers are read otherwise.

What changes none is not needed by the pages at hand; what changes one paper only must be a habit that others may have.
Read over the dressed pages of every dialect, and over genuine pages where `BANMIAN_CORPUS` names their folder.
"""

import importlib
import json
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from reader.edition.model import Page
from reader.errors import PageError
from reader.export.record import text_record, toc_record
from reader.parsing.decode import decode
from reader.sources.papers import known_names
from tools import corpus
from tools.samples.dresses import DRESSES

PATTERNS = ("tokens", "owners", "prompts", "addressees")
"""Tables of patterns, which no document holds as they stand."""

Change = Callable[[], None]
"""Alters the modules of parsing, which were just loaded."""
Parse = Callable[..., Page]


@dataclass(frozen=True)
class Sample:
    """One document that is read again and again."""

    paper: str
    text: str
    folded: str


@dataclass(frozen=True)
class Removal:
    """What is taken away, and how."""

    name: str
    word: str
    """What a document must hold to be read otherwise; "" for any document."""
    apply: Change


def samples() -> list[Sample]:
    """The dressed pages of every dialect, and the genuine pages at hand."""
    dressed = [
        (name, text)
        for name, dress in DRESSES.items()
        for text in (dress.layout_page(), dress.article_page())
    ]
    return [Sample(paper, text, _folded(text)) for paper, text in (*dressed, *_genuine())]


def _genuine() -> Iterator[tuple[str, str]]:
    folder = corpus.folder()
    for path in sorted(folder.rglob("*.expected.json")) if folder else ():
        facts = json.loads(path.read_text(encoding="utf-8"))
        data = path.with_name(path.name.removesuffix(".expected.json")).read_bytes()
        yield facts["paper_code"], decode(data).text


def _folded(text: str) -> str:
    from reader.parsing.tables import folded  # noqa: PLC0415 - parsing is loaded anew for every removal

    return folded(text)


def removals() -> list[Removal]:
    """Everything that can be taken away: words and patterns of small print, selectors of dialects, witnesses."""
    tables: dict[str, Any] = importlib.import_module("reader.parsing.tables").TABLES
    dialects = importlib.import_module("reader.parsing.dialects").SELECTORS
    lists = {name: table for name, table in tables.items() if isinstance(table, list)}
    found = [
        Removal(
            f"{name}: {entry}",
            "" if name in PATTERNS else _folded(entry),
            _without_entry(name, entry),
        )
        for name, table in lists.items()
        for entry in table
    ]
    found += [Removal(f"kinds: {kind}", "", _without_kind(kind)) for kind in tables["kinds"]]
    return found + [
        Removal(f"selector: {selector}", "", _without_selector(selector)) for selector in sorted(dialects)
    ]


def _without_entry(name: str, entry: str) -> Change:
    def change() -> None:
        tables = importlib.import_module("reader.parsing.tables").TABLES
        # A pattern may be all that has its groups: it stays, and matches nothing.
        tables[name] = [
            f"(?!){each}" if each == entry and name in PATTERNS else each for each in tables[name]
        ]
        if name not in PATTERNS:
            tables[name].remove(entry)

    return change


def _without_kind(kind: str) -> Change:
    return lambda: importlib.import_module("reader.parsing.tables").TABLES["kinds"].pop(kind)


def _without_selector(selector: str) -> Change:
    def change() -> None:
        dialects: Any = importlib.import_module("reader.parsing.dialects")
        dialects.SELECTORS -= {selector}

    return change


def witness_removals(names: Counter[tuple[str, str]]) -> list[Removal]:
    """One removal for each witness that spoke at all."""
    return [
        Removal(f"witness of {fact}: {witness}", "", _without_witness(fact, witness))
        for fact, witness in names
    ]


def _without_witness(fact: str, witness: str) -> Change:
    def change() -> None:
        witnesses: Any = importlib.import_module("reader.parsing.witnesses")
        first = witnesses.first

        def silenced(document: Any, asked: str, said: Any, **others: Any) -> Any:
            heard = ((name, value) for name, value in said if (asked, name) != (fact, witness))
            return first(document, asked, heard, **others)

        witnesses.first = silenced

    return change


@contextmanager
def loaded_with(change: Change | None) -> Iterator[Parse]:
    """The parser, loaded anew with a change; what was loaded before stands again afterwards."""
    kept = {name: sys.modules.pop(name) for name in list(sys.modules) if name.startswith("reader.parsing.")}
    try:
        if change:
            change()
        yield importlib.import_module("reader.parsing.document").parse
    finally:
        for name in [name for name in sys.modules if name.startswith("reader.parsing.")]:
            del sys.modules[name]
        sys.modules.update(kept)


def record(
    parse: Parse, sample: Sample, papers: frozenset[str]
) -> tuple[object, tuple[tuple[str, str], ...]]:
    """What is read in a document, and which witnesses spoke; None and none for what is no page."""
    try:
        page = parse(sample.text, papers=papers)
    except PageError:
        return None, ()
    stories = [text_record(page, entry.article) for entry in page.contents if entry.article]
    facts = toc_record(page)
    facts.pop("report", None)
    return (facts, stories), page.report.witnesses


def changes() -> Iterator[tuple[str, set[str]]]:
    """Name of each removal, and the papers that are read otherwise without it."""
    pages, papers = samples(), frozenset(known_names(Path()))
    with loaded_with(None) as parse:
        before = [record(parse, page, papers) for page in pages]
    spoke = Counter(witness for _, witnesses in before for witness in witnesses)
    for removal in (*witness_removals(spoke), *removals()):
        with loaded_with(removal.apply) as parse:
            pairs = zip(pages, before, strict=True)
            yield (
                removal.name,
                {
                    page.paper
                    for page, (facts, _) in pairs
                    if removal.word in page.folded and record(parse, page, papers)[0] != facts
                },
            )


def _row(name: str, papers: set[str]) -> str:
    """A removal, and the paper that it changes if it is one."""
    alone = f"  {next(iter(papers))}" if len(papers) == 1 else ""
    return re.sub(r"\s+", " ", name)[:90] + alone


def main() -> int:
    """Print the table, the least needed last."""
    found = dict(changes())
    for name, papers in sorted(found.items(), key=lambda each: -len(each[1])):
        print(f"{len(papers):4}  {_row(name, papers)}")
    counts = Counter(min(len(papers), 2) for papers in found.values())
    print(
        f"{len(found)} taken away: {counts[2]} speak for several papers, {counts[1]} for one, {counts[0]} for none"
    )
    return 0
