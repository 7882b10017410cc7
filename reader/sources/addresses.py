"""Which machines may be reached: a page must not lead the reader's program into the reader's own network."""

import asyncio
import ipaddress
import socket
import threading
from collections.abc import Callable, Sequence

Resolver = Callable[[str], Sequence[str]]
"""Gives the numeric addresses of a host's name, blocking; raises OSError if there are none."""

_NAT64 = ipaddress.ip_network("64:ff9b::/96")


def look_up(host: str) -> Sequence[str]:
    """The numeric addresses of a host's name, in the system's order."""
    found = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


async def resolve(resolver: Resolver, host: str) -> Sequence[str]:
    """Look a name up without stopping the loop, nor holding up the program's end.

    Raises:
        OSError: The name has no address, or no name can be looked up.
    """
    loop = asyncio.get_running_loop()
    done: asyncio.Future[Sequence[str]] = loop.create_future()

    def settle(found: Sequence[str], error: OSError | None) -> None:
        if not done.done():
            done.set_exception(error) if error else done.set_result(found)

    def work() -> None:
        found: Sequence[str] = ()
        failure: OSError | None = None
        try:
            found = tuple(resolver(host))
        except (OSError, UnicodeError) as error:  # an over-long label fails to encode
            failure = error if isinstance(error, OSError) else OSError(str(error))
        if not loop.is_closed():
            loop.call_soon_threadsafe(settle, found, failure)

    # A thread of the loop's own pool would be waited for when the program ends; a dead name server takes long.
    threading.Thread(target=work, daemon=True).start()
    return await done


def is_public(address: str) -> bool:
    """Whether a numeric address lies in the public network, whatever it is wrapped in.

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


def is_loopback(address: str) -> bool:
    """Whether a numeric address is this machine itself."""
    try:
        return ipaddress.ip_address(address).is_loopback
    except ValueError:
        return False


def literal(host: str) -> str:
    """The numeric address that a host spells without any name, in whatever notation; "" if it is a name."""
    try:
        return str(ipaddress.ip_address(host.strip("[]").partition("%")[0]))
    except ValueError:
        pass
    try:
        return socket.inet_ntoa(socket.inet_aton(host))  # 2130706433, 0x7f.1, 0177.0.0.1
    except (OSError, UnicodeError):
        return ""
