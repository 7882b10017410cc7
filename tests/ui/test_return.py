"""Coming back to the place last read: to what is still there, else to the sample, and nothing is forgotten."""

import json
import os
import sys
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import pytest
from msgspec.structs import replace

from reader.arguments import Arguments
from reader.errors import SourceError
from reader.library.positions import Last, Positions
from reader.newsstand.targets import find_stand
from reader.sources import sample
from reader.typesetting.ladder import Capabilities
from reader.ui.app import BanmianApp
from reader.ui.session import Session
from reader.ui.view import View
from reader.words import ZH, Words
from tests.support.days import article, write_day
from tests.support.newsprint import HEADLINES, PAGE
from tests.support.press import MIDDLE_DAY, SAMPLES
from tests.support.sessions import returning

NOW = datetime(2026, 5, 20, 4, tzinfo=UTC)


def remembered(home: Path, last: Last) -> Session:
    """A session that nobody named a target for."""
    asked = (Arguments(target=last.target, date=last.day, paper=last.paper), Arguments())
    places = Positions(home / "places.json")
    places.last = last
    return returning(places, *(partial(find_stand, one, Words(ZH), NOW) for one in asked))


def unreadable(home: Path, kind: str) -> tuple[str, str]:
    """A target that cannot be opened any more, and what is said of it."""
    if kind == "a name too long":
        return f"/{'长' * 200}/day", "读不了"
    if kind == "a picture":
        (home / "page.htm").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(200))
        return str(home / "page.htm"), "page.htm 是图片，不是网页"
    if kind == "a day that went":
        (home / "days").symlink_to(SAMPLES / "qsrb")
        return str(home / "days"), "没有 2026年5月13日 的报纸"
    return str(home / "nowhere"), "没有这个文件"


async def test_a_remembered_name_cannot_act(tmp_path: Path) -> None:
    last = Last(str(tmp_path / "a\x1b]0;t\x07b"), "", "", "")
    app = BanmianApp(remembered(tmp_path, last), Words(ZH), Capabilities())
    async with app.run_test() as pilot:
        await pilot.pause()
        await app.workers.wait_for_complete()

    assert "a�]0;t�b" in app.reading._greeting
    assert "\x1b" not in app.reading._greeting


@pytest.mark.parametrize("kind", ["a name too long", "a picture", "a day that went", "a folder that went"])
async def test_a_place_that_does_not_open_any_more_is_told_and_kept_and_the_sample_opens(
    tmp_path: Path, kind: str
) -> None:
    target, why = unreadable(tmp_path, kind)
    last = Last(target, "2026-05-13", "002", "看堰人把水声调回老调子", "", "青石日报")
    session = remembered(tmp_path, last)
    app = BanmianApp(session, Words(ZH), Capabilities())
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await app.workers.wait_for_complete()
        await pilot.pause()
        screen = app.reading
        assert screen._view
        assert (screen._view.stand.is_sample, screen._view.day) == (True, ("青石日报", "2026-05-12"))
        assert screen._greeting.startswith("上次读的 青石日报 5月13日 002版 打不开：")
        assert why in screen._greeting
        await pilot.press("right")
        app.exit()

    assert Positions(tmp_path / "places.json").last == last


async def read(app: BanmianApp, keys: str = "") -> str:
    """Open what there is, press keys, leave; the place in the head."""
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await app.workers.wait_for_complete()
        await pilot.pause()
        await pilot.press(*keys.split())
        await pilot.pause()
        assert app.reading._view
        view = app.reading._view
        app.exit()
    return f"{view.page.number} {view.article_at + 1}"


async def test_a_page_that_came_as_text_is_come_back_to_at_the_headline_left(tmp_path: Path) -> None:
    file = tmp_path / "page.txt"
    file.write_text(PAGE, "utf-8")
    opening = partial(find_stand, Arguments(target=str(file)), Words(ZH), NOW)

    def again(*, is_return: bool) -> BanmianApp:
        places = Positions(tmp_path / "places.json")
        given = replace(returning(places, opening), is_return=is_return)
        return BanmianApp(given, Words(ZH), Capabilities())

    assert await read(again(is_return=False), "j j j right") == "003 6"
    assert await read(again(is_return=True)) == "003 6"
    asked = again(is_return=False)
    assert await read(asked) == "003 5"
    assert asked.reading._greeting.startswith("继续阅读 青石日报 11月8日 003版 · ")


