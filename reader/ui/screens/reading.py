"""The reading screen: the commands that move about, set type, copy and find; those that open cards are in `cards`.

It is long because Textual looks up the action of a key among the methods of its screen; each is a few lines.
Numbers passed by the table of commands mean the next (1) or the one before (-1), unless a docstring says otherwise.
"""

from typing import ClassVar

from msgspec.structs import replace
from textual import on
from textual.actions import SkipAction
from textual.binding import BindingType
from textual.widgets import Input

from reader.edition.model import BlockKind
from reader.typesetting.ladder import TextSize
from reader.ui.commands import bindings
from reader.ui.copying import to_copy
from reader.ui.history import Visit
from reader.ui.maps import has_map
from reader.ui.reading_marks import next_unread
from reader.ui.screens.cards import CardsScreen
from reader.ui.themes import THEMES
from reader.ui.view import View


class ReadingScreen(CardsScreen):
    """The reading screen and its actions."""

    BINDINGS: ClassVar[list[BindingType]] = list(bindings("reading"))

    # Articles and pages

    def action_article(self, step: int) -> None:
        at_end = "last-article" if step > 0 else "first-article"
        self._go_or_tell(self._shown.step_article(step), self._say(at_end))

    def action_page(self, step: int) -> None:
        view, page = self._shown.step_page(step), self._shown.page
        leads_on = (page.next_page if step > 0 else page.previous_page) is not None
        if view is None and leads_on:
            self._start_journey(lambda view: self._journeys.turn_page(view, step))
        else:
            self._go_or_tell(view, self._say("last-page" if step > 0 else "first-page"))

    def action_go_to_article(self, number: int) -> None:
        """Go to the article of that number on the page, counted from 1, and focus its text."""
        view, self._number = self._shown, ""
        if not 1 <= number <= len(view.page.contents):
            self.show_message(self._say("no-such-article", n=number))
        elif number - 1 != view.article_at:
            self._go(replace(view, article_at=number - 1))
        self._focus_text()

    def action_turn_page(self, page_at: int) -> None:
        """Go to the page of that index."""
        self._go(self._shown.turn_page(page_at))

    def action_digit(self, digit: str) -> None:
        """Append a digit to the number being typed, of an article or a page."""
        self._number = (self._number + digit)[-3:]
        self.show_message(self._say("number", n=self._number))

    def action_go_to_page(self) -> None:
        """Go to the page of the number typed."""
        number, self._number = self._number or "1", ""
        self._go_or_tell(self._shown.find_page(number), self._say("no-such-page", n=number))

    def _go_or_tell(self, view: View | None, why_not: str) -> None:
        if view is None:
            self.show_message(why_not)
        else:
            self._go(view)

    def action_history(self, step: int) -> None:
        """Go back to the visit before, or forward again."""
        found = self._history.step(Visit(self._shown, self._pane.position), step)
        if found is None:
            self.show_message(self._say("nothing-ahead" if step > 0 else "nothing-behind"))
            return
        self.keeping.note()
        visit, self._history = found
        self._awaited = 0
        self._show(visit.view, visit.anchor)

    # Panes

    def on_descendant_focus(self) -> None:
        """Show what has the keys."""
        if self._view is not None:
            self.call_after_refresh(self._draw)

    def action_zen(self) -> None:
        self.toggle_class("zen")
        self._focus_text()

    def action_contents(self) -> None:
        """Focus the contents, or the article again."""
        if self._frame.contents.has_focus:
            self._focus_text()
        else:
            self.remove_class("mapped", "zen").add_class("listing")
            self._frame.contents.focus()
            self.call_after_refresh(self._draw)

    def action_page_map(self) -> None:
        """Focus the page's map, or the article again."""
        if self._frame.map.has_focus:
            self._focus_text()
        elif has_map(self._shown.page):
            self.remove_class("listing", "zen").add_class("mapped")
            self._frame.map.focus()
            self.call_after_refresh(self._draw)
        else:
            self.show_message(self._say("no-map"))

    def action_link(self) -> None:
        """Choose the next link on the screen."""
        self._focus_text()
        if not self._pane.choose_link():
            self.show_message(self._say("no-link"))

    def action_follow(self, block: int) -> None:
        """Go where a block of the article leads, by its index: a jump line to the other half, a caption to its picture."""
        view = self._shown
        blocks = view.entry.article.blocks if view.entry and view.entry.article else ()
        if (jump := blocks[block].jump) is None:
            self.action_picture(sum(each.kind is BlockKind.FIGURE for each in blocks[: block + 1]))
        elif view.stand.is_live:
            self._start_journey(lambda view: self._journeys.other_half(view, jump))
        else:
            found, message = self._journeys.other_half(view, jump)
            if found != view:
                self._go(found)
            self.show_message(message)

    def action_open(self) -> None:
        """Go to the article numbered or chosen on the map, from an article's end to the next, from the contents to it."""
        if self._number:
            self.action_go_to_article(int(self._number))
        elif self._frame.map.has_focus:
            self.action_go_to_article(self._frame.map.chosen + 1)
        elif self._pane.has_focus and self._pane.link is not None:
            self.action_follow(self._pane.link)
        elif self._pane.has_focus and self._pane.at_end and not self._is_coming:
            self.action_article(1)
        self._focus_text()

    def action_close(self) -> None:
        """Go back one level: close the search, clear the selection, or leave the contents."""
        self._number = ""
        if self._finding.is_active:
            self._finding.close()
            self._finding.look_for("")
        elif self.selections or self._pane.link is not None:
            self.clear_selection()
            self._pane.choose_link(chosen=False)
        self._focus_text()

    # Days and papers

    def action_day(self, step: int) -> None:
        self._start_journey(lambda view: self._journeys.step_day(view, step))

    def action_sister(self, number: int) -> None:
        """Go to the sister paper of that index in the page's head."""
        self._start_journey(lambda view: self._journeys.sister(view, number))

    def action_refresh(self) -> None:
        """Fetch what is shown again from the site; for a saved page, fetch what is missing."""
        view = self._view
        if view and (view.stand.is_live or self._journeys.address(view)):
            self._failures.clear()
            self._start_journey(self._journeys.fetch)
        else:
            self.show_message(self._say("nothing-to-refresh"))

    def action_unread(self) -> None:
        """Go to the next unread article of the day."""
        found, why_not, before = next_unread(self._shown, self._session.marks)
        self._go_or_tell(found, self._say(why_not, n=before))

    # Lines and screens

    def action_lines(self, step: int) -> None:
        """Scroll a line; in a list, go to the next entry or the one before; from the find field, go to the article."""
        if self._frame.contents.has_focus:
            self.action_article(step)
        elif self._frame.strip.has_focus:
            self.action_page(step)
        elif isinstance(self.focused, Input):
            self._word_submitted()
        else:
            self._pane.scroll_rows(step)

    def action_screens(self, screens: float) -> None:
        """Scroll by a fraction of the screen, down if positive."""
        self._pane.scroll_screens(screens)

    def action_read_on(self) -> None:
        """Scroll a screen down; at the end, first name the next article, then go to it. On the map, read the chosen."""
        view, was_read = self._shown, self._pane.is_read
        if self._frame.map.has_focus:
            self.action_open()
            return
        self._reading_marks.mark()
        if self._is_coming:
            return
        if self._awaited:
            self.show_message(self._say("opening"))
        elif self._pane.scroll_screens(1) and not was_read:
            self._waits_for_next = False
        elif self._waits_for_next:
            self.action_article(1)
        else:
            self._waits_for_next = view.step_article(1) is not None
            again = "again-next" if view.at_hand else "again-past"
            key = again if self._waits_for_next else "last-article"
            self.show_message(self._say(key, next=view.next_line(self._line_style)))

    def action_end(self, step: int) -> None:
        """Go to the end (1), or the beginning (-1)."""
        if step > 0:
            self._reading_marks.mark()
        self._pane.scroll_to_end(last=step > 0)

    # 放大 缩小 默认, and the look

    def action_size(self, step: int) -> None:
        """放大 (1), 缩小 (-1), 默认 (0); while a number is being typed, 0 is one of its digits."""
        if step == 0 and self._number:
            self.action_digit("0")
            return
        size = self._pane.next_size(step) if step else TextSize.DEFAULT
        if size is None:
            self.show_message(self._say("size-largest" if step > 0 else "size-smallest"))
            return
        self._pane.step = self._positions.step = size
        self._pane.relayout()
        plan = self._pane.plan
        name = self._say(f"size-{int(plan.step)}")
        key = "size-window" if plan.is_lowered else "size-leading" if plan.is_leaded else "size-measure"
        self.show_message(self._say(key, name=name, han=plan.han, cells=plan.measure.width))

    def action_full_width(self) -> None:
        """Toggle whether half-width stops among 汉字 are set full-width."""
        self._pane.full_width = self._positions.full_width = not self._pane.full_width
        self._pane.relayout()
        self._draw()
        self.show_message(self._say("full-width-on" if self._pane.full_width else "full-width-off"))

    def action_theme(self) -> None:
        themes = tuple(THEMES.values())
        theme = themes[(themes.index(THEMES[self.app.theme]) + 1) % len(themes)]
        self.app.theme = self._positions.theme = theme.name
        self.show_message(self._say("theme", name=theme.labels[self._line_style.words.language]))

    # Copying

    def action_copy(self, cited: bool = False) -> None:
        """Copy the selected text, else the article; with a citation if `cited`."""
        if cited and not (self._view and self._view.entry):
            return
        text = to_copy(self._session, self._view, self.get_selected_text() or "", cited=cited)
        self.show_message(self._say("copying" if text else "copied-nothing"))
        if text:
            self._copy(text)

    def action_copy_text(self) -> None:
        """Textual's name for Ctrl+C: copy the text selected; without any it is left to the app."""
        if not self.get_selected_text():
            raise SkipAction
        self.action_copy()

    # Finding

    async def action_find(self) -> None:
        """Open the find field in place of the footer."""
        await self._finding.open()

    def action_match(self, step: int) -> None:
        """Go to the next match, or the one before."""
        self.show_message(self._finding.step(step))

    @on(Input.Changed)
    def _word_changed(self, event: Input.Changed) -> None:
        self.show_message(self._finding.look_for(event.value))

    @on(Input.Submitted)
    def _word_submitted(self) -> None:
        self._finding.close()
        self._focus_text()
