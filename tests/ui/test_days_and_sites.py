"""Going beyond the day at hand: pages without a list, headlines a site does not have, sisters of another day."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from reader.edition.model import Clean
from reader.errors import NotPublished, ReaderError
from reader.folders import own_papers
from reader.newsstand.saved import Saved, open_path
from reader.newsstand.site import PaperSite
from reader.newsstand.stand import Stand
from reader.sources.connections import Connections
from reader.sources.folder import text
from reader.sources.http import FetchPolicy, HttpClient
from reader.typesetting.cells import widths
from reader.ui.journeys import Journeys
from reader.ui.spans import LineStyle, Marks
from reader.ui.view import View
from reader.words import ZH, Words
from tests.support.clients import close
from tests.support.newsprint import PAGE
from tests.support.press import MIDDLE_DAY, SAMPLES, publish
from tests.support.sessions import session
from tests.support.site import Site, always, reply


@pytest.fixture
def journeys(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Journeys:
    monkeypatch.setenv("BANMIAN_HOME", str(tmp_path))
    style = LineStyle(Words(ZH), widths(), Marks())
    return Journeys(session(tmp_path, Saved(text(b""))), style, lambda _: None)


@pytest.fixture
def site() -> Iterator[Site]:
    with Site() as site:
        publish(site)
        yield site


def opened(stand: Stand) -> View:
    *_, edition = stand.open()
    return View.opening(stand, edition)


def page(number: int, other: str) -> bytes:
    """A page of a site that lists no pages, and leads to another one."""
    text = (
        f"<html><head><title>石桥日报</title></head><body><div>第0{number}版：要闻</div>"
        f"<a href={other}>{'下一版' if number == 1 else '上一版'}</a>"
        f"<a href=content_{number}.htm><div id=mp1>桥通了之{number}</div></a></body></html>"
    )
    return reply(text.encode())


def test_on_a_site_without_a_list_of_pages_the_page_itself_leads_on(journeys: Journeys, site: Site) -> None:
    site.routes["/html/2026-05/12/node_1.htm"] = always(page(1, "node_2.htm"))
    site.routes["/html/2026-05/12/node_2.htm"] = always(page(2, "node_1.htm"))
    client = HttpClient(FetchPolicy(seconds=5, pause=0.001), Connections(proxies=dict))
    view = opened(PaperSite(site.url("/html/2026-05/12/node_1.htm"), client))
    assert view.step_page(1) is None

    found, message = journeys.turn_page(view, 1)

    close(client)
    assert (found.page.number, message) == ("02", "")
    before = found.step_page(-1)
    assert before
    assert before.page.number == "01"


def test_of_a_page_saved_alone_the_missing_one_is_named_and_no_site_is_asked(journeys: Journeys) -> None:
    with pytest.raises(NotPublished) as raised:
        journeys.turn_page(opened(Saved(text(PAGE.encode()))), 1)

    assert (raised.value.code, raised.value.facts) == ("no-page-at-hand", {"page": "下一版"})


def test_a_headline_that_the_sites_page_does_not_have_is_said_to_be_missing_there(
    journeys: Journeys, site: Site, tmp_path: Path
) -> None:
    row = f'qingshi = {{ name = "青石日报", url = "{site.url("/qsrb/html/%Y-%m/%d/node_1.htm")}" }}'
    own_papers().write_text(row, "utf-8")
    shutil.copy(MIDDLE_DAY[ZH] / "node_1.htm", tmp_path)
    *_, edition = Saved(open_path(tmp_path / "node_1.htm")).open()
    view = View.opening(Saved(text(b"")), edition)
    entry = replace(view.page.contents[0], headline=Clean("没有登过的一篇"))
    other = replace(view.page, contents=(entry, *view.page.contents[1:]))
    gone = replace(view, edition=replace(edition, pages=(other, *edition.pages[1:])))

    assert journeys.fetch(view)[1] == ""
    found, message = journeys.fetch(gone)
    assert (found.page.number, message) == ("001", "网站的这一版上没有找到这一篇")


def test_a_sister_paper_that_its_site_does_not_have_is_asked_for_once(journeys: Journeys, site: Site) -> None:
    client = HttpClient(FetchPolicy(seconds=5, pause=0.001), Connections(proxies=dict))
    view = opened(PaperSite(site.url("/qsrb/html/2026-05/12/node_1.htm"), client))
    site.routes.clear()

    with pytest.raises(NotPublished) as raised:
        journeys.sister(view, 0)

    close(client)
    assert raised.value.code == "not-published"
    assert site.asked()["/qsc/index.htm"] == 1


def test_another_day_is_found_by_a_headlines_address_where_nothing_else_tells_one(
    journeys: Journeys, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = "http://paper.example/html/2026-05"
    page = (
        "<title>无名报</title><div>第01版：要闻 2026年5月{}日 星期</div>"
        "<a href=content_1.htm><div id=mp1>桥通了</div></a>"
    )
    index = "<period><period_date>2026-05-11</period_date><front_page>node_7.htm</front_page></period>"
    saved = f"<!-- saved from url=(0044){folder}/12/node_1.htm -->" + page.format(12)
    with Site() as proxy:
        proxy.routes[f"{folder}/period.xml"] = always(reply(index.encode()))
        proxy.routes[f"{folder}/11/node_7.htm"] = always(reply(f"<html>{page.format(11)}</html>".encode()))
        monkeypatch.setenv("http_proxy", proxy.url(""))
        found, _ = journeys.step_day(opened(Saved(text(saved.encode()))), -1)

    assert found.day == ("无名报", "2026-05-11")


@pytest.mark.parametrize("url", ["http://[", "http:///%Y%m%d/node_1.htm"])
def test_a_row_of_ones_own_that_is_no_address_is_an_error_and_no_crash(journeys: Journeys, url: str) -> None:
    own_papers().write_text(f'broken = {{ name = "青石日报", url = "{url}" }}', "utf-8")
    view = opened(Saved(open_path(MIDDLE_DAY[ZH] / "node_1.htm")))

    with pytest.raises(ReaderError):
        journeys.step_day(view, -1)


def test_a_sister_paper_of_another_day_says_so(journeys: Journeys, tmp_path: Path) -> None:
    shutil.copytree(SAMPLES / "qsrb/html", tmp_path / "qsrb/html")
    shutil.copytree(SAMPLES / "qsc/html/2026-05/14", tmp_path / "qsc/html/2026-05/14")
    archive = open_path(tmp_path)
    assert archive
    stand = Saved(archive, "qsrb", target=str(tmp_path))
    newest = opened(stand)

    found, message = journeys.sister(newest, 0)
    assert (found.page.paper, message) == ("The Qingshi Courier", "")
    day_before, _ = journeys.step_day(newest, -1)
    found, message = journeys.sister(day_before, 0)
    assert message == "5月12日 无报，已到 5月14日"
    with pytest.raises(NotPublished, match="no-sister-named"):
        journeys.sister(opened(Saved(text("<h1>桥</h1><p>桥通了，桥通了。".encode()))), 0)
