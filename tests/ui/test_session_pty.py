"""A session of reading on a real pty: mouse, other keyboards, other windows, and coming back."""

import json
import re
from pathlib import Path

import pytest

pytest.importorskip("termios", reason="a pty is needed, which Windows does not have")

from tests.support.newsprint import BODY, HEADLINES, PAGE
from tests.support.terminal import ROOT, Terminal
from tests.ui.test_reading_pty import (
    ENTER,
    ESCAPE,
    article_rows,
    assert_leaves_no_trace,
    at,
    first_words,
    page_file,
    reader,
)

DAY = ROOT / "sample_pages" / "qsrb" / "html" / "2026-05" / "12"


def opened(terminal: Terminal, *, of: int = 5) -> None:
    """Wait until the first article of the sample's first page is read."""
    terminal.wait_for(at(1, of))
    terminal.wait_for("本报讯 5月11日")
    terminal.wait_for(
        lambda seen: re.search(r"\d 篇·\d+分|^(?!.*\d 篇 )", "".join(seen.text()))
    )  # the whole day is read
    terminal.settle()


def click_on(terminal: Terminal, text: str) -> None:
    """Press what shows a text, once it is there."""
    terminal.wait_for(text)
    terminal.click(*terminal.cell_of(text))


def test_pages_and_contents_by_mouse_and_the_text_by_wheel(tmp_path: Path) -> None:
    with reader(tmp_path, DAY, 100, 30) as terminal:
        opened(terminal)
        terminal.send("]")
        terminal.wait_for("第002版 要闻    版 2/4")
        click_on(terminal, "137口老井有")
        terminal.wait_for(at(3, 5))
        click_on(terminal, "003 民生")  # in the list of pages
        terminal.wait_for("第003版 民生    版 3/4")
        click_on(terminal, "[ 上一版")
        terminal.wait_for("第002版 要闻    版 2/4")
        click_on(terminal, "下一篇 ›")
        terminal.wait_for(at(2, 5))
        click_on(terminal, "‹ 上一篇")
        terminal.wait_for(at(1, 5))
        terminal.settle()
        before = article_rows(terminal)
        terminal.wheel(80, 15, 1)
        terminal.wait_for(lambda seen: article_rows(seen) != before)
        terminal.settle()
        assert article_rows(terminal)[:-3] == before[3:]
        terminal.wheel(80, 15, -1)
        terminal.settle()
        assert article_rows(terminal) == before
        assert_leaves_no_trace(terminal)


@pytest.mark.slow
@pytest.mark.matrix
def test_moving_in_the_contents_shows_the_article_at_once(tmp_path: Path) -> None:
    with reader(tmp_path, DAY) as terminal:
        opened(terminal)
        terminal.send("tj")
        terminal.wait_for(at(2, 5))
        terminal.send("j")
        terminal.wait_for(at(3, 5))
        terminal.send(ENTER)
        terminal.settle()
        before = article_rows(terminal)
        terminal.send("j")  # in the article again: a line down
        terminal.settle()

        assert article_rows(terminal)[:3] == before[1:4]
        assert_leaves_no_trace(terminal)


@pytest.mark.slow
@pytest.mark.matrix
def test_at_the_end_of_an_article_the_second_space_goes_on(tmp_path: Path) -> None:
    with reader(tmp_path, DAY) as terminal:
        opened(terminal)
        terminal.send("G")
        terminal.wait_for("下一篇 ▸ 江潮比去年早到四十分钟")
        terminal.send(" ")
        terminal.wait_for("再按空格：")
        assert at(1, 5) in terminal.text()[0]
        terminal.send(" ")
        terminal.wait_for(at(2, 5))
        assert_leaves_no_trace(terminal)


@pytest.mark.slow
@pytest.mark.matrix
def test_what_is_dragged_over_is_copied_as_the_paragraph_has_it(tmp_path: Path) -> None:
    paragraph = BODY[1]
    with reader(tmp_path, page_file(tmp_path)) as terminal:
        terminal.wait_for(at(5))
        terminal.settle()
        start = terminal.cell_of("石桥镇的水车停了")
        end = terminal.cell_of("二十四个水斗")
        assert end[1] >= start[1] + 2, "the paragraph is set in several lines"
        terminal.drag(start, (end[0] + 10, end[1]))
        terminal.settle()
        terminal.send("y")
        terminal.wait_for("已发送")
        begin, stop = paragraph.index("石桥镇"), paragraph.index("二十四个水斗") + len("二十四个水斗")
        assert_leaves_no_trace(terminal, [paragraph[begin:stop]])


