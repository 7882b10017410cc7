"""Where the reader has been: back and forward, over articles, pages, days and papers."""

from dataclasses import dataclass
from typing import NamedTuple

from reader.typesetting.layout import Anchor
from reader.ui.view import View

KEPT = 200
"""Visits kept; the oldest go first."""


class Visit(NamedTuple):
    """A view, and where in its article."""

    view: View
    anchor: Anchor


@dataclass(frozen=True, slots=True)
class History:
    """Places left behind, the last one last, and places gone back from."""

    behind: tuple[Visit, ...] = ()
    ahead: tuple[Visit, ...] = ()

    def leave(self, here: Visit) -> "History":
        """Leave a place for a new one; what lay ahead is given up."""
        return History((*self.behind[-KEPT + 1 :], here), ())

    def step(self, here: Visit, step: int) -> tuple[Visit, "History"] | None:
        """Go forward (1) or back (-1) from here; None where nothing lies that way."""
        way, other = (self.ahead, self.behind) if step > 0 else (self.behind, self.ahead)
        if not way:
            return None
        left, grown = way[:-1], (*other, here)
        return way[-1], History(grown, left) if step > 0 else History(left, grown)
