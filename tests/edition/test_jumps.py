"""The other half of an article: by what it is known, and what is said where it is not."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from reader.edition.day import Edition
from reader.edition.jumps import other_half
from reader.edition.model import (
    Article,
    Block,
    BlockKind,
    Clean,
    Direction,
    Headline,
    JumpLine,
    Page,
    PageLink,
)
from reader.newsstand.saved import Saved, open_path
from tools.set_samples import SAMPLES

FERRY, DICTIONARY, TEA = "漱江最后一条渡船", "一本字典住院四十天", "北山春茶开采"

BEGINNING = "守船人老顾说，缆绳是爷爷搓的，搓绳的麻种在漱江南岸的沙田里，一年一茬，麻皮要泡足七天，搓绳那天全村不开船。"
REST = "搓绳的麻如今没人种了，沙田改了码头。老顾把爷爷搓的缆绳盘好，麻皮泡足七天的气味还在，守船人说漱江南岸记得它。"
OTHERS = (
    "修字典的师傅每天只拆十页，纸薄得能看见手指，胶是用面粉熬的，熬糊一锅就重来。",
    "春茶比往年早了五天，采茶人四点出门，天亮才下山，竹篓里是一芽一叶。",
    "公交绕开了豆腐担子，司机说多走两百米，换来一车豆香，乘客没有意见。",
    "钟楼的钟慢了三分钟，修钟人不肯拨快，他说全城的人已经照着它过了十年。",
)


def line(text: str) -> JumpLine:
    way, page = text.split()
    return JumpLine(direction=Direction(way), page=Clean(page))


def story(headline: str, *jumps: str, says: str = "", in_list: str = "", byline: str = "") -> Headline:
    """An article at hand: its headline, its jump lines ("to 3"), its text."""
    lines = [Block(kind=BlockKind.JUMP, text=Clean(text), jump=line(text)) for text in jumps]
    blocks = (*lines, Block(kind=BlockKind.PARAGRAPH, text=Clean(says)))
    article = Article(headline=Clean(headline), blocks=blocks, byline=Clean(byline))
    return Headline(headline=Clean(in_list or headline), article=article)


def listed(headline: str) -> Headline:
    """An article that the page lists, but that is not at hand."""
    return Headline(headline=Clean(headline))


def day(pages: dict[str, tuple[Headline, ...] | None]) -> Edition:
    """A day of pages by number; None for one that is listed and not at hand."""
    index = tuple(PageLink(number=Clean(number)) for number in pages)
    numbered = (
        None if contents is None else Page(number=Clean(number), page_index=index, contents=contents)
        for number, contents in pages.items()
    )
    return Edition(index=index, pages=tuple(numbered))


AROUND = tuple(story(text[:6], says=text) for text in OTHERS[1:])


def found(
    edition: Edition, jump: str = "to 2", page: int = 0, article: int = 0
) -> tuple[str, int | None, int | None]:
    """The reason, the page and the article of an answer."""
    half = other_half(edition, page, article, line(jump))
    return half.reason.name, half.page, half.article


def on_second(*entries: Headline, first: tuple[Headline, ...] = (), says: str = "") -> Edition:
    """A day whose first page begins with the ferry, which goes on on the second: what stands there."""
    return day({"001": (story(FERRY, "to 2", says=says), *first), "002": entries})


def wording(*entries: Headline) -> Edition:
    """A day on which the ferry's text stands beside others, and what stands on its second page."""
    return on_second(*entries, first=AROUND, says=BEGINNING)


def test_the_half_that_points_back_is_found_from_both_sides() -> None:
    edition = on_second(story(TEA), story("渡船往事", "from 1"))

    assert found(edition) == ("POINTS_BACK", 1, 1)
    assert found(edition, "from 1", page=1, article=1) == ("POINTS_BACK", 0, 0)


def test_an_article_on_the_same_page_is_found() -> None:
    edition = day({"002": (story(TEA), story(FERRY, "to 2"), story("渡船往事", "from 2"))})

    assert found(edition, article=1) == ("POINTS_BACK", 0, 2)
    assert found(edition, "from 2", article=2) == ("POINTS_BACK", 0, 1)


def test_of_two_that_point_back_the_headline_tells() -> None:
    edition = on_second(story(DICTIONARY, "from 1"), story(FERRY, "from 1"))

    assert found(edition) == ("HEADLINE", 1, 1)


