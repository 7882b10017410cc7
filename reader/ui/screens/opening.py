"""The screen while a target is being opened: it takes what comes, and paints once there is something to see."""

import asyncio

from textual import work
from textual.screen import Screen
from textual.worker import get_current_worker

from reader import limits
from reader.edition.day import Edition
from reader.errors import ReaderError
from reader.newsstand.opening import Opened, Opening
from reader.newsstand.stand import Stand

_GLANCE_SECONDS = 0.2
"""Time between two looks at whether the app is exiting."""


class OpeningScreen(Screen[None]):
    """Shows what an opening comes to; its first frame waits a little for something to read.

    Args:
        opening: May have begun already.
    """

    def __init__(self, opening: Opening) -> None:
        super().__init__()
        self._opening = opening
        self._is_opening = True
        self.begun = asyncio.Event()
        """Set once there is something to read."""
        self._is_painted = False

    def take_first(self) -> None:
        """Show what is there soon, and the rest as it comes; call this once there are widgets to show it in."""
        self._opening.start()
        first = self._opening.next(limits.FIRST_PAINT_SECONDS)
        if first:
            self._take(first)
        if first is None or not first.is_last:
            self.call_after_refresh(self._take_others)
        # after one layout the panes know their sizes, after another what is in them
        self.call_after_refresh(self.call_after_refresh, self._paint)

    @work(thread=True)
    def _take_others(self) -> None:
        worker, is_last = get_current_worker(), False
        while not (is_last or worker.is_cancelled):
            if opened := self._opening.next(_GLANCE_SECONDS):
                self.app.call_from_thread(self._take, opened)
                is_last = opened.is_last

    def _take(self, opened: Opened) -> None:
        error = opened.error
        if opened.stand and opened.edition:
            self.show_edition(opened.stand, opened.edition)
            self.begun.set()
        elif error is None:
            self._is_opening = False
            self.show_all()
        elif not isinstance(error, ReaderError):
            raise error
        elif opened.is_last:
            self.app.exit(error)
        else:
            self.could_not_resume(error)

    def _paint(self) -> None:
        self._is_painted = True
        self.refresh()

    def _compositor_refresh(self) -> None:
        """Paint a frame; not before the first that is not blank."""
        if self._is_painted:
            super()._compositor_refresh()

    def show_edition(self, stand: Stand, edition: Edition) -> None:
        """Show an edition, or more of the one on screen without moving the reader."""
        raise NotImplementedError

    def show_all(self) -> None:
        """Everything at hand has been shown: what is missing now stays missing."""
        raise NotImplementedError

    def could_not_resume(self, error: ReaderError) -> None:
        """Say that the last position could not be opened, over what is opened instead."""
        raise NotImplementedError
