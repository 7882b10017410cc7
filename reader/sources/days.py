"""Finds the days a paper was published: from its month index, by probing addresses, from its entry page."""

import re
from collections.abc import Callable
from datetime import date, datetime, timedelta, timezone
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlsplit

from reader import limits
from reader.apart.process import apart
from reader.edition.urls import join
from reader.errors import NotPublished, PageError, UsageError
from reader.later import Later
from reader.parsing.days import as_date, issued_at
from reader.sources.base import Fetched

if TYPE_CHECKING:
    from reader.parsing import clean, decode
else:  # a site's index is read in the process that reads pages
    clean, decode = Later("reader.parsing.clean"), Later("reader.parsing.decode")

CHINA = timezone(timedelta(hours=8))
"""The time zone of all papers, without daylight saving time."""

OUT_BY = 6
"""The hour in China by which a morning paper is on its site."""

_DAY = re.compile(r"(?P<y>(?:19|20)\d\d)(?P<a>[-/]?)(?P<m>\d\d)(?P<b>[-/]?)(?P<d>\d\d)(?!\d)")
_INDEXES = ("period.xml", "navi.xml")
_ENTRIES = ("index.html", "../paperindex.htm", "../index.htm", "../")
_ITEM = re.compile(
    r"(?i)<(period_date|date|front_page|url)\b[^<>]{0,200}>\s{0,99}(?:<!\[CDATA\[)?([^<\]]{1,500})"
)
_WORDS = {"today": 0, "今天": 0, "yesterday": -1, "昨天": -1}


def today(now: datetime) -> date:
    """The current date in China.

    Args:
        now: The current time, with time zone.
    """
    return now.astimezone(CHINA).date()


def is_early(now: datetime) -> bool:
    """Whether today's paper may not be on its site yet, so that yesterday's is the newest one."""
    return now.astimezone(CHINA).hour < OUT_BY


def days_between(here: date, there: date) -> tuple[date, ...]:
    """The days between two days, excluding both, starting from `here`."""
    step = 1 if there > here else -1
    return tuple(here + timedelta(days=step * n) for n in range(1, abs((there - here).days)))


def not_here(asked: date | None, first: date | None, last: date | None) -> NotPublished:
    """The error for a day that is none of those at hand, the first and the last of which are told."""
    return NotPublished("one-day-here" if first == last else "no-day-here", day=asked, first=first, last=last)


def day_asked(word: str, now: datetime) -> date:
    """Parse a day as typed: 2026-05-12, 20260512, 5-12, 5月12日, today, yesterday, -1.

    Args:
        word: As typed; a month and day without a year is the most recent such day.
        now: The current time, with time zone.

    Raises:
        UsageError: It is not a day.
    """
    this = today(now)
    back = _WORDS.get(word.lower(), int(word) if re.fullmatch(r"-\d{1,3}", word) else None)
    if back is not None:
        return this + timedelta(days=back)
    match = re.fullmatch(r"(?:(\d{4})[-/.年]?)?(\d\d?(?=[-/.月])|\d\d(?=\d\d))[-/.月]?(\d\d?)日?", word)
    found = as_date(match[1] or str(this.year), match[2], match[3]) if match else None
    if found and match and not match[1] and found > this:
        found = as_date(str(this.year - 1), match[2], match[3])
    if found is None:
        raise UsageError("no-such-day", word=word)
    return found


class AddressPattern(NamedTuple):
    """How the addresses of a paper's pages contain the day."""

    before: str
    """The part before the day: http://paper.example/rb/html/."""
    day: str
    """The day, as a format for strftime: %Y-%m/%d."""
    rest: str
    """The day and what follows it, as in the page's address: 2026-05/12/node_2.htm."""

    @classmethod
    def of(cls, address: str) -> "AddressPattern | None":
        """The pattern of a page's address, None if it contains no day."""
        match = next((m for m in _DAY.finditer(address) if issued_at(m[0])), None)
        if match is None:
            return None
        day = f"%Y{match['a']}%m{match['b']}%d"
        return cls(address[: match.start()], day, address[match.start() :])

    def folder(self, issued: date) -> str:
        """The folder of a day's pages, with a slash at the end."""
        return f"{self.before}{issued.strftime(self.day)}/"

    def at(self, issued: date) -> str:
        """The address of the same page on another day, replacing every occurrence of the day."""
        return self.before + _DAY.sub(lambda m: issued.strftime(f"%Y{m['a']}%m{m['b']}%d"), self.rest)

    def month(self, year: int, month: int) -> str:
        """The folder of a month, with a slash at the end; "" if the addresses have no month folders."""
        head, stroke, _ = self.day.rpartition("/")
        return f"{self.before}{date(year, month, 1).strftime(head)}/" if stroke and "%m" in head else ""


