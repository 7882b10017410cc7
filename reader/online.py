"""From a saved page to its paper's site: by the address that the page tells, else by the registry and the day."""

import os
from collections.abc import Mapping
from contextlib import suppress
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import reader
from reader.edition.model import Page
from reader.errors import UsageError
from reader.newsstand import Live
from reader.stand import LiveStand

if TYPE_CHECKING:
    from reader.sources.papers import Paper, Papers  # of no use to a saved page that is whole


def own_papers() -> Path:
    """The file with a person's own rows of the registry: in BANMIAN_HOME, else as the system has it."""
    if home := os.environ.get("BANMIAN_HOME"):
        return Path(home) / "papers.toml"
    from platformdirs import user_config_path  # noqa: PLC0415 - only where BANMIAN_HOME does not say it

    return user_config_path("banmian") / "papers.toml"


def open_site(url: str, encoding: str = "", *, is_typed: bool = True) -> Live:
    """The site of an address; nothing is asked of it yet.

    Args:
        url: Absolute http(s) address.
        encoding: Read every document in this encoding; empty to judge each on its own.
        is_typed: Whether a person wrote the address, so that it may lie in a private network.

    Raises:
        UsageError: The address names no host.
    """
    from reader.sources.http import Manners, Speaker  # noqa: PLC0415 - of no use to a saved page
    from reader.sources.live import HttpSource  # noqa: PLC0415

    try:
        host = urlsplit(url).hostname
    except ValueError as error:
        raise UsageError("usage", problem=url) from error
    if not host:
        raise UsageError("usage", problem=url)
    version = getattr(reader, "__version__", "0")
    agent = f"banmian/{version} (terminal newspaper reader)"
    return Live(HttpSource(url, Speaker(Manners(agent=agent)), is_typed=is_typed), encoding)


def open_paper(paper: "Paper", issued: date, page: str = "", encoding: str = "") -> LiveStand:
    """A paper of the registry, to be opened at a page of a day."""
    from reader.sources.papers import front_page  # noqa: PLC0415 - of no use to a saved page

    url = paper.expand(issued, page)
    live = open_site(url, encoding)
    row: Mapping[str, str] = {
        "paper": paper.code,
        "url": url,
        "evidence": paper.evidence,
        "reached": paper.reached,
        "config": str(own_papers()),
    }
    return LiveStand(live, row, lambda: front_page(paper, issued, page, live.source.fetch))


class Online:
    """Finds the sites of saved papers.

    Args:
        encoding: As of `open_site`.
    """

    def __init__(self, encoding: str = "") -> None:
        self._encoding = encoding

    def address(self, page: Page, told: str = "") -> str:
        """Where the site should have a page, or something on it; empty if nobody knows.

        Args:
            page: Its paper, day and number are looked up in the registry.
            told: The address that a page itself tells, which comes first.
        """
        paper = None if told else self._paper(page)
        return paper.expand(page.issued, page.number) if paper and page.issued else told

    def stand(self, page: Page, told: str = "") -> LiveStand | None:
        """The site to open it on, None if nobody knows; as of `address`."""
        if told:
            return LiveStand(open_site(told, self._encoding, is_typed=False))
        paper = self._paper(page)
        return open_paper(paper, page.issued, page.number, self._encoding) if paper and page.issued else None

    def _paper(self, page: Page) -> "Paper | None":
        return self._papers.named(page.paper) if page.paper and page.issued else None

    @cached_property
    def _papers(self) -> "Papers":
        """The registry; without a person's own rows where those cannot be read."""
        from reader.sources.papers import Papers  # noqa: PLC0415 - of no use to a saved page that is whole

        with suppress(UsageError):
            return Papers.load(own_papers())
        return Papers()
