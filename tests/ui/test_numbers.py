"""Every number on the screen, and what is cut or kept there, on a day whose numbers are known."""

from pathlib import Path

import pytest
from textual.events import Paste

from reader.typesetting.cells import widths
from reader.ui.screens.page_report import RawScreen
from reader.ui.spans import LineStyle, Marks
from reader.words import ZH, Words
from tests.support.days import article, write_day
from tests.support.pilots import drag
from tests.support.press import SAMPLES
from tests.support.screens import Seen, reading

LINE = "江水漫过石桥又退了回去。"
"""Twelve characters, to be counted by."""
NUMBERED = tuple("".join(f"{part}{n:02}句走过石桥。" for n in range(10, 40)) for part in "甲乙")
"""Paragraphs in which every line says where in the text it stands."""
LONG = "一座桥和它两岸的人" * 6
DAY = (
    (
        article("桥通了", *[LINE * 10] * 5),
        article("江水退了之后", *[LINE * 10] * 4),
        article(LONG, LINE * 5, "abc def " * 15),
    ),
    (article("渡口", LINE), article("水车", LINE)),
)
SISTERS = ("石桥晚报", "石桥周刊", "石桥画报")


@pytest.fixture
def day(tmp_path: Path) -> Path:
    return write_day(tmp_path / "day", DAY, sisters=SISTERS)


async def test_pages_articles_and_characters_are_counted(tmp_path: Path, day: Path) -> None:
    async with reading(tmp_path, day) as seen:
        assert "第01版 版面1    版 1/2 · 篇 1/3" in seen.head
        await seen.press("G")
        assert "下一篇 ▸ 江水退了之后 （480字）" in seen.text
        await seen.press("right", "right")
        assert "版 1/2 · 篇 3/3" in seen.head
        await seen.press("]")
        assert "第02版 版面2    版 2/2 · 篇 1/2" in seen.head
        assert "2 篇·1分" in seen.text


async def test_minutes_count_a_han_once(tmp_path: Path, day: Path) -> None:
    # 1,140 汉字 at 400 a minute, and 119 letters and blanks at 1,100: 2.96 minutes
    async with reading(tmp_path, day) as seen:
        assert "3 篇·3分" in seen.text
    # four letters a word: 1,199 at 1,100 a minute
    letters = write_day(tmp_path / "letters", [[article("Bridge", "abc " * 300)]])
    async with reading(tmp_path, letters, language=1) as seen:
        assert "1 article · 2 min" in seen.text


async def test_how_far_one_has_read_is_told_in_paragraphs_and_in_a_hundred(tmp_path: Path, day: Path) -> None:
    async with reading(tmp_path, day) as seen:
        # of 603 characters 3 + 3 × 120, and of the fourth paragraph four lines: 25 + 3 × 27
        assert seen.state.endswith(" 段 1/6 · 77% ──")
        await seen.press(*"jjjjjjjj")
        assert seen.state.endswith(" 段 3/6 · 99% ──")  # the line of the next article is still to come
    async with reading(tmp_path / "en", day, language=1, size=(110, 60)) as seen:
        assert "page 1/2 · article 1/3" in seen.head
        assert seen.state.endswith(" para 1/6 · 100% ──")


@pytest.mark.parametrize(("language", "words"), [(0, "每行 {han} 字"), (1, "{cells} columns")])
async def test_a_size_says_how_much_its_lines_hold(
    tmp_path: Path, day: Path, language: int, words: str
) -> None:
    async with reading(tmp_path, day, language=language) as seen:
        for key in "-0":
            await seen.press(key)
            # the second line of a paragraph begins at the left edge; the longest reaches the right one
            lines = [row.rpartition("│")[2].strip() for row in seen.rows[5:-2]]
            longest = max(map(len, lines))
            assert words.format(han=longest, cells=2 * longest) in seen.state


async def test_matches_are_counted_and_numbered(tmp_path: Path, day: Path) -> None:
    async with reading(tmp_path, day) as seen:
        await seen.press("/", *"江水", "enter")
        assert " 1/50 " in seen.state
        await seen.press("n", "n")
        assert " 3/50 " in seen.state
        await seen.press("N", "N", "N")
        assert " 50/50 " in seen.state


@pytest.mark.slow
async def test_a_third_of_a_million_matches_in_one_paragraph_hold_no_key_up(tmp_path: Path) -> None:
    folder = write_day(tmp_path / "day", [[article("桥通了", "江" * 330_000)]])
    async with reading(tmp_path, folder) as seen:
        await seen.press("/", *"江", "enter")
        assert " 1/330000 " in seen.state
        await seen.press("N", "N", "n", "j", "j", "k")
        assert " 330000/330000 " in seen.state


async def test_a_headline_has_three_lines_in_the_contents_and_the_rest_is_marked_as_cut(
    tmp_path: Path, day: Path
) -> None:
    async with reading(tmp_path, day) as seen:
        first = seen.row_of("  3 一座桥")
        rows = [row.split("│")[1].strip() for row in seen.rows[first : first + 4]]
        assert rows[2].endswith("…")
        assert rows[3] == ""


async def test_two_sister_papers_are_named_in_the_head_and_no_third(tmp_path: Path, day: Path) -> None:
    async with reading(tmp_path, day, size=(160, 24)) as seen:
        assert seen.head.startswith(" 石桥日报 │ 石桥晚报 │ 石桥周刊  2024年")


async def test_a_word_to_look_for_has_two_hundred_characters_at_most(tmp_path: Path) -> None:
    folder = write_day(tmp_path / "day", [[article("桥通了", "江" * 200)]])
    async with reading(tmp_path, folder) as seen:
        await seen.press("/")
        assert seen.app.focused
        seen.app.focused.post_message(Paste("江" * 200))
        await seen.settle()
        await seen.press("水", "enter")
        assert " 1/1 " in seen.state


