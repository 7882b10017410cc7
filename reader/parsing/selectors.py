"""Finds the elements that match a selector of a `Dialect` in markup, without a tree.

A tree takes twenty times as long, and tree builders do not agree on where an unclosed element ends.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice

_STEP = re.compile(r"(?P<name>[\w-]*)(?P<rest>(?:[#.][\w-]+|\[\w+=[^\]]+\])*)")
_PART = re.compile(r"([#.])([\w-]+)|\[(\w+)=([^\]]+)\]")
_FOOT = re.compile(r"<!--/enpcontent-->|</founder-content|上一篇|下一篇|版权所有")
"""Where the page continues after a body that is never closed."""
_ELEMENTS = 16
"""Elements examined for each step of a selector."""
_TAG = 1000
"""Characters; longer tags are ignored."""

Region = tuple[int, int]
"""Start and end of the content of an element."""


class Markup:
    """Markup that can be searched by selectors, ignoring case."""

    def __init__(self, text: str) -> None:
        self.text = text
        # The one character that becomes longer in lower case would shift everything after it.
        self.lowered = text.replace("\u0130", "i").lower()

    def find(self, selectors: str, start: int = 0, end: int | None = None) -> Iterator[Region]:
        """Contents of the elements that match the selectors, in the order of the selectors."""
        end = len(self.text) if end is None else end
        for selector in filter(None, map(str.strip, selectors.split(","))):
            if selector.startswith("!"):
                yield from self._commented(selector[1:], start, end)
                continue
            steps, _, nth = selector.partition(":")
            found = self._inside(steps.split(), start, end)
            yield from islice(found, int(nth) - 1, int(nth)) if nth else found

    def holds(self, selector: str) -> bool:
        """Whether any element matches a selector."""
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
        """Whether a tag is inside a comment or a quoted string of a script."""
        in_comment = self.lowered.rfind("<!--", 0, at) > self.lowered.rfind("-->", 0, at)
        return in_comment or self.lowered[at - 1 : at] in ("'", '"')

    def _closing(self, name: str, inside: int, end: int) -> int:
        """End of the element that starts before `inside`; if never closed, where the foot seems to begin."""
        depth = 1
        for tag in re.compile(rf"<(/?){name}\b").finditer(self.lowered, inside, end):
            depth += -1 if tag[1] else 1
            if not depth:
                return tag.start()
        foot = _FOOT.search(self.text, inside, end)
        if not foot:
            return end
        # If the word is in an anchor, the whole anchor belongs to the foot.
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


@lru_cache(maxsize=256)  # enough for the selectors of all dialects
def _compiled(step: str) -> tuple[str, re.Pattern[str]]:
    """A string that the start tag of an element must contain, in lower case, and a pattern for the tag."""
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
