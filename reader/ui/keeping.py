"""Keeps the place while one reads: noted as it changes, and written to disk a moment later."""

from collections.abc import Callable

from textual.screen import Screen
from textual.timer import Timer

from reader.typesetting.layout import Anchor
from reader.ui.session import Session
from reader.ui.view import View

KEEP_SECONDS = 1.0
"""Time nothing must change before the position is saved: keys held down write nothing."""


class Keeping:
    """Notes and saves positions and read marks.

    Args:
        screen: The screen; it runs the clock.
        session: Its positions and marks are saved.
        may_keep: Whether a view may replace the last position.
        place: Returns what is shown, None for nothing, and the position in it.
    """

    def __init__(
        self,
        screen: Screen[None],
        session: Session,
        may_keep: Callable[[View], bool],
        place: Callable[[], tuple[View | None, Anchor]],
    ) -> None:
        self._screen, self._session = screen, session
        self._may_keep, self._place = may_keep, place
        self._timer: Timer | None = None

    def note(self) -> None:
        """Note where the reader is."""
        (view, anchor), positions = self._place(), self._session.positions
        if view is None:
            return
        if view.at_hand:  # of notes in its place there is nothing to come back to
            positions.remember(view.key, *anchor)
        if view.last.target and view.entry and self._may_keep(view):
            positions.last = view.last

    def save(self) -> None:
        """Note where the reader is, and save it."""
        self.note()
        if self._place()[0] is not None:
            self._session.positions.save()
            self._session.marks.save()

    def soon(self) -> None:
        """Save it after a while; a later call replaces an earlier one."""
        if self._timer is not None:
            self._timer.stop()
        self._timer = self._screen.set_timer(KEEP_SECONDS, self.save)
