"""The day at a glance: all headlines of the day, narrowed by what is typed, and words found in its text."""

from collections.abc import Callable, Sequence

from textual import on, work
from textual.widgets import Input
from textual.worker import get_current_worker

from reader.edition.day import Edition
from reader.errors import PageError, SourceError, Stopped
from reader.newsstand.stand import Stand
from reader.ui.commands import Hint
from reader.ui.day_list import DayList, Entry
from reader.ui.screens.chooser import Chooser
from reader.ui.session import Session
from reader.ui.spans import LineStyle, Row
from reader.ui.view import View

WIDEST = 104
"""Most cells of a row: a headline and what stands at its end are still seen together."""


class OverviewScreen(Chooser[Entry | None]):
    """The day at a glance; dismissed with the entry to go to, or None if the reader went back.

    One screen is shown again and again, each time after `show_day`, as making one takes longer than a key may.

    Args:
        style: Words, width table and glyphs.
        session: Its marks and positions tell what is read.
        show_edition: Shows an edition of which more was fetched, from where it comes to `show_more`.
    """

    HINTS = (
        Hint((("↑↓", ""),), ("选", "choose")),
        Hint((("Enter", "open"),), ("读", "read")),
        Hint((("Esc", "close"),), ("回原处", "back")),
    )
    LABEL = "find"
    _view: View
    """The article being read, in the day that is listed."""

    def __init__(
        self, style: LineStyle, session: Session, show_edition: Callable[[Stand, Edition], None]
    ) -> None:
        super().__init__(style)
        self._show_edition = show_edition
        self._list = DayList(style, session)

    # What is listed

    def show_day(self, view: View) -> None:
        """List the day of a view, with its article chosen and in view."""
        self._view = view
        self._fill("", Entry(view))
        self._first, self._tallest = self._row - self.room // 2, 0
        self._draw()

    def show_more(self, view: View) -> None:
        """List more of the same day as it comes, without moving the choice."""
        if self.is_active and view.is_same_day(self._view):
            self._view = self._view.within(view.edition)
            above = self._row - self._first
            self._fill(self._list.word, *self._list.entries[self._at : self._at + 1])
            self._first = self._row - above
            self._draw()

    @on(Input.Changed)
    def _word_changed(self, event: Input.Changed) -> None:
        if (word := event.value.strip()) != self._list.word:
            self._fill(word, *() if word else (Entry(self._view),))
            self._choose(self._at)

    def _fill(self, word: str, *chosen: Entry) -> None:
        """List what the word is in, and choose this entry, else the first."""
        self._list.fill(self._view, word)
        places = [entry.place for entry in chosen]
        self._at = next((i for i, entry in enumerate(self._list.entries) if entry.place in places), 0)

    def on_screen_resume(self) -> None:
        """Fetch the pages that are not at hand, while the card is open."""
        if self._view.stand.is_live:
            self._fetch_pages(self._view)

    def on_screen_suspend(self) -> None:
        self.workers.cancel_node(self)

    @work(thread=True, exclusive=True, group="pages")
    def _fetch_pages(self, view: View) -> None:
        worker, app, edition = get_current_worker(), self.app, view.edition
        for link, page in zip(edition.index, edition.pages, strict=True):
            if page or not link.url or worker.is_cancelled:
                continue
            try:
                found = view.stand.fetch(link.url, is_prefetch=True)
            except Stopped:
                return
            except (SourceError, PageError):  # its row stays as it is
                continue
            app.call_from_thread(self._show_edition, view.stand, found)

    # What is drawn

    def heading(self) -> str:
        return self._list.heading

    @property
    def widest(self) -> int:
        return WIDEST

    @property
    def rows(self) -> Sequence[Row]:
        return self._list.rows

    def action_close(self) -> None:
        """Go back to where the reader was."""
        self._leave(None)

    def take(self, at: int) -> None:
        for entry in self._list.entries[at : at + 1]:
            self._leave(entry)

    def _leave(self, entry: Entry | None) -> None:
        self.query_one(Input).value = ""  # for the next time; then it would cost one more layout
        self.dismiss(entry)
