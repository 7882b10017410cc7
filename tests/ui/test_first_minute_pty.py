"""The first minute on a real pty: the sample is alive, the year is told, and the program always opens."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

pytest.importorskip("termios", reason="a pty is needed, which Windows does not have")

from tests.support.press import DAY, MIDDLE_DAY, hold, publish, slow_down
from tests.support.site import Site
from tests.support.terminal import Terminal
from tests.ui.test_live_pty import FIRST, own_row
from tests.ui.test_reading_pty import ONE_WINDOW, RIGHT, article_rows, assert_leaves_no_trace, page_file

SAMPLE_NOTE = {
    (80, "zh"): "样报（虚构） · 打开你的：banmian 文件或文件夹",
    (40, "zh"): "样报 · banmian 文件",
    (80, "en"): "Sample (fiction) · open your own: banmian FILE or FOLDER",
    (40, "en"): "Sample · banmian FILE",
}


def banmian(home: Path, *words: str, columns: int = 80, rows: int = 24, language: str = "zh") -> Terminal:
    """The reader as it is typed."""
    command = ["-m", "reader", "--lang", language, *words]
    return Terminal(command, home=home, columns=columns, rows=rows)


def kept(home: Path, target: str, *more: str, day: str = "2026-05-12", page: str = "002") -> Path:
    """A state folder whose last place was left there."""
    file = home / "banmian" / "places.json"
    file.parent.mkdir(exist_ok=True)
    last = [target, day, page, "看堰人把水声调回老调子", *more]
    positions = {"青石日报/2026-05-12/002#看堰人把水声调回老调子": [4, 10]}
    record = {"version": 1, "last": last, "step": 0, "theme": "paper", "places": positions}
    file.write_text(json.dumps(record), "utf-8")
    return file


@pytest.mark.parametrize(("columns", "rows", "language"), ONE_WINDOW)
def test_the_sample_says_what_it_is_and_is_alive(
    tmp_path: Path, columns: int, rows: int, language: str
) -> None:
    own, sister = ("青石日报", "The Qingshi Courier")[:: 1 if language == "zh" else -1]
    days = {"zh": "2026年5月{}日", "en": "{} May 2026"}[language]
    with banmian(tmp_path, columns=columns, rows=rows, language=language) as terminal:
        terminal.wait_for(days.format(12))
        terminal.wait_for(SAMPLE_NOTE[80 if columns > 60 else 40, language])
        terminal.wait_for("%")
        assert own[:10] in terminal.text()[0]
        for key, number in (("<", 11), (">", 12), (">", 14), ("<", 12)):
            terminal.send(key)
            terminal.wait_for(days.format(number))
        button = sister if columns > 60 else "w "
        terminal.wait_for(button)
        terminal.settle()
        terminal.click(*terminal.cell_of(button))
        terminal.wait_for(sister[:10])
        terminal.wait_for(lambda seen: seen.text()[0].strip().startswith(sister[:10]))
        terminal.wait_for(days.format(12))
        terminal.send("w")
        terminal.wait_for(lambda seen: seen.text()[0].strip().startswith(own[:10]))
        terminal.send("d")
        terminal.wait_for("13  14  15" if columns > 60 else "13   14   15")
        terminal.send("\x1b")
        terminal.wait_while("14  ")
        assert_leaves_no_trace(terminal)

    assert json.loads((tmp_path / "banmian/places.json").read_text("utf-8"))["last"][0] == "sample:"


@pytest.mark.slow
@pytest.mark.matrix
def test_a_place_kept_of_the_old_sample_opens_the_sample_there(tmp_path: Path) -> None:
    kept(tmp_path, "/gone/lib/python3.11/site-packages/reader/sample/qsrb/html/2026-05/12")
    with banmian(tmp_path, language="en") as terminal:
        terminal.wait_for("page 2/4 · article 2/5")
        terminal.wait_for("Reading on: 青石日报 12 May page 002 · ")
        terminal.send("<")
        terminal.wait_for("11 May 2026")
        terminal.wait_for("Sample (fiction)")
        terminal.send("w")
        terminal.wait_for("The Qingshi Courier")
        assert_leaves_no_trace(terminal)


@pytest.mark.slow
@pytest.mark.matrix
def test_a_place_in_the_sample_is_come_back_to_with_both_papers(tmp_path: Path) -> None:
    (tmp_path / "sample").mkdir()  # a folder of that name has no part in it
    for keys, head in (("<w", "The Qingshi Courier"), ("w", "青石日报")):
        with banmian(tmp_path) as terminal:
            terminal.wait_for("本报讯" if head != "青石日报" else "SMALL TYPE")
            terminal.send(keys[0])
            terminal.wait_for("2026年5月11日")
            terminal.settle()
            terminal.send(keys[1:])
            terminal.wait_for(lambda seen: seen.text()[0].strip().startswith(head))  # noqa: B023 - waited for here
            assert_leaves_no_trace(terminal)


@pytest.fixture
def site() -> Iterator[Site]:
    with Site() as site:
        publish(site)
        yield site


def closed_site() -> str:
    with Site() as site:
        return site.url(f"{DAY}/12/node_2.htm")


@pytest.mark.slow
@pytest.mark.matrix
def test_a_remembered_site_that_does_not_answer_is_told_and_kept_and_the_sample_opens(tmp_path: Path) -> None:
    file = kept(tmp_path, closed_site(), "", "青石日报")
    before = json.loads(file.read_text("utf-8"))["last"]
    with banmian(tmp_path, columns=100) as terminal:
        terminal.wait_for("漱江最后一条渡船")
        terminal.wait_for("上次读的 青石日报 5月12日 002版 打不开：127.0.0.1 没有应答")
        terminal.send("j")
        terminal.wait_for("样报（虚构）")
        terminal.send(RIGHT)
        terminal.wait_for("篇 2/5")
        assert_leaves_no_trace(terminal)

    assert json.loads(file.read_text("utf-8"))["last"] == before


@pytest.mark.slow
@pytest.mark.matrix
def test_a_return_to_a_site_says_so_when_the_text_has_come(tmp_path: Path, site: Site) -> None:
    door, gate = hold(site, f"{DAY}/12/node_2.htm"), hold(site, f"{DAY}/12/content_1007.htm")
    kept(tmp_path, site.url(f"{DAY}/12/node_2.htm"), "", "青石日报")
    with banmian(tmp_path) as terminal:
        terminal.wait_for("正在打开上次读的 青石日报 5月12日 002版…")
        door.set()
        terminal.wait_for("正在读取")
        assert "继续阅读" not in "".join(terminal.settle())
        gate.set()
        terminal.wait_for("继续阅读 青石日报 5月12日 002版 · ")
        percent = re.search(r"002版 · (\d+%)", "".join(terminal.text()))
        assert percent
        terminal.send("j")
        terminal.wait_while("继续阅读")
        assert_leaves_no_trace(terminal)


@pytest.mark.slow
@pytest.mark.matrix
def test_space_waits_for_a_text_on_its_way_and_skips_nothing(tmp_path: Path, site: Site) -> None:
    slow_down(site, 1)
    with banmian(tmp_path, site.url(FIRST), columns=100) as terminal:
        terminal.wait_for("正在读取")
        terminal.send("  ")
        terminal.wait_for("本报讯 5月11日")
        terminal.row_of("篇 1/5")
        terminal.send("]")
        terminal.wait_for("版 2/4")
        terminal.send("   ")
        terminal.wait_for("秦守田今年58岁")
        terminal.row_of("版 2/4 · 篇 1/5")
        assert "再按空格" not in "".join(terminal.settle())
        assert_leaves_no_trace(terminal)


@pytest.mark.slow
@pytest.mark.matrix
def test_a_placeholder_has_no_share_that_was_read_and_what_is_said_of_it_goes_with_it(
    tmp_path: Path, site: Site
) -> None:
    gate = hold(site, f"{DAY}/12/content_1001.htm")
    with banmian(tmp_path, site.url(FIRST), columns=100) as terminal:
        terminal.wait_for("正在读取")
        terminal.send("y")
        terminal.wait_for("这里没有可复制的文字")
        assert "%" not in terminal.text()[-2]
        gate.set()
        terminal.wait_for("本报讯 5月11日")
        terminal.wait_for(lambda seen: "%" in seen.text()[-2])
        assert "这里没有可复制的文字" not in "".join(terminal.settle())
        assert_leaves_no_trace(terminal)


def saved_page(home: Path, told: str = "") -> Path:
    """The second page of the sample, saved alone; with the note a browser makes of its address, if one is given."""
    text = (MIDDLE_DAY[0] / "node_2.htm").read_text("utf-8")
    note = f"<!-- saved from url=({len(told):04}){told} -->\n" if told else ""
    (home / "alone").mkdir()
    file = home / "alone" / "page.htm"
    file.write_text(note + text, "utf-8")
    return file


def test_a_headline_of_a_saved_page_is_fetched_from_the_site_of_the_registry(
    tmp_path: Path, site: Site
) -> None:
    slow_down(site, 1)
    file = saved_page(tmp_path)
    own_row(tmp_path, site.url("/qsrb/html/%Y-%m/%d/node_1.htm"))
    with banmian(tmp_path, str(file), columns=100) as terminal:
        terminal.wait_for("此篇不在所开的文件里。")
        assert "它在" not in "".join(terminal.settle()), "the page it stands on is on the screen"
        terminal.wait_for("按 r 到网站上取：")
        terminal.wait_for(
            lambda seen: site.url("/qsrb/html/2026-05/12/node_1.htm") in "".join(article_rows(seen))
        )
        assert site.requests == [], "nothing is asked before the key"
        terminal.send(RIGHT)
        terminal.wait_for("篇 2/5")
        terminal.send("r")
        terminal.wait_for("正在到 127.0.0.1 上取…")
        terminal.wait_for("本报5月11日讯")
        terminal.row_of("版 2/4 · 篇 2/5")
        terminal.send("\x7f")
        terminal.wait_for("按 r 到网站上取：")
        assert_leaves_no_trace(terminal)


@pytest.mark.slow
@pytest.mark.matrix
def test_another_day_and_the_sister_paper_of_a_saved_page_come_from_the_site(
    tmp_path: Path, site: Site
) -> None:
    slow_down(site, 1)
    file = saved_page(tmp_path)
    own_row(tmp_path, site.url("/qsrb/html/%Y-%m/%d/node_1.htm"))
    with (tmp_path / "banmian/papers.toml").open("a", encoding="utf-8") as rows:
        rows.write(
            f'sister = {{ name = "The Qingshi Courier", url = "{site.url("/qsc/html/%Y-%m/%d/node_1.htm")}" }}\n'
        )
    text = file.read_text("utf-8").replace("http://epaper.qingshi.invalid/qsc/index.htm", "#")
    file.write_text(text, "utf-8")
    with banmian(tmp_path, str(file), columns=100) as terminal:
        terminal.wait_for("按 r 到网站上取：")
        terminal.send("<")
        terminal.wait_for("正在到 127.0.0.1 上取…")
        terminal.wait_for("2026年5月11日")
        terminal.send("\x7f")
        terminal.wait_for("按 r 到网站上取：")
        terminal.send("w")
        terminal.wait_for(lambda seen: seen.text()[0].strip().startswith("The Qingshi Courier"))
        terminal.row_of("2026年5月12日")
        assert_leaves_no_trace(terminal)


@pytest.mark.slow
@pytest.mark.matrix
def test_the_address_that_a_page_tells_comes_before_the_registry(tmp_path: Path) -> None:
    told = "http://paper.example/qsrb/html/2026-05/12/node_2.htm"
    with Site() as proxy:
        publish(proxy)
        proxy.routes = {f"http://paper.example{path}": route for path, route in proxy.routes.items()}
        file = saved_page(tmp_path, told)
        own_row(tmp_path, "http://elsewhere.example/%Y%m%d/node_1.htm")
        command = ["-m", "reader", "--lang", "zh", str(file)]
        environment = {"http_proxy": proxy.url("")}
        with Terminal(command, home=tmp_path, columns=100, rows=24, environment=environment) as terminal:
            terminal.wait_for("按 r 到网站上取：")
            address = "http://paper.example/qsrb/html/2026-05/12/content_10"
            terminal.wait_for(lambda seen: address in "".join(article_rows(seen)))
            terminal.send("r")
            terminal.wait_for("秦守田今年58岁")
            terminal.wait_for("版 2/4 · 篇 1/5")
            assert_leaves_no_trace(terminal)


@pytest.mark.slow
@pytest.mark.matrix
@pytest.mark.parametrize(
    ("keys", "waits"),
    [("", "正在打开"), ("r", "正在到 127.0.0.1 上取…")],
    ids=["opening", "fetching"],
)
def test_whoever_leaves_does_not_wait_for_a_silent_site(
    tmp_path: Path, site: Site, keys: str, waits: str
) -> None:
    """The request itself would take twice as long as this test waits for anything."""
    hold(site, f"{DAY}/12/node_1.htm")
    own_row(tmp_path, site.url("/qsrb/html/%Y-%m/%d/node_1.htm"))
    target = str(saved_page(tmp_path)) if keys else site.url(FIRST)
    with banmian(tmp_path, target, columns=100) as terminal:
        terminal.wait_for("按 r 到网站上取" if keys else waits)
        terminal.send(keys)
        terminal.wait_for(waits)
        terminal.wait_for(lambda _: site.requests)
        assert_leaves_no_trace(terminal)


@pytest.mark.slow
@pytest.mark.matrix
def test_half_width_stops_are_read_full_width_and_copied_as_they_are(tmp_path: Path) -> None:
    with banmian(tmp_path, str(page_file(tmp_path)), columns=100) as terminal:
        terminal.wait_for("清晨六点半，渠口的木闸一提，")
        terminal.wait_for("（上接1版）")
        terminal.send("/半,渠口")
        terminal.wait_for("1/1")
        terminal.send("\x15，渠口")
        terminal.wait_for("，渠口")
        terminal.wait_for("1/1")
        terminal.send("\r")
        terminal.settle()
        terminal.send("\x10")
        terminal.wait_for("─ 命令 ─")
        terminal.send("全角标点")
        terminal.wait_for("▌ 全角标点")
        terminal.settle()
        terminal.send("\r")
        terminal.wait_for("标点照原样")
        terminal.wait_for("清晨六点半,渠口的木闸一提,")
        terminal.settle()
        rows = article_rows(terminal)
        assert any("(上接1版)" in row for row in rows)
        assert_leaves_no_trace(terminal)

    assert json.loads((tmp_path / "banmian/places.json").read_text("utf-8"))["full_width"] is False
