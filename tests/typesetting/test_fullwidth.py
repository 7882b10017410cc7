"""Half-width stops among 汉字 are drawn full-width; everything else, and every position, stays."""

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.edition.marks import FULL, HALF, folded, halved
from reader.typesetting.cells import widths
from reader.typesetting.fullwidth import full_stops
from reader.typesetting.ladder import Measure
from reader.typesetting.layout import Item, Items, Role, Setting

CASES = [
    ("水停了,人散了;渠呢?满了!", "水停了，人散了；渠呢？满了！"),
    ("(上接1版)", "（上接1版）"),
    ("他说:“好!”,走了", "他说：“好！”，走了"),
    ("“水”,“渠”;‘闸’:", "“水”，“渠”；‘闸’："),
    ("(记者张三):怎么?!", "（记者张三）：怎么？！"),
    ("石桥镇(Shiqiao)的渠", "石桥镇（Shiqiao）的渠"),
    ("世界(WTO(上)下)说", "世界（WTO（上）下）说"),
    ("增长30%,同比(2.5%)", "增长30%，同比（2.5%）"),
    ("截至2023年,1,000人于12:30到", "截至2023年，1,000人于12:30到"),
    ("时间:12:30,比分3:2,第3,4版", "时间：12:30，比分3:2，第3,4版"),
    ("２,０００元,够了", "２,０００元，够了"),
    ("Yahoo!公司,说OK,对吗?", "Yahoo!公司，说OK，对吗？"),
    ("见http://a.cn/?x=1,2(y);z,再看www.b.cn/?q:1 说", "见http://a.cn/?x=1,2(y);z,再看www.b.cn/?q:1 说"),
    ("函数f(x,y)在此", "函数f(x,y)在此"),
    ("Hello, world (x); 水", "Hello, world (x); 水"),
    ("He said, (yes): why?", "He said, (yes): why?"),
    ("只有(一边", "只有（一边"),
    ("没有)一边,1)水", "没有）一边，1)水"),
    ("", ""),
]


@pytest.mark.parametrize(("written", "printed"), CASES)
def test_stops_of_chinese_text_are_full_width_and_no_others(written: str, printed: str) -> None:
    assert full_stops(written) == printed


@given(st.text("水,;:?!()“”‘’…—%a1 。：http://.\U00020000", max_size=40))
def test_only_these_marks_change_each_into_its_own_other_form(text: str) -> None:
    printed = full_stops(text)

    assert len(printed) == len(text)
    assert halved(printed) == halved(text)
    assert all(old == new or (old in HALF and new in FULL) for old, new in zip(text, printed, strict=True))
    assert full_stops(printed) == printed or any(mark in printed for mark in HALF)


def test_headlines_are_compared_whatever_their_blanks_and_marks() -> None:
    assert folded("水停了,人散了 (图)") == folded("水停了，人散了（图）")
    assert folded("水停了") != folded("水停了!")


def test_a_setting_draws_full_width_and_keeps_the_text_as_it_is() -> None:
    text = "渠口的木闸一提,水车转了半圈,顿了一下,又转起来。"
    measure = Measure(width=20, leading=0, gap=1, bold=False, indent=2, hang=True)
    setting, plain = (
        Setting(Items((Item(Role.PARAGRAPH, text),)), measure, 24, widths(), full_width=full)
        for full in (True, False)
    )

    drawn = "".join(setting.text(0)[row.start : row.end] for row in setting.rows(0))

    assert drawn == text.replace(",", "，")
    assert setting.items[0].text == plain.text(0) == text
    assert len(setting.rows(0)) > 1
    assert not any(setting.text(0)[row.start] == "，" for row in setting.rows(0) if row.end > row.start)


@pytest.mark.skipif("BANMIAN_CORPUS" not in os.environ, reason="BANMIAN_CORPUS names no folder of real pages")
def test_the_reference_page_has_no_half_width_comma_left() -> None:
    page = Path(os.environ.get("BANMIAN_CORPUS", ""), "reference/reference_page.txt").read_text("utf-8")

    printed = "\n".join(map(full_stops, page.splitlines()))

    assert (page.count(","), printed.count(","), printed.count("，")) == (73, 0, 73)
