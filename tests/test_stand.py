"""What can be asked of a paper while it is read: a day, many days in a folder, a site."""

import shutil
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from reader.edition.day import Edition
from reader.edition.model import Clean, SisterPaper
from reader.errors import NotPublished
from reader.newsstand.saved import Saved, open_path
from reader.newsstand.site import PaperSite
from reader.newsstand.stand import Stand
from reader.parsing.clean import clean
from reader.sources.connections import Connections
from reader.sources.folder import text
from reader.sources.http import FetchPolicy, HttpClient
from tests.support.clients import close
from tests.support.newsprint import PAGE
from tests.support.press import DAY, SAMPLES, publish
from tests.support.site import Site, always, reply

pytestmark = pytest.mark.usefixtures("read_once")

TODAY = date(2026, 5, 20)
QSC = SisterPaper(name=Clean("The Qingshi Courier"), url=Clean("http://epaper.example/qsc/index.htm"))


def day(number: int) -> date:
    return date(2026, 5, number)


def at(edition: Edition) -> tuple[str, int]:
    issued = edition.opened.issued
    return edition.opened.paper, issued.day if issued else 0


@pytest.fixture
def archive() -> Saved:
    found = open_path(SAMPLES)
    return Saved(found, target=str(SAMPLES))


@pytest.fixture
def newest(archive: Saved) -> Edition:
    *_, edition = archive.open()
    return edition


@pytest.mark.parametrize(
    ("ask", "code"),
    [
        (lambda stand, edition: stand.fetch("http://paper.example/"), "not-at-hand"),
        (lambda stand, edition: stand.neighbour_day(edition, 1, TODAY), "only-one-day"),
        (lambda stand, edition: stand.edition_of(edition, day(12)), "only-one-day"),
        (lambda stand, edition: stand.sister(edition, QSC), "no-sister"),
    ],
)
def test_of_a_single_day_nothing_else_can_be_had(ask: Callable[[Stand, Edition], object], code: str) -> None:
    stand = Saved(text(PAGE.encode()))
    *_, edition = stand.open()

    with pytest.raises(NotPublished) as raised:
        ask(stand, edition)

    assert raised.value.code == code
    assert stand.month(edition, day(1)) == frozenset({date(2031, 11, 8)})
    assert stand.target(edition, 0) == ""


def test_days_of_a_folder(archive: Saved, newest: Edition) -> None:
    earlier, skipped = archive.neighbour_day(newest, -1, TODAY)

    assert (at(newest), at(earlier), skipped) == (("青石日报", 14), ("青石日报", 12), (day(13),))
    assert archive.month(newest, day(1)) == frozenset({day(11), day(12), day(14)})
    assert at(archive.edition_of(newest, day(11))) == ("青石日报", 11)
    with pytest.raises(NotPublished, match="no-later-day"):
        archive.neighbour_day(newest, 1, TODAY)
    with pytest.raises(NotPublished, match="no-day-here"):
        archive.edition_of(newest, day(13))


def test_the_sister_paper_is_the_one_named_beside_this_one(archive: Saved, newest: Edition) -> None:
    """The folder holds the same paper in other dialects, too; those are no sisters."""
    sister = archive.sister(newest, QSC)

    assert at(sister) == ("The Qingshi Courier", 14)
    assert at(archive.sister(sister, None)) == ("青石日报", 14)
    below = SisterPaper(name=Clean("青石"), url=Clean("http://epaper.example/qsc/qsrb/index.htm"))
    assert at(archive.sister(sister, below)) == ("青石日报", 14), "though its address names this paper too"
    oldest = archive.edition_of(newest, day(11))
    assert at(archive.sister(oldest, None)) == ("The Qingshi Courier", 11)


def test_of_several_papers_a_sister_is_known_by_the_folder_that_its_address_names(tmp_path: Path) -> None:
    for paper, folder in (("qsrb", "qsrb"), ("qsc", "qsc"), ("qsc", "zuihou")):
        shutil.copytree(SAMPLES / paper / "html/2026-05/12", tmp_path / folder / "2026-05/12")
    archive = Saved(open_path(tmp_path), "qsrb")
    *_, edition = archive.open()

    assert archive.paper(archive.sister(edition, QSC)) == "qsc"
    assert archive.paper(archive.sister(edition, None)) == "zuihou", "without a name it is the next"


def test_of_a_day_that_the_sister_paper_has_not_its_nearest_is_opened(tmp_path: Path) -> None:
    shutil.copytree(SAMPLES / "qsrb", tmp_path / "qsrb")
    for number in (12, 14):
        folder = f"qsc/html/2026-05/{number}"
        shutil.copytree(SAMPLES / folder, tmp_path / folder)
    found = open_path(tmp_path)
    assert found
    archive = Saved(found, "qsrb", day(11), target=str(tmp_path))
    *_, oldest = archive.open()

    assert at(oldest) == ("青石日报", 11)
    assert at(archive.sister(oldest, None)) == ("The Qingshi Courier", 12)


