"""The table of the slow tests adds up what they tell, and says which lines failed."""

import pytest

from tests.support.tally import COUNTED, Table, part_of, written


def report(name: str, outcome: str, when: str, *counted: object, mark: str = "kill") -> pytest.TestReport:
    return pytest.TestReport(
        name, ("", 0, name), {"slow": 1, mark: 1}, outcome, None, when,  # type: ignore[arg-type]
        user_properties=[(COUNTED, told) for told in counted],
    )  # fmt: skip


def table_of(*reports: pytest.TestReport) -> list[list[str]]:
    table = Table(seed=7)
    for each in reports:
        table.pytest_runtest_logreport(each)
    return [row.rsplit(None, 2) for row in table.rows()[1:]]


def test_numbers_add_up_but_of_those_that_are_most_the_largest_stays() -> None:
    rows = table_of(
        report("a", "passed", "teardown", ("kills", 20, False), ("ratio", 2.5, True)),
        report("b", "passed", "teardown", ("kills", 1300, False), ("ratio", 1.25, True)),
    )

    assert rows == [["kill   tests", "2", "0"], ["kill   kills", "1,320", "0"], ["kill   ratio", "2.50", "0"]]


def test_a_test_that_fails_is_counted_in_every_line_it_told() -> None:
    rows = table_of(
        report("a", "failed", "call", ("kills", 1, False)),
        report("a", "passed", "teardown", ("kills", 1, False), ("kills", 1, False)),
        report("b", "passed", "call", ("kills", 1, False)),
        report("b", "passed", "teardown", ("kills", 1, False), ("quits", 1, False)),
    )

    assert rows == [["kill   tests", "2", "1"], ["kill   kills", "3", "1"], ["kill   quits", "1", "0"]]


def test_what_belongs_to_no_part_is_the_rest() -> None:
    assert part_of({"slow": 1, "soak": 1}) == "soak"
    assert part_of({"slow": 1}) == "rest"
    assert [written(number) for number in (1234, 0.5, 3.0)] == ["1,234", "0.50", "3"]
