"""The report on how a page was parsed, and its raw text."""

import re
from collections.abc import Sequence
from typing import ClassVar

from textual.binding import BindingType

from reader.edition.model import Page
from reader.errors import ReaderError
from reader.export.page_report import report_lines, unread_lines
from reader.typesetting.linebreak import set_paragraph
from reader.ui.commands import Hint, bindings
from reader.ui.screens.card import Card
from reader.ui.spans import LineStyle, Span, Spans

RAW_LINES = 5_000
"""Most lines of the raw text that are shown."""

RAW_WIDEST = 96
"""Most cells of them."""


class ReportScreen(Card[str]):
    """The report on a page; dismissed with "raw" if the raw text is asked for.

    Args:
        style: Words, width table and glyphs.
        page: The page.
        address: The file or address it came from; empty if that is not known.
        unread: Why documents beside it were passed over.
    """

    BINDINGS: ClassVar[list[BindingType]] = list(bindings("report"))
    HINTS = (Hint((("i", "dismiss('raw')"),), ("原文", "raw text")), *Card.HINTS)

    def __init__(
        self, style: LineStyle, page: Page, address: str, unread: Sequence[ReaderError] = ()
    ) -> None:
        super().__init__(style)
        self._page, self._address, self._unread = page, address, unread

    def heading(self) -> str:
        return self.style.words.say("report-title")

    def lines(self, width: int) -> Sequence[Spans]:
        words = self.style.words
        texts = [*report_lines(self._page, words), *unread_lines(self._unread, words)]
        first, *others = (self.wrapped((Span(" "),), text, width, "") for text in texts)
        parts = [first, *[self._addressed(width)] * bool(self._address), *others]
        dense = [line for part in parts for line in part]
        airy = [line for part in parts for line in ((), *part)][1:]
        return dense if len(dense) <= self.room < len(airy) else airy

    def _addressed(self, width: int) -> list[Spans]:
        """The address whole, in lines that end after a / where they can."""
        lines = [f" {self.style.words.say('report-address')}"]
        for part in re.findall("[^/]+/*|/+", self._address):
            for line in set_paragraph(part, width - 2, self.style.widths, indent=0, hang=False):
                piece = part[line.start : line.end]
                if self.style.measure((Span(lines[-1] + piece),)) < width:
                    lines[-1] += piece
                else:
                    lines.append(f" {piece}")
        return [(Span(line),) for line in lines]


class RawScreen(Card[None]):
    """The text a page was parsed from, for checking the result."""

    def __init__(self, style: LineStyle, text: str) -> None:
        super().__init__(style)
        self._lines = text.splitlines()[:RAW_LINES]
        self._set: dict[int, list[Spans]] = {}

    @property
    def widest(self) -> int:
        return RAW_WIDEST

    def heading(self) -> str:
        return self.style.words.say("raw-title")

    def lines(self, width: int) -> Sequence[Spans]:
        """The text's own lines, wrapped where they are too long."""
        if width not in self._set:
            lead = (Span(" "),)
            self._set[width] = [line for text in self._lines for line in self.wrapped(lead, text, width, "")]
        return self._set[width]
