from datetime import date

import pytest

from reader.edition.model import Clean, Direction, JumpLine, SisterPaper
from reader.errors import UnrecognisedPage
from reader.parsing.document import parse
from tests.parsing.invented import opened, texts

HEAD = """夜班船首航 码头亮灯北山春茶开采封航公告
第002版:综 合
上一版 下一版\N{NO-BREAK SPACE}
夜班船首航 码头亮灯
北山春茶开采
封航公告
\N{NO-BREAK SPACE}
江滨日报 | 江滨晚报
江滨日报社主办
3上一篇  下一篇4
2024 年 03 月 02 日 星期 放大 缩小 默认

"""
ARTICLE = """北山春茶开采

  (上接1版)

  北山的茶芽今年来得早。

  天不亮上山

  采茶人四点出门。

"""
FOOT = """3上一篇  下一篇

江滨日报版权所有 未经书面授权 不得复制
地址:江滨路1号 邮编:000000
"""
BLOCKS = [
    ("jump", "(上接1版)"),
    ("paragraph", "北山的茶芽今年来得早。"),
    ("subhead", "天不亮上山"),
    ("paragraph", "采茶人四点出门。"),
]


def test_the_text_of_an_article_page() -> None:
    page = parse(HEAD + ARTICLE + FOOT, encoding="utf-8")

    assert (page.paper, page.publisher, page.number, page.name) == ("江滨日报", "江滨日报社", "002", "综 合")
    assert page.sister_papers == (SisterPaper(name=Clean("江滨晚报")),)
    assert page.issued == date(2024, 3, 2)
    assert [entry.headline for entry in page.contents] == ["夜班船首航 码头亮灯", "北山春茶开采", "封航公告"]
    assert page.opens_at == 1
    assert texts(opened(page)) == BLOCKS
    assert opened(page).jump_from == JumpLine(direction=Direction.FROM, page=Clean("1"))
    assert page.copyright_notice == "江滨日报版权所有 未经书面授权 不得复制"
    assert (page.report.dialect, page.report.encoding) == ("text", "utf-8")


def test_neighbours_are_offered_without_an_address() -> None:
    page = parse(HEAD + ARTICLE + FOOT)

    assert (page.previous_page, page.next_page) == ("", "")
    assert (opened(page).previous_article, opened(page).next_article) == ("", "")
    assert parse(ARTICLE).previous_page is None


@pytest.mark.parametrize(
    "change",
    [
        ("江滨日报 | 江滨晚报\n江滨日报社主办\n", ""),
        ("夜班船首航 码头亮灯北山春茶开采封航公告\n", ""),
        ("上一版 下一版", ""),
        ("3上一篇  下一篇", ""),
        ("\n", "\r\n"),
        ("\n  ", "\n　　"),
        ("\n  ", "\n"),
        ("\n\n", "\n"),
        ("002版:", "002版："),
        ("(上接1版)", "（上接第一版）"),
    ],
    ids=[
        "no-sisters",
        "no-map",
        "no-turn",
        "no-neighbours",
        "windows",
        "wide-indent",
        "no-indent",
        "dense",
        "fullwidth-caption",
        "fullwidth-jump",
    ],
)
def test_variations_read_alike(change: tuple[str, str]) -> None:
    page = parse((HEAD + ARTICLE + FOOT).replace(*change))

    assert page.opens_at == 1
    assert [entry.headline for entry in page.contents] == ["夜班船首航 码头亮灯", "北山春茶开采", "封航公告"]
    assert [kind for kind, _ in texts(opened(page))] == [kind for kind, _ in BLOCKS]
    assert texts(opened(page))[1:] == BLOCKS[1:]


def test_kicker_deck_and_byline_stand_around_the_headline() -> None:
    titled = ARTICLE.replace("北山春茶开采\n", "谷雨前后\n北山春茶开采\n——头茬三日采完\n本报记者 何田\n", 1)

    found = opened(parse(HEAD + titled + FOOT))

    assert (found.kicker, found.deck, found.byline) == ("谷雨前后", "——头茬三日采完", "本报记者 何田")
    assert texts(found) == BLOCKS


