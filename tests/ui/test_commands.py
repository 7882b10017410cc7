"""One table of commands: bindings, actions, footer, help and palette agree with it."""

import re
import string
import unicodedata
from collections import Counter
from itertools import groupby

import pytest
from textual.actions import parse
from textual.binding import Binding
from textual.dom import DOMNode
from textual.keys import Keys, _character_to_key

from reader.ui.app import BanmianApp
from reader.ui.commands import ALL, COMMANDS, DAILY, MAP, Command, bindings
from reader.ui.screens.calendar import CalendarScreen
from reader.ui.screens.card import Card
from reader.ui.screens.cards import CardsScreen
from reader.ui.screens.overview import OverviewScreen
from reader.ui.screens.page_report import ReportScreen
from reader.ui.screens.picture import PictureScreen
from reader.ui.screens.reading import ReadingScreen
from reader.ui.widgets.map_pane import MapPane

SCREENS: dict[str, type[DOMNode]] = {
    "reading": ReadingScreen,
    "map": MapPane,
    "calendar": CalendarScreen,
    "list": OverviewScreen,
    "card": Card,
    "picture": PictureScreen,
    "report": ReportScreen,
}
SCOPES = {scope: list(commands) for scope, commands in groupby(ALL, lambda command: command.scope)}
BY_ACTION = {command.action: command for command in COMMANDS}
MARKS = "<>《》＜＞+-=0[]/?　＋－＝０【】［］、／？"
SPECIAL = {key.value for key in Keys} | {"alt+left", "alt+right"}


def keys_of(scope: str) -> list[str]:
    return [key for command in SCOPES[scope] for key in command.keys]


def name(action: str) -> str:
    return parse(action)[1]


@pytest.mark.parametrize("scope", SCOPES)
def test_no_two_commands_of_a_scope_share_an_action_or_a_key(scope: str) -> None:
    actions = [command.action for command in SCOPES[scope]]

    assert len(set(actions)) == len(actions)
    assert [key for key, count in Counter(keys_of(scope)).items() if count > 1] == []


@pytest.mark.parametrize("scope", SCOPES)
def test_every_key_is_one_that_textual_sends(scope: str) -> None:
    typed = set(string.ascii_letters) | {wide(letter) for letter in string.ascii_letters}
    sent = SPECIAL | {_character_to_key(mark) for mark in MARKS} | typed

    assert [key for key in keys_of(scope) if key not in sent] == []


def wide(key: str) -> str:
    """The full-width form of a character."""
    (found,) = (
        chr(code) for code in range(0xFF01, 0xFF5F) if unicodedata.normalize("NFKC", chr(code)) == key
    )
    return found


@pytest.mark.parametrize("scope", SCOPES)
def test_a_key_and_its_full_width_form_do_the_same(scope: str) -> None:
    given = bound(scope)
    typed = {key: wide(key) for key in given if key in set(string.ascii_letters + string.digits)}
    if "space" in given:
        typed["space"] = _character_to_key("　")

    assert {key: given.get(form) for key, form in typed.items()} == {key: given[key] for key in typed}


@pytest.mark.parametrize("command", ALL, ids=lambda command: f"{command.scope} {command.action}")
def test_every_command_has_an_action_and_both_names(command: Command) -> None:
    target, action, _ = parse(command.action)

    assert callable(getattr(BanmianApp if target == "app" else SCREENS[command.scope], f"action_{action}"))
    assert len(command.labels) == 2
    assert all(command.labels)
    assert command.labels[0] != command.labels[1]
    assert command.keys or command.shown == BY_ACTION["palette"].shown, "without a key it is in the palette"


def test_what_help_palette_and_readme_show_are_the_commands_of_reading_with_both_helps() -> None:
    assert list(COMMANDS) == SCOPES["reading"]
    assert [command.action for command in COMMANDS if len(list(filter(None, command.helps))) != 2] == []
    assert COMMANDS


def test_the_digits_are_bound_beside_the_table_of_reading() -> None:
    digits = {digit: f"digit('{unicodedata.digit(digit)}')" for digit in "123456789１２３４５６７８９"}

    assert bound("reading") == {key: c.action for c in COMMANDS for key in c.keys} | digits
    assert not BanmianApp.BINDINGS
    assert all(isinstance(given, Binding) and not given.show for given in ReadingScreen.BINDINGS)


@pytest.mark.parametrize("scope", ["map", "calendar", "list", "card", "report"])
def test_the_bindings_of_a_pane_or_card_are_read_off_the_table(scope: str) -> None:
    of_the_screen = {
        binding.key: binding.action
        for given in SCREENS[scope].BINDINGS
        for binding in Binding.make_bindings([given])
    }

    assert bound(scope) == {key: c.action for c in SCOPES[scope] for key in c.keys} == of_the_screen


def bound(scope: str) -> dict[str, str]:
    given = Binding.make_bindings(list(bindings(scope)))
    return {binding.key: binding.action for binding in given}


def test_every_action_of_the_screen_is_a_command_or_a_click_on_an_entry() -> None:
    actions = {
        name.removeprefix("action_")
        for name in {**vars(CardsScreen), **vars(ReadingScreen)}
        if name.startswith("action_")
    }
    commands = {name(command.action) for command in COMMANDS if not command.action.startswith("app.")}

    assert actions == commands | {"digit", "go_to_article", "turn_page", "follow", "copy_text"}


def test_what_an_action_is_given_are_numbers_and_words_of_ours() -> None:
    given = re.compile(r"[a-z_.]+(\((-?[0-9.]+(, -?[01])?|True|'[a-z]*')\))?")

    assert [command.action for command in ALL if not given.fullmatch(command.action)] == []


def test_the_footer_names_at_most_six_things_and_only_commands() -> None:
    actions = [action for hint in DAILY for _, action in hint.keys]

    assert len(DAILY) == 6
    assert DAILY[-1].keys[0][1] == "help"
    assert set(actions) <= set(BY_ACTION)
    for hint in DAILY:
        for shown, action in hint.keys:
            assert shown in BY_ACTION[action].shown.split()
        assert all(hint.labels)


def test_the_footer_of_the_map_names_its_keys_and_commands() -> None:
    shown = {command.shown for command in SCOPES["map"]}

    for hint in MAP:
        for key, action in hint.keys:
            assert key in BY_ACTION[action].shown.split() if action else key in shown


def test_keys_of_help_close_or_scroll_it() -> None:
    assert {*BY_ACTION["help"].keys, *BY_ACTION["close"].keys} <= set(keys_of("card"))
