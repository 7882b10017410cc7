"""The publishing systems, as data: how to recognise each, and selectors for the parts of its pages."""

import re
import tomllib
from collections.abc import Collection
from pathlib import Path

from msgspec import Struct
from msgspec.structs import asdict

from reader.parsing.links import file_name
from reader.parsing.selectors import split_selectors

MAP_NAME = "pagepicmap"
"""Name of the image map of the facsimile, in any case."""

SISTER_SELECT = "guidelinks"
"""Name of the select element that lists the sister papers."""

_ARTICLE_FILE = re.compile(r"(?i)(?=.{0,100}\d)(?:content|c|nw|articel)[_.]?[\w.\-]{1,120}\.s?html?")
_PAGE_FILE = re.compile(r"(?:node|nbs|l|col|v|page)[\w.\-]{0,120}\.s?html?", re.IGNORECASE)

PICTURES = ("#newspic", ".newspic", ".pci_c", ".attachment")
"""Around a picture and its caption, in every system."""

CONTENTS = ("#mp", "#pagelink")
"""In a list of headlines, and in a list of pages, in every system."""

_SIGNS = ("#ozoom", "founder-content", "founder-title", "!enpcontent", "#pagelink")
"""Every page of the oldest and most common system matches one of these, whatever its theme."""


class Dialect(Struct, frozen=True, kw_only=True):
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
    number: str = ""
    """The number of the page alone."""
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


def _selectors(*fields: str) -> frozenset[str]:
    return frozenset(
        selector
        for dialect in _ALL.values()
        for field in fields
        for selector in split_selectors(getattr(dialect, field))
    )


TITLES = _selectors("kicker", "headline", "deck", "byline", "number")
"""Selectors of titles; each such element is a line of its own."""
BODIES = _selectors("body")
"""Selectors of bodies."""
SELECTORS = (
    TITLES
    | BODIES
    | _selectors("marks", "pages", "headlines", "previous_page", "next_page")
    | set(PICTURES)
    | set(CONTENTS)
)
"""All selectors."""


def dialect_of(selectors: Collection[str], addresses: Collection[str]) -> Dialect:
    """The dialect with the most marks in a page.

    Args:
        selectors: Those that elements of the page match.
        addresses: The addresses in it, as written.
    """
    scores = [_score(dialect, selectors, addresses) for dialect in DIALECTS]
    if best := max(scores):
        return DIALECTS[scores.index(best)]
    return CLASSIC if any(sign in selectors for sign in _SIGNS) else GENERIC


def _score(dialect: Dialect, selectors: Collection[str], addresses: Collection[str]) -> int:
    is_address = bool(dialect.address) and any(re.search(dialect.address, address) for address in addresses)
    return is_address + sum(mark in selectors for mark in split_selectors(dialect.marks))


def leads_to_article(address: str) -> bool:
    """Whether an address is that of an article."""
    return bool(_ARTICLE_FILE.fullmatch(file_name(address))) and not leads_to_page(address)


def leads_to_page(address: str) -> bool:
    """Whether an address is that of a layout page."""
    return bool(_PAGE_FILE.fullmatch(file_name(address)))
