"""报摊: the one doorway. Opens what a reader asks for, from whatever source, as an edition."""

import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from reader import limits
from reader.edition.day import Edition, Leaf, adopt, assemble, resolve
from reader.errors import PageError, SourceError, UnrecognisedPage
from reader.parsing.answers import file_kind
from reader.parsing.clean import clean
from reader.parsing.decode import decode
from reader.parsing.document import Columns, parse
from reader.sources.archive import Archive, scan
from reader.sources.base import Fetched, Source
from reader.sources.files import FileSource

if TYPE_CHECKING:
    from reader.sources.calendar import Calendar
    from reader.sources.live import HttpSource  # a paper on the disk needs no network


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
    columns = Columns()
    failure: PageError | SourceError | None = None
    shown, opened = 0, ""
    queue = list(source.addresses())
    seen = set(queue)
    while queue:
        address = queue.pop(0)
        try:
            leaf = read_leaf(source.fetch, address, encoding, columns)
        except (PageError, SourceError) as error:
            failure = failure or error
            if address == source.opened:
                raise
            continue
        leaves.append(leaf)
        opened = leaf.address if address == source.opened else opened
        linked = [a for a in _linked(leaf) if a not in seen and source.has(a)]
        seen.update(linked)
        queue += linked
        if not shown and _readable(leaf):
            shown = len(leaves)
            yield assemble(leaves, opened)
    if not leaves:
        raise failure or UnrecognisedPage("unrecognised", name=source.opened)
    if shown != len(leaves):
        yield assemble(leaves, opened)


def read_leaf(
    fetch: Callable[[str], Fetched], address: str, encoding: str = "", columns: Columns | None = None
) -> Leaf:
    """Read one document; `columns` has what other documents of the day had in common with it.

    Raises:
        SourceError: It cannot be had.
        PageError: It is no page.
    """
    fetched = fetch(address)
    try:
        if other := file_kind(fetched.data, fetched.charset, encoding):
            raise UnrecognisedPage(other.value)
        decoded = decode(fetched.data, declared=fetched.charset, override=encoding)
        page = parse(decoded.text, address=fetched.url, encoding=decoded.encoding, columns=columns)
    except PageError as error:
        error.facts["name"] = address
        raise
    notes = (*page.report.notes, *fetched.notes)
    report = replace(page.report, reason=decoded.reason, replaced=decoded.replaced, notes=notes)
    return Leaf(address=fetched.address, page=replace(page, report=report))


def raw_text(fetch: Callable[[str], Fetched], address: str, encoding: str = "") -> str:
    """A document as it came, decoded, and clean enough to be drawn; raises as `read_leaf`."""
    fetched = fetch(address)
    return clean(decode(fetched.data, declared=fetched.charset, override=encoding).text)


def open_archive(folder: Path) -> Archive | None:
    """The days and papers of a folder, None if it holds a single day.

    Raises:
        SourceError: It holds far too many files.
    """

    def dater(path: Path) -> tuple[str, date | None]:
        try:
            page = read_leaf(FileSource(path).fetch, path.name).page
        except (PageError, SourceError):
            return "", None
        return page.paper, page.issued

    return scan(folder, dater)


class Live:
    """A paper on its site during one sitting: what was read stays at hand, the rest is fetched as it is asked for.

    Safe to use from several threads. Of one site's papers and days any number may be read.

    Args:
        source: The site.
        encoding: Read every document in this encoding; by default each is judged on its own.
    """

    def __init__(self, source: "HttpSource", encoding: str = "") -> None:
        self.source = source
        self._encoding = encoding
        self._leaves: dict[str, Leaf] = {}
        self._moved: dict[str, str] = {}
        self._parents: dict[str, str] = {}
        self._calendars: dict[str, Calendar] = {}
        self._last = ""
        self._lock = threading.Lock()

    def read(self, address: str = "", *, is_ahead: bool = False, again: bool = False) -> Edition:
        """Read one document, blocking, and put all that is at hand of its day together.

        Args:
            address: Absolute address of a page or article; by default the one that was opened.
            is_ahead: Whether nobody waits for it yet.
            again: Whether to ask the site even if it is at hand.

        Returns:
            The document's own day, opened at it.

        Raises:
            SourceError: It cannot be had; `Stopped` if `source.stop()` came first.
            PageError: What is there is no page.
        """
        asked = resolve(address or self.source.opened, address or self.source.opened) or address
        with self._lock:
            leaf = None if again else self._leaves.get(self._moved.get(asked, asked))
        if leaf is None:
            fetch = partial(self.source.fetch, is_ahead=is_ahead, referer=self._parents.get(asked, ""))
            leaf = self._keep(asked, read_leaf(fetch, address or self.source.opened, self._encoding))
        with self._lock:
            self._last = self._last if is_ahead else leaf.address
            return assemble(list(self._leaves.values()), leaf.address)

    def has(self, address: str) -> bool:
        """Whether a document is at hand."""
        asked = resolve(address, address)
        with self._lock:
            return self._moved.get(asked, asked) in self._leaves

    def calendar(self, edition: Edition) -> "Calendar | None":
        """The days of an edition's paper, None if its address tells no day.

        What it learns is kept; its `neighbour(…).address` and `front(…)` are for `read`.
        """
        from reader.sources.calendar import Calendar, Shape  # noqa: PLC0415 - few readers leave their day

        shape = Shape.of(edition.index[edition.first].url or self._last or self.source.opened)
        if shape is None:
            return None
        return self._calendars.setdefault(shape.before, Calendar(self.source.fetch, shape))

    def _keep(self, asked: str, leaf: Leaf) -> Leaf:
        with self._lock:
            parent = self._leaves.get(self._parents.get(leaf.address, ""))
            leaf = adopt(leaf, parent) if parent else leaf
            self._leaves.pop(leaf.address, None)
            self._leaves[leaf.address] = leaf
            self._moved[asked] = leaf.address
            for address in _linked(leaf):
                self._parents.setdefault(address, leaf.address)
            while len(self._leaves) > limits.KEPT_LEAVES:
                del self._leaves[next(iter(self._leaves))]
        return leaf


def _linked(leaf: Leaf) -> list[str]:
    """Addresses of the documents a page leads to: its articles, then the other pages of the day."""
    hrefs = [entry.href for entry in leaf.page.contents] + [link.href for link in leaf.page.page_index]
    return [address for href in hrefs if (address := resolve(leaf.address, href))]


def _readable(leaf: Leaf) -> bool:
    return any(entry.at_hand for entry in leaf.page.contents)
