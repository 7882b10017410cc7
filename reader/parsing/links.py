"""Addresses as a page writes them, and what they resolve to. No address leads to this machine or into a script."""

import re
from dataclasses import dataclass

from reader.edition.urls import is_web, join

_SCHEME = re.compile(r"[a-z][a-z0-9+.\-]*:|//|\\", re.IGNORECASE)
# Only for comparing addresses of a page that does not know its own.
_NOWHERE = "http://page.invalid/1/2/3/4/5/6/"


def written(address: str) -> str:
    """An address as written, without query and fragment; "" if it is none that a reader could follow."""
    address = re.split(r"[?#]", "".join(address.split()), maxsplit=1)[0]
    if _SCHEME.match(address) and not is_web(address if ":" in address[:6] else f"http:{address}"):
        return ""
    return address


def file_name(address: str) -> str:
    """The last part of the path."""
    return written(address).rpartition("/")[2]


@dataclass(frozen=True, slots=True)
class Base:
    """Where the addresses of a page start from."""

    address: str = ""
    """The page's own absolute address, "" if unknown."""

    def url(self, address: str) -> str | None:
        """The absolute http(s) address meant, None if it cannot be known or may not be followed."""
        plain = written(address)
        joined = join(self.address, plain) if plain else ""
        return joined if is_web(joined) else None

    def key(self, address: str) -> str:
        """What is equal for two addresses of the same document; "" for an address of none."""
        plain = written(address)
        return join(self.address or _NOWHERE, plain) if plain else ""
