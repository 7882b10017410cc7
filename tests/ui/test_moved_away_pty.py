"""Coming back to a place that is not there any more, from the command line on."""

from pathlib import Path

import pytest

pytest.importorskip("termios", reason="a pty is needed, which Windows does not have")

from tests.support.days import article, write_day
from tests.support.terminal import Terminal


@pytest.mark.slow
@pytest.mark.matrix
def test_a_place_that_was_moved_away_is_told_and_the_sample_opens(tmp_path: Path) -> None:
    day = write_day(tmp_path / "day", [[article("桥通了", "江水漫过石桥又退了回去。")]])
    with Terminal(["-m", "reader", str(day)], home=tmp_path) as terminal:
        terminal.wait_for("桥通了")
        terminal.send("q")
        assert terminal.finish() == 0
    day.rename(tmp_path / "elsewhere")

    with Terminal(["-m", "reader"], home=tmp_path) as terminal:
        terminal.wait_for("上次读的 石桥日报 3月2日 01版 打不开")
        terminal.wait_for("本报讯 5月11日")
