"""Tells web pages that are no pages of a newspaper by what they are: shops, forums, wikis, manuals, blogs."""

import re
import tomllib
from functools import cache
from itertools import islice
from pathlib import Path

from msgspec import Struct

from reader import limits
from reader.sources.texts import PRESS

_NEVER = "(?!)"
_META = re.compile(r"<meta\b[^<>]{0,400}>", re.IGNORECASE)
_SHARED = re.compile(r"(?i)NewsArticle|og:type[\"'\s]{1,3}content=[\"']?article")
"""What a page says that is to be shared as an article."""
_TOLD = re.compile(r"(?i)(?:name|property)\s?=\s?[\"']?(generator|og:type)\b")
_CONTENT = re.compile(r"(?i)content\s?=\s?(?:\"([^\"]{0,200})\"|'([^']{0,200})'|([^\s<>]{1,200}))")


class Site(Struct, frozen=True, kw_only=True):
    """What the pages of a kind of site are like."""

    kind: str
    declared: re.Pattern[str]
    signs: tuple[re.Pattern[str], ...]
    repeated: re.Pattern[str]
    times: int
    """Places in which `repeated` has to match to count as a sign."""
    least: int
    """Signs, at least."""

    def shows(self, markup: str) -> bool:
        """Whether a page has the signs of such a site."""
        found = sum(sign.search(markup) is not None for sign in self.signs)
        is_repeated = len(list(islice(self.repeated.finditer(markup), self.times))) == self.times
        return found + is_repeated >= self.least


@cache
def sites() -> list[Site]:
    """The table of `sites.toml`, read when the first page is judged that names no paper."""
    rows = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))["sites"]
    return [_site(**row) for row in rows]


def _site(
    kind: str, signs: list[str], least: int, declared: str = _NEVER, repeated: str = _NEVER, times: int = 1
) -> Site:
    said, often, *others = [re.compile(each) for each in (declared, repeated, *signs)]
    return Site(kind=kind, declared=said, repeated=often, times=times, signs=tuple(others), least=least)


def site_kind(markup: str, seen: str) -> str:
    """What a web page is that has neither day nor page of a newspaper, as the code of an error; "" if it may be one.

    Args:
        markup: The page.
        seen: The text that a browser would show of it.
    """
    markup = markup[: limits.SITE_CHARACTERS]
    said = "\n".join(filter(None, map(_told, _META.findall(markup))))
    declared = (site.kind for site in sites() if site.declared.search(said) or site.declared.search(markup))
    if kind := next(declared, ""):
        return kind
    if _SHARED.search(markup) or PRESS.search(seen):
        return ""
    return next((site.kind for site in sites() if site.shows(f"{said}\n{markup}")), "")


def _told(tag: str) -> str:
    """What a tag says of the page: `generator …`, `og:type …`."""
    name, content = _TOLD.search(tag), _CONTENT.search(tag)
    return f"{name[1]} {''.join(filter(None, content.groups()))}" if name and content else ""
