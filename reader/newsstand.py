"""报摊: the one doorway. Opens what a reader asks for, from whatever source, as an edition."""

from collections.abc import Iterator
from dataclasses import replace

from reader.edition.day import Edition, Leaf, assemble, resolve
from reader.errors import PageError, SourceError, UnrecognisedPage
from reader.parsing.decode import decode
from reader.parsing.document import parse
from reader.sources.base import Source


def open_edition(source: Source, encoding: str = "") -> Iterator[Edition]:
    """Open an edition, the first page as soon as it can be read, then all that is at hand.

    Args:
        source: Where the documents come from.
        encoding: Read every document in this encoding; by default each is judged on its own.

    Yields:
        Editions that hold more and more; the last one is complete. At least one.

    Raises:
        SourceError: The document asked for cannot be had.
        PageError: The document asked for is no page; of a folder, none of its files is.
    """
    leaves: list[Leaf] = []
    failure: PageError | SourceError | None = None
    shown = 0
    queue = list(source.addresses())
    seen = set(queue)
    while queue:
        address = queue.pop(0)
        try:
            leaf = read_leaf(source, address, encoding)
        except (PageError, SourceError) as error:
            failure = failure or error
            if address == source.opened:
                raise
            continue
        leaves.append(leaf)
        linked = [a for a in _linked(leaf) if a not in seen and source.has(a)]
        seen.update(linked)
        queue += linked
        if not shown and _readable(leaf):
            shown = len(leaves)
            yield assemble(leaves, source.opened)
    if not leaves:
        raise failure or UnrecognisedPage("unrecognised", name=source.opened)
    if shown != len(leaves):
        yield assemble(leaves, source.opened)


def read_leaf(source: Source, address: str, encoding: str = "") -> Leaf:
    """Read one document.

    Raises:
        SourceError: It cannot be had.
        PageError: It is no page.
    """
    fetched = source.fetch(address)
    try:
        decoded = decode(fetched.data, declared=fetched.charset, override=encoding)
        page = parse(decoded.text, address=fetched.url, encoding=decoded.encoding)
    except PageError as error:
        error.facts["name"] = address
        raise
    report = replace(page.report, reason=decoded.reason, replaced=decoded.replaced)
    return Leaf(address=address, page=replace(page, report=report))


def _linked(leaf: Leaf) -> list[str]:
    """Addresses of the documents a page leads to: its articles, then the other pages of the day."""
    hrefs = [entry.href for entry in leaf.page.contents] + [link.href for link in leaf.page.page_index]
    return [address for href in hrefs if (address := resolve(leaf.address, href))]


def _readable(leaf: Leaf) -> bool:
    return any(entry.at_hand for entry in leaf.page.contents)
