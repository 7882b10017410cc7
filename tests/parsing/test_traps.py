"""Faults that real pages have, each on a page of our own."""

from datetime import date

import pytest

from reader.parsing.document import parse
from reader.parsing.zones import zone
from tests.parsing.invented import ADDRESS, BODY, LIST, article, layout, opened, texts
from tools.samples.dresses import BODY as PROSE
from tools.samples.dresses import DRESSES

HEADLINES = ["夜班船首航 码头亮灯", "北山春茶开采", "封航公告"]
BOX = "<ul><li><a href=content_99.htm><div id=mp99>别版要闻</div></a></ul>"


def headlines(markup: str) -> list[str]:
    return [entry.headline for entry in parse(markup).contents]


@pytest.mark.parametrize(
    "change",
    [
        ("</body>", "</body><!-- <div id=ozoom>旧稿</div> -->"),
        ("<body>", "<body><body>"),
        ("<body>", "<body><script>document.write('<div id=ozoom></div>')</script>"),
        ("</html>", "</html>\n<a href=content_98.htm>页外</a><p>页外的字"),
        (LIST, BOX + LIST),
        (LIST, LIST + LIST.replace("<ul", "<ul style='display:none'")),
        (LIST, LIST.replace("</ul>", "<li><a href=content_97.htm>本版责编：何田</a></ul>")),
        ("USEMAP=#pagepicmap", "usemap=#PAGEPICMAP"),
        ('coords="95,1,120,99" shape="rect"', 'coords="null"'),
    ],
)
def test_the_contents_are_the_articles_of_the_page_each_once(change: tuple[str, str]) -> None:
    assert change[0] in layout()
    assert headlines(layout().replace(*change)) == HEADLINES


@pytest.mark.parametrize("mute", ["<!-- {} -->", "<script>document.write('{}')</script>"])
def test_a_body_in_a_comment_or_a_script_is_none(mute: str) -> None:
    found = opened(parse(article(body=mute.format("<div id=ozoom>旧稿。</div>") + BODY)))

    assert "旧稿。" not in [text for _, text in texts(found)]
    assert len(found.blocks) == 3


@pytest.mark.parametrize(
    "mute", ["<!--[if lt IE 9]><p>请升级浏览器。</p><![endif]-->", "<![if !IE]><![endif]>"]
)
def test_a_conditional_comment_ends_where_it_says(mute: str) -> None:
    page = parse(layout().replace("<body>", f"<body>{mute}"))

    assert [entry.headline for entry in page.contents] == [
        entry.headline for entry in parse(layout()).contents
    ]


def test_an_article_that_only_the_dialects_list_has_is_not_lost() -> None:
    dress = DRESSES["xy-b"]
    markup = dress.layout_page()
    first = markup.index("<Area")

    assert headlines(markup[:first] + markup[markup.index(">", first) + 1 :]) == HEADLINES


@pytest.mark.parametrize(
    ("coords", "points"),
    [
        ("1.4999,2.5001,30.1,2,30,40.2", ((1, 3), (30, 2), (30, 40))),
        ("10%,10%,50%,10%,50%,50%", ((20, 40), (100, 40), (100, 200))),
        ('["10%,10%","50%,10%","50%,50%"]', ((20, 40), (100, 40), (100, 200))),
        ("5,5,5,5,5,5", None),
        ("5,5,9,9,7,7,null", None),
    ],
)
def test_corners_come_in_pixels_fractions_and_percent(
    coords: str, points: tuple[tuple[int, int], ...] | None
) -> None:
    found = zone(coords, (200, 400))

    assert (found.points if found else None) == points


def test_the_note_inside_the_body_is_no_text_and_tells_what_is_missing() -> None:
    note = (
        "<!--enpproperty <date>2024-03-02 06:00:00:0</date><author>何田</author><subtitle>null</subtitle>"
        "<introtitle><p>谷雨前后</p></introtitle><title><p>北山春茶开采</p></title>/enpproperty-->"
    )

    found = opened(
        parse(article(titles="", body=BODY.replace("</founder-content>", note + "</founder-content>")))
    )

    assert (found.kicker, found.headline, found.deck, found.byline) == (
        "谷雨前后",
        "北山春茶开采",
        "",
        "何田",
    )
    assert [text for _, text in texts(found)][-1] == "采茶人四点出门。"


@pytest.mark.parametrize(
    "printed", ["2024年<b>03</b>月<font>02</font>日&nbsp;星期六", "2024 年 3 月 2 日　星期<i>六</i>"]
)
def test_a_date_split_over_nodes_is_one_date(printed: str) -> None:
    markup = article().replace("2024年\n<font>03月02日 星期<font class=weekday></font></font>", printed)

    assert printed in markup
    assert parse(markup.replace("2024-03/02", "x")).issued == date(2024, 3, 2)


def test_links_from_the_root_are_joined_with_the_site() -> None:
    markup = layout().replace("href=content_11.htm", "href=/jb/2024-03/02/content_11.htm")
    markup = markup.replace('href="content_11.htm', 'href="/jb/2024-03/02/content_11.htm')

    first = parse(markup, address=ADDRESS).contents[0]

    assert (first.headline, first.url) == (
        HEADLINES[0],
        "https://epaper.example/jb/2024-03/02/content_11.htm",
    )
    assert first.zones


def test_a_title_set_in_a_paragraph_of_its_heading_is_whole() -> None:
    titles = "<div class=article><h1><p>北山春茶<br>开采</p></h1></div>"

    assert opened(parse(article(titles=titles))).headline == "北山春茶 开采"


def test_a_page_of_no_known_system_gives_headline_and_text() -> None:
    menu = "".join(f"<a href=/c/{i}/>频道{i}</a> " for i in range(9))
    body = "".join(f"<div class=k>　　{text}</div>" for text in PROSE)
    page = parse(f"<body><div>{menu}</div><h2>北山春茶开采</h2>{body}<div>{menu}</div><p>关于我们</body>")

    assert page.report.dialect == "generic"
    assert opened(page).headline == "北山春茶开采"
    assert [text for _, text in texts(opened(page))][: len(PROSE)] == list(PROSE)


def test_a_body_without_any_mark_is_found_where_the_prose_is() -> None:
    bare = "<div class=k1>" + "".join(f"<p>　　{text}</p>" for text in PROSE) + "</div>"

    found = opened(parse(article(titles="<div class=k2>北山春茶开采</div>", body=bare)))

    assert found.headline == "北山春茶开采"
    assert [text for _, text in texts(found)] == list(PROSE)
