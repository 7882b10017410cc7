"""One walk over markup, breaking lines where a browser would: at block starts, block ends and `<br>`.

Where an unclosed `<li>`, `<P>` or `<td>` ends is a question parsers answer differently; here every character
is met once, and belongs to the block that started last. So no tree is needed to walk a part.
"""

import html
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import islice

from reader import limits
from reader.edition.model import Zone

_BREAKING_NAMES = """
address article aside blockquote body br caption center cms-content dd div dl dt fieldset figcaption figure footer form
founder-content h1 h2 h3 h4 h5 h6 header hr html img li map nav ol option p pre section select table tbody td
tfoot th thead tr ul
"""
_BREAKING = frozenset(_BREAKING_NAMES.split())
_VOID = frozenset(
    [
        "area",
        "base",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "param",
        "source",
        "track",
        "wbr",
    ]
)
_SILENT = frozenset(
    ["script", "style", "noscript", "template", "textarea", "title", "head", "iframe", "object"]
)
_TOLD = frozenset(("a", "img", "table"))
_HEADINGS = frozenset(("h1", "h2", "h3"))
_STYLED = re.compile(r"style|hidden", re.IGNORECASE)
_HIDDEN = re.compile(r"display\s*:\s*none", re.IGNORECASE)
_INLINE = re.compile(r"display\s*:\s*inline", re.IGNORECASE)
_SPACE = re.compile(r"[ \t\r\n\f]+")
_TOKEN = re.compile(
    r"""<(/?)([a-zA-Z][\w:.-]*)((?:[^<>"']|"[^"<]*"|'[^'<]*')*+(?=>)|[^<>]*)>|<!--.*?(?:-->|\Z)|<![^<>]*>|([^<]+|<)""",
    re.DOTALL,
)
_ATTRIBUTE = re.compile(r"""([a-zA-Z_:][\w:.-]*)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s>]*))?""")
_TAG = re.compile(r"<!--.*?-->|<[^<>]*>", re.DOTALL)
_BREAK = re.compile(rf"</?(?:{'|'.join(_BREAKING_NAMES.split())})\b[^<>]*>", re.IGNORECASE)
_ANCHOR = re.compile(r"<a\b([^<>]*)>(.*?)(?=<a\b|</a\b|\Z)", re.IGNORECASE | re.DOTALL)
_MARKED = re.compile(r"<[^<>]*\bid\s*=\s*[\"']?mp", re.IGNORECASE)
_ESCAPE = re.compile(r"&#(?:0*27|x0*1b)(?![\da-f]);?", re.IGNORECASE)
_LABEL_CHARACTERS = 200

Attributes = Mapping[str, str]
_NONE: Attributes = {}


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One line, or one picture."""

    text: str = ""
    links: tuple[Attributes, ...] = ()
    """Anchors that begin in this line."""
    linked: int = 0
    """Characters inside anchors."""
    bold: bool = False
    heading: bool = False
    """Whether it ends in an h1, h2 or h3."""
    image: Attributes | None = None
    table: Attributes | None = None
    """The innermost table around it."""
    shown: bool = True
    """Whether it is outside of all that is styled `display:none`."""


@dataclass(frozen=True, slots=True)
class Link:
    """An anchor, or an area of the map."""

    attributes: Attributes
    text: str = ""
    """On one line; its `<br>` is read as one blank."""
    marked: bool = False
    """Whether it holds an element with an id `mp…`, the mark of a list of headlines."""
    zone: Zone | None = None

    @property
    def href(self) -> str:
        """Where it leads, as written."""
        return self.attributes.get("href", "")

    @property
    def title(self) -> str:
        """What a pointer would be told."""
        return self.attributes.get("alt", "").strip() or self.attributes.get("title", "").strip()


@dataclass(slots=True)
class _Walk:
    """The lines so far, the line being gathered, and what is open around it."""

    hidden: bool
    silent: frozenset[str]
    runs: list[Run] = field(default_factory=list)
    tables: list[Attributes] = field(default_factory=list)
    bold: int = 0
    heading: int = 0
    link: bool = False
    inline: list[str] = field(default_factory=list)
    dark: str = ""
    """Name of the open tag that is silent or hidden, and how many of its name are open in it."""
    depth: int = 0
    skipped: bool = False
    pieces: list[str] = field(default_factory=list)
    links: list[Attributes] = field(default_factory=list)
    linked: int = 0
    plain: bool = False

    def add(self, text: str) -> None:
        self.pieces.append(_unescape(text))
        if not text.isspace():
            self.plain = self.plain or not self.bold
            self.linked += len(text) * self.link

    def end(self) -> None:
        """Give the line, if there is one."""
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
            self.link = False  # an anchor never closed ends with its line
        self.pieces, self.links, self.linked, self.plain = [], [], 0, False

    def enter(self, name: str, told: str) -> None:
        attributes = attributes_in(told) if name in _TOLD or _STYLED.search(told) else _NONE
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

    def is_lost(self, name: str, closing: str) -> bool:
        """Whether a tag is passed over, being in what is not read; the end of that is told apart from its inside."""
        if name == self.dark:
            self.depth += -1 if closing else 1
            if not self.depth:
                self.end()
                was_skipped, self.dark, self.skipped = self.skipped, "", False
                return was_skipped
        return self.skipped


def runs(markup: str, *, hidden: bool = False, without: frozenset[str] = frozenset()) -> list[Run]:
    """Lines and pictures of a part, in reading order; linear in its size, however deep.

    Args:
        markup: Without scripts and styles.
        hidden: Whether what is styled `display:none` is read too.
        without: Names of tags to pass over with all they hold.
    """
    walk = _Walk(hidden, _SILENT | without)
    for closing, tag, told, text in _TOKEN.findall(markup):
        if text:
            if not walk.skipped:
                walk.add(text)
        elif tag and not walk.is_lost(name := tag.lower(), closing):
            if closing:
                walk.leave(name)
            else:
                walk.enter(name, told)
    walk.end()
    return walk.runs


def attributes_in(told: str) -> Attributes:
    """The attributes of a tag, names in lower case; of two of one name the first counts."""
    found: dict[str, str] = {}
    for name, value in _ATTRIBUTE.findall(told):
        bare = value[1:-1] if value[:1] in ("'", '"') and value[-1:] == value[:1] else value
        found.setdefault(name.lower(), _unescape(bare))
    return found


def _unescape(text: str) -> str:
    """Characters for their references; an escape, which no page means, is left for the cleaner to find and count."""
    return html.unescape(_ESCAPE.sub("\x1b", text)) if "&" in text else text


def links(markup: str) -> list[Link]:
    """The anchors of a part, as many as the limits allow; one that is never closed ends where the next begins."""
    return [
        Link(attributes_in(told), label(inside), marked=bool(_MARKED.search(inside)))
        for told, inside in islice(map(re.Match.groups, _ANCHOR.finditer(markup)), limits.LINKS)
    ]


def label(markup: str) -> str:
    """The text of a small part on one line; its `<br>` is read as one blank.

    A part never closed has swallowed the page; then only its first line is taken.
    """
    text = _unescape(_TAG.sub("", _BREAK.sub("\n", _SPACE.sub(" ", markup))))
    lines = list(filter(None, map(str.strip, text.split("\n")))) if "\n" in text else [text.strip()]
    whole = " ".join(lines)
    return whole if len(whole) <= _LABEL_CHARACTERS else lines[0][:_LABEL_CHARACTERS]
