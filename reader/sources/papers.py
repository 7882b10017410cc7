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
else:  # only a person's own rows need it
    clean = Later("reader.parsing.clean")

_FILE = Path(__file__).with_name("papers.toml")
_FIRST = re.compile(r"(?P<section>[A-Z]{0,2})(?<!0)0+1(?=[^\d/]*$)|(?<=/)0+1(?=/)")
_NUMBER = re.compile(r"([A-Z]{0,2})0*(\d{1,3})")
_UNUSED = ("family", "month", "encoding")
"""Fields of older versions: users' own entries may still have them, and the JSON output keeps their names."""


class Paper(Struct, frozen=True, kw_only=True):
    """One entry of the registry: a paper's address, and the evidence for it."""

    code: str
    name: str = ""
    url: str = ""
    """Address of a day's front page, for strftime; ends in a slash if the front page has no constant name."""
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
        # Replaced before the date is filled in, as part of a date could be mistaken for a page number.
        url = _FIRST.sub(lambda first: _numbered(first, wanted), self.url, count=1) if wanted else self.url
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
        near = [known[word] for word in difflib.get_close_matches(code.lower(), known, n=3, cutoff=0.5)]
        listed = " ".join(dict.fromkeys(f"{paper.code} {paper.name}" for paper in near))
        raise UsageError("unknown-paper" if listed else "no-such-paper", paper=code, near=listed)

    def named(self, name: str) -> Paper | None:
        """The paper with exactly that name, the user's own row first, then registry order; None if there is none."""
        found = (paper for paper in self._papers.values() if paper.name == name)
        return min(found, key=lambda paper: paper.evidence != "user", default=None)

    def find(self, word: str = "") -> tuple[Paper, ...]:
        """The papers whose code, name or address contains a word, in the order of the registry."""
        folded = word.lower()
        return tuple(p for p in self._papers.values() if folded in f"{p.code}\n{p.name}\n{p.url}".lower())

    def _owned(self, code: str, row: object) -> Paper:
        names = {*Paper.__struct_fields__} - {"code"}
        if not isinstance(row, dict) or not all(isinstance(value, str) for value in row.values()):
            raise UsageError("bad-paper-row", paper=code, field="", near=" ".join(sorted(names)))
        if odd := set(row) - names - set(_UNUSED):
            raise UsageError("bad-paper-row", paper=code, field=min(odd), near=" ".join(sorted(names)))
        base = replace(self._papers.get(code, Paper(code=code)), evidence="user", reached="never")
        paper = replace(base, **{name: clean.clean_line(row[name]) for name in names & set(row)})
        if not paper.url.startswith(("http://", "https://")) or not paper.name:
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
    """A list of papers, one per line: code, name, address, evidence."""
    return "".join(
        f"{paper.code:<12}{paper.name}  {paper.url}  "
        f"{words.say('paper-evidence', evidence=paper.evidence, reached=paper.reached)}\n"
        for paper in papers
    )


def record(paper: Paper) -> dict[str, object]:
    """A paper as a JSON record."""
    return dict.fromkeys(_UNUSED) | {name: value or None for name, value in asdict(paper).items()}


@cache
def _registry() -> Mapping[str, Paper]:
    """The papers that come with the program, by code."""
    rows = tomllib.loads(_FILE.read_text("utf-8"))
    return {code: Paper(code=code, **row) for code, row in rows.items()}


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
