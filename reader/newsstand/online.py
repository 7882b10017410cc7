"""Finds a paper's site: by address, by registry entry, from a saved page; sends no request yet."""

from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from reader.edition.model import Page
from reader.folders import own_papers
from reader.later import Later
from reader.newsstand.stand import Stand
from reader.sources.papers import Paper, front_page, readable

if TYPE_CHECKING:
    from reader.newsstand import site
else:  # not needed to read saved pages
    site = Later("reader.newsstand.site")


def open_site(url: str, encoding: str = "", *, is_typed: bool = True) -> Stand:
    """The site at an address.

    Args:
        url: Absolute http(s) address.
        encoding: Encoding of every document; empty to detect it for each one.
        is_typed: Whether the user typed the address, so that a private network is allowed.

    Raises:
        UsageError: It is no such address.
    """
    return site.PaperSite(url, site.client_of(url), encoding=encoding, is_typed=is_typed)


def open_paper(paper: Paper, issued: date, page: str = "", encoding: str = "") -> Stand:
    """The site of a registry entry, to be opened at a page of a day; raises as `open_site` does."""
    url = paper.expand(issued, page)
    client = site.client_of(url)
    row = {"paper": paper.code, "config": str(own_papers())}
    front = partial(front_page, paper, issued, page, client.fetch)
    return site.PaperSite(url, client, encoding=encoding, row=row, front_on=paper.expand, front=front)


class Online:
    """Finds the site of a saved page.

    Args:
        encoding: As for `open_site`.
    """

    def __init__(self, encoding: str = "") -> None:
        self._encoding = encoding

    def address(self, page: Page, page_url: str = "") -> str:
        """The web address of a page, or of an article on it; empty if unknown.

        Args:
            page: Its paper is looked up in the registry; its day and number are put into the address.
            page_url: The address stated in the page itself, which takes precedence.
        """
        paper = None if page_url else readable(own_papers()).named(page.paper)
        return paper.expand(page.issued, page.number) if paper and page.issued else page_url

    def stand(self, page: Page, page_url: str = "") -> Stand | None:
        """The site to open a page or article from, None if unknown; arguments as for `address`."""
        if page_url:
            return open_site(page_url, self._encoding, is_typed=False)
        paper = readable(own_papers()).named(page.paper)
        return open_paper(paper, page.issued, page.number, self._encoding) if paper and page.issued else None
