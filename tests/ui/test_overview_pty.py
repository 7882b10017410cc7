"""The day at a glance on a real pty, by someone who types ahead of the screen."""

from pathlib import Path

import pytest

pytest.importorskip("termios", reason="a pty is needed, which Windows does not have")

from tests.support.press import MIDDLE_DAY
from tests.support.terminal import Terminal

DOWN = "\x1b[B"
WALKS = [
    ("zh", f"T渡船{DOWN}{DOWN}\r", " 2/3 · 段 "),
    pytest.param("en", "Tbridge\r", " 1/1 · para ", marks=pytest.mark.slow),
]
"""Keys to the first text that holds a word; the match there, of those in the article."""


@pytest.mark.slow
@pytest.mark.matrix
@pytest.mark.parametrize(("language", "keys", "match"), WALKS)
def test_what_is_typed_at_once_after_the_key_goes_to_its_field(
    tmp_path: Path, language: str, keys: str, match: str
) -> None:
    day = MIDDLE_DAY[language == "en"]
    with Terminal(["-m", "reader", str(day), "--lang", language], home=tmp_path) as terminal:
        terminal.wait_for("%")
        terminal.settle()  # until all of the day is there
        terminal.send(keys)
        terminal.wait_for(match)
        terminal.send("q")
        assert terminal.finish() == 0