async def test_a_place_kept_when_the_page_was_read_less_well_is_come_back_to(tmp_path: Path) -> None:
    """The file of an older program: it found neither paper nor day, so its key was another."""
    file = tmp_path / "page.txt"
    file.write_text(PAGE, "utf-8")
    last = [str(file), "", "003", HEADLINES[4]]
    record = {
        "version": 1,
        "last": last,
        "step": 0,
        "theme": "paper",
        "places": {f"/None/003#{HEADLINES[4]}": [3, 5]},
    }
    (tmp_path / "places.json").write_text(json.dumps(record), "utf-8")
    places = Positions(tmp_path / "places.json")
    session = returning(places, partial(find_stand, Arguments(target=str(file)), Words(ZH), NOW))

    app = BanmianApp(session, Words(ZH), Capabilities())
    async with app.run_test(size=(80, 12)) as pilot:
        await app.workers.wait_for_complete()
        await pilot.pause()

        assert app.reading._pane.position == (3, 5)
        assert places.get(f"青石日报/2031-11-08/003#{HEADLINES[4]}") == (3, 5)


async def test_what_is_read_after_a_place_was_lost_is_remembered(tmp_path: Path) -> None:
    file = tmp_path / "page.txt"
    file.write_text(PAGE, "utf-8")
    session = remembered(tmp_path, Last(str(tmp_path / "nowhere"), "", "", ""))
    app = BanmianApp(session, Words(ZH), Capabilities())
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await app.workers.wait_for_complete()
        stand = find_stand(Arguments(target=str(file)), Words(ZH), NOW)
        *_, edition = stand.open()
        app.reading._go(View.opening(stand, edition))
        app.exit()

    last = Positions(tmp_path / "places.json").last
    assert last
    assert last.target == str(file)


async def test_where_not_even_the_sample_opens_the_first_reason_is_told(tmp_path: Path) -> None:
    last = Last(str(tmp_path / "nowhere"), "", "", "")
    session = remembered(tmp_path, last)
    app = BanmianApp(
        returning(session.positions, *session.opening._targets[:1] * 2), Words(ZH), Capabilities()
    )
    async with app.run_test() as pilot:
        await pilot.pause()
        await app.workers.wait_for_complete()

    assert app.return_value is not None
    assert app.return_value.code == "no-such-path"


def test_old_places_of_the_sample_are_known_wherever_it_was_installed(tmp_path: Path) -> None:
    for old in (
        "/gone/lib/python3.11/site-packages/reader/sample/qsc/html/2026-05/12",
        "/gone/sample_pages/qsc",
        str(MIDDLE_DAY[1]),
    ):
        assert sample.paper_at(old) == "qsc"
    (tmp_path / "sample/qsrb").mkdir(parents=True)
    for other in (
        str(tmp_path / "sample/qsrb"),
        "/gone/qsrb/html",
        "/gone/sample/rmrb",
        "http://a.cn/sample/",
        "sample",
    ):
        assert sample.paper_at(other) == ""


def test_a_damaged_sample_keeps_no_other_place_from_being_known(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing() -> Path:
        raise SourceError("no-sample")

    monkeypatch.setattr(sample, "find", missing)

    for other in ("/papers/rmrb/2026-05-12", "http://paper.example/html/2026-05/12/node_1.htm", "sample:"):
        assert sample.paper_at(other) == ""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere a name must be text")
def test_a_folder_whose_name_is_no_text_is_come_back_to(tmp_path: Path) -> None:
    day = write_day(
        tmp_path / os.fsdecode(b"\xb1\xa8\xd6\xbd"), [[article("桥通了", "江水漫过石桥又退了回去。")]]
    )
    stand = find_stand(Arguments(target=str(day)), Words(ZH), NOW)
    *_, edition = stand.open()
    places = Positions(tmp_path / "places.json")
    places.last = View.opening(stand, edition).last
    assert places.save()

    last = Positions(tmp_path / "places.json").last

    assert last
    *_, again = find_stand(Arguments(target=last.target, is_return=True), Words(ZH), NOW).open()
    assert again.opened == edition.opened
