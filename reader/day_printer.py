"""Prints contents and articles of a page or a whole day, saved or on a site."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from functools import partial
from typing import NamedTuple, Self

from reader import limits
from reader.arguments import Arguments
from reader.edition.day import Edition
from reader.edition.model import Headline, Page
from reader.errors import NotAtHand, NotPublished, UsageError
from reader.exits import Exit
from reader.export.plain import contents_text, page_head, set_text
from reader.export.record import (
    Addresses,
    Record,
    as_json,
    day_record,
    missing_record,
    text_record,
    texts_record,
    toc_record,
)
from reader.newsstand.gathering import Gathering, Missing, Sheet
from reader.newsstand.stand import Stand
from reader.newsstand.targets import find_stand
from reader.terminal import deadline
from reader.terminal.output import write_answer
from reader.terminal.progress import Progress
from reader.typesetting.cells import widths
from reader.words import Words

_NAMED = 3
"""Missing parts that are named in the sentence on what is missing."""


class DayPrinter(NamedTuple):
    """Prints pages and articles of a day as they come."""

    arguments: Arguments
    words: Words
    stand: Stand
    wanted: Sequence[int]
    """Indexes of the pages to print."""
    day: Gathering
    progress: Progress

    @classmethod
    def of(cls, arguments: Arguments, words: Words, progress: Progress) -> Self:
        """What the target opens: a page of it, or the whole day."""
        if arguments.whole_day and (arguments.page or arguments.article):
            raise UsageError("page-of-whole-day")
        stand, edition, page_at = find_page(arguments, words)
        wanted = range(len(edition.index)) if arguments.whole_day else (page_at,)

        def show(page: int, pages: int, article: int, articles: int) -> None:
            deadline.renew(limits.RUN_SECONDS)
            key = "gathering-articles" if article else "gathering-pages"
            progress.show(words.say(key, page=page, pages=pages, article=article, articles=articles))

        return cls(arguments, words, stand, wanted, Gathering(stand, edition, show), progress)

    def _sheets(self) -> Iterator[Sheet]:
        """The pages; raises as fetching does, if it is only one."""
        for sheet in self.day.pages(self.wanted, is_whole=self.arguments.whole_day):
            if self.day.missing and self.stand.is_live and not self.arguments.whole_day:
                raise self.day.missing[0].error
            yield sheet

    def _address(self, sheet: Sheet) -> Addresses:
        """Where the documents of a page are."""
        return partial(self.stand.address, sheet.edition, sheet.at)

    def _write(self, pieces: Iterable[str], between: str = "") -> None:
        """Write text as it comes."""
        for number, piece in enumerate(pieces):
            self.progress.erase()
            write_answer((between if number else "") + piece)

    def _whole_day(self, pages: Sequence[Record]) -> Record:
        """The record of the day."""
        missing = [
            missing_record(page, headline, self.words.error(error)[0])
            for page, headline, error in self.day.missing
        ]
        return day_record(self.day.edition.opened, pages, missing)

    def print_contents(self) -> None:
        """Print the contents of the pages."""
        if self.arguments.json:
            records = [toc_record(sheet.page, self._address(sheet)) for sheet in self._sheets()]
            self._write([as_json(self._whole_day(records) if self.arguments.whole_day else records[0])])
            return
        is_live = self.stand.is_live
        self._write(
            (contents_text(sheet.page, self.words, is_live=is_live) for sheet in self._sheets()), "\n"
        )

    def print_texts(self) -> int:
        """Print articles as text, under the heads of their pages if it is a whole day; returns how many."""
        printed: list[Headline] = []

        def pieces() -> Iterator[str]:
            for sheet in self._sheets():
                if self.arguments.whole_day:
                    yield page_head(sheet.page, self.words) + "\n"
                for entry in self.day.articles(sheet, _chosen(sheet.page, self.arguments)):
                    printed.append(entry)
                    yield self._set(entry)

        self._write(pieces(), "\n\n")
        return len(printed)

    def print_records(self) -> int:
        """Print articles as JSON; returns how many."""
        pages, count = [], 0
        for sheet in self._sheets():
            page, address = sheet.page, self._address(sheet)
            entries = self.day.articles(sheet, _chosen(page, self.arguments))
            records = [
                text_record(page, entry.article, entry.href, address) for entry in entries if entry.article
            ]
            pages.append(texts_record(page, records, address))
            is_one = _article_at(page, self.arguments) is not None
            count += len(records)
        whole = self._whole_day(pages) if self.arguments.whole_day else None
        self._write([as_json(whole or (records[0] if is_one and records else records))])
        return count

    def print_lead(self) -> None:
        """Print the contents and lead story of the page, and the paper's copyright notice."""
        for sheet in self._sheets():
            page = sheet.page
            parts = [contents_text(page, self.words, is_live=self.stand.is_live)]
            parts += [
                self._set(entry) for entry in self.day.articles(sheet, [page.lead] if page.contents else [])
            ]
            parts += [page.copyright_notice + "\n"] if page.copyright_notice else []
            self._write(parts, "\n")

    def end(self, *, is_empty: bool = False) -> Exit:
        """The exit code, if nothing is missing; `is_empty` where no article was printed.

        Raises:
            NotAtHand: Something is missing, or there is none; of a site's only article, whatever the reason is.
        """
        missing = self.day.missing
        if is_empty and missing and self.stand.is_live:
            raise missing[0].error
        if is_empty:
            raise NotAtHand("no-article-at-hand" if missing else "no-article-on-page")
        if missing:
            why = self.words.sentence(missing[0].error)
            raise NotAtHand("parts-missing", what=self._named(missing), why=why)
        return Exit.OK

    def _named(self, missing: Sequence[Missing]) -> str:
        """What is missing, in a few words: the first of it, and how much more."""
        say, parts = self.words.say, []
        for page, headline, _ in missing[:_NAMED]:
            place = say("page-short", number=page.number) if page.number else page.name
            parts.append(say("missing-article-of", page=place, headline=headline) if headline else place)
        more = say("missing-more", n=len(missing) - _NAMED) if len(missing) > _NAMED else ""
        return say("list-comma").join(parts) + more

    def _set(self, entry: Headline) -> str:
        table = widths(self.arguments.ambiguous or 1)
        return set_text(entry.article, self.arguments.width, self.words, table) if entry.article else ""


def find_page(arguments: Arguments, words: Words) -> tuple[Stand, Edition, int]:
    """What a target opens, its day, and the index of the page asked for, else of its first."""
    stand = find_stand(arguments, words, datetime.now(UTC))  # noqa: TID251 - here the clock comes in
    *_, edition = stand.open()
    page_at = edition.page_asked(arguments.page) if arguments.page else edition.first
    if page_at is None:
        raise NotPublished("no-page-asked", n=arguments.page, all=len(edition.index))
    return stand, edition, page_at


def _article_at(page: Page, arguments: Arguments) -> int | None:
    """Index of the article to print; None for all of the page."""
    if arguments.whole_day:
        return None
    return page.opens_at if arguments.article is None else arguments.article - 1


def _chosen(page: Page, arguments: Arguments) -> Sequence[int]:
    """Indexes of the articles to print, in the page's contents."""
    every, at = range(len(page.contents)), _article_at(page, arguments)
    if at is not None and at not in every:
        raise UsageError("no-article", n=arguments.article, all=len(every))
    return every if at is None else (at,)
