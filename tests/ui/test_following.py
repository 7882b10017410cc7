"""From a jump line to the other half of its article, and back."""

from pathlib import Path

import pytest

from reader.edition.day import Edition
from reader.edition.model import Article, Clean, Direction, Headline, JumpLine, Page, PageLink
from reader.newsstand.saved import Saved, open_path
from reader.newsstand.site import PaperSite
from reader.sources.connections import Connections
from reader.sources.folder import text
from reader.sources.http import FetchPolicy, HttpClient
from reader.typesetting.cells import widths
from reader.ui.journeys import Journeys
from reader.ui.spans import LineStyle, Marks
from reader.ui.view import View
from reader.words import ZH, Words
from tests.support.clients import close
from tests.support.days import article, write_day
from tests.support.press import MIDDLE_DAY, publish
from tests.support.screens import Seen, reading
from tests.support.sessions import session
from tests.support.site import Site

FRONT = MIDDLE_DAY[0]


def place(seen: Seen) -> tuple[int, int]:
    view = seen.app.reading._shown
    return view.page_at, view.article_at


def reversed_text(seen: Seen) -> str:
    strips = seen.app.screen._compositor.render_strips()
    return "".join(
        piece.text for strip in strips for piece in strip if piece.style and piece.style.reverse
    ).strip()


async def test_f_walks_the_jump_lines_on_the_screen_and_enter_follows_the_chosen_one(tmp_path: Path) -> None:
    both = article("桥通了", "（上接2版）", "　　桥通了。", "（下转3版）")
    pages = [
        [both],
        [article("桥通了", "　　桥要通了。", "（下转1版）")],
        [article("桥通了", "（上接1版）", "　　桥通了吗。")],
    ]
    async with reading(tmp_path, write_day(tmp_path / "day", pages), size=(80, 24)) as seen:
        chosen = []
        for _ in range(3):
            await seen.press("f")
            chosen.append(reversed_text(seen))
        assert chosen == ["（上接2版）", "（下转3版）", "（上接2版）"]

        await seen.press("f", "enter")
        assert place(seen) == (2, 0)
        assert "下转3版：那一篇也指回这里" in seen.state
        await seen.press("f", "enter")
        assert place(seen) == (0, 0)


async def test_jump_lines_come_before_pictures_as_the_state_line_names_one(tmp_path: Path) -> None:
    async with reading(tmp_path, FRONT, size=(100, 40)) as seen:
        await seen.press("end")
        assert seen.state.startswith("─ f 下转2版 ──")
        await seen.press("f")
        assert reversed_text(seen) == "（下转第二版）"
        await seen.press("f")
        assert "渡船驶离东岸" in reversed_text(seen)


async def test_backspace_returns_to_the_line_that_was_left(tmp_path: Path) -> None:
    async with reading(tmp_path, FRONT, size=(80, 24)) as seen:
        await seen.press("end", "f")
        before = seen.rows[2:-2]

        await seen.press("enter")
        assert place(seen) == (1, 0)
        await seen.press("backspace", "f")

        assert seen.rows[2:-2] == before


async def test_a_click_follows_a_jump_line_at_once(tmp_path: Path) -> None:
    async with reading(tmp_path, FRONT, size=(80, 24)) as seen:
        await seen.press("end")
        await seen.pilot.click(offset=(50, seen.row_of("（下转第二版）")))
        await seen.settle()

        assert place(seen) == (1, 0)


async def test_with_no_link_chosen_enter_does_what_it_did(tmp_path: Path) -> None:
    async with reading(tmp_path, FRONT, size=(80, 24)) as seen:
        await seen.press("right", "f")
        assert "没有转版行" in seen.state
        await seen.press("enter")
        assert place(seen) == (0, 1)
        await seen.press("left", "end", "f", "escape", "enter")
        assert place(seen) == (0, 1)


async def test_a_link_that_has_left_the_screen_is_not_followed(tmp_path: Path) -> None:
    async with reading(tmp_path, FRONT, size=(80, 24)) as seen:
        await seen.press("end", "f", "home", "enter")

        assert place(seen) == (0, 0)


