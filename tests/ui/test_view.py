"""Where a reader can step from a place, and what may be fetched for it."""

import pytest

from reader.newsstand import open_edition
from reader.sources.files import open_path
from reader.sources.sample import find
from reader.stand import Stand
from reader.typesetting.cells import widths
from reader.typesetting.setting import Role
from reader.ui.lines import Desk, Marks
from reader.ui.view import View
from reader.words import ZH, Words

SOURCE = open_path(find(ZH))
*_, EDITION = open_edition(SOURCE)
FIRST = View.opening(Stand(SOURCE), EDITION)
DESK = Desk(Words(ZH), widths(1), Marks())


class LiveOnly(Stand):
    """Nothing is at hand until it is asked for."""

    is_live = True


def walked(view: View | None, step: int) -> list[tuple[int, int]]:
    places = []
    while view:
        places.append((view.page_at, view.article_at))
        view = view.step_article(step)
    return places


def test_the_articles_of_a_day_are_one_row_from_either_end() -> None:
    forward = walked(FIRST, 1)
    *_, (page, article) = forward
    last = FIRST.turn_page(page)

    assert [place[0] for place in forward] == sorted(place[0] for place in forward)
    assert {place[0] for place in forward} == {0, 1, 2, 3}
    assert len(forward) == sum(len(EDITION.page_at(at).contents) for at in range(4))
    while last.article_at != article:
        last = last.step_article(1) or last
    assert walked(last, -1) == forward[::-1]


@pytest.mark.parametrize(
    ("asked", "page_at"), [("3", 2), ("003", 2), ("A3", 2), ("9", None), ("0", None), ("头版", None)]
)
def test_a_page_is_found_by_its_number_letters_and_zeros_aside(asked: str, page_at: int | None) -> None:
    view = FIRST.find_page(asked)

    assert (view and view.page_at) == page_at


def test_a_place_is_kept_when_more_of_the_day_comes_in() -> None:
    partial, *_ = open_edition(open_path(find(ZH)))
    view = View.opening(FIRST.stand, partial).turn_page(0).turn_article("简讯：雁咀灯标换新灯")

    within = view.within(EDITION)

    assert (within.page_at, within.article_at, within.key) == (view.page_at, view.article_at, view.key)
    assert within.edition is EDITION


def test_what_is_not_at_hand_is_wanted_of_a_site_and_told_of_a_file() -> None:
    *_, lone = open_edition(open_path(find(ZH) / "node_1.htm"))
    page = View.opening(Stand(SOURCE), lone).turn_page(0)
    assert page.wanted == ""
    assert View.opening(LiveOnly(SOURCE), EDITION).wanted == ""
    next_page = page.step_page(3)
    assert next_page is not None
    items = next_page.items(DESK)
    assert items[0].role == Role.HEADLINE


def test_the_line_under_an_article_names_what_comes_next() -> None:
    second = FIRST.step_article(1)
    assert second is not None
    assert FIRST.next_line(DESK).startswith("下一篇 ▸ 江潮比去年早到四十分钟")
    at_end = FIRST.turn_article("简讯：雁咀灯标换新灯")
    assert at_end.next_line(DESK) == "下一版 ▸ 第002版 要闻"
    last = FIRST.turn_page(3)
    last = last.turn_article(last.page.contents[-1].headline)
    assert last.next_line(DESK) == "本日完"
    assert last.step_article(1) is None
    assert FIRST.step_page(-1) is None
