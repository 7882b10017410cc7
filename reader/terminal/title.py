"""The title of the terminal's window: ours while the reader is on the screen, its own again afterwards.

Source:
    Control sequences of xterm: OSC 2, and the stack of titles of CSI 22 and 23 t.
"""

from collections.abc import Mapping

from reader import limits
from reader.words import printable

KEEP, GIVE_BACK = "\x1b[22;0t", "\x1b[23;0t"
"""Put the window's title on the terminal's stack, and take it from there."""

_TAKE_TITLES = ("xterm", "tmux", "alacritty", "foot", "st-", "wezterm", "contour", "vte", "gnome", "konsole")
"""How TERM begins for those that take titles; the Linux console would print them, rxvt has no stack of them."""


def takes_titles(environment: Mapping[str, str]) -> bool:
    """Whether the terminal is known to take a title and to give its own back."""
    return "TMUX" in environment or environment.get("TERM", "").startswith(_TAKE_TITLES)


def title(place: str) -> str:
    """What names the window 青石日报 5月12日 · banmian; of a place, the first `limits.TITLE_CHARACTERS` characters."""
    shown = printable(place[: limits.TITLE_CHARACTERS])
    return f"\x1b]2;{shown}{' · ' * bool(shown)}banmian\x07"
