"""A month as lines: days with a paper, without, today, and the one chosen; and choosing one."""

import re
import threading
from collections.abc import AsyncIterator
from datetime import date
from pathlib import Path

import pytest
from rich.cells import cell_len

from reader.errors import NotPublished, ReaderError
from reader.newsstand.saved import Saved
from reader.sources.folder import text
from reader.typesetting.cells import widths
from reader.ui.screens.calendar import CalendarScreen, Days
from reader.ui.spans import LineStyle, Marks, Span
from reader.words import EN, ZH, Words
from tests.support.matrix import in_matrix
from tests.support.newsprint import PAGE
from tests.support.pilots import Reader, reading, settle, shown

MONTH, TODAY = date(2026, 5, 12), date(2026, 5, 14)
ISSUES = frozenset({date(2026, 5, 11), MONTH, TODAY})


def days(language: int = ZH, *, is_plain: bool = False, chosen: date = MONTH, width: int = 5) -> Days:
    style = LineStyle(Words(language), widths(1), Marks())
    return Days(style=style, chosen=chosen, reading=MONTH, today=TODAY, is_plain=is_plain, width=width)


def test_each_day_stands_once_and_a_click_opens_it() -> None:
    actions = [span.action for line in days().month(MONTH, ISSUES) for span in line if span.action]

    assert actions == [f"open(2026, 5, {day})" for day in range(1, 32)]


def test_what_a_day_is_is_told_by_its_look_and_without_colours_by_a_mark() -> None:
    def told(day: int, *, is_plain: bool) -> tuple[str, str]:
        span = days(is_plain=is_plain, chosen=date(2026, 5, 4)).day(date(2026, 5, day), ISSUES)
        return span.text, span.look

    coloured, plain = ({day: told(day, is_plain=way) for day in (4, 11, 12, 13, 14)} for way in (False, True))
    assert coloured == {
        4: ("  4 ", "picked"),
        11: (" 11 ", "headline"),
        12: (" 12 ", "link"),
        13: (" 13 ", "faint"),
        14: (" 14 ", "headline today"),
    }
    assert [text for text, _ in plain.values()] == ["‹ 4›", "[11]", "[12]", " 13 ", "[14]"]


def test_as_long_as_nobody_knows_no_day_is_called_empty() -> None:
    looks = {span.look for line in days().month(MONTH, None) for span in line if span.action}

    assert looks == {"", "picked", "today"}


@pytest.mark.parametrize("language", [ZH, EN])
@pytest.mark.parametrize("width", [4, 5])
def test_the_days_stand_under_their_weekdays_and_the_weekend_apart(language: int, width: int) -> None:
    shown = days(language, width=width)
    head, _, *weeks = shown.month(MONTH, ISSUES)

    assert {shown.style.measure(line) for line in (head, *weeks)} == {shown.columns}
    columns = [
        column + 1 for column in (0, *(width * day for day in range(1, 5)), width * 5 + 1, width * 6 + 1)
    ]
    for day, column in enumerate(columns):
        name = shown.style.words.say("weekdays").split()[day]
        before = "".join(span.text for span in head).partition(name)[0]
        assert shown.style.measure((Span(before),)) == column
        week = "".join(span.text for span in weeks[4])
        assert week[column : column + 2] == f"{4 + 7 + day:>2}"


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
    """Without colours, so that the rows tell what the days are."""
    async with reading(tmp_path, Saved(text(PAGE.encode()))) as pilot:
        pilot.app.theme = "terminal"
        yield Choosing(pilot)


async def test_a_day_with_a_paper_is_given_and_one_without_is_named(choosing: Choosing) -> None:
    await choosing.open()

    assert "No paper on 13 May" in "".join(await choosing.press("right", "enter"))
    assert "[11] paper  13 none" in "".join(await choosing.press("right"))
    await choosing.press("enter")

    assert choosing.given == [date(2026, 5, 14)]


@pytest.mark.parametrize(
    ("last", "keys"),
    [
        (date(2999, 12, 31), ("right", "down", "right_square_bracket")),
        (date(1000, 2, 1), ("left_square_bracket", "left", "up", "left_square_bracket")),
    ],
)
async def test_the_calendar_ends_before_the_years_do(
    choosing: Choosing, last: date, keys: tuple[str, ...]
) -> None:
    await choosing.open(last)

    await choosing.press(*keys)

    assert choosing.asked == [last.replace(day=1), last.replace(month=last.month - 1, day=1)]


async def test_each_month_that_is_shown_is_looked_up_once_the_chosen_one_first(choosing: Choosing) -> None:
    await choosing.open()
    assert choosing.asked == [date(2026, 5, 1), date(2026, 4, 1)]

    await choosing.press("down", "up", *["left_square_bracket"] * 2, *["right_square_bracket"] * 2, "0")
    assert choosing.asked[2:] == [date(2026, 3, 1)]

    await choosing.pilot.resize_terminal(120, 36)
    await settle(choosing.pilot)
    await choosing.press("right_square_bracket")
    assert choosing.asked[3:] == [date(2026, 6, 1)]


@in_matrix(
    "columns,months", [(40, 1), (79, 1), (80, 2), (119, 2), (120, 3)], daily=[(79, 1), (80, 2), (120, 3)]
)
async def test_months_stand_side_by_side_and_stay_while_the_choice_moves_in_them(
    choosing: Choosing, columns: int, months: int
) -> None:
    await choosing.pilot.resize_terminal(columns, 24)
    await choosing.open()
    names = ["Mar 2026", "Apr 2026", "May 2026"][-months:]

    def shown_months() -> list[str]:
        """The names of the months, that in the title first."""
        return re.findall(r"[A-Z][a-z]{2} 2026", "".join(shown(choosing.pilot)))

    assert "".join(shown(choosing.pilot)).count(" Mo ") == months
    assert shown_months() == [names[-1], *names * (months > 1)]
    await choosing.press(*["left_square_bracket"] * (months - 1))
    assert shown_months() == [names[0], *names * (months > 1)]
    await choosing.press("left_square_bracket")
    assert names[-1] not in shown_months()


async def test_a_month_that_could_not_be_looked_up_is_told_and_asked_for_again(choosing: Choosing) -> None:
    choosing.answers[MONTH.replace(day=1)] = NotPublished("no-sister-named")
    await choosing.open()
    assert "This page names no sister paper" in "".join(shown(choosing.pilot))

    choosing.answers[MONTH.replace(day=1)] = ISSUES
    rows = await choosing.press("right")

    assert any("[11][12]‹13›[14] 15 " in row for row in rows)
    assert "[11] paper" in "".join(rows)


async def test_what_is_found_of_a_month_left_meanwhile_is_kept(choosing: Choosing) -> None:
    choosing.gate.clear()
    choosing.show(MONTH)
    await choosing.pilot.press("left_square_bracket")
    choosing.gate.set()
    await settle(choosing.pilot)

    rows = await choosing.press("right_square_bracket")

    assert any("[11]‹12› 13 [14] 15 " in row for row in rows)
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
    row, line = next((y, line) for y, line in enumerate(shown(choosing.pilot)) if "[11]" in line)

    await choosing.pilot.click(offset=(cell_len(line.partition("[11]")[0]) + 1, row))
    await settle(choosing.pilot)

    assert choosing.given == [date(2026, 5, 11)]