def test_of_two_that_point_back_the_wording_tells() -> None:
    edition = wording(story(TEA, "from 1", says=OTHERS[0]), story("江上", "from 1", says=REST))

    assert found(edition) == ("WORDING", 1, 1)


def test_of_two_that_nothing_tells_apart_none_is_taken() -> None:
    edition = on_second(story("渡口", "from 1"), story("江上", "from 1"))

    assert found(edition) == ("SEVERAL", 1, None)


def test_an_article_that_came_from_another_page_is_not_it() -> None:
    edition = day({"001": (story(FERRY, "to 2"),), "002": (story(FERRY, "from 3"),), "003": ()})

    assert found(edition) == ("NOTHING", 1, None)


def test_the_half_of_another_article_of_the_page_is_not_it() -> None:
    theirs = story(DICTIONARY, "from 1")

    assert found(on_second(theirs, first=(story(DICTIONARY, "to 2"),))) == ("NOTHING", 1, None)
    assert found(on_second(theirs, story("江上", "from 1"), first=(story(DICTIONARY, "to 2"),))) == (
        "POINTS_BACK",
        1,
        1,
    )


@pytest.mark.parametrize(
    "other",
    [
        story(FERRY),
        story("漱江 最后 一条渡船"),
        story(f"{FERRY}：下月把缆绳交给桥"),
        story("最后一条渡船"),
        story("渡口", in_list=FERRY),
        listed(f"“{FERRY}”"),
    ],
    ids=["same", "blanks", "longer", "shorter", "in the list alone", "not at hand"],
)
def test_without_jump_lines_the_headline_tells(other: Headline) -> None:
    assert found(on_second(story(TEA), other, listed(DICTIONARY))) == ("HEADLINE", 1, 1)


def test_of_two_with_the_headline_and_no_jump_lines_none_is_taken() -> None:
    assert found(on_second(story(FERRY), listed(FERRY))) == ("SEVERAL", 1, None)


def test_an_article_with_the_headline_goes_before_one_that_only_points_back() -> None:
    assert found(on_second(story("江上", "from 1"), listed(FERRY))) == ("HEADLINE", 1, 1)


@pytest.mark.parametrize("name", ["(无标题)", "（上接第一版）", "……", "江"])
def test_a_headline_that_says_nothing_tells_nothing(name: str) -> None:
    edition = day(
        {"001": (story(name, "to 2"),), "002": (story("江上行舟"), story("…" if name == "江" else name))}
    )

    assert found(edition) == ("NOTHING", 1, None)


def test_rare_wording_tells_where_nothing_else_does() -> None:
    assert found(wording(story("江上", says=REST), story(TEA, says=OTHERS[0]))) == ("WORDING", 1, 0)


def test_wording_that_all_have_tells_nothing() -> None:
    spoken = tuple(story(f"第{n}题", says=BEGINNING + text) for n, text in enumerate(OTHERS))

    assert found(wording(*spoken)) == ("NOTHING", 1, None)


def test_two_that_share_wording_are_several() -> None:
    half, quarter = len(BEGINNING) // 2, len(OTHERS[0])
    entries = (
        story("江上", says=BEGINNING[:half] + OTHERS[0][:quarter]),
        story("渡口", says=BEGINNING[half:] + OTHERS[0][:quarter]),
    )

    assert found(wording(*entries)) == ("SEVERAL", 1, None)


def test_a_byline_is_wording_too() -> None:
    names = "本报驻漱江记者顾守船 特约通讯员麻缆绳 实习生"
    edition = on_second(story("江上", byline=names), story(TEA), first=AROUND)
    own = story(FERRY, "to 2", byline=names)
    page = replace(edition.opened, contents=(own, *AROUND))

    assert found(replace(edition, pages=(page, edition.pages[1]))) == ("WORDING", 1, 0)


def test_two_articles_alone_on_their_pages_are_no_pair_by_wording() -> None:
    assert found(on_second(story("江上", says=REST), says=BEGINNING)) == ("NOTHING", 1, None)


def test_letters_of_english_are_no_rare_wording() -> None:
    said = "The keeper of the ferry kept the rope that his grandfather had twisted."
    edition = on_second(story("Hemp", says=said), story(TEA), first=AROUND, says=said)

    assert found(edition) == ("NOTHING", 1, None)


