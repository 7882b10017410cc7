"""Splits a page at markers into head, column, article part, body and foot, before any tree is built.

Column and foot are the same in every document of a page, so they need to be parsed only once.
"""

import html
import re
from dataclasses import dataclass

from reader.parsing.dialects import GENERIC, Dialect
from reader.parsing.selectors import Markup, Region

_NOISE = re.compile(
    r"(?is)<(?P<name>script|style)\b(?P<code>.*?)(?:</(?P=name)\s*>|\Z)|<!--(?P<comment>.*?)(?:-->|\Z)"
    r"|<!\[[^<>]*>?|<\?[^<>]*>?|<p(?P<odd>&nbsp;)"
)
_KEPT_COMMENT = re.compile(r"\s*(?:/?enpcontent\b|</?npm:)", re.IGNORECASE)
_VIEW = re.compile(r"""\bview\(\s*(["'])(.*?)\1\s*\)""", re.DOTALL)
_SAVED = re.compile(r"<!--\s*saved from url=\(\d{4}\)(https?://[^\s>]{1,2000}?)\s*-->", re.IGNORECASE)
_PROPERTY = re.compile(r"<!--\s*enpproperty(.*?)(?:-->|\Z)", re.DOTALL)
_FIELD = re.compile(r"<(?:founder-)?([a-z]+)>(.*?)</(?:founder-)?\1>", re.IGNORECASE | re.DOTALL)
_TAG = re.compile(r"<[^<>]*>")
_BLANK = re.compile(r"<[^<>]*>|&nbsp;|\s", re.IGNORECASE)
_STEP = re.compile(r"<a\b[^<>]*>(?:[^<>]{0,9}<[^<>]*>){0,2}[^<>]{0,9}[上下]一篇[^<>]{0,9}", re.IGNORECASE)
"""A button 上一篇 or 下一篇."""
_SECOND_COPY = re.compile(r"<input\b[^<>]*titlecheckbox", re.IGNORECASE)
"""The separator between a body and a second copy of it."""
_NOT_A_BODY = re.compile(r"<area\b|\bid\s*=\s*[\"']?(?:mp\w|pageLink|titleList)", re.IGNORECASE)
"""Markup of a page's column, which may use the same container as a body."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """The parts of a page, as markup; `own`, `body` and `neighbours` without scripts and styles."""

    head: str = ""
    """Everything before the body tag."""
    column: str = ""
    """Facsimile, image map, caption and lists; the whole page if it has no markers."""
    own: str = ""
    """The article's part before its body: 上一篇 下一篇, titles, pictures."""
    body: str | None = None
    """Content of the article's container; None if the page has none."""
    neighbours: str = ""
    """上一篇 下一篇 again, after the body."""
    foot: str = ""
    fields: tuple[tuple[str, str], ...] = ()
    """Fields of the enpproperty comment: name without `founder-`, and value."""
    saved_from: str = ""
    """The address noted by the browser that saved the page; "" without one."""

    def field(self, name: str) -> str:
        """A field of the enpproperty comment, else ""."""
        return dict(self.fields).get(name, "")


def split(text: str, dialect: Dialect = GENERIC) -> Parts:
    """Split a page into its parts; everything not in another part is in the column."""
    fields = _fields(text)
    text = _PROPERTY.sub("", text) if fields else text
    markup = Markup(text)
    top = _top(markup)
    start, end = (0, 0) if dict(fields).get("type") == "2" else _body(markup, dialect, top)
    cut, rest = _neighbours(text, start, end) if end else (len(text), len(text))
    body = _SECOND_COPY.split(text[start:end], maxsplit=1)[0]
    saved = _SAVED.search(text[:4096])
    return Parts(
        head=text[:top],
        column=text[top:cut],
        own=strip_scripts(text[cut:start]),
        body=strip_scripts(body) if end else None,
        neighbours=strip_scripts(text[end:rest]) if end else "",
        foot=text[rest:],
        fields=fields,
        saved_from=saved[1] if saved else "",
    )


def strip_scripts(markup: str) -> str:
    """Markup without scripts, styles and comments, except comments used as markers."""
    return _NOISE.sub(_quiet, markup)


def _quiet(match: re.Match[str]) -> str:
    """The replacement for a script, style or comment: a title written by a script, a marker, or nothing."""
    if match["odd"]:
        return "<p "
    if match["code"] is not None:
        # Titles are written by document.write(view("标题")): view() shortens them, its argument is complete.
        written = _VIEW.search(match["code"][:2000])
        return written[2] if written else ""
    comment = match["comment"] or ""
    return f"<!--{comment}-->" if _KEPT_COMMENT.match(comment) else ""


def _fields(text: str) -> tuple[tuple[str, str], ...]:
    comment = _PROPERTY.search(text) if "enpproperty" in text else None
    found = _FIELD.findall(comment[1][:20_000]) if comment else []
    values = ((name.lower(), html.unescape(_TAG.sub(" ", value)).strip()) for name, value in found)
    return tuple((name, value) for name, value in values if value not in ("", "null"))


def _top(markup: Markup) -> int:
    """Position of the body tag, else of the end of the head, else 0."""
    at = markup.lowered.find("<body")
    return max(0, at if at >= 0 else markup.lowered.find("</head"))


def _body(markup: Markup, dialect: Dialect, top: int) -> Region:
    """Start and end of the body: the first container that is not blank, else any; (0, 0) without one."""
    blank = (0, 0)
    for start, end in markup.find(dialect.body, top):
        region = markup.text[start:end]
        if _NOT_A_BODY.search(region):
            continue
        if "<img" in markup.lowered[start:end] or _BLANK.sub("", strip_scripts(region)):
            return start, end
        blank = blank if blank[1] else (start, end)
    return blank


def _neighbours(text: str, start: int, end: int) -> tuple[int, int]:
    """Start of the first 上一篇 or 下一篇 before the body, and end of the last one after it."""
    steps = list(_STEP.finditer(text)) if "一篇" in text else []
    over = next((step.start() for step in steps if step.start() < start), start)
    return over, max((step.end() for step in steps if step.start() >= end), default=end)
