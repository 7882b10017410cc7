"""The sheet being read: what stands on the screen, where the reader is in it, what is still being fetched."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from textual import events, work
from textual.app import ComposeResult
from textual.containers import Container
from textual.screen import Screen
from textual.timer import Timer

from reader import limits
from reader.edition.day import Edition
from reader.errors import PageError, ReaderError, SourceError, Stopped
from reader.library.places import Last
from reader.typesetting.ladder import Capabilities, TextSize
from reader.typesetting.setting import Anchor, Item, Role
from reader.ui.history import History, Place
from reader.ui.lines import NARROW, WIDE, Desk, Span
from reader.ui.screens.finding import Finder
from reader.ui.screens.frame import Frame
from reader.ui.sitting import Sitting
from reader.ui.view import View
from reader.ui.widgets.article_pane import ArticlePane
from reader.ui.widgets.lists import List
from reader.ui.widgets.rows import Rows

if TYPE_CHECKING:
    from reader.stand import Stand  # which brings the parser

HUSH_SECONDS = 0.03
"""Time a key has to draw the state line, before the message is taken off without it."""

SETTLE_SECONDS = 0.12
"""Time a place must be stayed at before the site is asked for it: keys held down ask for nothing."""

Visit = Callable[["Stand", Edition], tuple[Edition, str]]
"""Goes to another day or paper, blocking; the edition, and what to say on arrival."""


class SheetScreen(Screen[None]):
    """Shows a place of an edition, and keeps it."""

    AUTO_FOCUS = "#article"

    def __init__(
        self, desk: Desk, capabilities: Capabilities, sitting: Sitting, send_osc52: Callable[[str], None]
    ) -> None:
        super().__init__()
        self._desk = desk
        self._say = desk.words.say
        self._capabilities = capabilities
        self._sitting = sitting
        self._places = sitting.places
        self._send_osc52 = send_osc52
        self._frame = Frame(self, desk)
        self._finder = Finder(self, desk)
        self._view: View | None = None
        self._message = self._say("four-keys") if sitting.places.is_new else ""
        self._waits_for_next = False
        self._history = History()
        self._number = ""
        self._failures: dict[str, ReaderError] = {}
        self._settling: Timer | None = None
        self._departure: History | None = None
        """The history when the journey under way began: once it is another, the reader went elsewhere."""
        self._is_opening = True

    def compose(self) -> ComposeResult:
        """Head, panes, state line, footer."""
        yield Rows(id="masthead")
        yield Rows(id="rule")
        with Container(id="panes"):
            yield List(id="strip")
            yield Rows(id="strip-line", classes="hairline")
            with Container(id="side"):
                yield Rows(id="side-head")
                yield List(id="contents")
            yield Rows(id="side-line", classes="hairline")
            with Container(id="text"):
                yield Rows(id="article-head")
                yield ArticlePane(self._desk, self._capabilities, self._draw_state, id="article")
        yield Rows(id="state")
        yield Rows(id="footer")
        yield Rows(id="too-small")

    def on_mount(self) -> None:
        """Show that something is being opened, before anything is."""
        self._pane.step = TextSize(min(max(self._places.step, TextSize.SMALLEST), TextSize.LARGEST))
        self._pane.show((Item(Role.NOTE, self._say("opening")),))
        self.query_one("#too-small", Rows).show(((Span(self._say("window-too-small")),),))

    # What is shown

    def show_edition(self, stand: "Stand", edition: Edition) -> None:
        """Show an edition, or the same one with more at hand; the reader stays where they are."""
        view = self._view
        if view is None:
            self._show(self._first_view(View.opening(stand, edition)))
            if stand.notice:
                self.tell(self._say(stand.notice))
        elif (view.stand, view.day) == (stand, View.opening(stand, edition).day):
            self._show(view.within(edition), self._pane.place)

    def _first_view(self, view: View) -> View:
        """Where the reader left the edition, if it was the last one read and no single article was asked for."""
        if self._sitting.page:
            if (found := view.find_page(self._sitting.page)) is None:
                self._message = self._say("no-such-page", n=self._sitting.page)
            return found or view
        last = self._places.last
        if view.page.opens_at is None and last and (last.target, last.day) == (view.target, view.day[1]):
            page_at = view.edition.find_page(last.page)
            if page_at is not None and view.edition.pages[page_at] is not None:
                return view.turn_page(page_at).turn_article(last.article)
        return view

    def _show(self, view: View, anchor: Anchor | None = None) -> None:
        """Show a place; where in the article it was left, unless an anchor says otherwise."""
        self._view, self._waits_for_next = view, False
        items = view.items(self._desk, self._status(view))
        self._pane.show(items, anchor or Anchor(*(self._places.get(view.key) or (0, 0))))
        self._finder.look_again()
        self._draw()
        if view.stand.is_live and self._departure is not self._history:  # what comes in holds no journey up
            self._settle(lambda: self._fetch(view))

    def _status(self, view: View) -> tuple[str, ...]:
        """What to say in place of what is not at hand: nothing of our own where it cannot be fetched."""
        if failure := self._failures.get(view.wanted):
            return (*self._desk.words.error(failure), self._say("retry"))
        return (self._say("fetching"),) if view.wanted or self._is_opening else ()

    def show_all(self) -> None:
        """All that is at hand has been shown: what is missing now stays missing."""
        self._is_opening = False
        if self._view is not None:
            self._show(self._view, self._pane.place)

    def _go(self, view: View) -> None:
        """Keep where the reader is, and go elsewhere."""
        self._note_place()
        if self._view is not None:
            self._history = self._history.leave(Place(self._view, self._pane.place))
            self._view.stand.stop()
        self._show(view)
        self.call_after_refresh(self._places.save)  # the disk is not waited for

    def remember(self) -> None:
        """Keep where the reader is, on disk."""
        if self._view is not None:
            self._note_place()
            self._places.save()

    def _note_place(self) -> None:
        if self._view is None:
            return
        places, view = self._places, self._view
        places.remember(view.key, *self._pane.place)
        if view.target and view.entry:
            places.last = Last(view.target, view.day[1], view.page.number, view.entry.headline)
        places.step, places.theme = int(self._pane.step), self.app.theme

    # What is fetched

    def _settle(self, then: Callable[[], object]) -> None:
        """Do something once the reader has stayed for a moment; only what was asked last is done."""
        if self._settling is not None:
            self._settling.stop()
        self._settling = self.set_timer(SETTLE_SECONDS, then)

    @work(thread=True, exclusive=True, group="fetch")
    def _fetch(self, view: View) -> None:
        """Fetch what the view wants, else what it will want next, and show it if the reader is still there."""
        wanted = [view.wanted] if view.wanted else view.edition.ahead(view.page_at, view.article_at)
        for address in wanted:
            if address in self._failures:
                continue
            try:
                edition = view.stand.more(address, is_ahead=not view.wanted)
            except Stopped:
                return
            except (SourceError, PageError) as error:
                if view.wanted:  # what nobody asked for yet is asked for again when it is
                    self._failures[address] = error
                    self.app.call_from_thread(self._show_failure, view)
            else:
                self.app.call_from_thread(self.show_edition, view.stand, edition)

    def _show_failure(self, view: View) -> None:
        if self._view is not None and self._view.key == view.key:
            self._show(self._view, self._pane.place)

    def _visit(self, way: Visit) -> None:
        """Go to another day or paper once the reader has stayed for a moment."""
        view = self._view
        if view is not None:
            view.stand.stop()
            self.tell(self._say("opening"))
            departure = self._departure = self._history = replace(self._history)
            self._settle(lambda: self._travel_to(departure, view, way))

    @work(thread=True, exclusive=True, group="fetch")
    def _travel_to(self, departure: History, view: View, way: Visit) -> None:
        try:
            edition, message = way(view.stand, view.edition)
        except Stopped:
            return
        except (SourceError, PageError) as error:
            self.app.call_from_thread(self._arrive, departure, None, " ".join(self._desk.words.error(error)))
        else:
            self.app.call_from_thread(self._arrive, departure, View.opening(view.stand, edition), message)

    def _arrive(self, departure: History, view: View | None, message: str) -> None:
        """Show what was travelled to, unless the reader went, or asked to go, elsewhere meanwhile."""
        if self._view is None or self._history is not departure:
            return
        self._departure = None
        if view is not None and view.day == self._view.day:
            self.show_edition(view.stand, view.edition)
        elif view is not None:
            self._go(view)
        self.tell(message)

    # The lines around the text

    def on_resize(self, event: events.Resize) -> None:
        """Lay the panes out for another width."""
        least_columns, least_rows = limits.MINIMUM_WINDOW
        self.set_class(event.size.width < least_columns or event.size.height < least_rows, "small")
        self.set_class(event.size.width < NARROW, "narrow")
        self.set_class(NARROW <= event.size.width < WIDE, "medium")
        self.call_after_refresh(self._draw)

    def tell(self, message: str) -> None:
        """Say something on the state line, until the next key."""
        self._message = message
        self._draw_state()

    def hush(self) -> None:
        """Take the message off the state line: in the frame that answers the key, else by itself."""
        if self._message:
            self._message = ""
            self.set_timer(HUSH_SECONDS, self._draw_state)

    def _draw_state(self) -> None:
        parts = [self._finder.count] if self._finder.count else []
        if self._view is not None:
            block, blocks, percent = self._pane.progress
            parts.append(self._say("progress", block=block, blocks=blocks, percent=percent))
        self._frame.draw_state(self._message, " · ".join(parts))

    def _draw(self) -> None:
        self._frame.draw(self._view)
        self._draw_state()

    @property
    def _pane(self) -> ArticlePane:
        return self.query_one("#article", ArticlePane)
