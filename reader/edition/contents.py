"""Matches articles with the entries of their page's contents."""

import posixpath
from collections.abc import Sequence

from msgspec.structs import replace

from reader.edition.model import Headline, Page


def position(page: Page, own: Headline, addresses: Sequence[str] = (), address: str = "") -> int | None:
    """Index of an article's entry in the contents of a page; None if it has none.

    The entry is found by address, else by file name if only one entry has it, else by headline, else by the
    addresses of the previous and next articles.

    Args:
        page: The page whose contents are searched.
        own: The article, with the headline of its own document.
        addresses: The address of each entry; empty if the entries have none.
        address: Address of the article's document, in the same form; empty if unknown.
    """
    if address and address in addresses:
        return addresses.index(address)
    file, files = posixpath.basename(address), [posixpath.basename(each) for each in addresses]
    if file and files.count(file) == 1:
        return files.index(file)
    named = page.find_headline(own.headline)
    return _between(own, files) if named is None else named


def put(page: Page, own: Headline, addresses: Sequence[str] = (), address: str = "") -> tuple[Page, int]:
    """Put an article into its entry of the contents, or append an entry; return the page and the index.

    Args:
        page: As for `position`.
        own: The entry to append if the contents have none; otherwise only its article is used.
        addresses: As for `position`.
        address: As for `position`.
    """
    at = position(page, own, addresses, address)
    if at is None:
        return replace(page, contents=(*page.contents, own)), len(page.contents)
    entry = replace(page.contents[at], article=own.article)
    return replace(page, contents=(*page.contents[:at], entry, *page.contents[at + 1 :])), at


def _between(own: Headline, files: Sequence[str]) -> int | None:
    """Index of the entry that lies between the article's 上一篇 and 下一篇, by file name; or None."""
    hrefs = (own.article.previous_article, own.article.next_article) if own.article else ()
    around = tuple(posixpath.basename(href) for href in hrefs if href)
    sides = list(zip(files, files[2:], strict=False))
    return sides.index(around) + 1 if around in sides and all(around) else None
