"""Habits of genuine pages that the templates lack: each gives one to a page that is set.

A habit returns the page as it then is, with the facts that it tells besides, or None where the page has no place for it.
All papers, names and numbers are invented.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from html import escape
from posixpath import basename
from urllib.parse import urljoin

from tools.samples.edition import Document
from tools.samples.seams import (
    above_body,
    at_end,
    at_top,
    below_body,
    in_foot,
    inserted,
    not_telling,
    page_head,
    story_titles,
    telling,
)

Habit = Callable[[Document], Document | None]

PROPERTY = re.compile(r"\s*<!--enpproperty.*?/enpproperty-->", re.DOTALL)
ARROW = re.compile(
    r"<a\b([^>]*)>(?:(?!</a>).)*?(?P<way>[上下])一(?P<what>[版篇])(?:(?!</a>).)*</a>",
    re.IGNORECASE | re.DOTALL,
)
OTHER_SISTER = {"name": "石埠晚报", "url": "../../../../sbwb/paperindex.htm"}
"""A paper that only lists of sister papers name; where its page is nobody knows who does not know the page's own."""


# Small print


def _source_row(document: Document) -> Document | None:
    byline = story_titles(document)["byline"]
    row = (
        "<div>来源：{paper}&nbsp;&nbsp;作者：{byline}&nbsp;&nbsp;版次：{number}&nbsp;&nbsp;日期：{date}</div>"
    )
    changed = above_body(document, row.format(byline=byline, **page_head(document)))
    return changed and replace(
        changed, article={**(changed.article or {}), "source": page_head(document)["paper"]}
    )


def _paper_day_and_page(document: Document) -> Document | None:
    head = page_head(document)
    year, month, day = head["date"].split("-")
    row = f"<p>《 {head['paper']} 》( {year}年{month}月{day}日 {head['number']} 版)</p>"
    return above_body(document, row)


def _buttons(document: Document) -> Document | None:
    icon = '<img height=16 src="../../../tplimg/zoom{}.gif" width=16 align=absMiddle border=0>'
    row = (
        f'<div align="right"><a onClick="zoomIn();" href=#>放大{icon.format("in")}</a> '
        f'<a onClick="zoomOut();" href=#>缩小{icon.format("out")}</a> '
        f"<a onClick=\"ozoom.style.zoom='100%';\" href=#>默认{icon.format('act')}</a> "
        '<a href="javascript:copyAll()">全文复制</a> <a href="javascript:print()">【打印】</a></div>'
    )
    return above_body(document, row)


def _share_row(document: Document) -> Document | None:
    paper = page_head(document)["paper"]
    return below_body(
        document,
        "<div>分享到： <a href=#>微信</a> <a href=#>微博</a> <a href=#>QQ空间</a></div>"
        f"<div><img src=../../../tplimg/qr.png><br>扫一扫，关注{paper}微信公众号</div>",
    )


def _editors_row(document: Document) -> Document | None:
    return below_body(document, "<p>责任编辑：陆青　版式：何田　校对：陆青</p>")


def _title(document: Document, href: str) -> str:
    """A link with the headline behind an address, as far as the page lists it."""
    entries = (document.toc or {}).get("articles", ())
    title = next((entry["headline"] for entry in entries if entry["href"] == href), "点击查看")
    return f'<a href="{href}">{escape(title, quote=False)}</a>'


def _neighbours_by_name(document: Document) -> Document | None:
    article = document.article or {}
    steps = ""
    for word, href in (("上一篇", article.get("previous_article")), ("下一篇", article.get("next_article"))):
        steps += f"<p>{word}：{_title(document, href) if href else '没有了'}</p>"
    return below_body(document, steps)


# Menus


def _navigation(document: Document) -> Document | None:
    words = ("首页", "版面导航", "标题导航", "往期回顾", "高级检索", "登录", "注册")
    return at_top(document, "<div>" + " | ".join(f"<a href=#>{word}</a>" for word in words) + "</div>")


def _sister_row(document: Document) -> Document | None:
    name, url = document.sister
    own = f"<a href=../../../index.htm>{page_head(document)['paper']}</a>"
    row = (
        "",
        "<a href=http://www.qingshi.invalid/>返回主页</a>",
        own,
        "版面导航",
        f"<a href={url}>{name}</a>",
        "",
    )
    changed = at_top(document, f"<div>{' | '.join(row).strip()}</div>")
    return telling(changed, sister_papers=[{"name": name, "url": url}])


