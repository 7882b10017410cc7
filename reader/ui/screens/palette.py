"""The palette: what can be done and where one can go, found by typing."""

from collections.abc import Sequence

from textual import on
from textual.widgets import Input

from reader.ui.commands import Hint
from reader.ui.offers import Offers
from reader.ui.screens.chooser import Chooser
from reader.ui.spans import LineStyle, Row
from reader.ui.view import View


class PaletteScreen(Chooser[View | str]):
    """The palette; dismissed with a view to show or an action of the reading screen, or None.

    Args:
        style: Words, width table and glyphs.
        view: What is being read; None before there is anything.
    """

    HINTS = (
        Hint((("↑↓", ""),), ("选", "choose")),
        Hint((("Enter", "open"),), ("做", "run")),
        Hint((("Esc", "close"),), ("返回", "back")),
    )

    TALLEST = 20

    def __init__(self, style: LineStyle, view: View | None) -> None:
        super().__init__(style)
        self._view = view
        self._offers = Offers(style, view, "")

    def heading(self) -> str:
        return self.style.words.say("palette")

    @property
    def rows(self) -> Sequence[Row]:
        return self._offers.rows

    @on(Input.Changed)
    def _word_changed(self, event: Input.Changed) -> None:
        self._offers = Offers(self.style, self._view, event.value)
        self._choose(0)

    def take(self, at: int) -> None:
        for offer in self._offers.entries[at : at + 1]:
            self.dismiss(offer.goal)
