"""When an article counts as read."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from reader.library.marks import ReadMarks
from reader.ui import reading_marks
from tests.support.days import article, write_day
from tests.support.newsprint import HEADLINES, PAGE
from tests.support.screens import Seen, reading

DAY = (
    (article("短的一篇", "江水退了。"), article("长的一篇", *["江水漫过石桥又退了回去。" * 10] * 20)),
    (article("另一篇短的", "石桥还在。"),),
)
STAY = 0.05
"""Seconds of these tests in place of two."""


@pytest.fixture(autouse=True)
def _in_a_hurry(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody stays anywhere long enough, as long as a test does not say so."""
    monkeypatch.setattr(reading_marks, "READ_SECONDS", 60)


@pytest.fixture
async def seen(tmp_path: Path) -> AsyncIterator[Seen]:
    async with reading(tmp_path, write_day(tmp_path / "day", DAY), size=(50, 20)) as seen:
        yield seen


def marked(seen: Seen) -> list[str]:
    """The headlines that are marked as read."""
    return [key.partition("#")[2] for key in seen.app.reading._session.marks._keys]


async def stay(seen: Seen, monkeypatch: pytest.MonkeyPatch, *keys: str) -> None:
    """Press keys, and stay."""
    with monkeypatch.context() as patched:
        patched.setattr(reading_marks, "READ_SECONDS", STAY)
        await seen.press(*keys)
        await seen.pilot.pause(2 * STAY)


async def test_who_stays_at_the_end_has_read_the_article(
    seen: Seen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    await stay(seen, monkeypatch, "right")
    assert marked(seen) == []

    await stay(seen, monkeypatch, "G")

    assert marked(seen) == ["长的一篇"]
    assert ReadMarks(tmp_path / "read.json").is_read("石桥日报/2024-03-02/01#长的一篇")


async def test_who_goes_on_before_has_not(seen: Seen, monkeypatch: pytest.MonkeyPatch) -> None:
    await seen.press("right", "left", "right", "G")
    await stay(seen, monkeypatch, "k", "k", "k")

    assert marked(seen) == []


@pytest.mark.parametrize("key", ["space", "G", "end"])
async def test_a_key_that_asks_for_more_at_the_end_marks_at_once(seen: Seen, key: str) -> None:
    await seen.press("right", "G")
    assert marked(seen) == []

    await seen.press(key)

    assert marked(seen) == ["长的一篇"]


@pytest.mark.parametrize(("cover", "uncover"), [("question_mark", "escape"), ("t", "t")])
async def test_what_a_card_or_a_list_covers_is_not_being_read(
    seen: Seen, monkeypatch: pytest.MonkeyPatch, cover: str, uncover: str
) -> None:
    await stay(seen, monkeypatch, cover)
    assert marked(seen) == []

    await stay(seen, monkeypatch, uncover)

    assert marked(seen) == ["短的一篇"]


async def test_in_a_window_too_small_nothing_is_read(seen: Seen, monkeypatch: pytest.MonkeyPatch) -> None:
    await seen.pilot.resize_terminal(30, 5)
    await stay(seen, monkeypatch, "right", "left", "space", "G")

    assert marked(seen) == []


async def test_an_article_that_is_not_at_hand_is_never_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "page.txt").write_text(PAGE, "utf-8")
    async with reading(tmp_path, tmp_path / "page.txt") as seen:
        await stay(seen, monkeypatch, "left", "space", "end")
        assert HEADLINES[3] in seen.text
        assert marked(seen) == []


async def test_marks_are_kept_from_one_reading_to_the_next(tmp_path: Path) -> None:
    day = write_day(tmp_path / "day", DAY)
    async with reading(tmp_path, day) as seen:
        await seen.press("space")
    async with reading(tmp_path, day) as seen:
        assert marked(seen) == ["短的一篇"]
