"""Takes the markup of a document apart: lines where a browser would break them, links, areas, comments.

Every character is visited once, and belongs to the block that started last.
"""

import re
from collections.abc import Collection, Mapping
from typing import NamedTuple, cast

from reader import limits
from reader.edition.model import NO_TEXT, Clean
from reader.parsing.clean import Cleaner, clean_line
from reader.parsing.comments import fields_of, without_tags
from reader.parsing.dialects import BODIES, SELECTORS, SISTER_SELECT, TITLES
from reader.parsing.elements import HEADINGS, REACH, SILENT, VOID, breaks_line, implied_end, is_hidden
from reader.parsing.lines import Document, Link, Marks, Picture, TextLine
from reader.parsing.selectors import Keys, Selectors, keys_of
from reader.parsing.smallprint import read_line
from reader.parsing.tree import Comment, NavigableString, Tag, build

_SPACE = re.compile(r"[ \t\r\n\f]+")
_VIEW = re.compile(r"""\bview\(\s{0,9}(?:"([^"]{0,500})"|'([^']{0,500})')""")
_LABEL_CHARACTERS = 200

Attributes = Mapping[str, str]


class _State(NamedTuple):
    """What holds inside an open element."""

    tag: Tag | None = None
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


class _Piece(NamedTuple):
    """Text of the current line."""

    text: str
    state: _State
    linked: bool


