"""Hostile pages opened, walked, scrolled, searched, clicked and copied: nothing of them acts."""

import base64
import re
from pathlib import Path

import pytest

pytest.importorskip("termios", reason="a pty is needed, which Windows does not have")

from tests.hostile.pages import dealt, hostile_page
from tests.hostile.payloads import PAYLOADS
from tests.support.oracle import modes_left, offences
from tests.support.terminal import Terminal

HANDS = 2
NAMES = ("平常.htm", "\x1b]2;t\x07[red]名.htm", "\u202emth.页.htm", "[@click=app.quit][red].htm")


def clips(raw: bytes) -> list[str]:
    """The texts that were sent as OSC 52."""
    found = re.findall(rb"\x1b\]52;c;([A-Za-z0-9+/=]*)\x07", raw)
    return [base64.b64decode(clip).decode("utf-8") for clip in found]


def is_clean(text: str) -> bool:
    return offences(text.replace("\n", "\r\n").encode()) == []


def read_through(terminal: Terminal, payloads: int) -> None:
    """Do with a page what a person does: walk, scroll, enlarge, search, look for help, for the report, copy."""
    terminal.wait_for("上一篇")
    terminal.wait_while("正在")
    terminal.settle()
    for keys in ("   ", "Gbg", "++", "--0tjj", "\r]", "[\x1b[D", "\x1b[C"):
        terminal.send(keys)
        terminal.settle()
    terminal.send(
        "2vg"
    )  # the walk may have crossed to a page that is not at hand, or read an article to its end
    terminal.settle()
    terminal.send("/茶")
    terminal.wait_for(lambda seen: re.fullmatch(r" 查找 茶 +1/\d+", seen.text()[-1]))
    terminal.send("\r" + "n" * payloads)
    terminal.settle()
    terminal.send("?")
    terminal.wait_for("banmian · 帮助")
    terminal.send("qi")
    terminal.wait_for("本页信息")
    terminal.send("qy")
    terminal.wait_for(lambda seen: clips(bytes(seen.raw)))


def click_everywhere(terminal: Terminal, every: int) -> None:
    """Click cells all over the screen; none may end the program or open anything."""
    for row in range(23):
        for column in range(row % every, 80, every):
            terminal.click(column, row)
    terminal.settle()


def assert_nothing_acted(terminal: Terminal) -> None:
    """The program runs until it is told to leave, and what it wrote and copied is clean."""
    assert terminal.process.poll() is None
    terminal.wait_for("? 帮助")
    terminal.send("q")
    assert terminal.finish() == 0
    raw = bytes(terminal.raw)
    copied = clips(raw)
    assert offences(raw, copied=copied) == []
    assert modes_left(raw) == frozenset()
    assert all(map(is_clean, copied))


@pytest.mark.parametrize("hand", range(HANDS))
def test_no_payload_gets_out_of_a_page(tmp_path: Path, hand: int) -> None:
    file = tmp_path / NAMES[hand]
    payloads = dealt(list(PAYLOADS.values()), HANDS)[hand]
    file.write_text(hostile_page(payloads), "utf-8")
    with Terminal(["-m", "reader", str(file)], home=tmp_path, columns=80, rows=24) as terminal:
        read_through(terminal, len(payloads))
        click_everywhere(terminal, 17)
        assert_nothing_acted(terminal)


@pytest.mark.slow
@pytest.mark.parametrize(("columns", "rows"), [(120, 36), (40, 20)])
@pytest.mark.parametrize("name", PAYLOADS)
def test_no_payload_gets_out_alone(tmp_path: Path, name: str, columns: int, rows: int) -> None:
    file = tmp_path / "page.htm"
    file.write_text(hostile_page([PAYLOADS[name]]), "utf-8")
    with Terminal(["-m", "reader", str(file)], home=tmp_path, columns=columns, rows=rows) as terminal:
        read_through(terminal, 1)
        assert_nothing_acted(terminal)


@pytest.mark.parametrize("name", ["\x1b]2;t\x07.htm", "[/red].htm", "\u202e.htm"])
def test_a_name_of_a_file_that_is_not_there_cannot_act(tmp_path: Path, name: str) -> None:
    with Terminal(["-m", "reader", name], home=tmp_path) as terminal:
        assert terminal.finish() == 66
        assert offences(bytes(terminal.raw)) == []
        assert "没有这个文件" in "".join(terminal.text())


def test_there_are_enough_payloads() -> None:
    assert len(PAYLOADS) >= 40
