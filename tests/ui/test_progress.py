"""How far one has read, row by row, in the real app."""

from pathlib import Path

import pytest

from reader.newsstand.saved import Saved, open_path
from reader.sources.folder import text
from reader.typesetting.ladder import Capabilities
from reader.ui.app import BanmianApp
from reader.words import ZH, Words
from tests.support.newsprint import PAGE
from tests.support.press import MIDDLE_DAY
from tests.support.sessions import session


@pytest.mark.parametrize("size", [(80, 24), (40, 20), (120, 60)])
async def test_a_hundred_per_cent_is_the_last_row_and_nothing_else(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    app = BanmianApp(session(tmp_path, Saved(open_path(MIDDLE_DAY[0]))), Words(ZH), Capabilities())
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        await app.workers.wait_for_complete()
        await pilot.pause()
        pane = app.reading._pane
        seen = [pane.progress[2]]
        while pane.scroll_rows(1):
            assert (pane.progress[2] == 100) is pane.at_end
            seen.append(pane.progress[2])

        assert pane.at_end
        assert seen == sorted(seen)
        assert seen[-1] == 100
        assert app.reading._view
        assert pane._shown[-1].item == len(pane._items) - 1


async def test_what_was_said_of_the_end_goes_when_the_window_changes(tmp_path: Path) -> None:
    app = BanmianApp(session(tmp_path, Saved(open_path(MIDDLE_DAY[0]))), Words(ZH), Capabilities())
    async with app.run_test(size=(120, 60)) as pilot:
        await pilot.pause()
        await app.workers.wait_for_complete()
        await pilot.press("G", "space")
        await pilot.pause()
        assert "再按空格" in state(app)

        await pilot.resize_terminal(60, 20)
        await pilot.pause()
        assert "再按空格" not in state(app)
        assert not app.reading._waits_for_next


async def test_a_headline_not_at_hand_has_no_share_and_no_end(tmp_path: Path) -> None:
    app = BanmianApp(session(tmp_path, Saved(text(PAGE.encode()))), Words(ZH), Capabilities())
    async with app.run_test(size=(100, 24)) as pilot:
        await pilot.pause()
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert "%" in state(app)
        await pilot.press("left")
        await pilot.pause()
        assert "%" not in state(app)
        await pilot.press("space")
        await pilot.pause()
        assert "再按空格：下一篇 ▸ " in state(app)
        assert "本篇完" not in state(app)


async def test_one_space_is_enough_where_only_the_line_of_the_next_article_is_left(tmp_path: Path) -> None:
    app = BanmianApp(session(tmp_path, Saved(open_path(MIDDLE_DAY[0]))), Words(ZH), Capabilities())
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await app.workers.wait_for_complete()
        await pilot.pause()
        await pilot.press("G", "k")
        await pilot.pause()
        assert "100%" not in state(app)
        await pilot.press("space")
        await pilot.pause()
        assert "本篇完。再按空格：下一篇 ▸ " in state(app)
        assert "100%" in state(app)


def state(app: BanmianApp) -> str:
    """The state line."""
    return app.screen._compositor.render_strips()[-2].text
