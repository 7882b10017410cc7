"""Questions and answers on the pipe between two processes: MessagePack, read back as the types that functions declare."""

from collections.abc import Callable, Mapping
from types import GenericAlias
from typing import NamedTuple, get_type_hints

from msgspec import Raw
from msgspec.msgpack import decode, encode

from reader import errors
from reader.errors import ReaderError

Function = Callable[..., object]

_CLASSES = (each for each in vars(errors).values() if isinstance(each, type))
_ERRORS = {each.__name__: each for each in _CLASSES if issubclass(each, ReaderError)}


class _Failure(NamedTuple):
    """One of our errors."""

    kind: str
    code: str
    facts: dict[str, object]
    """Numbers, texts and what else MessagePack has."""


def question(function: Function, arguments: tuple[object, ...]) -> bytes:
    """A call of a function, as bytes."""
    return encode((function.__name__, arguments))


def asked(data: bytes, functions: Mapping[str, Function]) -> tuple[Function, tuple[object, ...]]:
    """The function that a question names, and the arguments it declares.

    Raises:
        ValueError: It is something else.
        KeyError: There is no such function.
    """
    name, arguments = decode(data, type=tuple[str, Raw])
    *kinds, _ = get_type_hints(functions[name]).values()
    return functions[name], decode(arguments, type=GenericAlias(tuple, tuple(kinds)))


def answer(value: object) -> bytes:
    """What a function returned, or one of our errors that it raised, as bytes.

    Raises:
        TypeError: It is no plain value, nor of one of the classes that stand for data.
        ValueError: There is text in it that is no Unicode.
    """
    if isinstance(value, ReaderError):
        return encode((_Failure(type(value).__name__, value.code, value.facts), None))
    return encode((None, value))


def answered(data: bytes, function: Function) -> object:
    """What a function returned; raises what it raised.

    Args:
        data: As returned by `answer`; or anything, as what sent it may be broken.
        function: Its declared type is the only one that may come back.

    Raises:
        ValueError: It is something else.
    """
    kind = get_type_hints(function)["return"]
    try:
        failure, value = decode(data, type=GenericAlias(tuple, (_Failure | None, kind | None)))
    except RecursionError as error:
        raise ValueError(repr(error)) from error
    if failure is None:
        return value
    if failure.kind not in _ERRORS:
        raise ValueError(failure.kind)
    raise _ERRORS[failure.kind](failure.code, **failure.facts)
