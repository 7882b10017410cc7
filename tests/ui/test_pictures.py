"""Pictures on the screen and programs outside: the keys, what is said without the extra, and hostile pictures."""

import random
import struct
import threading
import zlib
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace
from textual.widget import Widget

from reader.errors import ReaderError, SourceError, TooLarge
from reader.newsstand.saved import Saved, open_path
from reader.newsstand.stand import Stand
from reader.sources.folder import text
from reader.typesetting.cells import widths
from reader.typesetting.ladder import Capabilities, Way
from reader.ui.app import BanmianApp
from reader.ui.screens.picture import PictureScreen, load, pictures_of, place
from reader.ui.spans import LineStyle, Marks
from reader.ui.themes import THEMES
from reader.ui.view import View
from reader.words import ZH, Words
from tests.sources.test_pictures import PNG, STORY
from tests.support.pilots import Reader, settle, shown
from tests.support.press import SAMPLES
from tests.support.sessions import session

pytestmark = pytest.mark.filterwarnings("ignore:Image.Image.getdata")  # which textual-image still calls

EXTRA = "uv tool install '.[images]'"
FRONT = SAMPLES / "qsrb/html/2026-05/12/node_1.htm"


def front() -> Stand:
    """The sample's folder at its middle day: pages and pictures are at hand."""
    return Saved(open_path(SAMPLES / "qsrb"), issued=date(2026, 5, 12))


def bare() -> Stand:
    return Saved(text(STORY.format(src="").encode()))


@asynccontextmanager
async def reading(
    home: Path,
    stand: Stand,
    way: Way | None = None,
    handed: list[str] | None = None,
    ambiguous: int = 1,
    typed: str = "",
) -> AsyncIterator[tuple[Reader, list[str]]]:
    """A reader of something, and what was copied; what was handed over goes to the list, if there is one."""
    copied: list[str] = []

    def opener(target: str) -> bool:
        (handed if handed is not None else []).append(target)
        return handed is not None

    given = replace(session(home, stand, copied), typed=typed, opener=opener)
    app = BanmianApp(given, Words(ZH), Capabilities(ambiguous=ambiguous, pictures=way))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        yield pilot, copied


async def press(pilot: Reader, *keys: str) -> None:
    for key in keys:
        await pilot.press(key)
        await settle(pilot)


async def copies(pilot: Reader) -> None:
    """Wait for the threads that copy."""
    for thread in threading.enumerate():
        if thread.name.endswith("(_copy)"):
            while thread.is_alive():
                await pilot.pause(0.01)
    await settle(pilot)


def state(pilot: Reader) -> str:
    """The last two rows, in which messages stand."""
    return "".join(shown(pilot)[-2:]).replace(" ", "")


def view(stand: Stand) -> View:
    *_, edition = stand.open()
    return View.opening(stand, edition)


def refusal(shown_by: View, way: Way | None, ambiguous: int = 1) -> str:
    """Why a picture cannot be shown."""
    with pytest.raises(ReaderError) as caught:
        load(shown_by, LineStyle(Words(ZH), widths(ambiguous), Marks()), way, 0)
    return caught.value.code


# Without the extra


def test_captions_come_first_and_are_counted_as_pictures_are() -> None:
    page, figure = pictures_of(view(front()))

    assert page.image.endswith("qsrb2026051201_b.svg")
    assert page.caption == page.article == ""
    assert figure.image.endswith("ferry.svg")
    assert figure.caption.startswith("5月8日傍晚")


def test_why_there_is_no_picture() -> None:
    assert refusal(view(bare()), Way.BLOCKS) == "no-picture"
    assert refusal(view(front()), None) == "pictures-extra"
    assert refusal(view(front()), Way.BLOCKS, ambiguous=2) == "pictures-wide"


async def test_without_the_extra_one_line_says_how_to_get_it_and_an_address_is_shown_and_copied(
    tmp_path: Path,
) -> None:
    async with reading(tmp_path, Saved(open_path(FRONT))) as (pilot, copied):
        await press(pilot, "P")
        assert EXTRA.replace(" ", "") in state(pilot)

        await press(pilot, "O")
        await copies(pilot)
        assert copied == [str(FRONT.resolve())]
        assert "node_1.htm" in state(pilot)


async def test_what_a_program_takes_is_not_copied(tmp_path: Path) -> None:
    handed: list[str] = []
    async with reading(tmp_path, Saved(open_path(FRONT)), handed=handed) as (pilot, copied):
        await press(pilot, "O")

        assert handed == [str(FRONT.resolve())]
        assert copied == []
        assert "已交给系统的程序" in state(pilot)


