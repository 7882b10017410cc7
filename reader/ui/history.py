"""Where the reader has been: back and forward, over articles, pages, days and papers."""

from typing import NamedTuple

from msgspec import Struct

from reader.typesetting.layout import Anchor
from reader.ui.view import View

KEPT = 200
"""Number of visits kept; the oldest are dropped first."""


class Visit(NamedTuple):
    """A view, and the reading position in its article."""

    view: View
    anchor: Anchor


class History(Struct, frozen=True):
    """Visits to go back to, and visits to go forward to; in each the nearest is last."""

    behind: tuple[Visit, ...] = ()
    ahead: tuple[Visit, ...] = ()

    def leave(self, here: Visit) -> "History":
        """Add a visit to go back to; those to go forward to are dropped."""
        return History((*self.behind[-KEPT + 1 :], here), ())

    def step(self, here: Visit, step: int) -> tuple[Visit, "History"] | None:
        """Go forward (1) or back (-1) from here; None if there is no visit in that direction."""
        way, other = (self.ahead, self.behind) if step > 0 else (self.behind, self.ahead)
        if not way:
            return None
        left, grown = way[:-1], (*other, here)
        return way[-1], History(grown, left) if step > 0 else History(left, grown)