def _sister_list(document: Document) -> Document | None:
    """A list of front pages, its items not closed, the names in brackets; one more than a page says without it."""
    own = {"name": page_head(document)["paper"], "url": "../../../paperindex.htm"}
    sisters = [dict(zip(("name", "url"), document.sister, strict=True))]
    sisters += [OTHER_SISTER] if "sister_papers" not in (document.toc or {}) else []
    items = "".join("<li><a href={url}>《{name}》</a>".format_map(paper) for paper in (own, *sisters))
    told = [{**paper, "url": paper["url"] if "://" in paper["url"] else None} for paper in sisters]
    return telling(at_top(document, f"<div>报纸列表<ul class=papers>{items}</ul></div>"), sister_papers=told)


# Properties and comments


def _property_behind(document: Document) -> Document | None:
    """The note of the classic systems, with all that it leaves empty."""
    story = story_titles(document)
    note = (
        "<!--enpproperty <founder-date>{date}</founder-date><founder-author>{byline}</founder-author>"
        "<founder-title>{headline}</founder-title><founder-nodename></founder-nodename><founder-keyword>"
        "</founder-keyword><founder-ip></founder-ip><founder-ChannelID>1</founder-ChannelID><founder-imp>0"
        "</founder-imp><founder-subtitle>{deck}</founder-subtitle><founder-type>{type}</founder-type>"
        "<founder-introtitle>{kicker}</founder-introtitle><founder-pagepicurl>page/1/01/01_icon.jpg"
        "</founder-pagepicurl><founder-pagenum>{number}</founder-pagenum><founder-papername>{paper}"
        "</founder-papername><founder-nodeid>2</founder-nodeid><founder-paperhead>logo/</founder-paperhead>"
        " /enpproperty-->"
    )
    bare = replace(document, text=PROPERTY.sub("", document.text))
    return at_end(bare, note.format(type=1 if document.article else 2, **story, **page_head(document)))


def _property_in_body(document: Document) -> Document | None:
    """The note of the newer system, with its word for nothing."""
    story = {name: text or "null" for name, text in story_titles(document).items()}
    note = (
        "<!--enpproperty <date>{date} 00:00:00:0</date><author>{byline}</author><subtitle>{deck}</subtitle>"
        "<introtitle>{kicker}</introtitle><keyword>null</keyword><paperarticleid>128</paperarticleid>"
        "<channel>1</channel><nodeid>0</nodeid><nodename></nodename><url>{url}</url><siteid>1</siteid>"
        "<paperid>1</paperid><title>{headline}</title>/enpproperty-->"
    )
    changed = below_body(document, note.format(url=document.address, **story, **page_head(document)))
    return changed and _addressed(replace(changed, text=_without_others(changed.text)))


def _without_others(text: str) -> str:
    """A page without the notes that its template wrote."""
    return PROPERTY.sub(lambda found: found[0] if "<paperarticleid>" in found[0] else "", text)


def _addressed(document: Document) -> Document:
    """With the full addresses of pages and articles, as now the page says its own."""
    rows: dict[str, object] = {
        name: [{**row, "url": urljoin(document.address, row["href"])} for row in document.toc[name]]
        for name in ("pages", "articles")
        if document.toc
    }
    return telling(document, **rows)


def _comments(document: Document) -> Document | None:
    """Comments of dashes, warnings for old browsers, markup that was put out of use, the day of its making."""
    top = (
        "<!--[if lt IE 9]><p class=browsehappy>您的浏览器版本过低，请升级后再访问。</p><![endif]-->"
        "<!-------bmdh版面导航------><!--<td class=px12>第A09版：<strong>旧版名</strong></td>-->"
        "<!--<h1 id=Title>旧标题</h1><div class=date>2019年1月1日</div>--><!----------文章部分开始---------->"
    )
    return at_end(at_top(document, top), "<!-- published 2031-01-09 02:11:07, task 1141, 37 ms -->")


# The foot


