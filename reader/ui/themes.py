"""报纸, 夜读, 高对比, and the terminal's own colours.

In the first three every pair of text and ground is at 4.5:1 or more; in 高对比 at 7:1.
"""

from dataclasses import replace

from textual.theme import BUILTIN_THEMES, Theme


def _theme(name: str, ink: str, ground: str, accent: str, quiet: str, **other: str) -> Theme:
    """A theme of the few colours the screen uses.

    Args:
        name: Its name among the kept preferences.
        ink: Of the text.
        ground: Behind it.
        accent: Of the headline and of what can be pressed.
        quiet: Of what stands around the text.
        other: `faint`, `rule`, `field` (behind the find field), `found` (behind a match).
    """
    return Theme(
        name=name,
        primary=accent,
        secondary=quiet,
        accent=accent,
        foreground=ink,
        background=ground,
        surface=ground,
        panel=other["field"],
        warning=other["found"],
        dark=name != "paper",
        variables={"rule": other["rule"], "faint": other["faint"]},
    )


PAPER = _theme(
    "paper",
    "#2a2520",
    "#f5efe0",
    "#8a2318",
    "#5c5246",
    faint="#6d6253",
    rule="#b9ab90",
    field="#ebe2cd",
    found="#ffd97a",
)
NIGHT = _theme(
    "night",
    "#d6ccba",
    "#1b1916",
    "#e0a070",
    "#a89c8a",
    faint="#988d7c",
    rule="#4a443b",
    field="#2a2621",
    found="#5c4a1e",
)
CONTRAST = _theme(
    "contrast",
    "#ffffff",
    "#000000",
    "#ffe14d",
    "#ffffff",
    faint="#c8c8c8",
    rule="#ffffff",
    field="#1a1a1a",
    found="#004fb0",
)
_OWN = "ansi_default"
TERMINAL = replace(
    BUILTIN_THEMES["ansi-dark"],  # for the variables Textual wants of such a theme
    name="terminal",
    primary=_OWN,
    secondary=_OWN,
    accent=_OWN,
    warning=_OWN,
    success=_OWN,
    error=_OWN,
    variables=BUILTIN_THEMES["ansi-dark"].variables | {"rule": _OWN, "faint": _OWN},
)
THEMES = (PAPER, NIGHT, CONTRAST, TERMINAL)
"""In the order in which `c` goes through them."""
