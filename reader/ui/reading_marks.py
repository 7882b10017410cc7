"""When an article counts as read: its end was on the screen, and the reader stayed there or pressed on."""

from collections.abc import Callable
from functools import partial

from textual.screen import Screen
from textual.timer import Timer

from reader.library.marks import ReadMarks
from reader.ui.view import View

READ_SECONDS = 2.0
"""Seconds the end of an article must stay on the screen before it counts as read."""


class ReadingMarks:
    """Marks the article on a screen as read.

    Args:
        screen: The screen; it runs the clock.
        marks: Where it is recorded.
        ended: Returns the key of the article whose end is on the screen; empty for none.
        keep: Called after each mark, to have it saved.
    """

    def __init__(
        self, screen: Screen[None], marks: ReadMarks, ended: Callable[[], str], keep: Callable[[], None]
    ) -> None:
        self._screen = screen
        self._marks = marks
        self._ended = ended
        self._keep = keep
        self._key = ""
        """Key of the article whose end is on the screen, as far as is known."""
        self._staying: Timer | None = None

    def watch(self) -> None:
        """See whether the end of an article has come, or gone; called after every move."""
        if (key := self._ended()) == self._key:
            return
        self._key = key
        if self._staying is not None:
            self._staying.stop()
        if key:
            self._staying = self._screen.set_timer(READ_SECONDS, partial(self.mark, key))

    def mark(self, key: str = "") -> None:
        """Mark the article whose end is on the screen; if it is of that key, where one is given."""
        ended = self._ended()
        if ended and key in ("", ended):
            self._marks.mark(ended)
            self._keep()


def next_unread(view: View, marks: ReadMarks) -> tuple[View | None, str, int]:
    """The next unread article of the day that can be read here or fetched.

    Returns:
        Its view, else None with the key of what is to be said, and how many such articles are before this one.
    """
    here = (view.page_at, view.article_at)
    day = (each for each in view.whole_day() if each.at_hand or each.wanted)
    unread = [each for each in day if not marks.is_read(each.key)]
    after = next((each for each in unread if (each.page_at, each.article_at) > here), None)
    before = sum(each.entry is not None for each in unread if (each.page_at, each.article_at) < here)
    if before or after:
        return after, "unread-before", before
    if view.at_hand and not marks.is_read(view.key):
        return None, "unread-here", 0
    return None, "all-read" if view.edition.is_whole else "all-read-here", 0
