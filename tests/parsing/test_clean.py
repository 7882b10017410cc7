"""What may pass the trust line."""

import sys
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from reader import limits
from reader.parsing.clean import Cleaner, clean

BIDI = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
INVISIBLE = "\u00ad\u034f\u180e\u200b\u200c\u2060\u2064\u206f\u3164\ufe00\ufeff\ufff9\U000e0041\U000e0100"
LONG = 300_000


def is_forbidden(character: str) -> bool:
    """Whether a terminal must never be given this character, by a rule written apart from the code's own."""
    if character in BIDI or character in INVISIBLE:
        return True
    return character != "\n" and unicodedata.category(character) in {"Cc", "Cs", "Zl", "Zp"}


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("甲\r\n乙\r丙\x85丁\u2028戊\u2029己", "甲\n乙\n丙\n丁\n戊\n己"),
        ("甲\t乙\xa0丙", "甲 乙 丙"),
        ("\u3000\u3000甲", "\u3000\u3000甲"),
        ("[本报讯]甲——乙……", "[本报讯]甲——乙……"),
        ("café, naïve, Ελλάς, हिन्दी, ไทย, 한국어, カナ", "café, naïve, Ελλάς, हिन्दी, ไทย, 한국어, カナ"),
        ("\ud83d甲\ufffe\U0001ffff\ufdd0", "\ufffd甲\ufffd\ufffd\ufffd"),
        ("甲\ue000\U000f0000", "甲\ue000\U000f0000"),
    ],
)
def test_text_is_made_plain(raw: str, text: str) -> None:
    assert clean(raw) == text


ESCAPES = {
    "colour": "\x1b[31;5m",
    "private mode": "\x1b[?1049h",
    "colon parameters": "\x1b[38:2:1:2:3m",
    "8-bit CSI": "\x9b2J",
    "title": "\x1b]2;x\x07",
    "clipboard, ST": "\x1b]52;c;5Lit\x1b\\",
    "clipboard, 8-bit": "\x9d52;c;5Lit\x9c",
    "device control": "\x1bP+q544e\x1b\\",
    "start of string": "\x1bXx\x1b\\",
    "privacy message": "\x1b^x\x9c",
    "application command": "\x1b_Gf=32;x\x1b\\",
    "charset": "\x1b(0",
    "reset": "\x1bc",
    "space in between": "\x1b F",
    "tmux passthrough": "\x1bPtmux;\x1b\x1b]52;c;5Lit\x07\x1b\\",
}


@pytest.mark.parametrize("sequence", ESCAPES.values(), ids=ESCAPES)
def test_an_escape_sequence_leaves_whole(sequence: str) -> None:
    assert clean(f"甲{sequence}乙") == "甲乙"


@pytest.mark.parametrize("introducer", ["\x1b]", "\x1bP", "\x1b_", "\x9d", "\x90"])
def test_an_unended_string_takes_its_line_and_no_more(introducer: str) -> None:
    assert clean(f"甲{introducer}52;c;5Lit\n乙") == "甲\n乙"


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("\x1b\x1b[31m[31m", "[31m"),
        ("\x1b\x1b", ""),
        ("\x1b\u200b[31m", "[31m"),
        ("\x1b[3\x1b[1m1m", "1m"),
        ("\x1b]2;x\x1b[0m甲", "甲"),
        ("\x1b中", "中"),
        ("\x1b[31", ""),
    ],
)
def test_no_splice_makes_a_new_sequence(raw: str, text: str) -> None:
    assert clean(raw) == text


@pytest.mark.parametrize("mark", BIDI, ids=ascii)
def test_a_direction_mark_leaves(mark: str) -> None:
    cleaner = Cleaner()

    assert cleaner(f"变{mark}迁") == "变迁"
    assert cleaner.removed == (("bidi", 1),)


@pytest.mark.parametrize("character", INVISIBLE, ids=ascii)
def test_an_invisible_character_leaves(character: str) -> None:
    cleaner = Cleaner()

    assert cleaner(f"变{character}迁") == "变迁"
    assert cleaner.removed == (("invisible", 1),)


@pytest.mark.parametrize(
    "emoji", ["👩\u200d💻", "❤\ufe0f\u200d🔥", "🏃🏽\u200d♀\ufe0f", "🐦\u200d⬛", "☺\ufe0e"]
)
def test_what_holds_an_emoji_together_stays(emoji: str) -> None:
    assert clean(f"甲{emoji}乙") == f"甲{emoji}乙"


@pytest.mark.parametrize(
    "text", ["变\u200d迁", "👩\u200d甲", "甲\u200d👩", "👩\u200d\u200d💻", "甲\ufe0f\u200d💻", "\u200d"]
)
def test_a_joiner_between_other_things_leaves(text: str) -> None:
    assert clean(text) == text.replace("\u200d", "")


