"""Copies a text without blocking the screen, and says how that went."""

import threading
from collections.abc import Callable
from contextlib import suppress
from functools import partial

from textual.app import App

from reader.errors import ReaderError
from reader.ui.session import Session
from reader.words import Words, printable


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
