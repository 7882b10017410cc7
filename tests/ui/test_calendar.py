"""A month as lines: days with a paper, without, today, and the one chosen; and choosing one."""

import threading
from collections.abc import AsyncIterator
from datetime import date
from pathlib import Path

import pytest

from reader.errors import NotPublished, ReaderError
from reader.newsstand.saved import Saved
from reader.sources.folder import text
from reader.typesetting.cells import widths
from reader.ui.lines import LineStyle, Marks, Span
from reader.ui.screens.calendar import CalendarScreen, month_lines
from reader.words import EN, ZH, Words
from tests.support.newsprint import PAGE
from tests.support.pilots import Reader, reading, settle, shown

MONTH, TODAY = date(2026, 5, 12), date(2026, 5, 14)
ISSUES = frozenset({date(2026, 5, 11), MONTH, TODAY})


def spans(issues: frozenset[date] | None = ISSUES, language: int = ZH) -> dict[str, Span]:
    """The days of the month by the action of each."""
    style = LineStyle(Words(language), widths(1), Marks())
    lines = month_lines(style, MONTH, TODAY, issues)
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
    style = LineStyle(Words(language), widths(1), Marks())
    head, _, week, *_ = month_lines(style, MONTH, TODAY, ISSUES)

    friday = style.words.say("weekdays").split()[4]
    before = "".join(span.text for span in head).partition(friday)[0]
    first = next(i for i, span in enumerate(week) if span.action)
    assert week[first].action == "open(1)"
    assert abs(style.measure((Span(before),)) - style.measure(week[:first])) <= 2


class Choosing:
    """Somebody who chooses a day in a calendar on the screen."""

    def __init__(self, pilot: Reader) -> None:
        self.pilot = pilot
        self.asked: list[date] = []
        """The months that were looked up."""
        self.answers: dict[date, frozenset[date] | ReaderError] = {MONTH.replace(day=1): ISSUES}
        """By the first day of the month; None is told of any other."""
        self.given: list[date | None] = []
        """What the calendar was left with."""
        self.gate = threading.Event()
        """Answers are held back until it is set."""
        self.gate.set()

    def look_up(self, month: date) -> frozenset[date] | None:
        self.asked.append(month.replace(day=1))
        assert self.gate.wait(20)
        answer = self.answers.get(month.replace(day=1))
        if isinstance(answer, ReaderError):
            raise answer
        return answer

    def show(self, chosen: date) -> None:
        style = LineStyle(Words(EN), widths(1), Marks())
        screen = CalendarScreen(style, "石桥日报", chosen, TODAY, self.look_up)
        self.pilot.app.push_screen(screen, self.given.append)

    async def open(self, chosen: date = MONTH) -> None:
        self.show(chosen)
        await settle(self.pilot)

    async def press(self, *keys: str) -> list[str]:
        await self.pilot.press(*keys)
        await settle(self.pilot)
        return shown(self.pilot)


@pytest.fixture
async def choosing(tmp_path: Path) -> AsyncIterator[Choosing]:
    async with reading(tmp_path, Saved(text(PAGE.encode()))) as pilot:
        yield Choosing(pilot)


async def test_a_day_with_a_paper_is_given_and_one_without_is_named(choosing: Choosing) -> None:
    await choosing.open()

    assert (await choosing.press("right", "enter"))[-1] == " No paper on 13 May"
    assert (await choosing.press("right"))[-1].startswith(" * paper")
    await choosing.press("enter")

    assert choosing.given == [date(2026, 5, 14)]


@pytest.mark.parametrize(
    ("last", "keys"),
    [
        (date(2999, 12, 31), ("right", "down", "right_square_bracket")),
        (date(1000, 1, 1), ("left", "up", "left_square_bracket")),
    ],
)
async def test_the_calendar_ends_before_the_years_do(
    choosing: Choosing, last: date, keys: tuple[str, ...]
) -> None:
    await choosing.open(last)

    await choosing.press(*keys)

    assert choosing.asked == [last.replace(day=1)]


async def test_each_month_is_looked_up_once(choosing: Choosing) -> None:
    await choosing.open()

    await choosing.press("down", "up", "left_square_bracket", "right_square_bracket", "0")

    assert choosing.asked == [date(2026, 5, 1), date(2026, 4, 1)]


async def test_a_month_that_could_not_be_looked_up_is_told_and_asked_for_again(choosing: Choosing) -> None:
    choosing.answers[MONTH.replace(day=1)] = NotPublished("no-sister-named")
    await choosing.open()
    assert shown(choosing.pilot)[-1] == " This page names no sister paper"

    choosing.answers[MONTH.replace(day=1)] = ISSUES
    rows = await choosing.press("right")

    assert any("13." in row for row in rows)
    assert rows[-1].startswith(" * paper")


async def test_what_is_found_of_a_month_left_meanwhile_is_kept(choosing: Choosing) -> None:
    choosing.gate.clear()
    choosing.show(MONTH)
    await choosing.pilot.press("left_square_bracket")
    choosing.gate.set()
    await settle(choosing.pilot)

    rows = await choosing.press("right_square_bracket")

    assert any("13." in row for row in rows)
    assert choosing.asked.count(MONTH.replace(day=1)) == 1


MONTHS = {
    (date(2026, 3, 31), "left_square_bracket"): date(2026, 2, 28),
    (date(2024, 1, 31), "right_square_bracket"): date(2024, 2, 29),
    (date(2026, 12, 1), "right_square_bracket"): date(2027, 1, 1),
    (date(2026, 1, 30), "left_square_bracket"): date(2025, 12, 30),
    (date(2026, 2, 28), "right_square_bracket"): date(2026, 3, 28),
}


async def test_the_month_beside_is_shown_on_the_same_day_as_far_as_it_goes(choosing: Choosing) -> None:
    for chosen, key in MONTHS:
        await choosing.open(chosen)
        await choosing.press(key, "enter")

    assert choosing.given == list(MONTHS.values())


async def test_a_calendar_that_is_left_gives_no_day(choosing: Choosing) -> None:
    for key in ("escape", "q", "d"):
        await choosing.open()
        await choosing.press("question_mark", "f1", key)

    assert choosing.given == [None] * 3


async def test_a_day_is_pressed_with_the_mouse(choosing: Choosing) -> None:
    await choosing.open()
    row, line = next((y, line) for y, line in enumerate(shown(choosing.pilot)) if "11*" in line)

    await choosing.pilot.click(offset=(line.index("11*"), row))
    await settle(choosing.pilot)

    assert choosing.given == [date(2026, 5, 11)]
