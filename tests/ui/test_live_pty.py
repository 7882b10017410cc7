"""Papers read from their site, on a real pty: loopback serves the samples in the sites' URL shapes."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

pytest.importorskip("termios", reason="a pty is needed, which Windows does not have")

from tests.support.press import DAY, MANY, hold, publish, publish_pages
from tests.support.site import Site, always, reply
from tests.support.terminal import Terminal
from tests.ui.test_reading_pty import (
    ENTER,
    ESCAPE,
    LEFT,
    RIGHT,
    article_rows,
    assert_leaves_no_trace,
    at,
)

BACK, FORWARD = "\x7f", "\x1b[1;3C"
FIRST = f"{DAY}/12/node_1.htm"
_SGR = re.compile(rb"\x1b\[([0-9;:]*)m")


@pytest.fixture
def site() -> Iterator[Site]:
    with Site() as site:
        publish(site)
        yield site


def live(home: Path, *target: str, **environment: str) -> Terminal:
    """The reader on something live."""
    return Terminal(["-m", "reader", *target], home=home, columns=100, rows=24, environment=environment)


def own_row(home: Path, url: str) -> None:
    """The person's own row of the registry."""
    (home / "banmian").mkdir()
    row = f'testpaper = {{ name = "青石日报", url = "{url}" }}\n'
    (home / "banmian" / "papers.toml").write_text(row, "utf-8")


def stand(terminal: Terminal) -> tuple[str, tuple[str, ...]]:
    """Head of the screen and rows of the article: a place, with the position in it."""
    terminal.settle()
    return terminal.text()[0], article_rows(terminal)


def walk(terminal: Terminal) -> list[tuple[str, tuple[str, ...]]]:
    """From the first article over 下一篇, 下一版, the hole in the calendar and the sister paper; every place."""
    places = []
    for keys, head, text in (
        ("", "5月12日 星期二", "本报讯 5月11日"),
        (RIGHT, "篇 2/5", "本报5月11日讯"),
        ("]", "版 2/4", "秦守田今年58岁"),
        (">", "5月13日 无报，已到 5月14日", "本报寻物启事有了下文"),
        ("w", "第A1版 Front Page", "LOST AND FOUND"),
        (RIGHT, "篇 2/2", "Bring a"),
    ):
        terminal.send(keys)
        terminal.wait_for(head)
        terminal.wait_for(text)
        terminal.send("jjj")
        places.append(stand(terminal))
    return places


def wait_at(terminal: Terminal, place: tuple[str, tuple[str, ...]]) -> None:
    terminal.wait_for(lambda seen: (seen.text()[0], article_rows(seen)) == place)


def walk_back(terminal: Terminal, places: list[tuple[str, tuple[str, ...]]]) -> None:
    """Five times back, every place with its position; then forward again."""
    for place in reversed(places[:-1]):
        terminal.send(BACK)
        wait_at(terminal, place)
    terminal.send(BACK)
    terminal.wait_for("没有可以后退的")
    for place in places[1:]:
        terminal.send(FORWARD)
        wait_at(terminal, place)


def test_from_an_address_over_days_and_papers_and_back(tmp_path: Path, site: Site) -> None:
    with live(tmp_path, site.url(FIRST)) as terminal:
        places = walk(terminal)
        asked = site.asked()
        walk_back(terminal, places)
        terminal.send(LEFT)
        terminal.wait_for("篇 1/2")
        terminal.click(*terminal.cell_of("青石日报"))  # the sister paper, in the head
        terminal.wait_for("第001版 头版")
        assert stand(terminal)[0] == places[3][0]
        assert_leaves_no_trace(terminal)

    assert max(asked.values()) == 1, "nothing was fetched twice"
    assert max(site.asked().values()) <= 2, "the head's link leads to the entry page, and nowhere else again"


@pytest.mark.slow
def test_the_same_by_the_code_of_a_persons_own_row(tmp_path: Path, site: Site) -> None:
    own_row(tmp_path, site.url(f"{DAY[:-7]}%Y-%m/%d/node_1.htm"))
    with live(tmp_path, "testpaper", "2026-05-12", NO_COLOR="1") as terminal:
        walk_back(terminal, walk(terminal))
        assert_leaves_no_trace(terminal)
    assert_colourless(bytes(terminal.raw))


