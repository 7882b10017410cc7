"""Thousands of pages spliced from hostile pieces, drawn by the real app: every cell is judged."""

import random
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.edition.day import Leaf, assemble
from reader.errors import UnrecognisedPage
from reader.export.plain import article_text, contents_text, set_text
from reader.newsstand.saved import Saved
from reader.parsing.document import parse
from reader.sources.folder import text
from reader.typesetting.cells import widths
from reader.typesetting.ladder import Capabilities
from reader.ui.app import BanmianApp
from reader.words import ZH, Words
from tests.hostile.pages import hostile_page, splices
from tests.support.oracle import offences
from tests.support.sessions import session
from tests.support.tally import Tally

KEYS = (
    "space",
    "G",
    "plus",
    "plus",
    "right",
    "right",
    "left",
    "t",
    "j",
    "enter",
    "right_square_bracket",
    "y",
    "0",
)


def spliced(seed: int) -> str:
    """A page whose every field is a splice of some pieces; the same for the same seed."""
    return hostile_page(splices(random.Random(seed)))  # noqa: S311 - it chooses test pages


def faults(text: str) -> list[str]:
    return offences(text.replace("\n", "\r\n").encode("utf-8", "surrogatepass"))


def drawn(app: BanmianApp) -> Iterator[str]:
    """The text of every row of the screen; a link, or an action that is not of ours, in a style is a failure."""
    for strip in app.screen._compositor.render_strips():
        for segment in strip:
            assert not segment.control
            assert segment.style is None or segment.style.link is None
            meta = segment.style.meta if segment.style else {}
            assert set(meta) <= {"offset", "@click"}
            assert ACTION.fullmatch(meta.get("@click", "screen.none"))
        yield strip.text


def judge_text(page_text: str) -> bool:
    """Judge what the page is as text; whether it could be read."""
    try:
        page = parse(page_text)
    except UnrecognisedPage:
        return False
    words, table = Words(ZH), widths(1)
    assert faults(contents_text(page, words)) == []
    for entry in page.contents:
        assert faults(repr(entry.href).strip("'")) == []
        if entry.article:
            assert faults(article_text(entry.article)) == []
            assert faults(set_text(entry.article, 40, words, table)) == []
    return True


ACTION = re.compile(r"screen\.[a-z_]+(\(-?[0-9]+\))?")
"""An action that a click may run: a word of ours, and at most a number."""

NOWHERE = Saved(text(b"<p>"))


async def show_pages(seeds: range, home: Path) -> tuple[int, int]:
    """Draw pages in one session; how many pages, and how many screens."""
    copied: list[str] = []
    pages = screens = 0
    app = BanmianApp(session(home, NOWHERE, copied=copied), Words(ZH), Capabilities())
    async with app.run_test(size=(80, 24)) as pilot:
        for seed in seeds:
            text = spliced(seed)
            if not judge_text(text):
                continue
            app.reading._view = None
            app.reading.show_edition(NOWHERE, assemble([Leaf(address="x", page=parse(text))]))
            pages += 1
            for key in KEYS:
                await pilot.press(key)
                assert [fault for row in drawn(app) for fault in faults(row)] == [], f"seed {seed}, {key}"
                screens += 1
    assert [fault for text in copied for fault in faults(text)] == []
    return pages, screens


async def test_spliced_pages_draw_nothing_but_text(tmp_path: Path) -> None:
    pages, screens = await show_pages(range(3), tmp_path)

    assert pages >= 2
    assert screens >= 26


@pytest.mark.slow
@pytest.mark.fuzz
@pytest.mark.parametrize("part", range(20))
async def test_hundreds_of_spliced_pages(tmp_path: Path, part: int, tally: Tally) -> None:
    pages, screens = await show_pages(range(part * 25 + 100, part * 25 + 125), tmp_path)

    tally("hostile pages drawn, every cell judged", pages)
    tally("screens of them", screens)
    assert pages >= 20
