"""To another day while other things come in: the last thing asked for is what is shown."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from reader.edition.day import Edition
from reader.edition.model import Clean
from reader.newsstand.saved import Saved, open_path
from reader.typesetting.ladder import Capabilities
from reader.ui.app import BanmianApp
from reader.ui.screens.card import Card
from reader.ui.view import View
from reader.words import ZH, Words
from tests.support.press import SAMPLES
from tests.support.sessions import session


class SiteLike(Saved):
    """Days that are at hand, read as those of a site are: after a moment, ahead, and in any order."""

    is_live = True


@pytest.fixture
async def app(tmp_path: Path) -> AsyncIterator[BanmianApp]:
    archive = open_path(SAMPLES)
    stand = SiteLike(archive, target=str(SAMPLES))
    app = BanmianApp(session(tmp_path, stand), Words(ZH), Capabilities())
    async with app.run_test() as pilot:
        await pilot.pause()
        await app.workers.wait_for_complete()
        yield app


def shown(app: BanmianApp) -> Edition:
    assert app.reading._view
    return app.reading._view.edition


async def travel(app: BanmianApp) -> int:
    """Let what was asked for come; the day of the month that is shown."""
    assert app.reading._settling
    await app.reading._settling._task  # type: ignore[misc]  # the timer runs by now
    await app.workers.wait_for_complete()
    issued = shown(app).opened.issued
    assert issued
    return issued.day


async def test_what_comes_in_meanwhile_does_not_hold_a_journey_up(app: BanmianApp) -> None:
    assert app.reading._view
    app.reading.action_day(-1)
    app.reading.show_edition(app.reading._view.stand, shown(app))

    assert await travel(app) == 12


async def test_space_waits_for_the_day_that_was_asked_for(app: BanmianApp) -> None:
    app.reading.action_end(1)
    app.reading.action_day(-1)
    for _ in range(3):
        app.reading.action_read_on()
    assert app.reading._message == "正在打开…"

    assert await travel(app) == 12
    app.reading.action_end(1)
    app.reading.action_read_on()
    assert app.reading._message.startswith("本篇完。再按空格：")


async def test_of_two_journeys_the_last_one_arrives(app: BanmianApp) -> None:
    app.reading.action_day(-1)
    assert await travel(app) == 12
    app.reading.action_day(1)
    app.reading.action_day(-1)

    assert await travel(app) == 11


async def test_of_two_journeys_the_first_is_dropped_even_if_it_comes_last(app: BanmianApp) -> None:
    app.reading.action_day(-1)
    first = app.reading._awaited
    app.reading.action_day(-1)
    app.reading._arrive(first, None, "too late")

    assert app.reading._message == "正在打开…"
    assert await travel(app) == 12


async def test_who_goes_elsewhere_meanwhile_stays_there(app: BanmianApp) -> None:
    app.reading.action_day(-1)
    number = app.reading._awaited
    app.reading.action_page(1)
    app.reading._arrive(number, None, "too late")

    assert app.reading._awaited == 0
    assert app.reading._message == ""


async def test_a_page_that_no_list_has_is_shown_when_it_comes(app: BanmianApp) -> None:
    view = app.reading._shown
    front = replace(view.page, next_page=Clean("node_2.htm"))
    whole = view.edition
    alone = replace(whole, index=whole.index[:1], pages=(front,), addresses=whole.addresses[:1], first=0)
    app.reading._view = replace(view, edition=alone, page_at=0)

    app.reading.action_page(1)
    app.reading._arrive(app.reading._awaited, View.opening(view.stand, replace(whole, first=1)), "")

    assert app.reading._shown.page_at == 1


async def test_what_comes_in_meanwhile_keeps_the_match_that_was_gone_to(app: BanmianApp) -> None:
    app.reading._finding.look_for("的")
    app.reading.action_match(1)
    app.reading.show_edition(app.reading._shown.stand, shown(app))

    assert app.reading._pane.match[0] == 2


async def test_a_next_article_that_comes_in_keeps_the_match_and_its_number(app: BanmianApp) -> None:
    """The line that names the next article changes with it."""
    view = app.reading._shown
    first, second, *rest = view.page.contents
    renamed = replace(view.page, contents=(first, replace(second, headline=Clean("桥上的灯")), *rest))
    app.reading._finding.look_for("的")
    app.reading.action_match(1)

    app.reading.show_edition(view.stand, replace(view.edition, pages=(renamed, *view.edition.pages[1:])))

    assert "桥上的灯" in app.reading._pane._items[-2].text
    assert app.reading._pane.match[0] == 2


async def test_what_comes_after_a_screen_was_closed_is_of_no_harm(app: BanmianApp) -> None:
    for action in (app.reading.action_calendar, app.reading.action_help, app.reading.action_page_report):
        action()
        screen = app.screen
        assert isinstance(screen, Card)
        await screen.dismiss()

        screen._draw()

        assert app.screen is app.reading


async def test_the_contents_alone_on_the_screen_leave_no_rows_of_another_article(tmp_path: Path) -> None:
    stand = SiteLike(open_path(SAMPLES), target=str(SAMPLES))
    app = BanmianApp(session(tmp_path, stand), Words(ZH), Capabilities())
    async with app.run_test(size=(40, 20)) as pilot:
        await pilot.pause()
        await pilot.app.workers.wait_for_complete()
        await pilot.press("G", "t", "down", "down", "up", "enter")
        await pilot.pause()

        assert isinstance(pilot.app, BanmianApp)
        assert pilot.app.crash is None
        assert pilot.app.is_running
