"""The reading screen as a person meets it: keys and mouse in, a screen out, on a real pty."""

import os
import re
from collections.abc import Sequence
from pathlib import Path

import pytest
from _pytest.mark import ParameterSet

pytest.importorskip("termios", reason="a pty is needed, which Windows does not have")


from reader.export.plain import article_text
from reader.newsstand.saved import Saved, open_path
from tests.support.matrix import IN_MATRIX
from tests.support.newsprint import BODY, CLIP, HEADLINES, OPENS_AT, PAGE, WORD
from tests.support.oracle import modes_left, offences
from tests.support.terminal import ROOT, Terminal

SIZES = ((120, 36), (80, 24), (40, 20))
LANGUAGES = ("zh", "en")


def windows(*every_day: tuple[int, int, str]) -> list[ParameterSet]:
    """Every size in every language; all but these only among the slow tests."""
    sizes = [(*size, language) for size in SIZES for language in LANGUAGES]
    return [pytest.param(*size, marks=() if size in every_day else IN_MATRIX) for size in sizes]


WINDOWS = windows((120, 36, "en"))
FEW_WINDOWS = windows((80, 24, "zh"), (40, 20, "en"))
ONE_WINDOW = windows((80, 24, "zh"))
DAY = ROOT / "sample_pages" / "qsrb" / "html" / "2026-05" / "12"
LEFT, RIGHT, ESCAPE, ENTER = "\x1b[D", "\x1b[C", "\x1b", "\r"
SAID = {
    "four keys": ("+ 放大", "+ larger"),
    "no page": ("下一版 不在所开的文件里", "Next page isn't in what you opened"),
    "missing": ("此篇不在所开的文件里", "This article isn't in what"),
    "large": ("字号 大", "Type large"),
    "default": ("字号 默认", "Type default"),
    "sent": ("已发送 {n} 字到终端", "Sent {n} characters to the terminal"),
    "help": ("banmian · 帮助", "banmian · Help"),
    "night": ("配色 夜读", "Theme night"),
    "enlarge": ("放大 +", "Enlarge +"),
}


def said(key: str, language: str) -> str:
    return SAID[key][language == "en"]


def reader(home: Path, target: object, columns: int = 80, rows: int = 24, language: str = "zh") -> Terminal:
    """The reader on a target; it has not yet drawn anything."""
    arguments = ["-m", "reader", str(target), "--lang", language]
    return Terminal(arguments, home=home, columns=columns, rows=rows)


def page_file(home: Path) -> Path:
    file = home / "page.txt"
    file.write_text(PAGE, "utf-8")
    return file


def at(number: int, of: int = len(HEADLINES)) -> str:
    """What the head of the screen says at an article."""
    return f"{number}/{of}"


def text_column(terminal: Terminal) -> int:
    """The first column of the article pane."""
    cells = terminal.cells(2)
    return max((i for i, cell in enumerate(cells) if cell == "│"), default=-1) + 1


def article_rows(terminal: Terminal) -> tuple[str, ...]:
    """The rows of the article pane, without blanks around them."""
    first = text_column(terminal)
    return tuple("".join(terminal.cells(row)[first:]).strip() for row in range(4, len(terminal.text()) - 2))


def first_words(terminal: Terminal) -> str:
    """The first line of the article that is on the screen."""
    return next(row for row in article_rows(terminal) if row)


def highlighted(terminal: Terminal) -> list[str]:
    """What is marked as found in the article pane, row by row."""
    first, rows = text_column(terminal), len(terminal.text())
    marked = []
    for row in range(3, rows - 2):
        grounds, cells = terminal.grounds(row), terminal.cells(row)
        columns = [c for c in range(first, len(cells)) if grounds[c] != grounds[-1]]
        if columns:
            assert all(cells[c] or c - 1 in columns for c in columns), "half a character is marked"
            marked.append("".join(cells[c] for c in columns))
    return marked


def assert_leaves_no_trace(terminal: Terminal, copied: Sequence[str] = ()) -> None:
    """`q` ends with 0, the terminal is as it was found, and every byte was one we allow."""
    terminal.send("q")
    assert terminal.finish() == 0
    assert terminal.attributes() == terminal.found
    assert modes_left(bytes(terminal.raw)) == frozenset()
    assert offences(bytes(terminal.raw), copied=copied) == []


