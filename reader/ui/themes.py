"""The themes, a row each: printed papers, night, high contrast, and the terminal's own colours.

In those with colours of their own every text has a contrast of at least 4.5:1 with its background; in 高对比 of 7:1.
"""

from dataclasses import dataclass

from textual.theme import BUILTIN_THEMES, Theme


@dataclass(kw_only=True)
class NamedTheme(Theme):
    """A theme, and the names it is shown under."""

    labels: tuple[str, str]
    """中文, English."""


# `quiet` and `faint` colour secondary text; `field` is the background of the find field, `found` of a match.
_TABLE = """
name     | 中文     | English          | dark | text    | ground  | accent  | quiet   | faint   | rule    | field   | found
paper    | 报纸     | paper            | no   | #2a2520 | #f5efe0 | #8a2318 | #5c5246 | #6d6253 | #b9ab90 | #ebe2cd | #ffd97a
night    | 夜读     | night            | yes  | #d6ccba | #1b1916 | #e0a070 | #a89c8a | #988d7c | #4a443b | #2a2621 | #5c4a1e
contrast | 高对比   | high contrast    | yes  | #ffffff | #000000 | #ffe14d | #ffffff | #c8c8c8 | #ffffff | #1a1a1a | #004fb0
terminal | 终端原色 | terminal colours | yes  | own     | own     | own     | own     | own     | own     | own     | own
"""


def _parse(line: str) -> NamedTheme:
    name, chinese, english, dark, *colours = (cell.strip() for cell in line.split("|"))
    is_own = "own" in colours
    text, ground, accent, quiet, faint, rule, field, found = ["ansi_default"] * 8 if is_own else colours
    wanted = BUILTIN_THEMES["ansi-dark"].variables if is_own else {}  # needed by Textual's own widgets
    return NamedTheme(
        name=name,
        labels=(chinese, english),
        dark=dark == "yes",
        ansi=is_own,
        primary=accent,
        secondary=quiet,
        accent=accent,
        foreground=text,
        background=ground,
        surface=ground,
        panel=field,
        warning=found,
        variables=wanted | {"rule": rule, "faint": faint},
    )


THEMES = {theme.name: theme for theme in map(_parse, _TABLE.strip().splitlines()[1:])}
"""By the names saved in the preferences, in the order in which `c` goes through them."""

PAPER, NIGHT, TERMINAL = THEMES["paper"], THEMES["night"], THEMES["terminal"]