@pytest.mark.slow
@pytest.mark.matrix
def test_a_selection_over_paragraphs_keeps_them_apart(tmp_path: Path) -> None:
    with reader(tmp_path, page_file(tmp_path)) as terminal:
        terminal.wait_for(at(5))
        terminal.settle()
        start, end = terminal.cell_of("“不是为了"), terminal.cell_of("水从哪里来")
        terminal.drag(start, (end[0] + 8, end[1]))
        terminal.settle()
        terminal.send("y")
        terminal.wait_for("已发送")
        assert_leaves_no_trace(terminal, [f"{BODY[2]}\n{BODY[3]}"])


@pytest.mark.slow
@pytest.mark.matrix
def test_a_paragraph_clicked_twice_and_a_drag_that_ends_below_the_text(tmp_path: Path) -> None:
    with reader(tmp_path, page_file(tmp_path)) as terminal:
        terminal.wait_for(at(5))
        terminal.send("G")
        terminal.wait_for("下一篇 ▸")
        terminal.settle()
        start = terminal.cell_of("傍晚")
        for _ in range(2):
            terminal.click(*start)
        terminal.settle()
        terminal.send("y")
        terminal.wait_for("已发送")
        terminal.drag(start, (start[0], 23))
        terminal.settle()
        terminal.send("y")
        terminal.wait_for(f"已发送 {len(BODY[8][BODY[8].index('傍晚') :])} 字")
        assert_leaves_no_trace(terminal, [BODY[8], BODY[8][BODY[8].index("傍晚") :]])


@pytest.mark.slow
@pytest.mark.matrix
def test_the_keys_of_a_chinese_input_method(tmp_path: Path) -> None:
    with reader(tmp_path, DAY) as terminal:
        opened(terminal)
        for key, shows in (
            ("＋", "字号 大"), ("－", "字号 默认"), ("＝", "字号 大"), ("０", "字号 默认"),
            ("】", "第002版 要闻"), ("【", "第001版 头版"), ("］", "第002版 要闻"), ("［", "第001版 头版"),
            ("？", "banmian · 帮助"),
        ):  # fmt: skip
            terminal.send(key)
            terminal.wait_for(shows)
        terminal.send("？")
        terminal.wait_while("banmian · 帮助")
        for key in "、／":
            terminal.send(f"{key}渡")
            terminal.wait_for("查找 渡")
            terminal.send(ENTER + ESCAPE)
            terminal.wait_while("查找 渡")
            terminal.wait_for("? 帮助")
        before = first_words(terminal)
        terminal.send("\u3000")
        terminal.wait_for(lambda seen: first_words(seen) != before)
        assert_leaves_no_trace(terminal)


@pytest.mark.slow
@pytest.mark.matrix
def test_a_page_from_a_pipe_is_read_with_the_keys_of_the_terminal(tmp_path: Path) -> None:
    arguments = ["-m", "reader", "-"]
    with Terminal(arguments, home=tmp_path, columns=80, rows=24, stdin=PAGE.encode("gb18030")) as terminal:
        terminal.wait_for(HEADLINES[4])
        terminal.wait_for(at(5))
        terminal.send("\x1b[C")
        terminal.wait_for(at(6))
        assert_leaves_no_trace(terminal)


@pytest.mark.slow
@pytest.mark.matrix
def test_without_standard_input_keys_come_from_the_terminal(tmp_path: Path) -> None:
    closed = (
        "import os, sys; os.close(0); os.execv(sys.executable, [sys.executable, '-m', 'reader', 'sample'])"
    )
    with Terminal(["-c", closed], home=tmp_path) as terminal:
        terminal.wait_for("q 退出")
        assert_leaves_no_trace(terminal)