async def test_keys_of_before_the_start_are_obeyed_and_a_text_without_a_file_is_nowhere(
    tmp_path: Path,
) -> None:
    async with reading(tmp_path, bare(), typed="cc") as (pilot, copied):
        assert pilot.app.theme == tuple(THEMES)[2]

        await press(pilot, "O")
        assert "不知道它在哪里" in state(pilot)
        assert copied == []


def test_a_pdf_at_hand_is_opened_before_the_page(tmp_path: Path) -> None:
    for name in ("node_1.htm", "content_1001.htm"):
        (tmp_path / name).write_bytes(FRONT.with_name(name).read_bytes())
    here = view(Saved(open_path(tmp_path / "node_1.htm")))

    assert place(here, None) == str((tmp_path / "node_1.htm").resolve())
    (tmp_path / "QSRB2026051201.pdf").touch()
    assert place(here, None) == str((tmp_path / "QSRB2026051201.pdf").resolve())


# With the extra


def pictures() -> Any:  # Any: the extra may not be there to give a type
    pytest.importorskip("textual_image", reason="the extra draws pictures")
    from reader.ui import pictures

    return pictures


def picture(pilot: Reader) -> Widget:
    return pilot.app.screen.query("#picture > *").first()


@pytest.mark.parametrize("way", [Way.BLOCKS, Way.SIXEL])
async def test_the_page_and_the_figures_of_its_article_are_shown_in_turn(tmp_path: Path, way: Way) -> None:
    pictures()
    async with reading(tmp_path, front(), way) as (pilot, _):
        await press(pilot, "P")
        assert shown(pilot)[0] == " 第001版 头版   1/2"
        tall = picture(pilot).size

        await press(pilot, "l", "l")
        assert shown(pilot)[0] == " 第001版 头版   2/2"
        assert any(row.startswith(" 5月8日傍晚") for row in shown(pilot))
        wide = picture(pilot).size

        await press(pilot, "h", "h")
        assert picture(pilot).size == tall
        await press(pilot, "escape")
        assert not isinstance(pilot.app.screen, PictureScreen)

    assert tall.height == 19  # all rows but the head, the caption's and the foot
    assert tall.width < tall.height * 2 < wide.width


async def test_half_blocks_show_the_colours_of_the_picture(tmp_path: Path) -> None:
    pictures()
    async with reading(tmp_path, front(), Way.BLOCKS) as (pilot, _):
        await press(pilot, "P", "l")
        strips = pilot.app.screen._compositor.render_strips()
        colours = {
            piece.style.bgcolor for strip in strips for piece in strip if "▀" in piece.text and piece.style
        }

    assert len(colours) > 10


async def test_a_click_on_a_caption_shows_its_picture(tmp_path: Path) -> None:
    pictures()
    async with reading(tmp_path, front(), Way.BLOCKS) as (pilot, _):
        y = next(y for y, row in enumerate(shown(pilot)) if "[图] 5月8日" in row)
        await pilot.click(offset=(50, y))
        await settle(pilot)

        assert shown(pilot)[0] == " 第001版 头版   2/2"


async def test_a_picture_is_handed_over_from_its_own_screen(tmp_path: Path) -> None:
    pictures()
    handed: list[str] = []
    async with reading(tmp_path, front(), Way.BLOCKS, handed) as (pilot, _):
        await press(pilot, "P", "l", "O")

        assert not isinstance(pilot.app.screen, PictureScreen)

    assert [Path(target).name for target in handed] == ["ferry.svg"]


@pytest.mark.parametrize("size", [(40, 10), (40, 4), (3, 30), (1, 1), (400, 100)])
async def test_a_picture_fits_every_window(tmp_path: Path, size: tuple[int, int]) -> None:
    pictures()
    async with reading(tmp_path, front(), Way.SIXEL) as (pilot, _):
        await press(pilot, "P")
        await pilot.resize_terminal(*size)
        await settle(pilot)

        assert isinstance(pilot.app.screen, PictureScreen)


async def test_a_picture_that_is_not_at_hand_is_a_sentence(tmp_path: Path) -> None:
    pictures()
    (tmp_path / "node_1.htm").write_bytes(FRONT.read_bytes())
    async with reading(tmp_path, Saved(open_path(tmp_path / "node_1.htm")), Way.BLOCKS) as (pilot, _):
        await press(pilot, "P")

        assert "图不在所开的文件夹里" in state(pilot)


