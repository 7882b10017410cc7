"""Where an article stands in the contents of its page."""

import posixpath
from collections.abc import Sequence
from dataclasses import replace

from reader.edition.model import Headline, Page


def position(page: Page, own: Headline, addresses: Sequence[str] = (), address: str = "") -> int | None:
    """Index in a page's contents of the entry that means an article; None if there is none.

    It is known by its address, else by its file's name where no other entry has that, else by its headline,
    else by the articles before and after it.

    Args:
        page: Its contents are looked through.
        own: The article, with the headline it has itself.
        addresses: Of each entry; empty where the entries have none.
        address: Of the article's document, as those are written; empty if unknown.
    """
    if address and address in addresses:
        return addresses.index(address)
    file, files = posixpath.basename(address), [posixpath.basename(each) for each in addresses]
    if file and files.count(file) == 1:
        return files.index(file)
    named = page.find_headline(own.headline)
    return _between(own, files) if named is None else named


def put(page: Page, own: Headline, addresses: Sequence[str] = (), address: str = "") -> tuple[Page, int]:
    """The page with an article in its place in the contents, at the end if it has none; and that place's index.

    Args:
        page: As of `position`.
        own: The entry that is added if the contents lack one; its article is put into the one they have.
        addresses: As of `position`.
        address: As of `position`.
    """
    at = position(page, own, addresses, address)
    if at is None:
        return replace(page, contents=(*page.contents, own)), len(page.contents)
    entry = replace(page.contents[at], article=own.article)
    return replace(page, contents=(*page.contents[:at], entry, *page.contents[at + 1 :])), at


def _between(own: Headline, files: Sequence[str]) -> int | None:
    """Index of the file whose neighbours the article names as those before and after it."""
    hrefs = (own.article.previous_article, own.article.next_article) if own.article else ()
    around = tuple(posixpath.basename(href) for href in hrefs if href)
    sides = list(zip(files, files[2:], strict=False))
    return sides.index(around) + 1 if around in sides and all(around) else None
