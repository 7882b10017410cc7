"""The palette: its order, what finds what, where it leads, and how the choice is seen without colours."""

from pathlib import Path

import pytest

from reader.ui.commands import COMMANDS, DAILY
from reader.ui.offers import by_use, found, synonyms, typed
from reader.ui.screens.palette import PaletteScreen
from reader.words import EN
from tests.support.press import MIDDLE_DAY
from tests.support.screens import Seen, reading

FRONT = MIDDLE_DAY[0]
FINDS = {
    "放大": "size(1)", "bigger": "size(1)", "LARGER": "size(1)", "zoom in": "size(1)", "fangda": "size(1)",
    "fd": "size(1)", "ＦＤ": "size(1)", "+": "size(1)", "zoom out": "size(-1)", "np": "page(1)", "xyb": "page(1)",
    "save": "copy", "dark": "theme", "night": "theme", "quit": "app.quit", "exit": "app.quit", "tuichu": "app.quit",
    "全角": "full_width", "day at": "overview", "  Go   to": "go_to_page", "clipboard": "copy",
}  # fmt: skip


def test_the_commands_of_daily_use_come_first_and_the_rest_as_in_help() -> None:
    daily = [action for hint in DAILY for _, action in hint.keys]
    actions = [command.action for command in by_use()]

    assert actions[: len(daily)] == daily
    rest = [command.action for command in COMMANDS if command.action not in (*daily, "palette")]
    assert actions[len(daily) :] == rest


@pytest.mark.parametrize("word", FINDS)
def test_a_command_is_found_first_by_names_synonyms_pinyin_initials_and_keys(word: str) -> None:
    assert found(typed(word))[0].action == FINDS[word]


def test_every_command_has_its_row_of_synonyms() -> None:
    assert list(synonyms()) == [command.action for command in COMMANDS]


def test_what_no_command_is_called_finds_none() -> None:
    assert found("渡船不是命令") == []
    assert found(typed("")) == list(by_use())


async def test_what_is_typed_finds_commands_then_headlines_then_pages_then_papers(tmp_path: Path) -> None:
    async with reading(tmp_path, FRONT, size=(80, 24)) as seen:
        await seen.press("ctrl+p", *"the")
        assert (
            seen.row_of("▌ 全天标题")
            < seen.row_of("  配色")
            < seen.row_of("   报纸")
            < seen.row_of("    The Qingshi C")
        )
        await seen.press(*["backspace"] * 3, *"2")
        assert (
            seen.row_of("   标题")
            < seen.row_of("一场透雨")
            < seen.row_of("   版面")
            < seen.row_of("│    第002版 要闻")
        )


async def chosen_by(seen: Seen, word: str, *keys: str) -> str:
    """The head of the page after what is found by a word is taken."""
    await seen.press("ctrl+p", *word, *keys, "enter")
    return seen.head


async def test_a_headline_a_page_and_a_paper_are_gone_to_and_a_command_is_run(tmp_path: Path) -> None:
    async with reading(tmp_path, FRONT.parent.parent.parent.parent, size=(80, 24), date="2026-05-12") as seen:
        assert "版 3/4" in await chosen_by(seen, "003")
        assert "版 1/4 · 篇 2/5" in await chosen_by(seen, "江潮比去年")
        await chosen_by(seen, "Courier")
        for _ in range(200):  # a journey to another paper begins after a short delay
            if not seen.head.startswith(" The Qingshi Courier"):
                await seen.pilot.pause(0.02)
        assert seen.head.startswith(" The Qingshi Courier")
        await seen.press("ctrl+p", *"zhuanzhu", "enter")
        assert seen.app.reading.has_class("zen")


async def test_a_click_runs_a_command_and_nothing_found_is_said(tmp_path: Path) -> None:
    async with reading(tmp_path, FRONT, size=(80, 24), language=EN) as seen:
        await seen.press("ctrl+p", *"focus")
        await seen.pilot.click(offset=(12, seen.row_of("Focus mode")))
        await seen.settle()
        assert seen.app.reading.has_class("zen")

        await seen.press("ctrl+p", *"zzz", "enter")
        assert "Nothing is called “zzz”" in seen.text
        assert isinstance(seen.app.screen, PaletteScreen)


async def test_the_choice_is_seen_without_colours(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with reading(tmp_path, FRONT, size=(80, 24)) as seen:
        await seen.press("ctrl+p")
        before = seen.rows
        await seen.press("down", "down")

        changed = [number for number, row in enumerate(seen.rows) if row != before[number]]
        assert len(changed) == 2
        assert "▌ 上一版" in seen.rows[changed[1]]
        strip = seen.app.screen._compositor.render_strips()[changed[1]]
        assert [segment.style.bold for segment in strip if "上一版" in segment.text and segment.style] == [
            True
        ]
