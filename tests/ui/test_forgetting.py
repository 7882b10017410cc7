"""What is closed is forgotten: nothing holds it once it is gone from the screen."""

import gc
from pathlib import Path
from weakref import ref

from reader.ui.screens.help import HelpScreen
from reader.ui.widgets.find_field import FindField
from reader.ui.widgets.rows import Rows
from tests.support.press import MIDDLE_DAY
from tests.support.screens import reading

FRONT = MIDDLE_DAY[0]


async def test_a_find_field_that_is_closed_is_forgotten(tmp_path: Path) -> None:
    async with reading(tmp_path, FRONT) as seen:
        await seen.press("slash", "a")
        held = [ref(widget) for field in seen.app.screen.query(FindField) for widget in field.children]
        await seen.press("escape")
        await seen.press("slash", "escape")
        gc.collect()

        assert len(held) == 3
        assert [widget() for widget in held] == [None] * 3


async def test_what_a_card_drew_is_forgotten_with_it(tmp_path: Path) -> None:
    async with reading(tmp_path, FRONT) as seen:
        await seen.press("question_mark")
        assert isinstance(seen.app.screen, HelpScreen)
        held = [ref(rows._styles_cache) for rows in seen.app.screen.query(Rows)]
        await seen.press("escape")
        await seen.press("slash", "escape")
        gc.collect()

        assert len(held) == 1
        assert [lines() for lines in held] == [None]
