"""Recognises and joins addresses; no function here raises, whatever a page contains."""

import posixpath
from functools import lru_cache
from urllib.parse import unquote, urljoin, urlsplit


def is_web(address: str) -> bool:
    """Whether this is an absolute http or https address."""
    try:
        parts = urlsplit(address)
        return parts.scheme in ("http", "https") and bool(parts.hostname)
    except ValueError:
        return False


@lru_cache(maxsize=1024)  # a page links to each article three times
def join(base: str, address: str) -> str:
    """An address resolved against a base address; "" if either is malformed."""
    try:
        return urljoin(base, address)
    except ValueError:
        return ""


def resolve(base: str, href: str) -> str:
    """Resolve an address as written in a document against the document's own address.

    Args:
        base: An absolute URL, or a path relative to the opened folder.
        href: As written; query and fragment are dropped, as they do not identify a document.

    Returns:
        An address of the same kind as `base`; empty if `href` does not point to a document.
    """
    try:
        parts, is_live = urlsplit(href), urlsplit(base).scheme in ("http", "https")
    except ValueError:
        return ""
    if not parts.path or parts.scheme in ("javascript", "data", "file", "mailto"):
        return ""
    if is_live:
        return join(base, parts._replace(query="", fragment="").geturl())
    if parts.scheme or parts.netloc or parts.path.startswith("/"):
        return ""
    return posixpath.normpath(posixpath.join(posixpath.dirname(base), unquote(parts.path)))
