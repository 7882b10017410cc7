"""Paragraphs in lines: cases, and what holds for every text."""

import os
import re
from collections.abc import Iterator
from itertools import pairwise, product
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.typesetting.breaks import BLANKS, HANGING, NO_END, NO_START, UNIT
from reader.typesetting.cells import cells, widths
from reader.typesetting.linebreak import SetLine, set_headline, set_paragraph
from tests.support.matrix import in_matrix

CASES = [
    # what it shows, measure, options, text, lines, width of each line with "h" and the hanging cells
    ("breaks_anywhere_between_han", 8, "", "山城春早江水初平", "山城春早|江水初平", "8,8"),
    ("a_comma_hangs", 10, "", "春风过江岸，柳色新", "春风过江岸，|柳色新", "12h2,6"),
    (
        "without_hanging_the_han_before_goes_along",
        10,
        "nohang",
        "春风过江岸，柳色新",
        "春风过江|岸，柳色新",
        "8,10",
    ),
    ("a_full_stop_is_not_alone_on_the_last_line", 8, "nohang", "江水初平。", "江水初|平。", "6,4"),
    ("a_full_stop_hangs_rather_than_take_a_line", 8, "", "江水初平。", "江水初平。", "10h2"),
    ("one_stop_may_hang_but_not_two", 8, "", "真来了吗？！好", "真来了|吗？！好", "6,8"),
    ("a_stop_before_a_closing_quote_does_not_hang", 9, "", "她说“来了。”又走", "她说“来|了。”又走", "7,9"),
    ("an_opening_quote_does_not_end_a_line", 9, "", "老街旧称“石巷”", "老街旧称|“石巷”", "8,6"),
    ("openers_in_a_row_go_with_what_they_open", 9, "", "老街办《“石巷”志》", "老街办|《“石巷”|志》", "6,8,4"),
    ("a_bracket_does_not_end_a_line", 10, "", "青石新区（筹）成立", "青石新区|（筹）成立", "8,10"),
    ("a_dash_is_whole_and_may_begin_a_line", 9, "", "一条新路——通江", "一条新路|——通江", "8,6"),
    ("an_ellipsis_is_whole_and_never_first", 11, "", "江声渐远了……又近", "江声渐远|了……又近", "8,8"),
    ("a_number_keeps_its_unit", 8, "", "栽下3200棵，共15亩", "栽下3200|棵，共|15亩", "8,6,4"),
    ("a_large_number_keeps_its_unit", 8, "", "投入260万元修路", "投入|260万元|修路", "4,7,4"),
    (
        "year_month_and_day_are_whole_each",
        10,
        "",
        "定于2031年11月8日开园",
        "定于2031年|11月8日开|园",
        "10,9,2",
    ),
    ("a_percentage_is_whole", 8, "", "多收了7.5%左右", "多收了|7.5%左右", "6,8"),
    ("a_thousands_comma_does_not_part_a_number", 8, "", "共计1,250人次", "共计|1,250人|次", "4,7,2"),
    ("a_time_of_day_is_whole", 8, "", "每天早08:30开门", "每天早|08:30开|门", "6,7,2"),
    ("full_width_digits_are_whole", 8, "", "约在１９８４年冬", "约在|１９８４|年冬", "4,8,4"),
    ("a_signed_number_is_whole", 8, "", "夜里降到-12℃了", "夜里降到|-12℃了", "8,6"),
    ("a_currency_sign_goes_with_its_number", 8, "", "票价为￥35元", "票价为|￥35元", "6,6"),
    ("a_latin_word_is_whole", 10, "", "新装了Python课堂", "新装了|Python课堂", "6,10"),
    ("a_compound_word_is_whole", 10, "", "改用了Wi-Fi7网络", "改用了|Wi-Fi7网络", "6,10"),
    ("a_sum_is_whole", 8, "", "试行了3+2学制", "试行了|3+2学制", "6,7"),
    ("a_name_is_not_parted_before_its_dot", 8, "", "访安娜·李女士", "访安娜·|李女士", "7,6"),
    ("a_range_mark_does_not_begin_a_line", 8, "", "每组有8～12人", "每组有|8～12人", "6,7"),
    ("an_ascii_comma_beside_han_hangs", 8, "", "水清岸绿,鱼归", "水清岸绿,|鱼归", "9h1,4"),
    ("ascii_brackets_obey_the_same_rules", 8, "nohang", "江水清了;柳(三)绿", "江水清|了;柳|(三)绿", "6,5,6"),
    (
        "an_indent_of_wide_blanks_is_made_anew",
        12,
        "indent2",
        "\u3000\u3000春风又到江南岸",
        "春风又到|江南岸",
        "12,6",
    ),
    ("an_indent_of_two_spaces_is_made_anew", 12, "indent2", "  春风又到江南岸", "春风又到|江南岸", "12,6"),
    ("blanks_at_the_end_are_dropped", 8, "", "江水初平\u3000 ", "江水初平", "8"),
    ("a_blank_is_dropped_at_a_line_end", 10, "", "周山\u3000吴水\u3000郑石", "周山\u3000吴水|郑石", "10,4"),
    ("a_blank_does_not_free_a_closing_mark", 8, "", "江水初 ，平", "江水初 ，|平", "9h1,2"),
    ("a_blank_does_not_free_an_opener", 8, "", "江水《 初平》", "江水|《 初|平》", "4,5,4"),
    ("a_dot_after_a_blank_begins_a_word", 8, "", "江水初平 .NET", "江水初平|.NET", "8,4"),
    (
        "a_word_wider_than_the_line_is_broken",
        12,
        "",
        "见http://example.org/paper/2031页",
        "见|http://examp|le.org/paper|/2031页",
        "2,12,12,7",
    ),
    (
        "a_stop_hangs_after_a_broken_word_too",
        12,
        "",
        "aaaaaaaaaaaabbbbbbbbbbbb，好",
        "aaaaaaaaaaaa|bbbbbbbbbbbb，|好",
        "12,14h2,2",
    ),
    ("a_combining_mark_stays_with_its_letter", 4, "", "ne\u0301e你好", "ne\u0301e|你好", "3,4"),
    ("a_variation_selector_takes_no_cell", 6, "", "辻\U000e0101村口东", "辻\U000e0101村口|东", "6,2"),
    ("a_joined_sequence_is_whole", 6, "", "好👩\u200d🌾种田", "好👩\u200d🌾|种田", "6,4"),
    ("quotes_may_take_two_cells", 9, "amb2", "这“石巷”志", "这“石|巷”志", "6,6"),
    ("dashes_may_take_two_cells", 9, "amb2", "一条路——通江", "一条路|——通江", "6,8"),
    ("letter_spacing_skips_marks", 11, "gap1", "春风，《石巷》好", "春风，|《石巷》|好", "7,9,2"),
    ("a_blank_paragraph_is_one_empty_line", 10, "", "\u3000 ", "", "0"),
    ("a_measure_below_one_han_still_ends", 1, "", "好，A", "好|，|A", "2,2h1,1"),
    ("an_ascii_ellipsis_is_a_mark", 8, "", "江水初平..又", "江水初|平..又", "6,6"),
    ("a_chinese_number_is_ordinary_han", 8, "", "二〇三一年春", "二〇三一|年春", "8,4"),
]

