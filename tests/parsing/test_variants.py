"""Every form of the page is held to its facts."""

import pytest

from reader.edition.model import Page
from reader.parsing.document import parse
from reader.parsing.tables import compact
from tests.parsing.variants import STORY, VARIANTS, differences


def said(page: Page) -> list[str]:
    """Every headline and block of a page, without blanks."""
    blocks = [block.text for entry in page.contents if entry.article for block in entry.article.blocks]
    return [compact(text) for text in (*(entry.headline for entry in page.contents), *blocks)]


@pytest.mark.parametrize("name", VARIANTS)
def test_a_variant_says_its_facts(name: str) -> None:
    variant = VARIANTS[name]

    wrong = differences(variant, parse(variant.text))

    assert not wrong, "\n".join([f"{name} is not read right", *wrong, "", variant.text])


@pytest.mark.parametrize("name", VARIANTS)
def test_small_print_is_in_no_headline_and_no_block(name: str) -> None:
    variant = VARIANTS[name]

    texts = said(parse(variant.text))

    leaked = [
        f"{word} in {text}" for word in sorted(variant.form.small_print) for text in texts if word in text
    ]
    assert not leaked, "\n".join([f"{name} lets small print in", *leaked, "", variant.text])


def test_there_are_many_variants_and_each_is_another_text() -> None:
    texts = {variant.text: name for name, variant in VARIANTS.items()}

    assert len(VARIANTS) >= 60
    assert [name for name, variant in VARIANTS.items() if texts[variant.text] != name] == []


TAILS = (
    "联系电话：0000-123456", "地址：江滨路9号", "江滨市水务局", "2024年3月1日", "（记者 何田）", "何田 文/图",
    "（完）", "据新华社", "（据《江滨晚报》）", "资料图片", "——何田", "陆青 何田", "何田摄", "（下转3版）",
    "注：本文有删节", "春江水暖鸭先知",
)  # fmt: skip


@pytest.mark.parametrize("tail", TAILS)
def test_the_last_line_of_a_body_is_not_lost(tail: str) -> None:
    last = "镇上的三家茶厂已经全部开工。"
    text = VARIANTS["no-jump"].text
    assert text.count(last) == 1

    story = parse(text.replace(last, f"{last}\n\n  {tail}")).lead_article

    assert story
    assert story.blocks[-1].text == tail


HEADLINES = (
    "2024年3月2日：渡口又开航", "3月2日起新规施行", "一版一评：春风又绿", "编辑部的故事", "下一站：江滨",
    "记者走基层：采茶人的一天", "图说江滨", "给晚报写信的人", "《江滨日报》创刊百年", "甲队|乙队 谁更强",
    "100天", "版权保护见成效", "登录新平台", "放大格局", "电话诈骗花样翻新", "公告", "今日关注", "要闻",
    "（上）", "“不，我们不走！”", "第18317期彩票开奖", "星期六的菜场", "农历新年话年俗", "ICP备案新规",
    "返回故里", "头版头条的背后", "特别报道", "新华社北京电", "何田", "江滨一日（之三）",
)  # fmt: skip


@pytest.mark.parametrize("headline", HEADLINES)
def test_a_headline_that_looks_like_small_print_is_one(headline: str) -> None:
    page = parse(VARIANTS["no-jump"].text.replace("北山春茶开采", headline))

    assert page.lead_article
    assert page.lead_article.headline == headline
    assert (str(page.issued), page.number, page.paper) == ("2024-03-02", "002", "江滨日报")


FIRST_LINES = (
    "编者按：春茶开采，茶人早起。", "编者按", "□本报记者 何田", "文/何田 图/陆青", "陆青 何田", "口述：何田",
    "（一）", "各位代表：", "尊敬的读者：", "江滨市水务局：", "——访茶农陆青", "（江滨晚报记者 何田）",
    "本报评论员", "图为采茶人出门。", "【导读】",
)  # fmt: skip


@pytest.mark.parametrize("line", FIRST_LINES)
def test_what_stands_between_headline_and_text_is_not_lost(line: str) -> None:
    text = VARIANTS["no-jump"].text.replace(STORY[0], f"{line}\n\n  {STORY[0]}")

    story = parse(text).lead_article

    assert story
    assert story.headline == "北山春茶开采"
    assert line in (story.byline, story.deck, *(block.text for block in story.blocks))
    assert STORY[0] in [block.text for block in story.blocks]


def test_an_author_who_has_a_field_of_his_own_is_the_byline() -> None:
    text = VARIANTS["no-jump"].text.replace(STORY[0], f"来源：江滨晚报 作者：何田\n\n  {STORY[0]}")

    story = parse(text).lead_article

    assert story
    assert (story.byline, story.source) == ("何田", "江滨晚报")
