"""The one place that defers imports: what the first frame, or a saved page, can do without is loaded on first use."""

from importlib import import_module


class Later:
    """A module that is imported when something of it is first asked for; from any thread.

    Type checkers and the test of the walls see the real import, which stands beside it under `TYPE_CHECKING`.

    Args:
        name: The module's full name.
    """

    def __init__(self, name: str) -> None:
        self._name = name

    def __getattr__(self, attribute: str) -> object:
        return getattr(import_module(self._name), attribute)
