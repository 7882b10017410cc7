"""One content, 江滨日报 of one day, in the dress of every publishing system, with the faults of each."""

from dataclasses import dataclass

from tools.samples.edition import Document
from tools.samples.expected import Value

SISTER = ("江滨晚报", "http://other.example/wb/")
PAGES = (("01", "头版"), ("02", "综 合"))
NUMBER, NAME = PAGES[1]
BODY = (
    "本报讯（通讯员 陆青）北山的茶芽今年来得早，采茶人四点出门。",
    "天不亮上山",
    "“头茬要抢。”茶农说完，把竹篓系在腰上，沿着石阶走进雾里。",
)


@dataclass(frozen=True)
class Story:
    """One article."""

    number: int
    headline: str
    kicker: str = ""
    deck: str = ""
    byline: str = ""
    area: str = "1,1,90,1,90,40,1,40"


STORIES = (
    Story(11, "夜班船首航<br>码头亮灯", area="1,1,90,1,90,40,1,40"),
    Story(
        12,
        "北山春茶开采",
        kicker="谷雨前后",
        deck="头茬三日采完",
        byline="本报记者 何田",
        area="1,44,90,44,90,99,1,99",
    ),
    Story(13, "封航公告", area="95,1,120,1,120,99,95,99"),
)
MAIN = STORIES[1]


@dataclass(frozen=True)
class Dress:
    """How one system writes a page; each part is a template with the names of what it shows."""

    page_file: str
    article_file: str
    row: str
    rows: str
    item: str
    items: str
    caption: str
    titles: str
    body: str
    turn: str = '<a class=preart href="{href}"><font face=webdings>3</font>{word}</a>'
    coords: str = "{area}"
    """How the corners are written: as they are, unrounded, or not at all."""
    map_name: str = "PagePicMap"

    def page(self, number: str) -> str:
        return self.page_file.format(number=number, plain=int(number))

    def article(self, story: Story) -> str:
        return self.article_file.format(number=story.number)

    def corners(self, story: Story) -> str:
        return self.coords.format(area=story.area, unrounded=story.area.replace(",", ".0131,"))

    def column(self) -> str:
        areas = "".join(
            f'<Area coords="{self.corners(story)}" shape="polygon" href="{self.article(story)}">'
            for story in STORIES
        )
        items = "".join(
            self.item.format(href=self.article(story), number=story.number, title=story.headline)
            for story in STORIES
        )
        rows = "".join(
            self.row.format(href=self.page(number), number=number, name=name) for number, name in PAGES
        )
        return (
            f"<MAP NAME={self.map_name}>{areas}</MAP>"
            f"<img src=../../pic/JB02_b.jpg width=350 height=500 usemap=#{self.map_name.lower()}>"
            f"{self.caption.format(number=NUMBER, name=NAME)}"
            f"{self.turn.format(href=self.page('01'), word='上一版', id='ed_pre')}"
            f"{self.items.format(items=items)}{self.rows.format(rows=rows)}"
            f"<p>江滨日报 | <a href={SISTER[1]}>{SISTER[0]}</a></p><p>江滨日报社主办</p>"
            "<div>2024年3月2日 星期六</div>"
        )

    def whole(self, inside: str) -> str:
        return (
            f"<html><head><title>江滨日报--数字报</title></head><body>{inside}"
            "<div>江滨日报版权所有 未经书面授权 不得复制</div></body></html>"
        )

    def layout_page(self) -> str:
        return self.whole(self.column())

    def article_page(self, story: Story = MAIN) -> str:
        at = STORIES.index(story)
        steps = "".join(
            f'<a href="{self.article(other)}">{word}</a> '
            for word, other in (("上一篇", STORIES[at - 1]), ("下一篇", STORIES[(at + 1) % 3]))
        )
        titles = self.titles.format(
            kicker=story.kicker, headline=story.headline, deck=story.deck, byline=story.byline
        )
        paragraphs = "".join(f"<P>　　{text}" for text in BODY)
        return self.whole(
            f"<div>{self.column()}</div><div><p>{steps}</p>{titles}{self.body.format(paragraphs=paragraphs)}<p>{steps}</p></div>"
        )


