"""The calendar: the days of a month or several, with a paper or without; a day is chosen by moving to it."""

import asyncio
import calendar
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from itertools import zip_longest
from typing import ClassVar

from msgspec import Struct
from textual import work
from textual.binding import BindingType

from reader import limits
from reader.errors import ReaderError
from reader.ui.commands import Hint, bindings
from reader.ui.screens.card import BARE, Card
from reader.ui.spans import LineStyle, Span, Spans

MONTHS = ((120, 3), (80, 2), (0, 1))
"""Fewest columns of the window for that many months side by side."""

GAP = 4
"""Cells between two months."""

AIRY_ROWS = 20
"""Window height in rows from which a blank row stands above each week."""

LEAST = 42
"""Cells for the keys at the foot."""

Month = Callable[[date], frozenset[date] | None]
"""Returns the days with a paper in the month of a date, None if unknown; blocks."""


class Days(Struct, frozen=True, kw_only=True):
    """What is told of days, and how."""

    style: LineStyle
    chosen: date
    """The day moved to."""
    reading: date
    """The day being read."""
    today: date
    is_plain: bool
    """Whether marks tell what colours tell elsewhere."""
    width: int = 5
    """Cells of a day; 4 is the least."""
    is_airy: bool = True
    """Whether a blank row stands above each week."""

    @property
    def columns(self) -> int:
        """Cells of a month: the weekend is set apart by one."""
        return 7 * self.width + 1

    def month(self, month: date, issues: frozenset[date] | None) -> Iterator[Spans]:
        """A month as lines of equal width, Monday first.

        Args:
            month: A day in it.
            issues: Days with a paper; None while unknown.
        """
        names = self.style.words.say("weekdays").split()  # two cells each
        yield self._week([Span(f" {name}", "dim") for name in names])
        for week in calendar.Calendar().monthdatescalendar(month.year, month.month):
            yield from [(Span(" " * self.columns),)] * self.is_airy
            yield self._week(
                [self.day(day, issues) if day.month == month.month else Span("") for day in week]
            )

    def _week(self, days: Sequence[Span]) -> Spans:
        cells = [self.style.spread(self.width, (day,), ()) for day in days]
        cells.insert(5, (Span(" "),))
        return tuple(span for cell in cells for span in cell)

    def day(self, day: date, issues: frozenset[date] | None) -> Span:
        """A day in four cells; it tells what it is, and a click opens it."""
        marks, is_issue = self.style.marks, issues is not None and day in issues
        look = "headline" if is_issue else "" if issues is None else "faint"
        ends = "[]" if is_issue and self.is_plain else "  "
        if day == self.chosen:
            look, ends = "picked", marks.before + marks.after if self.is_plain else "  "
        elif day == self.reading:
            look = "link"
        look += " today" * (day == self.today)
        action = f"open({day.year}, {day.month}, {day.day})"
        return Span(f"{ends[0]}{day.day:>2}{ends[1]}", look.strip(), action)

    def legend(self, width: int, *, has_today: bool) -> list[Spans]:
        """What the looks of days mean, in lines of at most that many cells."""
        say, paper = self.style.words.say, "[11]" if self.is_plain else "11"
        entries = [
            (Span(paper, "headline"), Span(f" {say('day-paper')}", "dim")),
            (Span("13", "faint"), Span(f" {say('day-none')}", "dim")),
            (Span(f"{self.reading.day}", "link"), Span(f" {say('day-open')}", "dim")),
            (Span(f"{self.today.day}", "today", "today"), Span(f" {say('day-today')}", "dim", "today")),
        ][: 3 + has_today]
        lines: list[Spans] = [()]
        for entry in entries:
            if self.style.measure((*lines[-1], *entry)) + 2 > width:
                lines.append(())
            lines[-1] += (Span(" " * (2 if lines[-1] else 1)), *entry)
        return lines


