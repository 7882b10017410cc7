"""What `banmian help` says is the tables of options and of keys, in both languages."""

import re

import pytest

from reader import help_page
from reader.cli import main
from reader.errors import UsageError
from reader.exits import Exit
from reader.options import ALL, COMMANDS, OPTIONS, PLAIN
from reader.typesetting.cells import cells, widths
from reader.ui.commands import COMMANDS as KEYS
from reader.words import EN, ZH, Words

LANGUAGES = pytest.mark.parametrize("words", [Words(ZH), Words(EN)], ids=["zh", "en"])


def answer(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    assert main(list(words)) == 0
    said = capsys.readouterr()
    assert said.err == ""
    return said.out


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


@LANGUAGES
def test_help_has_every_word_of_the_table_and_what_it_means(words: Words) -> None:
    page = help_page.page(words)

    for row in ALL:
        assert re.search(rf"^  (banmian )?{re.escape(row.names[0])}(,? |$)", page, re.M), row.names
        assert squeezed(row.texts[words.language]) in squeezed(page), row.names
    assert sum(line.startswith(("banmian —", "  ← →")) for line in page.splitlines()) == 2


@LANGUAGES
def test_help_is_no_wider_than_a_terminal_and_its_columns_are_straight(words: Words) -> None:
    lines = help_page.page(words).splitlines()

    assert max(cells(line, widths()) for line in lines) <= 80
    for line in lines:
        if match := re.match(r"(  \S.{0,22}\S?)\s{2,}(?=\S)", line):
            assert cells(match[0], widths()) == 26 or "← →" in line


@LANGUAGES
def test_no_line_of_help_begins_with_a_mark_that_ends_something(words: Words) -> None:
    assert not re.findall(r"^ *[，。、；：）,;)]", help_page.page(words), re.M)


def test_the_codes_are_those_the_program_ends_with() -> None:
    told = {int(code) for row in ALL if row.section == "codes" for code in row.names}

    assert told == {*Exit, *(128 + number for number in (1, 3, 15))}  # the signals that have no name of ours


@pytest.mark.parametrize(
    "asked", [("help",), ("--help",), ("-h",), ("page.htm", "-h", "--nonsense"), ("--help", "help")]
)
@pytest.mark.parametrize(("language", "says"), [("zh", "退出码"), ("en", "Exit codes")])
def test_all_of_help_is_asked_for_in_many_ways(
    asked: tuple[str, ...], language: str, says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert says in answer(capsys, *asked, "--lang", language)
    assert says in answer(capsys, f"--lang={language}", *asked)


@pytest.mark.parametrize("command", COMMANDS)
def test_help_of_a_command_has_its_own_options_and_no_others(
    command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = answer(capsys, "help", command, "--lang", "en")

    assert asked.startswith(f"  banmian {'' if command == PLAIN else command}".rstrip())
    for row in OPTIONS.values():
        assert (f"{row.names[-1]} " in asked) == (command in row.commands)
    if command not in (PLAIN, "help"):  # after `help` an option is what is asked about
        assert answer(capsys, command, "--help", "--lang", "en") == asked


@pytest.mark.parametrize(
    ("word", "says"),
    [
        ("json", "--json"), ("--json", "给程序用的"), ("-V", "版本"), ("65", "不是报纸版面"), ("143", "被信号结束"),
        ("y", "复制本篇"), ("Y", "带出处"), ("放大", "字号大一级"), ("enlarge", "字号大一级"), ("Ctrl+p", "按名字找命令"),
        ("←", "上一篇"), ("-", "管道"), ("sample", "虚构"),
        ("no_color", "不用颜色"), ("剪贴板", "--paste"),
    ],
)  # fmt: skip
def test_help_of_a_word_is_its_own_line(word: str, says: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert says in answer(capsys, "help", word, "--lang", "zh")


def test_help_of_a_key_tells_it_from_its_capital(capsys: pytest.CaptureFixture[str]) -> None:
    assert len(answer(capsys, "help", "y").splitlines()) == 1
    assert answer(capsys, "help", "Y") != answer(capsys, "help", "y")


@LANGUAGES
def test_every_key_and_command_of_reading_has_help(words: Words) -> None:
    for command in KEYS:
        for name in (*command.shown.split(), *command.labels):
            assert squeezed(command.helps[words.language]) in squeezed(help_page.of_word(name, words))


@pytest.mark.parametrize(
    ("word", "near"), [("jsn", "--json"), ("enlrge", "Enlarge"), ("全天标体", "全天标题")]
)
def test_a_word_without_help_is_met_with_the_nearest(word: str, near: str) -> None:
    with pytest.raises(UsageError) as caught:
        help_page.of_word(word, Words(ZH))

    assert near in Words(ZH).error(caught.value)[1]
    assert Words(ZH).error(UsageError("no-such-help", word="江江", near=""))[1]


def test_the_version_is_a_command_and_an_option(capsys: pytest.CaptureFixture[str]) -> None:
    assert answer(capsys, "version") == answer(capsys, "--version") == answer(capsys, "toc", "-V")
