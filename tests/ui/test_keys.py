"""What a terminal sends, as keys or as nothing: any bytes, in any pieces, and a page's worth at once."""

import tracemalloc
from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual._ansi_sequences import ANSI_SEQUENCES_KEYS
from textual._xterm_parser import XTermParser
from textual.events import Key, Paste
from textual.message import Message
from textual.widgets import Input

from reader import limits
from reader.ui.app import BanmianApp
from reader.ui.keys import KeyParser, type_in
from tests.support.keyboard import ESCAPE, SENT
from tests.support.pilots import Reader, reading, settle

PASTE = "\x1b[200~{}\x1b[201~"

DECIDING = ("T", "d", "slash")
"""Keys that decide where the next one goes."""
REPORTS = ("\x1b[?2026;2$y", "\x1b[48;30;100;600;1000t", "\x1b[<35;10;9M", "\x1b[M !!", "\x1b[9;3R", "\x1b[I")
KEYS = ("\x1b", "\x1b[", "\x1bO", "\x1bx", "\x1b[97;5u", "\x1b[1;5A", "版", "q", "\r")
NOTHING = {
    "a character beyond Unicode": "\x1b[1114112u",
    "a letter released": "\x1b[97;1:3u",
    "a number no key has": "\x1b[27;5;9999999~",
    "a sequence of too many numbers": "\x1b[1;2;3;4;5;6q",
    "a sequence of too many digits": "\x1b[" + "1" * 100 + "u",
    "a colour that was not asked for": "\x1b]11;rgb:ffff/ffff/ffff\x1b\\",
    "a title": "\x1b]0;q\x07",
    "an answer about pictures": "\x1b_Gi=1;OK\x1b\\",
    "what the terminal can do, told late": "\x1b[?63;1;2;3;4;6;7;15;18;22;29c",
    "its version, told late": "\x1b[>24;279;0c",
    "a click on a window without size": "\x1b[48;0;0;0;0t\x1b[<0;5;5M",
    "a byte of no encoding": "\ufffd",
}


def pause(parser: XTermParser) -> list[Message]:
    """What comes once nothing was sent for longer than anything waits."""
    if parser._timeout_time is not None:
        parser._timeout_time = 0.0
    return list(parser.tick())


def sent(pieces: Iterable[str], parser: XTermParser | None = None) -> list[str]:
    """What these pieces and the pause after them mean."""
    parser = parser or KeyParser()
    found = [message for piece in pieces for message in parser.feed(piece)]
    return [repr(message) for message in (*found, *pause(parser))]


def keys(pieces: Iterable[str]) -> list[str]:
    parser = KeyParser()
    found = [message for piece in pieces for message in parser.feed(piece)]
    return [message.key for message in (*found, *pause(parser)) if isinstance(message, Key)]


def test_every_sequence_that_textual_knows_is_read_as_textual_reads_it() -> None:
    for sequence in (*ANSI_SEQUENCES_KEYS, *REPORTS, *KEYS):
        meant = sent((sequence,), XTermParser())
        assert sent((sequence,)) == meant, sequence
        assert sent(sequence) == meant, sequence


@pytest.mark.parametrize("sequence", NOTHING.values(), ids=NOTHING)
def test_what_no_key_sends_is_nothing_and_the_next_key_is_read(sequence: str) -> None:
    assert keys((sequence + "j",)) == ["j"]
    assert keys(sequence + "j") == ["j"]


def test_a_sequence_that_breaks_off_takes_no_key_with_it() -> None:
    assert keys(("\x1b[12", "\x1b[A字\x1b[12字\x1b[12\r\x1b[\x1b]\x1bO\x1b[B")) == [
        "up",
        "字",
        "字",
        "enter",
        "down",
    ]


known = st.sampled_from((*ANSI_SEQUENCES_KEYS, *REPORTS, *KEYS, *NOTHING.values(), "\x1b[200~", "\x1b[201~"))
cut = known.flatmap(lambda text: st.integers(0, len(text)).map(lambda end: text[:end]))
longer = st.tuples(known, st.text("0123456789;:<>?$ \x07\x1b[]OM~", max_size=40)).map("".join)
noise = st.binary(max_size=40).map(lambda data: data.decode("utf-8", "replace"))


@given(st.lists(known | cut | longer | noise, max_size=12), st.integers(1, 50))
def test_any_bytes_are_keys_or_nothing_and_what_is_typed_after_a_pause_is_read(
    texts: list[str], size: int
) -> None:
    text, parser = "".join(texts), KeyParser()
    for at in range(0, len(text), size):
        list(parser.feed(text[at : at + size]))
    pause(parser)

    assert [getattr(message, "key", "") for message in parser.feed("jq版\x1b[A")] == ["j", "q", "版", "up"]


@pytest.mark.parametrize("begin", ["\x1b[1", "\x1b]0;", "\x1bO1", "\x1bP", "\x1b["])
def test_what_never_ends_is_not_kept(begin: str) -> None:
    parser = KeyParser()
    list(parser.feed(begin))
    tracemalloc.start()
    for _ in range(100):
        list(parser.feed("1" * 4096))
    size, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert size < 20_000
    assert pause(parser) == []
    assert [getattr(message, "key", "") for message in parser.feed("j")] == ["j"]


