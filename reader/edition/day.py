"""Assembles an edition from the documents at hand: pages in order, each article on its page."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from reader.edition.contents import put
from reader.edition.model import Clean, Page, PageLink
from reader.edition.urls import resolve


class Leaf(Struct, frozen=True, kw_only=True):
    """One parsed document: a layout page, or an article page with its column."""

    address: str
    """An absolute URL, or a path relative to the opened folder, with `/`."""
    page: Page


class Edition(Struct, frozen=True, kw_only=True):
    """One newspaper, one day: 一期数字报."""

    index: tuple[PageLink, ...]
    """All known pages of the day, in order; at least one."""
    pages: tuple[Page | None, ...]
    """The page of each index entry, None where it is not at hand."""
    first: int = 0
    """Index of the page that was opened; that page is at hand."""
    addresses: tuple[str, ...] = ()
    """Address of the document each page was read from; empty where the page is not at hand."""

    @property
    def opened(self) -> Page:
        """The page that was opened."""
        page = self.pages[self.first]
        assert page is not None, "the opened page is always at hand"  # noqa: S101 - held by assemble()
        return page

    @property
    def is_whole(self) -> bool:
        """Whether all pages and articles are at hand."""
        return all(page and all(entry.at_hand for entry in page.contents) for page in self.pages)

    def page_at(self, index: int) -> Page:
        """The page of an index entry; without headlines if it is not at hand."""
        page, link = self.pages[index], self.index[index]
        if page is not None:
            return page
        head = replace(self.opened, number=link.number, name=link.name, contents=(), opens_at=None)
        return replace(head, previous_page=None, next_page=None, facsimile=None)

    def find_page(self, number: str) -> int | None:
        """Index of the page with exactly this number, None if the day has none."""
        return next((i for i, link in enumerate(self.index) if link.number == number), None)

    def page_asked(self, number: str) -> int | None:
        """Index of a page by its number: as printed, else by its digits, else by position from 1; or None."""
        at, asked = self.find_page(number), _digits(number)
        if at is not None or not asked:
            return at
        digits = [_digits(link.number) for link in self.index]
        at = digits.index(asked) if asked in digits else int(asked[:9]) - 1
        return at if 0 <= at < len(self.index) else None

    def ahead(self, page: int, article: int) -> tuple[str, ...]:
        """Absolute addresses to prefetch while an article is read: 下一篇 and 下一版, if not at hand.

        Args:
            page: Index of the page being read.
            article: Index of the article in its contents.
        """
        articles = self.page_at(page).contents[article + 1 : article + 2]
        pages = range(page + 1, min(page + 2, len(self.index)))
        wanted = [entry.url for entry in articles if not entry.at_hand]
        wanted += [self.index[i].url for i in pages if self.pages[i] is None]
        return tuple(url for url in wanted if url)


def assemble(leaves: Sequence[Leaf], opened: str = "") -> Edition:
    """Assemble the documents of one day.

    If they are of several days or papers, the opened one is used; else the newest, and of those the largest.

    Args:
        leaves: At least one document, in any order.
        opened: Address of the requested document; by default the first page of the day.

    Returns:
        The edition, with each article once, on its page.

    Raises:
        ValueError: `leaves` is empty.
    """
    day = _one_day(leaves, opened)
    by_page: dict[Clean, list[Leaf]] = defaultdict(list)
    for leaf in day:
        by_page[leaf.page.number].append(leaf)
    bases = {number: _base(group) for number, group in by_page.items()}
    pages = {number: _one_page(bases[number], group, opened) for number, group in by_page.items()}
    index = _page_index(day, pages)
    numbers = [link.number for link in index]
    at_hand = tuple(pages.get(number) for number in numbers)
    addresses = tuple(bases[number].address if number in bases else "" for number in numbers)
    asked = [leaf.page.number for leaf in day if leaf.address == opened]
    first = numbers.index(asked[0]) if asked else next(i for i, page in enumerate(at_hand) if page)
    return Edition(index=index, pages=at_hand, first=first, addresses=addresses)


def with_parent_facts(leaf: Leaf, parent: Leaf) -> Leaf:
    """Fill in a document's paper, day and page number from the document that links to it.

    Args:
        leaf: The document as parsed.
        parent: The document that links to it; if it does not, the leaf is returned unchanged.
    """
    articles = (resolve(parent.address, entry.href) for entry in parent.page.contents)
    pages = {resolve(parent.address, link.href): link.number for link in parent.page.page_index}
    number = parent.page.number if leaf.address in articles else pages.get(leaf.address)
    if not number:
        return leaf
    page = leaf.page
    paper, issued = parent.page.paper or page.paper, parent.page.issued or page.issued
    return replace(leaf, page=replace(page, paper=paper, issued=issued, number=page.number or number))


def _digits(number: str) -> str:
    """The digits of a page's number, of which there may be any number, without zeros before them."""
    return "".join(filter(str.isdecimal, number)).lstrip("0")


def _one_day(leaves: Sequence[Leaf], opened: str) -> list[Leaf]:
    days: dict[tuple[str, date | None], list[Leaf]] = defaultdict(list)
    for leaf in leaves:
        days[leaf.page.paper, leaf.page.issued].append(leaf)
    for group in days.values():
        if any(leaf.address == opened for leaf in group):
            return group
    return max(days.values(), key=lambda group: (group[0].page.issued or date.min, len(group)))


def _base(group: Sequence[Leaf]) -> Leaf:
    """Of the documents of one page, the layout page, else the one with the most headlines."""
    return min(group, key=lambda leaf: (leaf.page.opens_at is not None, -len(leaf.page.contents)))


def _one_page(base: Leaf, group: Sequence[Leaf], opened: str) -> Page:
    """Merge the documents of one page: lists from the base, articles from the others."""
    page = replace(base.page, opens_at=None)
    for leaf in group:
        if leaf.page.opens_at is None:
            continue
        own = leaf.page.contents[leaf.page.opens_at]
        targets = [resolve(base.address, entry.href) for entry in page.contents]
        page, at = put(page, own, targets, leaf.address)
        if leaf.address == opened:
            page = replace(page, opens_at=at)
    return page


def _page_index(day: Sequence[Leaf], pages: dict[Clean, Page]) -> tuple[PageLink, ...]:
    """The longest page index of any document, followed by the pages missing from it."""
    listed = max((leaf.page.page_index for leaf in day), key=len)
    known = {link.number for link in listed}
    rest = sorted(number for number in pages if number not in known)
    return (*listed, *(PageLink(number=number, name=pages[number].name) for number in rest))
