"""Splits a part of a page into lines where a browser would: at block starts, block ends and `<br>`.

Tree builders differ on where an unclosed `<li>`, `<P>` or `<td>` ends; here every character is visited once, and
belongs to the block that started last.
"""

import html
import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from reader import limits
from reader.edition.model import Zone
from reader.parsing.tree import Attributes, Token

_BREAKING_NAMES = """
address article aside blockquote body br caption center cms-content dd div dl dt fieldset figcaption figure footer form
founder-content h1 h2 h3 h4 h5 h6 header hr html img li map nav ol option p pre section select table tbody td
tfoot th thead tr ul
"""
_BREAKING = frozenset(_BREAKING_NAMES.split())
_VOID_NAMES = "area base br col embed hr img input link meta param source track wbr"
_VOID = frozenset(_VOID_NAMES.split())
_SILENT_NAMES = "script style noscript template textarea title head iframe object"
_SILENT = frozenset(_SILENT_NAMES.split())
_HEADINGS = frozenset(("h1", "h2", "h3"))
_HIDDEN = re.compile(r"display\s*:\s*none", re.IGNORECASE)
_INLINE = re.compile(r"display\s*:\s*inline", re.IGNORECASE)
_SPACE = re.compile(r"[ \t\r\n\f]+")
_TAG = re.compile(r"<!--.*?(?:-->|\Z)|<[^<>]*>", re.DOTALL)
_BREAK = re.compile(rf"</?(?:{'|'.join(_BREAKING_NAMES.split())})\b[^<>]*>", re.IGNORECASE)
_ESCAPE = re.compile(r"&#(?:0*27|x0*1b)(?![\da-f]);?", re.IGNORECASE)
_LABEL_CHARACTERS = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One line or one picture of a part of a page."""

    text: str = ""
    links: tuple[Attributes, ...] = ()
    """Attributes of the anchors that begin in this line."""
    linked: int = 0
    """Number of characters inside anchors."""
    bold: bool = False
    heading: bool = False
    """Whether it ends inside an h1, h2 or h3."""
    image: Attributes | None = None
    table: Attributes | None = None
    """Attributes of the innermost table around it."""
    shown: bool = True
    """Whether it is visible, not inside an element with `display:none`."""


@dataclass(frozen=True, slots=True)
class Link:
    """An anchor, or an area of the image map."""

    attributes: Attributes
    text: str = ""
    """On one line, with `<br>` replaced by a blank."""
    marked: bool = False
    """Whether it contains an element with an id `mp…`, as in lists of headlines."""
    zone: Zone | None = None

    @property
    def href(self) -> str:
        """The address it links to, as written."""
        return self.attributes.get("href", "")

    @property
    def title(self) -> str:
        """The text of its tooltip."""
        return self.attributes.get("alt", "").strip() or self.attributes.get("title", "").strip()


@dataclass(slots=True)
class _Walk:
    """The lines so far, the current line, and the elements open around it."""

    hidden: bool
    silent: frozenset[str]
    runs: list[Run] = field(default_factory=list)
    tables: list[Attributes] = field(default_factory=list)
    bold: int = 0
    heading: int = 0
    link: bool = False
    inline: list[str] = field(default_factory=list)
    dark: str = ""
    """Name of the open silent or hidden element; `depth` counts the open ones of that name, with itself."""
    depth: int = 0
    skipped: bool = False
    pieces: list[str] = field(default_factory=list)
    links: list[Attributes] = field(default_factory=list)
    linked: int = 0
    plain: bool = False

    def add(self, text: str) -> None:
        self.pieces.append(text)
        if not text.isspace():
            self.plain = self.plain or not self.bold
            self.linked += len(text) * self.link

    def end(self) -> None:
        """End the current line, and add it if it is not empty."""
        text = _SPACE.sub(" ", "".join(self.pieces)).strip() if self.pieces else ""
        if text or self.links:
            self.runs.append(
                Run(
                    text=text,
                    links=tuple(self.links),
                    linked=self.linked,
                    bold=not self.plain,
                    heading=self.heading > 0,
                    table=self.tables[-1] if self.tables else None,
                    shown=not self.dark,
                )
            )
            self.link = False  # an unclosed anchor ends with its line
        self.pieces, self.links, self.linked, self.plain = [], [], 0, False

    def enter(self, name: str, attributes: Attributes) -> None:
        style = attributes.get("style", "")
        is_silent = name in self.silent
        if is_silent or "hidden" in attributes or _HIDDEN.search(style):
            self._darken(name, skipped=is_silent or not self.hidden)
        if self.skipped or (is_silent and name in _VOID):
            return
        if name in _BREAKING:
            if style and _INLINE.search(style):
                self.inline.append(name)
            else:
                self.end()
        self._open(name, attributes)

    def _darken(self, name: str, *, skipped: bool) -> None:
        if not self.dark and name not in _VOID:
            self.end()
            self.dark, self.depth, self.skipped = name, 1, skipped

    def _open(self, name: str, attributes: Attributes) -> None:
        if name == "a":
            self.links.append(attributes)
            self.link = True
        elif name == "table":
            self.tables.append(attributes)
        elif name == "img":
            table = self.tables[-1] if self.tables else None
            self.runs.append(Run(image=attributes, table=table, shown=not self.dark))
        else:
            self.bold += name in ("b", "strong")
            self.heading += name in _HEADINGS

    def leave(self, name: str) -> None:
        if self.inline and self.inline[-1] == name:
            self.inline.pop()
        elif name in _BREAKING:
            self.end()
        if name == "a":
            self.link = False
        elif name == "table":
            self.tables = self.tables[:-1]
        elif name in ("b", "strong"):
            self.bold = max(0, self.bold - 1)
        elif name in _HEADINGS:
            self.heading = max(0, self.heading - 1)

    def is_lost(self, name: str, *, closes: bool) -> bool:
        """Whether a tag is skipped, being part of a skipped element; detects the end of that element too."""
        if name == self.dark:
            self.depth += -1 if closes else 1
            if not self.depth:
                self.end()
                was_skipped, self.dark, self.skipped = self.skipped, "", False
                return was_skipped
        return self.skipped


def runs(
    tokens: Iterable[Token], *, hidden: bool = False, without: frozenset[str] = frozenset()
) -> list[Run]:
    """Lines and pictures of a part, in reading order.

    Args:
        tokens: The tokens of the part.
        hidden: Whether to include elements with `display:none`.
        without: Names of elements to skip with their content.
    """
    walk = _Walk(hidden, _SILENT | without)
    for name, closes, attributes, text in tokens:
        if text:
            if not walk.skipped:
                walk.add(text)
        elif name and not walk.is_lost(name, closes=closes):
            if closes:
                walk.leave(name)
            else:
                walk.enter(name, attributes)
    walk.end()
    return walk.runs


def links(tokens: Iterable[Token]) -> list[Link]:
    """The anchors of a part, up to `limits.LINKS`; an unclosed one ends where the next begins."""
    found: list[Link] = []
    pieces: list[str] = []
    anchor: Attributes | None = None
    marked = False
    for name, closes, attributes, text in tokens:
        if name == "a":
            if anchor is not None:
                found.append(Link(anchor, _joined(pieces), marked=marked))
            if len(found) >= limits.LINKS:
                return found
            anchor, pieces, marked = None if closes else attributes, [], False
        elif anchor is not None:
            pieces.append(_SPACE.sub(" ", text) if text else "\n" if name in _BREAKING else "")
            marked = marked or attributes.get("id", "").lower().startswith("mp")
    return found if anchor is None else [*found, Link(anchor, _joined(pieces), marked=marked)]


def label(markup: str) -> str:
    """The text of markup, on one line, with `<br>` replaced by a blank."""
    text = _TAG.sub("", _BREAK.sub("\n", _SPACE.sub(" ", markup)))
    return _joined([html.unescape(_ESCAPE.sub("\x1b", text)) if "&" in text else text])


def _joined(pieces: Iterable[str]) -> str:
    """Join lines into one; if too long, the element was never closed, and only the first line is kept."""
    lines = [line for line in map(str.strip, "".join(pieces).split("\n")) if line]
    whole = " ".join(lines)
    return whole if len(whole) <= _LABEL_CHARACTERS else lines[0][:_LABEL_CHARACTERS]
