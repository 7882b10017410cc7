"""Takes the markup of a document apart: lines where a browser would break them, links, areas, comments.

Tree builders differ on where an unclosed `<li>` or `<td>` ends; here every character is visited once, and belongs to
the block that started last.
"""

import re
from dataclasses import replace
from typing import NamedTuple

from reader import limits
from reader.parsing.clean import Cleaner, clean_line, unescaped
from reader.parsing.dialects import BODIES, SELECTORS, SISTER_SELECT, TITLES
from reader.parsing.lines import Document, Link, Marks, Picture, TextLine
from reader.parsing.selectors import Keys, Selectors, keys_of
from reader.parsing.tree import Comment, NavigableString, Tag, build

_BREAKING_NAMES = """
address article aside blockquote body br caption center cms-content dd div dl dt fieldset figcaption figure footer form
founder-content h1 h2 h3 h4 h5 h6 header hr html img li map nav ol option p pre section select table tbody td tfoot th
thead tr ul
"""
_BREAKING = frozenset(_BREAKING_NAMES.split())
_SILENT = frozenset(
    {"script", "style", "noscript", "template", "textarea", "title", "head", "iframe", "object"}
)
_VOID = frozenset({"area", "base", "br", "col", "hr", "img", "input", "link", "meta"})
_HEADINGS = {"h1": 1, "h2": 2, "h3": 3}
_CELLS, _TABLE = {"td", "th"}, {"tr", "table"}
_ENDS: dict[str, tuple[set[str], set[str]]] = {
    "tr": ({"tr", *_CELLS}, {"table"}),
    "td": (_CELLS, _TABLE),
    "th": (_CELLS, _TABLE),
    "li": ({"li"}, {"ul", "ol", "table"}),
    "body": ({"title", "head"}, set()),
    **dict.fromkeys(_HEADINGS, (set(_HEADINGS), {"td", "table", "body"})),
}
"""Elements that end with the start of another, and those around both beyond which it does not reach."""
_REACH = 30
"""Elements looked at for one that ends."""
_HIDDEN = re.compile(r"display\s{0,9}:\s{0,9}none", re.IGNORECASE)
_INLINE = re.compile(r"display\s{0,9}:\s{0,9}inline", re.IGNORECASE)
_SPACE = re.compile(r"[ \t\r\n\f]+")
_VIEW = re.compile(r"""\bview\(\s{0,9}(["'])(.{0,500}?)\1""", re.DOTALL)
_TAG = re.compile(r"<[^<>]*>")
_FIELD = re.compile(r"<(/?)(?:founder-)?([a-z]{2,30})>", re.IGNORECASE)
_FIELDS = frozenset(
    {"papername", "pagenum", "pagename", "type", "title", "introtitle", "subtitle", "author", "date", "url"}
)
_SAVED = re.compile(r"saved from url=\(\d{4}\)(https?://[^\s>]{1,2000})", re.IGNORECASE)
_COMMENT_CHARACTERS, _LABEL_CHARACTERS = 20_000, 200


class _State(NamedTuple):
    """What holds inside an open element."""

    tag: Tag | None
    name: str = ""
    keys: Keys = frozenset()
    breaks: bool = False
    silent: bool = False
    shown: bool = True
    bold: bool = False
    heading: int = 0
    table: int = 0
    map: str = ""
    marks: Marks = {}  # noqa: RUF012 - never changed


