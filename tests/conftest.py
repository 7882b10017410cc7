"""What any test may ask for: numbers to count, and a chance that falls the same way again."""

import gc
import os
import random
from collections.abc import Callable

import pytest

from reader.apart.process import Apart
from tests.support.read_once import READ_ONCE
from tests.support.tally import Table, Tally, counting


def pytest_addoption(parser: pytest.Parser) -> None:
    """One more option."""
    parser.addoption(
        "--seed", type=int, default=1, help="what chance begins with; the same falls the same way"
    )


def pytest_configure(config: pytest.Config) -> None:
    """Let the slow tests be counted; and draw with all colours, whatever terminal the tests are run in."""
    os.environ["COLORTERM"] = "truecolor"
    os.environ.pop("NO_COLOR", None)
    config.pluginmanager.register(Table(config.getoption("seed")))


def pytest_collection_finish() -> None:
    """Keep the thousands of tests out of the search for garbage, which takes a seventh of all time else."""
    gc.collect()
    gc.freeze()


@pytest.fixture
def tally(record_property: Callable[[str, object], None]) -> Tally:
    """Counts a line of the table: `tally("actions", 5000)`, `tally("memory, MB more", 3.2, most=True)`."""
    return counting(record_property)


@pytest.fixture
def read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Parse no document twice: for tests of what is done with the days of the samples, not of the parser."""
    monkeypatch.setattr(Apart, "running", READ_ONCE)


@pytest.fixture
def chance(request: pytest.FixtureRequest) -> random.Random:
    """What chooses at random: differently for each test and each `--seed`, which a failure tells."""
    seed = f"{request.config.getoption('seed')} {request.node.name}"
    request.node.add_report_section("setup", "chance", f"chosen at random by --seed {seed.partition(' ')[0]}")
    return random.Random(seed)  # noqa: S311 - it chooses what is tried
