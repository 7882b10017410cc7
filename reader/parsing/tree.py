"""Markup → a BeautifulSoup tree → one walk over it: tags and texts in the order of the page.

Only this room knows bs4. It is fed text that was decoded and cut before, and its trees are only read.
"""

import re
import sys
import warnings
from collections.abc import Iterator, Mapping
from typing import NamedTuple

# bs4 does without soupsieve where it is not installed, and None in sys.modules says so. Nobody here uses CSS
# selectors on a tree, and their compiler is three quarters of bs4's start.
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
"""Tags a builder may drop, or move what they hold, where a part begins inside a table."""

_BARE = re.compile(r"""(?i)<(?!!--|/?[a-z!?](?:[^<>]*+>|(?:[^<>"']|"[^"]{0,1000}+"|'[^']{0,1000}+')*+>))""")
"""A `<` that begins no tag, or one never closed: html.parser takes a time that grows with their square."""


class Token(NamedTuple):
    """A tag that opens or closes, or a text."""

    name: str = ""
    """Of the tag, in lower case; empty for a text."""
    closes: bool = False
    attributes: Attributes = _NONE
    text: str = ""


def tokens(markup: str, builder: str) -> list[Token]:
    """What a part of a page says, in order; linear in its size, however deep.

    Args:
        markup: Without scripts and styles; it may begin and end anywhere.
        builder: Name of the tree builder.

    Raises:
        ParserRejectedMarkup: The builder cannot read it at all.
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
            yield Token(_name(node), attributes=node.attrs or _NONE)  # type: ignore[arg-type]  # no lists were asked for
            opened.append(node)
        elif type(node) is NavigableString:  # a comment, a doctype, a script's text are subclasses
            yield Token(text=str(node))
    for tag in reversed(opened):
        yield Token(_name(tag), closes=True)


def _name(tag: Tag) -> str:
    return tag.name.removeprefix("x-")