def _rights(document: Document) -> Document | None:
    """A statement longer than any other prose of the page; which of two statements is its notice is left open."""
    statement = (
        "<div class=bottom><p>版权声明：本网站所刊登的{paper}各类新闻、图片、图表、音视频及专题资料，版权均属"
        "{paper}编辑部所有。未经书面授权，任何单位和个人不得以任何方式转载、摘编、复制或建立镜像；已经取得授权的，"
        "应在授权范围内使用，并注明“来源：{paper}”。违反上述声明的，将依法追究其责任。</p><p>本网站转载其他媒体的作品，"
        "目的在于传递更多信息，并不代表赞同其观点，也不对其真实性负责；作者如不愿被转载，请在三十日内与本网站联系。</p></div>"
    )
    return not_telling(in_foot(document, statement.format(**page_head(document))), "copyright_notice")


def _contacts(document: Document) -> Document | None:
    return in_foot(
        document,
        "<div class=footer><p>地址：石埠街18号　邮编：000018　新闻热线：0000-0000000　发行：0000-0000001</p>"
        "<p>国内统一刊号：CN00-0000<span>|</span>邮发代号：00-00<span>|</span>广告经营许可证：0000000000000</p>"
        "<p>青ICP备00000000号 青公网安备 00000000000000号 违法和不良信息举报电话：0000-0000002</p>"
        "<p>技术支持：石埠数字出版</p></div>",
    )


def _foreign_map(document: Document) -> Document | None:
    return in_foot(
        document,
        '<img src="../../../tplimg/foot.jpg" usemap="#Map2" border=0><map name="Map2">'
        ' <area shape="rect" coords="17,12,189,72" href="http://www.qingshi.invalid">'
        ' <area shape="rect" coords="18,78,189,131" href="http://news.qingshi.invalid/">\n</map>',
    )


def _editors_area(document: Document) -> Document | None:
    """An area that is named after the editors of the page, with the corners of another."""
    area = re.search(r"<area\b[^>]*?coords=(\"[^\"]*\")[^>]*>", document.text, re.IGNORECASE)
    if not area or not document.toc:
        return None
    folder = document.toc["articles"][0]["href"].removesuffix(basename(document.toc["articles"][0]["href"]))
    editors = (
        f'<Area coords={area[1]} shape="polygon" href="{folder}content_99.htm" title="编辑：何田 校对：陆青">'
    )
    return inserted(document, area.start(), editors)


# What does not show, and what shows without words


CAPTIONS = (
    '<span style="display:none">第<span id="curbanci">{number}</span>版：<STRONG>{name}</STRONG></span>',
    "{number}：{name}",
    "{number}版 {name}",
    "第第{number}版版：{name}",
    "版次：{number} 版名：{name}",
    "当前版：{number}版",
)
"""Number and name of a page: hidden, in other spellings, and where the list of pages alone tells the name."""


def _caption(spelling: str) -> Habit:
    """A caption of this spelling instead of the one that the page shows."""

    def habit(document: Document) -> Document | None:
        head = page_head(document)
        shown = (
            rf"第?{head['number']}版\s*[：:]?\s*(?:<(?P<tag>\w+)>)?{head['name']}(?(tag)</(?P=tag)>)(?!</a>)"
        )
        text, count = re.subn(shown, spelling.format(**head), document.text, count=1)
        is_told = "{name}" in spelling or document.toc
        return replace(document, text=text) if count and is_told else None

    return habit


def _hidden_lists(document: Document) -> Document | None:
    """The lists of pages and of headlines once more, in windows that open over the page."""
    if not document.toc:
        return None
    rows = "".join(
        f"<li><a id=pageLink href={page['href']}>{page['number']}： {page['name']}</a>"
        for page in document.toc["pages"]
    )
    items = "".join(
        f'<tr><td class="black"><a href={entry["href"]}>{escape(entry["headline"], quote=False)}</a></td></tr>'
        for entry in document.toc["articles"]
    )
    return in_foot(
        document,
        f'<DIV id=pgn style="display:none"><ul>{rows}</ul></DIV>'
        f'<div id=btdh style="display: none"><table>{items}</table></div>',
    )


def _shadows(document: Document) -> Document | None:
    """Pictures of shadows, which say so."""
    shadow = '<img src="../../../tplimg/yy.gif" alt="阴影" title="阴影">'
    return in_foot(at_top(document, shadow * 2), shadow)


def _arrows(written: str) -> Habit:
    """The ways to the neighbours as something else than their words."""

    def habit(document: Document) -> Document | None:
        text, count = ARROW.subn(lambda link: _arrow(link, written), document.text)
        return replace(document, text=text) if count else None

    return habit


