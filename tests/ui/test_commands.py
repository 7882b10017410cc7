"""One table of commands: bindings, actions, footer, help and palette agree with it."""

from collections import Counter

import pytest
from textual.binding import Binding
from textual.keys import Keys, _character_to_key

from reader.ui.app import BanmianApp
from reader.ui.commands import BY_ID, COMMANDS, FOOTER, Command, bindings
from reader.ui.screens.help import HelpScreen
from reader.ui.screens.reading import ReadingScreen

MARKS = "+-=0[]/?　＋－＝０【】［］、／？jkhlbgGnNtycq"
SPECIAL = {key.value for key in Keys}


def key_names() -> list[str]:
    return [key for command in COMMANDS for key in (*command.keys, *command.ime)]


def test_no_two_commands_share_a_name_or_a_key() -> None:
    assert len(BY_ID) == len(COMMANDS)
    assert [key for key, count in Counter(key_names()).items() if count > 1] == []


@pytest.mark.parametrize("key", key_names())
def test_every_key_is_one_that_textual_sends(key: str) -> None:
    assert key in SPECIAL | {_character_to_key(mark) for mark in MARKS} | set("jkhlbgGnNtycq")


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.id)
def test_every_command_has_an_action_both_names_and_both_helps(command: Command) -> None:
    assert callable(getattr(ReadingScreen, f"action_{command.action}"))
    assert all(command.labels)
    assert all(command.helps)
    assert command.keys
    assert command.shown
    assert command.labels[0] != command.labels[1]


def test_bindings_are_read_off_the_table() -> None:
    bound = {
        binding.key: binding.action for given in bindings() for binding in Binding.make_bindings([given])
    }

    assert bound == {key: command.action for command in COMMANDS for key in (*command.keys, *command.ime)}
    assert not BanmianApp.BINDINGS
    assert all(isinstance(given, Binding) and not given.show for given in ReadingScreen.BINDINGS)


def test_every_action_of_the_screen_is_a_command() -> None:
    actions = {name.removeprefix("action_") for name in vars(ReadingScreen) if name.startswith("action_")}

    assert actions == {command.action for command in COMMANDS}


def test_the_footer_names_at_most_six_things_and_only_commands() -> None:
    acts = [act for hint in FOOTER for _, act in hint.keys]

    assert len(FOOTER) <= 6
    assert FOOTER[-1].keys[0][1] == "help"
    assert set(acts) <= set(BY_ID)
    for hint in FOOTER:
        for shown, act in hint.keys:
            assert shown in BY_ID[act].shown.split()
        assert all(hint.labels)


def test_what_a_person_reads_as_keys_are_the_keys() -> None:
    names = {
        "←": "left", "→": "right", "↑": "up", "↓": "down", "Space": "space", "PgDn": "pagedown", "PgUp": "pageup",
        "Home": "home", "End": "end", "Tab": "tab", "Enter": "enter", "Esc": "escape", "F1": "f1",
    }  # fmt: skip
    for command in COMMANDS:
        for shown in command.shown.split():
            name = names.get(
                shown, shown.lower().replace("+", "+") if len(shown) > 1 else _character_to_key(shown)
            )
            assert name in command.keys, command.id


def test_keys_of_help_close_or_scroll_it() -> None:
    keys = {key for given in HelpScreen.BINDINGS for key in given[0].split(",")}  # type: ignore[index]

    assert set(BY_ID["help"].keys) | set(BY_ID["help"].ime) | set(BY_ID["close"].keys) <= keys
