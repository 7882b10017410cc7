"""Resolves host names and recognises private addresses, so that no page can reach the user's own network."""

import asyncio
import ipaddress
import socket
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from contextlib import suppress

Resolver = Callable[[str], Sequence[str]]
"""Resolves a host name to IP addresses, blocking; raises OSError if there are none."""

_NAT64 = ipaddress.ip_network("64:ff9b::/96")


def look_up(host: str) -> Sequence[str]:
    """The IP addresses of a host name, in the order given by the system."""
    found = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


async def resolve(resolver: Resolver, host: str) -> Sequence[str]:
    """Resolve a host name without blocking the event loop or the program's exit.

    Raises:
        OSError: The name has no address, or names cannot be resolved at all.
        UnicodeError: Part of the name is too long.
    """
    done: Future[Sequence[str]] = Future()
    done.set_running_or_notify_cancel()  # an answer may come after everybody has gone

    def work() -> None:
        try:
            done.set_result(tuple(resolver(host)))
        except (OSError, UnicodeError) as error:
            done.set_exception(error)

    # The program would wait for a thread of the loop's pool on exit; a dead DNS server takes long.
    threading.Thread(target=work, daemon=True).start()
    return await asyncio.wrap_future(done)


def is_public(address: str) -> bool:
    """Whether an IP address is public, even if it is an IPv4 address embedded in IPv6.

    Source:
        The IANA special-purpose address registries, as the standard library has them; RFC 6052, 3056, 4380.
    """
    try:
        number = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if isinstance(number, ipaddress.IPv6Address):
        inner = number.ipv4_mapped or number.sixtofour or (number.teredo or (None, None))[1]
        if number in _NAT64:
            inner = ipaddress.IPv4Address(int(number) & 0xFFFFFFFF)
        if inner is not None:
            return is_public(str(inner))
    return number.is_global and not (number.is_multicast or number.is_reserved)


def literal(host: str) -> str:
    """The IP address of a host written as a number, in any notation; "" if the host is a name."""
    with suppress(ValueError):
        return str(ipaddress.ip_address(host.strip("[]").partition("%")[0]))
    with suppress(OSError, UnicodeError):
        return socket.inet_ntoa(socket.inet_aton(host))  # 2130706433, 0x7f.1, 0177.0.0.1
    return ""
