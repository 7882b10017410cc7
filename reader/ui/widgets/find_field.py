"""The field for the word to find."""

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Input

from reader import limits
from reader.ui.spans import LineStyle, Span
from reader.ui.widgets.rows import Rows


class _Word(Input):
    """The word itself."""

    def action_delete_left(self) -> None:
        """Delete a character; where there is none, leave, as Esc does."""
        if self.value:
            super().action_delete_left()
        else:
            self.call_next(self.run_action, "screen.close")

    def on_unmount(self) -> None:
        """Let Textual forget the field: its signal would hold every one there ever was on the screen."""
        self.screen.text_selection_started_signal.unsubscribe(self)


class FindField(Horizontal):
    """A label, the word, and how often it was found; its `Input` posts a message for each change."""

    def __init__(self, style: LineStyle, label: str) -> None:
        super().__init__()
        self._line_style = style
        self._label = label

    def compose(self) -> ComposeResult:
        yield Rows(id="find-label")
        word = _Word(compact=True, max_length=limits.FIND_CHARACTERS, select_on_focus=True)
        word.cursor_blink = False  # the terminal's own stands there
        yield word
        yield Rows(id="find-count")

    def on_mount(self) -> None:
        """Draw the label, and take the keys."""
        self._say("find-label", f" {self._label}".rstrip() + " ")
        self.show_count("")
        self.enter()

    def enter(self) -> None:
        """Take the keys."""
        self.query_one(Input).focus()

    def show_count(self, count: str) -> None:
        """Show how often the word was found."""
        self._say("find-count", f" {count} " if count else "")

    def _say(self, name: str, text: str) -> None:
        span = Span(text, "strong")
        for rows in self.query(f"#{name}").results(Rows):  # there is none while the field is being closed
            rows.show(((span,),))
            rows.styles.width = self._line_style.measure((span,))
