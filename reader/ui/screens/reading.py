"""The reading screen: every command a reader has, over the sheet that shows the paper.

It is long because Textual looks for the action of a key among the methods of its screen; each is a few lines.
"""

import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import date
from typing import ClassVar

from textual import events, on, work
from textual.binding import BindingType

from reader.errors import PageError, ReaderError, SourceError
from reader.export.citation import citation
from reader.export.plain import article_text
from reader.typesetting import ladder
from reader.typesetting.ladder import TextSize
from reader.ui.commands import bindings
from reader.ui.history import History, Place
from reader.ui.screens.sheet import SheetScreen
from reader.ui.themes import THEMES
from reader.ui.view import View
from reader.ui.widgets.article_pane import ArticlePane
from reader.ui.widgets.find_field import FindField
from reader.ui.widgets.rows import Rows
from reader.words import printable


class ReadingScreen(SheetScreen):
    """Reads one edition after another."""

    BINDINGS: ClassVar[list[BindingType]] = list(bindings())

    # Articles and pages

    @on(Rows.Pressed)
    async def _pressed(self, event: Rows.Pressed) -> None:
        kind, _, number = event.act.partition(":")
        if kind == "article":
            self._go_to_article(int(number) + 1)
            self._read()
        elif kind == "sister":
            self._open_sister(int(number))
        elif kind == "page" and self._view:
            self._go(self._view.turn_page(int(number)))
        else:
            await self.run_action(kind.replace("-", "_"))

    @on(ArticlePane.NextPressed)
    def action_next_article(self) -> None:
        """下一篇."""
        self._step_article(1)

    def action_previous_article(self) -> None:
        """上一篇."""
        self._step_article(-1)

    def action_next_page(self) -> None:
        """下一版."""
        self._step_page(1)

    def action_previous_page(self) -> None:
        """上一版."""
        self._step_page(-1)

    def _step_article(self, step: int) -> None:
        if self._view is None:
            return
        view = self._view.step_article(step)
        if view is None:
            self.tell(self._say("last-article" if step > 0 else "first-article"))
        else:
            self._go(view)

    def _step_page(self, step: int) -> None:
        if self._view is None:
            return
        view, page = self._view.step_page(step), self._view.page
        if view is not None:
            self._go(view)
        elif (page.next_page if step > 0 else page.previous_page) is not None:
            self._visit(lambda view: self._visits.turn_page(view, step))
        else:
            self.tell(self._say("last-page" if step > 0 else "first-page"))

    def _go_to_article(self, number: int) -> None:
        if self._view is None:
            return
        self._number = ""
        if not 1 <= number <= len(self._view.page.contents):
            self.tell(self._say("no-such-article", n=number))
        elif number - 1 != self._view.article_at:
            self._go(replace(self._view, article_at=number - 1))

    def action_digit(self, digit: str) -> None:
        """One more digit of a number: of an article, or of a page."""
        self._number = (self._number + digit)[-3:]
        self.tell(self._say("number", n=self._number))

    def action_go_to_page(self) -> None:
        """The page of the number typed."""
        number, self._number = self._number or "1", ""
        view = self._view.find_page(number) if self._view else None
        if view is None:
            self.tell(self._say("no-such-page", n=number))
        else:
            self._go(view)

    def action_back(self) -> None:
        """Where the reader was before."""
        self._travel(History.back, "nothing-behind")

    def action_forward(self) -> None:
        """Where the reader went back from."""
        self._travel(History.forward, "nothing-ahead")

    def _travel(self, way: Callable[[History, Place], tuple[Place, History] | None], at_end: str) -> None:
        if self._view is None:
            return
        found = way(self._history, Place(self._view, self._pane.place))
        if found is None:
            self.tell(self._say(at_end))
            return
        self.remember()
        place, self._history = found
        self._show(place.view, place.anchor)

    # Panes

    def action_zen(self) -> None:
        """The text alone, and back."""
        self.toggle_class("zen")
        self._read()

    def action_contents(self) -> None:
        """To the contents, or back to the article."""
        if self.query_one("#contents").has_focus:
            self._read()
        else:
            self.add_class("listing")
            self.query_one("#contents").focus()
            self.call_after_refresh(self._draw)

    def action_open(self) -> None:
        """From the contents to the article, from an article's end to the next, to the article numbered."""
        if self._number:
            self._go_to_article(int(self._number))
        elif self._pane.has_focus and self._pane.at_end and not (self._view and self._is_coming(self._view)):
            self._step_article(1)
        self._read()

    def _read(self) -> None:
        self.remove_class("listing")
        self._pane.focus()
        self.call_after_refresh(self._draw)

    def action_close(self) -> None:
        """One level back: find, selection, contents."""
        self._number = ""
        if self._finder.is_open:
            self._finder.close()
            self._finder.look_for("")
        elif self.selections:
            self.clear_selection()
        self._read()

    async def action_quit(self) -> None:
        """Leave the program."""
        await self.app.action_quit()

    def action_command_palette(self) -> None:
        """Show every command by its name."""
        self.app.action_command_palette()

    def action_help(self) -> None:
        """Show every key."""
        from reader.ui.screens.help import HelpScreen  # noqa: PLC0415 - not needed for the first frame

        self.app.push_screen(HelpScreen(self._desk))

    def action_page_report(self) -> None:
        """Show how the page was understood, and then, if asked, the text it was read from."""
        from reader.ui.screens.report import ReportScreen  # noqa: PLC0415 - not needed for the first frame

        view = self._view
        if view is None:
            return

        def then(asked: str | None) -> None:
            if asked:
                self._show_raw(view)

        self.app.push_screen(ReportScreen(self._desk, view.page), then)

    @work(thread=True, exclusive=True, group="open")
    def _show_raw(self, view: View) -> None:
        from reader.ui.screens.report import RawScreen  # noqa: PLC0415 - not needed for the first frame

        try:
            text = view.stand.raw(view.edition, view.page_at, view.entry.href if view.entry else "")
        except (SourceError, PageError) as error:
            self.app.call_from_thread(self.tell, self._desk.words.sentence(error))
        else:
            self.app.call_from_thread(self.app.push_screen, RawScreen(self._desk, text))

    def on_paste(self, event: events.Paste) -> None:
        """Open the text of a page that is pasted into the reader."""
        event.stop()
        self._open_text(event.text)

    @work(thread=True, exclusive=True, group="open")
    def _open_text(self, text: str) -> None:
        stand = self._sitting.pasting(text)
        try:
            *_, edition = stand.open()
        except ReaderError:
            self.app.call_from_thread(self.tell, self._say("pasted-nothing"))
        else:
            self.app.call_from_thread(self._go, View.opening(stand, edition))

    # Days and papers

    def action_next_day(self) -> None:
        """后一天."""
        self._step_day(1)

    def action_previous_day(self) -> None:
        """前一天."""
        self._step_day(-1)

    def _step_day(self, step: int) -> None:
        self._visit(lambda view: self._visits.step_day(view, step))

    def action_calendar(self) -> None:
        """Choose a day."""
        from reader.ui.screens.calendar import CalendarScreen  # noqa: PLC0415 - not needed for the first frame

        view = self._view
        if view is None:
            return
        today = self._sitting.today()
        issued = view.page.issued or today
        screen = CalendarScreen(
            self._desk, view.page.paper, issued, today, lambda month: view.stand.month(view.edition, month)
        )
        self.app.push_screen(screen, lambda day: self._open_day(issued, day))

    def _open_day(self, here: date, day: date | None) -> None:
        if day is not None and day != here:
            self._visit(lambda view: self._visits.go_to_day(view, day))

    def action_sister_paper(self) -> None:
        """The next of the sister papers."""
        self._open_sister(0)

    def _open_sister(self, number: int) -> None:
        self._visit(lambda view: self._visits.sister(view, number))

    def action_refresh(self) -> None:
        """Ask the site again for what is shown; for what a saved page has not at hand, for the first time."""
        view = self._view
        if view and (view.stand.is_live or self._visits.address(view)):
            self._failures.clear()
            self._visit(self._visits.fetch)
        else:
            self.tell(self._say("nothing-to-refresh"))

    # Lines and screens

    def action_line_down(self) -> None:
        """A line down; in the lists, the next entry."""
        self._line(1)

    def action_line_up(self) -> None:
        """A line up; in the lists, the entry before."""
        self._line(-1)

    def _line(self, step: int) -> None:
        if self.query_one("#contents").has_focus:
            self._step_article(step)
        elif self.query_one("#strip").has_focus:
            self._step_page(step)
        else:
            self._pane.scroll_rows(step)

    def action_half_down(self) -> None:
        """Half a screen down."""
        self._pane.scroll_screens(0.5)

    def action_half_up(self) -> None:
        """Half a screen up."""
        self._pane.scroll_screens(-0.5)

    def action_screen_down(self) -> None:
        """A screen down; at the end, once to say so and once more to go on."""
        view, was_read = self._view, self._pane.is_read
        if view is None or self._is_coming(view):
            return
        if self._is_travelling:
            self.tell(self._say("opening"))
        elif self._pane.scroll_screens(1) and not was_read:
            self._waits_for_next = False
        elif self._waits_for_next:
            self._step_article(1)
        else:
            self._waits_for_next = view.step_article(1) is not None
            line, key = view.next_line(self._desk), "again-next" if view.at_hand else "again-past"
            self.tell(self._say(key, next=line) if self._waits_for_next else line)

    def action_screen_up(self) -> None:
        """A screen up."""
        self._pane.scroll_screens(-1)

    def action_top(self) -> None:
        """To the beginning."""
        self._pane.scroll_to_end(last=False)

    def action_bottom(self) -> None:
        """To the end."""
        self._pane.scroll_to_end(last=True)

    # 放大 缩小 默认, and the look

    def action_enlarge(self) -> None:
        """放大."""
        self._set_size(ladder.enlarge(self._pane.step, self._capabilities, *self._pane.room), "size-largest")

    def action_shrink(self) -> None:
        """缩小."""
        self._set_size(ladder.shrink(self._pane.step, self._capabilities, *self._pane.room), "size-smallest")

    def action_default_size(self) -> None:
        """默认; a digit like any other while a number is being typed."""
        if self._number:
            self.action_digit("0")
        else:
            self._set_size(TextSize.DEFAULT)

    def _set_size(self, size: TextSize | None, at_end: str = "") -> None:
        if size is None:
            self.tell(self._say(at_end))
            return
        self._pane.step = size
        self._pane.relayout()
        plan = self._pane.plan
        name = self._say(f"size-{int(plan.step)}")
        key = "size-window" if plan.is_lowered else "size-leading" if plan.is_leaded else "size-measure"
        self.tell(self._say(key, name=name, han=plan.han, cells=plan.measure.width))

    def action_full_width(self) -> None:
        """Half-width stops among 汉字 full-width, or as they came."""
        self._pane.full_width = self._frame.full_width = self._places.full_width = not self._pane.full_width
        self._pane.relayout()
        self._draw()
        self.tell(self._say("full-width-on" if self._pane.full_width else "full-width-off"))

    def action_theme(self) -> None:
        """The next theme."""
        themes = tuple(THEMES.values())
        theme = themes[(themes.index(THEMES[self.app.theme]) + 1) % len(themes)]
        self.app.theme = theme.name
        self.tell(self._say("theme", name=theme.labels[self._desk.words.language]))

    # Copying

    def action_copy(self) -> None:
        """The text selected, else the article."""
        self._copy_with("")

    def action_copy_cited(self) -> None:
        """The same, with the place it was printed in."""
        if self._view and self._view.entry:
            self._copy_with("\n" + citation(self._view.page, self._view.entry))

    def _copy_with(self, more: str) -> None:
        entry = self._view.entry if self._view else None
        text = self.get_selected_text() or (article_text(entry.article) if entry and entry.article else "")
        if text.strip():
            text += more
            self.tell(self._say("copying"))
            self._copy(text)
        else:
            self.tell(self._say("copied-nothing"))

    def _copy(self, text: str) -> None:
        # A thread of its own, that dies with the program: quitting must not wait for a tool that hangs.
        threading.Thread(target=self._copy_there, args=(text,), daemon=True).start()

    def _copy_there(self, text: str) -> None:
        count = sum(not character.isspace() for character in text)
        try:
            key, path = self._sitting.copier(self._send_osc52, text)
            message = self._say(key, n=count, path=printable(path))
        except ReaderError as error:
            message = self._desk.words.sentence(error)
        with suppress(RuntimeError):  # the reader has left
            self.app.call_from_thread(self.tell, message)

    # Finding

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Whether an action can be had now: in an open field, the keys of find are characters of the word."""
        return action != "find" or not self.query(FindField)

    async def action_find(self) -> None:
        """Open the field in place of the footer."""
        await self._finder.open()

    def action_next_match(self) -> None:
        """The next match."""
        self.tell(self._finder.step(1))

    def action_previous_match(self) -> None:
        """The match before."""
        self.tell(self._finder.step(-1))

    @on(FindField.Changed)
    def _find_changed(self, event: FindField.Changed) -> None:
        self.tell(self._finder.look_for(event.word))

    @on(FindField.Closed)
    def _find_closed(self) -> None:
        self._finder.close()
        self._read()
