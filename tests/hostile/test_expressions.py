"""No expression of the program repeats without a bound what repeats already, so that none can take exponential time."""

import importlib
import pkgutil
import re
from collections.abc import Iterator
from re import _constants as ops  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

import pytest

import reader

LONG = 50
"""Repeats that count as unbounded."""

SURE = {
    "plaintext._LINK": "what is outside brackets never gives back, and brackets cannot begin outside them",
    "plaintext._PICTURE": "the same",
    "breaks.UNIT": "what repeats inside cannot begin what repeats outside",
}
"""Expressions with one repeat in another that are linear all the same, and why."""


def expressions() -> Iterator[tuple[str, re.Pattern[str]]]:
    """Every compiled expression over text that the program has, by the module that makes it, and its name there."""
    seen: set[re.Pattern[str]] = set()
    for module in pkgutil.walk_packages(reader.__path__, "reader."):
        if module.name in (
            "reader.__main__",
            "reader.ui.pictures",
        ):  # it reads no text, and may lack its libraries
            continue
        for name, value in vars(importlib.import_module(module.name)).items():
            for found in set(_patterns(value)) - seen:
                seen.add(found)
                yield f"{module.name.rpartition('.')[2]}.{name}", found


def _patterns(value: object) -> Iterator[re.Pattern[str]]:
    if isinstance(value, re.Pattern) and isinstance(value.pattern, str):
        yield value
    elif isinstance(value, dict | tuple | list):
        for part in value.values() if isinstance(value, dict) else value:
            yield from _patterns(part)


def nests(pattern: str, flags: int = 0) -> bool:
    """Whether a long repeat that gives back stands in another."""
    return _nests(parser.parse(pattern, flags), inside=False)


def _nests(parts: Any, *, inside: bool) -> bool:
    for op, value in parts:
        is_long = op in (ops.MAX_REPEAT, ops.MIN_REPEAT) and value[1] >= LONG
        if is_long and inside:
            return True
        if any(
            _nests(part, inside=(inside or is_long) and op is not ops.ATOMIC_GROUP)
            for part in _inner(op, value)
        ):
            return True
    return False


def _inner(op: Any, value: Any) -> Iterator[Any]:
    """The parts of one piece of an expression."""
    if op in (ops.MAX_REPEAT, ops.MIN_REPEAT, ops.POSSESSIVE_REPEAT):
        yield value[2]
    elif op is ops.SUBPATTERN:
        yield value[-1]
    elif op is ops.BRANCH:
        yield from value[1]
    elif op in (ops.ASSERT, ops.ASSERT_NOT):
        yield value[1]
    elif op is ops.ATOMIC_GROUP:
        yield value


EXPRESSIONS = list(expressions())


@pytest.mark.parametrize(("name", "found"), EXPRESSIONS, ids=[name for name, _ in EXPRESSIONS])
def test_no_repeat_stands_in_another(name: str, found: re.Pattern[str]) -> None:
    assert nests(found.pattern, found.flags & ~re.UNICODE) is (name in SURE)


@pytest.mark.parametrize("pattern", ["(?:a+)+", "(?:a|b*c)*d", "(?:[ab]{0,99}c?)*", "(?:x(?=a*))+"])
def test_a_repeat_in_another_is_seen(pattern: str) -> None:
    assert nests(pattern)


@pytest.mark.parametrize("pattern", ["a+b+", "(?:a++b)+", "(?:(?>a+)b)+", "(?:a{1,9}b)+"])
def test_what_never_gives_back_is_let_through(pattern: str) -> None:
    assert not nests(pattern)
