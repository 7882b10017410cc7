"""Reads the comments of a page: the properties of its article, where it was saved from."""

import re
from collections.abc import Callable

from reader.edition.model import Clean
from reader.parsing.clean import unescaped

_FIELD = re.compile(r"<(/?)(?:founder-)?([a-z]{2,30})>", re.IGNORECASE)
_NAMES = "papername pagenum pagename type title introtitle subtitle author date url"
_FIELDS = frozenset(_NAMES.split())
_TAG = re.compile(r"<[^<>]*>")
_SAVED = re.compile(r"saved from url=\(\d{4}\)(https?://[^\s>]{1,2000})", re.IGNORECASE)
_CHARACTERS = 20_000


def fields_of(comment: str, clean: Callable[[str], Clean]) -> dict[str, Clean]:
    """The fields that a comment holds; of two with one name the first that is not empty.

    Args:
        comment: Its text: `<!--enpproperty <date>2024-05-08</date>…/enpproperty-->`, or where a browser saved it from.
        clean: Puts a value on one line, safe to show.
    """
    if saved := _SAVED.search(comment[:2100]):
        return {"saved": clean(saved[1])}
    found: dict[str, Clean] = {}
    name, start = "", 0
    comment = comment[:_CHARACTERS] if "enpproperty" in comment[:40] else ""
    for tag in _FIELD.finditer(comment):
        word = tag[2].lower()
        if not (name or tag[1]) and word in _FIELDS:
            name, start = word, tag.end()
        elif tag[1] and word == name:
            value = clean(without_tags(comment[start : tag.start()]))
            if value not in ("", "null"):
                found.setdefault(name, value)
            name = ""
    return found


def without_tags(markup: str) -> str:
    """The text of a piece of markup."""
    return unescaped(_TAG.sub(" ", markup))