async def test_the_state_line_names_the_other_half_at_the_end_of_one(tmp_path: Path) -> None:
    async with reading(tmp_path, FRONT, size=(80, 24)) as seen:
        await seen.press("right", "left")
        assert "下转2版" not in seen.state
        await seen.press("end")
        assert seen.state.startswith("─ f 下转2版 ──")


@pytest.fixture
def journeys(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Journeys:
    monkeypatch.setenv("BANMIAN_HOME", str(tmp_path))
    style = LineStyle(Words(ZH), widths(), Marks())
    return Journeys(session(tmp_path, Saved(text(b""))), style, lambda _: None)


def followed(journeys: Journeys, folder: Path) -> tuple[View, str]:
    """Where the first jump line of a day's first article leads, and what is said."""
    *_, edition = Saved(open_path(folder)).open()
    view = View.opening(Saved(open_path(folder)), edition)
    assert view.entry
    assert view.entry.article
    return journeys.other_half(view, view.entry.article.jumps[0])


@pytest.mark.parametrize(
    ("line", "told", "page_at"),
    [
        ("（下转第七版）", "下转7版：这一天没有这一版", 0),
        ("（下转1版）", "下转1版：说的就是这一版，没有别的篇", 0),
        ("（下转3版）", "下转3版：那一版不在手边", 2),
        ("（下转2版）", "下转2版：那一版没有认出另一半", 1),
    ],
)
def test_where_there_is_no_other_half_a_sentence_says_why(
    tmp_path: Path, journeys: Journeys, line: str, told: str, page_at: int
) -> None:
    folder = write_day(
        tmp_path / "day",
        [
            [article("桥通了", "　　桥通了。", line)],
            [article("稻子熟了", "　　今年的稻子熟得早。")],
            [article("船停了", "　　船停了。")],
        ],
    )
    for file in folder.glob("*_3*"):
        file.unlink()

    found, message = followed(journeys, folder)

    assert (message, found.page_at) == (told, page_at)


def test_of_several_that_may_be_it_none_is_taken(tmp_path: Path, journeys: Journeys) -> None:
    twins = [article(f"桥通了之{n}", "（上接1版）", "　　水退了。") for n in (1, 2)]
    folder = write_day(tmp_path / "day", [[article("船停了", "　　船停了。", "（下转2版）")], twins])

    found, message = followed(journeys, folder)

    assert "有几篇都像" in message
    assert (found.page_at, found.article_at) == (1, 0)


def test_on_a_site_the_other_half_is_fetched(journeys: Journeys) -> None:
    """The layout page first, then its articles until one is known."""
    with Site() as site:
        publish(site)
        client = HttpClient(FetchPolicy(seconds=5, pause=0.001), Connections(proxies=dict))
        stand = PaperSite(site.url("/qsrb/html/2026-05/12/node_1.htm"), client)
        *_, edition = stand.open()
        view = View.opening(stand, edition)
        view = view.within(stand.fetch(view.wanted))
        assert view.entry
        assert view.entry.article
        jump = view.entry.article.jump_to
        assert jump

        found, message = journeys.other_half(view, jump)

        close(client)
    assert (found.page.number, found.article_at) == ("002", 0)
    assert message.startswith("下转2版：")


class Forgetful(Saved):
    """A site whose articles never come, and that counts how often it is asked."""

    is_live = True
    asked = 0
    edition: Edition

    def fetch(self, address: str, *, is_prefetch: bool = False, again: bool = False) -> Edition:
        self.asked += 1
        return self.edition


def test_no_more_than_fourteen_documents_are_asked_for_to_find_another_half(journeys: Journeys) -> None:
    stand = Forgetful(text(b""))
    jump = JumpLine(direction=Direction.TO, page=Clean("2"))
    own = Headline(headline=Clean("桥通了"), article=Article(headline=Clean("桥通了")))
    others = [
        Headline(headline=Clean(f"船停了之{n}"), url=Clean(f"http://paper.example/{n}")) for n in range(40)
    ]
    pages = (Page(number=Clean("1"), contents=(own,)), Page(number=Clean("2"), contents=tuple(others)))
    index = tuple(PageLink(number=page.number) for page in pages)
    stand.edition = Edition(index=index, pages=pages, addresses=("", ""))

    journeys.other_half(View.opening(stand, stand.edition), jump)

    assert stand.asked == 14
