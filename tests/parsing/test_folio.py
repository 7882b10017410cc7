from datetime import date

import pytest

from reader.edition.model import ArticleKind
from reader.parsing import folio


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
    assert folio.caption(line) == expected


@pytest.mark.parametrize("line", ["北山春茶开采", "2024版图书目录", "版面导航", ""])
def test_other_lines_are_no_captions(line: str) -> None:
    assert folio.caption(line) is None


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
    assert folio.kind_of(headline) is kind


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
    assert folio.issued_in(text) == day


@pytest.mark.parametrize(
    "path", ["html/2024-03/02/node_1.htm", "layout/202403/02/node_01.html", "20240302/Page01.htm"]
)
def test_the_date_in_an_address(path: str) -> None:
    assert folio.issued_at(f"http://e.example/{path}") == date(2024, 3, 2)


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
    assert folio.paper_in(title) == paper


def test_a_menu_is_no_line_of_sister_papers() -> None:
    assert folio.papers("江滨日报 | 历史沿革") == ()
    assert folio.papers("江滨日报｜江滨晚报 | The Riverside") == ("江滨日报", "江滨晚报", "The Riverside")


def test_a_lone_number_is_no_button() -> None:
    assert folio.is_menu("3上一篇  下一篇4")
    assert not folio.is_menu("3")
