"""The lines around the text, as pure values: heads, rules, footer.

A span that can be pressed carries an act: a command's id, or `article:N` / `page:N` for an entry.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from reader.edition.day import Edition
from reader.edition.model import Page
from reader.typesetting.cells import Widths, cells, cut
from reader.ui.commands import FOOTER
from reader.words import Words

NARROW = 60
"""Columns of the window below which the text stands alone."""

WIDE = 100
"""Columns of the window from which the list of pages stands beside the contents."""


SISTERS = 2
"""Sister papers named in the head of the screen."""


class Span(NamedTuple):
    """A piece of a line."""

    text: str
    look: str = ""
    """Name of a component class of `Rows`, empty for plain."""
    act: str = ""
    """What pressing it does; empty for nothing."""


Spans = tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Marks:
    """The marks of the screen, in characters whose width is certain on this terminal."""

    across: str = "─"
    down: str = "│"
    cross_top: str = "┬"
    cross_bottom: str = "┴"
    chosen: str = "▌"
    before: str = "‹"
    after: str = "›"
    ellipsis: str = "…"


ASCII = Marks("-", "|", "+", "+", ">", "<", ">", "~")
"""For terminals that draw characters of ambiguous width two cells wide."""


@dataclass(frozen=True, slots=True)
class Desk:
    """What every line is made with."""

    words: Words
    widths: Widths
    marks: Marks

    def measure(self, spans: Sequence[Span]) -> int:
        """Cells of a line."""
        return sum(cells(span.text, self.widths) for span in spans)

    def cut(self, text: str, room: int) -> str:
        """Text in at most that many cells, marked where it was cut."""
        return cut(text, room, self.widths, self.marks.ellipsis)

    def spread(self, width: int, left: Spans, right: Spans, fill: str = " ") -> Spans:
        """A line with a left and a right part, filled between; the left one gives way."""
        room = width - self.measure(right)
        while left and (missing := self.measure(left) - room) > 0:
            *rest, last = left
            kept = self.cut(last.text, max(0, cells(last.text, self.widths) - missing))
            left = (*rest, last._replace(text=kept)) if kept else tuple(rest)
        spare = max(0, room - self.measure(left))
        return (*left, Span(fill * spare, "rule" if fill != " " else ""), *right)


def masthead(desk: Desk, width: int, edition: Edition, page: Page, page_at: int, article_at: int) -> Spans:
    """The first line of the screen: paper, day, page, place."""
    say = desk.words.say
    short = width < NARROW
    day = desk.words.day(page.issued, page.weekday, short=width < WIDE)
    facts: dict[str, object] = {
        "page": page_at + 1,
        "pages": len(edition.index),
        "article": min(article_at + 1, len(page.contents)),
        "articles": len(page.contents),
        "number": page.number,
    }
    place = say("place-short" if short else "place", **facts)
    title = desk.cut(title_of(desk, page), max(0, width // 2 - cells(place, desk.widths)))
    right = place if short else f"{title}    {place}"
    sisters: Spans = ()
    if width >= WIDE:
        for number, paper in enumerate(page.sister_papers[:SISTERS]):
            sisters += (Span(f" {desk.marks.down} ", "rule"), Span(paper.name, "button", f"sister:{number}"))
    left = (Span(f" {page.paper or 'banmian'}", "strong"), *sisters, Span(f"  {day}", "dim"))
    return desk.spread(width, left, (Span(f"  {right} ", "dim" if short else ""),))


def title_of(desk: Desk, page: Page) -> str:
    """第002版 要闻, or nothing for a page without number and name."""
    if not page.number:
        return page.name
    return desk.words.say("page-title", number=page.number, name=page.name).strip()


def rule(desk: Desk, width: int, crossings: Sequence[int], cross: str) -> Spans:
    """A hairline across the screen, crossed where panes meet."""
    across, room = desk.marks.across, width
    line = [across] * (room // cells(across, desk.widths))
    for crossing in crossings:
        if crossing < len(line):
            line[crossing] = cross
    return (Span("".join(line), "rule"),)


def article_head(desk: Desk, width: int, window: int, page: Page, ends: tuple[bool, bool]) -> Spans:
    """The buttons of the web page over the article: 上一篇 下一篇, the day, 放大 缩小 默认.

    Args:
        desk: What lines are made with.
        width: Cells of the line.
        window: Cells of the whole window.
        page: The page shown.
        ends: Whether there is no article before, none after.
    """
    say, marks = desk.words.say, desk.marks
    first, last = ends
    back = _button(f"{marks.before} {say('previous-article')}", "previous-article", off=first)
    on = _button(f"{say('next-article')} {marks.after}", "next-article", off=last)
    labels = (("enlarge", "+", "enlarge"), ("shrink", "-", "shrink"), ("default", "0", "default-size"))
    buttons = [Span(say(label) + key, "button", act) for label, key, act in labels]
    ways = ((False, 3), (False, 2), (True, 2), (True, 1), (None, 1)) if window >= NARROW else ()
    for short, gap in ways:
        day = "" if short is None else desk.words.day(page.issued, page.weekday, short=short)
        middle = (Span(day, "dim"), Span(" " * gap)) if day else ()
        left = (Span(" "), back, Span(" " * gap), on)
        right = (*middle, *_parted(buttons, min(gap, 2)), Span(" "))
        if desk.measure(left) + desk.measure(right) <= width:
            return desk.spread(width, left, right)
    zoom = _parted([Span(key, "button", act) for _, key, act in labels], 2)
    return desk.spread(width, (Span(" "), back, Span("  "), on), (*zoom, Span(" ")))


def contents_head(desk: Desk, width: int, page: Page, page_at: int, pages: int) -> tuple[Spans, ...]:
    """Over the contents: 第002版 要闻, then ‹ 上一版 [ and 下一版 ] ›; on one line where they fit."""
    say, marks = desk.words.say, desk.marks
    title = Span(f" {title_of(desk, page) or say('contents')}", "strong")
    off_back = page_at <= 0 and page.previous_page is None
    off_on = page_at >= pages - 1 and page.next_page is None
    back, on = f"{say('previous-page')} [", f"{say('next-page')} ]"
    if desk.measure((Span(back), Span(on))) + 8 <= width:
        back, on = f"{marks.before} {back}", f"{on} {marks.after}"
    buttons = (
        _button(back, "previous-page", off=off_back),
        Span("   "),
        _button(on, "next-page", off=off_on),
    )
    if desk.measure((title, Span("   "), *buttons, Span(" "))) <= width:
        return (desk.spread(width, (title,), (*buttons, Span(" "))),)
    return (desk.spread(width, (title,), ()), desk.spread(width, (Span(" "), *buttons), ()))


def state_line(desk: Desk, width: int, message: str, progress: str, crossings: Sequence[int]) -> Spans:
    """The rule under the panes: what was just done, and how far one has read."""
    across = desk.marks.across
    right = (Span(f" {progress} ", "dim"), Span(across * 2, "rule")) if progress else ()
    if not message:
        line = rule(desk, width, crossings, desk.marks.cross_bottom)[0].text
        room = width - desk.measure(right)
        return (
            Span(desk.cut(line, room) if cells(line, desk.widths) < room else line[:room], "rule"),
            *right,
        )
    left = (Span(across, "rule"), Span(f" {message} ", "message"))
    if desk.measure((*left, *right)) > width:  # what was just done matters more than how far one has read
        right = ()
    return desk.spread(width, left, right, across)


def footer(desk: Desk, width: int) -> Spans:
    """The keys one needs, whole entries only."""
    entries = [_hint(hint.keys, hint.labels[desk.words.language]) for hint in FOOTER]
    for gap in (3, 2):
        for kept in range(len(entries), 0, -1):
            chosen = [*entries[: kept - 1], entries[-1]]  # help stays
            line = (Span(" "), *(span for entry in chosen for span in (*entry, Span(" " * gap))))[:-1]
            if desk.measure(line) <= width and (kept == len(entries) or gap == 2):
                return line
    return ()


def _hint(keys: Sequence[tuple[str, str]], label: str) -> Spans:
    parts: list[Span] = []
    for shown, act in keys:
        parts += [Span(shown, "key", act), Span(" ")]
    return (*parts, Span(label, "dim", keys[-1][1] if len(keys) == 1 else ""))


def _button(text: str, act: str, *, off: bool) -> Span:
    return Span(text, "faint" if off else "button", act)


def _parted(spans: Sequence[Span], gap: int) -> Spans:
    return tuple(part for span in spans for part in (span, Span(" " * gap)))[:-1]
