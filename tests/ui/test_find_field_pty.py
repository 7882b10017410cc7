"""The field to find words in, on a real pty: where its cursor stands, and how often it says what was found."""

from functools import partial
from pathlib import Path

import pytest

pytest.importorskip("termios", reason="a pty is needed, which Windows does not have")

from tests.support.matrix import in_matrix
from tests.support.terminal import Terminal
from tests.ui.test_reading_pty import DAY, ENTER, ESCAPE, SIZES, assert_leaves_no_trace, reader
from tests.ui.test_session_pty import opened

LABEL = "查找"
CELLS = 5
"""Cells of the label and the blank after it."""


def is_last(rows: int, terminal: Terminal) -> bool:
    """Whether the field is in the last row of a window."""
    return LABEL in terminal.text()[rows - 1]


def field(terminal: Terminal) -> tuple[int, int]:
    """Where the field begins that is being opened: its column and row."""
    terminal.wait_for(LABEL)
    terminal.settle()
    column, row = terminal.cell_of(LABEL)
    return column + CELLS, row


def assert_cursor_at(terminal: Terminal, column: int, row: int) -> None:
    """Both cursors are in that cell: the terminal's, where an input method opens, and the one that is drawn."""
    terminal.settle()
    assert terminal.cursor == (column, row)
    assert terminal.stands_out(column, row)


@in_matrix(
    "columns,rows,colours",
    [(*size, colours) for size in SIZES for colours in ({}, {"NO_COLOR": "1"})],
    daily=[(40, 20, {})],
)
def test_the_cursor_is_in_the_field_from_the_first_moment(
    tmp_path: Path, columns: int, rows: int, colours: dict[str, str]
) -> None:
    command = ["-m", "reader", str(DAY)]
    with Terminal(command, home=tmp_path, columns=columns, rows=rows, environment=colours) as terminal:
        opened(terminal)
        for key in ("/", "T"):
            terminal.send(key)
            column, row = field(terminal)
            assert_cursor_at(terminal, column, row)

            terminal.send("渡x")
            terminal.wait_for(f"{LABEL} 渡x")
            assert_cursor_at(terminal, column + 3, row)

            terminal.send("\x1b[D")
            assert_cursor_at(terminal, column + 2, row)

            terminal.send(ESCAPE)
            terminal.wait_while(LABEL)
            terminal.settle()
        assert_leaves_no_trace(terminal)


@pytest.mark.slow
@pytest.mark.matrix
def test_the_cursor_goes_along_when_the_window_changes(tmp_path: Path) -> None:
    with reader(tmp_path, DAY, 80, 24) as terminal:
        opened(terminal)
        terminal.send("/")
        terminal.wait_for(LABEL)
        for columns, rows in ((80, 30), (60, 20)):
            terminal.resize(columns, rows)
            terminal.wait_for(partial(is_last, rows))
            assert_cursor_at(terminal, *field(terminal))


@pytest.mark.slow
@pytest.mark.matrix
@in_matrix("columns,rows", SIZES, daily=[(80, 24)])
def test_what_was_found_is_said_once(tmp_path: Path, columns: int, rows: int) -> None:
    with reader(tmp_path, DAY, columns, rows) as terminal:
        opened(terminal)
        terminal.send("/渡")
        terminal.wait_for("1/13")
        assert "".join(terminal.settle()).count("/13") == 1

        terminal.send("q")
        terminal.wait_for("没有“渡q”")
        assert "0/0" not in "".join(terminal.settle())

        terminal.send("\x7f" + ENTER)
        terminal.wait_for("? 帮助")
        terminal.wait_for("1/13")
        assert "".join(terminal.settle()).count("/13") == 1
        assert_leaves_no_trace(terminal)


def test_there_is_one_field_however_often_it_is_asked_for(tmp_path: Path) -> None:
    with reader(tmp_path, DAY, 80, 24) as terminal:
        opened(terminal)
        terminal.send("/渡")
        terminal.wait_for("1/13")
        terminal.click(60, 12)  # into the text
        terminal.settle()
        terminal.send("/")
        terminal.settle()
        assert "".join(terminal.text()).count(LABEL) == 1
        terminal.send("桥")  # in place of the word that was there
        terminal.wait_for(f"{LABEL} 桥")
