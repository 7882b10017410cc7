from datetime import date

import pytest

from reader.edition.model import ArticleKind, Clean, PageLink, SisterPaper
from reader.export.page_report import report_lines
from reader.parsing.document import parse
from reader.words import EN, ZH, Words
from tests.parsing.invented import ADDRESS, LIST, MAP, article, layout

BUILDERS = ("html.parser", "lxml", "html5lib")


@pytest.mark.parametrize("markup", [layout(), article()], ids=["layout", "article"])
@pytest.mark.parametrize("builder", BUILDERS[1:])
def test_every_tree_builder_reads_the_same_page(markup: str, builder: str) -> None:
    assert parse(markup, builder=builder) == parse(markup)


def test_a_layout_page_gives_its_head() -> None:
    page = parse(layout())

    assert (page.paper, page.publisher, page.number, page.name) == ("江滨日报", "江滨日报社", "02", "综 合")
    assert page.sister_papers == (SisterPaper(name=Clean("江滨晚报"), url=Clean("http://other.example/wb/")),)
    assert (page.issued, page.weekday) == (date(2024, 3, 2), "星期六")
    assert page.copyright_notice == "江滨日报版权所有 未经书面授权 不得复制"
    assert (page.previous_page, page.next_page) == ("node_1.htm", None)
    assert page.opens_at is None
    assert page.report.dialect == "classic-table"


def test_headlines_come_from_the_list_then_from_the_map_each_once() -> None:
    page = parse(layout())

    assert [(entry.headline, entry.href) for entry in page.contents] == [
        ("夜班船首航 码头亮灯", "content_11.htm"),
        ("北山春茶开采", "content_12.htm"),
        ("封航公告", "content_13.htm"),
    ]
    assert page.contents[2].kind is ArticleKind.NOTICE


def test_equal_polygons_are_one_zone_and_a_rectangle_has_four_corners() -> None:
    contents = parse(layout()).contents

    assert len(contents[1].zones) == 2
    assert contents[2].zones[0].points == ((95, 1), (120, 1), (120, 99), (95, 99))


def test_headlines_of_other_pages_are_left_out_when_the_map_tells() -> None:
    focus = "<ul><li><a href=content_99.htm><div id=mp99>别版要闻</div></a></ul>" + LIST

    assert "别版要闻" not in [entry.headline for entry in parse(layout(headlines=focus)).contents]


def test_without_a_map_the_marked_anchors_are_the_contents() -> None:
    footer = "<a href=http://about.example/content_1.htm>本社简介</a>"

    page = parse(layout(area_map="", headlines=LIST + footer))

    assert [entry.headline for entry in page.contents] == ["夜班船首航 码头亮灯", "北山春茶开采"]
    assert page.facsimile
    assert page.facsimile.image == ""


def test_an_area_without_a_title_is_named_so() -> None:
    page = parse(layout(area_map=MAP.replace('alt="封航公告"', "")))

    assert page.contents[2].headline == "(无标题)"


def test_each_page_is_listed_once_with_the_pdf_of_its_own_row() -> None:
    page = parse(layout())

    assert page.page_index == (
        PageLink(
            number=Clean("01"), name=Clean("头版"), href=Clean("node_1.htm"), pdf=Clean("../../../p/01.pdf")
        ),
        PageLink(number=Clean("02"), name=Clean("综 合"), href=Clean("./node_2.htm")),
    )
    assert page.facsimile
    assert page.facsimile.pdf == "../../../images/JB02.pdf"
    assert (page.facsimile.width, page.facsimile.height) == (350, 550)


def test_a_page_list_that_is_only_in_a_hidden_popup_is_read_there() -> None:
    page = parse(layout(pages=""))

    assert [(row.number, row.name) for row in page.page_index] == [("01", "头版")]


def test_the_number_of_a_page_may_stand_before_its_link() -> None:
    rows = "<table><tr><td><span>第001版</span>：<a href=/jb/001/node.htm>要闻</a></td></tr></table>"

    row = parse(layout(pages=rows), address=ADDRESS).page_index[0]

    assert (row.number, row.name, row.url) == ("001", "要闻", "https://epaper.example/jb/001/node.htm")


def test_addresses_are_joined_with_the_page_and_lose_their_query() -> None:
    page = parse(layout(), address="https://epaper.example/jbrb/html/2024-03/02/node_2.htm")

    assert page.contents[0].url == "https://epaper.example/jbrb/html/2024-03/02/content_11.htm"
    assert parse(layout()).contents[0].url is None


def test_the_address_a_browser_noted_serves_where_none_is_given() -> None:
    saved = "<!-- saved from url=(0047)https://epaper.example/a/2024-03/02/node_2.htm -->\n" + layout()

    assert parse(saved).contents[0].url == "https://epaper.example/a/2024-03/02/content_11.htm"


@pytest.mark.parametrize("href", ["javascript:alert('已经是第一版')", "file:///etc/passwd", "C:\\a.htm"])
def test_no_link_leads_into_a_script_or_to_this_machine(href: str) -> None:
    page = parse(layout().replace("node_1.htm?x=1", href), address=ADDRESS)

    assert page.previous_page is None


def test_words_without_a_link_are_offered_without_an_address() -> None:
    page = parse(layout().replace('<a class=preart href="node_1.htm?x=1">', "<a>"))

    assert page.previous_page == ""


def test_a_title_that_a_script_writes_is_taken_whole_from_its_argument() -> None:
    by_script = LIST.replace(
        '<div style="display:inline" id=mp12>北山春茶开采</div>',
        '<script>document.write(view("北山春茶开采<br>茶农四更上山  "))</script>',
    )

    assert parse(layout(headlines=by_script)).contents[1].headline == "北山春茶开采 茶农四更上山"


def test_sister_papers_in_a_select_leave_out_the_prompt_and_the_paper_itself() -> None:
    select = """<select name=guidelinks><option value="javascript:void(0)">请选择<option value="http://jb.example/">江滨日报
    <option value="http://wb.example/">江滨晚报<option value="">江滨画报</select>"""

    page = parse(layout(headlines=LIST + select))

    assert page.sister_papers == (
        SisterPaper(name=Clean("江滨晚报"), url=Clean("http://wb.example/")),
        SisterPaper(name=Clean("江滨画报")),
    )


def test_the_date_comes_from_the_address_before_the_text() -> None:
    assert parse(layout(), address="https://e.example/x/20240304/node_1.htm").issued == date(2024, 3, 4)


def test_an_english_date_in_a_hidden_box_is_found() -> None:
    markup = (
        layout().replace("2024年", "").replace("03月02日", "")
        + "<div style='display:none'>2024-March-5</div>"
    )

    assert parse(markup.replace("2024-03/02/", "")).issued == date(2024, 3, 5)


@pytest.mark.parametrize(
    ("language", "says"),
    [
        (ZH, "网页上没有：报名、日期、版次、版面目录、版权、版面图"),
        (EN, "Not on the page: paper, date, page number, list of pages, copyright notice, page image"),
    ],
)
def test_what_a_page_does_not_say_is_reported_in_the_readers_language_alone(language: int, says: str) -> None:
    bare = "<body><map name=pagepicmap><area coords='1,1,9,9' href=content_1.htm alt=孤篇></map></body>"

    lines = report_lines(parse(bare), Words(language))

    assert says in lines
    assert not any("does not say" in line for line in lines)
