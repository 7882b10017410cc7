"""The publishing systems, as data: how to recognise each, and selectors for the parts of its pages."""

import re
import tomllib
from dataclasses import asdict, dataclass
from pathlib import Path

from reader.parsing.selectors import Markup

MAP_NAME = "pagepicmap"
"""Name of the image map of the facsimile, in any case."""

SISTER_SELECT = "guidelinks"
"""Name of the select element that lists the sister papers."""

ARTICLE_FILE = re.compile(r"(?i)(?:content[_.]?[\w.\-]*|c[_.]?|nw[_.][\w.\-]*|articel)\d[\w.\-]*\.s?html?")
"""File names of articles."""

PAGE_FILE = re.compile(r"(?:node|nbs|l|col|v|page)[\w.\-]*\.s?html?", re.IGNORECASE)
"""File names of layout pages."""

_SIGNS = ("ozoom", "founder-", "enpcontent", "pagepicmap", "pagelink")
"""Every page of the oldest and most common system contains one of these, whatever its theme."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dialect:
    """One publishing system's markup, as selectors (`dialects.toml` describes their syntax)."""

    name: str
    """Name in the page report."""
    marks: str = ""
    """Selectors of elements typical of this system; the dialect that matches most of them is chosen."""
    address: str = ""
    """Regular expression for addresses used only by this system; counts as a mark."""
    pages: str = ""
    """Around the anchors of the pages of the day, if file name and text do not identify them."""
    headlines: str = ""
    """Around the anchors of this page's articles, some of which may be missing from the image map."""
    kicker: str = ""
    """引题, before the headline; 副题 and 署名, after it, may have the same selector."""
    headline: str = ""
    deck: str = ""
    byline: str = ""
    body: str = ""
    """The most reliable selector first."""
    previous_page: str = ""
    """Anchor of 上一版, if its text does not identify it."""
    next_page: str = ""


def _read(path: Path) -> dict[str, Dialect]:
    found = {"": Dialect(name="")}
    for name, fields in tomllib.loads(path.read_text(encoding="utf-8")).items():
        like = asdict(found.get(fields.pop("like", "generic"), found[""]))
        own = {field: value.replace("…", like[field]) for field, value in fields.items()}
        found[name] = Dialect(**(like | own | {"name": name}))
    return found


_ALL = _read(Path(__file__).with_suffix(".toml"))
GENERIC, CLASSIC = _ALL["generic"], _ALL["classic-table"]
"""What all pages have in common, and the oldest publishing system."""
DIALECTS = tuple(dialect for dialect in _ALL.values() if dialect.marks)
"""All known publishing systems."""


def dialect_of(text: str) -> tuple[Dialect, bool]:
    """The dialect with the most marks in a page, and whether there were any."""
    page = Markup(text)
    scores = [_score(page, dialect) for dialect in DIALECTS]
    best = max(scores)
    if best:
        return DIALECTS[scores.index(best)], True
    return (CLASSIC if any(sign in page.lowered for sign in _SIGNS) else GENERIC), False


def _score(page: Markup, dialect: Dialect) -> int:
    is_address = bool(dialect.address and re.search(dialect.address, page.text))
    return is_address + sum(page.holds(mark) for mark in dialect.marks.split(","))
