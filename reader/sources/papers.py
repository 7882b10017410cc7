"""The registry of papers: which address opens the paper of a day."""

import difflib
import re
import tomllib
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import date
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import asdict, replace

from reader import limits
from reader.errors import NotPublished, UsageError
from reader.folders import read_small
from reader.later import Later
from reader.sources.base import Fetched
from reader.sources.days import AddressPattern, PublishedDays
from reader.words import Words

if TYPE_CHECKING:
    from reader.parsing import clean
    from reader.typesetting import cells
else:  # only a person's own rows need the one, and the list the other
    clean, cells = Later("reader.parsing.clean"), Later("reader.typesetting.cells")

_FILE = Path(__file__).with_name("papers.toml")
_FIRST = re.compile(r"(?P<section>[A-Z]{0,2})(?<!0)0+1(?=[^\d/]*$)|(?<=/)0+1(?=/)")
_NUMBER = re.compile(r"([A-Z]{0,2})0*(\d{1,3})")
_WEB = ("http://", "https://")
_COLUMNS = (14, 22, 32, 10, 0)
"""Cells of the columns of the list: code, name, English name, place, address."""
_UNUSED = ("family", "month", "encoding")
"""Fields of older versions: users' own entries may still have them, and the JSON output keeps their names."""


class Paper(Struct, frozen=True, kw_only=True):
    """One entry of the registry: a paper's address, and the evidence for it."""

    code: str
    name: str = ""
    english: str = ""
    """The name that the paper itself uses in English; empty if none is known."""
    place: str = ""
    """Its province, or 全国 for a national paper."""
    url: str = ""
    """Address of a day's front page, for strftime; ends in a slash if the front page has no constant name."""
    before: tuple[tuple[date, str], ...] = ()
    """Earlier addresses, each after the first day on which it no longer held; the oldest first."""
    evidence: str = "user"
    """R: a page was read, C: used by a crawler, V: the vendor's format, G: a guess, user: own entry."""
    reached: str = "never"
    """The last day on which this program opened it, or "never"."""

    def expand(self, issued: date, page: str = "") -> str:
        """Address of a page.

        Args:
            issued: The day.
            page: Number of the page; ignored if the address does not contain page numbers.
        """
        wanted = _NUMBER.fullmatch(page.upper())
        url = next((url for end, url in self.before if issued < end), self.url)
        # Replaced before the date is filled in, as part of a date could be mistaken for a page number.
        url = _FIRST.sub(lambda first: _numbered(first, wanted), url, count=1) if wanted else url
        return issued.strftime(url)


class Papers:
    """All known papers: the registry, overridden by the user's own entries.

    Args:
        own: The user's entries, as in papers.toml: each adds a paper, or changes fields of one.

    Raises:
        UsageError: An entry or field is invalid.
    """

    def __init__(self, own: Mapping[str, object] | None = None) -> None:
        self._papers = dict(_registry())
        for code, row in (own or {}).items():
            paper = self._owned(clean.clean_line(code), row)
            self._papers[paper.code] = paper

    @classmethod
    def load(cls, own: Path) -> "Papers":
        """The registry with the entries of the user's file, if that exists; it may be a link that the user made.

        Raises:
            UsageError: The file cannot be read, or is invalid.
        """
        try:
            return cls(tomllib.loads(read_small(own, limits.PAPERS_BYTES, follows_link=True).decode()))
        except FileNotFoundError:
            return cls()
        except (OSError, ValueError, RecursionError) as error:
            raise UsageError("bad-papers", name=own, reason=error) from error

    def get(self, code: str) -> Paper:
        """The paper with a code or name.

        Raises:
            UsageError: There is none; the error lists the most similar ones.
        """
        known = {paper.name: paper for paper in self._papers.values()} | self._papers
        found = known.get(code.lower()) or known.get(code)
        if found:
            return found
        near = self.near(code)
        raise UsageError("unknown-paper" if near else "no-such-paper", paper=code, near=near)

    def near(self, word: str) -> str:
        """Codes and names of the papers whose code or name is most similar to a word; empty if none is."""
        known = {paper.name: paper for paper in self._papers.values()} | self._papers
        near = [known[match] for match in difflib.get_close_matches(word.lower(), known, n=3, cutoff=0.5)]
        return " ".join(dict.fromkeys(f"{paper.code} {paper.name}" for paper in near))

    def named(self, name: str) -> Paper | None:
        """The paper with exactly that name, the user's own row first, then registry order; None if there is none."""
        found = (paper for paper in self._papers.values() if paper.name == name)
        return min(found, key=lambda paper: paper.evidence != "user", default=None)

    def find(self, word: str = "") -> tuple[Paper, ...]:
        """The papers whose code, names, place or address contain a word, in the order of the registry."""
        papers, folded = self._papers.values(), word.lower()
        return tuple(
            p for p in papers if folded in "\n".join((p.code, p.name, p.english, p.place, p.url)).lower()
        )

    def _owned(self, code: str, row: object) -> Paper:
        names = {*Paper.__struct_fields__} - {"code"}
        if not isinstance(row, dict):
            raise UsageError("bad-paper-row", paper=code, field="", near=" ".join(sorted(names)))
        base = replace(self._papers.get(code, Paper(code=code)), evidence="user", reached="never")
        given = {name: _field(name, value) for name, value in row.items()}
        wrong = set(row) - names - set(_UNUSED) | {name for name, value in given.items() if value is None}
        if wrong:
            raise UsageError("bad-paper-row", paper=code, field=min(wrong), near=" ".join(sorted(names)))
        paper = replace(base, **{name: given[name] for name in names & set(row)})
        if not paper.name or not all(
            url.startswith(_WEB) for url in (paper.url, *dict(paper.before).values())
        ):
            raise UsageError("bad-paper-row", paper=code, field="url", near="name url")
        return paper


