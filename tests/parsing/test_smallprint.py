"""What one line of small print says, in every spelling that papers have for it."""

from datetime import date

import pytest

from reader.edition.model import ArticleKind
from reader.parsing.days import issued_at
from reader.parsing.headlines import kind_of
from reader.parsing.names import owner_in, paper_in, paper_named
from reader.parsing.smallprint import LineKind, read_line


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("第A01版：头版", ("A01", "头版")),
        ("01版:要闻", ("01", "要闻")),
        ("第1版　　　要闻", ("1", "要闻")),
        ("第002版:综 合", ("002", "综 合")),
        ("A01： 头版", ("A01", "头版")),
        ("第01版：江滨报01版", ("01", "江滨报01版")),
        ("第01B版", ("01B", "")),
        ("第四版：副刊", ("四", "副刊")),
        ("第JSA01版：江 滨·①", ("JSA01", "江 滨·①")),
        ("第02版：综合 4下一版", ("02", "综合")),
    ],
)
def test_every_form_of_a_caption(line: str, expected: tuple[str, str]) -> None:
    found = read_line(line)

    assert (found.kind, found.number, found.name) == (LineKind.CAPTION, *expected)


@pytest.mark.parametrize("line", ["北山春茶开采", "2024版图书目录", "版面导航", ""])
def test_other_lines_are_no_captions(line: str) -> None:
    assert read_line(line).kind is not LineKind.CAPTION


@pytest.mark.parametrize(
    ("headline", "kind"),
    [
        ("广告", ArticleKind.ADVERTISEMENT),
        ("整治户外广告", ArticleKind.ARTICLE),
        ("图片新闻：春茶", ArticleKind.PHOTO),
        ("简讯", ArticleKind.BRIEF),
        ("江滨简讯", ArticleKind.BRIEF),
        ("政务简报", ArticleKind.ARTICLE),
        ("封航公告", ArticleKind.NOTICE),
        ("两市发表联合声明", ArticleKind.ARTICLE),
        ("春茶开采", ArticleKind.ARTICLE),
    ],
)
def test_a_headline_tells_its_kind(headline: str, kind: ArticleKind) -> None:
    assert kind_of(headline) is kind


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2024 年 03 月 02 日 星期 放大", date(2024, 3, 2)),
        ("2024年1月1日起施行新规 2024年3月2日 星期六", date(2024, 3, 2)),
        ("2024-March-2", date(2024, 3, 2)),
        ("March 2, 2024", date(2024, 3, 2)),
        ("2024年13月2日", None),
        ("没有日期", None),
    ],
)
def test_the_date_in_a_text(text: str, day: date | None) -> None:
    assert next(iter(read_line(text).days), None) == day


@pytest.mark.parametrize(
    "path", ["html/2024-03/02/node_1.htm", "layout/202403/02/node_01.html", "20240302/Page01.htm"]
)
def test_the_date_in_an_address(path: str) -> None:
    assert issued_at(f"http://e.example/{path}") == date(2024, 3, 2)


@pytest.mark.parametrize(
    ("title", "paper"),
    [
        ("江滨日报--数字报", "江滨日报"),
        ("江滨旅游报社-电子报平台", "江滨旅游报"),
        ("讲好江滨故事·江滨日报社数字报", "江滨日报"),
        ("江滨日报-江滨网", "江滨日报"),
        ("江滨网", ""),
    ],
)
def test_the_papers_name_without_the_noise_of_a_title(title: str, paper: str) -> None:
    assert paper_in(title) == paper


