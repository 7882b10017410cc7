"""The calendar of a month: days with a paper, days without, today; a day is chosen by moving to it."""

import calendar
from collections.abc import Callable
from datetime import date, timedelta
from typing import ClassVar

from textual import events, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.screen import ModalScreen

from reader.errors import ReaderError
from reader.ui.commands import bindings
from reader.ui.lines import Desk, Span, Spans
from reader.ui.widgets.lists import List
from reader.ui.widgets.rows import Rows

COLUMN = 5
"""Cells of one day of the week: seven of them fit the smallest window."""

Month = Callable[[date], frozenset[date] | None]
"""The days with a paper in the month of a date, None if nobody can tell; blocking."""


def month_lines(
    desk: Desk, month: date, chosen: date, today: date, issues: frozenset[date] | None
) -> tuple[Spans, ...]:
    """A month as lines, Monday first.

    Args:
        desk: What lines are made with.
        month: Any day of it.
        chosen: The day the reader is on.
        today: Marked wherever it stands.
        issues: Days with a paper; None while nobody knows yet.
    """
    names = desk.words.say("weekdays").split()
    lines: list[Spans] = [(Span("   " + "".join(_padded(desk, name) for name in names), "dim"),), ()]
    for week in calendar.Calendar().monthdatescalendar(month.year, month.month):
        spans = [Span("   ")]
        for day in week:
            if day.month != month.month:
                spans.append(Span(" " * COLUMN))
                continue
            mark = " " if issues is None else "*" if day in issues else "."
            text = f"[{day.day:>2}{mark}]" if day == today else f" {day.day:>2}{mark} "
            known = issues is None or day in issues
            look = "picked" if day == chosen else "" if known else "faint"
            spans.append(Span(text, look, f"open({day.day})"))
        lines += [tuple(spans), ()]
    return tuple(lines)


def _padded(desk: Desk, name: str) -> str:
    return "  " + name + " " * max(0, COLUMN - 2 - desk.measure((Span(name),)))


class CalendarScreen(ModalScreen[date | None]):
    """Gives the day to open, None if the reader went back."""

    BINDINGS: ClassVar[list[BindingType]] = list(bindings("calendar"))

    DEFAULT_CSS = """
    CalendarScreen {
        layout: vertical;
        background: $background;
        & > List { height: 1fr; }
    }
    """

    def __init__(self, desk: Desk, paper: str, chosen: date, today: date, issues: Month) -> None:
        super().__init__()
        self._desk = desk
        self._paper = paper
        self._chosen = chosen
        self._today = today
        self._issues = issues
        self._known: dict[tuple[int, int], frozenset[date] | None] = {}
        self._message = ""

    def compose(self) -> ComposeResult:
        """Title, month, keys."""
        yield Rows(id="calendar-title")
        yield List(id="month")
        yield Rows(id="calendar-keys")

    def on_resize(self, event: events.Resize) -> None:
        """Draw in another width."""
        self.call_after_refresh(self._draw)
        self._ask()

    def action_move(self, days: int) -> None:
        """Move by days."""
        self._choose(self._chosen + timedelta(days=days))

    def action_month(self, step: int) -> None:
        """The month before or after, on the same day of it as far as it goes."""
        months = self._chosen.year * 12 + self._chosen.month - 1 + step
        year, month = divmod(months, 12)
        last = calendar.monthrange(year, month + 1)[1]
        self._choose(date(year, month + 1, min(self._chosen.day, last)))

    def action_today(self) -> None:
        """Today."""
        self._choose(self._today)

    def action_open(self, day: int = 0) -> None:
        """Open the day chosen, or another day of its month, if it has a paper."""
        self._chosen = self._chosen.replace(day=day or self._chosen.day)
        known = self._known.get((self._chosen.year, self._chosen.month))
        if known is not None and self._chosen not in known:
            self._message = self._desk.words.say(
                "no-paper", day=self._desk.words.day(self._chosen, short=True)
            )
            self._draw()
        else:
            self.dismiss(self._chosen)

    def _choose(self, day: date) -> None:
        self._chosen, self._message = day, ""
        self._draw()
        self._ask()

    def _ask(self) -> None:
        if (self._chosen.year, self._chosen.month) not in self._known:
            self._look_up(self._chosen)

    @work(thread=True, exclusive=True, group="month")
    def _look_up(self, month: date) -> None:
        try:
            found = self._issues(month)
        except ReaderError as error:
            self.app.call_from_thread(self._tell, self._desk.words.error(error)[0])
        else:
            self.app.call_from_thread(self._learn, month, found)

    def _learn(self, month: date, found: frozenset[date] | None) -> None:
        self._known[month.year, month.month] = found
        self._draw()

    def _tell(self, message: str) -> None:
        self._message = message
        self._draw()

    def _draw(self) -> None:
        if not self.query("#month"):  # closed meanwhile
            return
        say, month = self._desk.words.say, self._chosen
        title = say("calendar-title", paper=self._paper, year=month.year, month=month.month)
        self.query_one("#calendar-title", Rows).show(((Span(f" {title}", "strong"),),))
        known = self._known.get((month.year, month.month))
        self.query_one("#month", List).show(((), *month_lines(self._desk, month, month, self._today, known)))
        keys = Span(f" {self._message or say('calendar-keys')}", "message" if self._message else "dim")
        self.query_one("#calendar-keys", Rows).show(((keys,),))
