"""Shapes that grow: reading one takes time in proportion to its length, and no number in it is converted unbounded."""

import math
import time
from collections.abc import Callable

import pytest

from reader.errors import PageError
from reader.parsing.document import parse
from reader.sources.classify import classify, redirect_target

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
}
BEFORE = {"commented bodies": "<!-- ", "fields": "<!--enpproperty ", "options": "<select name=guidelinks>"}


def grown(name: str, characters: int) -> str:
    """So much of a shape, with a body behind it."""
    if piece := OF_TEXT.get(name):
        return piece * (characters // len(piece)) + "。\n本报讯 水车停了。\n"
    piece = REPEATED[name]
    return BEFORE.get(name, "") + piece * (characters // len(piece)) + BODY


def read(text: str) -> None:
    """Read it as a page, and judge it as a site's answer; it may be refused."""
    for task in (
        parse,
        lambda text: classify(text.encode()),
        lambda text: redirect_target(text.encode(), "http://a.example/"),
    ):
        try:
            task(text)
        except PageError:
            continue


@pytest.mark.parametrize("name", [*REPEATED, *OF_TEXT])
def test_a_shape_that_repeats_is_read_or_refused(name: str) -> None:
    read(grown(name, 8_000))


@pytest.mark.slow
@pytest.mark.parametrize("name", [*REPEATED, *OF_TEXT])
def test_twice_the_length_takes_twice_the_time(name: str) -> None:
    def spent(text: str) -> float:
        start = time.process_time()
        read(text)
        return time.process_time() - start

    texts = [grown(name, size) for size in (100_000, 200_000)]
    once = twice = math.inf
    for rounds in range(1, 10):  # the least of each counts: what else the machine does only ever adds
        once, twice = (min(pair) for pair in zip((once, twice), map(spent, texts), strict=True))
        if rounds >= 3 and twice <= 3 * max(once, 0.05):
            return

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