def test_a_menu_is_no_line_of_sister_papers() -> None:
    assert read_line("江滨日报 | 历史沿革").kind is LineKind.WORDS
    assert read_line("江滨日报｜江滨晚报 | The Riverside Times").papers == [
        "江滨日报",
        "江滨晚报",
        "The Riverside Times",
    ]
    assert read_line("返回主页 | 江滨日报 | 版面导航 | 江滨晚报").papers == ["江滨日报", "江滨晚报"]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("3上一篇  下一篇4", LineKind.MENU),
        ("【打印】", LineKind.MENU),
        ("| 报 纸 |", LineKind.MENU),
        ("江滨网 北山热线", LineKind.MENU),
        ("织密安全网", LineKind.WORDS),
        ("版面图画得细", LineKind.WORDS),
        ("3", LineKind.FRAGMENT),
        ("①", LineKind.FRAGMENT),
        ("江滨日报", LineKind.NAME),
        ("江滨日报社主办", LineKind.NAME),
        ("编辑：何田 美编：陆青", LineKind.EDITORS),
        ("编辑部的故事", LineKind.WORDS),
        ("江 滨 日 报 社 版 权 所 有", LineKind.STATEMENT),
        ("版權所有 不得轉載", LineKind.STATEMENT),
        ("地址：江滨路1号 邮编：000000", LineKind.STATEMENT),
        ("江ICP备00000000号", LineKind.STATEMENT),
        ("您的浏览器版本太低", LineKind.PROMPT),
        ("手机终端下载：", LineKind.PROMPT),
        ("第2024-03-01期", LineKind.PROMPT),
        ("2024-03-02,11135| 2024-03-01,11127|", LineKind.PROMPT),
        ("来源：江滨日报", LineKind.DAY),
        ("06/10/2010", LineKind.DAY),
        ("2024-03-02 2 2 江滨日报 content_12.html 1 北山春茶开采 /enpproperty-->", LineKind.PROPERTY),
        ("江滨日报 要闻 00002 北山春茶开采 2024-03-02 nw.D110000jbrb_20240302_2-02", LineKind.PROPERTY),
    ],
)
def test_what_a_line_is_by_itself(line: str, kind: LineKind) -> None:
    assert read_line(line).kind is kind


def test_one_line_may_name_several_facts() -> None:
    found = read_line("当前位置：江滨日报 第2024-03-02期 第第03版版：社会新闻")

    assert (found.papers, found.days, found.number, found.name) == (
        ["江滨日报"],
        [date(2024, 3, 2)],
        "03",
        "社会新闻",
    )
    found = read_line("《 江滨风 》( 2024年03月02日   24 版)")
    assert (found.papers, found.days, found.number) == (["江滨风"], [date(2024, 3, 2)], "24")
    found = read_line("来源：江滨日报 作者：本报记者 何田")
    assert (found.source, found.author) == ("江滨日报", "本报记者 何田")


def test_a_name_without_the_words_of_names_is_a_paper_only_if_it_is_known() -> None:
    assert paper_named("江滨参考") == ""
    assert paper_named("江滨参考", {"江滨参考"}) == "江滨参考"
    assert [paper_named(word) for word in ("政务简报", "天气预报", "有奖举报", "本报", "大海报")] == [""] * 5


@pytest.mark.parametrize(
    ("statement", "paper"),
    [
        ("江滨日报版权所有 不得复制", "江滨日报"),
        ("版权所有：江滨日报 技术支持：江滨科技", "江滨日报"),
        ("本稿件所含文字，版权均属江滨晚报所有，未经授权不得转载", "江滨晚报"),
        ("版权声明：凡《江滨日报》上刊载作品，未经授权不得转载", "江滨日报"),
        ("Copyright © 江滨日报 All rights reserved", "江滨日报"),
        ("江滨网版权所有", ""),
    ],
)
def test_a_statement_of_rights_names_the_paper(statement: str, paper: str) -> None:
    assert owner_in(statement) == paper


@pytest.mark.parametrize(
    "headline",
    [
        "鸡蛋有了二维码", "江滨新闻客户端昨日上线", "浏览器之战打响", "市民打分选菜场", "扫码乘车走进江滨",
        "从关键词里看变化", "短片里的渡口", "加载春天", "新版权法下月施行", "电话亭成了书亭",
        "首页上的老照片", "登录月球之后", "搜索队找到渡船",
    ],
)  # fmt: skip
def test_a_headline_that_speaks_of_such_things_is_one(headline: str) -> None:
    assert read_line(headline).kind is LineKind.WORDS
