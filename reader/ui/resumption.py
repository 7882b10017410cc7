"""Resuming at the last reading position: finding it again, and the messages about it."""

from contextlib import suppress
from datetime import date

from reader.errors import ReaderError
from reader.library.positions import Last
from reader.ui.session import Session
from reader.ui.view import View
from reader.words import Words, printable


class Resumption:
    """Tracks the last reading position until the reader is back at it or it cannot be opened.

    Args:
        session: Its positions hold the last one, and keep it while it cannot be opened.
        words: The language of the interface.
    """

    def __init__(self, session: Session, words: Words) -> None:
        self._session = session
        self._words = words
        self._awaited = ""
        """Key of the article to resume, until its text is there."""
        self._is_lost = False

    @property
    def opening(self) -> str:
        """Message shown while something is being opened."""
        last = self._session.positions.last
        if last and self._session.is_return:
            return self._words.say("resuming", place=self._name(last))
        return self._words.say("opening")

    def find(self, view: View) -> View:
        """Where the reader left off, if this edition was read last; an article asked for takes precedence."""
        last, here = self._session.positions.last, view.last
        is_here = (
            last and (last.target, last.paper) == (here.target, here.paper) and last.day in ("", here.day)
        )
        if last is None or not is_here:
            return view
        found, page_at = view, view.edition.find_page(last.page)
        is_free = view.page.opens_at is None or self._session.is_return
        if is_free and page_at is not None and view.edition.pages[page_at] is not None:
            found = view.turn_page(page_at).turn_article(last.article)
        self._session.positions.adopt(found.key, last)
        if found != view or self._session.positions.get(found.key):
            self._awaited = found.key
        return found

    def welcome(self, view: View, percent: int) -> str:
        """Message that reading has resumed, once the text is there; empty otherwise.

        Args:
            view: What is shown.
            percent: How much of it has been read.
        """
        if not self._awaited or (view.key == self._awaited and not view.at_hand):
            return ""
        is_there, self._awaited = view.key == self._awaited, ""
        place = self._name(view.last)
        return self._words.say("resumed", place=place, percent=percent) if is_there else ""

    def lose(self, error: ReaderError) -> str:
        """Message that the last position could not be opened, and why; from now on the sample does not replace it."""
        self._is_lost = True
        last = self._session.positions.last
        place, why = self._name(last) if last else "", self._words.error(error)[0]
        return self._words.say("not-resumed", place=place, why=why)

    def may_keep(self, view: View) -> bool:
        """Whether a view may replace the last position: the sample opened in its stead may not."""
        return not (self._is_lost and view.stand.is_sample)

    def _name(self, last: Last) -> str:
        """青石日报 5月12日 002版, as far as known; else the target."""
        day = last.day
        with suppress(ValueError):
            day = self._words.day(date.fromisoformat(day), short=True)
        page = self._words.say("page-short", number=last.page) if last.page else ""
        return printable(" ".join(filter(None, (last.title, day, page))) or last.target)
