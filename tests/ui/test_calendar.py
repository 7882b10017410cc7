"""A month as lines: days with a paper, without, today, and the one chosen."""

from datetime import date

import pytest

from reader.typesetting.cells import widths
from reader.ui.lines import Desk, Marks, Span
from reader.ui.screens.calendar import month_lines
from reader.words import EN, ZH, Words

MONTH, TODAY = date(2026, 5, 12), date(2026, 5, 14)
ISSUES = frozenset({date(2026, 5, 11), MONTH, TODAY})


def spans(issues: frozenset[date] | None = ISSUES, language: int = ZH) -> dict[str, Span]:
    """The days of the month by the action of each."""
    desk = Desk(Words(language), widths(1), Marks())
    lines = month_lines(desk, MONTH, MONTH, TODAY, issues)
    return {span.action: span for line in lines for span in line if span.action}


def test_each_day_stands_once_and_a_click_opens_it() -> None:
    assert list(spans()) == [f"open({day})" for day in range(1, 32)]


def test_a_mark_and_not_only_a_colour_tells_what_a_day_is() -> None:
    days = spans()

    assert days["open(12)"] == Span(" 12* ", "picked", "open(12)")
    assert days["open(13)"] == Span(" 13. ", "faint", "open(13)")
    assert days["open(14)"] == Span("[14*]", "", "open(14)")


def test_as_long_as_nobody_knows_no_day_is_called_empty() -> None:
    assert {span.text.strip(" []1234567890") for span in spans(None).values()} == {""}
    assert not any(span.look == "faint" for span in spans(None).values())


@pytest.mark.parametrize("language", [ZH, EN])
def test_the_days_stand_under_their_weekdays(language: int) -> None:
    desk = Desk(Words(language), widths(1), Marks())
    head, _, week, *_ = month_lines(desk, MONTH, MONTH, TODAY, ISSUES)

    friday = desk.words.say("weekdays").split()[4]
    before = "".join(span.text for span in head).partition(friday)[0]
    first = next(i for i, span in enumerate(week) if span.action)
    assert week[first].action == "open(1)"
    assert abs(desk.measure((Span(before),)) - desk.measure(week[:first])) <= 2
