"""What is copied of an article; and copying it without blocking the screen, and saying how that went."""

import threading
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from textual.app import App

from reader.errors import ReaderError
from reader.later import Later
from reader.ui.session import Session
from reader.ui.view import View
from reader.words import Words, printable

if TYPE_CHECKING:
    from reader.export import citation, plain
else:  # what is copied is made when it is copied
    citation, plain = Later("reader.export.citation"), Later("reader.export.plain")


def to_copy(session: Session, view: View | None, selected: str, *, cited: bool) -> str:
    """The selected text, else that of the article, with where it was printed if `cited`; empty if there is no text."""
    entry = view.entry if view else None
    text = selected or (plain.article_text(entry.article) if entry and entry.article else "")
    if not text.strip():
        return ""
    if not (cited and view and entry):
        return text
    return f"{text}\n{citation.citation(view.page, entry, session.config.citation, session.today())}"


def copy_in_background(
    app: App[ReaderError | None],
    session: Session,
    words: Words,
    text: str,
    show_message: Callable[[str], None],
) -> None:
    """Copy a text in a thread of its own, then show on the app's thread where it went, or why that failed."""

    def work() -> None:
        count = sum(not character.isspace() for character in text)
        send = partial(app.call_from_thread, app.copy_to_clipboard)  # as OSC 52
        try:
            key, path = session.copier(send, text)
            message = words.say(key, n=count, path=printable(path))
        except ReaderError as error:
            message = words.sentence(error)
        with suppress(RuntimeError):  # the app has exited
            app.call_from_thread(show_message, message)

    # A daemon thread: quitting must not wait for a clipboard tool that hangs.
    threading.Thread(target=work, daemon=True).start()
