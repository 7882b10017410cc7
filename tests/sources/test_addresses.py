import socket
from collections.abc import Iterator

import pytest

from reader.errors import ReaderError, Unreachable
from reader.sources import addresses
from reader.sources.connections import Connections
from reader.sources.http import FetchPolicy, HttpClient
from tests.support.clients import close
from tests.support.faults import PAGE
from tests.support.site import Site, always, reply

NAMES = {
    "inside.example": ["127.0.0.1"],
    "rebinding.example": ["127.0.0.1", "::1"],
    "intranet.example": ["10.0.0.7"],
    "cloud.example": ["169.254.169.254"],
    "six.example": ["fd00::1"],
}
SPELLED = """
127.0.0.1 127.1 127.0.1 127.255.255.254 2130706433 0x7f000001 0x7f.0.0.1 0x7f.1 0177.0.0.1 017700000001 0177.1
0 0.0.0.0 0x0 00 10.0.0.1 10.255.255.255 0xa.1 012.0.0.1 172.16.0.1 172.31.255.255 192.168.0.1 192.168.1 3232235521
169.254.169.254 2852039166 100.64.0.1 100.127.255.255 224.0.0.1 255.255.255.255 192.0.2.1 198.18.0.1 240.0.0.1
[::1] [::] [::ffff:127.0.0.1] [::ffff:7f00:1] [::ffff:10.0.0.1] [fc00::1] [fd12::1] [fe80::1] [ff02::1]
[64:ff9b::7f00:1] [2002:7f00:1::] [2001:db8::1] [0:0:0:0:0:0:0:1] 127。0。0。1 localhost localhost. LOCALHOST
inside.example rebinding.example intranet.example cloud.example six.example
"""
SPELLINGS = tuple(SPELLED.split())


def names(host: str) -> list[str]:
    """What a name server that an attacker holds would say, and the system's own for the rest."""
    if host.lower().rstrip(".") == "localhost":
        return ["::1", "127.0.0.1"]
    if host in NAMES:
        return NAMES[host]
    raise OSError(host)


@pytest.fixture(scope="module")
def trap() -> Iterator[Site]:
    with Site(routes={"/": always(reply(PAGE))}) as site:
        yield site


def test_there_are_forty_spellings_and_more() -> None:
    assert len(set(SPELLINGS)) >= 40


@pytest.mark.parametrize("proxies", [{}, {"http": "http://127.0.0.1:9"}], ids=["direct", "proxy"])
def test_no_spelling_of_a_private_address_is_connected_to(trap: Site, proxies: dict[str, str]) -> None:
    client = HttpClient(
        FetchPolicy(seconds=3, pause=0.001, spacing=(0, 0)), Connections(names, lambda: proxies)
    )
    spellings = SPELLINGS if not proxies else [s for s in SPELLINGS if not s.endswith(".example")]

    for spelling in spellings:
        with pytest.raises(Unreachable) as caught:
            client.begin(f"http://{spelling}:{trap.port}/").result(5)
        assert caught.value.code in ("private-address", "bad-address"), spelling

    assert trap.requests == []
    close(client)


def test_every_hop_is_looked_at(trap: Site) -> None:
    with Site() as site:
        site.routes = {
            f"/{i}": always(reply(b"", f"Location: http://{spelling}:{trap.port}/", status="302 Found"))
            for i, spelling in enumerate(SPELLINGS)
            if spelling.isascii()
        }
        refresh = f'<html><meta http-equiv=refresh content="0;url=http://127.0.0.1:{trap.port}/"></html>'
        site.routes["/refresh"] = always(reply(refresh.encode()))
        client = HttpClient(FetchPolicy(seconds=3, pause=0.001), Connections(names, dict))
        client.connections.allow_host(site.url())

        for path in site.routes:
            with pytest.raises(ReaderError) as caught:
                client.begin(site.url(path)).result(5)
            assert caught.value.code in ("private-address", "bad-address"), path

        assert trap.requests == []
        close(client)


def test_a_typed_host_may_be_private_and_its_other_ports_may_not(trap: Site) -> None:
    client = HttpClient(FetchPolicy(seconds=3, pause=0.001), Connections(names, dict))
    client.connections.allow_host(f"http://inside.example:{trap.port}/any/page.htm")

    fetched = client.begin(f"http://inside.example:{trap.port}/").result(5)
    with pytest.raises(Unreachable, match="private-address"):
        client.begin("http://inside.example/").result(5)

    assert fetched.data == PAGE
    trap.requests.clear()
    close(client)


def test_public_addresses_are_public() -> None:
    for address in ("93.184.216.34", "2606:4700::1111", "::ffff:93.184.216.34", "64:ff9b::5db8:d822"):
        assert addresses.is_public(address), address


def test_a_name_is_not_a_number() -> None:
    for host in ("paper.example", "1.example", "x", "", "1.2.3.4.5", "0xg.1"):
        assert addresses.literal(host) == ""
    assert addresses.literal("[::1]") == "::1"
    assert addresses.literal("0x7f.1") == socket.inet_ntoa(b"\x7f\0\0\1")