class _Reader:
    """Walks a tree once."""

    def __init__(self, clean: Cleaner) -> None:
        self.document = Document(clean=clean)
        self.matcher = Selectors(SELECTORS)
        self.states = [_State(None)]
        self.pieces: list[tuple[str, _State, bool]] = []
        """Text of the current line, the state it was written in, whether it is inside an anchor."""
        self.hrefs: list[str] = []
        self.anchor: Link | None = None
        self.anchor_text: list[str] = []
        self.linked = False
        self.tables = self.elements = 0

    def read(self, root: Tag) -> Document:
        opened: list[Tag] = []
        for node in root.descendants:
            while opened and opened[-1] is not node.parent:
                self._leave(opened.pop())
            if isinstance(node, Tag):
                self._enter(node)
                opened.append(node)
            elif isinstance(node, Comment):
                self._note(node.strip())
            elif self.states[-1].name == "script":
                self._write_script(str(node))
            elif type(node) is NavigableString:  # doctypes and the text of styles are subclasses
                self._write(node, self.states[-1])
        for tag in reversed(opened):
            self._leave(tag)
        self._end_line()
        self._end_anchor()
        return self.document

    def _enter(self, tag: Tag) -> None:
        # A missing blank glues an attribute to a name: <p&nbsp;xmlns=''>
        name, attributes = tag.name.partition("&")[0], {key: str(value) for key, value in tag.attrs.items()}
        self._end_implied(name)
        outer, keys, style = self.states[-1], keys_of(name, attributes), attributes.get("style", "")
        matched = self.matcher.matching(keys, lambda: [state.keys for state in self.states[-_REACH:]])
        hidden, is_title = (
            "hidden" in attributes or bool(_HIDDEN.search(style)),
            not TITLES.isdisjoint(matched),
        )
        breaks = hidden or ((name in _BREAKING or is_title) and not _INLINE.search(style))
        if breaks:
            self._break()
        self.tables += name == "table"
        state = outer._replace(
            tag=tag,
            name=name,
            keys=keys,
            breaks=breaks,
            silent=outer.silent or name in _SILENT,
            shown=outer.shown and not hidden,
            bold=outer.bold or name in ("b", "strong"),
            heading=_HEADINGS.get(name, outer.heading),
            table=self.tables if name == "table" else outer.table if BODIES.isdisjoint(matched) else 0,
            map=(attributes.get("name", "").lower() or f"#{self.tables}") if name == "map" else outer.map,
            marks=self._marked(outer.marks, matched),
        )
        if name not in _VOID:
            self.states.append(state)
        if is_title:
            self.document.lines.append(
                TextLine(marks=state.marks)
            )  # an empty title, too, tells which the next one is
        self._take(tag, attributes, state)

    def _end_implied(self, name: str) -> None:
        ends, bounds = _ENDS.get(name, (set(), set()))
        cut = None
        for i in range(
            len(self.states) - 1, max(0, len(self.states) - _REACH) if ends else len(self.states), -1
        ):
            if self.states[i].name in bounds:
                break
            cut = i if self.states[i].name in ends else cut
        if cut is not None:
            self._end_line()
            del self.states[cut:]

    def _marked(self, marks: Marks, matched: list[str]) -> Marks:
        if not matched:
            return marks
        self.document.selectors.update(matched)
        self.elements += 1
        return {**marks, **dict.fromkeys(matched, self.elements)}

    def _take(self, tag: Tag, attributes: dict[str, str], state: _State) -> None:
        """What an element itself says."""
        take = {"a": self._begin_anchor, "img": self._picture, "area": self._area, "input": self._input}.get(
            state.name
        )
        if take:
            take(attributes, state)
        elif state.name == "title":
            self.document.fields.setdefault(
                "head", clean_line(str(tag.find(string=True) or "")[:_LABEL_CHARACTERS])
            )
        elif state.name == "select" and attributes.get("name") == SISTER_SELECT:
            self._select(tag)
        elif self.anchor is not None:
            self.anchor = replace(self.anchor, marks=state.marks)

    def _area(self, attributes: dict[str, str], state: _State) -> None:
        if len(self.document.areas) < limits.AREAS:
            self.document.areas.append(self._link(attributes, state))

    def _select(self, tag: Tag) -> None:
        """Keep the options of the first list of sister papers."""
        line = self.document.clean.line
        options = () if self.document.options else tag.find_all("option", limit=limits.LINKS)
        for option in options:
            value, text = str(option.attrs.get("value", "")).strip(), str(option.find(string=True) or "")
            self.document.options.append((value, line(text)))

    def _input(self, attributes: dict[str, str], _: _State) -> None:
        name = attributes.get("name", "").lower()
        if name == "channelname":
            self.document.fields.setdefault(name, self.document.clean.line(attributes.get("value", "")))
        elif "titlecheckbox" in name:
            self._end_line()
            self.document.copy_at = len(self.document.lines)

    def _picture(self, attributes: dict[str, str], state: _State) -> None:
        document = self.document
        document.pictures.append(Picture(attributes=attributes, areas=len(document.areas)))
        address = "" if state.silent else document.href(attributes.get("src", ""))
        if address:
            line = TextLine(image=address, table=state.table, shown=state.shown, marks=state.marks)
            document.lines.append(line)

    def _link(self, attributes: dict[str, str], state: _State) -> Link:
        title = attributes.get("alt", "").strip() or attributes.get("title", "").strip()
        return Link(
            href=attributes.get("href", "").strip(),
            title=self.document.clean.line(title),
            names=f"{attributes.get('id', '')} {attributes.get('class', '')}".lower(),
            marks=state.marks,
            map=state.map,
            coords=attributes.get("coords", ""),
        )

    def _begin_anchor(self, attributes: dict[str, str], state: _State) -> None:
        self._end_anchor()
        if len(self.document.links) < limits.LINKS:
            self.anchor, self.anchor_text = self._link(attributes, state), []
            self.hrefs.append(self.anchor.href)
        self.linked = True

    def _end_anchor(self) -> None:
        if self.anchor is not None:
            text = clean_line(_joined("".join(self.anchor_text)))
            self.document.links.append(replace(self.anchor, text=text))
        self.anchor, self.linked = None, False

    def _leave(self, tag: Tag) -> None:
        if self.states[-1].tag is tag and self.states.pop().breaks:
            self._break()
        if tag.name == "a":
            self._end_anchor()

    def _write(self, text: str, state: _State) -> None:
        if state.silent:
            return
        self.pieces.append((text, state, self.linked))
        if self.anchor is not None:
            self.anchor_text.append(_SPACE.sub(" ", text))

    def _write_script(self, code: str) -> None:
        """Write a title that a script writes: view("标题") shortens it, its argument is complete."""
        if written := _VIEW.search(code[:2000]):
            self._write(_TAG.sub(" ", unescaped(written[2])), self.states[-1]._replace(silent=False))

    def _note(self, comment: str) -> None:
        """Read a comment: the marker of a part, or the properties of the article."""
        mark = f"!{comment.replace('/', '', 1)}"
        if "enpproperty" in comment[:40]:
            self.document.fields |= _fields(self.document.clean, comment[:_COMMENT_CHARACTERS])
        elif saved := _SAVED.search(comment[:2100]):
            self.document.fields.setdefault("saved", self.document.clean.line(saved[1]))
        elif mark in SELECTORS:
            self._end_line()
            top = self.states[-1]
            if "/" not in comment:
                marks = self._marked(top.marks, [mark])
                self.states.append(top._replace(tag=None, name=mark, breaks=False, marks=marks, table=0))
            elif top.name == mark:
                self.states.pop()

    def _break(self) -> None:
        self._end_line()
        self.anchor_text.append("\n")

    def _end_line(self) -> None:
        """End the current line, and keep it if it is not empty."""
        raw = _SPACE.sub(" ", "".join(text for text, _, _ in self.pieces)) if self.pieces else ""
        inked = [(text, state, linked) for text, state, linked in self.pieces if not text.isspace()]
        hrefs, self.hrefs, self.pieces = self.hrefs, [], []
        text = self.document.clean.line(raw) if inked else ""
        if not (text or hrefs):
            return
        state = inked[0][1] if inked else self.states[-1]
        line = TextLine(
            text=text,
            indented=raw.lstrip(" ")[:1] in ("\u3000", "\xa0"),
            bold=all(state.bold for _, state, _ in inked),
            heading=state.heading,
            shown=state.shown,
            hrefs=tuple(hrefs),
            linked=sum(len(text) for text, _, linked in inked if linked),
            table=state.table,
            marks=state.marks,
        )
        self.document.lines.append(line)
        self.linked = False  # an unclosed anchor ends with its line


