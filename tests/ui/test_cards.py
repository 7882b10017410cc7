"""The screens that cover the reading screen scroll by keys and by the wheel."""

from pathlib import Path

from textual import events

from tests.support.pilots import Reader, reading, settle, shown


async def wheel(pilot: Reader, event: type[events.MouseEvent]) -> None:
    await pilot._post_mouse_events([event], widget=pilot.app.screen, offset=(5, 5))
    await pilot.pause()


async def test_keys_scroll_by_a_line_either_way_and_by_nine_tenths_of_a_screen(tmp_path: Path) -> None:
    async with reading(tmp_path, size=(40, 20)) as pilot:
        await pilot.press("question_mark")
        await settle(pilot)
        _, *first, foot = shown(pilot)
        assert foot == " Esc 返回   ↓ 还有"

        for key, hidden in (("j", 1), ("down", 2), ("k", 1), ("up", 0), ("up", 0)):
            await pilot.press(key)
            await settle(pilot)
            assert shown(pilot)[1 : len(first) + 1 - hidden] == first[hidden:]

        await pilot.press("space")
        await settle(pilot)
        assert shown(pilot)[1] == first[int(0.9 * len(first))]

        await pilot.press(*["pagedown"] * 9)
        await settle(pilot)
        assert shown(pilot)[-2].startswith("  q           退出")
        assert shown(pilot)[-1] == " Esc 返回"


async def test_the_wheel_scrolls_what_the_keys_scroll(tmp_path: Path) -> None:
    async with reading(tmp_path) as pilot:
        await pilot.press("question_mark")
        await settle(pilot)
        before = shown(pilot)

        await wheel(pilot, events.MouseScrollDown)
        assert shown(pilot)[1:-3] == before[3:-1]

        await wheel(pilot, events.MouseScrollUp)
        assert shown(pilot) == before


async def test_the_wheel_leaves_a_calendar_as_it_is(tmp_path: Path) -> None:
    async with reading(tmp_path) as pilot:
        await pilot.press("d")
        await settle(pilot)
        before = shown(pilot)
        assert any("12*" in row for row in before)

        await wheel(pilot, events.MouseScrollDown)

        assert shown(pilot) == before
