"""报纸 and 夜读: ink on warm paper, and paper by night. Every pair of text and ground is at 4.5:1 or more."""

from textual.theme import Theme

PAPER = Theme(
    name="paper",
    primary="#8a2318",
    secondary="#5c5246",
    accent="#8a2318",
    foreground="#2a2520",
    background="#f5efe0",
    surface="#f5efe0",
    panel="#ebe2cd",
    warning="#ffd97a",
    success="#e8a33d",
    dark=False,
    variables={"rule": "#b9ab90", "faint": "#6f6455"},
)

NIGHT = Theme(
    name="night",
    primary="#e0a070",
    secondary="#a89c8a",
    accent="#e0a070",
    foreground="#d6ccba",
    background="#1b1916",
    surface="#1b1916",
    panel="#2a2621",
    warning="#5c4a1e",
    success="#8a6a20",
    dark=True,
    variables={"rule": "#4a443b", "faint": "#958a79"},
)

THEMES = (PAPER, NIGHT)