PROSE = (
    "\u3000\u3000本报讯（见习记者 林小禾）11月8日，青石市“百里江岸”工程二期正式动工。工程全长37.5公里，总投资12.6亿元，"
    "计划用3年时间完成；届时，市民可以从老城步行到新区——沿途不经过一个红绿灯。",
    "“以前这里是什么样子？杂草、乱石、污水……谁也不愿意来！”家住石巷的周大爷说，“现在好了，早上6:30就有人打太极。”"
    "他指着手机上的Wi-Fi信号笑道：“连网都通了，-5℃也有人来。”",
    "  据介绍,该工程采用4+1模式(即4个标段加1个监管平台);所有数据均在https://example.org上公开,"
    "市民可随时查询.记者在现场看到,AI巡检车正以每小时8～12公里的速度行驶.",
    "《青石市江岸保护条例》（以下简称《条例》）规定：江岸１００米以内不得新建构筑物；确需建设的，应当报“江岸办”批准，"
    "并缴纳￥5000元保证金。约翰·李、安娜·周等专家认为，《条例》“管住了最后一米”。",
    "周山\u3000吴水\u3000郑石\u3000王田\u3000冯桥\u3000陈岸\u3000褚林\u3000卫江\u3000蒋舟\u3000沈渡\u3000韩柳\u3000杨亭",
    "———" * 9 + "完" + "……" * 7 + "（（“《" + "好" * 3 + "》”））" + "。",
)


def options(words: str) -> tuple[int, dict[str, int | bool]]:
    """The ambiguous width and the setter's options from words like `nohang indent2 gap1 amb2`."""
    ambiguous = 1
    chosen: dict[str, int | bool] = {"indent": 0}
    for word in words.split():
        name, number = word.rstrip("0123456789"), int(word[-1]) if word[-1].isdigit() else 0
        if name == "amb":
            ambiguous = number
        elif name == "nohang":
            chosen["hang"] = False
        else:
            chosen[name] = number
    return ambiguous, chosen


