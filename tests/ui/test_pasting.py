"""What is pasted into the reader is opened, as a journey: Backspace returns, and what fails changes nothing."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from msgspec.structs import replace
from textual.events import Paste
from textual.widgets import Input

from reader import limits
from reader.newsstand.saved import Saved, open_path
from reader.newsstand.targets import pasted
from reader.typesetting.ladder import Capabilities
from reader.ui.app import BanmianApp
from reader.words import ZH, Words
from tests.support.matrix import in_matrix
from tests.support.newsprint import BODY, PAGE
from tests.support.pilots import Reader, settle, shown
from tests.support.press import MIDDLE_DAY, SAMPLES
from tests.support.sessions import session
from tests.support.site import Site

HERE = "版 1/4 · 篇 1/5"


@asynccontextmanager
async def reading(home: Path) -> AsyncIterator[Reader]:
    """A reader of the sample day, who may paste."""
    opened = replace(session(home, Saved(open_path(MIDDLE_DAY[0]))), pasting=pasted)
    app = BanmianApp(opened, Words(ZH), Capabilities())
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        yield pilot


async def paste(pilot: Reader, text: str) -> None:
    """Paste, and wait until it has led somewhere or not."""
    pilot.app.post_message(Paste(text))
    await pilot.pause()
    assert isinstance(pilot.app, BanmianApp)
    while pilot.app.reading._awaited:
        await pilot.pause(0.02)
    await settle(pilot)


async def assert_leads_back(pilot: Reader) -> None:
    await pilot.press("backspace")
    await settle(pilot)
    assert HERE in shown(pilot)[0]


async def test_a_file_and_a_folder_are_opened(tmp_path: Path) -> None:
    day = SAMPLES / "qsrb/html/2026-05/14"
    async with reading(tmp_path) as pilot:
        for text, found in (
            (f"'{day / 'node_2.htm'}' ", "版 2/"),
            (day.as_uri(), "版 1/"),
            (str(SAMPLES), "版 1/"),
        ):
            await paste(pilot, text)
            assert "5月14日" in shown(pilot)[0]
            assert found in shown(pilot)[0]
            await assert_leads_back(pilot)


async def test_an_address_is_opened_as_one_that_was_typed(tmp_path: Path) -> None:
    with Site(SAMPLES / "qsrb") as site:
        async with reading(tmp_path) as pilot:
            await paste(pilot, site.url("/html/2026-05/14/node_2.htm\n"))  # a private network: only if typed
            assert "5月14日" in shown(pilot)[0]
            assert isinstance(pilot.app, BanmianApp)
            assert pilot.app.reading._shown.stand.is_live
            await assert_leads_back(pilot)


@pytest.mark.parametrize(
    "text", [PAGE, f"桥通了\n\n　　{BODY[1]}\n\n　　{BODY[2]}\n"], ids=["page", "article"]
)
async def test_the_text_of_a_page_or_an_article_is_opened(tmp_path: Path, text: str) -> None:
    async with reading(tmp_path) as pilot:
        await paste(pilot, text)
        assert "水车" in "".join(shown(pilot))
        await assert_leads_back(pilot)


NOTHING = {
    "a word": "abc",
    "two words": "漱江 渡船",
    "a sentence": "会议改到2026年5月12日星期二下午三点，请大家准时到。",
    "two lines": "今天天气很好。\n明天也是。",
    "a command": "git commit -m 'x'",
    "blanks": " \n\n",
    "more than a page": "桥" * limits.PAGE_BYTES,
}


@in_matrix("text", list(NOTHING.values()), daily=list(NOTHING.values())[:3])
async def test_what_is_no_page_is_said_to_be_none_and_changes_nothing(tmp_path: Path, text: str) -> None:
    async with reading(tmp_path) as pilot:
        before = shown(pilot)[:-2]
        await paste(pilot, text)

        assert "粘贴的文字里没有认出版面" in shown(pilot)[-2]
        assert shown(pilot)[:-2] == before


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("/nowhere/at all", "没有这个文件或文件夹：/nowhere/at all"),
        ("http://[foo", "http://[foo"),
        ("http://127.0.0.1:9/x.htm", "127.0.0.1"),
    ],
)
async def test_what_cannot_be_opened_is_a_sentence_and_changes_nothing(
    tmp_path: Path, text: str, said: str
) -> None:
    async with reading(tmp_path) as pilot:
        before = shown(pilot)[:-2]
        await paste(pilot, text)

        assert said in shown(pilot)[-2]
        assert shown(pilot)[:-2] == before


async def test_a_paste_into_a_field_stays_there(tmp_path: Path) -> None:
    async with reading(tmp_path) as pilot:
        for key in ("slash", "T"):
            await pilot.press(key)
            await settle(pilot)
            await paste(pilot, str(MIDDLE_DAY[1]))
            assert pilot.app.screen.query_one(Input).value == str(MIDDLE_DAY[1])
            await pilot.press("escape")
            await settle(pilot)
            assert HERE in shown(pilot)[0]
