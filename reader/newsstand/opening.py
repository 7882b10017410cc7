"""Opens a target in a thread of its own, from before there is a screen to show it on."""

import threading
from collections.abc import Callable, Iterator
from queue import Empty, SimpleQueue
from typing import NamedTuple

from reader.edition.day import Edition
from reader.errors import ReaderError, Stopped
from reader.newsstand.stand import Stand


class Opened(NamedTuple):
    """Something an opening came to: more of an edition, an error, or its end."""

    stand: Stand | None = None
    edition: Edition | None = None
    error: Exception | None = None
    """Why a target could not be opened; any but ours is a bug."""
    is_last: bool = False
    """Whether no more comes; if nothing could be opened, with the first error."""


class Opening:
    """Opens the first of some targets that can be opened.

    Args:
        targets: Return a stand each; called in the thread, so they may import and block.
    """

    def __init__(self, *targets: Callable[[], Stand]) -> None:
        self._targets = targets
        self._found: SimpleQueue[Opened] = SimpleQueue()
        self._stand: Stand | None = None
        # A daemon thread, so that leaving never waits for a file or a site.
        self._thread = threading.Thread(target=self._run, name="opening", daemon=True)

    def start(self) -> None:
        """Begin, if it has not begun yet."""
        if not self._thread.ident:
            self._thread.start()

    def next(self, seconds: float) -> Opened | None:
        """What comes next; None if it does not come in some seconds."""
        try:
            return self._found.get(timeout=seconds)
        except Empty:
            return None

    def stop(self) -> None:
        """Cancel what is being fetched."""
        if self._stand is not None:
            self._stand.stop()

    def _run(self) -> None:
        try:
            for step in self._steps():
                self._found.put(step)
        except Stopped:  # the reader is leaving
            pass
        except Exception as error:  # noqa: BLE001 - it is raised where it is reported
            self._found.put(Opened(error=error, is_last=True))

    def _steps(self) -> Iterator[Opened]:
        failure: ReaderError | None = None
        for target in self._targets:
            try:
                stand = self._stand = target()
                for edition in stand.open():
                    yield Opened(stand, edition)
            except Stopped:
                raise
            except ReaderError as error:
                failure = failure or error
                yield Opened(error=error)
            else:
                yield Opened(is_last=True)
                return
        yield Opened(error=failure, is_last=True)