def shown(text: str, measure: int, words: str) -> tuple[list[str], str]:
    """The lines' texts, and their widths as the cases write them."""
    ambiguous, chosen = options(words)
    set_lines = set_paragraph(text, measure, widths(ambiguous), **chosen)  # type: ignore[arg-type] # a mixed dict
    stops = [hanging(text, line, ambiguous) if chosen.get("hang", True) else 0 for line in set_lines]
    past = [min(stop, max(0, line.width - measure)) for stop, line in zip(stops, set_lines, strict=True)]
    sizes = [
        f"{line.width}h{hang}" if hang else f"{line.width}"
        for hang, line in zip(past, set_lines, strict=True)
    ]
    return [text[line.start : line.end] for line in set_lines], ",".join(sizes)


def hanging(text: str, line: SetLine, ambiguous: int) -> int:
    """Cells of a line's last character, where it is a stop that may hang."""
    last = text[line.start : line.end][-1:]
    return cells(last, widths(ambiguous)) if last and last in HANGING else 0


@pytest.mark.parametrize(
    ("measure", "words", "text", "expected", "sizes"),
    [case[1:] for case in CASES],
    ids=[case[0] for case in CASES],
)
def test_case(measure: int, words: str, text: str, expected: str, sizes: str) -> None:
    assert shown(text, measure, words) == (expected.split("|"), sizes)


def check_nothing_but_blanks_is_lost(text: str, set_lines: list[SetLine]) -> None:
    ends = [0, *(line.end for line in set_lines)]
    between = [text[end : line.start] for end, line in zip(ends, set_lines, strict=False)]
    assert all(line.start <= line.end for line in set_lines)
    assert not "".join(between).strip(BLANKS)
    assert not text[set_lines[-1].end :].strip(BLANKS)


def check_widths(text: str, set_lines: list[SetLine], measure: int, ambiguous: int, *, hang: bool) -> None:
    for index, line in enumerate(set_lines):
        indent = 0 if index or not text.strip(BLANKS) else 4
        assert line.width == indent + cells(text[line.start : line.end], widths(ambiguous))
        assert line.width <= measure + (hanging(text, line, ambiguous) if hang else 0)


def check_no_forbidden_start_or_end(text: str, set_lines: list[SetLine], exempt: set[int]) -> None:
    for line, following in pairwise(set_lines):
        if following.start in exempt:
            continue
        begins_word = re.match(r"[./–]\w", text[following.start :]) and text[following.start - 1] in BLANKS
        assert text[following.start] not in NO_START or begins_word
        assert text[line.end - 1] not in NO_END


def check_what_is_whole_is_not_parted(text: str, set_lines: list[SetLine], exempt: set[int]) -> None:
    parted = {line.end for line in set_lines[:-1]} - exempt
    for run in re.finditer(r"[0-9A-Za-z]+|\d+[.,:]\d+|\d[万亿]?[年月日元个%％℃]|[—…]+", text):
        assert parted.isdisjoint(range(run.start() + 1, run.end()))


def check_no_line_leaves_room(text: str, set_lines: list[SetLine], measure: int, ambiguous: int) -> None:
    units = dict(spans(text))
    for line, following in pairwise(set_lines):
        unit = text[following.start : units.get(following.start, following.start + 1)].rstrip(BLANKS)
        needed = line.width + cells(text[line.end : following.start] + unit, widths(ambiguous))
        assert needed > measure


def spans(text: str) -> Iterator[tuple[int, int]]:
    """Where each unit begins and ends."""
    start = len(text) - len(text.lstrip(BLANKS))
    for match in UNIT.finditer(text, start, len(text.rstrip(BLANKS))):
        if match.lastindex:
            yield from ((at, at + 1) for at in range(*match.span()))
        else:
            yield match.span()


def inside_wide_units(text: str, room: int, ambiguous: int) -> set[int]:
    """Places inside units that no line can hold: there a break is allowed anywhere."""
    wide = (s for s in spans(text) if cells(text[slice(*s)].rstrip(BLANKS), widths(ambiguous)) > room)
    return {place for start, end in wide for place in range(start + 1, end)}


def check_all(text: str, measure: int, ambiguous: int, *, hang: bool) -> None:
    set_lines = set_paragraph(text, measure, widths(ambiguous), hang=hang)
    exempt = inside_wide_units(text, measure - 4, ambiguous)

    check_nothing_but_blanks_is_lost(text, set_lines)
    check_widths(text, set_lines, measure, ambiguous, hang=hang)
    check_no_forbidden_start_or_end(text, set_lines, exempt)
    check_what_is_whole_is_not_parted(text, set_lines, exempt)
    check_no_line_leaves_room(text, set_lines, measure, ambiguous)


