"""What a terminal is and can draw: what real ones answered, and that asking ends in time and loses no key."""

import select
from pathlib import Path

import pytest
from textual.events import Key, Paste

pytest.importorskip("termios", reason="a pty is needed, which Windows does not have")

from reader.terminal.guard import TerminalGuard
from reader.terminal.probe import QUESTIONS, Answers, Probe, understood
from reader.typesetting.ladder import Way
from reader.ui.keys import KeyParser
from reader.ui.themes import NIGHT, PAPER
from tests.support.matrix import in_matrix
from tests.support.oracle import modes_left, offences
from tests.support.personas import PERSONAS, Persona
from tests.support.press import MIDDLE_DAY
from tests.support.terminal import Terminal

ANSWERS = {
    # so answered xterm, mlterm, konsole, kitty 0.26 and tmux; the others do by what their sources say
    "xterm 379": (b"\x1b[>41;379;0c\x1b[?64;1;2;6;9;15;16;17;18;21;22;28c", Way.BLOCKS),
    "xterm 379 as vt340": (b"\x1b[>19;379;0c\x1b[?63;1;2;4;6;9;15;16;22;28c", Way.SIXEL),
    "mlterm 3.9": (b"\x1b[>24;279;0c\x1b[?63;1;2;3;4;6;7;15;18;22;29c", Way.SIXEL),
    "konsole 22.12": (b"\x1b[>1;115;0c\x1b[?62;1;4c", Way.SIXEL),
    "kitty 0.26": (b"\x1b[>1;4000;26c\x1b[?62;c", Way.BLOCKS),
    "kitty 0.28": (b"\x1b[>1;4000;28c\x1b[?62;c", Way.KITTY),
    "kitty 0.41": (b"\x1b[>1;4000;41c\x1b[?62;c", Way.KITTY),
    "vte 0.70": (b"\x1b[>65;7000;1c\x1b[?65;1;9c", Way.BLOCKS),
    "tmux 3.3": (b"\x1b[>84;0;0c\x1b[?1;2c", Way.BLOCKS),
    "a vt132": (b"\x1b[?4;6c", Way.BLOCKS),
    "silence": (b"", Way.BLOCKS),
    "garbage": (b"\x1b[\xff;;c\x1b[6;t", Way.BLOCKS),
}


@pytest.mark.parametrize("name", ANSWERS)
def test_how_pictures_are_drawn_is_known_by_the_answers(name: str) -> None:
    answers, way = ANSWERS[name]

    assert understood(answers, "xterm-256color").pictures is way


def test_ghostty_is_known_by_its_name() -> None:
    assert understood(b"\x1b[>1;10;0c\x1b[?62;22c", "xterm-ghostty").pictures is Way.KITTY


def test_what_is_typed_among_the_answers_is_kept() -> None:
    said = "报[\x1b[1;2R\x1b[>24;279;0c\x1b[A\x1b]11;rgb:0/0/0\x07\x1b[?62;4c\n".encode()

    assert understood(said, "").typed == "报[\x1b[A\r"


@pytest.mark.parametrize(
    ("said", "is_dark"),
    [
        (b"\x1b]11;rgb:ffff/ffff/ffff\x1b\\", False),
        (b"\x1b]11;rgb:00/00/00\x07", True),
        (b"\x1b]11;rgba:2/3/6/f\x07", True),
        (b"\x1b]11;rgb:00/ff/00\x07", False),  # a green as light to the eye as three quarters of white
        (b"\x1b]11;rgb:00/00/ff\x07", True),
        (b"\x1b]11;#000000\x07", False),
        (b"", False),
    ],
)
def test_a_background_is_dark_as_the_eye_sees_it_and_light_if_it_is_not_told(
    said: bytes, is_dark: bool
) -> None:
    assert understood(said, "").capabilities(0).is_dark is is_dark


@pytest.mark.parametrize(
    ("cells", "said", "ambiguous"),
    [
        ((1, 1, 1, 1), 0, 1),
        ((2, 2, 2, 2), 0, 2),
        ((2, 2, 2, 1), 0, 2),  # the middle dot may be another font's
        ((), 0, 1),
        ((2, 2, 2, 2), 1, 1),
        ((1, 1, 1, 1), 2, 2),
    ],
)
def test_what_is_measured_counts_unless_a_person_said_something(
    cells: tuple[int, ...], said: int, ambiguous: int
) -> None:
    assert Answers(cells=cells).capabilities(said).ambiguous == ambiguous


