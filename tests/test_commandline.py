"""The words of a command line: any order, one table, and sentences in both languages for what is none."""

import re
from collections.abc import Sequence
from typing import Any

import pytest

from reader.arguments import Arguments
from reader.commandline import command_of, language_of, understand
from reader.errors import UsageError
from reader.options import COMMANDS, OPTIONS, PLAIN, Row
from reader.words import EN, ZH, Words

VALUES: dict[str, tuple[str, Any]] = {
    "date": ("5-12", "5-12"),
    "page": ("A1", "A1"),
    "paper": ("qsrb", "qsrb"),
    "encoding": ("gbk", "gbk"),
    "paste": ("", True),
    "whole_day": ("", True),
    "article": ("2", 2),
    "width": ("40", 40),
    "json": ("", True),
    "lang": ("en", "en"),
    "ambiguous": ("2", 2),
}
"""A value of each option as it is typed, and as it is understood."""
HANDLED = {"help", "version"}
"""Options that are obeyed before the rest is understood."""


def typed(row: Row) -> list[str]:
    value, _ = VALUES[row.key]
    return [row.names[-1], *([value] if value else [])]


def first(row: Row) -> list[str]:
    """A command an option goes with, and something for it to read."""
    command = row.commands[0]
    return [*([] if command == PLAIN else [command]), "page.htm"]


def refusal(*words: str) -> UsageError:
    with pytest.raises(UsageError) as caught:
        understand(words)
    return caught.value


OPTION_ROWS = [row for row in dict.fromkeys(OPTIONS.values()) if row.key not in HANDLED]
INSTEAD = "paste"
"""The option that stands in place of a target."""


@pytest.mark.parametrize("row", [row for row in OPTION_ROWS if row.key != INSTEAD], ids=lambda row: row.key)
def test_every_option_of_the_table_is_a_field_of_the_arguments_wherever_it_stands(row: Row) -> None:
    option, words = typed(row), first(row)

    for asked in (option + words, words + option, [*words[:-1], *option, words[-1]]):
        command, arguments = understand(asked)
        assert getattr(arguments, row.key) == VALUES[row.key][1]
        assert (command, arguments.target) == (words[0] if len(words) > 1 else "", "page.htm")
        assert arguments.given == (row.key,)


@pytest.mark.parametrize("row", [row for row in OPTION_ROWS if row.value], ids=lambda row: row.key)
def test_a_value_may_be_joined_to_its_option(row: Row) -> None:
    name, value = typed(row)

    assert getattr(understand([f"{name}={value}", *first(row)])[1], row.key) == VALUES[row.key][1]


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("row", OPTION_ROWS, ids=lambda row: row.key)
def test_an_option_goes_only_with_the_commands_of_its_row(row: Row, command: str) -> None:
    words = [] if command == PLAIN else [command]
    words += ["page.htm"] if "TARGET" in COMMANDS[command].value and row.key != INSTEAD else []
    if command in row.commands and command != "help":
        assert getattr(understand([*words, *typed(row)])[1], row.key) == VALUES[row.key][1]
    elif command != "help":  # there, options are what is asked about
        error = refusal(*words, *typed(row))
        assert error.code == "option-elsewhere"
        assert all(name in error.facts["near"] for name in row.commands)  # type: ignore[operator]


