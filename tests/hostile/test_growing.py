"""Shapes that grow: reading one takes time in proportion to its length, and no number in it is converted unbounded."""

import contextlib
import math
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from reader.edition.model import Clean
from reader.errors import PageError
from reader.newsstand.reading import raw_text, read_document
from reader.newsstand.saved import Saved, open_path
from reader.parsing.document import parse
from reader.sources.base import Fetched
from reader.sources.classify import classify, redirect_target
from reader.sources.days import AddressPattern, PublishedDays
from reader.typesetting.cells import widths
from reader.typesetting.ladder import Measure
from reader.typesetting.layout import Item, Items, Role, Setting
from tests.support.days import article, write_day
from tests.support.pilots import reading
from tests.support.tally import Tally

BODY = "<div id=ozoom><p>　　本报讯 水车停了。</p></div>"
REPEATED = {
    "classes": "<p class=a font01z ",
    "title cells": "<td class=font01>题",
    "commented bodies": "<b id=ozoom>",
    "picture tables": "<table id=newspic>",
    "notices": "公告（",
    "refreshes": "<meta http-equiv=refresh ",
    "nested": "<div>",
    "lists": "<ul><li><b>x",
    "cells": "<td><div>",
    "anchors": "<a href=content_1.htm>题",
    "areas": "<area coords='1,1,9,9,1,9' href=content_1.htm>",
    "lines": "北山春茶\n",
    "jumps": "(上接",
    "blanks": "\u3000",
    "images": "![[",
    "dates": "2024-01-01 ",
    "captions": "第02版：要闻\n",
    "fields": "<title>",
    "scripts": "<script>view('",
    "options": "<option>江滨日报",
    "selects": "<select name=guidelinks>",
    "titles": "<title>江滨日报",
    "second copies": "<input name=titlecheckbox>",
    "marks": "<div class='font01 font02 px12 default'>",
    "quotes": '<a "',
    "brackets": "<",
    "markers": "<!--<npm:article-title>-->",
    "pictures": "<img src=a.jpg>图为。",
    "comments": "<!--",
    "digits of a name": "1",
    "notices of a headline": "公告（",
    "dates of an index": "<date>2026-05-12</date><front_page>a.htm</front_page>",
    "open dates of an index": "<date",
    "addresses of an index": "<url>a",
}
OF_TEXT = {
    "lines of text": "北山春茶\n",
    "past issues": "2024-01-01,1| ",
    "links": "[北山春茶](",
    "pictures in brackets": "![题](a(b",
    "bylines": "本报记者 何田 ",
    "rows of papers": "江滨日报 | ",
    "captions on one line": "第02版：要闻 ",
    "buttons": "上一篇 下一版 ",
    "wrapped": "　　采茶人四点出门背着竹篓打着手电往上走\n采茶人四点出门背着竹篓打着手电往上走\n",
    "papers and days": "《江滨日报》（2024年3月2日 第02版",
    "repeated titles": "北山春茶\n封航公告\n",
    "labels": "大中小放大缩小默认",
    "no width": "\u1161",
    "no width, and marks": "（\u0301\u200d",
    "stops": "。",
    "letters": "a",
    "addresses": "http://a!",
    "openers": "（ ",
    "emoji": "👨\u200d",
}
BEFORE = {
    "commented bodies": "<!-- ",
    "fields": "<!--enpproperty ",
    "options": "<select name=guidelinks>",
    "digits of a name": "<a href=content_",
    "notices of a headline": "<h1>",
}


