"""The publishing systems, as data: what tells one from another, and where it keeps what."""

import re
import tomllib
from dataclasses import asdict, dataclass
from pathlib import Path

from reader.parsing.selectors import Markup

MAP_NAME = "pagepicmap"
"""Name of the picture's map, whatever its case."""

SISTER_SELECT = "guidelinks"
"""Name of the list of sister papers."""

ARTICLE_FILE = re.compile(r"(?i)(?:content[_.]?[\w.\-]*|c[_.]?|nw[_.][\w.\-]*|articel)\d[\w.\-]*\.s?html?")
"""File name of an article."""

PAGE_FILE = re.compile(r"(?:node|nbs|l|col|v|page)[\w.\-]*\.s?html?", re.IGNORECASE)
"""File name of a page."""

_SIGNS = ("ozoom", "founder-", "enpcontent", "pagepicmap", "pagelink")
"""One of these is on every page of the oldest and commonest system, whatever its theme."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dialect:
    """One publishing system's markup, as selectors (`dialects.toml` says how they are written)."""

    name: str
    """As the report names it."""
    marks: str = ""
    """What a page of this system has; the dialect with the most of them is the page's."""
    address: str = ""
    """Regular expression of an address that only this system writes; counts as a mark."""
    pages: str = ""
    """Around the anchors of the pages of the day, where file name and words do not tell them."""
    headlines: str = ""
    """Around the anchors of this page's articles; the map of the picture may lack some."""
    kicker: str = ""
    """引题, before the headline; 副题 and 署名, after it, may name the same selector."""
    headline: str = ""
    deck: str = ""
    byline: str = ""
    body: str = ""
    """The surest selector first."""
    previous_page: str = ""
    """Anchor of 上一版, where its words do not tell it."""
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
"""What all pages have in common, and the oldest system."""
DIALECTS = tuple(dialect for dialect in _ALL.values() if dialect.marks)
"""Every system known."""


def dialect_of(text: str) -> tuple[Dialect, bool]:
    """The dialect whose marks a page has most of, and whether it has any."""
    page = Markup(text)
    scores = [_score(page, dialect) for dialect in DIALECTS]
    best = max(scores)
    if best:
        return DIALECTS[scores.index(best)], True
    return (CLASSIC if any(sign in page.lowered for sign in _SIGNS) else GENERIC), False


def _score(page: Markup, dialect: Dialect) -> int:
    is_address = bool(dialect.address and re.search(dialect.address, page.text))
    return is_address + sum(page.holds(mark) for mark in dialect.marks.split(","))
