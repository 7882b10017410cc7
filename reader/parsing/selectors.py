"""Matches the elements of a tree against the selectors of the dialects, many at once."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache

_KEY = re.compile(r"[#.]?[\w-]+|\[\w+=[^\[\]]+\]")
_HEADLINE_ID = re.compile(r"mp\w*")
_ATTRIBUTES = ("valign",)
"""Those that selectors ask for besides class and id."""
_VALUE_CHARACTERS = 40

Keys = frozenset[str]
"""What a step of a selector asks of an element, or an element has: `td`, `#ozoom`, `.font01`, `[valign=top]`."""


class Selectors:
    """Selectors as `dialects.toml` describes them; `matching` is called for every element in order, as `:2` counts."""

    def __init__(self, selectors: Iterable[str]) -> None:
        self._by_key: dict[str, list[str]] = defaultdict(list)
        self._counts: Counter[str] = Counter()
        for selector in selectors:
            if not selector.startswith("!"):  # the name of a comment
                self._by_key[max(_steps(selector)[-1], key=lambda key: key[0] in "#.[")].append(selector)

    def matching(self, keys: Keys, around: Callable[[], Sequence[Keys]]) -> list[str]:
        """The selectors that an element matches.

        Args:
            keys: Its own.
            around: Tells those of its ancestors; asked for few elements only.
        """
        named = [selector for key in keys if key in self._by_key for selector in self._by_key[key]]
        return [selector for selector in named if self._fits(selector, keys, around())] if named else named

    def _fits(self, selector: str, keys: Keys, around: Sequence[Keys]) -> bool:
        *outer, own = _steps(selector)
        is_inside = all(any(step <= each for each in around) for step in outer)
        if not (own <= keys and is_inside):
            return False
        self._counts[selector] += 1
        _, _, nth = selector.partition(":")
        return not nth or self._counts[selector] == int(nth)


def split_selectors(selectors: str) -> list[str]:
    """The selectors of a field of a dialect, the most reliable first."""
    return [selector for each in selectors.split(",") if (selector := each.strip())]


def keys_of(name: str, attributes: Mapping[str, str]) -> Keys:
    """What an element has, in lower case; every id of a list of headlines counts as `#mp`."""
    keys = [name]
    for attribute, written in attributes.items():
        if attribute == "class":
            keys += [f".{word}" for word in written.lower().split()]
        elif attribute == "id":
            value = written.strip().lower()
            keys.append("#mp" if _HEADLINE_ID.fullmatch(value) else f"#{value}")
        elif attribute in _ATTRIBUTES:
            keys.append(f"[{attribute}={written.strip().lower()[:_VALUE_CHARACTERS]}]")
    return frozenset(keys)


@lru_cache(maxsize=512)  # enough for the selectors of all dialects
def _steps(selector: str) -> tuple[Keys, ...]:
    return tuple(frozenset(_KEY.findall(step)) for step in selector.partition(":")[0].lower().split())