def read_markup(markup: str, builder: str, clean: Cleaner) -> Document:
    """Take the markup of a document apart.

    Args:
        markup: The document, decoded.
        builder: Name of the BeautifulSoup tree builder.
        clean: Cleans its texts, and counts what it removes.

    Raises:
        ParserRejectedMarkup: The builder cannot parse it at all.
    """
    return _Reader(clean).read(build(markup, builder))


def _fields(clean: Cleaner, comment: str) -> dict[str, str]:
    """The fields of a property comment; of two with one name the first that is not empty."""
    found: dict[str, str] = {}
    name, start = "", 0
    for tag in _FIELD.finditer(comment):
        word = tag[2].lower()
        if not (name or tag[1]) and word in _FIELDS:
            name, start = word, tag.end()
        elif tag[1] and word == name:
            value = clean.line(unescaped(_TAG.sub(" ", comment[start : tag.start()])))
            if value not in ("", "null"):
                found.setdefault(name, value)
            name = ""
    return found


def _joined(text: str) -> str:
    """Join lines into one; if too long, the element was never closed, and only the first line is kept."""
    lines = [line for line in map(str.strip, text.split("\n")) if line]
    whole = " ".join(lines)
    return whole if len(whole) <= _LABEL_CHARACTERS else lines[0][:_LABEL_CHARACTERS]
