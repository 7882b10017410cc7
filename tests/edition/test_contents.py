"""Where an article stands in the contents of its page, whatever is known of it."""

import pytest
from msgspec.structs import replace

from reader.edition.contents import position, put
from reader.edition.model import Article, Clean, Headline, Page

PAGE = Page(contents=tuple(Headline(headline=Clean(name)) for name in ("甲", "乙，丙", "丁")))
ALIKE = Page(
    paper=Clean("石桥日报"),
    number=Clean("04"),
    contents=tuple(Headline(headline=Clean(name)) for name in ("图片新闻", "丁", "图片新闻", "图片新闻")),
)
ADDRESSES = ("day/content_1.htm", "day/content_2.htm", "day/content_3.htm")


def own(headline: str, before: str = "", after: str = "") -> Headline:
    neighbours = [Clean(address) if address else None for address in (before, after)]
    story = Article(headline=Clean(headline), previous_article=neighbours[0], next_article=neighbours[1])
    return Headline(headline=Clean(headline), article=story)


@pytest.mark.parametrize(
    ("headline", "address", "at"),
    [
        ("丁", "day/content_1.htm", 0),
        ("丁", "elsewhere/content_1.htm", 0),
        ("乙, 丙", "saved.htm", 1),
        ("乙, 丙", "", 1),
        ("戊", "day/content_4.htm", None),
    ],
)
def test_the_address_goes_before_the_files_name_and_that_before_the_headline(
    headline: str, address: str, at: int | None
) -> None:
    assert position(PAGE, own(headline), ADDRESSES, address) == at


def test_a_files_name_that_several_entries_have_tells_nothing() -> None:
    assert position(PAGE, own("丁"), ("1/c.htm", "2/c.htm", "3/c.htm"), "saved/c.htm") == 2


def test_an_unknown_address_is_not_that_of_an_entry_without_one() -> None:
    assert position(PAGE, own("丁"), ("", "", ""), "") == 2


def test_an_article_under_another_headline_is_known_by_its_neighbours() -> None:
    between = own("水车", "content_1.htm", "content_3.htm")

    assert position(PAGE, between, ADDRESSES) == 1
    assert position(PAGE, own("水车", "content_1.htm"), ADDRESSES) is None
    assert position(PAGE, own("水车", "a/", "b/"), ("a/", "x.htm", "b/")) is None


def test_what_the_list_says_of_an_article_stays() -> None:
    page, at = put(PAGE, own("乙,丙"))

    assert (at, page.contents[1].headline, page.contents[1].article) == (1, "乙，丙", own("乙,丙").article)
    assert (page.contents[0], page.contents[2]) == (PAGE.contents[0], PAGE.contents[2])


def test_an_article_that_the_list_lacks_is_added_at_its_end() -> None:
    page, at = put(PAGE, own("戊"))

    assert (at, page) == (3, replace(PAGE, contents=(*PAGE.contents, own("戊"))))


def test_of_headlines_alike_each_is_kept_by_a_key_of_its_own_the_first_by_that_it_always_had() -> None:
    assert [ALIKE.key_of(at).partition("#")[2] for at in range(4)] == [
        "图片新闻",
        "丁",
        "图片新闻#2",
        "图片新闻#3",
    ]
    assert ALIKE.key_of(0) == "石桥日报/None/04#图片新闻"
    assert Page().key_of(0) == "/None/#"
