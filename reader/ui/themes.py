"""The themes, a row each: printed papers, night, high contrast, and the terminal's own colours.

In those with colours of their own every text has a contrast of at least 4.5:1 with its background; in 高对比 of 7:1.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from textual.theme import BUILTIN_THEMES, Theme

from reader.ui.looks import Looks


@dataclass(kw_only=True)
class NamedTheme(Theme):
    """A theme, the names it is shown under, and the looks that are drawn in it."""

    labels: tuple[str, str]
    """中文, English."""

    @cached_property
    def looks(self) -> Looks:
        """By its colours."""
        return self._looks(is_own=False)

    @cached_property
    def own_looks(self) -> Looks:
        """Where the terminal's own colours are drawn, or none."""
        return self._looks(is_own=True)

    def _looks(self, *, is_own: bool) -> Looks:
        colours = {
            "text": self.foreground,
            "ground": self.background,
            "accent": self.accent,
            "quiet": self.secondary,
            "field": self.panel,
            "found": self.warning,
        }
        return Looks({name: str(of) for name, of in colours.items()} | self.variables, is_own=is_own)


# `quiet` and `faint` colour secondary text; `field` is the background of the find field, `found` of a match. `own` is
# the terminal's own colour.
_TABLE = """
name     | 中文     | English          | dark | text    | ground  | accent  | quiet   | faint   | rule    | field   | found
paper    | 报纸     | paper            | no   | #2a2520 | #f5efe0 | #8a2318 | #5c5246 | #6d6253 | #b9ab90 | #ebe2cd | #ffd97a
night    | 夜读     | night            | yes  | #d6ccba | #1b1916 | #e0a070 | #a89c8a | #988d7c | #4a443b | #2a2621 | #5c4a1e
contrast | 高对比   | high contrast    | yes  | #ffffff | #000000 | #ffe14d | #ffffff | #c8c8c8 | #ffffff | #1a1a1a | #004fb0
terminal | 终端原色 | terminal colours | yes  | own     | own     | own     | own     | own     | own     | own     | own
"""
# The same in terminals of fewer colours, where the nearest ones are lemon for the paper, and grey for what is bold and
# black: of 256 those that are chosen by hand; of 16 the terminal's own and its red or yellow.
_FEWER = """
name     | colours  | text    | ground  | accent      | quiet   | faint   | rule    | field   | found
paper    | 256      | #262626 | #f5f5f5 | #870000     | #585858 | #626262 | #bcbcbc | #ebebeb | #ffd787
night    | 256      | #dedede | #1c1c1c | #d7875f     | #a8a8a8 | #949494 | #4e4e4e | #262626 | #5f5f00
contrast | 256      | #ffffff | #000000 | #ffd75f     | #ffffff | #c6c6c6 | #ffffff | #1c1c1c | #000087
paper    | standard | own     | own     | ansi_red    | own     | own     | own     | own     | own
night    | standard | own     | own     | ansi_yellow | own     | own     | own     | own     | own
contrast | standard | own     | own     | own         | own     | own     | own     | own     | own
"""


def _rows(table: str) -> Iterator[list[str]]:
    return ([cell.strip() for cell in line.split("|")] for line in table.strip().splitlines()[1:])


def _theme(name: str, labels: tuple[str, str], *, dark: bool, colours: Sequence[str]) -> NamedTheme:
    is_own = colours[0] == "own"
    text, ground, accent, quiet, faint, rule, field, found = (
        "ansi_default" if colour == "own" else colour for colour in colours
    )
    wanted = BUILTIN_THEMES["ansi-dark"].variables if is_own else {}  # needed by Textual's own widgets
    return NamedTheme(
        name=name,
        labels=labels,
        dark=dark,
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


THEMES = {
    name: _theme(name, (chinese, english), dark=dark == "yes", colours=colours)
    for name, chinese, english, dark, *colours in _rows(_TABLE)
}
"""By the names saved in the preferences, in the order in which `c` goes through them."""

SHADES = {
    (name, system): _theme(name, THEMES[name].labels, dark=THEMES[name].dark, colours=colours)
    for name, system, *colours in _rows(_FEWER)
}
"""What stands for a theme in a terminal of fewer colours, by its name and by Rich's name of how many there are."""

PAPER, NIGHT, TERMINAL = THEMES["paper"], THEMES["night"], THEMES["terminal"]
