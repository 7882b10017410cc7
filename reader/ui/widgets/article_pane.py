"""The article, drawn row by row from its Setting; the cost depends on the screen, not on the article's length."""

import re
from bisect import bisect_left
from collections.abc import Callable
from itertools import pairwise

from rich.segment import Segment
from rich.style import Style
from textual import events, on
from textual.strip import Strip

from reader.edition.marks import FULL, HALF
from reader.typesetting.ladder import Capabilities, TextSize, next_size, resolve
from reader.typesetting.layout import START, TAIL, Anchor, Items, Role, Row, Setting, Top
from reader.ui.looks import Looks
from reader.ui.spans import LineStyle
from reader.ui.widgets.item_looks import look_for
from reader.ui.widgets.rows import looks_of
from reader.ui.widgets.selecting import SelectingPane

WHEEL_ROWS = 3


def _either(character: str) -> str:
    """A regex for a character; for a stop, for both its half-width and its full-width form."""
    at = max(HALF.find(character), FULL.find(character))
    return re.escape(character) if at < 0 else f"[{HALF[at]}{FULL[at]}]"


class ArticlePane(SelectingPane, can_focus=True):
    """Shows one article, and keeps the reading position in it."""

    def __init__(self, style: LineStyle, capabilities: Capabilities, on_move: Callable[[], None]) -> None:
        super().__init__(style.widths, id="article")
        self._on_move = on_move
        self._across = style.marks.across
        self._capabilities = capabilities
        self._top = Top(0, 0)
        self._anchor = START
        self.word = ""
        """The word searched for; empty for none."""
        self._matches: dict[int, list[tuple[int, int]]] = {}
        self._found: list[Anchor] = []
        """Where each match begins, in order."""
        self._here: Anchor | None = None
        self._link: int | None = None
        """The chosen link, by the index of its block."""
        self.full_width = True
        """Whether half-width stops among 汉字 are set full-width."""
        self.step = TextSize.DEFAULT
        """The type size asked for; what is drawn is `plan`."""
        self.plan = resolve(self.step, capabilities, *self.room)

    @property
    def room(self) -> tuple[int, int]:
        """Columns and rows available for the article."""
        return max(2, self.size.width), max(1, self.size.height)

    def next_size(self, step: int) -> TextSize | None:
        """The next type size up (1) or down (-1) that looks different here; None at the end of the ladder."""
        return next_size(self.step, step, self._capabilities, self.room)

    @property
    def column(self) -> tuple[int, int]:
        """Cells before the column of the default type, and its width: what stands on it stays where it is in any size."""
        measure = resolve(TextSize.DEFAULT, self._capabilities, *self.room).measure
        return measure.margin(self.size.width), measure.width

    @property
    def position(self) -> Anchor:
        """The reading position: the first text on the screen, kept through every relayout."""
        return self._anchor

    @property
    def at_end(self) -> bool:
        """Whether the article's last row is on the screen."""
        return self._setting is None or self._top >= self._setting.last_top(self.room[1])

    @property
    def progress(self) -> tuple[int, int, int]:
        """Paragraph at the top, paragraphs in all, per cent of the text read at the end of this screen.

        It is 100 only if the article's last row is on the screen.
        """
        if self._setting is None:
            return (0, 0, 0)
        blocks = max(1, self._items.body)
        rows = [row for row in self._shown if row.item < blocks and row.end > row.start]
        here = rows[0].item + 1 if rows else blocks
        share = self._setting.share(rows[-1]) if rows else 1.0
        return (here, blocks, 100 if self.at_end else min(99, int(share * 100)))

    @property
    def is_read(self) -> bool:
        """Whether the last row of the text itself is on the screen."""
        last = self._setting.body_end() if self._setting else None
        return last is not None and last in self._shown

    def show(self, items: Items, anchor: Anchor = START) -> None:
        """Show another text, at an anchor in it."""
        if items == self._items and anchor == self._anchor:
            return
        is_same = items.is_text_of(self._items)  # only what follows it changed
        here = self._here if is_same else None
        self._link = self._link if is_same else None
        if not is_same:
            self.end_drag()
            self.select(START, START)
        self._items, self._anchor = items, anchor
        self.find(self.word)
        self._here = here
        self.relayout()

    def relayout(self) -> None:
        """Set the text again for the size of the pane, and stay at the anchor."""
        if not self._items or self.size.width == 0:
            self._setting, self._shown = None, []  # rows of another text must not be drawn
            return
        self.plan = resolve(self.step, self._capabilities, *self.room)
        columns, measure = self.size.width, self.plan.measure
        self._setting = Setting(self._items, measure, columns, self._widths, full_width=self.full_width)
        self._show_from(min(self._setting.top_at(self._anchor), self._setting.last_top(self.room[1])))

    def scroll_rows(self, rows: int) -> bool:
        """Scroll by rows, down if positive; returns whether that was possible."""
        if self._setting is None:
            return False
        return self._go(self._setting.move(self._top, rows, self.room[1]))

    def scroll_screens(self, screens: float) -> bool:
        """Scroll by screens less one row, so that one row stays in view."""
        return self.scroll_rows(int(screens * max(1, self.room[1] - 1)))

    def scroll_to_end(self, *, last: bool) -> None:
        """Go to the first row, or the last."""
        if self._setting is not None:
            self._go(self._setting.last_top(self.room[1]) if last else Top(0, 0))

    @property
    def match(self) -> tuple[int, int]:
        """Number of the current match, 0 for none, and how many there are."""
        return (bisect_left(self._found, self._here) + 1 if self._here else 0, len(self._found))

    def find(self, word: str) -> None:
        """Find a word, ignoring letter case and the width of stops, without scrolling to it."""
        self.word, self._here, self._matches = word, None, {}
        if word:
            pattern = re.compile("".join(map(_either, word)), re.IGNORECASE)
            for number, item in enumerate(self._items):
                if item.role not in TAIL and (spans := [m.span() for m in pattern.finditer(item.text)]):
                    self._matches[number] = spans
        self._found = [Anchor(item, start) for item, spans in self._matches.items() for start, _ in spans]
        self.refresh()

    def go_to_match(self, step: int) -> None:
        """Go to the next match (1), the one before (-1), or the first on or after the screen's top (0).

        Scrolls only if the match is not on the screen, and then to put it a third from the top.
        """
        matches, setting = self._found, self._setting
        if not matches or setting is None:
            return
        if self._here:
            at = bisect_left(matches, self._here) + step
        else:
            at = bisect_left(matches, self._anchor) % len(matches) - (step < 0)
        self._here = matches[at % len(matches)]
        row = setting.top_at(self._here)
        if setting.rows(row.item)[row.row] not in self._shown:
            self._go(setting.move(row, -(self.room[1] // 3), self.room[1]))
        self.refresh()

    @property
    def links(self) -> list[int]:
        """The links on the screen, jump lines first, by the index of the block they lead on from (see `Item`)."""
        shown = {self._items[row.item] for row in self._shown if row.end > row.start}
        found = sorted((item.role is not Role.JUMP, item.link) for item in shown if item.link is not None)
        return [link for _, link in found]

    @property
    def link(self) -> int | None:
        """The chosen link; None if none is chosen, or it is not on the screen any more."""
        return self._link if self._link in self.links else None

    def choose_link(self, *, chosen: bool = True) -> bool:
        """Choose the next link on the screen, after the last the first, or none; returns whether there is one."""
        links = self.links if chosen else []
        at = links.index(self._link) + 1 if self._link in links else 0
        self._link = links[at % len(links)] if links else None
        self.refresh()
        return bool(links)

    def render_line(self, y: int) -> Strip:
        base = self.visual_style.rich_style
        segments = self._draw(self._shown[y], base) if y < len(self._shown) else []
        return Strip(segments).adjust_cell_length(self.size.width, base)

    def on_resize(self) -> None:
        """Set the text again for the new size."""
        self.end_drag()
        self.relayout()

    @on(events.MouseScrollDown)
    @on(events.MouseScrollUp)
    def _wheel(self, event: events.MouseEvent) -> None:
        event.stop()
        self.scroll_rows(WHEEL_ROWS if isinstance(event, events.MouseScrollDown) else -WHEEL_ROWS)

    async def on_click(self, event: events.Click) -> None:
        """Follow the link of a line, or go to the next article from the line that names it; else select."""
        self.select_by_click(event)
        for row in self._shown[event.y : event.y + 1] if not self._has_moved else ():
            item = self._items[row.item]
            if item.role is Role.NEXT:
                await self.run_action("screen.article(1)")
            elif item.link is not None and row.end > row.start and self.text_selection is None:
                await self.run_action(f"screen.follow({item.link})")

    def _go(self, top: Top) -> bool:
        if self._setting is None or top == self._top:
            return False
        self._anchor = self._setting.anchor_of(top)
        self._show_from(top)
        return True

    def _show_from(self, top: Top) -> None:
        """Put a row at the top, and draw."""
        if self._setting is not None:
            self._top, self._shown = top, self._setting.window(top, self.room[1])
            self.drag_on()
            self.refresh()
            self._on_move()  # not a message: what it draws belongs in the same frame

    def _draw(self, row: Row, base: Style) -> list[Segment]:
        item = self._items[row.item]
        looks = looks_of(self)
        style = base + looks[look_for(item.role, is_large=self.plan.measure.bold)]
        if item.link is not None and item.link == self.link:
            style += looks["link"]
        if item.role is Role.RULE and row.column:
            across = self._across * (self.plan.measure.width // self._widths[self._across])
            return [Segment(" " * row.column, base), Segment(across, style)]
        if row.end <= row.start:
            return []
        lead = " " * row.column
        if item.prefix and row.start == 0:
            lead = lead[: row.column - sum(self._widths[c] for c in item.prefix)] + item.prefix
        segments = [Segment(lead, style if item.prefix else base)]
        text = self._setting.text(row.item) if self._setting else item.text
        for start, end, found in self._cuts(row, looks):
            meta = Style.from_meta({"offset": (start, row.item)})
            segments.append(Segment(text[start:end], style + found + meta))
        return segments

    def _cuts(self, row: Row, looks: Looks) -> list[tuple[int, int, Style]]:
        """The row's text in slices of one style each: plain, found, selected."""
        matches = self._matches.get(row.item, [])
        first = max(0, bisect_left(matches, (row.start,)) - 1)
        # of many in a paragraph a row draws its own
        spans = matches[first : bisect_left(matches, (row.end,))]
        found = {
            max(start, row.start): (end, looks["found-here" if self._here == (row.item, start) else "found"])
            for start, end in spans
        }
        begin, stop = self.selected(row.item)
        edges = {edge for span in (*spans, (begin, stop)) for edge in span if row.start < edge < row.end}
        if not edges and not found and stop == 0:
            return [(row.start, row.end, Style())]
        cuts: list[tuple[int, int, Style]] = []
        until, look = 0, Style()
        for start, end in pairwise(sorted(edges | {row.start, row.end})):
            until, look = found.get(start, (until, look))
            style = look if start < until else Style()
            style = style + looks["selected"] if begin <= start < stop else style
            first = (
                cuts.pop()[0] if cuts and cuts[-1][2] == style else start
            )  # matches side by side are one slice
            cuts.append((first, end, style))
        return cuts
