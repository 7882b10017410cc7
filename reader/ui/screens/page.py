"""The page being read: what is shown, the reading position in it, what is still being fetched."""

from collections.abc import Callable
from functools import partial
from itertools import count

from textual import events, work
from textual.actions import SkipAction
from textual.app import ComposeResult
from textual.geometry import Size
from textual.timer import Timer

from reader.edition.day import Edition
from reader.errors import PageError, ReaderError, SourceError, Stopped
from reader.newsstand.stand import Stand
from reader.typesetting.ladder import Capabilities
from reader.typesetting.layout import Anchor, Item, Items, Role
from reader.ui.finding import Finding
from reader.ui.history import History, Visit
from reader.ui.journeys import Arrival, Journeys
from reader.ui.keeping import Keeping
from reader.ui.reading_marks import ReadingMarks
from reader.ui.resumption import Resumption
from reader.ui.screens.frame import Frame, panes
from reader.ui.screens.opening import OpeningScreen
from reader.ui.session import Session
from reader.ui.spans import LineStyle
from reader.ui.view import View
from reader.ui.widgets.article_pane import ArticlePane

CLEAR_SECONDS = 0.03
"""Time a key has to redraw the state line, before the message is cleared without it."""

SETTLE_SECONDS = 0.12
"""Time a view must stay on screen before a request is sent for it: keys held down send none."""

Journey = Callable[[View], Arrival]
"""Goes from a view to another day or paper, or to a site; blocks."""


