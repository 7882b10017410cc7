"""Every string of a value; and pages with a payload in every place that a string may come from."""

import random
import re
from collections.abc import Iterator, Sequence
from datetime import date

from msgspec import Struct
from msgspec.structs import asdict

from reader.parsing.clean import Cleaner
from tests.support.oracle import offences

_SLOT = re.compile(
    r"""(?P<name>[\w-]+)\s*=\s*(?P<value>"[^"<>]*"|'[^'<>]*'|[^\s"'<>]+)|(?<=>)(?P<text>[^<>]+)(?=<)"""
)
_KEYS = frozenset(("class", "id", "name", "usemap", "style"))
"""Attributes that a dialect is known by: a page with a payload in most of them is of none."""


def strings(value: object, at: str = "") -> Iterator[tuple[str, str]]:
    """Every string in a value, with the field it stands in; what can hold no string is told apart from what is new."""
    if isinstance(value, str):
        yield at, value
    elif isinstance(value, tuple):
        for part in value:
            yield from strings(part, at)
    elif isinstance(value, Struct):
        for field, part in asdict(value).items():
            yield from strings(part, f"{type(value).__name__}.{field}")
    else:
        assert value is None or isinstance(value, int | date), f"{at} holds a {type(value).__name__}"


def unclean(value: object) -> list[tuple[str, str]]:
    """The strings of a value that may not be printed, with the field each stands in."""
    return [(at, text) for at, text in strings(value) if not is_clean(text)]


def is_clean(text: str) -> bool:
    """Whether a text is one line that cleaning would leave alone, and nothing in it is more than text to a terminal."""
    return Cleaner().line(text) == text and not offences(text.encode("utf-8", "surrogatepass"))


def spoilt(text: str, payloads: Sequence[str], chance: random.Random) -> str:
    """A text with a payload somewhere in it."""
    cut = chance.randint(0, len(text))
    return f"{text[:cut]}{chance.choice(payloads)}{text[cut:]}"


def spoilt_page(markup: str, payloads: Sequence[str], chance: random.Random, share: float) -> str:
    """A page with payloads in a share of its texts and attributes, which are quoted in every way there is."""

    def spoil(slot: re.Match[str]) -> str:
        if chance.random() > (share / 4 if slot["name"] in _KEYS else share):
            return slot[0]
        if slot["text"]:
            return spoilt(slot["text"], payloads, chance)
        quote, value = chance.choice(("", "'", '"')), slot["value"].strip("'\"")
        return f"{slot['name']}={quote}{spoilt(value, payloads, chance)}{quote}"

    return _SLOT.sub(spoil, markup)