# Hostile pictures


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(width: int, height: int, rows: bytes, more: bytes = b"") -> bytes:
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    parts = [chunk(b"IHDR", head), more, chunk(b"IDAT", zlib.compress(rows, 9)), chunk(b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


def encoded(kind: str, size: tuple[int, int] = (10, 10), **how: object) -> bytearray:
    image, file = pytest.importorskip("PIL.Image").new("RGB", size, "red"), BytesIO()
    image.save(file, kind, **how)
    return bytearray(file.getvalue())


def with_size(kind: str, at: int, form: str, *size: int) -> bytes:
    data = encoded(kind)
    struct.pack_into(form, data, at, *size)
    return bytes(data)


def jpeg_of(scans: int) -> bytes:
    data = bytes(encoded("JPEG", (16, 16), progressive=True))
    last = data[data.rindex(b"\xff\xda") : -2]
    return data[:-2] + last * (scans - data.count(b"\xff\xda")) + b"\xff\xd9"


HUGE: dict[str, Callable[[], bytes]] = {
    "png": lambda: png(60_000, 60_000, b""),
    "gif": lambda: with_size("GIF", 6, "<HH", 65_535, 65_535),
    "bmp": lambda: with_size("BMP", 18, "<ii", 2**31 - 1, 2**31 - 1),
    "jpeg of many scans": lambda: jpeg_of(300),
}
DAMAGED: dict[str, Callable[[], bytes]] = {
    "nothing": lambda: b"",
    "text": STORY.encode,
    "drawing": lambda: b'<svg xmlns="http://www.w3.org/2000/svg"/>',
    "postscript": lambda: b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n",
    "cut": lambda: bytes(encoded("JPEG", (300, 300))[:600]),
    "lies about its size": lambda: png(4_000, 4_000, bytes(1_000)),
    "bmp that lies": lambda: with_size("BMP", 18, "<ii", 4_000, -4_000),
    "bomb in a text": lambda: png(
        9, 9, bytes(300), chunk(b"zTXt", b"a\0\0" + zlib.compress(bytes(50_000_000), 9))
    ),
    "bomb in a profile": lambda: png(
        9, 9, bytes(300), chunk(b"iCCP", b"a\0\0" + zlib.compress(bytes(50_000_000), 9))
    ),
}


@pytest.mark.parametrize("name", HUGE)
def test_a_picture_too_large_is_refused_by_its_header(name: str) -> None:
    with pytest.raises(TooLarge):
        pictures().decode(HUGE[name](), "b.jpg")


@pytest.mark.parametrize("name", DAMAGED)
def test_a_picture_that_is_none_is_an_error_of_ours(name: str) -> None:
    with pytest.raises(SourceError, match="picture-unreadable"):
        pictures().decode(DAMAGED[name](), "b.jpg")


def test_more_than_a_picture_told_is_not_unpacked() -> None:
    assert pictures().decode(png(9, 9, bytes(60_000_000)), "b.png").size == (9, 9)


def test_a_large_picture_is_made_smaller_and_a_thin_one_wider() -> None:
    decode = pictures().decode

    assert decode(bytes(encoded("JPEG", (3_000, 1_500))), "").size == (2_000, 1_000)
    assert decode(bytes(encoded("PNG", (1, 1_000))), "").size == (50, 1_000)
    assert decode(bytes(encoded("GIF", (1_000, 1))), "").size == (1_000, 50)


def test_what_is_transparent_is_white() -> None:
    image = pytest.importorskip("PIL.Image").new("RGBA", (2, 2), (255, 0, 0, 0))
    image.save(file := BytesIO(), "PNG")

    assert pictures().decode(file.getvalue(), "").getpixel((0, 0)) == (255, 255, 255)


def test_whatever_is_changed_in_a_picture_it_is_shown_or_an_error_of_ours() -> None:
    decode, chance = pictures().decode, random.Random(5)  # noqa: S311 - no secret
    seeds = [PNG, *(bytes(encoded(kind)) for kind in ("JPEG", "GIF", "BMP", "WEBP"))]
    for _ in range(300):
        data = bytearray(chance.choice(seeds))
        for _ in range(chance.randint(1, 6)):
            data[chance.randrange(len(data))] = chance.randrange(256)
        try:
            decode(bytes(data), "b.png")
        except (SourceError, TooLarge):
            continue


def test_each_colour_of_a_sixel_picture_is_selected_once_it_is_defined() -> None:
    pictures()
    from textual_image.widget import sixel

    image = pytest.importorskip("PIL.Image").new("RGB", (8, 6), "red")

    assert "#0;2;100;0;0#0" in sixel.image_to_sixels(image)
