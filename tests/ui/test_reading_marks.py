"""When an article counts as read."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from reader.library.marks import ReadMarks
from reader.ui import keeping, reading_marks
from tests.support.days import article, write_day
from tests.support.screens import Seen, reading

DAY = (
    (article("短的一篇", "江水退了。"), article("长的一篇", *["江水漫过石桥又退了回去。" * 10] * 20)),
    (article("不在手边的一篇", "石桥还在。"),),
)
STAY = 0.05
"""Seconds of these tests in place of two."""


@pytest.fixture(autouse=True)
def _in_a_hurry(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody stays anywhere long enough, as long as a test does not say so."""
    monkeypatch.setattr(reading_marks, "READ_SECONDS", 60)
    monkeypatch.setattr(keeping, "KEEP_SECONDS", STAY)


@pytest.fixture
async def seen(tmp_path: Path) -> AsyncIterator[Seen]:
    day = write_day(tmp_path / "day", DAY)
    (day / "content_2000.htm").unlink()
    async with reading(tmp_path, day, size=(50, 20)) as seen:
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


async def test_who_stays_at_the_end_has_read_the_article_and_who_goes_on_before_has_not(
    seen: Seen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    await stay(seen, monkeypatch, "right")
    await seen.press("G")
    await stay(seen, monkeypatch, *"kkkkkk")
    assert marked(seen) == []
    await stay(seen, monkeypatch, "right", "space", "G", "left")
    assert "篇 2/2" in seen.head
    assert marked(seen) == []

    await stay(seen, monkeypatch, "G")

    assert marked(seen) == ["长的一篇"]
    await seen.pilot.pause(2 * STAY)
    assert ReadMarks(tmp_path / "read.json").is_read("石桥日报/2024-03-02/01#长的一篇")


async def test_a_key_that_asks_for_more_at_the_end_marks_at_once(seen: Seen) -> None:
    await seen.press("right")
    for key in ("space", "G", "end"):
        await seen.press("g", "G")
        assert marked(seen) == []

        await seen.press(key)

        assert marked(seen) == ["长的一篇"]
        seen.app.reading._session.marks._keys.clear()


async def test_what_a_card_a_list_or_too_small_a_window_hides_is_not_being_read(
    seen: Seen, monkeypatch: pytest.MonkeyPatch
) -> None:
    for cover, uncover in (("question_mark", "escape"), ("t", "t")):
        await stay(seen, monkeypatch, cover)
        assert marked(seen) == []

        await stay(seen, monkeypatch, uncover)

        assert marked(seen) == ["短的一篇"]
        seen.app.reading._session.marks._keys.clear()
    await seen.pilot.resize_terminal(30, 5)
    await stay(seen, monkeypatch, "right", "left", "space", "G")

    assert marked(seen) == []
