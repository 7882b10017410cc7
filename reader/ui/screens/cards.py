"""The cards that cover the reading screen, and what else leads away from its page and back."""

from datetime import date
from functools import cached_property, partial
from typing import TYPE_CHECKING

from textual import events, work

from reader.edition.day import Edition
from reader.errors import PageError, ReaderError, SourceError
from reader.later import Later
from reader.newsstand.stand import Stand
from reader.ui.copying import copy_in_background
from reader.ui.screens.page import PageScreen
from reader.ui.view import View
from reader.words import printable

if TYPE_CHECKING:
    from reader.ui.day_list import Entry
    from reader.ui.screens import calendar, overview, page_report, palette, picture
    from reader.ui.screens import help as keys
else:  # not needed for the first frame
    names = ("calendar", "overview", "page_report", "palette", "picture", "help")
    calendar, overview, page_report, palette, picture, keys = (
        Later(f"reader.ui.screens.{name}") for name in names
    )


class CardsScreen(PageScreen):
    """Opens cards over the page being read: help, report, calendar, the day, pictures; and programs outside."""

    def on_screen_suspend(self) -> None:
        """Let a card have the mouse, if it comes while a button is held."""
        self._pane.end_drag()

    # Help, commands, and how the page was understood

    def action_help(self) -> None:
        self.app.push_screen(keys.HelpScreen(self._line_style))

    def action_palette(self) -> None:
        """Find a command by its name, or something to read."""
        self.app.push_screen(palette.PaletteScreen(self._line_style, self._view), self._take_offer)

    async def _take_offer(self, goal: View | str | None) -> None:
        if isinstance(goal, View):
            self._go(goal)
            self._focus_text()
        elif goal:
            await self.run_action(goal)

    def action_page_report(self) -> None:
        """Show how the page was parsed and, on request, the text it was parsed from."""
        view = self._shown

        def then(asked: str | None) -> None:
            if asked:
                self._show_raw(view)

        where, unread = (
            printable(view.stand.where(view.edition, view.page_at)),
            view.stand.unread(view.edition),
        )
        self.app.push_screen(page_report.ReportScreen(self._line_style, view.page, where, unread), then)

    @work(thread=True, exclusive=True, group="open")
    def _show_raw(self, view: View) -> None:
        try:
            text = view.stand.raw(view.edition, view.page_at, view.entry.href if view.entry else "")
        except (SourceError, PageError) as error:
            self.app.call_from_thread(self.show_message, self._line_style.words.sentence(error))
        else:
            self.app.call_from_thread(self.app.push_screen, page_report.RawScreen(self._line_style, text))

    def on_paste(self, event: events.Paste) -> None:
        """Open what is pasted into the reader: an address, a path, or the text of a page."""
        event.stop()
        if not self.is_empty:
            self._start_journey(lambda _: self._journeys.paste(event.text))

    # Days

    def action_calendar(self) -> None:
        view, today = self._shown, self._session.today()
        issued = view.page.issued or today

        def then(day: date | None) -> None:
            if day is not None and day != issued:
                self._start_journey(lambda view: self._journeys.go_to_day(view, day))

        issues = partial(view.stand.month, view.edition)
        screen = calendar.CalendarScreen(self._line_style, view.page.paper, issued, today, issues)
        self.app.push_screen(screen, then)

    @cached_property
    def _overview(self) -> "overview.OverviewScreen":
        screen = overview.OverviewScreen(self._line_style, self._session, self.show_edition)
        self.app.install_screen(screen, "overview")  # so that it stays
        return screen

    async def action_overview(self) -> None:
        """Show all headlines of the day, with a field to find words in it."""
        self.keeping.note()
        self._overview.show_day(self._shown)
        await self.app.push_screen(self._overview, self._open_entry)

    def show_edition(self, stand: Stand, edition: Edition) -> None:
        """Show an edition, or more of it, here and in the day at a glance."""
        super().show_edition(stand, edition)
        if self.app.is_screen_installed("overview"):
            self._overview.show_more(View.opening(stand, edition))

    def _open_entry(self, entry: "Entry | None") -> None:
        """Go to what was chosen from the day; if a word was found in its text, to that, a third from the top."""
        if entry is None or (entry.view == self._shown and not entry.word):
            return
        self._go(entry.view, entry.anchor if entry.word else None)
        if entry.word:
            self._finding.look_for(entry.word)
            self._pane.scroll_screens(-1 / 3)
        self._focus_text()

    # Pictures, and programs outside

    def action_picture(self, number: int = 0) -> None:
        """Show the picture of the page (0), or that figure of the article, counted from 1."""
        self.show_message(self._say("fetching-picture"))
        self._show_picture(self._shown, number)

    @work(thread=True, exclusive=True, group="open")
    def _show_picture(self, view: View, number: int) -> None:
        try:
            screen = picture.load(view, self._line_style, self._capabilities.pictures, number)
        except ReaderError as error:
            self.app.call_from_thread(self.show_message, self._line_style.words.sentence(error))
        else:
            if view.key == self._shown.key:  # an answer is shown only where it was asked for
                self.app.call_from_thread(self.app.push_screen, screen, self._leave_picture)

    async def _leave_picture(self, action: str | None) -> None:
        if action:
            await self.run_action(action)

    def action_outside(self, number: int | None = None) -> None:
        """Open that picture, else the page's PDF, else the page, in the system's own program; or copy its address."""
        target = picture.place(self._shown, number)
        if not target:
            self.show_message(self._say("nothing-outside"))
        elif self._session.opener(target):
            self.show_message(self._say("opened-outside", target=printable(target)))
        else:
            self._copy(target, after=f" · {printable(target)}")

    def _copy(self, text: str, after: str = "") -> None:
        show = self.show_message
        copy_in_background(
            self.app, self._session, self._line_style.words, text, lambda told: show(told + after)
        )