def test_a_headline_may_be_broken_in_two_lines() -> None:
    page = parse(HEAD + ARTICLE.replace("北山春茶开采\n", "夜班船首航\n码头亮灯\n", 1) + FOOT)

    assert page.opens_at == 0
    assert opened(page).headline == "夜班船首航 码头亮灯"


def test_an_article_the_list_lacks_is_added() -> None:
    page = parse(HEAD + ARTICLE.replace("北山春茶开采", "换了的题") + FOOT)

    assert (page.opens_at, page.contents[3].headline) == (3, "换了的题")


def test_a_layout_page_has_no_article() -> None:
    page = parse(HEAD + "\n江滨日报版权所有")

    assert page.opens_at is None
    assert len(page.contents) == 3


def test_a_layout_page_whose_date_stands_above_its_list() -> None:
    page = parse(
        "江滨日报\n2024年3月2日 星期六\n版面导航 标题导航\n夜班船首航\n北山春茶开采\n第01版：头版\n第02版：综合"
    )

    assert (page.paper, page.opens_at) == ("江滨日报", None)
    assert [entry.headline for entry in page.contents] == ["夜班船首航", "北山春茶开采"]
    assert [(row.number, row.name) for row in page.page_index] == [("01", "头版"), ("02", "综合")]


def test_the_rest_of_a_copied_layout_page_is_not_an_article() -> None:
    rest = (
        "按日期查阅\n日\n一\n二\n三\n四\n五\n六\n日历不能显示时，请换一个浏览器，再打开本页面。\n"
        "版权声明\n未经书面授权，不得将本报内容用于商业目的。\n江滨日报社 版权所有\n"
    )

    page = parse(HEAD.replace("\n江滨日报 |", "\n江滨日报\n江滨日报 |") + rest)

    assert page.opens_at is None
    assert [entry.headline for entry in page.contents] == ["夜班船首航 码头亮灯", "北山春茶开采", "封航公告"]
    assert page.copyright_notice == "江滨日报社 版权所有"


def test_headlines_lose_the_bullets_of_their_list() -> None:
    page = parse("第02版：综合\n2024年3月2日 星期六\n·夜班船首航\n·北山春茶开采\n")

    assert [entry.headline for entry in page.contents] == ["夜班船首航", "北山春茶开采"]


def test_what_stands_between_headline_and_byline_is_the_deck() -> None:
    found = opened(parse("北山春茶开采\n头茬三日采完\n本报记者 何田\n茶芽今年来得早。\n"))

    assert (found.deck, found.byline) == ("头茬三日采完", "本报记者 何田")


def test_the_last_word_of_a_text_is_kept() -> None:
    assert texts(opened(parse(ARTICLE + "  完\n")))[-1] == ("paragraph", "完")


def test_a_bare_article_is_its_first_line_and_the_rest() -> None:
    page = parse(ARTICLE)

    assert [entry.headline for entry in page.contents] == ["北山春茶开采"]
    assert texts(opened(page)) == BLOCKS


def test_one_line_is_a_headline_and_one_sentence_a_paragraph() -> None:
    assert parse("夜班船首航").contents[0].headline == "夜班船首航"
    assert texts(opened(parse("夜班船今晨首航。"))) == [("paragraph", "夜班船今晨首航。")]


@pytest.mark.parametrize("text", ["", "\n \n", "第002版:综合\n上一版 下一版\n2024年3月2日 星期六"])
def test_text_without_headline_and_paragraph_is_not_a_page(text: str) -> None:
    with pytest.raises(UnrecognisedPage):
        parse(text)


def test_a_date_under_a_notice_belongs_to_the_notice() -> None:
    page = parse("封航公告\n  今日起封航。\n  江滨港务处\n  2024年3月2日\n")

    assert [text for _, text in texts(opened(page))] == ["今日起封航。", "江滨港务处", "2024年3月2日"]
