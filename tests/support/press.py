"""The sample papers on a site of loopback, in the sites' real URL shapes; and answers that are held back."""

import threading
from collections.abc import Iterator
from pathlib import Path

from tests.support.site import Request, Route, Site, always, reply
from tests.support.terminal import ROOT

SAMPLES = ROOT / "sample_pages"
MIDDLE_DAY = tuple(SAMPLES / paper / "html/2026-05/12" for paper in ("qsrb", "qsc"))
"""The folder of the day with every part that a paper may have, in 中文 (0) and in English (1)."""
DAY = "/qsrb/html/2026-05"
"""Where the days of the first paper are; 13 is missing among them."""
_HOME = b"http://epaper.qingshi.invalid"
"""The invented host that the papers name in their heads."""


def publish(site: Site) -> None:
    """Serve both sample papers; the links from one to the other lead to the site itself."""
    for file in (*(SAMPLES / "qsrb").rglob("*.*m*"), *(SAMPLES / "qsc").rglob("*.*m*")):
        site.routes["/" + file.relative_to(SAMPLES).as_posix()] = _page(site, file)


def _page(site: Site, file: Path) -> Route:
    return lambda _: reply(file.read_bytes().replace(_HOME, site.url("").encode()))


def publish_folder(site: Site) -> None:
    """Serve each page in the site's folder by a route of its own, which may be held back, slowed down or replaced."""
    assert site.folder
    for file in site.folder.rglob("*.htm"):
        site.routes["/" + file.relative_to(site.folder).as_posix()] = always(reply(file.read_bytes()))


def publish_pages(site: Site, count: int) -> None:
    """Serve a day of many pages with one article each, at /many/."""
    index = "".join(f"<a id=pageLink href=node_{n}.htm>第{n:02}版：版{n}</a>" for n in range(1, count + 1))
    for n in range(1, count + 1):
        entry = f"<a href=content_{n}.htm><div id=mp1>桥通了之{n}</div></a>"
        text = f"<div id=ozoom><h1>桥通了之{n}</h1><p>　　本报讯 第{n}座桥通了，两岸的人走过去。</p></div>"
        site.routes[f"{MANY}/node_{n}.htm"] = _paper(f"<div>第{n:02}版：版{n}</div>{index}{entry}")
        site.routes[f"{MANY}/content_{n}.htm"] = _paper(text)


def _paper(body: str) -> Route:
    page = f"<html><head><title>石桥日报</title></head><body>{body}</body></html>"
    return always(reply(page.encode()))


MANY = "/many/html/2026-05/12"


def hold(site: Site, path: str) -> threading.Event:
    """Hold the answer of a path back until the event is set."""
    gate, route = threading.Event(), site.routes[path]

    def held(request: Request) -> Iterator[bytes]:
        while not (gate.wait(0.02) or site.closing.is_set()):
            pass
        answer = route(request)
        assert isinstance(answer, bytes)
        yield answer

    site.routes[path] = held
    return gate


def slow_down(site: Site, seconds: float) -> None:
    """Let every answer of the site take so long."""

    def late(route: Route) -> Route:
        def answer(request: Request) -> Iterator[bytes]:
            site.closing.wait(seconds)
            found = route(request)
            yield from (found,) if isinstance(found, bytes) else found

        return answer

    site.routes |= {path: late(route) for path, route in site.routes.items()}
