"""How what is drawn looks in a theme, by `looks.txt`.

They are no classes of the style sheet, as each of those is looked up anew in all its rules whenever a screen opens.
"""

from collections.abc import Mapping
from pathlib import Path

from rich.style import Style
from textual.color import Color

_ROWS = tuple(
    tuple(cell.strip() for cell in line.split("|"))
    for line in Path(__file__).with_suffix(".txt").read_text("utf-8").splitlines()
    if not line.startswith("#")
)


class Looks(dict[str, Style]):
    """Styles by the name of a look, or by several with blanks between; plain for "".

    Args:
        colours: By the names of the themes' table; each as Textual writes colours.
        is_own: Whether they are the terminal's own.

    Raises:
        KeyError: Asked for a look that there is not.
    """

    def __init__(self, colours: Mapping[str, str], *, is_own: bool) -> None:
        super().__init__()
        for names, text, ground, *letters in _ROWS:
            # reversed, what is the ground elsewhere is the colour of the letters
            is_turned = is_own and "reverse" in letters[1] and "reverse" not in letters[0]
            wanted = (ground, text) if is_turned else (text, ground)
            colour, under = (Color.parse(colours[name]).rich_color if name else None for name in wanted)
            style = Style.parse(letters[is_own]) + Style(color=colour, bgcolor=under)
            for name in names.split():
                self[name] = style

    def __missing__(self, look: str) -> Style:
        if look in (names := look.split()):
            raise KeyError(look)
        self[look] = Style.combine([Style(), *(self[name] for name in names)])
        return self[look]
