"""Selectors in markup: where an element named by a `Dialect` begins and ends, without a tree.

A tree costs twenty times as much, and its builders do not agree on where an unclosed element ends.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice

_STEP = re.compile(r"(?P<name>[\w-]*)(?P<rest>(?:[#.][\w-]+|\[\w+=[^\]]+\])*)")
_PART = re.compile(r"([#.])([\w-]+)|\[(\w+)=([^\]]+)\]")
_FOOT = re.compile(r"<!--/enpcontent-->|</founder-content|上一篇|下一篇|版权所有")
"""Where the page goes on after a body that is never closed."""
_ELEMENTS = 16
"""Elements of one selector that are looked at."""
_TAG = 1000
"""Characters; a longer tag is none that a dialect means."""

Region = tuple[int, int]
"""Where the inside of an element starts and ends."""


class Markup:
    """Markup to be searched without regard to case."""

    def __init__(self, text: str) -> None:
        self.text = text
        # The one character that grows when lowered would shift all that stands after it.
        self.lowered = text.replace("\u0130", "i").lower()

    def find(self, selectors: str, start: int = 0, end: int | None = None) -> Iterator[Region]:
        """Insides of the elements at the selectors, those of the surest selector first."""
        end = len(self.text) if end is None else end
        for selector in filter(None, map(str.strip, selectors.split(","))):
            if selector.startswith("!"):
                yield from self._commented(selector[1:], start, end)
                continue
            steps, _, nth = selector.partition(":")
            found = self._inside(steps.split(), start, end)
            yield from islice(found, int(nth) - 1, int(nth)) if nth else found

    def holds(self, selector: str) -> bool:
        """Whether there is such a selector."""
        return next(self.find(selector), None) is not None

    def _inside(self, steps: list[str], start: int, end: int) -> Iterator[Region]:
        for region in islice(self._elements(steps[0], start, end), _ELEMENTS):
            if steps[1:]:
                yield from self._inside(steps[1:], *region)
            else:
                yield region

    def _elements(self, step: str, start: int, end: int) -> Iterator[Region]:
        key, tag = _compiled(step)
        at = self.lowered.find(key, start, end)
        while at >= 0:
            bracket = self.lowered.rfind("<", max(start, at - _TAG), at + 1)
            opening = tag.match(self.lowered, bracket, end) if bracket >= 0 else None
            if opening and opening.end() > at and not self._is_mute(bracket):
                yield opening.end(), self._closing(opening[1], opening.end(), end)
            at = self.lowered.find(key, max(at + len(key), opening.end() if opening else 0), end)

    def _is_mute(self, at: int) -> bool:
        """Whether a tag is written in a comment, or in the quotation marks of a script."""
        in_comment = self.lowered.rfind("<!--", 0, at) > self.lowered.rfind("-->", 0, at)
        return in_comment or self.lowered[at - 1 : at] in ("'", '"')

    def _closing(self, name: str, inside: int, end: int) -> int:
        """Where the element that was opened before `inside` ends; if it is never closed, where the foot seems to begin."""
        depth = 1
        for tag in re.compile(rf"<(/?){name}\b").finditer(self.lowered, inside, end):
            depth += -1 if tag[1] else 1
            if not depth:
                return tag.start()
        foot = _FOOT.search(self.text, inside, end)
        if not foot:
            return end
        # The word stands in an anchor, which goes to the foot whole.
        anchor = self.lowered.rfind("<a", max(inside, foot.start() - 200), foot.start())
        return anchor if anchor >= 0 else foot.start()

    def _commented(self, name: str, start: int, end: int) -> Iterator[Region]:
        end_name = name.replace("<", "</") if "<" in name else f"/{name}"
        opening, closing = f"<!--{name}-->", f"<!--{end_name}-->"
        at = self.text.find(opening, start, end)
        if at >= 0:
            inside = at + len(opening)
            closed = self.text.find(closing, inside, end)
            yield inside, closed if closed >= 0 else end


@lru_cache(maxsize=256)  # as many as the dialects name
def _compiled(step: str) -> tuple[str, re.Pattern[str]]:
    """What the start tag of an element must hold, in lower case, and the whole of it."""
    match = _STEP.fullmatch(step.lower())
    if not match:
        raise ValueError(step)
    key, tests = f"<{match['name']}", ""
    for sort, value, named, wanted in _PART.findall(match["rest"]):
        attribute = named or ("id" if sort == "#" else "class")
        key = value or wanted
        among = r"(?:[^\"'>]*\s)?" if sort == "." else ""
        tests += rf"(?=[^<>]{{0,{_TAG}}}\s{attribute}\s*=\s*[\"']?{among}{re.escape(key)}[\"'\s/>])"
    name = match["name"] + r"(?![\w-])" if match["name"] else r"[a-z][\w-]*+"
    return key, re.compile(rf"<({name}){tests}[^<>]*>")
