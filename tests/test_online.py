"""Where a saved page's site is: the page says it, or the registry does for its paper and day."""

import os
from datetime import date
from pathlib import Path

import pytest

from reader.edition.model import Clean, Page
from reader.errors import NotPublished, Unreachable
from reader.folders import own_papers
from reader.newsstand.online import Online
from reader.newsstand.saved import Saved, open_path
from reader.newsstand.site import PaperSite
from reader.ui.view import View
from tests.support.site import Site

PAGE = Page(paper=Clean("石桥日报"), issued=date(2026, 5, 12), number=Clean("003"))
TOLD = "http://paper.example/html/2026-05/12/node_3.htm"


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("BANMIAN_HOME", str(tmp_path))
    row = 'shiqiao = { name = "石桥日报", url = "http://shiqiao.example/%Y-%m/%d/node_01.htm" }'
    own_papers().write_text(row, "utf-8")
    return tmp_path


def test_the_address_a_page_tells_comes_first_then_the_papers_row_for_its_day_and_number() -> None:
    online = Online()

    assert online.address(PAGE, TOLD) == TOLD
    assert online.address(PAGE) == "http://shiqiao.example/2026-05/12/node_03.htm"
    assert isinstance(online.stand(PAGE), PaperSite)
    assert isinstance(online.stand(PAGE, TOLD), PaperSite)


@pytest.mark.parametrize(
    "page",
    [
        Page(),
        Page(paper=Clean("石桥日报")),
        Page(issued=PAGE.issued),
        Page(paper=Clean("无名报"), issued=PAGE.issued),
    ],
)
def test_without_a_row_or_a_day_nobody_knows(page: Page) -> None:
    assert Online().address(page) == ""
    assert Online().stand(page) is None


def test_a_registry_that_cannot_be_read_leaves_the_programs_own(home: Path) -> None:
    own_papers().write_text("shiqiao = ", "utf-8")
    page = Page(paper=Clean("人民日报"), issued=date(2026, 5, 12), number=Clean("02"))

    assert Online().address(page) == "http://paper.people.com.cn/rmrb/pc/layout/202605/12/node_02.html"


def test_an_address_that_a_page_tells_never_leads_into_a_private_network() -> None:
    with Site() as site:
        stand = Online().stand(PAGE, site.url("/node_3.htm"))
        assert stand
        with pytest.raises(Unreachable) as refused:
            list(stand.open())

    assert refused.value.code == "private-address"
    assert site.requests == []


def test_the_site_of_a_saved_page_is_opened_at_its_number() -> None:
    with Site() as site:
        row = f'shiqiao = {{ name = "石桥日报", url = "{site.url("/%Y-%m/%d/node_01.htm")}" }}'
        own_papers().write_text(row, "utf-8")
        stand = Online().stand(PAGE)
        assert stand
        with pytest.raises(NotPublished):
            list(stand.open())

        assert list(site.asked()) == ["/2026-05/12/node_03.htm"]


@pytest.mark.skipif("BANMIAN_CORPUS" not in os.environ, reason="BANMIAN_CORPUS names no folder of real pages")
@pytest.mark.parametrize("name", ["reference/reference_page.txt", "real_pages/kjrb-2023-02-10-01/node_2.htm"])
def test_every_dead_headline_of_a_real_page_can_be_asked_of_its_site(name: str) -> None:
    source = open_path(Path(os.environ.get("BANMIAN_CORPUS", ""), name))
    *_, edition = Saved(source).open()
    view = View.opening(Saved(source), edition)
    views = [view.turn_article(entry.headline) for entry in view.page.contents]
    dead = [view for view in views if not view.at_hand]

    assert len(dead) == 5
    assert all(Online().address(view.page, view.missing_url).startswith("http") for view in dead)
