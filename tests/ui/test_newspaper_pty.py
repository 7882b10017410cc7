"""A day read as a newspaper, on a real pty: by the map, by a jump line, by the day at a glance, and all the way back."""

from functools import partial
from pathlib import Path

import pytest

pytest.importorskip("termios", reason="a pty is needed, which Windows does not have")

from tests.support.terminal import Terminal
from tests.ui.test_reading_pty import (
    DAY,
    ENTER,
    RIGHT,
    article_rows,
    assert_leaves_no_trace,
    at,
    reader,
    shown,
    windows,
)

DOWN, UP, END, BACKSPACE = "\x1b[B", "\x1b[A", "\x1b[F", "\x7f"


def lit(terminal: Terminal) -> str:
    """What stands in the lit box of the map, as far as it has a ground of its own."""
    rows = range(4, len(terminal.text()) - 2)
    found = []
    for row in rows:
        grounds, cells = terminal.grounds(row), terminal.cells(row)
        found += [cell for ground, cell in zip(grounds, cells, strict=True) if ground != grounds[-1]]
    return "".join("".join(found).split())


def stand(terminal: Terminal, words: str, keys: str) -> tuple[str, ...]:
    """Wait for an article, scroll in it, and see where that leads."""
    terminal.wait_for(lambda seen: words in shown(seen))
    terminal.send(keys)
    terminal.settle()
    return article_rows(terminal)


def see_the_small_map_follow(terminal: Terminal) -> None:
    """The lit box goes along with the articles, there and back."""
    terminal.wait_for(lambda seen: lit(seen) == "1")
    terminal.send(RIGHT)
    terminal.wait_for(at(2, 5))
    terminal.wait_for(lambda seen: lit(seen) == "2")
    terminal.send("h")
    terminal.wait_for(at(1, 5))


def go_by_map(terminal: Terminal, arrows: str, box: str) -> None:
    """Go to the box that arrows lead to."""
    terminal.send("p" + arrows)
    terminal.wait_for(lambda seen: lit(seen).lstrip("◐○").startswith(box))
    terminal.send(ENTER)


def go_by_headline(terminal: Terminal, word: str, other: str, page: str) -> None:
    """Go to the one headline of the day that has a word, which leaves another out, on its page."""
    terminal.send("T")
    terminal.wait_for(other)
    terminal.send(word)
    terminal.wait_while(other)
    terminal.send(ENTER)
    terminal.wait_for(page)
    terminal.wait_for(lambda seen: word in shown(seen))
    terminal.settle()


def is_back(terminal: Terminal, rows: tuple[str, ...]) -> bool:
    """Whether the same lines stand at the top; a blank row above them may be gone."""
    return [row for row in article_rows(terminal) if row][:4] == [row for row in rows if row][:4]


@pytest.mark.slow
@pytest.mark.matrix
@pytest.mark.parametrize(("columns", "rows", "language"), windows((80, 24, "zh")))
def test_a_day_is_read_by_its_map_its_jump_lines_and_its_headlines(
    tmp_path: Path, columns: int, rows: int, language: str
) -> None:
    with reader(tmp_path, DAY, columns, rows, language) as terminal:
        terminal.wait_for(at(1, 5))
        terminal.wait_for("本报讯 5月11日")
        terminal.settle()
        if columns > 60:
            see_the_small_map_follow(terminal)
        stations = []
        go_by_map(terminal, RIGHT + DOWN, "3公交7路")
        stations.append(stand(terminal, "担子沉，桥陡", "jj"))
        go_by_map(terminal, UP, "1漱江")
        stations.append(stand(terminal, "秦守田照例", END))
        terminal.send("f" + ENTER)
        stations.append(stand(terminal, "秦守田今年58岁", "jjj"))
        go_by_headline(terminal, "公平秤", "油纸伞", "003")

        for before in reversed(stations):
            terminal.send(BACKSPACE)
            terminal.wait_for(partial(is_back, rows=before))
        assert_leaves_no_trace(terminal)