def grown(name: str, characters: int) -> str:
    """So much of a shape, with a body behind it."""
    if piece := OF_TEXT.get(name):
        return piece * (characters // len(piece)) + "。\n本报讯 水车停了。\n"
    piece = REPEATED[name]
    return BEFORE.get(name, "") + piece * (characters // len(piece)) + BODY


def fetched(text: str) -> Fetched:
    return Fetched(data=text.encode(), address="http://a.example/2026-05/12/node_1.htm")


def index(text: str) -> object:
    """The days of a month, if a site sends this as its index."""
    pattern = AddressPattern.of(fetched("").address)
    assert pattern
    return PublishedDays(lambda _: fetched(text), pattern).month(2026, 5)


def set_as(role: Role) -> Callable[[str], object]:
    """Sets a text as one item of an article, all its rows."""
    return lambda text: Setting(Items((Item(role, Clean(text)),)), Measure(width=40), 80, widths()).rows(0)


TASKS: dict[str, Callable[[str], object]] = {
    "page": lambda text: read_document(fetched(text)),
    "answer": lambda text: classify(text.encode()),
    "redirect": lambda text: redirect_target(text.encode(), "http://a.example/"),
    "raw": lambda text: raw_text(fetched(text)),
    "index": index,
    "paragraph": set_as(Role.PARAGRAPH),
    "headline": set_as(Role.HEADLINE),
}
"""What may be done with a text from outside, at the length of all of it."""


def spent(task: str, text: str) -> float:
    """CPU seconds that it takes; a page may be refused."""
    start = time.process_time()
    with contextlib.suppress(PageError):
        TASKS[task](text)
    return time.process_time() - start


@pytest.mark.parametrize("name", [*REPEATED, *OF_TEXT])
def test_a_shape_that_repeats_is_read_or_refused(name: str) -> None:
    for task in TASKS:
        spent(task, grown(name, 8_000))


@pytest.mark.slow
@pytest.mark.fuzz
@pytest.mark.parametrize("task", TASKS)
@pytest.mark.parametrize("name", [*REPEATED, *OF_TEXT])
def test_twice_the_length_takes_twice_the_time(name: str, task: str, tally: Tally) -> None:
    texts = [grown(name, size) for size in (100_000, 200_000)]
    once = twice = math.inf
    for rounds in range(1, 10):  # the least of each counts: what else the machine does only ever adds
        once, twice = (
            min(pair) for pair in zip((once, twice), (spent(task, text) for text in texts), strict=True)
        )
        if twice <= 0.15 or (rounds >= 3 and twice <= 3 * once):
            break
    tally("shapes read at twice their length")
    tally("growth: times the CPU time for twice the length, at most", twice / max(once, 0.075), most=True)
    if not (twice <= 0.15 or twice <= 3 * once):
        pytest.fail(f"{once:.2f} s, and {twice:.2f} s for twice the length")


@pytest.mark.parametrize(
    "text",
    [
        "<p>&#" + "1" * 5000 + ";北山采茶。</p>",
        "<a href=content_" + "1" * 40_000 + ".htm>题</a>" + BODY,
        "第" + "1" * 5000 + "版：要闻\n北山春茶\n本报讯 采茶人出门。",
        "1" * 5000 + "年" + "1" * 5000 + "月1日 星期六\n北山春茶\n本报讯 采茶人出门。",
        "<map name=pagepicmap><area coords='" + "9" * 5000 + ",1,2,2' href=content_1.htm alt=题></map>",
        "(下转" + "1" * 5000 + "版)\n北山春茶\n本报讯 采茶人出门。",
    ],
    ids=["reference", "file name", "page", "date", "corner", "jump"],
)
def test_no_number_is_too_long_to_be_left_alone(text: str) -> None:
    tasks: tuple[Callable[[str], object], ...] = (parse, lambda text: classify(text.encode()))

    for task in tasks:
        task(text)


@pytest.mark.slow
@pytest.mark.fuzz
async def test_a_key_after_a_third_of_a_million_matches_takes_no_longer_than_twice_one_before(
    tmp_path: Path,
) -> None:
    day = write_day(tmp_path / "day", [[article("桥通了", "江" * 330_000)]])
    async with reading(tmp_path, Saved(open_path(day))) as seen:

        async def least(*keys: str) -> float:
            """CPU seconds from the keys to the frame, at best."""
            taken = []
            for _ in range(8):
                start = time.process_time()
                await seen.press(*keys)
                taken.append(time.process_time() - start)
            return min(taken)

        keys = {"pagedown": "pagedown", "k": "k", "n": "j", "plus": "plus", "minus": "minus"}
        before = {key: await least(like, *("minus",) * (key == "plus")) for key, like in keys.items()}
        start = time.process_time()
        await seen.press("/", "江", "enter")
        assert time.process_time() - start < 2
        after = {key: await least(key, *("minus",) * (key == "plus")) for key in keys}

    assert [key for key in keys if after[key] > 2 * max(before[key], 0.005)] == []