class CalendarScreen(Card[date | None], inherit_bindings=False):
    """The calendar; dismissed with the day to open, or None if the reader went back."""

    BINDINGS: ClassVar[list[BindingType]] = list(bindings("calendar"))
    HINTS = (
        Hint((("↑↓←→", ""),), ("日", "day")),
        Hint((("[", "month(-1)"), ("]", "month(1)")), ("月", "month")),
        Hint((("0", "today"),), ("今天", "today")),
        Hint((("Esc", "close"),), ("返回", "back")),
        Hint((("Enter", "open"),), ("打开", "open")),
    )

    def __init__(self, style: LineStyle, paper: str, reading: date, today: date, issues: Month) -> None:
        super().__init__(style)
        self._paper = paper
        self._reading = self._chosen = reading
        self._today = today
        self._issues = issues
        self._last = 0
        """Number of the last month shown, counted from the year 0."""
        self._known: dict[date, frozenset[date] | None] = {}
        """Days with a paper, by the first day of the month."""
        self._asked: set[date] = set()
        """Months being looked up, or known."""
        self._message = ""

    # What is drawn

    def heading(self) -> str:
        return f"{self._named(self._chosen)} · {self._paper}"

    def _named(self, month: date) -> str:
        say = self.style.words.say
        name = say("month-names").split()[month.month - 1]
        return say("month", year=month.year, month=name)

    @property
    def _count(self) -> int:
        """How many months there is room for."""
        return next(count for columns, count in MONTHS if self.app.size.width >= columns)

    @property
    def _days(self) -> Days:
        return Days(
            style=self.style,
            chosen=self._chosen,
            reading=self._reading,
            today=self._today,
            is_plain=self.app.current_theme.ansi,
            width=5 if self._count == 1 else 4,
            is_airy=self.app.size.height >= AIRY_ROWS,
        )

    @property
    def widest(self) -> int:
        return max(LEAST, self._count * (self._days.columns + GAP) - GAP)

    def lines(self, width: int) -> Sequence[Spans]:
        days, spread = self._days, self.style.spread
        months = [tuple(days.month(month, self._known.get(month))) for month in self._months]
        if len(months) > 1:
            heads = [
                spread(days.columns, (Span(f" {self._named(month)}", "strong"),), ())
                for month in self._months
            ]
            months = [(head, *month) for head, month in zip(heads, months, strict=True)]
        margin = Span(" " * ((width + GAP - len(months) * (days.columns + GAP)) // 2))
        blank, gap = (Span(" " * days.columns),), Span(" " * GAP)
        weeks = zip_longest(*months, fillvalue=blank)
        rows = [(margin, *(span for week in row for span in (*week, gap)))[:-1] for row in weeks]
        if self._message:
            below = self.wrapped((Span(" "),), self._message, width, "message")
        else:
            below = days.legend(width, has_today=self._today.replace(day=1) in self._months)
        return [*((),) * (self.frame is BARE), *rows, (), *below]

    # Choosing

    @property
    def _months(self) -> list[date]:
        """The first days of the months shown."""
        numbers = range(self._last - self._count + 1, self._last + 1)
        return [date(number // 12, number % 12 + 1, 1) for number in numbers]

    def on_mount(self) -> None:
        self._choose(self._chosen)

    def resized(self) -> None:
        """Show as many months as there is room for now."""
        self._choose(self._chosen)

    def action_move(self, days: int) -> None:
        self._choose(self._chosen + timedelta(days=days))

    def action_month(self, step: int) -> None:
        """Go to the month before or after, to the same day or, if the month is shorter, its last."""
        month = self._chosen.replace(day=15) + timedelta(days=30 * step)  # from mid-month into the next month
        last = calendar.monthrange(month.year, month.month)[1]
        self._choose(month.replace(day=min(self._chosen.day, last)))

    def action_today(self) -> None:
        self._choose(self._today)

    def action_open(self, year: int = 0, month: int = 0, day: int = 0) -> None:
        """Open that day, else the one chosen, if it has a paper."""
        self._chosen = date(year, month, day) if year else self._chosen
        known, words = self._known.get(self._chosen.replace(day=1)), self.style.words
        if known is None or self._chosen in known:
            self.dismiss(self._chosen)
        else:
            self._message = words.say("no-paper", day=words.day(self._chosen, short=True))
            self._draw()

    def _choose(self, day: date) -> None:
        if day.year not in limits.YEARS:
            return
        self._chosen, self._message = day, ""
        month, others = day.year * 12 + day.month - 1, self._count - 1
        # the months before it, as a paper is seldom read before it is out
        self._last = min(max(self._last, month), max(month, limits.YEARS[0] * 12) + others)
        self._draw()
        wanted = sorted(set(self._months) - self._asked, key=lambda other: other != day.replace(day=1))
        self._asked |= set(wanted)
        if wanted:
            self._look_up(wanted)

    @work(group="month")
    async def _look_up(self, months: Sequence[date]) -> None:
        for month in months:
            try:
                self._known[month] = await asyncio.to_thread(self._issues, month)
            except ReaderError as error:
                self._asked.discard(month)
                self._message = self.style.words.error(error)[0]
            self._draw()
