"""Folders of many days and several papers, on a real pty."""

from pathlib import Path

import pytest

pytest.importorskip("termios", reason="a pty is needed, which Windows does not have")

from tests.support.terminal import ROOT, Terminal
from tests.ui.test_reading_pty import RIGHT, article_rows, assert_leaves_no_trace

SAMPLES = ROOT / "sample_pages"
BACK = "\x7f"


def archive(home: Path, *arguments: str) -> Terminal:
    """The reader on the sample papers."""
    command = ["-m", "reader", *(arguments or (str(SAMPLES),))]
    return Terminal(command, home=home, columns=100, rows=24)


@pytest.mark.slow
@pytest.mark.matrix
def test_the_newest_day_opens_and_days_and_papers_change_without_ever_wrapping(tmp_path: Path) -> None:
    with archive(tmp_path) as terminal:
        for keys, shows in (
            ("", "5月14日 星期四"),
            (">", "这个文件夹里没有 2026年5月14日 以后的报纸。打开"),
            ("<", "5月13日 无报，已到 5月12日"),
            ("<", "5月11日 星期一"),
            ("<", "这个文件夹里没有 2026年5月11日 以前的报纸。打开"),
            ("[", "已是第一版"),
            (">", "5月12日 星期二"),
            ("w", "第A1版 Front Page"),
            ("<", "5月11日 星期一"),
            ("<", "这个文件夹里没有 2026年5月11日 以前的报纸。打开"),
            ("w", "第001版 头版"),
            (">", "5月12日 星期二"),
            (BACK * 5, "5月11日 星期一               第001版 头版"),
        ):
            terminal.send(keys)
            terminal.wait_for(shows)
        assert_leaves_no_trace(terminal)


def test_the_arrows_run_through_all_pages_of_a_day_and_end(tmp_path: Path) -> None:
    with archive(tmp_path) as terminal:
        terminal.wait_for("本报寻物启事有了下文")
        terminal.settle()
        for place in ("篇 2/3", "篇 3/3", "版 2/2 · 篇 1/2", "篇 2/2"):
            terminal.send(RIGHT)
            terminal.wait_for(place)
        terminal.send(RIGHT)
        terminal.wait_for("本日完。> 后一天")
        terminal.send("]")
        terminal.wait_for("已是最后一版")
        terminal.row_of("版 2/2 · 篇 2/2")
        assert_leaves_no_trace(terminal)


@pytest.mark.slow
@pytest.mark.matrix
def test_paper_day_and_page_are_chosen_and_kept_over_a_restart(tmp_path: Path) -> None:
    asked = (str(SAMPLES), "--paper", "qsrb", "--date", "2026-05-12", "--page", "2")
    with archive(tmp_path, *asked) as terminal:
        terminal.wait_for("5月12日 星期二               第002版 要闻    版 2/4 · 篇 1/5")
        terminal.send(RIGHT)
        terminal.wait_for("篇 2/5")
        terminal.wait_for("本报5月11日讯")
        terminal.send("jjj")
        terminal.wait_for(lambda seen: article_rows(seen)[0] == "本报记者 沈见山")
        terminal.settle()
        here = article_rows(terminal)
        assert_leaves_no_trace(terminal)

    with Terminal(["-m", "reader"], home=tmp_path, columns=100, rows=24) as terminal:
        terminal.wait_for("5月12日 星期二               第002版 要闻    版 2/4 · 篇 2/5")
        terminal.wait_for(lambda seen: article_rows(seen) == here)
        terminal.send("9")
        terminal.wait_for("9_")
        terminal.send("v")
        terminal.wait_for("没有第 9 版")
        terminal.send("3v")
        terminal.wait_for("版 3/4")
        terminal.send(">")
        terminal.wait_for("5月13日 无报，已到 5月14日")
        assert_leaves_no_trace(terminal)


@pytest.mark.slow
@pytest.mark.matrix
def test_whoever_goes_elsewhere_is_not_pulled_to_the_day_asked_for_before(tmp_path: Path) -> None:
    with archive(tmp_path) as terminal:
        terminal.wait_for("本报寻物启事有了下文")
        terminal.settle()
        terminal.send("<")
        terminal.send(RIGHT)
        terminal.wait_for("篇 2/3")
        for _ in range(3):  # longer than the day would need
            terminal.settle()
        assert "5月14日 星期四" in terminal.text()[0]
        assert "篇 2/3" in terminal.text()[0]
        assert_leaves_no_trace(terminal)