OZOOM = (
    '<div id="ozoom" style="zoom:100%"><founder-content><!--enpcontent-->{paragraphs}<!--/enpcontent-->'
    "</founder-content></div>"
)
ROWS = (
    "<table><tr><td class=font02>{kicker}</td></tr><tr><td class=font01>{headline}</td></tr>"
    "<tr><td class=font02>{deck}</td></tr><tr><td class=font02>{byline}</td></tr></table>"
)
TAGS = "<h3>{kicker}</h3><h1>{headline}</h1><h2>{deck}</h2>"
IDS = '<p id="PreTitle">{kicker}</p><h2 id="Title">{headline}</h2><p id="SubTitle">{deck}</p><p id="Author">{byline}</p>'
XY = {
    "page_file": "node_{number}.html",
    "article_file": "../../../content/202403/02/content_{number}.html",
}
CLASSIC = {"page_file": "node_{plain}.htm", "article_file": "content_{number}.htm?div=-1"}
AHEADING_LISTS = {
    "row": "<tr class=bmdh_tr><td><a class=rigth_bmdh_href href={href}>第{number}版：{name}</a></td></tr>",
    "rows": "<table id=bmdhTable>{rows}</table>",
    "item": "<li><a href={href}>{title}</a>",
    "items": '<ul id="main-ed-articlenav-list">{items}</ul>',
}

DRESSES = {
    "classic-table": Dress(
        **CLASSIC,
        row="<tr><td class=default>&nbsp;<a id=pageLink href=./{href}>第{number}版：{name}</a></td></tr>",
        rows="<table cellpadding=2 width=100%>{rows}</table>",
        item='<li>&middot;<a href={href}><div style="display:inline" id=mp{number}>{title}</div></a>',
        items="<ul class=ul02_l>{items}</ul>",
        caption="<table><tr><td class=px12>第{number}版：<STRONG>{name}</STRONG></td></tr></table>",
        titles=ROWS,
        body=OZOOM,
    ),
    "classic-div": Dress(
        **CLASSIC,
        row="<div class=bmname1><a id=pageLink href={href}>第{number}版：{name}</a></div>",
        rows="<td class=mulu04>{rows}</td>",
        item="<li><a href={href}><div id=mp{number}>{title}</div></a>",
        items="<ul class=list01>{items}</ul>",
        caption="<div class=banci>第{number}版　　　<span>{name}</span></div>",
        titles=ROWS,
        body=OZOOM.replace("<founder-content>", "").replace("</founder-content>", ""),
    ),
    "people": Dress(
        page_file="nbs.D110000jbrb_{number}.htm",
        article_file="nw.D110000jbrb_20240302_{number}-02.htm",
        row='<div class="right_title-name"><a id=pageLink href={href}>{number}版：{name}</a></div>',
        rows="<div id=pageList><ul>{rows}</ul></div>",
        item='<li class=one><a href={href}><script>document.write(view("{title}  "))</script></a></li>',
        items="<div id=titleList><ul>{items}</ul></div>",
        caption="<div class=ban_t>{number}版:{name}</div><div id=paperdatediv style='display:none'>2024-March-2</div>",
        titles="<div class=text_c>" + TAGS + "<div class=lai>来源：江滨日报 作者：{byline}</div></div>",
        body="<div id=ozoom></div><div id=articleContent style='display:none'>{paragraphs}</div>",
    ),
    "aheading": Dress(
        page_file="node_{plain}.htm",
        article_file="content_58464_{number}.htm",
        **AHEADING_LISTS,
        caption="<div>第{number}版：{name}</div>",
        titles="<table class=wz>"
        + "".join(
            f"<tr valign=top><td>{{{name}}}</td></tr>" for name in ("kicker", "headline", "deck", "byline")
        )
        + "</table>",
        body="<div id=ozoom><!--<npm:article-content>-->{paragraphs}<!--</npm:article-content>--></div>",
        turn='<a id={id} href="{href}"><img src=arrow.gif></a>',
    ),
    "xy-a": Dress(
        **XY,
        row="<p><a href={href}>第{number}版：{name}</a> <a href=a.pdf>PDF</a></p>",
        rows="<div class=Chunkiconlist>{rows}</div>",
        item="<li><h3><a href={href}>{title}</a></h3></li>",
        items="<div class=newslist><ul>{items}</ul></div>",
        caption="<div class=newslisttit><em>第{number}版：{name}</em></div>",
        titles="<div class=newsdetatit><p class=intro>{kicker}</p><h3>{headline}</h3><p class=sub>{deck}</p></div>"
        "<p id=Author>{byline}</p>",
        body="<div class=newsdetatext><founder-content>{paragraphs}</founder-content></div>",
        coords="{unrounded}",
    ),
    "xy-b": Dress(
        **XY,
        row="<li class=posRelative><a href={href}>第{number}版：{name}</a></li>",
        rows="<ul id=layoutlist>{rows}</ul>",
        item='<li class="clearfix"><a href={href}>{title}</a></li>',
        items="<ul id=articlelist>{items}</ul>",
        caption="<span id=layout>第{number}版：{name}</span>",
        titles=IDS,
        body=OZOOM,
        coords="null",
    ),
    "xy-c": Dress(
        **XY,
        row="<li><a class='btn btn-block' href={href}>第{number}版：{name}</a><a class=pdf href=a.pdf></a></li>",
        rows="<div class=nav-list><ul>{rows}</ul></div>",
        item="<li class=resultList><a href={href}><h4>{title}</h4></a></li>",
        items="<div class=news-list><ul>{items}</ul></div>",
        caption="<div class=newspaper-pic>第{number}版：{name}</div>",
        titles=IDS,
        body=OZOOM,
    ),
    "xy-d": Dress(
        **XY,
        **AHEADING_LISTS,
        caption="<div id=main-ed-map></div><div>第{number}版：{name}</div>",
        titles=IDS,
        body="<div id=mainBox>{paragraphs}</div>",
    ),
    "xy-pad": Dress(
        page_file="node_{number}.html",
        article_file="../../../content/202403/02/content_{number}.html",
        row="<li><a href={href}>第{number}版：{name}</a></li>",
        rows="<div id=scroller><ul>{rows}</ul></div>",
        item="<li><a href={href}>{title}</a></li>",
        items="<ul>{items}</ul>",
        caption="<p id=nowLayout class=hide>{number}</p><div>第{number}版：{name}</div>",
        titles='<div class=caption><font id="intro-title">{kicker}</font><font id="main-title">{headline}</font>'
        '<font id="sub-title">{deck}</font><font id="author">{byline}</font></div>',
        body="<div id=content><founder-content><!--enpcontent-->{paragraphs}<!--/enpcontent--></founder-content></div>",
    ),
    "fzsyun": Dress(
        page_file="node_{number}.html",
        article_file="content_{number}.html",
        row="<li class=layout-catalogue-item><a href={href}>第{number}版：{name}</a><a class=pdf href=a.pdf>PDF</a></li>",
        rows="<ul class=layout-catalogue-list>{rows}</ul>",
        item="<li class=news-item><a href={href}>{title}</a></li>",
        items="<ul class=news-list>{items}</ul>",
        caption="<p>第{number}版：{name}</p>",
        titles="<div id=news_content><h3>{kicker}</h3><h1>{headline}</h1><h3>{deck}</h3><p id=Author>{byline}</p>",
        body="<cms-content>{paragraphs}</cms-content></div>",
    ),
    "generic": Dress(
        page_file="node_{plain}.htm",
        article_file="content_{number}.htm",
        row="<li><a href={href}>第{number}版：{name}</a></li>",
        rows="<ol>{rows}</ol>",
        item="<li><a href={href}>{title}</a></li>",
        items="<ul>{items}</ul>",
        caption="<p>第{number}版：{name}</p>",
        titles="<p>{kicker}</p><h1>{headline}</h1><p>{deck}</p><p>{byline}</p>",
        body="<div>{paragraphs}</div>",
        map_name="Map",
    ),
}


