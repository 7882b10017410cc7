"""Builds a BeautifulSoup tree from markup; the only module that imports bs4.

Trees are read, never modified.
"""

import re
import sys
import warnings
from html.entities import html5

from reader.parsing.clean import without_long_references

# bs4 works without these, and None in sys.modules makes them appear not installed. CSS selectors, other parsers and
# guesses at encodings are not used here; importing them, where they are there, takes longer than bs4 itself.
_UNUSED = ("soupsieve", "lxml", "html5lib", "cchardet", "chardet", "charset_normalizer")
_modules: dict[str, object] = sys.modules  # type: ignore[assignment]  # None is a legal entry
_hidden = [] if "bs4" in sys.modules else [name for name in _UNUSED if name not in sys.modules]
_modules |= dict.fromkeys(_hidden)
with warnings.catch_warnings():
    warnings.filterwarnings("ignore", message="The soupsieve package is not installed")
    from bs4 import BeautifulSoup
    from bs4.dammit import EntitySubstitution
    from bs4.element import Comment, NavigableString, Tag
    from bs4.exceptions import ParserRejectedMarkup
for _name in _hidden:
    del _modules[_name]

# With the first entity bs4 also compiles what finds characters to write as entities, a sixth of the time to a first page.
_CHARACTERS = {name.rstrip(";"): character for name, character in sorted(html5.items(), reverse=True)}
setattr(EntitySubstitution, "_HTML_ENTITY_TO_CHARACTER", _CHARACTERS)  # noqa: B010 - its class has it, its type does not
setattr(EntitySubstitution, "_CLASS_VARIABLES_POPULATED", True)  # noqa: B010

__all__ = ["BeautifulSoup", "Comment", "NavigableString", "ParserRejectedMarkup", "Tag", "build"]

_BARE = re.compile(r"""(?i)<(?!!--|/?[a-z!?](?:[^<>]*+>|(?:[^<>"']|"[^"]{0,1000}+"|'[^']{0,1000}+')*+>))""")
"""A `<` that begins no tag, or one never closed; html.parser takes quadratic time on these."""

_DECLARATION = re.compile(r"(?i)<!\[(?!endif\]-->)[^<>]*>?|<\?[^<>]*>?")
"""Conditional comments of one vendor, and processing instructions: html.parser refuses some of them."""

_BREAKING = "area br center dd div dl dt h[1-6] hr li link map meta ol p script style table tbody td th tr ul"
_BETWEEN = re.compile(rf"(?i)>[ \t\r\n\f]++(?=</?(?:{_BREAKING.replace(' ', '|')})\b)")
"""Blanks before what breaks the line: without them a genuine page has half as many strings."""

_OPEN_SCRIPT = re.compile(r"<(script|style)\b[^<>]{0,2000}>[^<]{0,20000}", re.IGNORECASE)
"""A script whose end tag is missing, up to the next tag."""


def build(markup: str, builder: str) -> BeautifulSoup:
    """The tree of a document; takes linear time at any depth of nesting.

    Args:
        markup: The document; may begin and end anywhere.
        builder: Name of the BeautifulSoup tree builder.

    Raises:
        ParserRejectedMarkup: The builder cannot parse it at all.
    """
    kept = {"on_duplicate_attribute": "ignore"} if builder == "html.parser" else {}
    markup = _mended(markup)
    return BeautifulSoup(markup, builder, multi_valued_attributes=None, **kept)  # type: ignore[arg-type]  # as bs4 takes them


def _mended(markup: str) -> str:
    """Markup that every builder reads in linear time, and alike."""
    # html.parser looks for the end of an open comment again and again; an open script would take the rest of the page.
    unclosed = markup.find("<!--", markup.rfind("-->") + 1)
    markup = markup[:unclosed] if unclosed >= 0 else markup
    ended = max(markup.rfind("</script"), markup.rfind("</SCRIPT"), markup.rfind("</style"), 0)
    markup = markup[:ended] + _OPEN_SCRIPT.sub(r"\g<0></\1>", markup[ended:])
    markup = _BARE.sub("&lt;", _DECLARATION.sub("", _BETWEEN.sub(">", markup)))
    # bs4 takes a text without a tag for the name of a file.
    return without_long_references(markup if "<" in markup else f"<p>{markup}")
