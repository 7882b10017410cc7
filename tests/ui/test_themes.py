"""Every text of every theme can be read on every ground it stands on."""

from itertools import product

import pytest
from textual.theme import Theme

from reader.ui.themes import CONTRAST, NIGHT, PAPER, TERMINAL, THEMES


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


@pytest.mark.parametrize(("theme", "least"), [(PAPER, 4.5), (NIGHT, 4.5), (CONTRAST, 7.0)], ids=str)
def test_every_text_stands_out_from_its_ground(theme: Theme, least: float) -> None:
    assert [pair for pair in pairs(theme) if contrast(*pair) < least] == []


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
    assert [theme.name for theme in THEMES] == ["paper", "night", "contrast", "terminal"]
