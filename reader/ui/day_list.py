"""The list of a day: its headlines by page with marks and lengths, then words found in its text."""

from collections.abc import Iterator
from functools import partial
from itertools import islice
from math import ceil
from typing import NamedTuple

from reader import limits
from reader.edition.day import Edition
from reader.edition.marks import folded, halved
from reader.library.marks import ReadState
from reader.typesetting.cells import cells
from reader.typesetting.fullwidth import full_stops
from reader.typesetting.layout import START, TAIL, Anchor, Items, Role
from reader.ui.lines import NARROW, title_of
from reader.ui.session import Session
from reader.ui.spans import LineStyle, Row, Span, Spans
from reader.ui.view import View

INDENT = 7
"""Cells before a headline, and before what was found in its text."""

_ENDS, _CLOSING = ("。", "！", "？", "；", ". ", "! ", "? "), "”’」』）"
"""Marks that end a sentence, and those that may follow them."""


class Entry(NamedTuple):
    """What can be chosen: an article, a page without articles, or a place in a text."""

    view: View
    word: str = ""
    """The word found in the text; empty for a headline."""
    anchor: Anchor = START
    """Where it begins."""
    text: str = ""
    """The paragraph that holds it."""

    @property
    def place(self) -> tuple[str, int, str]:
        """What it is in every edition of the day, however much of that is at hand."""
        return (self.view.page.number, self.view.article_at, self.word)


