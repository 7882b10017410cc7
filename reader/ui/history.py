"""Where the reader has been: back and forward, over articles, pages, days and papers."""

from dataclasses import dataclass
from typing import NamedTuple

from reader.typesetting.setting import Anchor
from reader.ui.view import View

KEPT = 200
"""Places kept; the oldest go first."""


class Place(NamedTuple):
    """A view, and where in its article."""

    view: View
    anchor: Anchor


@dataclass(frozen=True, slots=True)
class History:
    """Places left behind, the last one last, and places gone back from."""

    behind: tuple[Place, ...] = ()
    ahead: tuple[Place, ...] = ()

    def leave(self, here: Place) -> "History":
        """Leave a place for a new one; what lay ahead is given up."""
        return History((*self.behind[-KEPT + 1 :], here), ())

    def back(self, here: Place) -> tuple[Place, "History"] | None:
        """Go back from here; None at the beginning."""
        if not self.behind:
            return None
        return self.behind[-1], History(self.behind[:-1], (*self.ahead, here))

    def forward(self, here: Place) -> tuple[Place, "History"] | None:
        """Go forward from here; None where nothing lies ahead."""
        if not self.ahead:
            return None
        return self.ahead[-1], History((*self.behind, here), self.ahead[:-1])
