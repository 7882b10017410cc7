"""One table of commands: bindings, actions, footer, help and palette agree with it."""

import string
import unicodedata
from collections import Counter

import pytest
from textual.binding import Binding
from textual.keys import Keys, _character_to_key

from reader.ui.app import BanmianApp
from reader.ui.commands import COMMANDS, DAILY, Command, bindings
from reader.ui.screens.card import Card
from reader.ui.screens.reading import ReadingScreen

BY_ID = {command.id: command for command in COMMANDS}
MARKS = "<>《》＜＞+-=0[]/?　＋－＝０【】［］、／？"
SPECIAL = {key.value for key in Keys} | {"alt+right"}


def key_names() -> list[str]:
    return [key for command in COMMANDS for key in command.keys]


def test_no_two_commands_share_a_name_or_a_key() -> None:
    assert len(BY_ID) == len(COMMANDS)
    assert [key for key, count in Counter(key_names()).items() if count > 1] == []


@pytest.mark.parametrize("key", key_names())
def test_every_key_is_one_that_textual_sends(key: str) -> None:
    assert key in SPECIAL | {_character_to_key(mark) for mark in MARKS} | set(string.ascii_letters)


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.id)
def test_every_command_has_an_action_both_names_and_both_helps(command: Command) -> None:
    assert callable(getattr(ReadingScreen, f"action_{command.action}"))
    assert all(command.labels)
    assert all(command.helps)
    assert command.keys or command.shown == BY_ID["command-palette"].shown, (
        "without a key it is in the palette"
    )
    assert command.labels[0] != command.labels[1]


def test_bindings_are_read_off_the_table() -> None:
    digits = {digit: f"digit('{unicodedata.digit(digit)}')" for digit in "123456789１２３４５６７８９"}
    bound = {
        binding.key: binding.action for given in bindings() for binding in Binding.make_bindings([given])
    }

    assert bound == {key: command.action for command in COMMANDS for key in command.keys} | digits
    assert not BanmianApp.BINDINGS
    assert all(isinstance(given, Binding) and not given.show for given in ReadingScreen.BINDINGS)


def test_every_action_of_the_screen_is_a_command() -> None:
    actions = {name.removeprefix("action_") for name in vars(ReadingScreen) if name.startswith("action_")}

    assert actions == {command.action for command in COMMANDS} | {"digit"}


def test_the_footer_names_at_most_six_things_and_only_commands() -> None:
    acts = [act for hint in DAILY for _, act in hint.keys]

    assert len(DAILY) == 6
    assert DAILY[-1].keys[0][1] == "help"
    assert set(acts) <= set(BY_ID)
    for hint in DAILY:
        for shown, act in hint.keys:
            assert shown in BY_ID[act].shown.split()
        assert all(hint.labels)


def test_keys_of_help_close_or_scroll_it() -> None:
    keys = {key for given in Card.BINDINGS for key in given[0].split(",")}  # type: ignore[index]

    assert set(BY_ID["help"].keys) | set(BY_ID["close"].keys) <= keys
