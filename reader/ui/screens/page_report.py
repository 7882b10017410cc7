"""The report on how a page was parsed, and its raw text."""

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import BindingType

from reader.edition.model import Page
from reader.errors import ReaderError
from reader.export.page_report import report_lines, unread_lines
from reader.ui.commands import bindings
from reader.ui.lines import LineStyle, Span, Spans
from reader.ui.screens.card import Card

RAW_LINES = 5_000
"""Most lines of the raw text that are shown."""


class ReportScreen(Card[str]):
    """The report on a page; dismissed with "raw" if the raw text is asked for."""

    BINDINGS: ClassVar[list[BindingType]] = list(bindings("report"))

    def __init__(self, style: LineStyle, page: Page, unread: Sequence[ReaderError] = ()) -> None:
        super().__init__(style)
        self._page, self._unread = page, unread

    def heading(self) -> str:
        """The title, and the key that shows the raw text."""
        return f"{self.style.words.say('report-title')}   {self.style.words.say('report-raw')}"

    def lines(self, width: int) -> Sequence[Spans]:
        words = self.style.words
        texts = [*report_lines(self._page, words), *unread_lines(self._unread, words)]
        return [(), *(line for text in texts for line in self.wrapped((Span("  "),), text, width, ""))]


class RawScreen(Card[None]):
    """The text a page was parsed from, for checking the result."""

    def __init__(self, style: LineStyle, text: str) -> None:
        super().__init__(style)
        self._lines = text.splitlines()[:RAW_LINES]
        self._set: dict[int, list[Spans]] = {}

    def heading(self) -> str:
        return self.style.words.say("raw-title")

    def lines(self, width: int) -> Sequence[Spans]:
        """The text's own lines, wrapped where they are too long."""
        if width not in self._set:
            self._set[width] = [line for text in self._lines for line in self.wrapped((), text, width, "")]
        return self._set[width]
