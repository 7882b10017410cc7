"""Cut a page, by markers, into head, column, article's own part, body and foot, before any tree is built.

The column and the foot are the same on every document of a page, so that they need to be read only once.
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
"""上一篇 or 下一篇 as a button."""
_SECOND_COPY = re.compile(r"<input\b[^<>]*titlecheckbox", re.IGNORECASE)
"""What parts a body from a second copy of itself."""
_NOT_A_BODY = re.compile(r"<area\b|\bid\s*=\s*[\"']?(?:mp\w|pageLink|titleList)", re.IGNORECASE)
"""What tells a page's column that uses the same container from a body."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """The parts of a page, as markup; all but the head without scripts, styles and idle comments."""

    head: str = ""
    """Everything before the body tag."""
    column: str = ""
    """Picture, map, caption, lists. A page without markers is all column."""
    own: str = ""
    """What is the article's own before its body: 上一篇 下一篇, titles, pictures."""
    body: str | None = None
    """Inside the article's container; None on a page that has none."""
    neighbours: str = ""
    """上一篇 下一篇 again, under the body."""
    foot: str = ""
    fields: tuple[tuple[str, str], ...] = ()
    """What the enpproperty comment says: name without `founder-`, value."""
    saved_from: str = ""
    """The address a browser noted when it saved the page."""

    def field(self, name: str) -> str:
        """A value of the enpproperty comment, else ""."""
        return dict(self.fields).get(name, "")


def split(text: str, dialect: Dialect = GENERIC) -> Parts:
    """Cut a page; what is nowhere else is in the column."""
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
    """Markup without its scripts, styles and idle comments."""
    return _NOISE.sub(_quiet, markup)


def _quiet(match: re.Match[str]) -> str:
    """What remains of a script, style or comment: a title a script would write, a marker, or nothing."""
    if match["odd"]:
        return "<p "
    if match["code"] is not None:
        # Only the script knows the title: document.write(view("标题")). The browser cuts it; the argument is whole.
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
    """Where the body tag is."""
    at = markup.lowered.find("<body")
    return max(0, at if at >= 0 else markup.lowered.find("</head"))


def _body(markup: Markup, dialect: Dialect, top: int) -> Region:
    """Start and end of the body: the surest container that is not blank, else any; (0, 0) without one."""
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
    """Where the part begins that 上一篇 下一篇 over the body open, and where those under it end."""
    steps = list(_STEP.finditer(text)) if "一篇" in text else []
    over = next((step.start() for step in steps if step.start() < start), start)
    return over, max((step.end() for step in steps if step.start() >= end), default=end)
