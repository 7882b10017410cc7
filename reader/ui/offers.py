"""What the palette offers: commands in the order of use, then headlines, pages and papers that hold what is typed."""

import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache, partial
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from reader import limits
from reader.edition.marks import folded
from reader.ui.commands import COMMANDS, DAILY, Command
from reader.ui.lines import title_of
from reader.ui.spans import LineStyle, Row, Span, Spans
from reader.ui.view import View

NAME_COLUMNS = (14, 20)
"""Width of the column of names in cells, in 中文 and in English."""


BY_HELP = 4
"""Rank of commands that only their lines of help name; they are listed where no others are."""


class Offer(NamedTuple):
    """What can be chosen."""

    name: str
    goal: View | str
    """What it shows, or the action it runs on the reading screen."""
    other: str = ""
    """Its name in the other language."""
    end: str = ""
    """What stands at the end of its row: keys, or where it is."""


@cache
def by_use() -> tuple[Command, ...]:
    """The commands of reading, those of daily use first; not the palette itself."""
    daily = [action for hint in DAILY for _, action in hint.keys]
    order = {action: number for number, action in enumerate(daily)}
    ordered = sorted(COMMANDS, key=lambda command: order.get(command.action, len(order)))
    return tuple(command for command in ordered if command.action != "palette")


@cache
def synonyms() -> dict[str, str]:
    """Other words for a command, by its action."""
    lines = Path(__file__).with_name("synonyms.txt").read_text("utf-8").splitlines()
    rows = (line.partition(" | ") for line in lines if line and not line.startswith("#"))
    return {action.strip(): words for action, _, words in rows}


def typed(word: str) -> str:
    """What is typed in the form in which names are compared: half-width and small."""
    return " ".join(unicodedata.normalize("NFKC", word).lower().split())


def found(word: str) -> list[Command]:
    """The commands a word names, the nearest first, else in the order of use; all for an empty one."""
    ranked = [(rank, command) for command in by_use() if (rank := _rank(command, word)) is not None]
    named = [each for each in ranked if each[0] < BY_HELP] or ranked
    return [command for _, command in sorted(named, key=lambda each: each[0])]


def _rank(command: Command, word: str) -> int | None:
    """How well a word names a command, 0 best; None if it does not."""
    labels = " ".join(command.labels).lower()
    initials = "".join(part[0] for part in command.labels[1].lower().split())
    words = f" {labels} {synonyms()[command.action]}"
    tries = (
        word in command.shown.lower().split()
        or any(label.lower().startswith(word) for label in command.labels),
        f" {word}" in words,
        word in labels,
        initials.startswith(word),
        word in " ".join(command.helps).lower(),
    )
    return next((rank for rank, is_match in enumerate(tries) if is_match), None)


def headlines(style: LineStyle, view: View, word: str) -> Iterator[Offer]:
    """The headlines of the day that hold a word, those of the page first."""
    word = folded(word)
    for each in sorted(view.whole_day(), key=lambda each: each.page_at != view.page_at):
        if each.entry and word in folded(each.entry.headline).lower():
            yield Offer(each.entry.headline, each, end=title_of(style, each.page))


def pages(style: LineStyle, view: View, word: str) -> Iterator[Offer]:
    """The pages of the day of that number, or whose title holds a word."""
    numbered = view.find_page(word) if word.isdecimal() else None
    for page_at, link in enumerate(view.edition.index):
        title = style.words.say("page-title", number=link.number, name=link.name).strip()
        if word in title.lower() or (numbered and numbered.page_at == page_at):
            yield Offer(title, view.turn_page(page_at))


def papers(view: View, word: str) -> Iterator[Offer]:
    """The sister papers whose name holds a word."""
    for number, paper in enumerate(view.page.sister_papers):
        if word in paper.name.lower():
            yield Offer(paper.name, f"sister({number})")


class Offers:
    """The rows of the palette for a word, and what each stands for.

    Args:
        style: Words, width table and glyphs.
        view: What is being read; None before there is anything.
        word: What is typed; empty for nothing.
    """

    def __init__(self, style: LineStyle, view: View | None, word: str) -> None:
        self._style = style
        self.entries: list[Offer] = []
        self.rows: list[Row] = []
        word = typed(word)
        language, say = style.words.language, style.words.say
        commands = [
            Offer(each.labels[language], each.action, each.labels[1 - language], each.shown * bool(each.keys))
            for each in found(word)
        ]
        daily = len(commands) if word else sum(len(hint.keys) for hint in DAILY)
        self._add("", commands[:daily])
        self._add("", commands[daily:])
        if word and view:
            self._add(say("palette-headlines"), islice(headlines(style, view, word), limits.DAY_TEXTS))
            self._add(say("palette-pages"), pages(style, view, word))
            self._add(say("palette-papers"), papers(view, word))
        if not self.entries:
            self._head(say("palette-none", word=word))

    def _add(self, title: str, offers: Iterable[Offer]) -> None:
        """List a group under its title, a blank row above it."""
        for number, offer in enumerate(offers):
            if number == 0 and self.rows:
                self._head("")
            if number == 0 and title:
                self._head(title)
            self.rows.append(Row(partial(self._row, offer, len(self.entries)), len(self.entries)))
            self.entries.append(offer)

    def _head(self, text: str) -> None:
        self.rows.append(Row(lambda width, _: (Span(self._style.cut(f" {text}", width), "strong"),)))

    def _row(self, offer: Offer, at: int, width: int, chosen: int) -> Spans:
        style, is_away = self._style, isinstance(offer.goal, View) and not offer.goal.at_hand
        look, mark = ("chosen", style.marks.chosen) if at == chosen else ("", " ")
        look = {"chosen": "chosen-away", "": "away"}[look] if is_away else look
        left: Spans = (Span(f"{mark} {offer.name}", look),)
        if offer.other:
            column = NAME_COLUMNS[style.words.language] + 2
            left = (*style.spread(column, left, ()), Span(f" {offer.other}", "dim"))
        end = Span(offer.end, "key" if offer.other else "dim")
        line = style.spread(width, left, (Span("  "), end, Span(" ")))
        return tuple(span._replace(action=f"open({at})") for span in line)