@pytest.mark.slow
@pytest.mark.matrix
def test_a_code_with_day_and_page_opens_that_page_and_without_colour_if_asked(
    tmp_path: Path, site: Site
) -> None:
    own_row(tmp_path, site.url(f"{DAY[:-7]}%Y-%m/%d/node_1.htm"))
    with live(tmp_path, "testpaper", "2026-05-12", "2", NO_COLOR="1") as terminal:
        terminal.wait_for("版 2/4 · 篇 1/5")
        terminal.wait_for("秦守田今年58岁")
        for keys, shows in (
            (">", "5月13日 无报，已到 5月14日"),
            ("w", "LOST AND FOUND"),
            ("d", "2026年5月 · The Qingshi Courier"),
            ("q", "LOST AND FOUND"),
            ("i", "本页信息"),
            ("q", "LOST AND FOUND"),
            ("tj", "篇 2/2"),
            (f"{ENTER}cc", "配色"),
            ("z/a", "查找 a"),
            (ENTER, "? 帮助"),
        ):
            terminal.send(keys)
            terminal.wait_for(shows)
        assert_leaves_no_trace(terminal)
    assert_colourless(bytes(terminal.raw))


def assert_colourless(raw: bytes) -> None:
    """What is chosen is told from the rest, and not by a colour."""
    numbers = {int(code or 0) for sgr in _SGR.findall(raw) for code in re.split(b"[;:]", sgr)}
    assert 7 in numbers or 1 in numbers
    assert not [n for n in numbers if n in (38, 48, 58) or 30 <= n <= 37 or 40 <= n <= 47 or 90 <= n <= 107]


@pytest.mark.slow
@pytest.mark.matrix
def test_a_row_that_fails_tells_what_was_tried_and_how_to_correct_it(tmp_path: Path, site: Site) -> None:
    own_row(tmp_path, site.url("/moved/%Y-%m/%d/node_1.htm"))
    with live(tmp_path, "testpaper", "2026-05-12") as terminal:
        assert terminal.finish() == 3
        told = "".join(terminal.text())
        for part in (site.url("/moved/2026-05/12/node_1.htm"), "也可能是网址变了", "testpaper = { url"):
            assert part in told
        terminal.row_of("papers.toml")


@pytest.mark.slow
@pytest.mark.matrix
def test_a_site_that_is_down_says_so_and_is_asked_again_when_it_is_back(tmp_path: Path) -> None:
    with Site() as site:
        publish(site)
        port = site.port
        terminal = live(tmp_path, site.url(f"{DAY}/14/node_1.htm"))
        terminal.wait_for("本报寻物启事有了下文")
        terminal.settle()
    with terminal:
        terminal.send("]")
        terminal.wait_for("版 2/2")  # fetched ahead: at hand
        terminal.send("<")
        terminal.wait_for("没有应答")
        terminal.send(RIGHT)
        terminal.wait_for("按 r 再试")
        with Site(at=port) as site:
            publish(site)
            terminal.send("r")
            terminal.wait_while("按 r 再试")
            terminal.wait_for("380米")
            terminal.wait_for("篇 2/2")
            terminal.send("<")
            terminal.wait_for("5月12日 星期二")
            assert_leaves_no_trace(terminal)


def test_a_site_that_is_down_from_the_start_is_code_69(tmp_path: Path) -> None:
    with Site() as site:
        address = site.url(FIRST)
    with live(tmp_path, address) as terminal:
        assert terminal.finish() == 69
        terminal.row_of("稍后再试，或检查地址")


def test_keys_are_answered_while_a_page_is_slow_and_leaving_it_gives_it_up(
    tmp_path: Path, site: Site
) -> None:
    gate = hold(site, f"{DAY}/12/node_2.htm")
    with live(tmp_path, site.url(FIRST)) as terminal:
        terminal.wait_for("本报讯 5月11日")
        terminal.send("]")
        terminal.wait_for("正在读取")
        terminal.send("?")
        terminal.wait_for("banmian · 帮助")
        terminal.send(ESCAPE)
        terminal.wait_while("banmian · 帮助")
        terminal.send("+")
        terminal.wait_for("字号 大")
        terminal.send("0[" + RIGHT)
        terminal.wait_for("本报5月11日讯")
        here = stand(terminal)
        gate.set()
        assert stand(terminal) == here
        terminal.send("]")
        terminal.wait_for("秦守田今年58岁")
        assert_leaves_no_trace(terminal)


