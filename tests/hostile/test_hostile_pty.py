"""Hostile pages opened, walked, scrolled, searched, clicked and copied: nothing of them acts."""

import base64
import contextlib
import random
import re
from pathlib import Path

import pytest
from msgspec.structs import replace

pytest.importorskip("termios", reason="a pty is needed, which Windows does not have")

from reader.errors import PageError
from reader.newsstand.reading import read_document
from reader.sources.base import Fetched
from tests.hostile.generated import generated
from tests.hostile.pages import dealt, hostile_page
from tests.hostile.payloads import PAYLOADS
from tests.support.oracle import modes_left, offences
from tests.support.tally import Tally
from tests.support.terminal import Terminal

HANDS = 2
KEYS = (*"jkgG+-0[]tczny b?ip ", "\x1b[C", "\x1b[D", "\x1b[B", "\r", "\x1b", "/茶\r")
"""What may be pressed, in any order: not what leaves, and not what asks a site or another program."""
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
    terminal.wait_for(lambda seen: clips(bytes(seen.raw)) and "OSC 52" in "".join(seen.text()[-2:]))
    terminal.send("g")  # in a narrow window what is said of the copy takes the line of keys, too
    terminal.settle()


def click_everywhere(terminal: Terminal, every: int) -> None:
    """Click cells all over the screen; none may end the program or open anything."""
    for row in range(23):
        for column in range(row % every, 80, every):
            terminal.click(column, row)
    terminal.settle()
    terminal.send("\x1b")  # a card that one of them opened
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


@pytest.mark.slow
@pytest.mark.matrix
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
@pytest.mark.pty
@pytest.mark.parametrize(
    ("name", "size"), [(name, ((120, 36), (40, 20))[n % 2]) for n, name in enumerate(PAYLOADS)]
)
def test_no_payload_gets_out_alone(tmp_path: Path, name: str, size: tuple[int, int], tally: Tally) -> None:
    file = tmp_path / "page.htm"
    file.write_text(hostile_page([PAYLOADS[name]]), "utf-8")
    with Terminal(["-m", "reader", str(file)], home=tmp_path, columns=size[0], rows=size[1]) as terminal:
        read_through(terminal, 1)
        tally("hostile pages read on a pty, every byte judged")
        assert_nothing_acted(terminal)


def any_size(chance: random.Random) -> tuple[int, int]:
    """The columns and rows of a window; of four one is as small or as large as none should be."""
    if chance.random() < 0.25:
        return chance.choice(
            ((0, 0), (1, 1), (2, 1), (3, 10), (1, 60), (400, 1), (300, 100), (80, 9), (39, 24))
        )
    return chance.randint(20, 180), chance.randint(6, 50)


def read_in_any_window(terminal: Terminal, chance: random.Random, tally: Tally) -> None:
    """Press keys and give the window other sizes, some before the last one is drawn."""
    for _ in range(10):
        terminal.send("".join(chance.choices(KEYS, k=3)))
        terminal.resize(*any_size(chance))
        tally("resizes")
        terminal.read_for(chance.choice((0, 0.02, 0.1)))
    terminal.resize(80, 24)
    terminal.send("\x1b")
    terminal.settle()
    terminal.send("\x1b")
    terminal.settle()


@pytest.mark.slow
@pytest.mark.pty
@pytest.mark.parametrize("number", range(100))
def test_nothing_gets_out_of_a_generated_page_in_a_window_of_any_size(
    number: int, tmp_path: Path, chance: random.Random, tally: Tally
) -> None:
    file = tmp_path / "page.htm"
    fetched = replace(generated(chance), url="")
    while not is_page(fetched):
        fetched = replace(generated(chance), url="")
    file.write_bytes(fetched.data)
    with Terminal(["-m", "reader", str(file)], home=tmp_path, columns=80, rows=24) as terminal:
        terminal.wait_for("上一篇")
        read_in_any_window(terminal, chance, tally)
        tally("generated pages read on a pty, every byte judged")
        tally(
            "bytes outside the allow-list",
            len(offences(bytes(terminal.raw), copied=clips(bytes(terminal.raw)))),
        )
        tally("bytes judged", len(terminal.raw))
        assert_nothing_acted(terminal)


def is_page(fetched: Fetched) -> bool:
    """Whether a document is one that the reader opens."""
    with contextlib.suppress(PageError):
        return bool(read_document(replace(fetched, charset="")))
    return False


@pytest.mark.parametrize("name", ["\x1b]2;t\x07.htm", "[/red].htm", "\u202e.htm"])
def test_a_name_of_a_file_that_is_not_there_cannot_act(tmp_path: Path, name: str) -> None:
    with Terminal(["-m", "reader", name], home=tmp_path) as terminal:
        assert terminal.finish() == 66
        assert offences(bytes(terminal.raw)) == []
        assert "没有这个文件" in "".join(terminal.text())


def test_there_are_enough_payloads() -> None:
    assert len(PAYLOADS) >= 40
