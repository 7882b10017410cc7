"""Values as bytes for the pipe between two processes: JSON, and of classes only those on a list."""

import json
from collections.abc import Callable, Iterable
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from typing import Any

from reader import errors
from reader.edition import day, model
from reader.edition.report import Report
from reader.errors import ReaderError

Makers = dict[str, Callable[..., object]]
"""What makes the values of each class from their parts, by the name of the class."""

_PLAIN = (str, int, float, bool, type(None))


def dump(value: object) -> bytes:
    """A value as bytes: plain ones, tuples, dicts, bytes, dates, dataclasses, named tuples, enums, our errors."""
    return json.dumps(_packed(value), ensure_ascii=False).encode("utf-8", "surrogatepass")


def load(data: bytes, makers: Makers) -> object:
    """The value that some bytes stand for.

    Args:
        data: As returned by `dump`; or anything, as what sent it may be broken.
        makers: Of the classes that may be among it.

    Raises:
        ValueError: They are something else.
    """

    def made(packed: dict[str, list[object]]) -> object:
        ((name, parts),) = packed.items()
        return makers[name](*map(_unpacked, parts))

    try:
        return _unpacked(json.loads(data.decode("utf-8", "surrogatepass"), object_hook=made))
    except (KeyError, TypeError, AttributeError, RecursionError, OverflowError) as error:
        raise ValueError(repr(error)) from error


def makers_of(classes: Iterable[type]) -> Makers:
    """What makes values of some classes, and of dicts, bytes and dates."""
    own: Makers = {"dict": dict, "bytes": _bytes, "date": date}
    return own | {each.__name__: _maker(each) for each in classes}


def _packed(value: Any) -> object:  # Any: its class decides what it is made of
    kind = type(value)
    if kind in _PLAIN:
        return value
    if kind is tuple:
        return [_packed(each) for each in value]
    return {kind.__name__: [_packed(part) for part in _parts(value)]}


def _parts(value: Any) -> Iterable[object]:  # Any: as above
    if isinstance(value, bytes):
        return (value.decode("latin-1"),)
    if isinstance(value, dict):
        return (tuple(value.items()),)
    if isinstance(value, Enum):
        return (value.value,)
    if isinstance(value, date):
        return value.year, value.month, value.day
    if isinstance(value, ReaderError):
        return value.code, value.facts
    return [getattr(value, field.name) for field in fields(value)] if is_dataclass(value) else tuple(value)


def _unpacked(value: object) -> object:
    return tuple(map(_unpacked, value)) if isinstance(value, list) else value


def _maker(kind: type) -> Callable[..., object]:
    if issubclass(kind, ReaderError):
        return lambda code, facts: kind(code, **facts)
    if not is_dataclass(kind):
        return kind
    names = [field.name for field in fields(kind)]
    return lambda *parts: kind(**dict(zip(names, parts, strict=True)))


def _bytes(text: str) -> bytes:
    return text.encode("latin-1")


def _own(module: object, base: type = object) -> list[type]:
    """The public classes that a module defines."""
    name = getattr(module, "__name__", "")
    classes = (each for each in vars(module).values() if isinstance(each, type) and each.__module__ == name)
    return [each for each in classes if issubclass(each, base)]


ANSWERS = makers_of([*_own(errors), *_own(model), day.Leaf, Report])
"""Of what may come back from the process that reads pages."""
