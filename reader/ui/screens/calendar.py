"""The calendar of a month: days with a paper, days without, today; a day is chosen by moving to it."""

import asyncio
import calendar
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import ClassVar

from textual import work
from textual.binding import BindingType

from reader import limits
from reader.errors import ReaderError
from reader.ui.commands import bindings
from reader.ui.lines import LineStyle, Span, Spans
from reader.ui.screens.card import Card

COLUMN = 5
"""Width of one day in cells: seven of them fit the smallest window."""

Month = Callable[[date], frozenset[date] | None]
"""Returns the days with a paper in the month of a date, None if unknown; blocks."""


def month_lines(
    style: LineStyle, chosen: date, today: date, issues: frozenset[date] | None
) -> Sequence[Spans]:
    """A month as lines, Monday first.

    Args:
        style: Words, width table and glyphs.
        chosen: The selected day, in the month shown.
        today: Today's date; marked if it is in the month shown.
        issues: Days with a paper; None while unknown.
    """
    names = "".join(f"  {name} " for name in style.words.say("weekdays").split())  # two cells each
    lines: list[Spans] = [(Span(f"   {names}", "dim"),)]
    for week in calendar.Calendar().monthdatescalendar(chosen.year, chosen.month):
        lines += [(), (Span("   "), *(_day(day, chosen, today, issues) for day in week))]
    return lines


def _day(day: date, chosen: date, today: date, issues: frozenset[date] | None) -> Span:
    if day.month != chosen.month:
        return Span(" " * COLUMN)
    mark = " " if issues is None else "*" if day in issues else "."
    look = "picked" if day == chosen else "faint" if mark == "." else ""
    text = f"[{day.day:>2}{mark}]" if day == today else f" {day.day:>2}{mark} "
    return Span(text, look, f"open({day.day})")


class CalendarScreen(Card[date | None], inherit_bindings=False):
    """The calendar; dismissed with the day to open, or None if the reader went back."""

    BINDINGS: ClassVar[list[BindingType]] = list(bindings("calendar"))

    def __init__(self, style: LineStyle, paper: str, chosen: date, today: date, issues: Month) -> None:
        super().__init__(style)
        self._paper = paper
        self._chosen = chosen
        self._today = today
        self._issues = issues
        self._known: dict[date, frozenset[date] | None] = {}
        """Days with a paper, by the first day of the month."""
        self._message = ""

    def heading(self) -> str:
        month = self._chosen
        return self.style.words.say("calendar-title", paper=self._paper, year=month.year, month=month.month)

    def lines(self, width: int) -> Sequence[Spans]:
        return [(), *month_lines(self.style, self._chosen, self._today, self._known.get(self._month))]

    def foot(self, *, more: bool) -> Span:
        """The message, if there is one; else the keys."""
        message = self._message
        return Span(f" {message or self.style.words.say('calendar-keys')}", "message" if message else "dim")

    @property
    def _month(self) -> date:
        return self._chosen.replace(day=1)

    def on_mount(self) -> None:
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

    def action_open(self, day: int = 0) -> None:
        """Open the selected day, or the given day of its month, if it has a paper."""
        self._chosen = self._chosen.replace(day=day or self._chosen.day)
        known, words = self._known.get(self._month), self.style.words
        if known is None or self._chosen in known:
            self.dismiss(self._chosen)
        else:
            self._message = words.say("no-paper", day=words.day(self._chosen, short=True))
            self._draw()

    def _choose(self, day: date) -> None:
        if day.year not in limits.YEARS:
            return
        self._chosen, self._message = day, ""
        self._draw()
        if self._month not in self._known:
            self._look_up(self._month)

    @work(group="month")
    async def _look_up(self, month: date) -> None:
        try:
            self._known[month] = await asyncio.to_thread(self._issues, month)
        except ReaderError as error:
            self._message = self.style.words.error(error)[0]
        self._draw()
