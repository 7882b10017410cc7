"""How what is drawn looks, with colours and without."""

import pytest
from rich.color import Color
from rich.style import Style

from reader.ui.themes import PAPER, TERMINAL


def test_a_look_is_drawn_in_the_colours_of_the_theme() -> None:
    accent, ground = Color.parse(str(PAPER.accent)), Color.parse(str(PAPER.background))

    assert PAPER.looks["headline"] == Style(color=accent, bold=True)
    assert PAPER.looks["lit"] == Style(color=ground, bgcolor=accent, bold=True)
    assert PAPER.looks[""] == Style()


def test_several_looks_are_one_over_the_other() -> None:
    assert PAPER.looks["headline today"] == PAPER.looks["headline"] + Style(underline=True)


def test_without_colours_what_is_lit_is_reversed_and_what_is_faint_is_dim() -> None:
    assert TERMINAL.own_looks["lit"].reverse
    assert TERMINAL.own_looks["faint"].dim
    assert not TERMINAL.looks["faint"].dim


@pytest.mark.parametrize("name", ["nowhere", "headline nowhere"])
def test_there_is_no_look_of_another_name(name: str) -> None:
    with pytest.raises(KeyError):
        PAPER.looks[name]
