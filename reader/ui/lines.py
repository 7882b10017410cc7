"""The lines around the text, as pure values: heads, rules, footer.

A clickable span carries the Textual action it runs on its screen, built from our own words and numbers,
never from the text of a page.
"""

from collections.abc import Sequence
from typing import NamedTuple

from msgspec import Struct

from reader.edition.day import Edition
from reader.edition.model import Page
from reader.typesetting.cells import Widths, cells, cut
from reader.typesetting.linebreak import set_paragraph
from reader.ui.commands import DAILY, Hint
from reader.words import Words

NARROW = 60
"""Window width in columns below which only the text is shown."""

WIDE = 100
"""Window width in columns from which the list of pages is shown beside the contents."""

WIDEST = 160
"""Window width in columns from which the page's map is shown beside the article."""


SISTERS = 2
"""Most sister papers named in the first line of the screen."""


class Span(NamedTuple):
    """A piece of a line."""

    text: str
    look: str = ""
    """Name of a component class of `Rows`, empty for plain."""
    action: str = ""
    """Action that a click runs; empty for none."""


Spans = tuple[Span, ...]


class Marks(Struct, frozen=True):
    """The glyphs of the screen, in characters whose width is certain on this terminal."""

    across: str = "─"
    down: str = "│"
    cross_top: str = "┬"
    cross_bottom: str = "┴"
    chosen: str = "▌"
    before: str = "‹"
    after: str = "›"
    ellipsis: str = "…"
    states: str = "●◐○"
    """Unread, begun, read: the glyph of each `ReadState`."""


ASCII = Marks("-", "|", "+", "+", ">", "<", ">", "~", "*+.")
"""For terminals that draw characters of ambiguous width two cells wide."""


class LineStyle(Struct, frozen=True):
    """Words, width table and glyphs used to draw a line."""

    words: Words
    widths: Widths
    marks: Marks

    def measure(self, spans: Sequence[Span]) -> int:
        """Width of a line in cells."""
        return sum(cells(span.text, self.widths) for span in spans)

    def cut(self, text: str, room: int) -> str:
        """Shorten a text to at most `room` cells, with an ellipsis if it was cut."""
        return cut(text, room, self.widths, self.marks.ellipsis)

    def spread(self, width: int, left: Spans, right: Spans, fill: str = " ") -> Spans:
        """A line with a left and a right part, filled between; the left one is cut if there is no room."""
        room = width - self.measure(right)
        while left and (missing := self.measure(left) - room) > 0:
            *rest, last = left
            kept = self.cut(last.text, max(0, cells(last.text, self.widths) - missing))
            left = (*rest, last._replace(text=kept)) if kept else tuple(rest)
        spare = max(0, room - self.measure(left))
        return (*left, Span(fill * spare, "rule" if fill != " " else ""), *right)