def walk_articles(terminal: Terminal, headlines: Sequence[str], opens_at: int, language: str) -> None:
    """From the article it opens at to the first, and by five `→` to the last."""
    of = len(headlines)
    terminal.wait_for(at(opens_at, of))
    terminal.wait_for(said("four keys", language))
    terminal.send(LEFT)
    terminal.wait_for(at(opens_at - 1, of))
    terminal.wait_while(said("four keys", language))
    terminal.send(LEFT * (opens_at - 2))
    terminal.wait_for(at(1, of))
    for number in range(2, of + 1):
        terminal.send(RIGHT)
        terminal.wait_for(at(number, of))
        terminal.settle()
        assert "".join(headlines[number - 1].split())[:6] in shown(terminal)
        if number != opens_at:
            terminal.wait_for(said("missing", language))
    terminal.send(LEFT * (of - opens_at))
    terminal.wait_for(at(opens_at, of))


def shown(terminal: Terminal) -> str:
    """The article pane without blanks and line ends."""
    return "".join("".join(article_rows(terminal)).split())


def find(terminal: Terminal, word: str, matches: int) -> None:
    """`/`, the word, Enter, `n`, `N`, Esc: counted, and marked exactly."""
    terminal.send(f"/{word}")
    terminal.wait_for(f"1/{matches}")
    terminal.send(ENTER)
    terminal.settle()
    assert "?" in terminal.text()[-1]  # the footer is back
    marked = "".join(highlighted(terminal))
    assert marked
    assert re.fullmatch(f"(?:{word})+", marked)
    assert marked.count(word) == shown(terminal).count(word)
    for key, number in (("n", 2), ("N", 1), ("N", matches)):
        terminal.send(key)
        terminal.wait_for(f" {number}/{matches} ")
        terminal.settle()
        assert "".join(map(terminal.underlined, range(3, len(terminal.text()) - 2))) == word
    terminal.send(ESCAPE)
    terminal.wait_while(f"/{matches} ")
    terminal.settle()
    assert highlighted(terminal) == []


def press_and_click(terminal: Terminal, columns: int, language: str) -> None:
    """A click on 放大 gives the screen that `+` gives."""
    terminal.send("g+")
    terminal.wait_for(said("large", language))
    by_key = terminal.settle()
    terminal.send("0")
    terminal.wait_for(said("default", language))
    column, row = terminal.cell_of("+" if columns < 60 else said("enlarge", language))
    terminal.click(column, row)
    terminal.wait_for(said("large", language))

    assert terminal.settle() == by_key
    terminal.send("0")
    terminal.wait_for(said("default", language))


def copy(terminal: Terminal, text: str, language: str) -> None:
    """`y` says that the text was sent, and no more than that."""
    count = sum(not character.isspace() for character in text)
    terminal.send("y")
    terminal.wait_for(said("sent", language).format(n=count))
    assert not re.search("已复制|Copied", terminal.text()[-2])


def help_and_theme(terminal: Terminal, language: str) -> None:
    before = terminal.settle()[:-2]
    terminal.send("?")
    terminal.wait_for(said("help", language))
    terminal.send(ESCAPE)
    terminal.wait_for(lambda seen: seen.text()[:-2] == before)
    terminal.send("c")
    terminal.wait_for(said("night", language))
    terminal.wait_for(lambda seen: seen.grounds(4)[-1] == "1b1916")


@pytest.mark.slow
@pytest.mark.matrix
@pytest.mark.parametrize(("columns", "rows", "language"), WINDOWS)
def test_a_page_of_six_headlines_and_one_body(tmp_path: Path, columns: int, rows: int, language: str) -> None:
    with reader(tmp_path, page_file(tmp_path), columns, rows, language) as terminal:
        walk_articles(terminal, HEADLINES, OPENS_AT, language)
        terminal.send("]")
        terminal.wait_for(said("no page", language))
        find(terminal, WORD, (HEADLINES[4] + "".join(BODY)).count(WORD))
        press_and_click(terminal, columns, language)
        copy(terminal, CLIP, language)
        help_and_theme(terminal, language)
        assert_leaves_no_trace(terminal, [CLIP])


@pytest.mark.skipif("BANMIAN_CORPUS" not in os.environ, reason="BANMIAN_CORPUS names no folder of real pages")
@pytest.mark.parametrize(("columns", "rows", "language"), ONE_WINDOW)
def test_the_reference_page(tmp_path: Path, columns: int, rows: int, language: str) -> None:
    file = Path(os.environ["BANMIAN_CORPUS"], "reference", "reference_page.txt")
    *_, edition = Saved(open_path(file)).open()
    entries = edition.opened.contents
    article = entries[4].article
    assert article is not None
    text = article_text(article)
    word = "“十项行动”"
    with reader(tmp_path, file, columns, rows, language) as terminal:
        walk_articles(terminal, [entry.headline for entry in entries], 5, language)
        terminal.send("]")
        terminal.wait_for(said("no page", language))
        find(terminal, word, text.count(word))
        press_and_click(terminal, columns, language)
        copy(terminal, text, language)
        help_and_theme(terminal, language)
        assert_leaves_no_trace(terminal, [text])
