"""Keys that hands bring from elsewhere: full-width ones, those of a browser, Ctrl+C, and two that meet."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from reader.newsstand.saved import Saved, open_path
from reader.typesetting.ladder import Capabilities
from reader.ui.app import BanmianApp
from reader.words import Words
from tests.support.matrix import in_matrix
from tests.support.newsprint import BODY, PAGE
from tests.support.pilots import Reader, drag, reading, settle, shown
from tests.support.press import MIDDLE_DAY
from tests.support.sessions import session


@asynccontextmanager
async def copying(
    home: Path, language: int, size: tuple[int, int] = (80, 24)
) -> AsyncIterator[tuple[Reader, list[str]]]:
    """A reader of one article, and what was copied."""
    (home / "page.txt").write_text(PAGE, "utf-8")
    copied: list[str] = []
    opened = session(home, Saved(open_path(home / "page.txt")), copied)
    app = BanmianApp(opened, Words(language), Capabilities())
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        yield pilot, copied


@in_matrix(
    "language,size", [(n, size) for n in (0, 1) for size in ((80, 24), (40, 20))], daily=[(1, (40, 20))]
)
async def test_ctrl_c_without_a_selection_copies_nothing_and_names_the_keys(
    tmp_path: Path, language: int, size: tuple[int, int]
) -> None:
    async with copying(tmp_path, language, size) as (pilot, copied):
        for keys in ((), ("slash", "水")):  # in the field nothing is selected either
            await pilot.press(*keys, "ctrl+c")
            await settle(pilot)

            assert ("q 退出 · y 复制", "q quits · y copies")[language] in shown(pilot)[-2]
        assert copied == []
        assert pilot.app.clipboard == ""


async def test_ctrl_c_copies_what_is_selected_as_y_does(tmp_path: Path) -> None:
    async with copying(tmp_path, 0) as (pilot, copied):
        row = next(y for y, line in enumerate(shown(pilot)) if "石桥镇的水车停了" in line)
        await drag(pilot, (40, row), (50, row))
        for key in ("y", "ctrl+c"):
            await pilot.press(key)
            await settle(pilot)

        first, second = copied
        assert first == second
        assert first
        assert first in BODY[1]


async def test_the_contents_come_back_from_zen_with_the_keys(tmp_path: Path) -> None:
    async with reading(tmp_path, Saved(open_path(MIDDLE_DAY[0])), size=(80, 24)) as pilot:
        everything = shown(pilot)
        await pilot.press("z")
        await settle(pilot)
        assert "1·" not in "".join(shown(pilot)[3:])

        await pilot.press("t")
        await settle(pilot)

        assert shown(pilot)[1:-2] == everything[1:-2]
        assert pilot.app.focused is not None
        assert pilot.app.focused.id == "contents"


async def test_alt_with_the_arrows_goes_back_and_forward(tmp_path: Path) -> None:
    async with reading(tmp_path) as pilot:
        seen = []
        for key in ("right_square_bracket", "alt+left", "alt+right"):
            await pilot.press(key)
            await settle(pilot)
            seen.append(shown(pilot)[0].partition("版 ")[2][:1])

        assert seen == ["2", "1", "2"]


async def test_full_width_letters_are_read_as_the_keys_they_stand_for(tmp_path: Path) -> None:
    async with reading(tmp_path) as pilot:
        for keys, found in (
            ("２ｖ", "版 2/4"),
            ("ｌ", "篇 2/5"),
            ("ｈ", "篇 1/5"),
            ("？", "banmian · 帮助"),
            ("ｑ", "版 2/4"),
        ):
            await pilot.press(*keys)
            await settle(pilot)
            assert found in "\n".join(shown(pilot))
        await pilot.press("ｑ")

        assert pilot.app.return_code == 0
