"""Pages of an invented paper, 江滨日报, with the faults of real ones, and short ways to read them."""

from reader.edition.model import Article, Page
from reader.parsing.document import parse

ADDRESS = "https://epaper.example/jbrb/html/2024-03/02/content_12.htm"

MAP = (
    '<map name=PagePicMap><Area coords="1,1,90,1,90,40,1,40" shape="polygon" href="content_11.htm?div=-1">'
    '<Area coords="5,5,30,5,30,30,5,30" shape="polygon" href="content_12.htm?div=0">'
    '<Area coords="1,44,90,44,90,99,1,99" shape="polygon" href="content_12.htm?div=-1">'
    '<Area coords="1,44,90,44,90,99,1,99" shape="polygon" href="content_12.htm?div=1">'
    '<Area coords="95,1,120,99" shape="rect" href="content_13.htm" alt="封航公告"></map>'
    "<img src=../../../images/2024-03/02/02/JB02_b.jpg width=350 height=550 border=0 USEMAP=#pagepicmap>"
)
LIST = """<ul class="ul02_l">
<li>&middot;<a href=content_11.htm?div=-1><div style="display:inline" id=mp11>夜班船首航<br>码头亮灯</div></a>
<li>&middot;<a href=content_12.htm?div=-1><div style="display:inline" id=mp12>北山春茶开采</div></a>
</ul>"""
PAGES = """<table cellpadding=2 width=100%>
<tr><td>&nbsp;<a id=pageLink href=node_1.htm>第01版：头版</a></td>
<td><a href=../../../p/01.pdf><img src=pdf.gif></a></td></tr>
<tr><td>&nbsp;<a id=pageLink href=./node_2.htm>第02版：综 合</a></td></tr>
</table>"""
FOOT = "江滨日报版权所有 未经书面授权 不得复制<br>地址：江滨路1号"
POPUPS = (
    "<div id=bmdh style='display:none'><a id=pageLink href=./node_1.htm>01： 头版</a></div>"
    "<DIV id=btdh><table><tr><td><a href=content_11.htm?div=-1>夜班船首航 码头亮灯</a></td></tr></table></DIV>"
)


def column(*, area_map: str = MAP, headlines: str = LIST, pages: str = PAGES) -> str:
    """The column that layout and article pages share."""
    return f"""<table><tr><td>{area_map}</td></tr>
<tr><td>第02版：<STRONG>综 合</STRONG></td>
<td><a class=preart href="node_1.htm?x=1"><FONT face=Webdings>3</FONT>上一版</a></td>
<td><a href=../../../images/JB02.pdf><IMG src="pdf.gif"></a></td></tr><tr></table>
{headlines}<table><tr><td>江滨日报 | <a href=http://other.example/wb/>江滨晚报</a></td></tr>
<tr><td>江滨日报社主办&nbsp; 第801期</td></tr></table>
<span>2024年
<font>03月02日 星期<font class=weekday></font></font></span> <a>放大</a> <a>缩小</a> <a>默认</a>{pages}"""


def layout(**parts: str) -> str:
    """A layout page."""
    return f"""<html><head><title>江滨日报--数字报</title></head><SPAN id=leveldiv></SPAN><body>
<script>document.write("<p>脚本里的字。</p>");</script><style>--> p {{}}</style>
{column(**parts)}<p>{FOOT}</p><!-------bmdh------>{POPUPS}</body></html>
<!--enpproperty <founder-papername>江滨日报</founder-papername><founder-type>2</founder-type>
<founder-content>江滨日报</founder-content> /enpproperty-->"""


TITLES = """<table><tr><td class=font02>谷雨前后</td></tr><tr><td class=font01>北山春茶开采</td></tr>
<tr><td class=font02>头茬三日采完</td></tr><tr><td class=font02>本报记者 何田</td></tr></table>"""
BODY = """<div id=ozoom style="zoom:100%"><founder-content><!--enpcontent-->
<P>　　本报讯（通讯员 陆青）北山的茶芽今年来得早。
<P>　　天不亮上山
<P>　　采茶人四点出门。<p>&nbsp;</p>
<!--/enpcontent--></founder-content></div>"""


def article(*, titles: str = TITLES, body: str = BODY, foot: str = "", **parts: str) -> str:
    """An article page: 北山春茶开采, the second of its page."""
    return f"""<html><head><title>江滨日报--数字报</title></head><body>
<table><tr><td>{column(**parts)}</td><td><a href="content_11.htm?div=-1">3上一篇</a>
<a href="content_13.htm">下一篇<span style='font-family:webdings'>4</span></a>{titles}
<table><tr><td>{body}</td></tr></table>{foot}</td></tr><tr><td>{FOOT}</td></tr></table>{POPUPS}</body></html>"""


def opened(page: Page) -> Article:
    """The article a document is about."""
    assert page.opens_at is not None
    found = page.contents[page.opens_at].article
    assert found
    return found


def story(body: str, **more: str) -> Article:
    """The article of a page with this body."""
    return opened(parse(article(body=body, **more)))


def texts(found: Article) -> list[tuple[str, str]]:
    """Kind and text of each block."""
    return [(block.kind.value, block.text) for block in found.blocks]
