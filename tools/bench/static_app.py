"""Base of every key: Textual's own way to show a text, `Static` in `VerticalScroll`, without animation."""

import sys
from pathlib import Path
from typing import ClassVar

from textual.app import App, ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.widgets import Static


class StaticApp(App[None]):
    """Shows the text of a file; keys as the reader has them."""

    BINDINGS: ClassVar[list[BindingType]] = [
        ("space", "scroll('page_down')", ""),
        ("j", "scroll('down')", ""),
        ("g", "scroll('home')", ""),
    ]

    def compose(self) -> ComposeResult:
        """The text."""
        with VerticalScroll():
            yield Static(Path(sys.argv[1]).read_text(encoding="utf-8"), markup=False)

    def action_scroll(self, where: str) -> None:
        """Scroll at once."""
        getattr(self.query_one(VerticalScroll), f"scroll_{where}")(animate=False)


if __name__ == "__main__":
    StaticApp().run()
