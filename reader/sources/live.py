"""A paper's site as a source: nothing is at hand until it is asked for."""

import concurrent.futures
import threading
from collections.abc import Iterable

from reader.errors import Stopped
from reader.sources.base import Fetched
from reader.sources.http import Speaker


class HttpSource:
    """The page a person typed the address of, and what it leads to.

    Args:
        url: Absolute http(s) address of any page, article, or entry page.
        speaker: Fetches it.
        is_typed: Whether a person wrote the address: then its host may be asked wherever it lies.

    Raises:
        Unreachable: `url` was typed and is no address of the web.
    """

    def __init__(self, url: str, speaker: Speaker, *, is_typed: bool = True) -> None:
        if is_typed:
            speaker.trust(url)
        self.opened = url
        self._speaker = speaker
        self._under_way: dict[str, concurrent.futures.Future[Fetched]] = {}
        self._lock = threading.Lock()

    def addresses(self) -> Iterable[str]:
        """The page that was asked for; a site is not read through."""
        return (self.opened,)

    def has(self, address: str) -> bool:
        """Whether a document is at hand without asking the site: none is."""
        return False

    def fetch(self, address: str, *, referer: str = "", is_ahead: bool = False) -> Fetched:
        """A document, blocking; one that is under way already is waited for, not asked for again.

        Args:
            address: Absolute http(s) address.
            referer: Address of the page that led there.
            is_ahead: Whether nobody waits for it yet: then it gives way to all that somebody waits for.

        Raises:
            SourceError: It cannot be had: `NotPublished`, `Unreachable`, `Offline`, `Blocked`, or `Stopped` by `stop`.
            PageError: What is there is no page.
        """
        with self._lock:
            future = self._under_way.get(address)
            if future is None:
                future = self._speaker.begin(address, referer=referer, is_ahead=is_ahead)
                self._under_way[address] = future
            elif not is_ahead:
                self._speaker.hurry(future)
        try:
            return future.result()
        except concurrent.futures.CancelledError as error:
            raise Stopped("stopped") from error
        finally:
            with self._lock:
                if self._under_way.get(address) is future:
                    del self._under_way[address]

    def stop(self) -> None:
        """End all that is under way, at once and from any thread; whoever waits for it meets `Stopped`."""
        with self._lock:
            futures = list(self._under_way.values())
            self._under_way.clear()
        for future in futures:
            future.cancel()
