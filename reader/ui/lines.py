"""The lines around the text, as pure values: heads, rules, footer."""

from collections.abc import Sequence
from itertools import product

from reader.edition.day import Edition
from reader.edition.model import Page
from reader.typesetting.cells import cells
from reader.typesetting.linebreak import set_paragraph
from reader.ui.commands import DAILY, Hint
from reader.ui.spans import LineStyle, Span, Spans

NARROW = 60
"""Window width in columns below which only the text is shown."""

WIDE = 100
"""Window width in columns from which the list of pages is shown beside the contents."""

ROOMY = 140
"""Window width in columns from which the contents have room for most headlines in one line."""

WIDEST = 160
"""Window width in columns from which the page's map is shown beside the article."""

MESSAGE_LINES = 3
"""Lines under the state line that a message may take."""

SISTERS = 2
"""Most sister papers named in the first line of the screen."""


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
        left = (*others, Span("  "), Span(when, "dim", "calendar"))
        end = (Span("  "), Span(right, "dim" * (right is short), "overview"), Span(" "))
        if style.measure((name, *left, *end)) <= width:
            break
    name = Span(style.cut(name.text, max(0, width - style.measure((*left, *end)))), "strong")
    return style.spread(width, (name, *left), end)


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


def article_head(
    style: LineStyle, width: int, column: tuple[int, int], ends: tuple[bool, bool], *, has_sister: bool
) -> Spans:
    """The buttons of the web page over the article: 上一篇 下一篇, the sister paper, 放大 缩小 默认.

    They stand on the reading column, or on all of the line where its labels are too long for that.

    Args:
        style: Words, width table and glyphs.
        width: Width of the line in cells.
        column: Cells before the reading column, and its width.
        ends: Whether this is the first article, and whether it is the last.
        has_sister: Whether there is a sister paper that the first line of the screen has no room for.
    """
    places = (column, (1, width - 2))
    sisters = (f"w {style.words.say('sister')}", "w") if has_sister else ("",)
    for label, (margin, room), sister, (pad, gap) in product(_LABELS, places, sisters, _FITS):
        steps, sizes = _steps(style, ends, pad), _sizes(style, label, pad)
        others = [_knob(sister, "sister(0)", pad)] if sister else []
        left = (Span(" " * margin), *_joined(steps, gap))
        right = (*_joined([*others, *sizes], gap), Span(" " * (width - margin - room)))
        if style.measure((*left, *right)) < width:
            break
    return style.spread(width, left, right)


_LABELS = ("knob", "knob-short", "")
"""Forms of the buttons for the type size: with their words, with a key joined to them, the key alone."""

_FITS = ((1, 1), (0, 2), (0, 1))
"""Cells at each side within a button, and between two of them."""


def _steps(style: LineStyle, ends: tuple[bool, bool], pad: int) -> list[Spans]:
    """‹ 上一篇, 下一篇 ›."""
    say, marks = style.words.say, style.marks
    back = _knob(f"{marks.before} {say('previous-article')}", "article(-1)", pad, off=ends[0])
    return [back, _knob(f"{say('next-article')} {marks.after}", "article(1)", pad, off=ends[1])]


def _sizes(style: LineStyle, label: str, pad: int) -> list[Spans]:
    """放大 +, 缩小 -, 默认 0."""
    say, sizes = style.words.say, (("enlarge", "+", 1), ("shrink", "-", -1), ("default", "0", 0))
    return [
        _knob(say(label, name=say(name), sign=key) if label else key, f"size({step})", pad)
        for name, key, step in sizes
    ]


def contents_head(
    style: LineStyle, width: int, page: Page, page_at: int, pages: int, counts: Sequence[str]
) -> tuple[Spans, ...]:
    """The head of the contents on two lines, if they are wide enough: 第002版 要闻, [ 上一版 and 下一版 ], 5 篇.

    Args:
        style: Words, width table and glyphs.
        width: Width of the lines in cells.
        page: The page.
        page_at: Its index among the pages of the day.
        pages: How many pages the day has.
        counts: How many articles there are, the longest form first; empty for none.
    """
    say, end = style.words.say, Span(" ")
    title = Span(f" {title_of(style, page) or say('contents')}", "strong")
    off_back = page_at <= 0 and page.previous_page is None
    off_on = page_at >= pages - 1 and page.next_page is None
    # the brackets are the names of the keys
    back = _knob(f"[ {say('previous-page')}", "page(-1)", 0, off=off_back)
    forward = _knob(f"{say('next-page')} ]", "page(1)", 0, off=off_on)
    gap = Span("  ")
    buttons = (*back, gap, *forward, end)
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


def rest_of_message(style: LineStyle, width: int, rest: str) -> tuple[Spans, ...]:
    """What the state line had no room for of a message, in lines that take the place of the footer."""
    *lines, last = set_paragraph(rest, width - 2, style.widths, indent=0, hang=False)[:MESSAGE_LINES]
    texts = [rest[line.start : line.end] for line in lines]
    return tuple(
        (Span(f" {text}", "message"),) for text in (*texts, style.cut(rest[last.start :], width - 2))
    )


def footer(style: LineStyle, width: int, hints: Sequence[Hint] = DAILY) -> Spans:
    """The keys of the pane that has them, whole entries only."""
    entries = [_hint(hint, style.words.language) for hint in hints]
    for gap, kept in ((3, len(entries)), *((2, kept) for kept in range(len(entries), 0, -1))):
        line = (Span(" "), *_joined([*entries[: kept - 1], entries[-1]], gap))  # help is kept
        if style.measure(line) <= width:
            return line
    return ()


def _hint(hint: Hint, language: int) -> Spans:
    keys = [(Span(shown, "key", action),) for shown, action in hint.shown(language)]
    label = Span(hint.labels[language], "dim", hint.action)
    return (*_joined(keys, 1), Span(" "), label)


def _knob(text: str, action: str, pad: int, *, off: bool = False) -> Spans:
    """A button, with cells at each side that belong to it."""
    edge = (Span(" " * pad, "knob-edge", action),) if pad else ()
    return (*edge, Span(text, "knob-off" if off else "knob", action), *edge)


def _joined(parts: Sequence[Spans], gap: int) -> Spans:
    """Join parts of a line with a gap in cells between them."""
    return tuple(span for part in parts for span in (*part, Span(" " * gap)))[:-1]
