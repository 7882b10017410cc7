"""Base of the cards with a field at the top and a list below it, from which something is chosen."""

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.screen import ScreenResultType
from textual.widgets import Input

from reader.ui.commands import bindings
from reader.ui.screens.card import Card
from reader.ui.spans import Row, Spans
from reader.ui.widgets.find_field import FindField


class Chooser(Card[ScreenResultType], inherit_bindings=False):
    """A list, narrowed by what is typed; up and down choose, Enter takes what is chosen."""

    BINDINGS: ClassVar[list[BindingType]] = list(bindings("list"))
    HAS_FIELD = True
    LABEL: ClassVar[str] = ""
    """Key of the word before the field; empty for none."""
    _at = 0
    """Index of the entry chosen."""

    @property
    def rows(self) -> Sequence[Row]:
        """The rows of the list."""
        raise NotImplementedError

    def take(self, at: int) -> None:
        """Close the card with the entry of that index, if there is one."""
        raise NotImplementedError

    def inside(self) -> ComposeResult:
        """The field."""
        yield FindField(self.style, self.style.words.say(self.LABEL) if self.LABEL else "")

    def lines(self, width: int) -> Sequence[Spans]:
        """The rows; those out of view are left empty."""
        self._first = max(0, min(len(self.rows) - self.room, self._first))
        seen = range(self._first, self._first + self.room)
        return [row.draw(width, self._at) if at in seen else () for at, row in enumerate(self.rows)]

    @property
    def _row(self) -> int:
        """Index of the first row of the entry chosen."""
        return next((i for i, row in enumerate(self.rows) if row.at == self._at), 0)

    def resized(self) -> None:
        """Keep the choice in view."""
        self._choose(self._at)

    def _choose(self, at: int) -> None:
        last = max((row.at for row in self.rows), default=0)
        self._at = max(0, min(last, at))
        self._first = max(self._row + 2 - self.room, min(self._row - 1, self._first))
        self._draw()

    def action_move(self, step: int) -> None:
        """Choose an entry further down, or up."""
        self._choose(self._at + step)

    def action_screens(self, screens: float) -> None:
        """Choose an entry some screens further down, or up."""
        self._choose(self._at + int(screens * self.room))

    @on(Input.Submitted)
    def _submitted(self) -> None:
        self.take(self._at)

    def action_open(self, at: int = -1) -> None:
        """Take the entry of that index, else the one chosen."""
        self.take(self._at if at < 0 else at)
