"""Where a text was printed, for those who quote it."""

from datetime import date

import pytest
from msgspec.structs import replace

from reader.edition.model import Article, Clean, Headline, Page
from reader.export.authors import authors
from reader.export.citation import Style, citation

PAGE = Page(paper=Clean("石桥日报"), issued=date(2026, 5, 12), number=Clean("002"), name=Clean("要闻"))
COURIER = Page(
    paper=Clean("The Qingshi Courier"), issued=date(2026, 5, 14), number=Clean("A1"), name=Clean("Front Page")
)
ADDRESS = "http://paper.example/content_1.htm"
TODAY = date(2026, 6, 1)


def entry(headline: str, byline: str = "", url: str = "") -> Headline:
    article = Article(headline=Clean(headline), byline=Clean(byline))
    return Headline(headline=Clean(headline), url=Clean(url) if url else None, article=article)


def test_a_chinese_article_is_cited_as_journals_of_history_do() -> None:
    line = "林小禾、季镕：《水车又转起来了》，《石桥日报》2026年5月12日，第2版（要闻）。"

    assert (
        citation(PAGE, entry("水车又转起来了", "本报记者 林小禾 通讯员 季镕", ADDRESS))
        == f"{line}\n{ADDRESS}\n"
    )
    assert citation(PAGE, entry("读《渡口》", "本报评论员")).startswith(
        "本报评论员：《读〈渡口〉》，《石桥日报》"
    )


def test_an_english_article_is_cited_as_the_chicago_manual_does() -> None:
    article = entry("The One Evening He Came Home Late", "By Lu Tingchao, Staff Reporter", ADDRESS)
    line = "Lu Tingchao, “The One Evening He Came Home Late,” The Qingshi Courier, 14 May 2026, p. A1 (Front Page)."

    assert citation(COURIER, article) == f"{line}\n{ADDRESS}\n"
    asks = citation(COURIER, entry("Who Said “Late”?", "By Ann Lee, Jane Smith and Tom Brown"))
    assert asks.startswith(
        "Ann Lee, Jane Smith, and Tom Brown, “Who Said ‘Late’?” The Qingshi Courier, 14 May"
    )
    assert citation(COURIER, entry("Rain", "By Ann Lee and Jane Smith")).startswith(
        "Ann Lee and Jane Smith, “Rain,”"
    )
    assert citation(COURIER, entry("Rain", "By our readers")).startswith(
        "our readers, “Rain,” The Qingshi Courier"
    )


def test_what_the_page_does_not_say_is_left_out() -> None:
    bare = Headline(headline=Clean("题"))

    assert citation(Page(), bare) == "《题》。\n"
    assert citation(Page(number=Clean("A1")), bare) == "《题》，第A1版。\n"
    assert citation(replace(PAGE, issued=None, name=Clean("")), bare) == "《题》，《石桥日报》，第2版。\n"
    assert citation(Page(), Headline(headline=Clean("Rain"))) == "“Rain.”\n"
    assert citation(Page(), bare, Style.GBT7714) == "题[N].\n"


@pytest.mark.parametrize(
    ("page", "article", "line"),
    [
        (PAGE, entry("水车", "本报记者 林小禾"), "林小禾. 水车[N]. 石桥日报，2026-05-12（2）."),
        (
            PAGE,
            entry("水车", "林小禾 季镕", ADDRESS),
            f"林小禾，季镕. 水车[N/OL]. 石桥日报，2026-05-12（2）[2026-06-01]. {ADDRESS}.",
        ),
        (
            PAGE,
            entry("水车", "张三 李四 王五 赵六"),
            "张三，李四，王五，等. 水车[N]. 石桥日报，2026-05-12（2）.",
        ),
        (PAGE, entry("水车", "本报评论员"), "本报评论员. 水车[N]. 石桥日报，2026-05-12（2）."),
        (PAGE, entry("水车"), "水车[N]. 石桥日报，2026-05-12（2）."),
        (
            COURIER,
            entry("Rain", "By Ann Lee, Jane Smith, Tom Brown and Li Hua"),
            "Ann Lee，Jane Smith，Tom Brown，et al. Rain[N]. The Qingshi Courier，2026-05-14（A1）.",
        ),
    ],
)
def test_by_the_national_standard_it_is_an_entry_of_a_list(page: Page, article: Headline, line: str) -> None:
    assert citation(page, article, "gbt7714", TODAY) == line + "\n"


@pytest.mark.parametrize(
    ("byline", "names"),
    [
        ("本报记者 沈见山 通讯员 江立夏", ("沈见山", "江立夏")),
        ("本报记者沈见山、何秋禾", ("沈见山", "何秋禾")),
        ("新华社记者 张三", ("张三",)),
        ("本报驻青石记者 张三", ("张三",)),
        ("本报见习记者：张三 实习记者：李四", ("张三", "李四")),
        ("时 雨", ("时雨",)),
        ("文/张三 图/李四", ("张三", "李四")),
        ("本报记者 方雨桐 摄", ("方雨桐",)),
        ("□ 张三", ("张三",)),
        ("邵砚生", ("邵砚生",)),
        ("阿依古丽·买买提", ("阿依古丽·买买提",)),
        ("By Jane Smith", ("Jane Smith",)),
        ("By Lu Tingchao, Staff Reporter", ("Lu Tingchao",)),
        ("BY JANE SMITH & TOM O'BRIEN", ("JANE SMITH", "TOM O'BRIEN")),
        ("Jean-Luc de la Tour", ("Jean-Luc de la Tour",)),
        ("Andy Anderson and Sandy Land", ("Andy Anderson", "Sandy Land")),
        # not plainly names: the byline is cited as printed
        ("新华社记者", ()),
        ("新华社", ()),
        ("本报评论员", ()),
        ("石埠街修表匠 阮有恒", ()),
        ("青石市教育局", ()),
        ("The Editors of the Qingshi Courier", ()),
        ("By Reuters", ()),
        ("", ()),
    ],
)
def test_names_are_taken_where_they_are_plainly_names(byline: str, names: tuple[str, ...]) -> None:
    assert authors(byline) == names
