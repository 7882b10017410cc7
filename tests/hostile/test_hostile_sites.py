"""A site whose answers are made of hostile pieces: each is a document, days of its own, or an error of ours."""

import random
import time
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest

from reader.errors import ReaderError
from reader.newsstand.reading import read_document
from reader.sources.connections import Connections
from reader.sources.days import AddressPattern, PublishedDays
from reader.sources.http import HttpClient
from reader.words import EN, ZH, Words
from tests.hostile.generated import generated
from tests.hostile.payloads import PAYLOADS
from tests.hostile.strings import unclean
from tests.sources.test_http import QUICK, no_names
from tests.support.clients import close
from tests.support.oracle import offences
from tests.support.site import Site, always, reply
from tests.support.tally import Tally

FOLDER = "/rb/html/2026-05/"
OF_CALENDARS = (
    "<period>", "</period>", "<date>", "</date>", "<period_date>", "</period_date>", "<url>", "</url>", "<front_page>",
    "</front_page>", "<date>2026-05-12</date><url>12/node_1.htm</url>", "2026-05-11", "2026-05-99", "0000-00-00",
    "9999-12-31", "9" * 5_000, "../2026-05/11/node_9.htm", "//elsewhere.example/x.htm", "http://elsewhere.example/x.htm",
    "http://[", "javascript:alert(1)", "file:///etc/passwd", "<!--", "-->", "<![CDATA[", "]]>", "<?xml", "&a;",
    "<!DOCTYPE a [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>", *PAYLOADS.values(),
)  # fmt: skip
OF_NOTICES = (
    "页面不存在", "访问过于频繁", "请先登录", "当日休刊", "请输入验证码", "校园网上网认证", "<title>404 Not Found</title>",
    "<div id=ozoom>", "<script>location.href='", "'</script>", "<meta http-equiv=refresh content='0;url=", "'>", "<p>",
    "您的访问被拦截", "acw_sc__v2", '{"code": 404}', *PAYLOADS.values(),
)  # fmt: skip
STATUSES = (
    "200 OK",
    "302 Found",
    "403 Forbidden",
    "404 Not Found",
    "429 Slowly",
    "500 Broken",
    "503 Busy",
    "999 \x1b]0;",
)
HEADERS = ("Location", "Retry-After", "Content-Type", "Content-Encoding", "Refresh", "Set-Cookie", "Date")
QUICKLY = 2.0
"""Seconds in which an answer of a few kilobytes is read, on a machine that has other things to do."""


@pytest.fixture
def site() -> Iterator[Site]:
    with Site() as site:
        yield site


@pytest.fixture
def client(site: Site) -> Iterator[HttpClient]:
    client = HttpClient(QUICK, Connections(no_names, dict))
    client.connections.allow_host(site.url())
    yield client
    close(client)


def made_of(pieces: tuple[str, ...], chance: random.Random) -> bytes:
    return "".join(chance.choices(pieces, k=chance.randint(3, 120))).encode()


def check_days(site: Site, client: HttpClient) -> None:
    """The days that a site lists are of its own, and of the month asked for."""
    pattern = AddressPattern.of(site.url(f"{FOLDER}12/node_1.htm"))
    assert pattern
    days = PublishedDays(client.fetch, pattern).month(2026, 5) or {}
    for day, address in days.items():
        assert (day.year, day.month) == (2026, 5)
        assert urlsplit(address).netloc == urlsplit(site.url()).netloc
    for address in list(days.values())[:2]:
        check_answer(client, address)


def odd_headers(chance: random.Random) -> list[str]:
    payloads = [payload for payload in PAYLOADS.values() if not {*"\r\n"} & {*payload}]
    names = chance.sample(HEADERS, chance.randint(0, 3))
    return [
        f"{name}: {chance.choice((*payloads, '/', 'gzip', '9' * 40, 'text/html; charset=gbk'))}"
        for name in names
    ]


def check_answer(client: HttpClient, address: str) -> bool:
    """What an answer becomes is a page of clean strings or an error of ours; whether it is a page."""
    told: list[tuple[str, str]] = []
    try:
        assert unclean(read_document(client.fetch(address)).page) == []
    except ReaderError as error:
        told = [Words(language).error(error) for language in (ZH, EN)]
    assert all(line and not offences(line.encode()) for lines in told for line in lines)
    return not told


@pytest.mark.slow
@pytest.mark.net
@pytest.mark.parametrize("part", range(10))
def test_a_calendar_made_of_hostile_pieces_lists_days_of_its_site_or_none(
    part: int, site: Site, client: HttpClient, chance: random.Random, tally: Tally
) -> None:
    for _ in range(50):
        for name in ("period.xml", "navi.xml"):
            site.routes[FOLDER + name] = always(reply(made_of(OF_CALENDARS, chance)))
        began = time.process_time()
        check_days(site, client)
        tally("hostile calendars")
        tally("seconds for a calendar, at most", time.process_time() - began, most=True)
        assert time.process_time() - began < QUICKLY


@pytest.mark.slow
@pytest.mark.net
@pytest.mark.parametrize("part", range(10))
def test_an_answer_made_of_hostile_pieces_is_a_page_or_an_error_of_ours(
    part: int, site: Site, client: HttpClient, chance: random.Random, tally: Tally
) -> None:
    for _ in range(50):
        body = made_of(OF_NOTICES, chance) if chance.random() < 0.7 else generated(chance).data
        status = chance.choice(STATUSES) if chance.random() < 0.5 else "200 OK"
        site.routes["/"] = always(reply(body, *odd_headers(chance), status=status))
        began = time.process_time()
        is_page = check_answer(client, site.url("/"))
        tally("hostile notices and answers")
        tally("of them pages", is_page)
        assert time.process_time() - began < QUICKLY
