"""The HTTP client: bounded size and time, rate-limited, connected only to hosts that were checked.

Imported only to open a web site, so that saved papers are read without `httpx2`.
"""

import asyncio
import concurrent.futures
import random
import threading
import zlib
from contextlib import suppress
from dataclasses import dataclass, field
from typing import NamedTuple
from urllib.parse import urljoin

import httpx2
from msgspec import Struct

from reader import limits
from reader.errors import ReaderError, Stopped, Unreachable
from reader.sources.base import Fetched
from reader.sources.classify import DocumentKind, beginning, is_complete, judge
from reader.sources.connections import Connections, http_url
from reader.sources.decoding import ContentDecoder
from reader.sources.host_queue import HostQueue, QueueEntry
from reader.sources.http_errors import RetryLater, broken, check_status, checked

_ACCEPT = {
    "Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.5",
    "Accept-Language": "zh-CN,zh;q=0.9,en;q=0.5",
}
_Pending = concurrent.futures.Future[Fetched]
_Key = tuple[str, bool]


class FetchPolicy(Struct, frozen=True, kw_only=True):
    """Limits and delays of every request; tests use shorter ones."""

    agent: str = "banmian"
    """Program and version, sent as the User-Agent header."""
    seconds: float = limits.FETCH_SECONDS
    max_bytes: int = limits.PAGE_BYTES
    """Greatest size of a decompressed page, in bytes."""
    spacing: tuple[float, float] = limits.HOST_SPACING
    pause: float = 1.0
    """Seconds before the second try, varied by up to half; twice that before the third."""


@dataclass(slots=True, eq=False)
class _Request(QueueEntry):
    """One requested document."""

    url: str
    referer: str
    is_picture: bool
    accepts_compression: bool = True
    """Whether a compressed response is accepted."""
    notes: list[str] = field(default_factory=list)
    part: Fetched | None = None
    """The document as received by the latest try that got one; complete if that was the last."""


class _Reply(NamedTuple):
    """A response that is no redirect."""

    document: Fetched
    kind: DocumentKind
    target: str
    """Where the document itself redirects to; empty if it does not."""


