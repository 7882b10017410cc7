import random
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader import limits
from reader.errors import PageError, TooLarge, UnrecognisedPage
from reader.parsing.document import parse
from tests.parsing.invented import article, layout, opened, texts

PIECES = [
    "<",
    ">",
    "<td",
    "class=font01>",
    "<a",
    "href=content_1.htm>",
    "<map",
    "name=pagepicmap>",
    "<!--",
    "-->",
    "<p>",
    "题",
    "</div>",
    "<div",
    "id=ozoom>",
    "<area",
    "coords='1,1,9,9'",
    "href=//[>",
    "<script>",
    "第1版",
    "。",
    "&#0;",
    "<![",
    "<?",
    "版权所有",
    "<founder-content>",
    "<table>",
    "上一篇",
    "(下转2版)",
    "<select",
    "name=guidelinks><option>",
    "<h1>",
    "\x1b[1m",
    "\u3000",
]


def try_parse(text: str, address: str = "") -> None:
    try:
        page = parse(text, address=address)
    except PageError:
        return
    assert page.contents or (page.paper and page.issued and page.page_index)


@settings(max_examples=150, deadline=None)
@given(
    st.one_of(st.text(), st.lists(st.sampled_from(PIECES), max_size=60).map("".join)), st.text(max_size=20)
)
def test_any_text_is_a_page_or_an_error_of_ours(text: str, address: str) -> None:
    try_parse(text, address)


@settings(max_examples=40, deadline=None)
@given(st.sampled_from([layout(), article()]), st.randoms(use_true_random=False), st.booleans())
def test_a_page_with_lost_and_shuffled_tags_is_still_read_or_refused(
    markup: str, chance: random.Random, shuffle: bool
) -> None:
    pieces = [piece for piece in re.split(r"(<[^>]*>)", markup) if chance.random() > 0.2]
    if shuffle:
        chance.shuffle(pieces)

    try_parse("".join(pieces))


def test_more_tags_than_the_limit_are_refused_before_a_tree_is_built() -> None:
    with pytest.raises(TooLarge):
        parse("<p>" * (limits.PAGE_TAGS + 1))


@pytest.mark.parametrize(
    "tag", ["<div>", "<a href=content_1.htm>", "<td align=center>", "<table class=pci_c>", "<li>", "<b>"]
)
def test_deep_nesting_is_read(tag: str) -> None:
    page = parse(tag * 3000 + "夜班船今晨首航。")

    assert page.contents


def test_only_so_many_links_and_areas_are_kept() -> None:
    links = "".join(f"<a href=content_{i}.htm>第{i}篇</a>" for i in range(limits.LINKS + 5))
    areas = "".join(f"<area coords='0,0,9,9' href=content_{i}.htm>" for i in range(limits.AREAS + 5))

    assert len(parse(links).contents) == limits.LINKS
    assert len(parse(f"<map name=pagepicmap>{areas}</map>").contents) == limits.AREAS


def test_markup_of_no_known_system_is_read_as_the_text_it_shows() -> None:
    page = parse("<body><nav>首页</nav><h1>夜班船首航</h1><p>　　码头的灯亮了。<p>　　船开了。</body>")

    assert page.report.dialect == "generic"
    assert opened(page).headline == "夜班船首航"
    assert texts(opened(page)) == [("paragraph", "码头的灯亮了。"), ("paragraph", "船开了。")]


def test_what_is_left_of_markup_may_hold_no_tag_and_any_character() -> None:
    page = parse("北山春茶\ud800，采茶人出门。<!-- <p>")

    assert texts(opened(page)) == [("paragraph", "北山春茶\ufffd，采茶人出门。")]


def test_markup_without_words_is_not_a_page() -> None:
    with pytest.raises(UnrecognisedPage):
        parse("<html><body><img src=a.gif></body></html>")


def test_a_sign_less_than_in_a_text_does_not_make_it_markup() -> None:
    assert parse("水位低于3<5米\n今晨水位回落。").report.dialect == "text"


@pytest.mark.parametrize(
    "hostile",
    [
        "<!--",
        "<a href='",
        "<area ",
        "<!--enpproperty ",
        "<p ozoom ",
        "<title",
        "<div id=ozoom>",
        "<td class=font01>",
    ],
)
def test_what_never_ends_is_read_in_one_pass(hostile: str) -> None:
    try_parse(hostile * 10_000)
    try_parse("<p>" + hostile.strip("<>!-") * 20_000)
