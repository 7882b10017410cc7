"""Turns responses that are not a page into errors, by status and content."""

import errno
import socket
import ssl
from collections.abc import Iterable, Iterator
from email.utils import parsedate_to_datetime
from urllib.parse import urlsplit

import httpx2
from msgspec.structs import replace

from reader.errors import Blocked, NotPublished, Offline, ReaderError, Unreachable, UnrecognisedPage
from reader.sources.base import Fetched
from reader.sources.classify import DocumentKind

_GONE = (404, 410)
_LATER = (408, 425, 429, 500, 502, 503, 504)
_REFUSALS = (DocumentKind.LOGIN, DocumentKind.TOO_OFTEN, DocumentKind.GUARDED, DocumentKind.PORTAL)


class RetryLater(Exception):
    """The request failed, but a retry may help."""

    def __init__(self, error: ReaderError, after: float = 0.0) -> None:
        super().__init__(error)
        self.error, self.after = error, after


def checked(
    fetched: Fetched, kind: DocumentKind, notes: Iterable[str], *, is_picture: bool = False
) -> Fetched:
    """The document with its notes, if it is or may be a newspaper page, or if `is_picture` a picture.

    Raises:
        SourceError: It is a notice that the site sent instead of it.
        UnrecognisedPage: It is another kind of document.
    """
    if kind is DocumentKind.MISSING:
        raise NotPublished(kind.value, name=fetched.address)
    if kind in _REFUSALS:
        raise Blocked(kind.value, name=urlsplit(fetched.address).hostname)
    if kind is DocumentKind.EMPTY:
        raise Unreachable(kind.value, name=fetched.address)
    if is_picture and kind is not DocumentKind.PICTURE:
        raise UnrecognisedPage("no-picture-there", name=fetched.address)
    if kind is not DocumentKind.PAGE and not is_picture:
        raise UnrecognisedPage(kind.value, name=fetched.address)
    notes = tuple(dict.fromkeys(notes))
    if not fetched.is_whole:
        notes += ("came-in-part",)
    return replace(fetched, notes=notes)


def check_status(response: httpx2.Response, kind: DocumentKind, url: httpx2.URL) -> None:
    """Raise the error for an error status, taking the content of the response into account.

    Raises:
        RetryLater: A retry may help.
        NotPublished: There is no such page.
        Unreachable: The site cannot or will not serve the page; the error may be `Blocked`.
    """
    status, host = response.status_code, url.host
    if status < 400:
        return
    refused = kind.value if kind in _REFUSALS else ""
    if status in _GONE:
        raise NotPublished("not-published", name=str(url))
    if status == 511:
        raise Blocked("portal", name=host)
    if status == 429 or (status == 503 and refused):
        raise RetryLater(Blocked(refused or "too-often", name=host), _retry_after(response))
    if status in _LATER:
        raise RetryLater(Unreachable("server-error", name=host, status=status), _retry_after(response))
    if status in (401, 403, 407, 451):
        raise Blocked(refused or ("login" if status == 401 else "forbidden"), name=host)
    raise Unreachable("server-error", name=host, status=status)


def _retry_after(response: httpx2.Response) -> float:
    """Seconds to wait, from the Retry-After header; a date is compared with the site's own clock."""
    value = response.headers.get("retry-after", "").strip()
    if value.isascii() and value.isdecimal():
        return float(value[:9])
    try:
        until, now = (parsedate_to_datetime(text) for text in (value, response.headers.get("date", "")))
        return max(0.0, (until - now).total_seconds())
    except (ValueError, TypeError, OverflowError):
        return 0.0


def broken(url: httpx2.URL, error: Exception) -> RetryLater:
    """The error for a response that violates HTTP or breaks off in the middle."""
    return RetryLater(Unreachable("broken-answer", name=url.host, reason=str(error) or type(error).__name__))


def unconnected(url: httpx2.URL, error: Exception) -> Unreachable:
    """The error for a failed connection: no network, a bad certificate, or no response from the host."""
    causes = list(_causes(error))
    if any(isinstance(cause, ssl.SSLCertVerificationError) for cause in causes):
        return Unreachable("bad-certificate", name=url.host)
    dead = (errno.ENETUNREACH, errno.ENETDOWN)
    if any(isinstance(cause, socket.gaierror) or getattr(cause, "errno", 0) in dead for cause in causes):
        return Offline("offline", name=url.host)
    return Unreachable("no-answer", name=url.host)


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    while error is not None:
        yield error
        if isinstance(error, BaseExceptionGroup):
            yield from error.exceptions
        error = error.__cause__ or error.__context__
