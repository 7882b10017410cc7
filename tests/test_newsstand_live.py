from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from reader.edition.day import Edition
from reader.errors import NotPublished, Unreachable
from reader.newsstand.site import PaperSite
from reader.sources.connections import Connections
from reader.sources.http import FetchPolicy, HttpClient
from tests.support.clients import close
from tests.support.site import Site, always, reply

pytestmark = pytest.mark.usefixtures("read_once")

DAYS = "/rb/html/2026-05"
HEAD = "<html><head><title>石桥日报</title></head><body>"
LIST = "".join(f"<a id=pageLink href=node_{n}.htm>第0{n}版：版{n}</a>" for n in (1, 2))
TITLES = ("桥通了", "江水退了")


def page(number: int) -> str:
    items = "".join(
        f"<a href=content_{number}{i}.htm><div id=mp{i}>{t}</div></a>" for i, t in enumerate(TITLES)
    )
    return f"{HEAD}<div>第0{number}版：版{number}</div>{LIST}{items}</body></html>"


def article(title: str) -> str:
    """As some systems have it: the article names neither its paper nor its page."""
    body = f"<div id=ozoom><h1>{title}</h1><p>　　本报讯 {title}。</p></div>"
    return f"<html><head><title>{title}</title></head><body>{body}</body></html>"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("site")
    for day in ("11", "14"):
        place = root / f"{DAYS[1:]}/{day}"
        place.mkdir(parents=True)
        for number in (1, 2):
            (place / f"node_{number}.htm").write_text(page(number), "utf-8")
            for i, title in enumerate(TITLES):
                (place / f"content_{number}{i}.htm").write_text(article(title), "utf-8")
    (root / "rb/index.htm").write_text(
        '<html><META HTTP-EQUIV="REFRESH" CONTENT="0; URL=html/2026-05/14/node_1.htm"></html>', "utf-8"
    )
    periods = "".join(
        f"<period><period_date>2026-05-{d}</period_date><front_page>node_1.htm</front_page></period>"
        for d in (11, 14)
    )
    (root / f"{DAYS[1:]}/period.xml").write_text(
        f"<?xml version='1.0' encoding='utf-8'?><periodlist>{periods}</periodlist>", "utf-8"
    )
    return root


@pytest.fixture
def site(folder: Path) -> Iterator[Site]:
    with Site(folder) as site:
        yield site


@pytest.fixture
def client() -> Iterator[HttpClient]:
    client = HttpClient(FetchPolicy(seconds=5, pause=0.001), Connections(proxies=dict))
    yield client
    close(client)


def test_days_are_turned_over_from_one_form_of_addresses_to_the_other(
    site: Site, folder: Path, client: HttpClient
) -> None:
    old = folder / "old/html/2026-05/10"
    old.mkdir(parents=True)
    (old / "node_1.htm").write_text(page(1), "utf-8")

    def front_on(day: date) -> str:
        return site.url(
            day.strftime(("/rb" if day >= date(2026, 5, 11) else "/old") + "/html/%Y-%m/%d/node_1.htm")
        )

    live = PaperSite(front_on(date(2026, 5, 11)), client, front_on=front_on)
    here = read(live)
    before, skipped = live.neighbour_day(here, -1, date(2026, 5, 20))

    assert (before.opened.issued, skipped) == (date(2026, 5, 10), ())
    assert live.neighbour_day(before, 1, date(2026, 5, 20))[0].opened.issued == date(2026, 5, 11)
    assert live.edition_of(here, date(2026, 5, 10)).opened.issued == date(2026, 5, 10)
    assert live.edition_of(before, date(2026, 5, 14)).opened.issued == date(2026, 5, 14)


def opened(site: Site, client: HttpClient, path: str = "/rb/index.htm") -> PaperSite:
    return PaperSite(site.url(path), client)


def read(live: PaperSite) -> Edition:
    """The page that was asked for."""
    (edition,) = live.open()
    return edition


