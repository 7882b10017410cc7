"""Navigation beyond the day on screen: other days, sister papers, the site of a saved page; all of it blocks."""

from collections.abc import Callable, Sequence
from contextlib import nullcontext, suppress
from datetime import date
from urllib.parse import urlsplit

from msgspec.structs import replace

from reader import limits
from reader.edition import jumps
from reader.edition.day import Edition
from reader.edition.jumps import OtherHalf, Reason
from reader.edition.model import JumpLine, Page
from reader.edition.urls import resolve
from reader.errors import NotPublished, PageError, SourceError
from reader.newsstand.stand import Stand
from reader.ui.session import Session
from reader.ui.spans import LineStyle
from reader.ui.view import View

Arrival = tuple[View, str]
"""The view a journey ends at, and the message to show there."""


class Journeys:
    """Opens the day, paper or page that the reader asks for.

    All methods raise `SourceError` or `PageError` as stands do. What a saved page does not have is fetched from its
    paper's site, if the page or the registry gives an address.

    Args:
        session: Gives today's date, and finds sites.
        style: Its words are used for messages.
        show_message: Shows a message while a journey takes time; called from any thread.
    """

    def __init__(self, session: Session, style: LineStyle, show_message: Callable[[str], None]) -> None:
        self._session = session
        self._words = style.words
        self._show_message = show_message
        self._site: Stand | None = None

    def step_day(self, view: View, step: int) -> Arrival:
        """The next (1) or previous (-1) day with a paper."""

        def ask(stand: Stand) -> Arrival:
            found, skipped = stand.neighbour_day(view.edition, step, self._session.today())
            return View.opening(stand, found), self._skipped(found, skipped)

        return self._ask(view, ask)

    def go_to_day(self, view: View, issued: date) -> Arrival:
        """The same paper of another day."""
        return self._ask(
            view, lambda stand: (View.opening(stand, stand.edition_of(view.edition, issued)), "")
        )

    def sister(self, view: View, number: int) -> Arrival:
        """The sister paper of that index in the page's head; any, if there is none of that index."""
        paper = next(iter(view.page.sister_papers[number:]), None)
        try:
            found = View.opening(view.stand, view.stand.sister(view.edition, paper))
        except NotPublished as error:
            if paper is None or error.code != "no-sister":
                raise
            named = Page(paper=paper.name, issued=view.page.issued)
            found = self._opened(self._on_site(named, paper.url or "", error))
        here, there = (self._words.day(page.issued, short=True) for page in (view.page, found.page))
        return found, "" if here == there else self._words.say("skipped", gap=here, day=there)

    def turn_page(self, view: View, step: int) -> Arrival:
        """The next (1) or previous (-1) page by the page's own link, where the list of pages does not have it."""
        href = view.page.next_page if step > 0 else view.page.previous_page
        if not (view.stand.is_live and href):
            label = self._words.say("next-page" if step > 0 else "previous-page")
            raise NotPublished("no-page-at-hand", page=label)
        address = resolve(view.edition.addresses[view.page_at], href)
        return View.opening(view.stand, view.stand.fetch(address)), ""

    def other_half(self, view: View, jump: JumpLine) -> Arrival:
        """The other half of an article, by one of its jump lines; on a site, what it takes to find it is fetched."""
        asked: set[str] = set()
        half = jumps.other_half(view.edition, view.page_at, view.article_at, jump)
        while url := self._needed(view, half, asked):
            asked.add(url)
            with suppress(SourceError, PageError) if view.edition.pages[half.page or 0] else nullcontext():
                view = view.within(view.stand.fetch(url))
            half = jumps.other_half(view.edition, view.page_at, view.article_at, jump)
        way = self._words.say(f"way-{jump.direction}", page=jump.page)
        message = self._words.say(f"half-{half.reason}", way=way)
        if half.page is None or half.reason is Reason.ITSELF:
            return view, message
        found = view.turn_page(half.page)
        return found if half.article is None else replace(found, article_at=half.article), message

    def _needed(self, view: View, half: OtherHalf, asked: set[str]) -> str:
        """Address of a document in which the other half may be known by; empty if it is found, or there is none."""
        if not view.stand.is_live or half.page is None or half.article is not None:
            return ""
        page = view.edition.pages[half.page]
        entries = [entry.url for entry in page.contents if not entry.at_hand] if page else []
        urls = [url for url in (entries if page else [view.edition.index[half.page].url]) if url]
        return (
            next((url for url in urls if url not in asked), "") if len(asked) < limits.HALF_REQUESTS else ""
        )

    def fetch(self, view: View) -> Arrival:
        """Fetch what is shown again from its site; for a saved page, fetch what is missing."""
        if view.stand.is_live:
            address = view.wanted or view.edition.index[view.page_at].url or ""
            return View.opening(view.stand, view.stand.fetch(address, again=True)), ""
        site = self._on_site(view.page, view.missing_url, NotPublished("not-at-hand"))
        found = self._opened(site)
        if found.page.opens_at is None:
            found = self._turned(site, found, view.page.number)
        if view.entry is None or found.page.opens_at is not None:
            return found, ""
        at = found.page.find_headline(view.entry.headline)
        return (found, self._words.say("not-on-page")) if at is None else (replace(found, article_at=at), "")

    def paste(self, text: str) -> Arrival:
        """What a pasted text is, or leads to; raises `PageError` if it is no page."""
        stand = self._site = self._session.pasting(text)
        found = None
        with suppress(PageError) if stand.is_text else nullcontext():
            found = self._opened(stand)
        if found is None or (stand.is_text and not _is_page(found.page)):
            raise PageError("pasted-nothing")
        return found, ""

    def address(self, view: View) -> str:
        """Address at which `fetch` would look for what is missing; empty if unknown, or if nothing is missing."""
        if view.at_hand and not view.stand.is_live:
            return ""
        return self._session.online().address(view.page, view.missing_url)

    def stop(self) -> None:
        """Cancel the requests to a site; callers waiting for them get `Stopped`."""
        if self._site is not None:
            self._site.stop()

    def _ask(self, view: View, ask: Callable[[Stand], Arrival]) -> Arrival:
        """Ask the stand; where it holds a single saved day, ask the paper's site."""
        try:
            return ask(view.stand)
        except NotPublished as error:
            if error.code != "only-one-day":
                raise
            return ask(self._on_site(view.page, self._known_url(view), error))

    def _known_url(self, view: View) -> str:
        """The page's own address; if it has none and the registry has none either, that of a headline."""
        own = view.edition.index[view.page_at].url or ""
        if own or self._session.online().address(view.page):
            return own
        return next((entry.url for entry in view.page.contents if entry.url), "")

    def _on_site(self, page: Page, page_url: str, error: NotPublished) -> Stand:
        """The site of a page's paper; raises `error` if its address is unknown."""
        online = self._session.online()
        site = online.stand(page, page_url)
        if site is None:
            raise error
        self._site = site
        host = urlsplit(online.address(page, page_url)).hostname
        self._show_message(self._words.say("asking-site", host=host))
        return site

    def _opened(self, site: Stand) -> View:
        *_, edition = site.open()
        return View.opening(site, edition)

    def _turned(self, site: Stand, found: View, number: str) -> View:
        """The page of that number, if the site opened at another page and lists it."""
        at = found.edition.page_asked(number)
        if at is None or at == found.page_at:
            return found
        url = found.edition.index[at].url
        return View.opening(site, site.fetch(url)) if url else found.turn_page(at)

    def _skipped(self, edition: Edition, skipped: Sequence[date]) -> str:
        """Message about the days without a paper that were skipped."""
        if not skipped:
            return ""
        first, last = (self._words.day(day, short=True) for day in (min(skipped), max(skipped)))
        here = self._words.day(edition.opened.issued, short=True)
        return self._words.say("skipped", gap=first if first == last else f"{first}–{last}", day=here)


def _is_page(page: Page) -> bool:
    """Whether a page read off a text names its paper, day or number, or holds as much as an article has."""
    length = page.lead_article.characters if page.lead_article else 0
    return bool(page.paper or page.issued or page.number) or length >= limits.ARTICLE_CHARACTERS