@pytest.mark.parametrize("mark", ["\u0301", "\u20dd", "\u3099", "\ufe0f", "\u0e49", "\U0001d165", "\u0903"])
def test_a_tower_of_marks_is_lowered(mark: str) -> None:
    cleaner = Cleaner()

    assert cleaner(f"甲{mark * 10_000}乙{mark * 4}") == f"甲{mark * 4}乙{mark * 4}"
    assert cleaner.removed == (("combining", 10_000 - limits.COMBINING_MARKS),)


def test_every_mark_unicode_knows_is_lowered() -> None:
    marks = [c for c in map(chr, range(sys.maxunicode + 1)) if unicodedata.category(c).startswith("M")]
    too_high = limits.COMBINING_MARKS + 1

    cleaned = clean("\n".join("甲" + mark * too_high for mark in marks))

    assert len(marks) > 2_000
    assert max(map(len, cleaned.split("\n"))) <= 1 + limits.COMBINING_MARKS


@pytest.mark.slow
@pytest.mark.fuzz
def test_only_plain_characters_pass_of_all_there_are() -> None:
    everything = "甲".join(map(chr, range(sys.maxunicode + 1)))

    passed = set(clean(everything.replace("\x1b", "").translate(dict.fromkeys(range(0x90, 0xA0)))))

    assert not any(map(is_forbidden, passed))
    assert "\ue000" in passed
    assert "\U0010fffd" in passed


def test_what_was_taken_out_is_counted_by_kind() -> None:
    cleaner = Cleaner()

    cleaner("甲\x1b[31m\x1b]2;x\x07乙\x00\x7f\u202e\u200b")
    cleaner.line("丙\ue000\ue001\ufffe\r\n\t\xa0丁\x08" + "\u0301" * 6)

    assert cleaner.removed == (
        ("bidi", 1),
        ("combining", 2),
        ("control", 3),
        ("escape", 2),
        ("invisible", 1),
        ("noncharacter", 1),
        ("private", 2),
    )


def test_plain_text_leaves_no_count() -> None:
    cleaner = Cleaner()

    assert cleaner("甲\r\n乙\t丙\xa0丁") == "甲\n乙 丙 丁"
    assert cleaner.removed == ()


@pytest.mark.parametrize(
    ("raw", "line"),
    [
        ("\r\n  甲 乙\t\n\u3000\n 丙\u3000丁 \n", "甲 乙 丙\u3000丁"),
        ("甲\u2028乙", "甲 乙"),
        ("\n \n", ""),
        ("\u200b 甲", "甲"),
    ],
)
def test_a_headline_is_one_line(raw: str, line: str) -> None:
    assert Cleaner().line(raw) == line


PIECES = (
    *"\x1b\x9b\x9d\x90\x9c\x07\x00\r\n\t[]\\;P_?1m甲e👩",
    *"\u0301\u202e\u200b\u200d\ufe0f\ud800\udc00\ufffe\ue000\x85\u2028\u034f",
    *("\x1b[", "\x1b]", "\x1b\\", "\u0301" * 5),
)
SPLICES = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)
ANYTHING = st.text(st.characters(exclude_categories=()))


@given(st.one_of(SPLICES, ANYTHING))
@example("e" + "\u0301" * 4 + "\ufe0f\u200d👩")
@example("👩" + "\u0301" * 4 + "\ufe0f\u200d👩")
def test_cleaning_twice_changes_nothing_more(raw: str) -> None:
    once = clean(raw)

    assert clean(once) == once
    assert Cleaner().line(Cleaner().line(raw)) == Cleaner().line(raw)


@given(st.one_of(SPLICES, ANYTHING))
def test_whatever_was_written_what_is_shown_is_plain(raw: str) -> None:
    text = clean(raw)

    assert not any(map(is_forbidden, text))
    assert text.encode().decode() == text
    assert "\n" not in Cleaner().line(raw)


@given(st.one_of(SPLICES, ANYTHING))
def test_a_text_that_was_clean_is_given_back_and_counts_nothing_removed(raw: str) -> None:
    cleaner = Cleaner()

    cleaner(clean(raw))

    assert {kind for kind, _ in cleaner.removed} <= {"private"}


@pytest.mark.parametrize(
    ("raw", "length"),
    [
        ("\x1b[" + "0" * LONG, 0),
        ("\x1b]" * LONG, 0),
        ("\x1b[" * LONG, 0),
        ("\x1b" + " " * LONG, 0),
        ("e" + "\u0301" * LONG, 5),
        ("\u0301\u0e01" * LONG, 2 * LONG),
        ("👩\u200d" * LONG, 2 * LONG - 1),
        (" " * LONG + "\t", LONG + 1),
        ("\r" * LONG, LONG),
    ],
    ids=["parameters", "strings", "sequences", "blanks", "tower", "letters", "joiners", "spaces", "returns"],
)
def test_a_long_hostile_text_is_cleaned_to_the_end(raw: str, length: int) -> None:
    assert len(clean(raw)) == length
