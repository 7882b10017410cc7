"""Base of every start: the least Textual app there is."""

from textual.app import App, ComposeResult
from textual.widgets import Static


class MinimalApp(App[None]):
    """Shows one word."""

    def compose(self) -> ComposeResult:
        """The word."""
        yield Static("minimal-app")


if __name__ == "__main__":
    MinimalApp().run()