def test_measures_that_cannot_be_are_none() -> None:
    assert understood(b"\x1b[1;9R" * 4, "").cells == ()
    assert understood(b"\x1b[1;2R" * 3, "").cells == ()
    assert understood(b"\x1b[1;99999R" * 4, "").cells == ()


def test_without_a_terminal_nothing_is_asked_or_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(select, "select", None)

    assert Probe(TerminalGuard(), {"TERM": "xterm"}).read() == Answers()


@pytest.mark.parametrize("name", [name for name in PERSONAS if name != "garbage"])
def test_answers_that_come_too_late_are_no_keys(name: str) -> None:
    late = PERSONAS[name].answer(QUESTIONS).decode()

    assert late
    assert [message for message in KeyParser().feed(late) if isinstance(message, Key | Paste)] == []


def first_screen(home: Path, persona: Persona | None, typed: str = "", **environment: str) -> Terminal:
    return Terminal(
        ["-m", "reader", str(MIDDLE_DAY[0])], home=home, columns=80, rows=24, persona=persona, environment=environment
    )  # fmt: skip


@in_matrix("name", list(PERSONAS), daily=["kitty"])
def test_each_terminal_gets_the_page_it_can_draw_and_what_was_typed_counts(name: str, tmp_path: Path) -> None:
    persona = PERSONAS[name]
    with first_screen(tmp_path, persona) as terminal:
        terminal.send("]")
        terminal.wait_for("版 2/")
        terminal.settle()
        theme = NIGHT if persona.ground.startswith(b"\x1b]11;rgb:1c") else PAPER
        assert f"#{terminal.grounds(5)[40]}" == theme.background
        assert ("│" in terminal.text()[5]) is (persona.cells == 1)
        terminal.send("q")
        assert terminal.finish() == 0
        assert offences(bytes(terminal.raw)) == []
        assert modes_left(bytes(terminal.raw)) == frozenset()


def test_a_silent_terminal_is_taken_for_a_plain_one_and_keeps_what_was_typed(tmp_path: Path) -> None:
    with first_screen(tmp_path, None) as terminal:
        terminal.send("]")
        terminal.wait_for("版 2/")
        terminal.settle()
        assert f"#{terminal.grounds(5)[40]}" == PAPER.background


@pytest.mark.slow
@pytest.mark.matrix
def test_a_theme_that_was_chosen_stays_whatever_the_background(tmp_path: Path) -> None:
    for keys in ("ccc", ""):  # once round to the paper, which is then chosen
        with first_screen(tmp_path, PERSONAS["kitty"]) as terminal:
            terminal.wait_for("版 1/")
            terminal.send(keys)
            terminal.settle()
            assert f"#{terminal.grounds(5)[40]}" == PAPER.background or keys
            terminal.send("q")
            assert terminal.finish() == 0


@pytest.mark.slow
@pytest.mark.matrix
@pytest.mark.parametrize(
    ("colours", "ground", "accent"),
    [
        ({"COLORTERM": "truecolor"}, "f5efe0", "8a2318"),
        ({"COLORTERM": "", "TERM": "xterm-256color"}, "eeeeee", "870000"),
        ({"COLORTERM": "", "TERM": "xterm"}, "default", "red"),
    ],
    ids=["all", "256", "16"],
)
def test_a_terminal_of_fewer_colours_has_those_chosen_for_it(
    tmp_path: Path, colours: dict[str, str], ground: str, accent: str
) -> None:
    with first_screen(tmp_path, PERSONAS["xterm"], **colours) as terminal:
        terminal.wait_for("版 1/")
        terminal.settle()
        column, row = terminal.cell_of("▌")
        assert terminal.grounds(row)[column] == ground
        assert terminal.colours(row)[column] == accent
        terminal.send("q")
        assert terminal.finish() == 0
        assert offences(bytes(terminal.raw)) == []


@pytest.mark.slow
@pytest.mark.matrix
def test_a_start_without_colours_chooses_no_theme(tmp_path: Path) -> None:
    for environment in ({"NO_COLOR": "1"}, {"NO_COLOR": ""}):
        with first_screen(tmp_path, PERSONAS["kitty"], **environment) as terminal:
            terminal.wait_for("版 1/")
            terminal.settle()
            assert terminal.grounds(5)[40] == (
                "default" if environment["NO_COLOR"] else str(NIGHT.background)[1:]
            )
            terminal.send("\x1b[Cq")
            assert terminal.finish() == 0
