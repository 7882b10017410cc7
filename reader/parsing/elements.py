"""What HTML says of an element by its name and style: whether it breaks the line, hides, ends others.

Tree builders differ on where an unclosed `<li>` or `<td>` ends; `implied_end` makes them agree.
"""

import re
from collections.abc import Iterable, Mapping
from itertools import islice

_BREAKING_NAMES = """
address article aside blockquote body br caption center cms-content dd div dl dt fieldset figcaption figure footer form
founder-content h1 h2 h3 h4 h5 h6 header hr html img li map nav ol option p pre section select table tbody td tfoot th
thead tr ul
"""
_BREAKING = frozenset(_BREAKING_NAMES.split())
SILENT = frozenset(
    ("script", "style", "noscript", "template", "textarea", "title", "head", "iframe", "object")
)
"""Elements whose text is not shown."""
VOID = frozenset(("area", "base", "br", "col", "hr", "img", "input", "link", "meta"))
"""Elements that hold nothing."""
HEADINGS = {"h1": 1, "h2": 2, "h3": 3}
"""The headings that count, and their level."""
_CELLS, _TABLE = {"td", "th"}, {"tr", "table"}
_ENDS: dict[str, tuple[set[str], set[str]]] = {
    "tr": ({"tr", *_CELLS}, {"table"}),
    "td": (_CELLS, _TABLE),
    "th": (_CELLS, _TABLE),
    "li": ({"li"}, {"ul", "ol", "table"}),
    "body": ({"title", "head"}, set()),
    **dict.fromkeys(HEADINGS, (set(HEADINGS), {"td", "table", "body"})),
}
"""Elements that end with the start of another, and those around both beyond which it does not reach."""
REACH = 30
"""Elements around one that are looked at."""
_HIDDEN = re.compile(r"display\s{0,9}:\s{0,9}none", re.IGNORECASE)
_INLINE = re.compile(r"display\s{0,9}:\s{0,9}inline", re.IGNORECASE)


def is_hidden(attributes: Mapping[str, str]) -> bool:
    """Whether an element with these attributes is not shown."""
    return "hidden" in attributes or ("style" in attributes and bool(_HIDDEN.search(attributes["style"])))


def breaks_line(name: str, style: str) -> bool:
    """Whether a line ends before and after an element."""
    return name in _BREAKING and not (style and _INLINE.search(style))


def implied_end(name: str, open_names: Iterable[str]) -> int:
    """How many of the innermost open elements end where another starts.

    Args:
        name: The element that starts.
        open_names: The open ones, the innermost first; few of them are looked at.
    """
    if name not in _ENDS:
        return 0
    ended = 0
    ends, bounds = _ENDS[name]
    for depth, outer in enumerate(islice(open_names, REACH), 1):
        if outer in bounds:
            break
        ended = depth if outer in ends else ended
    return ended
