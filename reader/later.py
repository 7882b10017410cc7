"""Deferred imports: what the first frame or a saved page does not need is loaded when used."""

from importlib import import_module


class Later:
    """A module that is imported when one of its attributes is first used; safe to use from any thread.

    Type checkers and the architecture tests see the real import, under `TYPE_CHECKING` beside it.

    Args:
        name: The module's full name.
    """

    def __init__(self, name: str) -> None:
        self._name = name

    def __getattr__(self, attribute: str) -> object:
        return getattr(import_module(self._name), attribute)
