"""How many colours a terminal has, as those who draw on it decide."""

from collections.abc import Mapping
from io import StringIO
from typing import Literal

from rich.console import Console

_System = Literal["auto", "standard", "256", "truecolor"]
_SYSTEMS: tuple[_System, ...] = ("standard", "256", "truecolor")


def colours(environment: Mapping[str, str]) -> str:
    """How many colours the reader draws with here: "truecolor", "256", "standard" (16), or "none"."""
    if environment.get("NO_COLOR"):
        return "none"
    asked = environment.get("TEXTUAL_COLOR_SYSTEM")
    system: _System = next((system for system in _SYSTEMS if system == asked), "auto")
    console = Console(file=StringIO(), force_terminal=True, color_system=system, _environ=environment)
    return console.color_system or "none"
