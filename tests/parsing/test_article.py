import pytest

from reader.edition.model import Clean, Direction, JumpLine
from reader.parsing.document import parse
from tests.parsing.invented import ADDRESS, BODY, article, layout, opened, story, texts

PROSE = [
    ("paragraph", "本报讯（通讯员 陆青）北山的茶芽今年来得早。"),
    ("subhead", "天不亮上山"),
    ("paragraph", "采茶人四点出门。"),
]


def test_an_article_page_opens_its_own_article_among_its_pages_headlines() -> None:
    page = parse(article())

    found = opened(page)

    assert page.opens_at == 1
    assert (found.kicker, found.headline, found.deck, found.byline) == (
        "谷雨前后",
        "北山春茶开采",
        "头茬三日采完",
        "本报记者 何田",
    )
    assert texts(found) == PROSE
    assert found.dateline == "本报讯"
    assert (found.previous_article, found.next_article) == ("content_11.htm", "content_13.htm")


def test_an_article_its_list_lacks_stands_at_the_end() -> None:
    markup = article(titles="<table><tr><td class=font01>另一篇</td></tr></table>").replace(
        'href="content_13.htm">下', 'href="content_77.htm">下'
    )

    page = parse(markup)

    assert page.opens_at == len(page.contents) - 1
    assert page.contents[-1].headline == "另一篇"


def test_the_file_name_or_the_neighbours_tell_which_article_this_is() -> None:
    other = "<table><tr><td class=font01>换了的题</td></tr></table>"

    assert parse(article(titles=other), address=ADDRESS).opens_at == 1
    assert parse(article(titles=other)).opens_at == 1


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (["", "题", "", "本报记者 何田"], ("", "题", "", "本报记者 何田")),
        (["引", "题<br>第二行", "副", ""], ("引", "题 第二行", "副", "")),
        (["", "题", "本报记者 何田"], ("", "题", "", "本报记者 何田")),
    ],
)
def test_any_row_around_the_headline_may_be_empty(rows: list[str], expected: tuple[str, ...]) -> None:
    names = ["font02", "font01", "font02", "font02"]
    cells = "".join(f"<tr><td class={name}>{row}" for name, row in zip(names, rows, strict=False))

    found = story(BODY, titles=f"<table>{cells}</table>")

    assert (found.kicker, found.headline, found.deck, found.byline) == expected


@pytest.mark.parametrize(
    "titles",
    [
        "<founder-title>茶题</founder-title><founder-author>何田</founder-author>",
        "<!--<npm:article-title>--><b>茶题</b><!--</npm:article-title>--><!--<npm:article-author>-->何田<!--</npm:article-author>-->",
        "<div class=text_c><h1>茶题</h1><div class=lai>来源：江滨日报 作者：何田</div></div>",
        "",
    ],
    ids=["elements", "comments", "headings", "property"],
)
def test_other_places_of_the_titles(titles: str) -> None:
    fields = (
        "<!--enpproperty <founder-type>1</founder-type><founder-title>茶题</founder-title>"
        "<founder-author>何田</founder-author> /enpproperty-->"
    )

    found = opened(parse(article(titles=titles) + fields))

    assert (found.headline, found.byline) == ("茶题", "何田")


def test_a_bold_line_in_a_centred_cell_is_a_title_where_nothing_surer_is() -> None:
    assert (
        story(BODY, titles="<table><tr><td align=center><strong>茶题</strong></td></tr></table>").headline
        == "茶题"
    )