def test_opening_a_page_asks_for_that_page_alone(site: Site, client: HttpClient) -> None:
    (edition,) = opened(site, client).open()

    assert edition.opened.name == "版1"
    assert [entry.at_hand for entry in edition.opened.contents] == [False, False]
    assert list(site.asked()) == ["/rb/index.htm", f"{DAYS}/14/node_1.htm"]


def test_articles_and_pages_join_the_day_as_they_are_read(site: Site, client: HttpClient) -> None:
    live = opened(site, client)
    edition = read(live)
    first, second = edition.ahead(0, 0)

    assert (first, second) == (site.url(f"{DAYS}/14/content_11.htm"), site.url(f"{DAYS}/14/node_2.htm"))
    edition = live.fetch(first)
    assert edition.opened.opens_at == 1
    assert [entry.at_hand for entry in edition.opened.contents] == [False, True]
    assert edition.opened.paper == "石桥日报"
    edition = live.fetch(second, is_prefetch=True)
    assert [bool(page) for page in edition.pages] == [True, True]
    assert [link.number for link in edition.index] == ["01", "02"]


def test_a_page_is_asked_for_in_the_name_of_the_one_that_led_to_it(site: Site, client: HttpClient) -> None:
    live = opened(site, client)
    live.fetch(read(live).ahead(0, 0)[0])

    assert site.requests[-1].headers["referer"] == site.url(f"{DAYS}/14/node_1.htm")


def test_what_nobody_waits_for_yet_is_tried_once(site: Site, client: HttpClient) -> None:
    site.routes["/busy.htm"] = always(reply(b"", status="503 Busy"))
    live = opened(site, client)

    for tries, is_prefetch in ((1, True), (1 + 3, False)):
        with pytest.raises(Unreachable):
            live.fetch(site.url("/busy.htm"), is_prefetch=is_prefetch)
        assert site.asked()["/busy.htm"] == tries


def test_that_a_page_came_only_in_part_stands_in_its_report(site: Site, client: HttpClient) -> None:
    whole = page(1).encode()
    site.routes["/cut.htm"] = always(reply(whole, f"Content-Length: {len(whole) + 1}"))

    assert read(opened(site, client, "/cut.htm")).opened.report.notes == ("came-in-part",)


def test_what_is_at_hand_is_not_asked_for_again_unless_told_to(site: Site, client: HttpClient) -> None:
    live = opened(site, client)
    for _ in range(3):
        read(live)
        live.fetch(site.url(f"{DAYS}/14/node_1.htm"))
    assert site.asked().total() == 2

    live.fetch(site.url("/rb/index.htm"), again=True)

    assert site.asked().total() == 4


def test_an_article_opened_by_itself_finds_its_page_when_that_is_read(site: Site, client: HttpClient) -> None:
    live = opened(site, client, f"{DAYS}/14/content_10.htm")
    edition = read(live)
    assert edition.opened.contents[0].article

    edition = live.fetch(site.url(f"{DAYS}/14/node_1.htm"))

    assert len(edition.opened.contents) == 2


def test_the_next_day_with_a_paper_is_found_and_both_stay_apart(site: Site, client: HttpClient) -> None:
    live = opened(site, client, f"{DAYS}/11/node_2.htm")
    edition = read(live)

    later, skipped = live.neighbour_day(edition, 1, date(2026, 5, 20))

    assert skipped == (date(2026, 5, 12), date(2026, 5, 13))
    assert later.opened.issued == date(2026, 5, 14)
    assert live.fetch(site.url(f"{DAYS}/11/node_2.htm")).opened.issued == date(2026, 5, 11)
    with pytest.raises(NotPublished, match="no-later-day"):
        live.neighbour_day(later, 1, date(2026, 5, 20))
    assert site.asked()[f"{DAYS}/period.xml"] == 1, "the calendar of a paper is kept"


def test_an_article_that_is_gone_leaves_the_edition_as_it_was(site: Site, client: HttpClient) -> None:
    live = opened(site, client)
    read(live)

    with pytest.raises(NotPublished):
        live.fetch(site.url(f"{DAYS}/14/content_99.htm"))

    assert len(read(live).opened.contents) == 2