def test_wording_tells_nothing_while_an_article_is_not_at_hand() -> None:
    assert found(wording(story("江上", says=REST), listed(TEA))) == ("NOTHING", 1, None)


def test_a_half_that_is_missing_is_not_made_up() -> None:
    entries = tuple(story(text[:6], says=text) for text in OTHERS)

    assert found(on_second(*entries, says=BEGINNING)) == ("NOTHING", 1, None)
    assert found(on_second()) == ("NOTHING", 1, None)


def test_a_page_not_at_hand_is_named_so_that_it_can_be_fetched() -> None:
    edition = day({"001": (story(FERRY, "to 2"),), "002": None})

    assert found(edition) == ("NOT_AT_HAND", 1, None)


def test_a_page_that_does_not_exist_is_named_as_such_only_where_the_day_lists_its_pages() -> None:
    edition = on_second()
    alone = replace(edition, pages=(replace(edition.opened, page_index=()), None))

    assert found(edition, "to 9") == ("NO_SUCH_PAGE", None, None)
    assert found(alone, "to 9") == ("NOT_AT_HAND", None, None)


def test_a_line_that_leads_to_its_own_article_is_told() -> None:
    edition = day({"001": (), "002": (story(FERRY, "to 2"),)})

    assert found(edition, page=1) == ("ITSELF", 1, None)


@pytest.mark.parametrize(
    ("numbers", "page", "asked", "meant"),
    [
        ("001 002 003", 0, "3", "003"),
        ("01 02 03", 0, "003", "03"),
        ("A01 A02", 0, "2", "A02"),
        ("A01 A02 B01 B02", 0, "2", "A02"),
        ("A01 A02 B01 B02", 2, "2", "B02"),
        ("A01 A02 B01 B02", 2, "A2", "A02"),
        ("A01 A02 B01 B02", 2, "1", "A01"),
        ("01 02 A02", 0, "A02", "A02"),
        ("001 002 A01", 0, "A2", "002"),
        ("01A 02A 01B 02B", 2, "2", "02B"),
        ("a01 a02", 0, "A2", "a02"),
        ("JSA01 JSA02", 0, "2", "JSA02"),
        ("A01 A02 B03", 0, "A3", None),
        ("001 002 005", 0, "3", None),
        ("一版 二版", 0, "2", None),
    ],
)
def test_a_page_is_meant_by_its_digits_and_the_section_being_read(
    numbers: str, page: int, asked: str, meant: str | None
) -> None:
    edition = day({number: (story(FERRY),) for number in numbers.split()})

    at = other_half(edition, page, 0, line(f"to {asked}")).page

    assert (at if at is None else edition.index[at].number) == meant


def test_an_article_in_the_middle_leads_both_ways() -> None:
    edition = day({"001": (story(FERRY, "to 2"),), "002": (story(FERRY, "from 1", "to 3"),), "003": None})

    assert found(edition, "from 1", page=1) == ("POINTS_BACK", 0, 0)
    assert found(edition, "to 3", page=1) == ("NOT_AT_HAND", 2, None)


def told(folder: Path) -> list[tuple[str, str, str, str]]:
    """Of a day: on which page each half stands, where its other is, the other's headline, and the reason."""
    *_, edition = Saved(open_path(folder)).open()
    pairs: list[tuple[str, str, str, str]] = []
    for at, link in enumerate(edition.index):
        for i, entry in enumerate(edition.page_at(at).contents):
            for jump in entry.article.jumps if entry.article else ():
                reason, page, article = found(edition, f"{jump.direction} {jump.page}", at, i)
                if page is not None and article is not None:
                    half = edition.page_at(page).contents[article]
                    pairs.append((link.number, edition.index[page].number, half.headline, reason))
    return pairs


def test_the_pairs_of_the_sample_day_are_found_from_both_sides_and_none_beside_them() -> None:
    ferry, dictionary = "漱江最后一条渡船 下月把缆绳交给桥", DICTIONARY

    assert told(SAMPLES / "qsrb/html/2026-05/12") == [
        ("001", "002", ferry, "POINTS_BACK"),
        ("002", "001", ferry, "POINTS_BACK"),
        ("003", "004", dictionary, "POINTS_BACK"),
        ("004", "003", dictionary, "POINTS_BACK"),
    ]
    assert told(SAMPLES / "qsrb/html/2026-05/14") == []