class PageScreen(OpeningScreen):
    """Shows a view of an edition, and saves the reading position."""

    AUTO_FOCUS = "#article"

    def __init__(self, style: LineStyle, capabilities: Capabilities, session: Session) -> None:
        super().__init__(session.opening)
        self._line_style, self._capabilities = style, capabilities
        self._say = style.words.say
        self._session = session
        self._positions = session.positions
        self._pane = ArticlePane(style, capabilities, self._draw_state)
        self._frame = Frame(style, self._pane, partial(session.marks.state, positions=session.positions))
        self._finding = Finding(self, style, self._frame, self._pane)
        self._view: View | None = None
        self._message = ""
        """Result of the last command; cleared by the next key, or when another text is shown."""
        self._greeting = ""
        """Message at the start; cleared by the first key."""
        self._first_keys = self._say("four-keys") if session.positions.is_new else ""
        """The keys a newcomer needs, in place of the footer; cleared by the first key."""
        self._resumption = Resumption(session, style.words)
        self._waits_for_next = False
        self._journeys = Journeys(
            session, style, lambda text: self.app.call_from_thread(self.show_message, text)
        )
        self.keeping = Keeping(
            self, session, self._resumption.may_keep, lambda: (self._view, self._pane.position)
        )
        """Keeps the position in what is shown."""
        self._reading_marks = ReadingMarks(self, session.marks, self._ended, self.keeping.soon)
        self._history = History()
        self._number = ""
        self._failures: dict[str, ReaderError] = {}
        self._settling: Timer | None = None
        self._numbers = count(1)
        self._awaited = 0
        """Number of the journey that is pending; 0 for none."""

    def compose(self) -> ComposeResult:
        """The article and what surrounds it."""
        self._classify(self.app.size)  # before there are widgets, which take their styles from it
        yield from self._frame.compose()

    def on_mount(self) -> None:
        """Show that something is being opened, before there is anything to read."""
        self._pane.full_width = self._positions.full_width
        self._pane.step = self._session.size
        self._pane.show(Items(tail=(Item(Role.NOTE, self._resumption.opening),)))
        self._frame.say_window_wanted()
        self.take_first()

    # What is shown

    def show_edition(self, stand: Stand, edition: Edition) -> None:
        """Show an edition, or more of the one on screen without moving the reader."""
        view = self._view
        if view is None:
            self._greeting = self._say(stand.notice) if stand.notice else self._greeting
            self._show(self._first_view(View.opening(stand, edition)))
        elif view.is_same_day(View.opening(stand, edition)):
            self._show(view.within(edition), self._pane.position)

    def _first_view(self, view: View) -> View:
        """The page asked for, else where the reader left off."""
        if not self._session.page:
            return self._resumption.find(view)
        if (found := view.find_page(self._session.page)) is None:
            self._greeting = self._say("no-such-page", n=self._session.page)
        return found or view

    def could_not_resume(self, error: ReaderError) -> None:
        """Say that the last position could not be opened, over what is opened instead."""
        self._greeting = self._resumption.lose(error)

    def _show(self, view: View, anchor: Anchor | None = None) -> None:
        """Show a view at the anchor given, else where its article was left."""
        before, self._view = self._view, view
        if before is None or (before.key, before.at_hand) != (view.key, view.at_hand):
            self._message, self._waits_for_next = "", False  # they belong to another text
        items = view.items(self._line_style, self._notes(view))
        self._pane.show(items, anchor or Anchor(*(self._positions.get(view.key) or (0, 0))))
        self._greeting = self._resumption.welcome(view, self._pane.progress[2]) or self._greeting
        self._draw()
        # a background fetch must not cancel a pending day change
        if view.stand.is_live and not self._awaited:
            self._settle(lambda: self._fetch(view))

    def _notes(self, view: View) -> tuple[str, ...]:
        """Notes on what is not at hand: that it is being fetched, why that failed, or what can be done."""
        if view.at_hand:
            return ()
        if failure := self._failures.get(view.wanted):
            return (*self._line_style.words.error(failure), self._say("retry"))
        if self._is_coming:
            return (self._say("fetching"),)
        return tuple(view.missing(self._line_style, self._journeys.address(view)))

    @property
    def _is_coming(self) -> bool:
        """Whether what is shown is still being fetched."""
        view = self._view
        if view is None or view.at_hand:
            return False
        return self._is_opening or (bool(view.wanted) and view.wanted not in self._failures)

    def show_all(self) -> None:
        self._show_again()

    def _show_again(self) -> None:
        """Show the same view again, as it is now."""
        if self._view is not None:
            self._show(self._view, self._pane.position)

    def _go(self, view: View, anchor: Anchor | None = None) -> None:
        """Record where the reader is, and show another view, at an anchor if one is given."""
        if self._view is not None:
            self.keeping.note()
            self._history = self._history.leave(Visit(self._view, self._pane.position))
            self._awaited = 0
            self.stop()
        self._show(view, anchor)

    def _focus_text(self) -> None:
        self.remove_class("listing", "mapped")
        self._pane.focus()
        self.call_after_refresh(self._draw)

    def stop(self) -> None:
        """Cancel what is being fetched; callers waiting for it get `Stopped`."""
        if self._view is not None:
            self._view.stand.stop()
        self._journeys.stop()

    # What is fetched

    def _settle(self, then: Callable[[], object]) -> None:
        """Call back after a short delay; a later call replaces an earlier one."""
        if self._settling is not None:
            self._settling.stop()
        self._settling = self.set_timer(SETTLE_SECONDS, then)

    @work(thread=True, exclusive=True, group="fetch")
    def _fetch(self, view: View) -> None:
        """Fetch what the view needs, else prefetch what comes next, and show it if the reader is still there."""
        wanted = [view.wanted] if view.wanted else view.edition.ahead(view.page_at, view.article_at)
        for address in wanted:
            if address in self._failures:
                continue
            try:
                edition = view.stand.fetch(address, is_prefetch=not view.wanted)
            except Stopped:
                return
            except (SourceError, PageError) as error:
                if view.wanted:  # a failed prefetch is tried again when it is needed
                    self._failures[address] = error
                    self.app.call_from_thread(self._show_again)
            else:
                self.app.call_from_thread(self.show_edition, view.stand, edition)

    def _start_journey(self, way: Journey) -> None:
        """Go to another day or paper after a short delay; the latest request wins."""
        view, number = self._shown, next(self._numbers)
        self._awaited = number
        self.stop()
        self.show_message(self._say("opening"))
        self._settle(lambda: self._travel_to(number, view, way))

    @work(thread=True, exclusive=True, group="fetch")
    def _travel_to(self, number: int, view: View, way: Journey) -> None:
        try:
            found, message = way(view)
        except Stopped:
            return
        except ReaderError as error:
            self.app.call_from_thread(self._arrive, number, None, self._line_style.words.sentence(error))
        else:
            self.app.call_from_thread(self._arrive, number, found, message)

    def _arrive(self, number: int, view: View | None, message: str) -> None:
        """Show the result of a journey, unless it has been cancelled or replaced by a later one."""
        if number != self._awaited:
            return
        self._awaited = 0
        if view is not None and self._view and view.is_same_page(self._view):
            self.show_edition(view.stand, view.edition)
        elif view is not None:
            self._go(view)
        self.show_message(message)

    # The lines around the text

    def on_resize(self, event: events.Resize) -> None:
        if self._waits_for_next:  # the end may no longer be on the screen
            self._message, self._waits_for_next = "", False
        self._classify(event.size)
        self.call_after_refresh(self._draw)

    def _classify(self, size: Size) -> None:
        for name, there_is_room in panes(size).items():
            self.set_class(there_is_room, name)

    def show_message(self, message: str) -> None:
        """Show a message on the state line, until the next key or another text."""
        self._message = message
        self._draw_state()

    def clear_message(self) -> None:
        """Clear the message from the state line: in the frame that the key draws, or shortly after."""
        if self._message or self._greeting or self._first_keys:
            self._message = self._greeting = self._first_keys = ""
            self.set_timer(CLEAR_SECONDS, self._draw_state)

    def _draw_state(self) -> None:
        view, found = self._view, self._finding.found
        block, blocks, percent = self._pane.progress
        percents = ("progress", "percent") if view and view.at_hand else ()
        texts = [self._say(key, block=block, blocks=blocks, percent=percent) for key in percents]
        progress = [f"{found} · {text}" if found else text for text in texts] or [found]
        sample = ("sample", "sample-short") if view and view.stand.is_sample else ()
        other = view.other_half(self._line_style, self._pane.links) if view and self._pane.at_end else ""
        notes = [other] if other else [self._say(note) for note in sample]
        self._frame.draw_state(self._message or self._greeting, progress, notes, self._first_keys)
        self._reading_marks.watch()
        self.keeping.soon()

    def _ended(self) -> str:
        """Key of the article whose end the reader sees; empty for none."""
        view, pane = self._view, self._pane
        is_seen = self.is_active and pane.is_on_screen and pane.is_read
        return view.key if view and view.at_hand and is_seen else ""

    def on_screen_resume(self) -> None:
        """See what comes back into view when a card is closed."""
        self._reading_marks.watch()

    def _draw(self) -> None:
        self._frame.draw(self._view)
        self._draw_state()

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to read yet."""
        return self._view is None

    @property
    def _shown(self) -> View:
        """What is shown; while nothing is, a command that needs it is skipped."""
        if self._view is None:
            raise SkipAction
        return self._view