@pytest.mark.slow
@pytest.mark.matrix
def test_the_top_sentence_stays_through_resizes_sizes_and_themes(tmp_path: Path) -> None:
    with reader(tmp_path, DAY, 120, 36) as terminal:
        opened(terminal)
        terminal.send("]jjjjjjjj")
        terminal.wait_for("版 2/4")
        terminal.settle()
        top = first_words(terminal)
        for columns, rows in ((40, 20), (77, 24), (120, 36)):
            terminal.resize(columns, rows)
            terminal.settle()
            assert len(terminal.cells(1)) == columns
            rows_now = "".join("".join(article_rows(terminal)[:4]).split())
            assert top.replace(" ", "")[:4] in rows_now
        terminal.wait_for(lambda seen: first_words(seen) == top)
        for keys in ("++---", "+", "cc"):
            terminal.send(keys)
            terminal.settle()
            assert top.replace(" ", "")[:4] in "".join("".join(article_rows(terminal)[:4]).split())
        terminal.wait_for(lambda seen: first_words(seen) == top)
        assert_leaves_no_trace(terminal)


@pytest.mark.slow
@pytest.mark.matrix
def test_a_window_too_small_says_so_and_recovers(tmp_path: Path) -> None:
    with reader(tmp_path, DAY) as terminal:
        opened(terminal)
        before = terminal.settle()
        for columns, rows in ((30, 8), (80, 9), (39, 24)):
            terminal.resize(columns, rows)
            terminal.wait_for("窗口太小")
            assert "".join(terminal.settle()).strip() == "窗口太小至少要 40×10"
        for columns, rows in ((1, 1), (3, 10), (300, 80), (80, 24)):
            terminal.resize(columns, rows)
            terminal.settle()
        terminal.wait_for(lambda seen: seen.text()[2:20] == before[2:20])
        assert_leaves_no_trace(terminal)


def test_reading_goes_on_where_one_left(tmp_path: Path) -> None:
    with reader(tmp_path, DAY) as terminal:
        opened(terminal)
        terminal.send("]\x1b[C")
        terminal.wait_for(at(2, 5))
        terminal.send("jjjjjjjjj+c")
        terminal.wait_for("配色 夜读")
        terminal.settle()
        seen = article_rows(terminal)
        assert_leaves_no_trace(terminal)

    for target in ([str(DAY)], []):  # the same target, and the place last read
        with Terminal(["-m", "reader", *target], home=tmp_path, columns=80, rows=24) as terminal:
            terminal.wait_for("版 2/4 · 篇 2/5")
            terminal.wait_for("继续阅读 青石日报 5月12日 002版 · ")
            terminal.wait_for(lambda again: article_rows(again) == seen)
            assert terminal.grounds(4)[-1] == "1b1916"
            assert_leaves_no_trace(terminal)


@pytest.mark.slow
@pytest.mark.matrix
@pytest.mark.parametrize("damage", ['{"version": 1, "places": {"x": [1]}}', "\x00\xff"])
def test_a_damaged_file_of_places_is_an_empty_one(tmp_path: Path, damage: str) -> None:
    file = tmp_path / "banmian" / "places.json"
    file.parent.mkdir()
    file.write_bytes(damage.encode("latin-1"))
    with reader(tmp_path, DAY) as terminal:
        opened(terminal)
        terminal.send("]")
        terminal.wait_for("版 2/4")
        assert_leaves_no_trace(terminal)

    kept = json.loads(file.read_text("utf-8"))
    assert kept["last"][0] == str(DAY)
    assert kept["last"][1:3] == ["2026-05-12", "002"]


@pytest.mark.slow
@pytest.mark.matrix
def test_where_nothing_can_be_kept_reading_goes_on(tmp_path: Path) -> None:
    (tmp_path / "banmian").write_text("a file where a folder should be", "utf-8")
    with reader(tmp_path, DAY) as terminal:
        opened(terminal)
        terminal.send("]")
        terminal.wait_for("版 2/4")
        assert_leaves_no_trace(terminal)


@pytest.mark.slow
@pytest.mark.matrix
def test_a_paste_into_the_find_field_is_capped_and_harmless(tmp_path: Path) -> None:
    with reader(tmp_path, DAY) as terminal:
        opened(terminal)
        terminal.send("/")
        terminal.wait_for("查找")
        terminal.settle()
        terminal.send("\x1b[200~" + "渡\x1b]0;t\x07[red][/]" * 200 + "\x1b[201~")
        terminal.settle()
        terminal.send(ESCAPE)
        terminal.settle()
        terminal.send(ESCAPE)
        terminal.wait_for("? 帮助")
        terminal.send("\x1b[M\xff\xff\xff".encode("latin-1"))  # a mouse report of another age
        terminal.settle()
        terminal.send("]")
        terminal.wait_for("版 2/4")
        assert_leaves_no_trace(terminal)