def test_a_folder_is_opened_again_whole_at_its_paper(archive: Saved, newest: Edition) -> None:
    sister = archive.sister(newest, QSC)

    assert (archive.target(newest, 0), archive.paper(newest)) == (str(SAMPLES), "qsrb")
    assert (archive.target(sister, 0), archive.paper(sister)) == (str(SAMPLES), "qsc")


@pytest.fixture
def site() -> Iterator[Site]:
    with Site() as site:
        publish(site)
        yield site


@pytest.fixture
def client() -> Iterator[HttpClient]:
    client = HttpClient(FetchPolicy(seconds=5, pause=0.001), Connections(proxies=dict))
    yield client
    close(client)


def test_days_and_papers_of_a_site(site: Site, client: HttpClient) -> None:
    stand = PaperSite(site.url("/qsrb/index.htm"), client)
    (edition,) = stand.open()
    earlier, skipped = stand.neighbour_day(edition, -1, TODAY)
    paper = edition.opened.sister_papers[0]

    assert (at(edition), at(earlier), skipped) == (("青石日报", 14), ("青石日报", 12), (day(13),))
    assert stand.month(edition, day(1)) == frozenset({day(11), day(12), day(14)})
    assert at(stand.edition_of(edition, day(11))) == ("青石日报", 11)
    sister = stand.sister(edition, paper)
    assert at(sister) == ("The Qingshi Courier", 14)
    assert at(stand.edition_of(sister, day(11))) == ("The Qingshi Courier", 11)
    assert stand.target(edition, 1) == site.url(f"{DAY}/14/node_2.htm")
    with pytest.raises(NotPublished, match="no-sister"):
        stand.sister(edition, SisterPaper(name=Clean("无名报")))


def test_an_address_without_a_day_has_no_days(site: Site, client: HttpClient) -> None:
    site.routes["/node_1.htm"] = site.routes[f"{DAY}/14/node_1.htm"]
    stand = PaperSite(site.url("/node_1.htm"), client)
    (edition,) = stand.open()

    assert stand.month(edition, day(1)) is None
    for ask in (lambda: stand.neighbour_day(edition, 1, TODAY), lambda: stand.edition_of(edition, day(12))):
        with pytest.raises(NotPublished, match="no-days"):
            ask()


def test_a_row_that_fails_is_told_with_the_error(client: HttpClient, site: Site) -> None:
    row = {"paper": "shiqiao", "url": site.url("/gone.htm")}
    stand = PaperSite(site.url("/gone.htm"), client, row=row)

    with pytest.raises(NotPublished) as raised:
        list(stand.open())

    assert raised.value.tried == row


def test_the_raw_text_is_that_of_the_article_and_safe_to_draw(tmp_path: Path) -> None:
    (tmp_path / "node_1.htm").write_text("<p>第01版：要闻<a href=content_1.htm>水车停了</a>", "utf-8")
    (tmp_path / "content_1.htm").write_text("<h1>水车停了</h1><p>石桥镇的水车昨天停了。\x1b]2;x\x07", "utf-8")
    stand = Saved(open_path(tmp_path / "node_1.htm"))
    *_, edition = stand.open()

    article = stand.raw(edition, 0, "content_1.htm")
    page = stand.raw(edition, 0, "content_9.htm")

    assert article.startswith("<h1>水车停了</h1>")
    assert "\x1b" not in article
    assert "第01版" in page


def test_the_raw_text_on_a_site_is_that_of_the_article_else_of_the_page(
    site: Site, client: HttpClient
) -> None:
    stand = PaperSite(site.url(f"{DAY}/14/node_1.htm"), client)
    (edition,) = stand.open()

    for href in (edition.opened.contents[0].href, ""):
        stand.raw(edition, 0, href)
        assert site.requests[-1].path == f"{DAY}/14/{href or 'node_1.htm'}"


def test_the_raw_text_is_in_the_encoding_asked_for(tmp_path: Path, site: Site, client: HttpClient) -> None:
    """Also where another encoding fits better: the reader wants to see what it looks like in this one."""
    text = "<p>第01版：要闻<p>石桥镇的水车昨天停了。"
    (tmp_path / "node_1.htm").write_bytes(text.encode("gb18030"))
    site.routes["/html/2026-05/12/node_1.htm"] = always(reply(text.encode("gb18030")))
    stands: list[Stand] = [
        Saved(open_path(tmp_path / "node_1.htm"), encoding="big5"),
        PaperSite(site.url("/html/2026-05/12/node_1.htm"), client, encoding="big5"),
    ]

    for stand in stands:
        *_, edition = stand.open()
        assert stand.raw(edition, 0, "") == clean(text.encode("gb18030").decode("big5hkscs", "replace"))