def front_page(paper: Paper, issued: date, page: str, fetch: Callable[[str], Fetched]) -> str:
    """Address to open for a day; taken from the month index if the front page has no constant name.

    Raises:
        NotPublished: The month index has no such day.
        SourceError: The site cannot be reached.
    """
    address = paper.expand(issued, page)
    pattern = AddressPattern.of(address)
    if pattern is None or not address.endswith("/"):
        return address
    days = PublishedDays(fetch, pattern).month(issued.year, issued.month)
    if days is not None and issued not in days:
        raise NotPublished("no-paper-that-day", paper=paper.name, day=issued)
    return days[issued] if days else address


def listing(papers: tuple[Paper, ...], words: Words) -> str:
    """A table of papers, under a sentence on how far its rows can be relied on; rows that differ from that say so."""
    head = words.say("papers-columns").split()
    rows = [(p.code, p.name, p.english, words.place(p.place), _addresses(p, words)) for p in papers]
    lines = ("".join(map(_padded, row, _COLUMNS)).rstrip() for row in (head, *rows))
    return "\n".join((words.say("papers-about"), "", *lines)) + "\n"


def _addresses(paper: Paper, words: Words) -> str:
    """The last column: the address, earlier ones, and what is known of the row beyond what is known of every row."""
    notes = [words.say("paper-before", day=words.day(end), url=url) for end, url in paper.before]
    notes += [words.say(f"paper-{paper.evidence}")] if paper.evidence in ("R", "V", "G", "user") else []
    notes += [words.say("paper-reached", day=paper.reached)] if paper.reached != "never" else []
    return "  ".join((paper.url, *notes))


def _padded(text: str, width: int) -> str:
    """A cell of the table; one that is too wide moves the next."""
    return text + " " * max(1, width - cells.cells(text, cells.widths()))


def record(paper: Paper) -> dict[str, object]:
    """A paper as a JSON record."""
    fields = asdict(paper) | {"before": {end.isoformat(): url for end, url in paper.before}}
    return dict.fromkeys(_UNUSED) | {name: value or None for name, value in fields.items()}


@cache
def _registry() -> Mapping[str, Paper]:
    """The papers that come with the program, by code."""
    places = tomllib.loads(_FILE.read_text("utf-8"))
    given = {
        code: {"evidence": "C", "place": place} | row
        for place, rows in places.items()
        for code, row in rows.items()
    }
    return {
        code: Paper(code=code, **row | {"before": _eras(row.get("before", {}))})
        for code, row in given.items()
    }


def _field(name: str, value: object) -> object | None:
    """A field of a user's own row, made printable; None if it cannot be one."""
    if name == "before":
        eras = _eras(value)
        return eras if eras is None else tuple((end, clean.clean_line(url)) for end, url in eras)
    return clean.clean_line(value) if isinstance(value, str) else None


def _eras(table: object) -> tuple[tuple[date, str], ...] | None:
    """Earlier addresses by the day on which they ended, the oldest first; None if it is no table of that."""
    if not isinstance(table, dict) or not all(isinstance(url, str) for url in table.values()):
        return None
    try:
        return tuple(sorted((date.fromisoformat(day), url) for day, url in table.items()))
    except ValueError:
        return None


def _numbered(first: re.Match[str], wanted: re.Match[str]) -> str:
    """A page number in the same form as the number of the first page: 01, 001, A01."""
    section = first.groupdict()["section"] or ""
    digits = len(first[0]) - len(section)
    return f"{wanted[1] or section}{int(wanted[2]):0{digits}}"


@lru_cache(maxsize=4)
def readable(own: Path) -> Papers:
    """All known papers; without the user's own entries if those cannot be read, as opening a page must not fail for it.

    Args:
        own: The user's file.
    """
    with suppress(UsageError):
        return Papers.load(own)
    return Papers()


@lru_cache(maxsize=4)
def known_names(own: Path) -> frozenset[str]:
    """The names of all papers that are `readable`, by which a page's own name is told from other words."""
    return frozenset(paper.name for paper in readable(own).find())
