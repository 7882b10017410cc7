"""What is kept while one reads: a moment after nothing changes any more, so that no kill takes it away."""

import json
from pathlib import Path

import pytest

from reader.library.marks import ReadMarks
from reader.library.positions import Positions
from reader.ui import keeping
from tests.support.days import article, write_day
from tests.support.screens import Seen, reading

SOON = 0.05
"""Seconds of these tests in place of one."""

LONG = ["江水漫过石桥又退了回去。" * 10] * 20
DAY = ((article("长的一篇", *LONG), article("下面一篇", *LONG)),)


@pytest.fixture(autouse=True)
def _soon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keeping, "KEEP_SECONDS", SOON)


def key(headline: str) -> str:
    return f"石桥日报/2024-03-02/01#{headline}"


async def stay(seen: Seen) -> None:
    await seen.pilot.pause(4 * SOON)


async def test_what_changed_is_kept_a_moment_later_and_nothing_while_keys_are_held_down(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file, marks = tmp_path / "places.json", tmp_path / "read.json"
    async with reading(tmp_path, write_day(tmp_path / "day", DAY), size=(50, 20)) as seen:
        await seen.pilot.press("space", "+", "c")
        await stay(seen)

        kept, here = Positions(file), seen.app.reading._pane.position
        assert here > (0, 0)
        assert kept.get(key("长的一篇")) == here
        assert (kept.step, kept.theme) == (1, "night")
        assert kept.last
        assert kept.last.article == "长的一篇"

        before = file.read_bytes()
        with monkeypatch.context() as patched:
            patched.setattr(keeping, "KEEP_SECONDS", 60)
            await seen.pilot.press("right", "space", "backspace", "0", "G", "space")
            await stay(seen)
        assert file.read_bytes() == before
        assert not marks.exists()

        await seen.pilot.press("g")
        await stay(seen)

        kept = Positions(file)
        assert kept.get(key("长的一篇")) is None
        assert kept.get(key("下面一篇"))
        assert kept.step == 0
        assert ReadMarks(marks).is_read(key("长的一篇"))


async def test_a_look_that_only_a_newer_program_has_is_left_to_it(tmp_path: Path) -> None:
    file = tmp_path / "places.json"
    file.write_text(json.dumps({"version": 1, "step": 9, "theme": "dawn"}), "utf-8")
    async with reading(tmp_path, write_day(tmp_path / "day", DAY), size=(50, 20)) as seen:
        await seen.pilot.press(*"jjj")

    kept = Positions(file)
    assert kept.get(key("长的一篇"))
    assert (kept.step, kept.theme) == (9, "dawn")


async def test_moving_over_the_notes_in_place_of_an_article_is_no_place_in_it(tmp_path: Path) -> None:
    day = write_day(tmp_path / "day", DAY)
    (day / "content_1001.htm").unlink()
    async with reading(tmp_path, day, size=(40, 10)) as seen:
        await seen.pilot.press("right", *"jjj")
        assert "2/2" in seen.head
        assert seen.app.reading._pane.position > (0, 0)

    assert Positions(tmp_path / "places.json").get(key("下面一篇")) is None
