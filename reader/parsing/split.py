"""Cut a page, by markers, into head, page column, body and foot, before any tree is built.

A tree costs twenty times what the cut does, and scripts, styles and comments are most of a small page.
"""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from reader.parsing import dialects

_NOISE = re.compile(
    r"<(?P<name>script|style)\b(?P<code>.*?)(?:</(?P=name)\s*>|\Z)|<!--(?P<comment>.*?)(?:-->|\Z)"
    r"|<!\[[^<>]*>?|<\?[^<>]*>?|<p(?P<odd>&nbsp;)",
    re.IGNORECASE | re.DOTALL,
)
_VIEW = re.compile(r"""\bview\(\s*(["'])(.*?)\1\s*\)""", re.DOTALL)
_SAVED = re.compile(r"<!--\s*saved from url=\(\d{4}\)(https?://[^\s>]{1,2000}?)\s*-->", re.IGNORECASE)
_FIELD = re.compile(r"<(?:founder-)?([a-z]+)>([^<]*)</", re.IGNORECASE)
_BLANK = re.compile(r"<[^<>]*>|&nbsp;|\s", re.IGNORECASE)
_PROPERTY = "enpproperty"
_PROPERTY_CHARACTERS = 20_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """The parts of a page, as markup without scripts, styles and idle comments."""

    head: str = ""
    """Everything before the body tag."""
    column: str = ""
    """Picture, map, caption, lists; on an article page the titles too. A page without markers is all column."""
    body: str | None = None
    """Inside the article's container; None on a page that has none."""
    foot: str = ""
    fields: tuple[tuple[str, str], ...] = ()
    """What the enpproperty comment says: name without `founder-`, value."""
    saved_from: str = ""
    """The address a browser noted when it saved the page."""

    def field(self, name: str) -> str:
        """A value of the enpproperty comment, else ""."""
        return dict(self.fields).get(name, "")


def split(text: str) -> Parts:
    """Cut a page; what is nowhere else is in the column."""
    saved = _SAVED.search(text[:4096])
    fields: list[tuple[str, str]] = []
    text = _NOISE.sub(lambda match: _quieten(match, fields), text)
    head, column = _cut_head(text)
    is_layout = dict(fields).get("type") == "2"
    start, end = (0, 0) if is_layout else _body(column)
    if not end:
        body, foot = None, ""
    else:
        column, body, foot = column[:start], column[start:end], column[end:]
    return Parts(
        head=head,
        column=column,
        body=body,
        foot=foot,
        fields=tuple(fields),
        saved_from=saved[1] if saved else "",
    )


def _quieten(match: re.Match[str], fields: list[tuple[str, str]]) -> str:
    """What remains of a script, style or comment: a title a script would write, a marker, or nothing."""
    if match["odd"]:
        return "<p "
    if match["code"] is not None:
        # Only the script knows the title: document.write(view("标题")). The browser cuts it; the argument is whole.
        written = _VIEW.search(match["code"][:2000])
        return written[2] if written else ""
    comment = match["comment"] or ""
    if comment.lstrip().startswith(_PROPERTY):
        for name, value in _FIELD.findall(comment[:_PROPERTY_CHARACTERS]):
            fields.append((name.lower(), "" if value == "null" else html.unescape(value).strip()))
        return ""
    return f"<!--{comment}-->" if dialects.KEPT_COMMENT.match(comment) else ""


def _cut_head(text: str) -> tuple[str, str]:
    at = re.search(r"<body\b", text, re.IGNORECASE) or re.search(r"</head\s*>", text, re.IGNORECASE)
    return (text[: at.start()], text[at.start() :]) if at else ("", text)


def _body(text: str) -> tuple[int, int]:
    """Start and end of the body: the surest container that is not blank, else any; (0, 0) without one."""
    blank = (0, 0)
    for start, whole in _containers(text):
        again = dialects.SECOND_COPY.search(text, start, whole)
        end = again.start() if again else whole
        region = text[start:end]
        if dialects.NOT_A_BODY.search(region):
            continue
        if "<img" in region.lower() or _BLANK.sub("", region):
            return start, end
        blank = blank if blank[1] else (start, end)
    return blank


def _containers(text: str) -> Iterator[tuple[int, int]]:
    lowered = text.lower()
    for attribute, value in dialects.BODIES:
        if value.lower() not in lowered:
            continue
        if attribute == "comment":
            yield from _commented(text, value)
        elif attribute == "element":
            yield from _elements(text, rf"<{value}\b")
        else:
            yield from _elements(text, rf"\b{attribute}\s{{0,9}}=\s{{0,9}}[\"']?{value}[\"'\s>]")


def _elements(text: str, marker: str) -> Iterator[tuple[int, int]]:
    """Insides of the first few elements whose start tag holds the marker."""
    for found in islice(re.finditer(marker, text, re.IGNORECASE), 4):
        opening = text.rfind("<", 0, found.start() + 1)
        name = re.compile(r"<([a-z][\w-]*)", re.IGNORECASE).match(text, opening) if opening >= 0 else None
        inside = text.find(">", opening) + 1
        if name and inside > found.start():
            yield inside, _closing(text, name[1], inside)


def _closing(text: str, name: str, inside: int) -> int:
    """Where the element that was opened before `inside` ends; if it is never closed, where the foot seems to begin."""
    depth = 1
    for tag in re.compile(rf"<(/?){name}\b", re.IGNORECASE).finditer(text, inside):
        depth += -1 if tag[1] else 1
        if not depth:
            return tag.start()
    foot = dialects.FOOT.search(text, inside)
    if not foot:
        return len(text)
    # The word stands in an anchor, which goes to the foot whole.
    anchor = text.rfind("<a", max(inside, foot.start() - 200), foot.start())
    return anchor if anchor >= 0 else foot.start()


def _commented(text: str, name: str) -> Iterator[tuple[int, int]]:
    opening, closing = f"<!--{name}-->", f"<!--{name.replace('<', '</') if '<' in name else '/' + name}-->"
    start = text.find(opening)
    if start >= 0:
        inside = start + len(opening)
        end = text.find(closing, inside)
        yield inside, end if end >= 0 else len(text)