@pytest.mark.parametrize("size", [7, 4096])
def test_a_paste_is_one_text_with_or_without_its_end(size: int) -> None:
    text = "桥通了\r\x1b[A\x1b]0;t桥" * 500
    for told in (PASTE.format(text) + "j", "\x1b[200~" + text):
        parser = KeyParser()
        found = [m for at in range(0, len(told), size) for m in parser.feed(told[at : at + size])]
        texts = [message.text for message in (*found, *pause(parser)) if isinstance(message, Paste)]
        assert texts == [text]


def test_more_than_anyone_types_at_once_is_a_paste_until_a_pause() -> None:
    text = "qj" * (limits.BURST_KEYS // 2) + "q"
    parser = KeyParser()

    assert [*parser.feed(text), *parser.feed("q\rq"), *parser.tick()] == []
    (paste,) = pause(parser)
    assert isinstance(paste, Paste)
    assert paste.text == text + "q\rq"
    assert keys((text[1:],)) == list(text[1:])


@pytest.mark.parametrize("sequence", ["j", "\x1b[B"], ids=["a letter", "an arrow"])
def test_a_key_held_down_stops_soon_after_it_is_let_go_however_far_behind_we_are(sequence: str) -> None:
    once = sequence * limits.BURST_KEYS

    assert keys((once, sequence * 1000, "k")) == [*keys((once,)), "k"]


def test_a_paste_is_kept_until_it_is_more_than_any_page(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "PAGE_BYTES", 1000)
    (paste,) = KeyParser().feed(PASTE.format("桥通" * 1000))

    assert isinstance(paste, Paste)
    assert paste.text == "桥通" * 500 + "桥"  # one too many, so that it is refused and not cut


# Typed ahead of the screen


async def typed(pilot: Reader, text: str) -> str:
    """Type faster than the screen follows; the name of the screen that is then on top."""
    await type_in(pilot.app, text)
    await settle(pilot)
    return type(pilot.app.screen).__name__


async def test_each_key_goes_to_the_screen_that_the_ones_before_it_opened(tmp_path: Path) -> None:
    async with reading(tmp_path, size=(100, 30)) as pilot:
        app = pilot.app
        assert await typed(pilot, "T渡船") == "OverviewScreen"
        assert app.screen.query_one(Input).value == "渡船"

        assert await typed(pilot, f"{ESCAPE}]/渡\rn") == "ReadingScreen"
        assert not app.screen.query(Input)
        assert await typed(pilot, "d\x1b[C?qi") == "ReportScreen"
        assert await typed(pilot, f"{ESCAPE}p\x1b[Bt") == "ReadingScreen"
        assert app.focused is not None
        assert app.focused.id == "contents"


async def test_the_palette_runs_what_its_letters_found_and_once(tmp_path: Path) -> None:
    async with reading(tmp_path, size=(100, 30)) as pilot:
        assert await typed(pilot, "\x10帮助\r") == "HelpScreen"
        assert await typed(pilot, "q\x10\x1b[6~\x1b[5~") == "PaletteScreen"
        assert await typed(pilot, f"{ESCAPE}\x10help\r\r") == "ReadingScreen"
        assert await typed(pilot, "\x10" + PASTE.format("字" * 5000)) == "PaletteScreen"
        assert len(pilot.app.screen.query_one(Input).value) <= limits.FIND_CHARACTERS


async def states(home: Path, first: str, *, slowly: bool) -> list[tuple[object, ...]]:
    """Where each pair of keys that begins with this one leads, if typed in one burst or slowly."""
    found: list[tuple[object, ...]] = []
    async with reading(home, size=(100, 30)) as pilot:
        app = pilot.app
        assert isinstance(app, BanmianApp)
        for second in SENT.values():
            for text in (first, second) if slowly else (first + second,):
                await type_in(app, text)
                if slowly:
                    await pilot.pause()
            await pilot.pause()
            while app.reading._awaited:
                await pilot.pause(0.02)
            await settle(pilot)
            screen, reader = app.screen, app.reading
            fields = tuple(field.value for field in screen.query(Input))
            focused = screen.focused.id if screen.focused else ""
            view = reader._view and reader._view.key
            found.append((second, type(screen).__name__, focused, fields, view, reader._pane.position))
            await type_in(app, ESCAPE * 3)
            await settle(pilot)
    return found


@pytest.mark.slow
@pytest.mark.parametrize("first", DECIDING)
async def test_two_keys_in_one_burst_lead_where_they_lead_typed_slowly(tmp_path: Path, first: str) -> None:
    for name in ("slow", "burst"):
        (tmp_path / name).mkdir()
    slow = await states(tmp_path / "slow", SENT[first], slowly=True)

    assert await states(tmp_path / "burst", SENT[first], slowly=False) == slow


async def test_after_the_last_key_nothing_is_opened_any_more(tmp_path: Path) -> None:
    async with reading(tmp_path) as pilot:
        for message in KeyParser().feed("\x11/\x10Tdt" + PASTE.format("字")):
            pilot.app.post_message(message)
        await pilot.pause()

        assert pilot.app.return_code == 0
