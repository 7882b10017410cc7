"""Reads the comments of a page: the properties of its article, where it was saved from."""

import re
from collections.abc import Callable

from reader.edition.model import Clean
from reader.parsing.clean import unescaped

_NAMES = "papername|pagenum|pagename|title|introtitle|subtitle|author|date|url"
# A value ends where any field begins or ends, so that of many fields that are not closed none is read twice.
_VALUE = rf"(?:[^<]|<(?!/?(?:founder-)?(?:{_NAMES})>)){{0,2000}}+"
_FIELD = re.compile(rf"(?i)<(?:founder-)?({_NAMES})>({_VALUE})</(?:founder-)?\1>")
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
    for field in _FIELD.finditer(comment[:_CHARACTERS] if "enpproperty" in comment[:40] else ""):
        value = clean(without_tags(field[2]))
        if value not in ("", "null"):
            found.setdefault(field[1].lower(), value)
    return found


def without_tags(markup: str) -> str:
    """The text of a piece of markup."""
    return unescaped(_TAG.sub(" ", markup))
