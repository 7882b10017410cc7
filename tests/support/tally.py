"""The table of what the slow tests did: how often, and how many of the tests that did it failed."""

from collections.abc import Callable, Mapping
from typing import Any, Protocol

import pytest

PARTS = ("matrix", "fuzz", "pty", "net", "kill", "soak", "rest")
"""What `./run slow` can be asked for; each but the last is a mark, the last is what has none of them."""

COUNTED = "tally"
"""The name that numbers go by in a report."""


class Tally(Protocol):
    """Counts what a test did, for the table."""

    def __call__(self, what: str, number: float = 1, *, most: bool = False) -> None:
        """Add a number to a line; or, of numbers that are `most`, keep the largest."""


def counting(record_property: Callable[[str, object], None]) -> Tally:
    """What counts for a test; the numbers travel in its report, from whichever process runs it."""

    def count(what: str, number: float = 1, *, most: bool = False) -> None:
        record_property(COUNTED, (what, number, most))

    return count


class Line:
    """A line of the table."""

    def __init__(self) -> None:
        self.number: float = 0
        self.failed = 0

    def add(self, number: float, *, most: bool = False) -> None:
        """Add a number, or keep the larger one."""
        self.number = max(self.number, number) if most else self.number + number


class Table:
    """A plugin of pytest: adds up the reports of all tests, and prints the table if slow ones were among them."""

    def __init__(self, seed: int) -> None:
        self._seed = seed
        self._lines: dict[tuple[str, str], Line] = {}
        self._failed: set[str] = set()
        self._has_slow = False

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Take a report; the last one of a test tells all that it counted."""
        if report.failed:
            self._failed.add(report.nodeid)
        if report.when != "teardown":
            return
        self._has_slow |= "slow" in report.keywords
        part = part_of(report.keywords)
        names = {"tests"}
        self._line(part, "tests").add(1)
        counted: list[Any] = [told for name, told in report.user_properties if name == COUNTED]
        for what, number, most in counted:
            self._line(part, what).add(number, most=most)
            names.add(what)
        for name in names:
            self._line(part, name).failed += report.nodeid in self._failed

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        """Print the table."""
        if self._has_slow:
            terminalreporter.section(f"what the slow tests did (--seed {self._seed})")
            for row in self.rows():
                terminalreporter.write_line(row)

    def rows(self) -> list[str]:
        """The table, row by row: the part, what was done, how often, how many tests that did it failed."""
        rows = [f"{'part':6} {'what':52} {'how often':>12} {'failed':>7}"]
        for part in PARTS:
            lines = [(what, line) for (of, what), line in self._lines.items() if of == part]
            rows += [
                f"{part:6} {what:52} {written(line.number):>12} {line.failed:>7}" for what, line in lines
            ]
        return rows

    def _line(self, part: str, what: str) -> Line:
        return self._lines.setdefault((part, what), Line())


def part_of(keywords: Mapping[str, object]) -> str:
    """The part of the slow tests that a test of these marks belongs to."""
    return next((part for part in PARTS if part in keywords), PARTS[-1])


def written(number: float) -> str:
    """A number as it stands in the table."""
    return f"{number:,.0f}" if number == int(number) else f"{number:,.2f}"
