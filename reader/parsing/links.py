"""Resolves addresses as written in a page; local files, scripts and other schemes are rejected."""

import re

from msgspec import Struct

from reader.edition.model import Clean
from reader.edition.urls import is_web, join
from reader.parsing.clean import clean_line

_SCHEME = re.compile(r"[a-z][a-z0-9+.\-]*:|//|\\", re.IGNORECASE)
# Base for comparing the addresses of a page whose own address is unknown.
_NOWHERE = "http://page.invalid/1/2/3/4/5/6/"


def written(address: str) -> str:
    """An address as written, without query and fragment; "" if it is not http(s) or relative."""
    address = re.split(r"[?#]", "".join(address.split()), maxsplit=1)[0]
    if _SCHEME.match(address) and not is_web(address if ":" in address[:6] else f"http:{address}"):
        return ""
    return address


def file_name(address: str) -> str:
    """The last part of an address's path."""
    return written(address).rpartition("/")[2]


def folder(address: str) -> str:
    """An address without the last part of its path."""
    return written(address).rpartition("/")[0]


class Base(Struct, frozen=True):
    """The base address of a page."""

    address: str = ""
    """The page's own absolute address, "" if unknown."""

    def url(self, address: str) -> Clean | None:
        """The absolute http(s) address, None if it is unknown or must not be followed."""
        plain = written(address)
        joined = join(self.address, plain) if plain else ""
        return clean_line(joined) if is_web(joined) else None

    def key(self, address: str) -> str:
        """Key that identifies a document, equal for all its addresses; "" if the address is of none."""
        plain = written(address)
        return join(self.address or _NOWHERE, plain) if plain else ""
