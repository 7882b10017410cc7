"""Headlines: few lines, near equal, parted where the page parted them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.typesetting.breaks import NO_END, NO_START
from reader.typesetting.cells import widths
from reader.typesetting.linebreak import SetLine, set_headline, set_paragraph


def shown(text: str, measure: int) -> list[str]:
    return [text[line.start : line.end] for line in set_headline(text, measure, widths())]


@pytest.mark.parametrize(
    ("text", "measure", "expected"),
    [
        ("青石新桥今日通车", 40, "青石新桥今日通车"),
        ("春耕备耕全面铺开　粮食面积稳中有增", 40, "春耕备耕全面铺开　粮食面积稳中有增"),
        ("春耕备耕全面铺开　粮食面积稳中有增", 30, "春耕备耕全面铺开|粮食面积稳中有增"),
        ("春耕备耕全面铺开 今年粮食面积稳中有增", 34, "春耕备耕全面铺开|今年粮食面积稳中有增"),
        ("春耕备耕全面铺开今年粮食面积稳中有增", 34, "春耕备耕全面铺开今|年粮食面积稳中有增"),
        ("“一江碧水”长流 三年治理见成效 山城添新绿", 16, "“一江碧水”长流|三年治理见成效|山城添新绿"),
        (
            "全市会议强调：坚持问题导向，推动“百里江岸”见效",
            32,
            "全市会议强调：坚持问题导向，|推动“百里江岸”见效",
        ),
        ("走近AI大模型2031年11月8日开馆", 24, "走近AI大模型|2031年11月8日开馆"),
        ("石 推动百里江岸工程早日建成投用", 28, "石 推动百里江岸|工程早日建成投用"),
        ("公交7路为“豆腐担子”挪了一站", 22, "公交7路为|“豆腐担子”挪了一站"),
        ("记者走进《江岸》摄制组看看那些老照片", 24, "记者走进《江岸》|摄制组看看那些老照片"),
        ("　青石新桥　", 40, "青石新桥"),
        ("", 40, ""),
    ],
)
def test_case(text: str, measure: int, expected: str) -> None:
    assert shown(text, measure) == expected.split("|")


def test_a_word_longer_than_the_measure_is_broken_and_all_of_it_shown() -> None:
    text = "见https://example.org/a/very/long/address吗"

    assert "".join(shown(text, 16)) == text


def test_what_is_no_headline_is_filled_line_by_line() -> None:
    text = "长" * 5000

    assert set_headline(text, 40, widths()) == set_paragraph(text, 40, widths(), indent=0, hang=False)


@settings(max_examples=200, deadline=None)
@given(
    text=st.text(alphabet="春江潮水连海平山城“”《》，。：——…12A ", max_size=60),
    measure=st.integers(24, 80),
    ambiguous=st.sampled_from((1, 2)),
)
def test_a_headline_takes_no_more_lines_than_it_must_and_keeps_the_rules(
    text: str, measure: int, ambiguous: int
) -> None:
    set_lines = set_headline(text, measure, widths(ambiguous))
    filled = set_paragraph(text, measure, widths(ambiguous), indent=0, hang=False)

    assert len(set_lines) == len(filled)
    assert (set_lines[0].start, set_lines[-1].end) == (filled[0].start, filled[-1].end)
    assert all(line.width <= measure for line in set_lines)
    if set_lines != filled:
        check_marks(text, set_lines)


def check_marks(text: str, set_lines: list[SetLine]) -> None:
    assert all(text[line.start] not in NO_START for line in set_lines[1:])
    assert all(text[line.end - 1] not in NO_END for line in set_lines[:-1])
