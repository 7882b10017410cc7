"""A day put together from whatever documents are at hand."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from reader.edition.day import Edition, Leaf, assemble, with_parent_facts
from reader.edition.model import Article, Clean, Headline, Page, PageLink
from reader.edition.urls import resolve

INDEX = tuple(
    PageLink(number=Clean(f"00{n}"), name=Clean(f"版{n}"), href=Clean(f"node_{n}.htm")) for n in (1, 2, 3)
)
DAY = date(2031, 11, 8)


def layout(number: int, headlines: tuple[str, ...] = ("甲", "乙")) -> Leaf:
    contents = tuple(
        Headline(headline=Clean(title), href=Clean(f"content_{number}{i}.htm"))
        for i, title in enumerate(headlines)
    )
    page = Page(
        paper=Clean("青石日报"), issued=DAY, number=Clean(f"00{number}"), page_index=INDEX, contents=contents
    )
    return Leaf(address=f"node_{number}.htm", page=page)


def story(number: int, place: int, title: str, address: str = "") -> Leaf:
    own = Headline(headline=Clean(title), article=Article(headline=Clean(title)))
    page = Page(paper=Clean("青石日报"), issued=DAY, number=Clean(f"00{number}"), contents=(own,), opens_at=0)
    return Leaf(address=address or f"content_{number}{place}.htm", page=page)


def test_a_page_is_found_by_digits_whatever_their_number() -> None:
    index = tuple(PageLink(number=Clean(number)) for number in ("1" * 5_000, "A02", "03"))
    edition = Edition(index=index, pages=(Page(), None, None))

    asked = ("1" * 5_000, "0" * 5_000 + "2", "3", "4", "9" * 5_000, "000", "")
    assert [edition.page_asked(number) for number in asked] == [0, 1, 2, None, None, None, None]


def test_articles_stand_in_their_places_whatever_came_first() -> None:
    leaves = [story(1, 1, "乙"), layout(2), layout(1), story(1, 0, "甲")]

    edition = assemble(leaves)

    assert [page and page.number for page in edition.pages] == ["001", "002", None]
    assert [entry.at_hand for entry in edition.opened.contents] == [True, True]
    assert edition.index == INDEX
    assert edition.page_at(2).contents == ()


@pytest.mark.parametrize("address", ["别处/content_11.htm", "乙 - 青石日报.htm", "day/html/content_11.htm"])
def test_an_article_is_found_by_address_by_file_name_or_by_headline(address: str) -> None:
    edition = assemble([layout(1), story(1, 1, "乙", address)])

    assert [entry.at_hand for entry in edition.opened.contents] == [False, True]


def test_a_headline_differing_in_blanks_is_the_same() -> None:
    edition = assemble([layout(1, ("漱江最后 一条渡船", "乙")), story(1, 9, "漱江最后一条渡船", "saved.htm")])

    assert edition.opened.contents[0].at_hand
    assert len(edition.opened.contents) == 2


def test_an_article_saved_alone_under_another_headline_stands_between_its_neighbours() -> None:
    alone = story(1, 9, "乙字新说", "saved.htm")
    told = replace(
        alone.page.contents[0],
        article=Article(
            headline=Clean("乙字新说"),
            previous_article=Clean("content_10.htm"),
            next_article=Clean("content_12.htm"),
        ),
    )
    alone = replace(alone, page=replace(alone.page, contents=(told,)))

    edition = assemble([layout(1, ("甲", "乙", "丙")), alone])

    assert [(entry.headline, entry.at_hand) for entry in edition.opened.contents] == [
        ("甲", False),
        ("乙", True),
        ("丙", False),
    ]


def test_an_article_no_list_names_comes_last() -> None:
    edition = assemble([layout(1), story(1, 9, "丙", "x.htm")])

    assert [entry.headline for entry in edition.opened.contents] == ["甲", "乙", "丙"]


def test_the_document_asked_for_is_opened() -> None:
    leaves = [layout(1), layout(2), story(2, 1, "乙")]

    by_page, by_article = assemble(leaves, "node_2.htm"), assemble(leaves, "content_21.htm")

    assert (by_page.opened.number, by_page.opened.opens_at) == ("002", None)
    assert (by_article.opened.number, by_article.opened.opens_at) == ("002", 1)


def test_of_several_days_the_newest_or_the_one_asked_for() -> None:
    old = layout(3)
    old = replace(old, page=replace(old.page, issued=date(2030, 1, 1)), address="old/node_3.htm")

    other = replace(old, page=replace(old.page, number=Clean("004")), address="old/node_4.htm")

    assert assemble([old, other, layout(1)]).opened.issued == DAY
    assert assemble([layout(1), old], "old/node_3.htm").opened.issued == date(2030, 1, 1)


def test_pages_no_list_names_stand_at_the_end() -> None:
    edition = assemble([layout(1), layout(9), layout(8)])

    assert [link.number for link in edition.index] == ["001", "002", "003", "008", "009"]
    assert edition.find_page("009") == 4
    assert edition.find_page("010") is None


def test_a_document_has_the_paper_of_the_page_that_leads_to_it_and_its_own_number() -> None:
    """An article may be listed on the front page as well (导读), and call its paper otherwise in its title."""
    article = story(3, 0, "甲", "content_10.htm")
    article = replace(article, page=replace(article.page, paper=Clean("青石日报电子版"), issued=None))

    page = with_parent_facts(article, layout(1)).page
    bare = with_parent_facts(replace(article, page=replace(article.page, number=Clean(""))), layout(1)).page

    assert (page.paper, page.issued, page.number) == ("青石日报", DAY, "003")
    assert bare.number == "001"


@pytest.mark.parametrize(
    ("base", "href", "address"),
    [
        ("a/node_1.htm", "content_1.htm?div=-1#x", "a/content_1.htm"),
        ("a/b/node_1.htm", "../c/./d.htm", "a/c/d.htm"),
        ("node_1.htm", "%E7%94%B2.htm", "甲.htm"),
        ("http://e.invalid/a/b.htm", "c.htm?x#y", "http://e.invalid/a/c.htm"),
        ("http://e.invalid/a/b.htm", "//f.invalid/c.htm", "http://f.invalid/c.htm"),
        ("node_1.htm", "http://e.invalid/a.htm", ""),
        ("node_1.htm", "/etc/passwd", ""),
        ("node_1.htm", "file:///etc/passwd", ""),
        ("node_1.htm", "javascript:void(0)", ""),
        ("node_1.htm", "", ""),
        ("node_1.htm", "#top", ""),
    ],
)
def test_where_an_address_leads(base: str, href: str, address: str) -> None:
    assert resolve(base, href) == address


@given(st.text(max_size=40))
def test_any_address_can_be_written(href: str) -> None:
    assert isinstance(resolve("a/node_1.htm", href), str)
    assert isinstance(resolve("http://e.invalid/a.htm", href), str)