def documents(name: str) -> tuple[Document, ...]:
    """The layout page and the main article's page of a dress, with what is to be found in them."""
    dress = DRESSES[name]
    found = [
        (dress.page(NUMBER), dress.layout_page(), None),
        (dress.article(MAIN), dress.article_page(), _expected_text(dress)),
    ]
    return tuple(
        Document(path=path, text=text, toc=_expected_toc(dress), article=article, sister=SISTER)
        for path, text, article in found
    )


def _expected_toc(dress: Dress) -> Value:
    return {
        "paper": "江滨日报",
        "publisher": "江滨日报社",
        "sister_papers": [dict(zip(("name", "url"), SISTER, strict=True))],
        "date": "2024-03-02",
        "page": {"number": NUMBER, "name": NAME},
        "previous_page": dress.page("01"),
        "next_page": None,
        "pages": [{"number": number, "name": name, "href": dress.page(number)} for number, name in PAGES],
        "articles": [
            {"headline": story.headline.replace("<br>", " "), "href": dress.article(story)}
            for story in STORIES
        ],
        "copyright_notice": "江滨日报版权所有 未经书面授权 不得复制",
    }


def _expected_text(dress: Dress) -> Value:
    kinds = ("paragraph", "subhead", "paragraph")
    before, after = STORIES[0], STORIES[2]
    found: Value = {
        "headline": MAIN.headline,
        "kicker": MAIN.kicker,
        "deck": MAIN.deck,
        "byline": MAIN.byline,
        "dateline": "本报讯",
        "paper": "江滨日报",
        "date": "2024-03-02",
        "page": {"number": NUMBER, "name": NAME},
        "jump_from": None,
        "jump_to": None,
        "previous_article": dress.article(before),
        "next_article": dress.article(after),
        "blocks": [{"kind": kind, "text": text} for kind, text in zip(kinds, BODY, strict=True)],
        "copyright_notice": "江滨日报版权所有 未经书面授权 不得复制",
    }
    if dress is DRESSES["generic"]:  # no mark says what its kicker is
        del found["kicker"]
    return found