class Found(NamedTuple):
    """A day with a paper, as found by a search."""

    issued: date
    address: str
    """Address of its front page."""


class PublishedDays:
    """The days a paper was published; month indexes are cached.

    Args:
        fetch: Fetches a document, blocking; any error except `NotPublished` and `PageError` ends a search.
        pattern: Pattern of the addresses of the paper's pages.
    """

    def __init__(self, fetch: Callable[[str], Fetched], pattern: AddressPattern) -> None:
        self._fetch = fetch
        self._pattern = pattern
        self._months: dict[tuple[int, int], dict[date, str] | None] = {}
        self._indexes: tuple[str, ...] = _INDEXES

    def month(self, year: int, month: int) -> dict[date, str] | None:
        """Days of a month with a paper, and their front page addresses; None if the site has no index."""
        key = (year, month)
        if key not in self._months:
            self._months[key] = self._read_month(year, month)
        return self._months[key]

    def front(self, issued: date) -> str:
        """Address of a day's front page, from the month index, else by the address pattern."""
        return (self.month(issued.year, issued.month) or {}).get(issued) or self._pattern.at(issued)

    def neighbour(self, issued: date, step: int, this: date) -> Found:
        """The nearest day before or after with a paper.

        Args:
            issued: The day to start from.
            step: 1 for the next, -1 for the previous.
            this: Today's date, the last day to consider.

        Raises:
            NotPublished: There is none, or none was found nearby.
            SourceError: The site cannot be reached.
        """
        has_index = self.month(issued.year, issued.month) is not None
        search = self._in_months if has_index else self._probe
        found = search(issued, step, this)
        if found is None:
            raise NotPublished("no-later-day" if step > 0 else "no-earlier-day", day=issued)
        return found

    def _in_months(self, issued: date, step: int, this: date) -> Found | None:
        """The nearest day in the index of this month or of the two beyond it."""
        at = issued
        for _ in range(3):
            days = self.month(at.year, at.month) or {}
            near = [day for day in days if (day - issued).days * step > 0 and day <= this]
            if near:
                day = min(near, key=lambda day: abs(day - issued))
                return Found(issued=day, address=days[day])
            at = at.replace(day=1) + timedelta(days=31 if step > 0 else -1)
            if at.replace(day=1) > this:
                break
        return None

    def _probe(self, issued: date, step: int, this: date) -> Found | None:
        """Try one day after another, then the entry page, within the limit of requests."""
        rest = limits.DAY_REQUESTS - len(_INDEXES) - (len(_ENTRIES) if step > 0 else 0)
        day = issued
        for _ in range(rest):
            day += timedelta(days=step)
            if day > this:
                return None
            fetched = self._try(self._pattern.at(day))
            # A site may send the newest day in place of a missing one.
            if fetched and issued_at(fetched.address) == day:
                return Found(issued=day, address=fetched.address)
        return self._newest_after(day, this) if step > 0 else None

    def _newest_after(self, day: date, this: date) -> Found | None:
        """The day that the site's entry page redirects to, if it is later than the given one."""
        for entry in _ENTRIES:
            fetched = self._try(join(self._pattern.before, entry))
            issued = issued_at(fetched.address) if fetched else None
            if fetched and issued:
                return Found(issued=issued, address=fetched.address) if day < issued <= this else None
        return None

    def _read_month(self, year: int, month: int) -> dict[date, str] | None:
        folder = self._pattern.month(year, month)
        for name in self._indexes if folder else ():
            fetched = self._try(folder + name)
            days = index_days(fetched, self._pattern) if fetched else {}
            if days:
                self._indexes = (name,)  # every month has an index of the same name
                return {day: url for day, url in days.items() if (day.year, day.month) == (year, month)}
        return None

    def _try(self, address: str) -> Fetched | None:
        try:
            return self._fetch(address)
        except (NotPublished, PageError):
            return None


@apart
def index_days(index: Fetched, pattern: AddressPattern) -> dict[date, str]:
    """The days of a month index and their front pages, read without an XML parser: entities are never expanded.

    Args:
        index: The index as fetched.
        pattern: Pattern of the addresses of the paper's pages.

    Source:
        period.xml and navi.xml, as read by the scripts of live sites.
    """
    days: dict[date, str] = {}
    day: date | None = None
    text = re.sub(r"<!--.*?(?:-->|\Z)", "", decode.decode(index.data).text, flags=re.DOTALL)
    for item in islice(_ITEM.finditer(text), limits.INDEX_ITEMS):
        name, value = item.groups()
        if name.lower() in ("period_date", "date"):
            day = issued_at(value)
        elif day:
            base = pattern.folder(day) if name.lower() == "front_page" else index.address
            url = join(base, clean.clean_line(clean.unescaped(value)).strip())
            if urlsplit(url).netloc == urlsplit(index.address).netloc:
                days.setdefault(day, url)
    return days
