"""The judge is judged."""

import base64

import pytest

from tests.support.oracle import modes_left, offences

HEALTHY = (
    "\x1b[22;0t\x1b]2;banmian\x07\x1b]2;青石日报 5月12日 · banmian\x07"
    "\x1b[?1049h\x1b[?1000h\x1b[?25l\x1b[>25u\x1b[?2026$p\x1b[?2048$p\x1b[?7l\x1b[1;1H\x1b[38;2;1;2;3m"
    "版面👨\u200d👩\r\n“新”\n\x1b[0m\x1b]22;pointer\x07\x1b]22;default\x07"
    "\x1b[23;0t\x1b[?7h\x1b[?1000l\x1b[<u\x1b[?1049l\x1b[?25h\x1b[?1016l"
).encode()
CLIP = b"\x1b]52;c;" + base64.b64encode("版".encode()) + b"\x07"


@pytest.mark.parametrize(
    "hostile",
    [
        "\x1b]0;title\x07", "\x1b]2;title\x1b\\", "\x1b]2;title\x07", "\x1b[21t", "\x1b[22;2t",
        "\x1b]2;\x1b[31m · banmian\x07",
        "\x1b]0;banmian\x07", "\x1b]2;\u202e · banmian\x07", f"\x1b]2;{'报' * 101} · banmian\x07",
        "\x1b]8;;https://example.com\x1b\\", "\x1b]52;c;?\x07",
        "\x1bPq\x1b\\", "\x1b_G\x1b\\", "\x1b^pm\x1b\\", "\x1bXsos\x1b\\", "\x1bPtmux;\x1b\x1b]52;c;eA==\x07\x1b\\",
        "\x1b[2J", "\x1b[K", "\x1b[3X", "\x1b[H", "\x1b[5;5f", "\x1b[6n", "\x1b[!p", "\x1b[?1047h", "\x1b[?1016h",
        "\x1b[?2026h", "\x1b[>1u", "\x1b[4:3n", "\x1b(0", "\x1b#6", "\x1bc", "\x1b]unterminated", "\x1b[", "\x1b",
        "\x00", "\x07", "\x08", "\x0e", "\x7f", "\r", "\t", "\x85", "\x9b31m", "\x9d2;t\x9c",
        "\u202e", "\u2066", "\u200e", "\u061c", "\u200b", "\u00ad", "\ufeff", "\u2028", "\U000e0041", "\ufffe",
    ],
)  # fmt: skip
def test_what_a_page_must_not_send_is_an_offence(hostile: str) -> None:
    assert offences(HEALTHY) == []
    assert offences(HEALTHY + hostile.encode())
    assert offences(f"前{hostile}后".encode())


@pytest.mark.parametrize("raw", [b"\x9b31m", b"\xed\xa0\x80", b"\xe7\x89"])
def test_bytes_that_are_not_utf_8_are_an_offence(raw: bytes) -> None:
    assert offences(raw)


@pytest.mark.parametrize(
    "sequence", ["\x1b[22;0t", "\x1b[23;0t", "\x1b[>25u", "\x1b[<u", "\x1b[?2026$p", "\x1b[?2048$p"]
)
def test_what_is_said_once_is_an_offence_when_said_again(sequence: str) -> None:
    assert offences(HEALTHY + sequence.encode())


def test_the_clipboard_is_set_exactly_when_asked_and_with_the_exact_text() -> None:
    assert offences(CLIP, copied=["版"]) == []
    assert offences(CLIP)
    assert offences(CLIP + CLIP, copied=["版"])
    assert offences(CLIP, copied=["面"])
    assert offences(b"", copied=["版"])


def test_modes_the_terminal_said_it_has_are_allowed_when_it_answers() -> None:
    raw = b"\x1b[?2048h\x1b[?1016h\x1b[?2026h\x1b[?2026l\x1b[?2048l"

    assert offences(raw, answering=True) == []
    assert len(offences(raw)) == 4


def test_a_feature_that_is_on_and_a_bell_that_was_earned_are_allowed() -> None:
    assert offences(b"\x1b#6\x07", bells=1, also=[r"\x1b#[3456]"]) == []
    assert offences(b"\x07\x07", bells=1) == [repr("\x07")]


def test_what_is_left_on_is_named() -> None:
    assert modes_left(HEALTHY) == frozenset()
    assert modes_left(b"\x1b[?1049h\x1b[?25l\x1b[?1000;1006h\x1b[?1006l") == {"?1049", "?25", "?1000"}
    assert modes_left(b"\x1b[22;0t") == {"title"}
    assert modes_left(b"\x1b[>25u\x1b]22;text\x07\x1b[?7l") == {"keyboard", "pointer", "?7"}
