"""Where a reader can step from a place, and what may be fetched for it."""

from functools import cache
from pathlib import Path

import pytest
from msgspec.structs import replace

from reader.edition.day import Edition
from reader.edition.model import Clean
from reader.newsstand.saved import Saved, open_path
from reader.typesetting.cells import widths
from reader.typesetting.layout import Role
from reader.ui.spans import LineStyle, Marks
from reader.ui.view import View
from reader.words import ZH, Words
from tests.support.days import article, write_day
from tests.support.press import MIDDLE_DAY

SOURCE = open_path(MIDDLE_DAY[ZH])
STYLE = LineStyle(Words(ZH), widths(1), Marks())


@cache
def edition() -> Edition:
    *_, whole = Saved(SOURCE).open()
    return whole


@cache
def first() -> View:
    return View.opening(Saved(SOURCE), edition())


class LiveOnly(Saved):
    """Nothing is at hand until it is asked for."""

    is_live = True


def walked(view: View | None, step: int) -> list[tuple[int, int]]:
    places = []
    while view:
        places.append((view.page_at, view.article_at))
        view = view.step_article(step)
    return places


def test_the_articles_of_a_day_are_one_row_from_either_end() -> None:
    forward = walked(first(), 1)
    *_, (page, article) = forward
    last = first().turn_page(page)

    assert [place[0] for place in forward] == sorted(place[0] for place in forward)
    assert {place[0] for place in forward} == {0, 1, 2, 3}
    assert len(forward) == sum(len(edition().page_at(at).contents) for at in range(4))
    while last.article_at != article:
        last = last.step_article(1) or last
    assert walked(last, -1) == forward[::-1]


@pytest.mark.parametrize(
    ("asked", "page_at"), [("3", 2), ("003", 2), ("A3", 2), ("9", None), ("0", None), ("头版", None)]
)
def test_a_page_is_found_by_its_number_letters_and_zeros_aside(asked: str, page_at: int | None) -> None:
    view = first().find_page(asked)

    assert (view and view.page_at) == page_at


def test_a_place_is_kept_when_more_of_the_day_comes_in() -> None:
    partial, *_ = Saved(open_path(MIDDLE_DAY[ZH])).open()
    view = View.opening(first().stand, partial).turn_page(0).turn_article("简讯：雁咀灯标换新灯")

    within = view.within(edition())

    assert (within.page_at, within.article_at, within.key) == (view.page_at, view.article_at, view.key)
    assert within.edition is edition()


def test_of_headlines_alike_the_one_being_read_stays_when_more_of_the_day_comes() -> None:
    contents = [replace(entry, headline=Clean("图片新闻")) for entry in first().page.contents]
    page = replace(first().page, contents=tuple(contents))
    changed = replace(edition(), pages=(page, *edition().pages[1:]))
    view = replace(first(), edition=changed, page_at=0, article_at=2)

    assert view.within(changed) == view
    assert view.key == f"{replace(view, article_at=0).key}#3"


@pytest.fixture
def lone(tmp_path: Path) -> View:
    """The first page of the day, saved without its articles, and the guide to another page's article on it."""
    text = (MIDDLE_DAY[ZH] / "node_1.htm").read_text("utf-8")
    file = tmp_path / "node_1.htm"
    file.write_text(text, "utf-8")
    *_, edition = Saved(open_path(file)).open()
    return View.opening(Saved(SOURCE), edition)


def test_what_is_not_at_hand_is_wanted_of_a_site_alone(lone: View) -> None:
    entry = replace(lone.page.contents[0], url=Clean("http://paper.example/content_1001.htm"))
    page = replace(lone.page, contents=(entry, *lone.page.contents[1:]))
    edition = replace(lone.edition, pages=(page, *lone.edition.pages[1:]))

    saved, live = replace(lone, edition=edition), View.opening(LiveOnly(SOURCE), edition)

    assert (saved.missing_url, saved.wanted, saved.at_hand) == (entry.url, "", False)
    assert (live.missing_url, live.wanted) == (entry.url, entry.url)
    assert (first().missing_url, first().at_hand) == ("", True)


def test_a_headline_not_at_hand_says_what_can_be_done_and_not_where_one_is(lone: View) -> None:
    notes = list(lone.missing(STYLE, ""))
    online = list(lone.missing(STYLE, "http://paper.example/1"))

    assert notes[0] == online[0] == "此篇不在所开的文件里。"
    assert notes[1:] == ["把这一篇的网页存到同一个文件夹，再打开那个文件夹，就能读到：", "content_1001.htm"]
    assert online[1:] == ["按 r 到网站上取：", "http://paper.example/1"]


def test_a_page_at_hand_without_articles_says_so_and_asks_for_nothing(lone: View) -> None:
    page = replace(lone.page, contents=(), opens_at=None)
    view = View.opening(LiveOnly(SOURCE), replace(lone.edition, pages=(page, *lone.edition.pages[1:])))

    assert (view.entry, view.wanted) == (None, "")
    assert list(view.missing(STYLE, "http://paper.example/1")) == ["第001版 头版 的网页里没有文章。"]


def test_a_headline_that_another_page_has_says_where(lone: View) -> None:
    guide = replace(lone.page.contents[0], href=Clean("content_1011.htm"), headline=Clean("导读"))
    page = replace(lone.page, contents=(guide, *lone.page.contents[1:]))
    view = replace(
        first(), edition=replace(edition(), pages=(page, *edition().pages[1:])), page_at=0, article_at=0
    )

    assert list(view.missing(STYLE, "http://paper.example/1")) == [
        "此篇不在所开的文件里。",
        "它在第003版 民生，到那一版就能读到。",
    ]


def test_a_page_not_at_hand_says_what_can_be_done(lone: View) -> None:
    page = lone.step_page(3)
    assert page is not None

    assert next(page.missing(STYLE, "")) == "第004版 副刊 不在所开的文件里。"
    assert list(page.missing(STYLE, ""))[-1] == "node_4.htm"
    assert [item.role for item in page.items(STYLE, ("一", "二"))] == [Role.HEADLINE, Role.NOTE, Role.NOTE]


def test_the_line_under_an_article_names_what_comes_next() -> None:
    second = first().step_article(1)
    assert second is not None
    assert first().next_line(STYLE).startswith("下一篇 ▸ 江潮比去年早到四十分钟")
    at_end = first().turn_article("简讯：雁咀灯标换新灯")
    assert at_end.next_line(STYLE) == "下一版 ▸ 第002版 要闻"
    last = first().turn_page(3)
    last = last.turn_article(last.page.contents[-1].headline)
    assert last.next_line(STYLE) == "本日完"
    assert last.step_article(1) is None
    assert first().step_page(-1) is None


def test_an_article_that_is_there_and_could_not_be_read_says_why(tmp_path: Path) -> None:
    folder = write_day(tmp_path, [[article("桥通了"), article("灯亮了")]])
    (folder / "content_1001.htm").write_bytes(b"%PDF-1.4")
    *_, edition = (stand := Saved(open_path(folder))).open()

    lines = tuple(replace(View.opening(stand, edition), article_at=1).missing(STYLE, ""))

    assert lines[0] == "content_1001.htm 是 PDF，不是网页"