class DayList:
    """The entries of a day, and the rows that show them.

    Args:
        style: Words, width table and glyphs.
        session: Its marks and positions tell what is read.
    """

    def __init__(self, style: LineStyle, session: Session) -> None:
        self._style = style
        self._say = style.words.say
        self._session = session
        self._edition: Edition | None = None
        self.word = ""
        """What is looked for; empty for nothing."""
        self._texts: dict[tuple[int, int], tuple[Items, str]] = {}
        """By page and article: the items of the article, and their texts as searched, a line each."""
        self.entries: tuple[Entry, ...] = ()
        self.rows: tuple[Row, ...] = ()
        self.heading = ""
        """The day, its pages and articles, and the minutes they take to read if all of them are at hand."""

    def fill(self, view: View, word: str) -> None:
        """List the headlines of a view's day that hold a word, then the texts; all headlines without a word."""
        if view.edition is not self._edition:
            self._edition, self._texts, self.heading = view.edition, {}, self._headed(view)
        elif word == self.word:
            return
        self.word = word
        named = tuple(islice(self._named(view), limits.DAY_HEADLINES))
        self.entries = named + tuple(islice(self._found(view), limits.DAY_TEXTS))
        self.rows = tuple(self._rows(len(named)))

    def _headed(self, view: View) -> str:
        pages = view.edition.pages
        entries = [entry for page in pages if page for entry in page.contents]
        minutes = ceil(sum(entry.article.minutes for entry in entries if entry.article))
        day = self._style.words.day(view.page.issued, short=True)
        key = "overview-counts" if all(pages) else "overview-known"
        counts = self._say(key, pages=len(pages), n=len(entries))
        time = self._say("minutes", minutes=minutes) if view.edition.is_whole else ""
        return " · ".join(filter(None, (day, counts, time)))

    def _named(self, view: View) -> Iterator[Entry]:
        word = folded(self.word).lower()
        for each in view.whole_day():
            if word in folded(each.entry.headline if each.entry else "").lower():
                yield Entry(each)

    def _found(self, view: View) -> Iterator[Entry]:
        """The first place in each text, as the find field finds it: letter case and width of stops are ignored."""
        word = _searched(self.word)
        for each in view.whole_day() if word else ():
            items, text = self._text(each)
            if (at := text.find(word)) >= 0:
                item = text.count("\n", 0, at)
                anchor = Anchor(item, at - text.rfind("\n", 0, at) - 1)
                yield Entry(each, self.word, anchor, items[item].text)

    def _text(self, view: View) -> tuple[Items, str]:
        """The items of an article, and their texts but for the headline; prepared once."""
        key = (view.page_at, view.article_at)
        if key not in self._texts:
            items = view.items(self._style, ()) if view.at_hand else Items()
            texts = ("" if item.role in (Role.HEADLINE, *TAIL) else item.text for item in items)
            self._texts[key] = items, _searched("\n".join(texts))
        return self._texts[key]

    def _rows(self, named: int) -> Iterator[Row]:
        page_at = -1
        for at, entry in enumerate(self.entries):
            if at == named:
                yield self._head(self._say("overview-texts"))
            elif at < named and entry.view.page_at != page_at:
                page_at = entry.view.page_at
                yield self._head(title_of(self._style, entry.view.page) or self._say("pages"))
            yield Row(partial(self._headline, entry, at), at)
            if entry.word:
                yield Row(partial(self._passage, entry, at), at)
        if not self.entries:
            yield self._head(self._say("found-none", word=self.word))
        if named == limits.DAY_HEADLINES or len(self.entries) == named + limits.DAY_TEXTS:
            yield self._head(self._say("overview-cut"))

    def _head(self, text: str) -> Row:
        return Row(lambda width, _: (Span(self._style.cut(f" {text}", width), "strong"),))

    def _headline(self, entry: Entry, at: int, width: int, chosen: int) -> Spans:
        """A headline, marked and numbered; for a page without any, why there is none."""
        style, view, headline = self._style, entry.view, entry.view.entry
        look, lead, ends = "" if view.at_hand else "away", " " * INDENT, [""]
        text = self._say("overview-empty" if view.edition.pages[view.page_at] else "overview-away")
        if headline:
            state = self._session.marks.state(view.key, self._session.positions)
            look = "dim" if state is ReadState.READ and view.at_hand else look
            lead = f"  {style.marks.states[state]} {view.article_at + 1:>2} "
            text, ends = self._printed(headline.headline), self._ends(entry, width)
        if at == chosen:
            look, lead = "chosen" if view.at_hand else "chosen-away", style.marks.chosen + lead[1:]
        left = (Span(lead + text, look),)
        fitting = (end for end in ends if style.measure((*left, Span(end))) <= width)
        line = style.spread(width, left, (Span(next(fitting, ends[-1]), look),))
        return tuple(span._replace(action=f"open({at})") for span in line)

    def _ends(self, entry: Entry, width: int) -> list[str]:
        """What stands at the end of a headline's row, the longest form first."""
        article = entry.view.entry.article if entry.view.entry else None
        if entry.word:
            return ["  " + self._say("page-short", number=entry.view.page.number)]
        if article is None or not article.characters:
            return [""]
        key = "length" if width >= NARROW else "length-short"
        length = "  " + self._say(key, n=article.characters, minutes=ceil(article.minutes))
        jumps = [line for line in (article.jump_from, article.jump_to) if line]
        notes = ("  " + self._say(f"jump-{line.direction}", page=line.page) for line in jumps)
        return ["".join(notes) + length, length]

    def _passage(self, entry: Entry, at: int, width: int, _: int) -> Spans:
        """The sentence around the word, cut where there is no room."""
        room, start, cut = width - INDENT, entry.anchor.character, self._style.cut
        end, first = start + len(entry.word), max(0, start - room)
        text = self._printed(entry.text[first : end + room])
        before, word, after = text[: start - first], text[start - first : end - first], text[end - first :]
        before = before[1 + max(before.rfind(mark) for mark in _ENDS) :].lstrip(_CLOSING + " ")
        word = cut(word, room)
        room -= cells(word, self._style.widths)
        before = _from_word(cut(before[::-1], room // 2)[::-1], self._style.marks.ellipsis)
        after = cut(after, room - cells(before, self._style.widths))
        parts = ((" " * INDENT, ""), (before, "dim"), (word, "picked"), (after, "dim"))
        return tuple(Span(part, look, f"open({at})") for part, look in parts)

    def _printed(self, text: str) -> str:
        return full_stops(text) if self._session.positions.full_width else text


def _from_word(text: str, ellipsis: str) -> str:
    """A text that was cut at its start, without the end of the word that was cut."""
    part, blank, whole = text.removeprefix(ellipsis).partition(" ")
    return ellipsis + whole if blank and text.startswith(ellipsis) and part.isascii() else text


def _searched(text: str) -> str:
    """A text in the form used for searching, its length unchanged."""
    lower = halved(text).lower()
    return lower if len(lower) == len(text) else halved(text)