def masthead(style: LineStyle, width: int, edition: Edition, page_at: int, article_at: int) -> Spans:
    """The first line of the screen: paper, sister papers, day, page, position; what fits, the day never cut."""
    say, page = style.words.say, edition.page_at(page_at)
    articles = len(page.contents)
    article = min(article_at + 1, articles)
    position = say("position", page=page_at + 1, pages=len(edition.index), article=article, articles=articles)
    short = say("position-short", number=page.number, article=article, articles=articles)
    title = style.cut(title_of(style, page), max(0, width // 2 - cells(position, style.widths)))
    day, date = (style.words.day(page.issued, weekday) for weekday in (page.weekday, ""))
    sisters, titled = sister_names(style, page), f"{title}    {position}"
    beside = ((sisters, day, titled), (sisters, day, position), (sisters, date, position))
    alone = (((), day, titled), ((), day, position), ((), day, short), ((), date, short))
    name = Span(f" {page.paper or 'banmian'}", "strong")
    for others, when, right in (*beside, *alone):
        left, end = (*others, Span(f"  {when}", "dim")), Span(f"  {right} ", "dim" * (right is short))
        if style.measure((name, *left, end)) <= width:
            break
    name = Span(style.cut(name.text, max(0, width - style.measure((*left, end)))), "strong")
    return style.spread(width, (name, *left), (end,))


def sister_names(style: LineStyle, page: Page) -> Spans:
    """The sister papers, each after a vertical stroke."""
    return tuple(
        span
        for number, paper in enumerate(page.sister_papers[:SISTERS])
        for span in (Span(f" {style.marks.down} ", "rule"), Span(paper.name, "button", f"sister({number})"))
    )


def title_of(style: LineStyle, page: Page) -> str:
    """第002版 要闻; for a page without number its name, which may be empty."""
    if not page.number:
        return page.name
    return style.words.say("page-title", number=page.number, name=page.name).strip()


def rule(style: LineStyle, width: int, joints: Sequence[int], cross: str) -> Spans:
    """A hairline across the screen, crossed where panes meet."""
    across = style.marks.across
    line = [across] * (width // cells(across, style.widths))
    for joint in joints:
        if joint < len(line):
            line[joint] = cross
    return (Span("".join(line), "rule"),)


def article_head(style: LineStyle, width: int, ends: tuple[bool, bool], *, has_sister: bool) -> Spans:
    """The buttons of the web page over the article: 上一篇 下一篇, the sister paper, 放大 缩小 默认.

    Args:
        style: Words, width table and glyphs.
        width: Width of the line in cells.
        ends: Whether this is the first article, and whether it is the last.
        has_sister: Whether there is a sister paper that the first line of the screen has no room for.
    """
    say, marks = style.words.say, style.marks
    first, last = ends
    back = _button(f"{marks.before} {say('previous-article')}", "article(-1)", off=first)
    forward = _button(f"{say('next-article')} {marks.after}", "article(1)", off=last)
    left = (Span(" "), back, Span("  "), forward)
    sister = (Span(f"w {say('sister')}", "button", "sister(0)"), Span("  ")) if has_sister else ()
    zoom = (("enlarge", "+", "size(1)"), ("shrink", "-", "size(-1)"), ("default", "0", "size(0)"))
    for label, gap in (("{} {}", 3), ("{} {}", 2), ("{}{}", 1), ("{1}", 2)):
        buttons = [(Span(label.format(say(name), key), "button", action),) for name, key, action in zoom]
        right = (*sister, *_joined(buttons, gap), Span(" "))
        if style.measure((*left, *right)) <= width:
            break
    return style.spread(width, left, right)


def contents_head(
    style: LineStyle, width: int, page: Page, page_at: int, pages: int, counts: Sequence[str]
) -> tuple[Spans, ...]:
    """The head of the contents on two lines, if they are wide enough: 第002版 要闻, ‹ 上一版 [ and 下一版 ] ›, 5 篇.

    Args:
        style: Words, width table and glyphs.
        width: Width of the lines in cells.
        page: The page.
        page_at: Its index among the pages of the day.
        pages: How many pages the day has.
        counts: How many articles there are, the longest form first; empty for none.
    """
    say, marks, end = style.words.say, style.marks, Span(" ")
    title = Span(f" {title_of(style, page) or say('contents')}", "strong")
    off_back = page_at <= 0 and page.previous_page is None
    off_on = page_at >= pages - 1 and page.next_page is None
    back, forward = f"{say('previous-page')} [", f"{say('next-page')} ]"
    if style.measure((Span(back), Span(forward))) + 8 <= width:
        back, forward = f"{marks.before} {back}", f"{forward} {marks.after}"
    gap = Span("   ")
    buttons = (_button(back, "page(-1)", off=off_back), gap, _button(forward, "page(1)", off=off_on), end)
    tallies: list[Spans] = [(Span(count, "dim"), end) for count in counts]
    beside = next((each for each in (buttons, *tallies) if style.measure((title, gap, *each)) <= width), ())
    below = [] if beside is buttons else [style.spread(width, (Span(" "), *buttons), ())]
    if counts and beside not in tallies:
        below.append((Span(" "), *tallies[0]))
    return (style.spread(width, (title,), beside), *below)


def state_line(
    style: LineStyle,
    width: int,
    message: str,
    progress: Sequence[str],
    joints: Sequence[int],
    notes: Sequence[str],
) -> tuple[Spans, str]:
    """The line under the panes: a message or a quiet note, and the reading progress.

    Args:
        style: Words, width table and glyphs.
        width: Width of the line in cells.
        message: Result of the last command; empty for none.
        progress: Reading progress, the longest form first; empty while there is nothing to read.
        joints: Columns where the lines between panes meet this one.
        notes: Shown while there is no message, the longest form first; empty for none.

    Returns:
        The line, and the part of the message that did not fit.
    """
    across, nothing = style.marks.across, ()
    stroke, end_stroke = Span(across, "rule"), Span(across * 2, "rule")
    ends: list[Spans] = [(Span(f" {text} ", "dim"), end_stroke) for text in progress if text]
    head, rest = _broken(style, message, width - 3) if message else ("", "")
    tries = [(Span(f" {note} ", "dim"), end) for note in notes for end in ends or [nothing]]
    if message:
        tries = [(Span(f" {head} ", "message"), end) for end in ([] if rest else ends) + [nothing]]
    for text, end in tries:
        if style.measure((stroke, text, *end)) <= width:
            return style.spread(width, (stroke, text), end, across), rest
    end = ends[0] if ends else nothing
    line = rule(style, width, joints, style.marks.cross_bottom)[0].text
    return (Span(line[: width - style.measure(end)], "rule"), *end), rest


def _broken(style: LineStyle, message: str, room: int) -> tuple[str, str]:
    """Split a message into a first line of at most `room` cells, and the rest."""
    first, *others = set_paragraph(message, room, style.widths, indent=0, hang=False)
    return message[first.start : first.end], message[others[0].start :] if others else ""


def footer(style: LineStyle, width: int, message: str = "", hints: Sequence[Hint] = DAILY) -> Spans:
    """The keys of the pane that has them, whole entries only; or the part of a message the state line had no room for."""
    if message:
        return (Span(style.cut(f" {message}", width), "message"),)
    entries = [_hint(hint, style.words.language) for hint in hints]
    for gap, kept in ((3, len(entries)), *((2, kept) for kept in range(len(entries), 0, -1))):
        line = (Span(" "), *_joined([*entries[: kept - 1], entries[-1]], gap))  # help is kept
        if style.measure(line) <= width:
            return line
    return ()


def _hint(hint: Hint, language: int) -> Spans:
    keys = [(Span(shown, "key", action),) for shown, action in hint.shown(language)]
    label = Span(hint.labels[language], "dim", hint.keys[0][1] if len(keys) == 1 else "")
    return (*_joined(keys, 1), Span(" "), label)


def _button(text: str, action: str, *, off: bool) -> Span:
    return Span(text, "faint" if off else "button", action)


def _joined(parts: Sequence[Spans], gap: int) -> Spans:
    """Join parts of a line with a gap in cells between them."""
    return tuple(span for part in parts for span in (*part, Span(" " * gap)))[:-1]
