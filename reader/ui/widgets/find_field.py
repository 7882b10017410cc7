"""The field one types a word into, in place of the footer."""

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Input

from reader import limits
from reader.ui.lines import LineStyle, Span
from reader.ui.widgets.rows import Rows


class FindField(Horizontal):
    """A label, the word, and how often it was found; what is typed is told by its `Input`."""

    def __init__(self, style: LineStyle) -> None:
        super().__init__()
        self._line_style = style

    def compose(self) -> ComposeResult:
        yield Rows(id="find-label")
        yield Input(compact=True, max_length=limits.FIND_CHARACTERS, select_on_focus=True)
        yield Rows(id="find-count")

    def on_mount(self) -> None:
        """Say what the field is for."""
        self._say("find-label", f" {self._line_style.words.say('find')} ")

    def focus_now(self) -> None:
        """Take the keys from the next one on; `focus` would let some pass that were typed in one breath."""
        self.screen.set_focus(self.query_one(Input))

    def show_count(self, count: str) -> None:
        """Show how often the word was found."""
        self._say("find-count", f" {count} " if count else "")

    def _say(self, name: str, text: str) -> None:
        rows = self.query_one(f"#{name}", Rows)
        span = Span(text, "strong")
        rows.show(((span,),))
        rows.styles.width = self._line_style.measure((span,))
