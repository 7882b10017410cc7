"""Where the picture of a page comes from: beside a saved page, or through the door that pages come through."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.edition.day import Edition
from reader.errors import ReaderError, SourceError
from reader.newsstand.saved import Saved, open_path
from reader.newsstand.site import PaperSite
from reader.newsstand.stand import Stand
from reader.sources.connections import Connections
from reader.sources.folder import text
from reader.sources.http import FetchPolicy, HttpClient
from tests.support.clients import close
from tests.support.faults import endless
from tests.support.site import Request, Site, always, reply
from tools.samples.raster import Raster

PNG = Raster((4, 3), "#a3231a").png()
PAGE = (
    "<html><head><title>石桥日报</title></head><body><div>第01版：要闻</div>"
    '<img src="{src}" usemap=#pagepicmap width=350 height=500>'
    "<map name=pagepicmap><area coords='1,2,9,2,9,9' href=content_1.htm></map>"
    "<a href=content_1.htm><div id=mp1>桥通了</div></a></body></html>"
)
STORY = (
    "<html><head><title>桥通了</title></head><body><div>第01版：要闻</div><div id=ozoom><h1>桥通了</h1>"
    '<p><img src="{src}"></p><p>　　本报讯 桥通了，两岸的人走过去。</p></div></body></html>'
)


def opened(stand: Stand) -> tuple[Stand, Edition]:
    *_, edition = stand.open()
    return stand, edition


def saved(folder: Path, src: str) -> tuple[Stand, Edition]:
    """A page in a folder below, with a picture of that address."""
    (folder / "day").mkdir(exist_ok=True)
    (folder / "day/node_1.htm").write_text(PAGE.format(src=src), "utf-8")
    return opened(Saved(open_path(folder / "day/node_1.htm")))


@pytest.mark.parametrize(
    ("src", "file"),
    [
        ("b.png", "b.png"),
        ("pic/版%20面.png", "pic/版 面.png"),
        ("../../../images/b.png", "node_1_files/b.png"),
        ("http://paper.example/images/b.png", "node_1.files/b.png"),
        ("/images/b.png", "b.png"),
        ("b.svg", "b.png"),
    ],
)
def test_a_picture_is_found_beside_its_page_or_where_browsers_put_it(
    tmp_path: Path, src: str, file: str
) -> None:
    stand, edition = saved(tmp_path, src)
    place = tmp_path / "day" / file
    place.parent.mkdir(exist_ok=True)
    place.write_bytes(PNG)

    assert stand.picture(edition, 0, src).data == PNG
    if not src.endswith(".svg"):
        assert stand.where(edition, 0, src) == os.path.realpath(place)


@pytest.mark.parametrize(
    "src", ["../b.png", "..%2fb.png", "link.png", "..", "b.png/", "gone.png", "x" * 5000, "%00.png"]
)
def test_no_picture_is_read_from_outside_the_folder(tmp_path: Path, src: str) -> None:
    stand, edition = saved(tmp_path, "a.png")
    (tmp_path / "b.png").write_bytes(PNG)
    (tmp_path / "day/link.png").symlink_to(tmp_path / "b.png")

    assert stand.where(edition, 0, src) == ""
    with pytest.raises(SourceError, match="picture-not-here"):
        stand.picture(edition, 0, src)


def test_the_picture_of_an_article_lies_beside_the_article(tmp_path: Path) -> None:
    (tmp_path / "text/pic").mkdir(parents=True)
    (tmp_path / "node_1.htm").write_text(
        PAGE.replace("content_1", "text/content_1").format(src="a.png"), "utf-8"
    )
    (tmp_path / "text/content_1.htm").write_text(STORY.format(src="pic/b.png"), "utf-8")
    (tmp_path / "text/pic/b.png").write_bytes(PNG)
    stand, edition = opened(Saved(open_path(tmp_path / "node_1.htm")))
    (headline,) = edition.opened.contents

    assert stand.picture(edition, 0, "pic/b.png", headline.href).data == PNG


def test_where_the_page_itself_is_and_what_it_only_links_to(tmp_path: Path) -> None:
    stand, edition = saved(tmp_path, "b.png")

    assert stand.where(edition, 0) == os.path.realpath(tmp_path / "day/node_1.htm")
    assert stand.where(edition, 0, "b.pdf") == ""


def test_a_text_without_a_file_has_no_pictures_not_even_in_the_folder_one_is_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "b.png").write_bytes(PNG)
    monkeypatch.chdir(tmp_path)
    stand, edition = opened(Saved(text(PAGE.format(src="b.png").encode())))

    assert stand.where(edition, 0) == stand.where(edition, 0, "b.png") == ""
    with pytest.raises(SourceError, match="picture-not-here"):
        stand.picture(edition, 0, "b.png")


# A site


@pytest.fixture
def site() -> Iterator[Site]:
    with Site() as site:
        site.routes["/day/node_1.htm"] = always(reply(PAGE.format(src="../pic/b.png").encode()))
        yield site


@pytest.fixture
def live(site: Site) -> Iterator[tuple[Stand, Edition]]:
    policy = FetchPolicy(seconds=5, pause=0.001, spacing=(0, 0))
    client = HttpClient(policy, Connections(proxies=dict))
    yield opened(PaperSite(site.url("/day/node_1.htm"), client))
    close(client)


def refusal(live: tuple[Stand, Edition], src: str) -> str:
    stand, edition = live
    with pytest.raises(ReaderError) as caught:
        stand.picture(edition, 0, src)
    return caught.value.code


def test_a_site_sends_its_picture_to_who_comes_from_its_page(site: Site, live: tuple[Stand, Edition]) -> None:
    asked: list[Request] = []

    def send(request: Request) -> bytes:
        asked.append(request)
        return reply(PNG, kind="image/png")

    site.routes["/pic/b.png"] = send
    stand, edition = live
    address = site.url("/pic/b.png")

    assert stand.where(edition, 0, "../pic/b.png") == address
    assert stand.picture(edition, 0, "../pic/b.png").data == PNG
    assert [request.headers["referer"] for request in asked] == [site.url("/day/node_1.htm")]


def test_the_picture_of_an_article_is_asked_for_beside_the_article(
    live: tuple[Stand, Edition], site: Site
) -> None:
    stand, edition = live

    assert stand.where(edition, 0, "pic/b.png", "../text/content_1.htm") == site.url("/text/pic/b.png")


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        (reply(b"<html><body>404 Not Found</body></html>", status="404 Not Found"), "not-published"),
        (reply(STORY.encode()), "no-picture-there"),
        (reply(b"%PDF-1.7"), "no-picture-there"),
        (reply(b""), "empty-answer"),
        (reply(b"", status="403 Forbidden"), "forbidden"),
    ],
    ids=["gone", "a page", "a PDF", "nothing", "hotlink"],
)
def test_what_is_no_picture_is_told(
    live: tuple[Stand, Edition], site: Site, answer: bytes, code: str
) -> None:
    site.routes["/pic/b.png"] = always(answer)

    assert refusal(live, "../pic/b.png") == code


def test_an_endless_picture_ends(live: tuple[Stand, Edition], site: Site) -> None:
    site.routes["/pic/b.png"] = endless

    assert refusal(live, "../pic/b.png") == "too-large"


@pytest.mark.parametrize("src", ["http://10.0.0.1/b.png", "http://[::1]:1/b.png", "http://localhost:1/b.png"])
def test_a_page_cannot_lead_a_picture_into_a_private_network(live: tuple[Stand, Edition], src: str) -> None:
    assert refusal(live, src) == "private-address"


@pytest.mark.parametrize(
    "src", ["file:///etc/passwd", "data:image/png;base64,AAAA", "ftp://paper.example/b.png"]
)
def test_only_the_web_is_asked_for_pictures(live: tuple[Stand, Edition], src: str) -> None:
    stand, edition = live

    assert stand.where(edition, 0, src) == ""
    assert refusal(live, src) == "bad-address"


def test_a_page_is_still_no_picture(live: tuple[Stand, Edition], site: Site) -> None:
    site.routes["/day/node_2.htm"] = always(reply(PNG, kind="image/png"))

    with pytest.raises(ReaderError) as caught:
        live[0].fetch(site.url("/day/node_2.htm"))

    assert caught.value.code == "is-picture"