@pytest.mark.parametrize(
    "body",
    [
        BODY.replace("<founder-content>", "").replace("</founder-content>", ""),
        BODY.replace("<!--enpcontent-->", "").replace("<!--/enpcontent-->", ""),
        BODY.replace("<!--enpcontent-->", "<!--enpcontent--><!--enpcontent-->"),
        BODY.replace("<div id=ozoom", "<div").replace("founder-content", "span"),
        BODY.replace("</founder-content></div>", "<p><a href=content_11.htm>上一篇</a></p>"),
        BODY.replace("<P>", "<p&nbsp;xmlns=''>"),
        BODY.replace("\n<P>", "<br>").replace("<p>&nbsp;</p>", "<br><br>"),
        "<div id=ozoom><br><br></div><div id=articleContent style='display:none'>"
        + BODY.replace("ozoom", "x")
        + "</div>",
        BODY + "<div id=articleContent style='display:none'><p>　　采茶人四点出门。</p></div>",
        BODY.replace("<p>&nbsp;", "<INPUT type=checkbox name=titlecheckbox><p>采茶人四点出门。"),
        BODY.replace(
            "<p>&nbsp;",
            "<span style='display: none'>藏起的字。</span><script>x('字。')</script><!--字。--><p>",
        ),
        BODY.replace("<p>&nbsp;", "<![if !IE]>&nbsp;<![endif]><p>"),
    ],
    ids=[
        "no-founder",
        "no-comments",
        "doubled-comment",
        "comment-only",
        "unclosed",
        "odd-p",
        "br",
        "hidden-only",
        "both",
        "second-copy",
        "hidden",
        "revealed",
    ],
)
@pytest.mark.parametrize("builder", ["html.parser", "lxml", "html5lib"])
def test_one_body_is_read_once_whatever_holds_it(body: str, builder: str) -> None:
    assert texts(opened(parse(article(body=body), builder=builder))) == PROSE


def test_the_papers_name_in_the_property_comment_is_not_a_body() -> None:
    assert parse(layout()).opens_at is None


def test_a_layout_page_that_uses_the_bodys_container_has_no_article() -> None:
    markup = layout().replace("<founder-type>2</founder-type>", "")

    assert parse(markup.replace("<body>", "<body><div id=ozoom>")).opens_at is None


def test_a_picture_and_its_caption_are_one_figure() -> None:
    table = '<TABLE class="pci_c" id=newspic><tr><td><img src=tea.jpg?1></td></tr><tr><td>茶芽<br>何田 摄</td></tr></TABLE>'
    expected = ("figure", "茶芽 何田 摄")

    assert texts(story(BODY.replace("<P>　　天", f"{table}<P>　　天")))[1] == expected
    assert texts(story(table + BODY)) == [expected, *PROSE]


def test_ornaments_of_the_page_are_not_figures() -> None:
    assert (
        texts(story(BODY.replace("<P>　　天", "<img src=../../../tplimg/d.gif><img src=''><P>　　天")))
        == PROSE
    )


def test_a_line_under_a_picture_is_its_caption_only_if_it_reads_like_one() -> None:
    body = "<div id=ozoom><p><img src=a.jpg></p><p>图为茶山。</p><p><img src=b.jpg></p><p>采茶人四点出门。</p></div>"

    assert texts(story(body)) == [("figure", "图为茶山。"), ("figure", ""), ("paragraph", "采茶人四点出门。")]


def test_the_source_is_read_off_its_line() -> None:
    assert (
        story(BODY, titles="<h1>题</h1><div class=lai>来源：江滨日报 作者：何田</div>").source == "江滨日报"
    )


def test_jump_lines_point_to_the_other_half() -> None:
    found = story("<div id=ozoom><p>(上接1版)</p><p>采茶人四点出门。（下转第十二版）</p></div>")

    assert found.jump_from == JumpLine(direction=Direction.FROM, page=Clean("1"))
    assert found.jump_to == JumpLine(direction=Direction.TO, page=Clean("12"))
    assert [kind for kind, _ in texts(found)] == ["jump", "paragraph", "jump"]


def test_nothing_that_is_only_a_terminals_command_comes_through() -> None:
    page = parse(article(body=BODY.replace("采茶人", "采&#27;[31m茶&#8238;人")))

    assert texts(opened(page)) == PROSE
    assert dict(page.report.removed) == {"bidi": 1, "escape": 1}
