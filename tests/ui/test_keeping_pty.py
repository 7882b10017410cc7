"""What is left of a sitting that was killed, and of two at once, on a real pty."""

import os
import sys
from pathlib import Path

import pytest

pytest.importorskip("termios", reason="a pty is needed, which Windows does not have")

from reader.library.positions import Positions
from tests.support.days import article, write_day
from tests.support.terminal import Terminal
from tests.ui.test_reading_pty import assert_leaves_no_trace, first_words

DAY = [[article("桥通了", *(f"第{n}天，江水漫过石桥又退了回去。" * 10 for n in range(1, 21)))]]
NO_TEXT = os.fsdecode(b"\xb1\xa8\xd6\xbd") if sys.platform.startswith("linux") else "报纸"

pytestmark = [pytest.mark.slow, pytest.mark.kill]


def reader(home: Path, *target: str, state: str = "banmian") -> Terminal:
    environment = {"BANMIAN_HOME": str(home / state)}
    return Terminal(["-m", "reader", *target], home=home, columns=80, rows=24, environment=environment)


def test_who_is_killed_a_moment_after_moving_comes_back_to_the_place(tmp_path: Path) -> None:
    day = write_day(tmp_path / NO_TEXT / "day", DAY)
    file = tmp_path / NO_TEXT / "state" / "places.json"
    with reader(tmp_path, str(day), state=f"{NO_TEXT}/state") as terminal:
        terminal.wait_for("桥通了")
        terminal.settle()
        terminal.send("  jj")
        terminal.settle()
        seen = first_words(terminal)
        terminal.wait_for(lambda _: file.exists() and Positions(file).get("石桥日报/2024-03-02/01#桥通了"))
        terminal.process.kill()
        terminal.process.wait()

    with reader(tmp_path, state=f"{NO_TEXT}/state") as terminal:
        terminal.wait_for("继续阅读")
        terminal.settle()
        assert first_words(terminal) == seen
        assert [path.name for path in file.parent.iterdir()] == ["places.json"]
        assert_leaves_no_trace(terminal)


def test_two_readers_at_once_come_back_each_to_its_place(tmp_path: Path) -> None:
    days = [write_day(tmp_path / str(n), DAY, day=f"2024年3月{n}日") for n in (2, 3)]
    with reader(tmp_path, str(days[0])) as one, reader(tmp_path, str(days[1])) as other:
        seen = []
        for terminal, keys in ((one, " jjj"), (other, "  jj")):
            terminal.wait_for("桥通了")
            terminal.settle()
            terminal.send(keys)
            terminal.settle()
            seen.append(first_words(terminal))
        one.send("q")
        other.send("q")
        assert (one.finish(), other.finish()) == (0, 0)

    for day, words in zip(days, seen, strict=True):
        with reader(tmp_path, str(day)) as terminal:
            terminal.wait_for("桥通了")
            terminal.settle()
            assert first_words(terminal) == words