def test_five_thousand_lines_of_the_raw_text_are_shown() -> None:
    style = LineStyle(Words(ZH), widths(), Marks())

    assert len(RawScreen(style, "\n" * 5_001).lines(80)) == 5_000


async def test_the_raw_text_is_read_in_the_encoding_asked_for(tmp_path: Path) -> None:
    # which is followed even where it fits badly, so that the text shows it
    file = write_day(tmp_path / "day", [[article("石桥通车", LINE)]]) / "content_1000.htm"
    async with reading(tmp_path, file, encoding="gb18030") as seen:
        await seen.press("i")
        await seen.press("i")
        assert f"<h1>{'石桥通车'.encode().decode('gb18030')}</h1>" in seen.text
        assert "石桥通车" not in seen.text


async def test_space_at_the_end_says_so_again_after_one_has_gone_up(tmp_path: Path, day: Path) -> None:
    async with reading(tmp_path, day, size=(110, 20)) as seen:
        await seen.press("G", "space")
        assert "再按空格" in seen.state
        await seen.press(*"kkkk", "space")
        assert "再按空格" not in seen.state
        await seen.press("space")
        assert "再按空格" in seen.state
        assert "篇 1/3" in seen.head
        await seen.press("space")
        assert "篇 2/3" in seen.head


async def test_a_blank_row_at_the_top_keeps_the_place_of_the_line_after_it(tmp_path: Path) -> None:
    folder = write_day(tmp_path / "day", [[article("桥通了", *NUMBERED)]])
    async with reading(tmp_path, folder, size=(80, 24)) as seen:
        await seen.press("+")
        assert "行距加宽" in seen.state
        await seen.press(*"jjjjjjjj")
        top, below = (row.rpartition("│")[2].strip() for row in seen.rows[4:6])
        assert top == ""
        assert below.startswith("甲17句")
        await seen.press("0")
        assert "甲17句" in seen.rows[4]


async def test_a_selection_over_paragraphs_is_marked_to_the_end_of_each(tmp_path: Path) -> None:
    folder = write_day(tmp_path / "day", [[article("桥通了", "甲段很短。", "乙段也短。", "丙段收尾。")]])
    async with reading(tmp_path, folder) as seen:
        rows = [seen.row_of(text) for text in ("甲段很短", "乙段也短", "丙段收尾")]
        column = 46 + seen.rows[rows[0]].rpartition("│")[2].index("甲")
        await drag(seen.pilot, (column + 2, rows[0]), (column + 4, rows[2]))
        strips = seen.app.screen._compositor.render_strips()
        for row, text in zip(rows[:2], ("段很短。", "乙段也短。"), strict=True):
            ground = strips[row].crop(column + 20, column + 21)._segments[0].style
            marked = [s.text for s in strips[row] if s.style and ground and s.style.bgcolor != ground.bgcolor]
            assert "".join(marked).strip() == text


async def test_the_page_last_read_is_not_turned_to_in_a_paper_of_another_day(tmp_path: Path) -> None:
    async with reading(tmp_path, SAMPLES / "qsrb", date="2026-05-12") as seen:
        await seen.press("]")
        assert "5月12日" in seen.head
        assert "版 2/4" in seen.head
    async with reading(tmp_path, SAMPLES / "qsrb", date="2026-05-12") as seen:
        assert "版 2/4" in seen.head
    async with reading(tmp_path, SAMPLES / "qsrb", date="2026-05-14") as seen:
        assert "5月14日" in seen.head
        assert "版 1/2" in seen.head


async def test_what_has_the_keys_is_seen_and_the_footer_tells_its_keys(tmp_path: Path) -> None:
    folder = write_day(tmp_path / "day", [[article("桥通了", "甲"), article("堰修好了", "乙")]])
    async with reading(tmp_path, folder, size=(120, 30)) as seen:
        await seen.press("escape")
        assert "往下" in seen.rows[-1]
        before = looks_of(seen, "1 桥通了")
        await seen.press("t")
        assert "↑ ↓ 选" in seen.rows[-1]
        assert "reverse" not in before
        assert "reverse" in looks_of(seen, "1 桥通了")
        await seen.press("down", "enter")
        assert "往下" in seen.rows[-1]
        assert "篇 2/2" in seen.head


async def test_a_list_keeps_a_margin_and_tells_that_there_is_more(tmp_path: Path) -> None:
    folder = write_day(tmp_path / "day", [[article(f"第{n}条消息", "甲") for n in range(1, 31)]])
    async with reading(tmp_path, folder, size=(80, 20)) as seen:
        assert marks_of(seen) == ["▾"]
        await seen.press(*["right"] * 14)
        assert marks_of(seen) == ["▴", "▾"]
        assert seen.row_of("16 第16条消息") == seen.row_of("15 第15条消息") + 1
        await seen.press(*["left"] * 8)
        assert seen.row_of("6 第6条消息") == seen.row_of("7 第7条消息") - 1
        await seen.press(*["right"] * 23)
        assert marks_of(seen) == ["▴"]


def looks_of(seen: Seen, text: str) -> str:
    """How a text in the lists looks."""
    strips = seen.app.screen._compositor.render_strips()
    return " ".join(str(piece.style) for strip in strips for piece in strip if text in piece.text)


def marks_of(seen: Seen) -> list[str]:
    """The marks in the last column of the contents that tell of more."""
    lists = [row.partition("│")[0] for row in seen.rows[2:-2]]
    return [row[-1] for row in lists if row.endswith(("▴", "▾"))]
