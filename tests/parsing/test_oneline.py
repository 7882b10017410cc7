"""Lines that were joined to one are parted again, and nothing of them is lost."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.parsing.oneline import lines_in
from reader.parsing.tables import compact

PIECES = (
    "第02版：要闻", "上一版 下一版", "3上一篇", "　　", " ", "｜", "本报记者 何田", "《江滨日报》（2024年3月2日 第02版）",
    "北山的茶芽今年来得早，头茬三日就要采完。", "“露水没干的芽最嫩。”", "放大缩小默认", "2024-03-02", "江滨日报版权所有",
)  # fmt: skip
BODY = "北山的茶芽今年来得早，比往年早了八天，头茬三日就要采完。" * 3


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
def test_no_word_is_lost(line: str) -> None:
    assert compact("".join(lines_in(line))) == compact(line)


@pytest.mark.parametrize(
    ("line", "lines"),
    [
        ("本报记者 何田《江滨日报》（2024年3月2日 第02版）", ["本报记者 何田", "《江滨日报》（2024年3月2日 第02版）"]),
        (f"　　{BODY}　　“{BODY}” 上一篇 江滨日报版权所有", [f"　　{BODY}", f"　　“{BODY}”", "上一篇", "江滨日报版权所有"]),
        (f"第02版：要闻 夜班船首航 本报记者 何田 陆青 　　{BODY}",
         ["第02版：要闻", "夜班船首航", "本报记者 何田 陆青", f"　　{BODY}"]),
        (f"上一版 下一版 江滨日报 | 江滨晚报 {BODY}", ["上一版 下一版", "江滨日报 | 江滨晚报", BODY]),
        (BODY, [BODY]),
        ("短行 上一篇", ["短行 上一篇"]),
    ],
)  # fmt: skip
def test_small_print_and_paragraphs_are_parted(line: str, lines: list[str]) -> None:
    assert [each for each in map(str.strip, lines_in(line)) if each] == [each.strip() for each in lines]
