"""Web pages that are no page of a newspaper, small ones, invented; with the code of what is told of each."""

_NAV = (
    "<ul class=nav>"
    + "".join(f"<li><a href='/{way}'>{way}</a></li>" for way in ("首页", "分类", "我的"))
    + "</ul>"
)
_LOREM = "昨天上午我去了渡口，水已经退了，船工说再等两天就能开船。"

SHOP = f"""<!DOCTYPE html><html><head><title>渡口牌雨衣 加厚 - 江边商城</title>
<meta property="og:type" content="product"></head><body>{_NAV}
<h1>渡口牌雨衣 加厚 成人</h1><div class=price>￥<b>59.00</b> <del>￥89.00</del></div>
<select name=size><option>M<option>L</select><button>加入购物车</button><button>立即购买</button>
<div class=detail><p>面料防水，雨天骑车也不湿。{_LOREM}</p><p>七天无理由退货，江浙沪包邮。</p></div></body>
</html>"""
PLAIN_SHOP = f"""<html><head><title>Ferry Lamp | Harbour Store</title></head><body>{_NAV}
<h1>Ferry Lamp, brass</h1><p class=price>$ 49.00</p><form action=/cart/add method=post>
<button>Add to cart</button></form>
<p>A brass lamp as it hung on every ferry of the river. It burns for eight hours, and no wind puts it out.</p>
<h2>Customer reviews</h2><p>Bright, and easy to fill. I bought two of them.</p><a href=/checkout>Checkout</a>
</body></html>"""
FORUM = f"""<!DOCTYPE html><html><head><title>渡口什么时候开船？ - 江边论坛</title>
<meta name="generator" content="Discuz! X3.4"></head><body>{_NAV}<h1>渡口什么时候开船？</h1>
<div id=post_1><a href=u1>采茶人</a> 楼主 发表于 2026-5-12 08:01<div class=t>{_LOREM}有人知道吗？</div>
<a>回复</a></div>
<div id=post_2><a href=u2>船工</a> 2楼 发表于 2026-5-12 08:30<div class=t>后天，等水再退一点。</div><a>回复</a>
</div>
<form><textarea name=message></textarea><button>发表回复</button></form></body></html>"""
PLAIN_FORUM = """<html><head><title>When does the ferry start? : river</title></head><body>
<h1>When does the ferry start?</h1>
<div class=comment><a href=/user/lin>lin</a> 5 hours ago<p>I was at the harbour today, and the water is down.
Does anybody know?</p><a>reply</a></div>
<div class=comment><a href=/user/boat>boat</a> 4 hours ago<p>On Thursday, when it is down by another foot.</p>
<a>reply</a></div>
<div class=comment><a href=/user/tea>tea</a> 2 hours ago<p>Thank you, that helps a lot.</p><a>reply</a></div>
<form action=/comment method=post><textarea name=text></textarea><input type=submit value="add comment"></form>
</body></html>"""
SEARCH_START = """<!doctype html><html><head><title>寻一寻</title></head><body>
<a href=/news>新闻</a> <a href=/map>地图</a>
<form action=/s><input name=wd maxlength=255><input type=submit value=寻一下></form>
<p>©2026 寻一寻 使用前必读 意见反馈</p></body></html>"""
WIKI = f"""<!DOCTYPE html><html lang=zh><head><title>渡口 - 自由的百科</title>
<meta name="generator" content="MediaWiki 1.41.0"></head>
<body class="mediawiki ns-0"><h1 id=firstHeading>渡口</h1><div id=mw-content-text><p>
<b>渡口</b>是过河的地方。{_LOREM}</p>
<div class=toc><h2>目录</h2><a href=#1>1 历史</a></div><h2>历史[<a href=e>编辑</a>]</h2>
<p>最早的渡口见于记载，是在北山脚下。</p></div>
<div id=catlinks>分类：<a href=c>交通</a></div></body></html>"""
PLAIN_WIKI = f"""<html><head><title>渡口_江边百科</title></head><body>{_NAV}<h1>渡口</h1><a>编辑</a>
<a>查看历史</a>
<p>渡口是过河的地方，多在水流平缓处。{_LOREM}</p><h2>1 历史 <a href=e1>[编辑]</a></h2>
<p>最早的渡口在北山脚下。<sup>[1]</sup></p>
<h2>2 今天 <a href=e2>[编辑]</a></h2><p>今天多数渡口已经建了桥。<sup>[2]</sup></p><h2>参考资料</h2><ol>
<li>北山志</ol></body></html>"""
BLOG = f"""<!DOCTYPE html><html><head><title>去渡口 | 林岚的小站</title>
<meta name=generator content="WordPress 6.5"></head><body>
<header><a href=/>林岚的小站</a></header><article class="post"><h1 class=entry-title>去渡口</h1>
<time datetime=2026-05-12>2026-05-12</time>
<a rel="category tag" href=/c/trip>随笔</a><p>{_LOREM}</p>
<p>回来的路上下起了雨，我在茶棚里坐了一会儿，写下这些字。</p></article>
<section id=comments><h3>2 条评论</h3><p>写得真好。</p><form id=commentform><textarea name=comment></textarea>
</form></section>
<aside><h4>近期文章</h4><h4>归档</h4><a href=/2026/05>2026年5月</a></aside></body></html>"""
PLAIN_BLOG = """<html><head><title>A day at the ferry - Notes by Lin</title>
<link rel=alternate type=application/rss+xml href=/feed.xml></head>
<body><a href=/>Notes by Lin</a> <a href=/about>About me</a> <a href=/archive>Archive</a><article>
<h1>A day at the ferry</h1>
<p>Posted on May 12, 2026 in <a href=/tag/trips>trips</a>, <a href=/tag/river>river</a></p>
<p>I went down to the harbour this morning. The water was low, and nobody was there but an old man with his dog.</p>
<p>On the way back it began to rain, and I wrote this in a tea house.</p></article><h2>Leave a comment</h2>
<form><textarea></textarea></form><a rel=prev href=/p>Older post</a></body></html>"""

OTHER_SITES = {
    "shop": (SHOP, "is-shop"),
    "plain shop": (PLAIN_SHOP, "is-shop"),
    "forum": (FORUM, "is-forum"),
    "plain forum": (PLAIN_FORUM, "is-forum"),
    "start of a search engine": (SEARCH_START, "is-form"),
    "wiki": (WIKI, "is-wiki"),
    "plain wiki": (PLAIN_WIKI, "is-wiki"),
    "blog": (BLOG, "is-blog"),
    "plain blog": (PLAIN_BLOG, "is-blog"),
}
