"""Connections to the hosts that may be reached: what is connected to is exactly the address that was checked."""

import ssl
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from ipaddress import ip_address
from urllib.request import getproxies, proxy_bypass  # noqa: TID251 - only for the proxy settings

import httpx2
from msgspec import Struct

from reader import limits
from reader.errors import Offline, Unreachable
from reader.sources import addresses
from reader.sources.http_errors import broken, unconnected

_ADDRESSES_TRIED = 2


class Endpoint(Struct, frozen=True):
    """A host that may be connected to, and how."""

    host: str
    addresses: tuple[str, ...]
    """IP addresses; empty if a proxy resolves the name."""
    proxy: str = ""

    @property
    def is_loopback(self) -> bool:
        """Whether it is on this machine."""
        return bool(self.addresses) and all(ip_address(address).is_loopback for address in self.addresses)


@dataclass(eq=False)
class Connections:
    """Resolves and checks hosts, and keeps a pool of connections to each."""

    resolver: addresses.Resolver = addresses.look_up
    """Resolves host names."""
    proxies: Callable[[], dict[str, str]] = getproxies
    """Returns the proxies by scheme, by default from the environment."""
    _allowed: set[tuple[str, int]] = field(default_factory=set, init=False)
    _transports: dict[tuple[str, str, str], httpx2.AsyncHTTPTransport] = field(
        default_factory=dict, init=False
    )

    def allow_host(self, url: str) -> None:
        """Allow requests to a host in a private network, because the user typed its address.

        Raises:
            Unreachable: This is not an http(s) address.
        """
        target = http_url(url)
        self._allowed.add((target.raw_host.decode(), _port(target)))

    async def endpoint_of(self, url: httpx2.URL) -> Endpoint:
        """Resolve the host of an address, and of every redirect, refusing private networks unless the user typed it.

        Raises:
            Offline: The name cannot be resolved.
            Unreachable: It is in a private network.
        """
        host, port = url.raw_host.decode(), _port(url)
        is_allowed = (host, port) in self._allowed
        proxies = self.proxies()
        proxy = proxies.get(url.scheme) or proxies.get("all", "")
        spelled = addresses.literal(host)
        if proxy and not proxy_bypass(host):
            is_named_local = host.rstrip(".").endswith("localhost")
            is_local = is_named_local or (spelled and not addresses.is_public(spelled))
            if is_local and not is_allowed:
                raise Unreachable("private-address", name=host)
            return Endpoint(host, (), proxy if "://" in proxy else f"http://{proxy}")
        try:
            found = (spelled,) if spelled else await addresses.resolve(self.resolver, host)
        except (OSError, UnicodeError) as error:
            raise Offline("offline", name=host) from error
        allowed = tuple(address for address in found if is_allowed or addresses.is_public(address))
        if not allowed:
            raise Unreachable("private-address", name=host)
        return Endpoint(host, allowed[:_ADDRESSES_TRIED])

    async def get(self, url: httpx2.URL, endpoint: Endpoint, headers: dict[str, str]) -> httpx2.Response:
        """Send a GET request to an endpoint; returns the response with its body unread.

        Raises:
            RetryLater: The connection failed or broke; a retry may help.
            Unreachable: There is no way to connect.
        """
        failure: httpx2.TransportError | None = None
        timeout = {"connect": limits.CONNECT_SECONDS, "read": None, "write": None, "pool": None}
        extensions = {"sni_hostname": endpoint.host, "timeout": timeout}
        for target in [url.copy_with(host=address) for address in endpoint.addresses] or [url]:
            request = httpx2.Request("GET", target, headers=headers, extensions=extensions)
            try:
                return await self._transport(url, endpoint).handle_async_request(request)
            except (httpx2.ConnectError, httpx2.ConnectTimeout) as error:
                failure = error
            except httpx2.TransportError as error:
                raise broken(url, error) from error
        assert failure  # noqa: S101 - there is at least one target
        raise unconnected(url, failure) from failure

    def _transport(self, url: httpx2.URL, endpoint: Endpoint) -> httpx2.AsyncHTTPTransport:
        """A connection pool per host: two names at one address never share a verified connection."""
        key = (url.scheme, endpoint.host, endpoint.proxy)
        if key not in self._transports:
            # Loading the CA certificates takes as long as fetching a page; without them no host is trusted.
            is_secure = url.scheme == "https"
            context = httpx2.create_ssl_context() if is_secure else ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
            try:
                transport = httpx2.AsyncHTTPTransport(verify=context, proxy=endpoint.proxy or None)
            except (ValueError, ImportError, httpx2.InvalidURL) as error:  # SOCKS needs an extra package
                raise Unreachable("bad-proxy", name=endpoint.proxy.rpartition("@")[2]) from error
            self._transports[key] = transport
        return self._transports[key]


def http_url(url: str) -> httpx2.URL:
    """Parse an http(s) address, dropping userinfo and fragment.

    Raises:
        Unreachable: It is not an http(s) address.
    """
    with suppress(httpx2.InvalidURL, ValueError, TypeError):
        found = httpx2.URL(url).copy_with(userinfo=b"", fragment=None)
        if found.scheme in ("http", "https") and found.host and _port(found) in range(65536):
            return found
    raise Unreachable("bad-address", name=url[:200])


def _port(url: httpx2.URL) -> int:
    return url.port or (443 if url.scheme == "https" else 80)
