"""Documents that many tests open are parsed once: what is read apart is a value that follows from values alone."""

from collections.abc import Callable
from typing import TypeVar, TypeVarTuple

from reader.apart.process import Apart
from reader.folders import own_papers

_P = TypeVarTuple("_P")
_R = TypeVar("_R")


class ReadOnce(Apart):
    """Runs functions where they are called, and keeps what they returned; what they raise is not kept."""

    def __init__(self) -> None:
        super().__init__(())
        self._returned: dict[object, object] = {}

    def call(self, function: Callable[[*_P], _R], *arguments: *_P) -> _R:
        """What the function returned when it was first called so."""
        key = function, arguments, own_papers()
        if key not in self._returned:
            self._returned[key] = function(*arguments)
        return self._returned[key]  # type: ignore[return-value]  # under a function stands what it returned


READ_ONCE = ReadOnce()
