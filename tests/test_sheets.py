"""The pictures of the program are what a terminal shows of it, and a scene that shows nothing new is noticed."""

import pytest
from rich.color import Color
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from reader.arguments import Arguments
from reader.words import EN, ZH
from tools.pictures.drawing import picture
from tools.pictures.screens import TRUECOLOR, Environment, recorded, screens
from tools.pictures.sheets import ALONE, FEWER, SCENES, USUAL, Scene, Walk

pytestmark = pytest.mark.usefixtures("read_once")

SAMPLE = Arguments(target="")


def colours(environment: Environment) -> set[Color]:
    """Those of the first screen, of type and of grounds."""
    (screen,) = recorded(SAMPLE, USUAL, ZH, (), environment)
    styles = [segment.style or Style() for strip in screen for segment in strip]
    return {colour for style in styles for colour in (style.color, style.bgcolor) if colour}


@pytest.mark.parametrize(
    ("environment", "some"),
    [
        (TRUECOLOR, {"#f5efe0", "#2a2520"}),
        (FEWER["256 colours"], {"color(255)", "color(88)"}),
        (FEWER["16 colours"], {"default", "color(1)"}),
    ],
    ids=["all", "256", "16"],
)
def test_a_screen_is_in_the_colours_that_its_terminal_has(environment: Environment, some: set[str]) -> None:
    found = colours(environment)

    assert {Color.parse(name).get_truecolor() for name in some} <= {c.get_truecolor() for c in found}
    assert {c.type for c in found} == {Color.parse(name).type for name in some}


def test_a_screen_without_colours_has_none() -> None:
    assert {colour.is_default for colour in colours(FEWER["NO_COLOR"])} == {True}


def test_what_is_dim_underlined_or_reversed_in_a_terminals_own_colours_is_drawn_so() -> None:
    def drawn(style: Style) -> str:
        return picture([Strip([Segment("x", style)])])

    assert 'fill="#ffffff"' in drawn(Style())
    assert 'fill="#000000" xml' in drawn(Style())
    assert 'fill="#666666" xml' in drawn(Style(dim=True))
    assert 'fill="#ffffff" xml' in drawn(Style(reverse=True))
    assert 'fill="#cd0000" xml' in drawn(Style(color="red"))
    assert drawn(Style(underline=True)).count("<rect") == drawn(Style()).count("<rect") + 1


def test_a_key_that_changes_nothing_ends_the_run_in_a_sentence() -> None:
    with pytest.raises(SystemExit, match="The key f9 changed nothing"):
        screens(SAMPLE, USUAL, ZH, ["right", "f9"])


def test_a_scene_that_is_like_what_was_before_it_is_told_by_its_name_size_language_and_colours() -> None:
    scenes = (SCENES[0], Scene("nothing", "f9"), Scene("help", "question_mark", "escape"))

    told = [panel.fault for panel in Walk(scenes, USUAL, EN).panels()]

    fault = "nothing · 80×24 · English · truecolor: pressing f9 changes nothing on the screen."
    assert told == ["", fault, ""]


@pytest.mark.parametrize("language", [ZH, EN])
def test_an_article_that_is_not_at_hand_is_shown_by_a_page_saved_alone(language: int) -> None:
    (panel,) = Walk(ALONE, USUAL, language).panels()

    assert "content_" in panel.drawn
    assert panel.fault == ""
