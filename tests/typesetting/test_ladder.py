"""The ladder of type sizes: every step is another screen, and every window has one."""

from itertools import pairwise

import pytest

from reader.typesetting.cells import widths
from reader.typesetting.ladder import Capabilities, Plan, TextSize, next_size, resolve
from reader.typesetting.linebreak import set_paragraph

PLAIN = Capabilities()
PROSE = "青石市“百里江岸”工程二期正式动工，总投资12.6亿元；届时，市民可以从老城步行到新区。" * 12
PARAGRAPHS = tuple(PROSE[: 30 + 17 * step] for step in range(24))


def distinct_plans(columns: int, rows: int) -> list[Plan]:
    """What stepping from the smallest size up shows."""
    size: TextSize | None = TextSize.SMALLEST
    plans = []
    while size is not None:
        plans.append(resolve(size, PLAIN, columns, rows))
        size = next_size(size, 1, PLAIN, (columns, rows))
    return plans


def characters_per_screen(plan: Plan, rows: int) -> float:
    """How many characters of paragraphs of 110 characters a screen shows, on average."""
    measure = plan.measure
    lines = 110 / plan.han + 0.5
    return 110 * rows / (lines * (1 + measure.leading) - measure.leading + measure.gap)


def rows_of(plan: Plan) -> int:
    """Rows the sample paragraphs take as really set."""
    measure = plan.measure
    taken = 0
    for text in PARAGRAPHS:
        lines = len(set_paragraph(text, measure.width, widths(), indent=measure.indent, hang=measure.hang))
        taken += lines * (1 + measure.leading) - measure.leading + measure.gap
    return taken


def test_a_wide_window_gives_each_size_its_own_measure() -> None:
    measures = [resolve(size, PLAIN, 160, 50).measure for size in TextSize]

    assert [(m.width, m.leading, m.gap, m.bold) for m in measures] == [
        (96, 0, 0, False),
        (80, 0, 0, False),
        (72, 0, 1, False),
        (60, 1, 2, True),
        (44, 1, 2, True),
    ]


@pytest.mark.parametrize("size", TextSize)
def test_paragraphs_stand_further_apart_than_their_lines_or_are_parted_by_the_indent(size: TextSize) -> None:
    measure = resolve(size, PLAIN, 160, 50).measure

    assert measure.gap > measure.leading or (measure.leading == 0 and measure.indent > 0)


@pytest.mark.parametrize("columns", [40, 52, 80, 93])
def test_the_smallest_type_does_not_touch_the_edge(columns: int) -> None:
    assert columns - resolve(TextSize.SMALLEST, PLAIN, columns, 20).measure.width >= 4


def test_a_narrow_window_still_tells_the_sizes_apart() -> None:
    assert [resolve(size, PLAIN, 40, 20).measure.width for size in TextSize] == [36, 34, 30, 26, 22]


@pytest.mark.parametrize("columns", range(24, 201))
def test_each_step_up_shows_fewer_characters(columns: int) -> None:
    for rows in range(6, 61):
        plans = distinct_plans(columns, rows)
        shown = [characters_per_screen(plan, rows) for plan in plans]

        assert len(plans) >= 4
        assert all(fewer < more for more, fewer in pairwise(shown))


@pytest.mark.parametrize("columns", range(24, 201, 4))
def test_each_step_up_takes_more_rows_for_the_same_text(columns: int) -> None:
    taken = [rows_of(plan) for plan in distinct_plans(columns, 24)]

    assert all(less < more for less, more in pairwise(taken))


@pytest.mark.parametrize("rows", [1, 2, 3, 10, 60])
@pytest.mark.parametrize("columns", [1, 2, 9, 12, 17, 24, 40, 97, 98, 99, 200])
def test_every_plan_is_even_and_leaves_room_for_a_hanging_stop(columns: int, rows: int) -> None:
    for size in TextSize:
        plan = resolve(size, PLAIN, columns, rows)

        assert plan.measure.width % 2 == 0
        assert 2 <= plan.measure.width <= max(2, columns - 2)
        assert plan.step == TextSize.SMALLEST or plan.han >= 5


@pytest.mark.parametrize(("columns", "rows", "step"), [(26, 20, 1), (22, 20, 0), (100, 2, 0), (10, 20, -2)])
def test_a_window_too_small_draws_a_lower_size_and_says_so(columns: int, rows: int, step: int) -> None:
    plan = resolve(TextSize.LARGEST, PLAIN, columns, rows)

    assert (plan.asked, plan.step, plan.is_lowered) == (TextSize.LARGEST, step, True)


def test_a_size_that_fits_is_not_lowered_and_says_what_it_draws() -> None:
    plan = resolve(TextSize.LARGE, PLAIN, 100, 30)

    assert (plan.step, plan.is_lowered, plan.han, plan.is_leaded) == (TextSize.LARGE, False, 30, True)


def test_a_kept_size_beyond_the_ladder_counts_as_its_end() -> None:
    assert resolve(3, PLAIN, 100, 30) == resolve(TextSize.LARGEST, PLAIN, 100, 30)
    assert next_size(3, 1, PLAIN, (100, 30)) is None
    assert next_size(3, -1, PLAIN, (100, 30)) == TextSize.LARGE


def test_the_ends_of_the_ladder_give_no_further_size() -> None:
    assert next_size(TextSize.LARGEST, 1, PLAIN, (100, 30)) is None
    assert next_size(TextSize.SMALLEST, -1, PLAIN, (100, 30)) is None


def test_a_press_skips_sizes_that_would_look_the_same() -> None:
    columns, rows = 100, 2

    assert next_size(TextSize.DEFAULT, 1, PLAIN, (columns, rows)) is None
    assert next_size(TextSize.LARGEST, -1, PLAIN, (columns, rows)) == TextSize.SMALL


def test_without_bold_large_type_is_still_leaded() -> None:
    measure = resolve(TextSize.LARGEST, Capabilities(bold=False), 100, 30).measure

    assert (measure.bold, measure.leading) == (False, 1)