@pytest.mark.slow
@pytest.mark.matrix
def test_a_day_that_comes_late_does_not_pull_a_reader_away(tmp_path: Path, site: Site) -> None:
    gate = hold(site, f"{DAY}/14/node_1.htm")
    with live(tmp_path, site.url(FIRST)) as terminal:
        terminal.wait_for("本报讯 5月11日")
        terminal.send(">")
        terminal.wait_for("正在打开")
        terminal.wait_for(lambda _: site.asked()[f"{DAY}/14/node_1.htm"])
        terminal.send(RIGHT)
        terminal.wait_for("本报5月11日讯")
        here = stand(terminal)
        gate.set()
        assert stand(terminal) == here
        terminal.send(">")
        terminal.wait_for("5月14日 星期四")
        assert_leaves_no_trace(terminal)


@pytest.mark.slow
@pytest.mark.matrix
def test_a_key_held_down_asks_for_little_and_the_last_page_wins(tmp_path: Path, site: Site) -> None:
    publish_pages(site, 24)
    hold(site, f"{MANY}/node_3.htm")
    with live(tmp_path, site.url(f"{MANY}/node_1.htm")) as terminal:
        terminal.wait_for("第1座桥通了")
        terminal.settle()
        terminal.send("]]")
        terminal.wait_for(lambda _: site.asked()[f"{MANY}/node_3.htm"])  # which never answers
        terminal.send("]" * 20)
        terminal.wait_for("第23座桥通了")
        terminal.settle()
        terminal.row_of("版 23/24")
        assert_leaves_no_trace(terminal)

    pages = {int(path[len(MANY) + 6 : -4]) for path in site.asked() if "node" in path}
    assert pages <= {1, 2, 3, 4, 23, 24}, "what was passed over was never asked for"


@pytest.mark.slow
@pytest.mark.matrix
def test_the_calendar_of_a_site(tmp_path: Path, site: Site) -> None:
    with live(tmp_path, site.url(FIRST), NO_COLOR="1") as terminal:
        terminal.wait_for("本报讯 5月11日")
        terminal.send("d")
        terminal.wait_for("[11]‹12› 13 [14] 15 ")
        terminal.send(RIGHT + ENTER)
        terminal.wait_for("5月13日 无报")
        terminal.send(RIGHT + ENTER)
        terminal.wait_for("5月14日 星期四")
        terminal.wait_for("本报寻物启事有了下文")
        terminal.send("d[")
        terminal.wait_for("2026年4月")
        terminal.send("]" + LEFT * 3 + ENTER)
        terminal.wait_for("5月11日 星期一")
        assert_leaves_no_trace(terminal)


@pytest.mark.slow
@pytest.mark.matrix
def test_what_comes_next_is_there_before_it_is_asked_for(tmp_path: Path, site: Site) -> None:
    with live(tmp_path, site.url(FIRST)) as terminal:
        terminal.wait_for("本报讯 5月11日")
        terminal.wait_for(lambda _: site.asked()[f"{DAY}/12/node_2.htm"])
        terminal.settle()
        for path in (f"{DAY}/12/content_1002.htm", f"{DAY}/12/node_2.htm"):
            site.routes[path] = always(reply(b"", status="500 Internal Server Error"))
        terminal.send(RIGHT)
        terminal.wait_for("本报5月11日讯")
        terminal.send("]")
        terminal.wait_for(at(1, 5))
        terminal.wait_for("秦守田今年58岁")
        assert_leaves_no_trace(terminal)

    assert site.asked()[f"{DAY}/12/content_1002.htm"] == site.asked()[f"{DAY}/12/node_2.htm"] == 1


@pytest.mark.slow
@pytest.mark.matrix
def test_refreshing_asks_once_more_and_stays_where_the_reader_is(tmp_path: Path, site: Site) -> None:
    with live(tmp_path, site.url(FIRST)) as terminal:
        terminal.wait_for("本报讯 5月11日")
        terminal.send(RIGHT)
        terminal.wait_for("本报5月11日讯")
        terminal.send("jj")
        here = stand(terminal)
        terminal.send("r")
        terminal.wait_for(lambda _: site.asked()[FIRST] == 2)
        assert stand(terminal) == here
        terminal.send(BACK)
        terminal.wait_for("篇 1/5")
        assert_leaves_no_trace(terminal)
