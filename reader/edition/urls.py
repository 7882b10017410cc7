"""Addresses: told, and joined with one another. None of these ever raises, whatever a page writes."""

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


@lru_cache(maxsize=1024)  # a page names each article three times
def join(base: str, address: str) -> str:
    """An address as seen from another one; "" if it is none."""
    try:
        return urljoin(base, address)
    except ValueError:
        return ""


def resolve(base: str, href: str) -> str:
    """Join an address as written in a document with the document's own address.

    Args:
        base: An absolute URL, or a path below the opened folder.
        href: As written; query and fragment are dropped, as they have no part in identity.

    Returns:
        An address of the same sort as `base`; empty when `href` leads nowhere.
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
