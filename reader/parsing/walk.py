"""One walk over a tree, breaking lines where a browser would: at block starts, block ends and `<br>`.

Where an unclosed `<li>`, `<P>` or `<td>` ends is a question parsers answer differently; every character
is met once, and belongs to the block that started last.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from bs4 import BeautifulSoup
from bs4.element import NavigableString, PreformattedString, Tag

BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "caption",
        "center",
        "dd",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "html",
        "li",
        "map",
        "nav",
        "ol",
        "option",
        "p",
        "pre",
        "section",
        "select",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
        "founder-content",
    ]
)
_SILENT = frozenset(
    ["script", "style", "noscript", "template", "textarea", "title", "head", "iframe", "object"]
)
_BOLD = frozenset(("b", "strong"))
_HIDDEN = re.compile(r"display\s*:\s*none", re.IGNORECASE)
_INLINE = re.compile(r"display\s*:\s*inline", re.IGNORECASE)
_SPACE = re.compile(r"[ \t\r\n\f]+")


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
class _Pending:
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

    def flush(self) -> Iterator[Run]:
        text = _SPACE.sub(" ", "".join(self.pieces)).strip()
        if text or self.anchors:
            yield Run(
                text=text,
                anchors=tuple(self.anchors),
                bold=not self.plain,
                table=self.table,
                shown=not self.hidden,
            )
        self.pieces, self.anchors, self.plain = [], [], False

    @property
    def table(self) -> Tag | None:
        return self.tables[-1] if self.tables else None

    def open(self, tag: Tag) -> None:
        self.bold += tag.name in _BOLD
        self.hidden += not _is_shown(tag)
        if tag.name == "table":
            self.tables.append(tag)
        elif tag.name == "a":
            self.anchors.append(tag)

    def close(self, tag: Tag) -> None:
        self.bold -= tag.name in _BOLD
        self.hidden -= not _is_shown(tag)
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
    pending = _Pending()
    stack = [(root, iter(root.contents))]
    while stack:
        tag, children = stack[-1]
        node = next(children, None)
        if node is None:
            stack.pop()
            if _breaks(tag):
                yield from pending.flush()
            if tag is not root:
                pending.close(tag)
        elif not isinstance(node, Tag):
            if isinstance(node, NavigableString) and not isinstance(node, PreformattedString):
                pending.add(node)
        elif node.name not in _SILENT | without and (hidden or _is_shown(node)):
            yield from _enter(node, pending)
            stack.append((node, iter(node.contents)))
    yield from pending.flush()


def _enter(tag: Tag, pending: _Pending) -> Iterator[Run]:
    """End the line before a block or a picture, and open the tag."""
    if _breaks(tag) or tag.name == "img":
        yield from pending.flush()
    if tag.name == "img":
        yield Run(image=tag, table=pending.table, shown=not pending.hidden)
    pending.open(tag)


def label(tag: Tag, *, without: frozenset[str] = frozenset()) -> str:
    """The text of a small element on one line; its `<br>` is read as one blank.

    An element never closed has swallowed the page; then only its first line is taken.
    """
    lines = [run.text for run in runs(tag, without=without) if run.text]
    whole = " ".join(lines)
    return whole if len(whole) <= 200 else lines[0][:200]


def _breaks(tag: Tag) -> bool:
    if tag.name == "br":
        return True
    # What is hidden keeps to itself, so that a line is either shown or not.
    return (tag.name in BLOCKS and not _INLINE.search(attribute(tag, "style"))) or not _is_shown(tag)


def _is_shown(tag: Tag) -> bool:
    return not (tag.has_attr("hidden") or _HIDDEN.search(attribute(tag, "style")))
