"""The tests of the screens open the same few days again and again."""

import pytest


@pytest.fixture(autouse=True)
def _read_once(read_once: None) -> None:
    """The reader is tried, not the parser."""