@pytest.mark.parametrize(
    ("words", "command", "arguments"),
    [
        ((), "", Arguments()),
        (("a.htm", "-1", "A2"), "", Arguments(target="a.htm", date="-1", page="A2")),
        (("toc", "a.htm", "--json", "5-12"), "toc", Arguments(target="a.htm", date="5-12", json=True)),
        (("text", "a.htm", "5-12", "--date", "5-13"), "text", Arguments(target="a.htm", date="5-13")),
        (("-", " 5-12 "), "", Arguments(target="-", date="5-12")),
        (("--paper", "toc", "a.htm"), "", Arguments(target="a.htm", paper="toc")),
        (("toc", "toc"), "toc", Arguments(target="toc")),
        (("a.htm", "toc"), "", Arguments(target="a.htm", date="toc")),
        (("./toc",), "", Arguments(target="./toc")),
        (("--", "toc"), "", Arguments(target="toc")),
        (("toc", "--", "--lang"), "toc", Arguments(target="--lang")),
        (("help",), "help", Arguments()),
        (("help", "--json"), "help", Arguments(target="--json")),
        (("help", "-V", "--lang", "en"), "help", Arguments(target="-V", lang="en")),
        (("help", "--lang"), "help", Arguments(target="--lang")),
        (("--width=-1", "text", "a"), "text", Arguments(target="a", width=-1)),
        (("text", "a", "--width", "-1"), "text", Arguments(target="a", width=-1)),
    ],
)
def test_words_are_understood_in_any_order(words: Sequence[str], command: str, arguments: Arguments) -> None:
    found, given = understand(words)

    assert found == command
    for name in ("target", "date", "page", "paper", "json", "lang", "width"):
        assert getattr(given, name) == getattr(arguments, name), name


WRONG = {
    "no-such-option": ("a.htm", "--xyzzy"),
    "no-such-option-near": ("a.htm", "--jsn"),
    "no-such-command": ("tooc", "a.htm", "--json"),
    "option-elsewhere": ("a.htm", "--json"),
    "option-without-value": ("toc", "a.htm", "--json=1"),
    "option-needs-value": ("a.htm", "--date"),
    "not-a-number": ("text", "a.htm", "--article", "abc"),
    "not-a-choice": ("a.htm", "--lang", "fr"),
    "word-too-many": ("toc", "a.htm", "5-12", "2", "3"),
    "target-missing": ("text",),
}
"""What can be wrong with the words alone, by the key of its sentence."""


def test_what_is_on_the_clipboard_is_opened_in_place_of_a_target_not_beside_it() -> None:
    assert refusal("--paste", "a.htm").facts == {"word": "a.htm", "usage": "banmian --paste"}
    assert understand(["--paste", "--lang", "en"])[1].paste


@pytest.mark.parametrize("code", WRONG)
def test_each_kind_of_wrong_word_has_a_sentence_in_both_languages(code: str) -> None:
    error = refusal(*WRONG[code])
    chinese, english = (" ".join(Words(language).error(error)) for language in (ZH, EN))

    assert error.code == code
    assert not any("一" <= character <= "鿿" for character in english)
    plain = re.sub(
        r"--?[a-z-]+|banmian|\ba\.htm|\babc|\bfr|zh|en|toc|text|papers|sample|help|tooc", "", chinese
    )
    assert re.findall("[a-z]+", plain) == []
    assert chinese.count("：") + chinese.count("。") + chinese.count("？")


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("a.htm", "--jsn"), "--json"),
        (("a.htm", "-json"), "--json"),
        (("a.htm", "--artcle", "3"), "--article"),
        (("tooc", "a.htm", "--json"), "banmian toc"),
        (("a.htm", "--lang", "fr"), "zh en"),
        (("toc", "a.htm", "--json=1"), "--json"),
        (("a.htm", "--ambiguous"), "--ambiguous 1|2"),
        (("a.htm", "--date", "--lang", "en"), "--date DATE"),
        (("toc",), "banmian toc sample"),
        (("version", "a.htm"), "banmian version"),
    ],
)
def test_a_wrong_word_is_met_with_what_would_be_right(words: Sequence[str], says: str) -> None:
    for language in (ZH, EN):
        assert says in Words(language).error(refusal(*words))[1]


def test_what_was_typed_is_shown_only_so_far() -> None:
    error = refusal("text", "a.htm", "--article", "9" * 5_000)

    assert len(Words(ZH).error(error)[0]) < 100


def test_the_language_is_known_however_wrong_the_rest_is() -> None:
    assert language_of(["--nonsense", "toc", "--lang", "en", "--lang"]) == "en"
    assert language_of(["--lang=zh"]) == "zh"
    assert language_of(["--lang"]) == ""
    assert command_of(["--nonsense", "toc", "-h"]) == "toc"
    assert command_of(["page.htm"]) == ""
    assert command_of(["a.htm", "version"]) == "version"
