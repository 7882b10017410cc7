"""Every text of every theme can be read on every ground it stands on; a row of the table is all a theme takes."""

from dataclasses import replace
from itertools import product
from pathlib import Path

import pytest
from rich.color import Color as RichColor
from rich.color import ColorSystem
from textual.color import Color
from textual.theme import Theme

from reader.newsstand.saved import Saved, open_path
from reader.typesetting.ladder import Capabilities
from reader.ui.app import BanmianApp
from reader.ui.commands import COMMANDS
from reader.ui.themes import PAPER, SHADES, TERMINAL, THEMES
from reader.ui.widgets.rows import looks_of
from reader.words import EN, ZH, Words
from tests.support.press import MIDDLE_DAY
from tests.support.sessions import session


def luminance(colour: str) -> float:
    """Relative luminance of `#rrggbb`.

    Source:
        WCAG 2.2, relative luminance.
    """
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(text: str, ground: str) -> float:
    lighter, darker = sorted((luminance(text), luminance(ground)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def pairs(theme: Theme) -> list[tuple[str, str]]:
    """Text and ground as the style sheets combine them: panes, selection, a match, the match stood on."""
    texts = [theme.foreground, theme.accent, theme.secondary, theme.variables["faint"]]
    grounds = [theme.background, theme.panel]
    found = [(theme.foreground, theme.warning), (theme.background, theme.accent)]
    return [(str(text), str(ground)) for text, ground in (*product(texts, grounds), *found)]


@pytest.mark.parametrize("name", [name for name in THEMES if name != TERMINAL.name])
def test_every_text_stands_out_from_its_ground(name: str) -> None:
    least = 7.0 if name == "contrast" else 4.5

    assert [pair for pair in pairs(THEMES[name]) if contrast(*pair) < least] == []


def nearest(colour: str) -> str:
    """What a terminal of 256 colours is told instead of a colour."""
    red, green, blue = RichColor.parse(colour).downgrade(ColorSystem.EIGHT_BIT).get_truecolor()
    return f"#{red:02x}{green:02x}{blue:02x}"


@pytest.mark.parametrize("name", [name for name, system in SHADES if system == "256"])
def test_every_text_stands_out_from_its_ground_in_256_colours(name: str) -> None:
    least = 7.0 if name == "contrast" else 4.5
    found = [(nearest(text), nearest(ground)) for text, ground in pairs(SHADES[name, "256"])]

    assert [pair for pair in found if contrast(*pair) < least] == []


def test_the_paper_is_no_lemon_in_256_colours() -> None:
    ground = RichColor.parse(str(SHADES["paper", "256"].background)).downgrade(ColorSystem.EIGHT_BIT)

    assert ground.number == 255, "the lightest grey"


def test_of_16_colours_only_the_terminals_own_red_or_yellow_is_named() -> None:
    for (_, system), theme in SHADES.items():
        if system == "standard":
            colours = {
                str(colour) for colour in (theme.foreground, theme.background, theme.secondary, theme.panel)
            }
            assert colours == {"ansi_default"}
            assert theme.accent in ("ansi_red", "ansi_yellow", "ansi_default")
            assert theme.ansi, "states show by weight, underline or reverse"


@pytest.mark.parametrize("look", ["lit", "found-here", "picked"])
async def test_in_16_colours_what_is_lit_stands_in_the_accent(
    look: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("COLORTERM", raising=False)
    monkeypatch.setenv("TEXTUAL_COLOR_SYSTEM", "standard")
    given = session(tmp_path, Saved(open_path(MIDDLE_DAY[ZH])))
    async with BanmianApp(given, Words(ZH), Capabilities()).run_test() as pilot:
        style = looks_of(pilot.app.screen)[look]

    assert style.reverse
    assert style.color
    assert style.color.number == 1  # reversed, the ground


def test_each_theme_with_colours_of_its_own_has_those_of_fewer() -> None:
    own = [name for name in THEMES if name != TERMINAL.name]

    assert sorted(SHADES) == sorted((name, system) for name in own for system in ("256", "standard"))


def test_black_on_white_is_21() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)


def test_the_terminals_own_theme_names_no_colour_of_ours() -> None:
    colours = (
        TERMINAL.primary,
        TERMINAL.secondary,
        TERMINAL.accent,
        TERMINAL.foreground,
        TERMINAL.background,
    )

    assert {str(colour) for colour in colours} == {"ansi_default"}
    assert TERMINAL.ansi


def test_the_first_theme_is_light_paper_and_each_says_what_its_ground_is() -> None:
    assert next(iter(THEMES.values())) is PAPER
    for theme in THEMES.values():
        if not theme.ansi and theme.background:
            ground = Color.parse(theme.background)
            assert theme.dark is (ground.brightness < 0.5), theme.name


def test_help_names_every_theme() -> None:
    (command,) = (command for command in COMMANDS if command.action == "theme")

    for theme in THEMES.values():
        for language in (ZH, EN):
            assert theme.labels[language].lower() in command.helps[language], theme.name


@pytest.mark.parametrize(("language", "shown"), [(ZH, "配色 黄昏"), (EN, "Theme dusk")])
async def test_a_theme_added_to_the_table_is_shown_by_its_name_and_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, language: int, shown: str
) -> None:
    monkeypatch.setitem(THEMES, "dusk", replace(THEMES["night"], name="dusk", labels=("黄昏", "dusk")))
    seat = session(tmp_path, Saved(open_path(MIDDLE_DAY[0])))
    seat.positions.theme = "terminal"
    app = BanmianApp(seat, Words(language), Capabilities())
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await app.workers.wait_for_complete()
        await pilot.press("c")
        await pilot.pause()
        assert shown in app.screen._compositor.render_strips()[-2].text
        app.reading.keeping.save()
        await pilot.press("c")
        assert app.theme == PAPER.name

    again = session(tmp_path, Saved(open_path(MIDDLE_DAY[0])))
    assert again.positions.theme == "dusk"
    assert BanmianApp(again, Words(language), Capabilities()).theme == "dusk"


def test_a_kept_theme_that_is_no_more_is_the_first_one(tmp_path: Path) -> None:
    seat = session(tmp_path, Saved(open_path(MIDDLE_DAY[0])))
    seat.positions.theme = "sepia"

    assert BanmianApp(seat, Words(ZH), Capabilities()).theme == PAPER.name
