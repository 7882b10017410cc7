"""How the page was understood, for a reader who wonders."""

from collections.abc import Sequence

from reader.edition.model import Page
from reader.export.report import report_lines
from reader.ui.lines import Desk, Span, Spans
from reader.ui.screens.listing import ListingScreen


class ReportScreen(ListingScreen):
    """The report on a page."""

    def __init__(self, desk: Desk, page: Page) -> None:
        super().__init__(desk, desk.words.say("report-title"))
        self._page = page

    def lines(self, width: int) -> Sequence[Spans]:
        """One fact a line."""
        texts = report_lines(self._page, self.desk.words)
        return [(), *(line for text in texts for line in self.wrapped((Span("  "),), text, width, ""))]