class _Walker:
    """Walks a tree once, and fills a document."""

    def __init__(self, document: Document) -> None:
        self.document, self.line = document, document.clean.line
        self.matcher = Selectors(SELECTORS)
        self.states = [_State()]
        self.pieces: list[_Piece] = []
        self.hrefs: list[str] = []
        """Addresses of the anchors that begin in the current line."""
        self.anchor: tuple[Attributes, _State] | None = None
        self.anchor_text: list[str] = []
        self.linked = self.has_sisters = False
        self.tables = self.elements = 0
        self.takers = {
            "a": self._begin_anchor,
            "area": self._area,
            "img": self._picture,
            "input": self._input,
            "select": self._select,
            "title": self._title,
        }

    def walk(self, root: Tag) -> None:
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

    def _enter(self, tag: Tag) -> None:
        # A missing blank glues an attribute to a name: <p&nbsp;xmlns=''>
        name = tag.name.partition("&")[0]
        attributes = cast("Attributes", tag.attrs)  # strings only, as `build` asks for them
        self._end_implied(name)
        keys = keys_of(name, attributes)
        matched = self.matcher.matching(keys, lambda: [state.keys for state in self.states[-REACH:]])
        state = self._inside(tag, name, attributes, keys, matched)
        if state.breaks:
            self._break()
        if name not in VOID:
            self.states.append(state)
        if not TITLES.isdisjoint(matched):  # an empty title, too, tells which the next one is
            self.document.lines.append(TextLine(marks=state.marks))
        self._take(tag, attributes, state)

    def _end_implied(self, name: str) -> None:
        if ended := implied_end(name, (state.name for state in reversed(self.states))):
            self._end_line()
            del self.states[-ended:]

    def _inside(
        self, tag: Tag, name: str, attributes: Attributes, keys: Keys, matched: Collection[str]
    ) -> _State:
        outer, hidden = self.states[-1], is_hidden(attributes)
        is_table, is_title = name == "table", not TITLES.isdisjoint(matched)
        self.tables += is_table
        return _State(
            tag=tag,
            name=name,
            keys=keys,
            breaks=hidden or breaks_line("p" if is_title else name, attributes.get("style", "")),
            silent=outer.silent or name in SILENT,
            shown=outer.shown and not hidden,
            bold=outer.bold or name in ("b", "strong"),
            heading=HEADINGS.get(name, outer.heading),
            table=self.tables if is_table else outer.table if BODIES.isdisjoint(matched) else 0,
            map=attributes.get("name", f"#{self.tables}").lower() if name == "map" else outer.map,
            marks=self._marked(outer.marks, matched),
        )

    def _marked(self, marks: Marks, matched: Collection[str]) -> Marks:
        if not matched:
            return marks
        self.document.selectors.update(matched)
        self.elements += 1
        return {**marks, **dict.fromkeys(matched, self.elements)}

    def _take(self, tag: Tag, attributes: Attributes, state: _State) -> None:
        """What an element itself says."""
        if take := self.takers.get(state.name):
            take(tag, attributes, state)
        elif self.anchor is not None:
            self.anchor = (self.anchor[0], state)

    def _title(self, tag: Tag, _: Attributes, __: _State) -> None:
        self.document.fields.setdefault("head", self.line(_own_text(tag)[:_LABEL_CHARACTERS]))

    def _area(self, _: Tag, attributes: Attributes, state: _State) -> None:
        if len(self.document.areas) < limits.AREAS:
            self.document.areas.append(self._link(attributes, state))

    def _select(self, tag: Tag, attributes: Attributes, _: _State) -> None:
        """Keep the options of the first list of sister papers; searching each of many nested ones takes square time."""
        is_first = attributes.get("name") == SISTER_SELECT and not self.has_sisters
        self.has_sisters |= is_first
        for option in tag.find_all("option", limit=limits.LINKS) if is_first else ():
            text = self.line(_own_text(option))
            self.document.options.append((str(option.attrs.get("value", "")).strip(), text))

    def _input(self, _: Tag, attributes: Attributes, __: _State) -> None:
        name = attributes.get("name", "").lower()
        if name == "channelname":
            self.document.fields.setdefault(name, self.line(attributes.get("value", "")))
        elif "titlecheckbox" in name:
            self._end_line()
            self.document.copy_at = len(self.document.lines)

    def _picture(self, _: Tag, attributes: Attributes, state: _State) -> None:
        document = self.document
        document.pictures.append(Picture(attributes=attributes, areas=len(document.areas)))
        address = NO_TEXT if state.silent else document.href(attributes.get("src", ""))
        if address:
            line = TextLine(image=address, table=state.table, shown=state.shown, marks=state.marks)
            document.lines.append(line)

    def _link(self, attributes: Attributes, state: _State, text: Clean = NO_TEXT) -> Link:
        title = attributes.get("alt", "").strip() or attributes.get("title", "").strip()
        return Link(
            href=attributes.get("href", "").strip(),
            text=text,
            title=self.line(title),
            names=f"{attributes.get('id', '')} {attributes.get('class', '')}".lower(),
            marks=state.marks,
            map=state.map,
            coords=attributes.get("coords", ""),
        )

    def _begin_anchor(self, _: Tag, attributes: Attributes, state: _State) -> None:
        self._end_anchor()
        if len(self.document.links) < limits.LINKS:
            self.anchor, self.anchor_text = (attributes, state), []
            self.hrefs.append(attributes.get("href", "").strip())
        self.linked = True

    def _end_anchor(self) -> None:
        if self.anchor is not None:
            text = clean_line(_joined("".join(self.anchor_text)))
            self.document.links.append(self._link(*self.anchor, text))
        self.anchor, self.linked = None, False

    def _leave(self, tag: Tag) -> None:
        if self.states[-1].tag is tag and self.states.pop().breaks:
            self._break()
        if tag.name == "a":
            self._end_anchor()

    def _write(self, text: str, state: _State) -> None:
        if state.silent:
            return
        self.pieces.append(_Piece(text, state, self.linked))
        if self.anchor is not None:
            self.anchor_text.append(_SPACE.sub(" ", text))

    def _write_script(self, code: str) -> None:
        """Write a title that a script writes: view("标题") shortens it, its argument is complete."""
        if written := _VIEW.search(code[:2000]):
            self._write(without_tags(written[1] or written[2] or ""), self.states[-1]._replace(silent=False))

    def _note(self, comment: str) -> None:
        """Read a comment: the marker of a part, or the properties of the article."""
        mark, top = f"!{comment.replace('/', '', 1)}", self.states[-1]
        if mark not in SELECTORS:
            for name, value in fields_of(comment, self.line).items():
                self.document.fields.setdefault(name, value)
            return
        self._end_line()
        if "/" not in comment:
            marks = self._marked(top.marks, [mark])
            self.states.append(top._replace(tag=None, name=mark, breaks=False, marks=marks, table=0))
        else:
            self._end_part(mark)

    def _end_part(self, mark: str) -> None:
        """End a part that a comment began, and what is still open in it."""
        begins = range(len(self.states) - 1, max(0, len(self.states) - REACH), -1)
        at = next((i for i in begins if self.states[i].name == mark), None)
        if at is not None:
            del self.states[at:]

    def _break(self) -> None:
        self._end_line()
        self.anchor_text.append("\n")

    def _end_line(self) -> None:
        """End the current line, and keep it if it is not empty."""
        raw = _SPACE.sub(" ", "".join(piece.text for piece in self.pieces)) if self.pieces else ""
        inked = [piece for piece in self.pieces if not piece.text.isspace()]
        hrefs, self.hrefs, self.pieces = self.hrefs, [], []
        text = self.line(raw) if inked else NO_TEXT
        if not (text or hrefs):
            return
        state = inked[0].state if inked else self.states[-1]
        line = TextLine(
            text=text,
            small=read_line(text, self.document.papers),
            indented=raw.lstrip(" ")[:1] in ("\u3000", "\xa0"),
            bold=all(piece.state.bold for piece in inked),
            heading=state.heading,
            shown=state.shown,
            hrefs=tuple(hrefs),
            linked=sum(len(piece.text) for piece in inked if piece.linked),
            table=state.table,
            marks=state.marks,
        )
        self.document.lines.append(line)
        self.linked = self.linked and not text  # an unclosed anchor ends with its line


def read_markup(markup: str, builder: str, papers: Collection[str]) -> Document:
    """Take the markup of a document apart.

    Args:
        markup: The document, decoded.
        builder: Name of the BeautifulSoup tree builder.
        papers: Names of known papers.

    Raises:
        ParserRejectedMarkup: The builder cannot parse it at all.
    """
    document = Document(clean=Cleaner(), papers=papers)
    _Walker(document).walk(build(markup, builder))
    return document


def _own_text(tag: Tag) -> str:
    """The text that an element begins with; no search in it, as unclosed ones are nested a thousand deep."""
    return next((str(child) for child in tag.contents[:1] if isinstance(child, NavigableString)), "")


def _joined(text: str) -> str:
    """Join lines into one; if too long, the element was never closed, and only the first line is kept."""
    lines = [line for line in map(str.strip, text.split("\n")) if line]
    whole = " ".join(lines)
    return whole if len(whole) <= _LABEL_CHARACTERS else lines[0][:_LABEL_CHARACTERS]
