"""Builds a BeautifulSoup tree from markup and walks it once: tags and texts in document order.

The only module that uses bs4. Its input is decoded and split already, and trees are never modified.
"""

import re
import sys
import warnings
from collections.abc import Iterator, Mapping
from typing import NamedTuple

# bs4 works without soupsieve, and None in sys.modules makes it appear not installed. Its CSS selectors are
# not used here, and importing it takes three quarters of the time to import bs4.
_modules: dict[str, object] = sys.modules  # type: ignore[assignment]  # None is a legal entry
_is_ours = not {"bs4", "soupsieve"} & set(sys.modules)
if _is_ours:
    _modules["soupsieve"] = None
with warnings.catch_warnings():
    warnings.filterwarnings("ignore", message="The soupsieve package is not installed")
    from bs4 import BeautifulSoup
    from bs4.element import NavigableString, Tag
    from bs4.exceptions import ParserRejectedMarkup
if _is_ours:
    del _modules["soupsieve"]

__all__ = ["Attributes", "ParserRejectedMarkup", "Token", "tokens"]

Attributes = Mapping[str, str]
_NONE: Attributes = {}

_CELL = re.compile(r"<(/?)(table|tbody|thead|tfoot|tr|td|th|caption)\b", re.IGNORECASE)
"""Tags that a builder may drop, or whose content it may move, if a part begins inside a table."""

_BARE = re.compile(r"""(?i)<(?!!--|/?[a-z!?](?:[^<>]*+>|(?:[^<>"']|"[^"]{0,1000}+"|'[^']{0,1000}+')*+>))""")
"""A `<` that begins no tag, or one never closed; html.parser takes quadratic time on these."""


class Token(NamedTuple):
    """A start tag, an end tag, or a text."""

    name: str = ""
    """Name of the tag, in lower case; empty for a text."""
    closes: bool = False
    attributes: Attributes = _NONE
    text: str = ""


def tokens(markup: str, builder: str) -> list[Token]:
    """The tags and texts of a part of a page, in document order; takes linear time at any depth of nesting.

    Args:
        markup: Without scripts and styles; may begin and end anywhere.
        builder: Name of the BeautifulSoup tree builder.

    Raises:
        ParserRejectedMarkup: The builder cannot parse it at all.
    """
    kept = {"on_duplicate_attribute": "ignore"} if builder == "html.parser" else {}
    page = "<body>" + _CELL.sub(r"<\1x-\2", _BARE.sub("&lt;", markup))
    soup = BeautifulSoup(page, builder, multi_valued_attributes=None, **kept)  # type: ignore[arg-type]  # as bs4 takes them
    return list(_walk(soup))


def _walk(soup: BeautifulSoup) -> Iterator[Token]:
    opened: list[Tag] = []
    for node in soup.descendants:
        while opened and opened[-1] is not node.parent:
            yield Token(_name(opened.pop()), closes=True)
        if isinstance(node, Tag):
            yield Token(_name(node), attributes=node.attrs or _NONE)  # type: ignore[arg-type]  # all are strings
            opened.append(node)
        elif type(node) is NavigableString:  # comments, doctypes and the text of scripts are subclasses
            yield Token(text=str(node))
    for tag in reversed(opened):
        yield Token(_name(tag), closes=True)


def _name(tag: Tag) -> str:
    return tag.name.removeprefix("x-")