@dataclass(eq=False)
class HttpClient:
    """Fetches documents on an event loop in its own thread; safe to use from any thread."""

    policy: FetchPolicy = field(default_factory=FetchPolicy)
    connections: Connections = field(default_factory=Connections)
    _loop: asyncio.AbstractEventLoop | None = field(default=None, init=False)
    _queues: dict[str, HostQueue] = field(default_factory=dict, init=False)
    _under_way: dict[_Key, tuple[_Pending, _Request]] = field(default_factory=dict, init=False)
    _lock: threading.Lock = field(default_factory=threading.Lock, init=False)

    def fetch(
        self, url: str, *, referer: str = "", is_prefetch: bool = False, is_picture: bool = False
    ) -> Fetched:
        """Fetch a document and wait for it; arguments as for `begin`.

        Raises:
            SourceError: It cannot be loaded: `NotPublished`, `Unreachable`, `Offline`, `Blocked`; `Stopped` by `stop`.
            PageError: It is not what was wanted.
        """
        try:
            return self.begin(url, referer=referer, is_prefetch=is_prefetch, is_picture=is_picture).result()
        except concurrent.futures.CancelledError as error:
            raise Stopped("stopped") from error

    def begin(
        self, url: str, *, referer: str = "", is_prefetch: bool = False, is_picture: bool = False
    ) -> _Pending:
        """Start fetching a document, or join the pending request for it, promoting a prefetch if needed.

        Args:
            url: Absolute http(s) address.
            referer: Address of the page that links to it; sent only to the same origin.
            is_prefetch: Whether this is a prefetch: then it yields to foreground requests, and is tried once.
            is_picture: Whether it has to be a picture, which may be larger; otherwise it has to be a page.

        Returns:
            A future for the document; it raises as `fetch` does, and cancelling it cancels the request.
        """
        key = url, is_picture
        with self._lock:
            known = self._under_way.get(key)
            if known is None:
                request = _Request(is_prefetch, url, referer, is_picture)
                future = asyncio.run_coroutine_threadsafe(self._fetch(request), self._running())
                self._under_way[key] = future, request
                future.add_done_callback(lambda _: self._under_way.pop(key, None))
                return future
            future, request = known
            if request.is_prefetch and not is_prefetch:
                request.is_prefetch = False
                for queue in tuple(self._queues.values()):
                    asyncio.run_coroutine_threadsafe(queue.recheck(), self._running())
            return future

    def stop(self) -> None:
        """Cancel all pending requests at once, from any thread; their callers get `Stopped`."""
        with self._lock:
            for future, _ in tuple(self._under_way.values()):
                future.cancel()

    def _running(self) -> asyncio.AbstractEventLoop:
        if self._loop is None:
            self._loop = asyncio.new_event_loop()
            # A daemon thread, so that the program does not wait for a slow site on exit.
            self._thread = threading.Thread(target=self._loop.run_forever, name="http", daemon=True)
            self._thread.start()
        return self._loop

    async def _fetch(self, request: _Request) -> Fetched:
        """The document, whole if it comes so in time, else what came of it."""
        seconds, host = round(self.policy.seconds), http_url(request.url).host
        failure: ReaderError = Unreachable("too-slow", name=host, seconds=seconds)
        with suppress(TimeoutError):
            async with asyncio.timeout(self.policy.seconds):
                failure = await self._fetch_with_retries(request) or failure
        if request.part:
            return request.part
        raise failure

    async def _fetch_with_retries(self, request: _Request) -> ReaderError | None:
        """Request until a response is complete, a few times; returns the last failure that a retry might have mended."""
        loop = asyncio.get_running_loop()
        deadline = loop.time() + self.policy.seconds
        failure, wait = None, 0.0
        for attempt in range(1, limits.TRIES + 1):
            await asyncio.sleep(wait)
            wait = self.policy.pause * attempt * random.uniform(0.5, 1.5)  # noqa: S311 - no secret
            try:
                request.part = await self._follow_redirects(request)
            except RetryLater as later:
                failure, wait = later.error, max(wait, later.after)
            is_whole = request.part and request.part.is_whole
            if is_whole or request.is_prefetch or loop.time() + wait >= deadline:
                break
        return failure

    async def _follow_redirects(self, request: _Request) -> Fetched:
        """The document, after following redirects and refresh pages."""
        url, refreshes = http_url(request.url), 0
        for _ in range(limits.REDIRECTS + 1):
            reply = await self._send(url, request)
            if isinstance(reply, _Reply):
                refreshes += 1
                if not (reply.target and reply.document.is_whole):
                    return checked(reply.document, reply.kind, request.notes, is_picture=request.is_picture)
                if refreshes > limits.REFRESHES:
                    break
                reply = reply.target
            following = http_url(reply)
            if (url.scheme, following.scheme) == ("https", "http"):
                request.notes.append("left-https")
            url = following
        raise Unreachable("too-many-hops", name=http_url(request.url).host)

    async def _send(self, url: httpx2.URL, request: _Request) -> _Reply | str:
        """Send one request; returns the document, or the address it redirects to."""
        endpoint = await self.connections.endpoint_of(url)
        spacing = (0.0, 0.0) if endpoint.is_loopback else self.policy.spacing
        queue = self._queues.setdefault(endpoint.host, HostQueue(spacing))
        async with queue.slot(request):
            response = await self.connections.get(url, endpoint, self._headers(url, request))
            try:
                if response.has_redirect_location:
                    return urljoin(str(url), response.headers["location"])
                return await self._receive(response, url, request)
            except ValueError as error:  # an invalid address or an unsupported encoding
                raise broken(url, error) from error
            finally:
                await response.aclose()

    def _headers(self, url: httpx2.URL, request: _Request) -> dict[str, str]:
        headers = {"Host": url.netloc.decode(), "User-Agent": self.policy.agent, **_ACCEPT}
        headers["Accept-Encoding"] = "gzip" if request.accepts_compression else "identity"
        referer = http_url(request.referer) if request.referer else None
        if referer and (referer.scheme, referer.netloc) == (url.scheme, url.netloc):
            headers["Referer"] = str(referer)
        return headers

    async def _receive(self, response: httpx2.Response, url: httpx2.URL, request: _Request) -> _Reply:
        address = str(url.copy_with(query=None))
        most = limits.PICTURE_BYTES if request.is_picture else self.policy.max_bytes
        decoder = ContentDecoder(response.headers.get("content-encoding", ""), most, address)
        is_whole = True
        try:
            async for chunk in response.aiter_raw():
                decoder.feed(chunk)
                if decoder.is_past_end:
                    break
        except httpx2.TransportError as error:
            if not decoder.data:
                raise broken(url, error) from error
            is_whole = False
        except zlib.error as error:
            request.accepts_compression = False
            raise broken(url, error) from error
        data, charset = bytes(decoder.data), response.charset_encoding or ""
        # Without a length in the headers, only the page itself shows whether it was truncated.
        has_length = not {"content-length", "transfer-encoding"}.isdisjoint(response.headers)
        is_whole = is_whole and decoder.is_whole and (has_length or is_complete(data))
        fetched = Fetched(data=data, address=address, url=address, charset=charset, is_whole=is_whole)
        value, target = await asyncio.to_thread(judge, beginning(fetched), str(url))
        check_status(response, kind := DocumentKind(value), url)
        return _Reply(fetched, kind, target)
