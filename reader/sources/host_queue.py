"""Queue of requests to one host: few at a time, spaced out, foreground requests before prefetches."""

import asyncio
import random
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

from reader import limits


@dataclass(slots=True, eq=False)
class QueueEntry:
    """One request in the queue."""

    is_prefetch: bool
    """Whether it is a prefetch; may change while it is queued."""


class HostQueue:
    """The queue of one host.

    Args:
        spacing: Least and most seconds between the starts of two requests.
    """

    def __init__(self, spacing: tuple[float, float]) -> None:
        self._spacing = spacing
        self._changed = asyncio.Condition()
        self._waiting: list[QueueEntry] = []
        self._active = 0
        self._next_start = 0.0

    @asynccontextmanager
    async def slot(self, entry: QueueEntry) -> AsyncIterator[None]:
        """Wait until the request may start; it counts as active until the context is left."""
        async with self._changed:
            self._waiting.append(entry)
            try:
                await self._changed.wait_for(lambda: self._may_start(entry))
            finally:
                self._waiting.remove(entry)
            self._active += 1
        try:
            now = asyncio.get_running_loop().time()
            start = max(now, self._next_start)
            self._next_start = start + random.uniform(*self._spacing)  # noqa: S311 - no secret
            await asyncio.sleep(start - now)
            yield
        finally:
            self._active -= 1
            await self.recheck()

    async def recheck(self) -> None:
        """Wake the waiting requests: one has ended, or a prefetch was promoted."""
        async with self._changed:
            self._changed.notify_all()

    def _may_start(self, entry: QueueEntry) -> bool:
        # prefetches leave one slot free for foreground requests
        room = limits.HOST_REQUESTS - entry.is_prefetch
        first = min(self._waiting, key=lambda waiting: waiting.is_prefetch)
        return self._active < room and first is entry
