"""What is tried in every size, language or terminal by `./run slow matrix`, and every day in one of them."""

from collections.abc import Collection, Sequence

import pytest

IN_MATRIX = (pytest.mark.slow, pytest.mark.matrix)


def in_matrix(names: str, values: Sequence[object], daily: Collection[object]) -> pytest.MarkDecorator:
    """The decorator of a test that is run with each of these values.

    Args:
        names: The test's arguments, with commas between them.
        values: A value of each run, or a tuple of as many as there are names.
        daily: Those of `./run test`; it need not be all that was found, only what would notice most.
    """
    several = "," in names
    return pytest.mark.parametrize(
        names.split(",") if several else names,
        [
            pytest.param(*(value if several and isinstance(value, tuple) else (value,)), marks=marks)
            for value in values
            for marks in [() if value in daily else IN_MATRIX]
        ],
    )