@pytest.mark.parametrize("hang", [True, False])
@pytest.mark.parametrize("ambiguous", [1, 2])
@pytest.mark.parametrize("text", PROSE)
def test_prose_is_set_right_at_every_measure(text: str, ambiguous: int, hang: bool) -> None:
    for measure in range(24, 121):
        check_all(text, measure, ambiguous, hang=hang)


ANY_TEXT = st.lists(
    st.one_of(
        st.sampled_from("春江潮水年月日个万百汉字山城"),
        st.sampled_from(sorted(NO_START + NO_END + BLANKS + "—…-+@#\"'")),
        st.sampled_from(
            ("12", "2031年", "AI", "e\u0301", "a\u200db", "7.5%", "１９", "汉\U000e0101", "http://")
        ),
        st.text(max_size=3),
    ),
    max_size=80,
).map("".join)


@settings(max_examples=300, deadline=None)
@given(text=ANY_TEXT, measure=st.integers(24, 60), ambiguous=st.sampled_from((1, 2)), hang=st.booleans())
def test_the_rules_hold_for_any_text(text: str, measure: int, ambiguous: int, hang: bool) -> None:
    check_all(text, measure, ambiguous, hang=hang)


@settings(max_examples=150, deadline=None)
@given(text=ANY_TEXT, measure=st.integers(1, 12), gap=st.integers(0, 2), indent=st.integers(0, 3))
def test_any_measure_ends_and_loses_nothing(text: str, measure: int, gap: int, indent: int) -> None:
    set_lines = set_paragraph(text, measure, widths(), gap=gap, indent=indent)

    check_nothing_but_blanks_is_lost(text, set_lines)


@pytest.mark.parametrize(
    "piece", ["汉", "“", "，", "a", "—", "— ", "1,", "http://!", "好\u200d", "+", "a+", "。 "]
)
def test_a_long_run_of_anything_is_set_in_one_pass(piece: str) -> None:
    text = piece * 30_000

    check_nothing_but_blanks_is_lost(text, set_paragraph(text, 72, widths()))


def test_characters_without_width_are_no_places_to_break_a_headline_at() -> None:
    text = "字" + "\u1161" * 12_000 + "字" * 60

    lines = set_headline(text, 40, widths())

    assert len(lines) == 4
    assert max(line.width for line in lines) - min(line.width for line in lines) <= 2


# What follows reads the reference beside the project, where it is.

CORPUS = os.environ.get("BANMIAN_CORPUS", "")
needs_corpus = pytest.mark.skipif(not CORPUS, reason="BANMIAN_CORPUS names no folder with the reference")


def reference(name: str) -> str:
    return (Path(CORPUS) / "reference" / name).read_text("utf-8")


def unescaped(cell: str) -> str:
    return re.sub(
        r"\\u([0-9a-f]{4})|\\U([0-9a-f]{8})",
        lambda code: chr(int(code[1] or code[2], 16)),
        cell.replace("∅", ""),
    )


@needs_corpus
def test_every_row_of_the_reference_is_set_as_written() -> None:
    page = reference("typography-and-terminal.md")
    row = re.compile(r"^\| (T\d+) \| (\d+) \| (.*?) \| `(.*?)` \| `(.*?)` \| (.*?) \|", re.MULTILINE)
    rows = row.findall(page)

    wrong = [
        name
        for name, measure, words, text, expected, sizes in rows
        if shown(unescaped(text), int(measure), words.strip("-")) != (unescaped(expected).split("⏎"), sizes)
    ]

    assert len(rows) == 49
    assert not wrong


@needs_corpus
@pytest.mark.parametrize(("rule", "marks"), [("R1", NO_START), ("R2", NO_END)])
def test_the_forbidden_marks_are_those_of_the_reference(rule: str, marks: str) -> None:
    written = re.search(rf"^\| {rule} \|.*?`(.*)` \|$", reference("typography-and-terminal.md"), re.MULTILINE)

    assert written
    assert set(written[1]) == set(marks)


@needs_corpus
@in_matrix("ambiguous,hang", list(product((1, 2), (True, False))), daily=[(1, True)])
def test_the_reference_article_is_set_right_at_every_measure(ambiguous: int, hang: bool) -> None:
    paragraphs = [line for line in reference("reference_page.txt").splitlines() if len(line) > 60]

    assert paragraphs
    for text in paragraphs:
        for measure in range(24, 121):
            check_all(text, measure, ambiguous, hang=hang)
