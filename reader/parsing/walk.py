"""One walk over a tree, breaking lines where a browser would: at block starts, block ends and `<br>`.

Where an unclosed `<li>`, `<P>` or `<td>` ends is a question parsers answer differently; here every character
is met once, and belongs to the block that started last.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from bs4 import BeautifulSoup
from bs4.element import NavigableString, PreformattedString, Tag

_BREAKING_NAMES = """
address article aside blockquote body br caption center dd div dl dt fieldset figcaption figure footer form
founder-content h1 h2 h3 h4 h5 h6 header hr html img li map nav ol option p pre section select table tbody td
tfoot th thead tr ul
"""
_BREAKING = frozenset(_BREAKING_NAMES.split())
_SILENT = frozenset(
    ("script", "style", "noscript", "template", "textarea", "title", "head", "iframe", "object")
)
_BOLD = frozenset(("b", "strong"))
_HIDDEN = re.compile(r"display\s*:\s*none", re.IGNORECASE)
_INLINE = re.compile(r"display\s*:\s*inline", re.IGNORECASE)
_SPACE = re.compile(r"[ \t\r\n\f]+")
_LABEL_CHARACTERS = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One line, or one picture."""

    text: str = ""
    anchors: tuple[Tag, ...] = ()
    """Anchors that begin in this line."""
    bold: bool = False
    image: Tag | None = None
    table: Tag | None = None
    """The innermost table around it."""
    shown: bool = True
    """Whether it is outside of all that is styled `display:none`."""


@dataclass(slots=True)
class _Gathering:
    """The line being gathered, and what is open around it."""

    tables: list[Tag] = field(default_factory=list)
    bold: int = 0
    hidden: int = 0
    pieces: list[str] = field(default_factory=list)
    anchors: list[Tag] = field(default_factory=list)
    plain: bool = False

    def add(self, text: str) -> None:
        self.pieces.append(text)
        self.plain = self.plain or (not self.bold and bool(text.strip()))

    def end(self, image: Tag | None = None) -> Iterator[Run]:
        """Give the line, if there is one, and then the picture."""
        table, shown = self.tables[-1] if self.tables else None, not self.hidden
        text = _SPACE.sub(" ", "".join(self.pieces)).strip()
        if text or self.anchors:
            yield Run(text=text, anchors=tuple(self.anchors), bold=not self.plain, table=table, shown=shown)
        if image:
            yield Run(image=image, table=table, shown=shown)
        self.pieces, self.anchors, self.plain = [], [], False

    def enter(self, tag: Tag, *, shown: bool) -> None:
        self.bold += tag.name in _BOLD
        self.hidden += not shown
        if tag.name == "table":
            self.tables.append(tag)
        elif tag.name == "a":
            self.anchors.append(tag)

    def leave(self, tag: Tag, *, shown: bool) -> None:
        self.bold -= tag.name in _BOLD
        self.hidden -= not shown
        if tag.name == "table":
            self.tables.pop()


def tree(markup: str, builder: str = "html.parser") -> Tag:
    """Build the tree of a part.

    Raises:
        bs4.exceptions.ParserRejectedMarkup: The builder gave up.
    """
    return BeautifulSoup(f"<body>{markup}", builder)


def attribute(tag: Tag, name: str) -> str:
    """An attribute's value as one string, "" if absent."""
    value = tag.get(name)
    return value if isinstance(value, str) else " ".join(value or ())


def runs(root: Tag, *, hidden: bool = False, without: frozenset[str] = frozenset()) -> Iterator[Run]:
    """Lines and pictures under a tag, in reading order; linear in its size, however deep.

    Args:
        root: Taken even if it is itself hidden.
        hidden: Whether what is styled `display:none` is read too.
        without: Names of tags to pass over with all they hold.
    """
    line = _Gathering()
    line.enter(root, shown=True)
    silent = _SILENT | without
    stack = [(root, True, True, iter(root.contents))]
    while stack:
        tag, breaks, shown, children = stack[-1]
        node = next(children, None)
        if node is None:
            stack.pop()
            if breaks:
                yield from line.end()
            line.leave(tag, shown=shown)
        elif isinstance(node, Tag):
            breaks, shown = _nature(node)
            if node.name in silent or not (shown or hidden):
                continue
            if breaks:
                yield from line.end(node if node.name == "img" else None)
            line.enter(node, shown=shown)
            stack.append((node, breaks, shown, iter(node.contents)))
        elif isinstance(node, NavigableString) and not isinstance(node, PreformattedString):
            line.add(node)


def _nature(tag: Tag) -> tuple[bool, bool]:
    """Whether a tag breaks the line, and whether it is shown; what is hidden keeps to itself."""
    if not tag.attrs:
        return tag.name in _BREAKING, True
    style = attribute(tag, "style")
    shown = "hidden" not in tag.attrs and not _HIDDEN.search(style)
    return not shown or (tag.name in _BREAKING and not _INLINE.search(style)), shown


def label(tag: Tag, *, without: frozenset[str] = frozenset()) -> str:
    """The text of a small element on one line; its `<br>` is read as one blank.

    An element never closed has swallowed the page; then only its first line is taken.
    """
    lines = [run.text for run in runs(tag, without=without) if run.text]
    whole = " ".join(lines)
    return whole if len(whole) <= _LABEL_CHARACTERS else lines[0][:_LABEL_CHARACTERS]