def _arrow(link: re.Match[str], written: str) -> str:
    side, name = ("left", "prev") if link["way"] == "上" else ("right", "next")
    kept = re.sub(r"\sclass=(?:\"[^\"]*\"|\S+)", "", link[1])
    words = written.format(name=name, letters="<br/>".join(f"{link['way']}一{link['what']}"))
    return f'<a class="news{name}{side}"{kept}>{words}</a>'


# Jump lines

JUMPS = (
    "({way}{plain}版)",
    "（{way}{plain}版）",
    "({way}第{plain}版)",
    "（{way}第{plain}版）",
    "（{way}第{words}版）",
    "（{way}{words}版）",
    "（{way}0{plain}版）",
    "（{way}A0{plain}版）",
    "（{way}第{plain}版《综合》）",
    "▶▶{way}{plain}版",
    "▲({way}第{plain}版)",
    "【{way}第{words}版】",
)
"""How a page is named on which a story goes on, or from which it comes."""


def _jump(spelling: str) -> Habit:
    """Jump lines of one spelling: before a body the page that it comes from, behind it the one on which it goes on."""
    came, goes = (
        spelling.format(way=way, plain=plain, words=words)
        for way, plain, words in (("上接", "1", "一"), ("下转", "3", "三"))
    )
    before_number = re.search(r"[A-Z]?0?(?={plain})", spelling)
    zeros = before_number[0] if before_number else ""

    def habit(document: Document) -> Document | None:
        article = document.article or {"blocks": []}
        blocks = article["blocks"]
        if len(blocks) < 3 or any(block["kind"] not in ("paragraph", "subhead") for block in blocks):
            return None
        jumps = {"jump_from": {"page": zeros + "1"}, "jump_to": {"page": zeros + "3"}}
        around = [{"kind": "jump", "text": came}, *blocks, {"kind": "jump", "text": goes}]
        text = _with_lines_around(document.text, [block["text"] for block in blocks], came, goes)
        return replace(document, text=text, article={**article, **jumps, "blocks": around})

    return habit


def _with_lines_around(markup: str, paragraphs: list[str], came: str, goes: str) -> str:
    """A body with a line at each end, parted from it as its paragraphs are from one another; its copies, too."""
    quoted = [re.escape(escape(text, quote=False)) for text in paragraphs]
    first_two = rf"({quoted[0]})(.*?)({quoted[1]})"
    last_two = rf"({quoted[-2]})(.*?)({quoted[-1]})"
    markup = re.sub(first_two, rf"{came}\2\1\2\3", markup, flags=re.DOTALL)
    return re.sub(last_two, rf"\1\2\3\2{goes}", markup, flags=re.DOTALL)


SINGLE: Mapping[str, Habit] = {
    "source row": _source_row,
    "paper, day and page": _paper_day_and_page,
    "buttons": _buttons,
    "share row": _share_row,
    "editors row": _editors_row,
    "neighbours by name": _neighbours_by_name,
    "navigation": _navigation,
    "sister row": _sister_row,
    "sister list": _sister_list,
    "property behind": _property_behind,
    "property in body": _property_in_body,
    "comments": _comments,
    "rights": _rights,
    "contacts": _contacts,
    "foreign map": _foreign_map,
    "editors area": _editors_area,
    "hidden caption": _caption(CAPTIONS[0]),
    **{f"caption {spelling.format(number='n', name='名')}": _caption(spelling) for spelling in CAPTIONS[1:]},
    "hidden lists": _hidden_lists,
    "shadows": _shadows,
    "arrows of blanks": _arrows("&nbsp;"),
    "arrows of pictures": _arrows('<img src="../../../images/{name}_page.jpg" border=0>'),
    "arrows of letters": _arrows("{letters}"),
}
"""Every habit of markup but the jump lines, by its name."""

TOGETHER = (
    "source row",
    "buttons",
    "share row",
    "editors row",
    "navigation",
    "sister row",
    "property behind",
    "comments",
    "rights",
    "contacts",
    "foreign map",
    "hidden lists",
    "shadows",
    "arrows of letters",
)
"""Habits that one page has at once."""


def _together(document: Document) -> Document | None:
    """A page with all habits that go together and for which it has a place."""
    for name in TOGETHER:
        document = SINGLE[name](document) or document
    return document


HABITS: Mapping[str, Habit] = {
    **SINGLE,
    **{f"jump {line.format(way='', plain='n', words='一')}": _jump(line) for line in JUMPS},
    "all together": _together,
}
"""Every habit of markup by its name."""
