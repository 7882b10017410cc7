"""Pages and texts of newspapers that look like another kind of document, invented; each with a headline it has."""

ABOUT_RSS = """\
RSS 二十年：订阅还有人用吗

本报讯（记者 何田）一种叫 RSS 的订阅格式今年满二十岁。它的文件以 <rss version="2.0"> 开头，一条新闻写在 <item> 里。
市图书馆的技术员陆青说，馆里每天还有三百多人用它读报。
"""
LETTERS = """\
Letters to the Editor

From: A. Reader, Millbrook <reader@mail.example>
To: The Editor
Subject: The ferry

Sir, I have taken the ferry for forty years, and never has it left on time. I do not complain; I only wonder.
"""
LETTER_ALONE = """\
From: The Harbour Master
To: All who travel
Subject: The ferry in May
The first boat leaves at six from Monday. The last one waits for the train, as it always did.
"""
SUBJECT = """\
Subject: a film that nobody finished

The director said on Tuesday that the film, called "Subject:", would be shown without its last reel.
It had been found in a cellar near the harbour.
"""
QUOTES_CODE = """\
# 孩子们的第一行代码

北山小学的机房里，三十个孩子敲下了同一行字：

```python
print("你好，渡口")
for i in range(3):
    print(i)
```

老师陆青说，看见屏幕上出现自己写的字，孩子们都鼓起掌来。

## 从一行开始

这门课每周两节，用的是旧电脑，学期末要让一艘小船在屏幕上过河。`print` 是他们学会的第一个词。
"""
CODE_COLUMN = """\
编程角：数一数今天有几班船

　　本栏上期讲了列表，这一期我们来数船。把每班船的钟点写成一行，存进文件，程序一行一行地读，遇到空行就停下来。读完以后，屏幕上会出现班数。

boats = 0
for line in open("boats.txt"):
    if line.strip():
        boats += 1
print(boats)

　　六行就够了。读者可以试着改一改，让它只数八点以前的船。答案下期登出，欢迎把你的写法寄给编辑部。
"""
PRICES = """\
农贸市场今日菜价

品种\t批发价\t零售价
大白菜\t0.80\t1.20
土豆\t1.10\t1.60
鲫鱼\t7.50\t9.80

数据由市商务局提供，比昨天略有下降。
"""
PRICES_PAGE = """<html><head><title>菜价</title></head><body><h1>农贸市场今日菜价</h1>
<p>　　本报讯 昨天上午，记者在北山市场看到，多数蔬菜的价格比上周低。</p>
<table><tr><td>大白菜</td><td>￥0.80</td></tr><tr><td>土豆</td><td>￥1.10</td></tr></table>
<p>　　市场负责人说，水退以后，河对岸的菜运得过来了。</p></body></html>"""
BRIEFS = """\
简讯

▲北山渡口昨日恢复通航。
▲春茶今起上市，每斤八十元。
▲市图书馆延长开放到晚上九点。
▲三路公交车五月十五日起改道。
"""
LISTED_BRIEFS = """\
- 08:00 北山渡口恢复通航
- 09:30 春茶上市
- 14:00 三路公交车改道
- 16:00 图书馆闭馆
- 18:00 末班船

以上由本报记者何田、陆青整理。
"""
POEMS = """\
渡口

水退了;
船还没有来;
等船的人,
坐在石阶上;
把一封信,
读了三遍;

——何田
"""
ENGLISH_POEM = """\
The Ferry

The water falls; the boats are late;
An old man with a dog, who waits;
He counts the steps (there were but eight);
And reads the letter; and he waits.
"""
TINY = "渡口明天开船\n水退了。\n"
TINY_ENGLISH = "Ferry starts tomorrow\nThe water is down.\n"
TIMELINE = """\
洪峰过境二十四小时

2026-05-11 08:00 北山站水位超过警戒线。
2026-05-11 14:30 渡口停航。
2026-05-12 02:15 洪峰通过，最高水位二十七米。
2026-05-12 08:00 水位回落，船工开始清理码头。
"""
INTERVIEW = """\
“船比桥慢，可是船等人”

记者: 您在渡口多少年了？
船工: 四十年。那时候还没有桥。
记者: 桥通了以后，还有人坐船吗？
船工: 有。赶集的、看亲戚的，还有来拍照的。
"""
FIGURES = """\
一季度过江人数

今年一季度,北山渡口送客43,112人次,南渡送客18,004人次,比去年同期多2,310人次。
其中一月13,204人次,二月15,877人次,三月14,031人次,节日最多。
船工说,桥通以后,人反而多了,多半是来看水的,也有来看船的。
"""
UPPERCASE = """\
FERRY STARTS AGAIN AFTER FLOOD

By Lin Lan
MILLBROOK, May 12 — The ferry started again on Tuesday, two days after the flood. "We waited; now we go," said its master.
"It is slow (as ever); but it is ours," he added.
"""
ABOUT_SHOPPING = """<html><head><title>雨衣网上卖断货</title></head><body><h1>雨衣网上卖断货</h1>
<div>2026-05-12 来源：江滨晚报 作者：何田</div>
<p>昨天，一款售价￥59的雨衣在网上卖断了货。“点‘加入购物车’的时候还有，付款时就没了。”市民陆青说。</p>
<p>店家说，厂里的工人因为大水还没有返岗，新货要等一周。</p></body></html>"""
WITH_COMMENTS = """<html><head><title>Ferry starts again - The Millbrook Herald</title>
<meta name="generator" content="WordPress 6.5">
<meta property="og:type" content="article"><link rel=alternate type=application/rss+xml href=/feed></head><body>
<a href=/>Home</a> <a href=/local>Local</a><h1>Ferry starts again after flood</h1>
<p>By Lin Lan, May 12, 2026</p>
<p>The ferry started again on Tuesday, two days after the flood. Its master said that he had never waited so long.</p>
<p>More than two hundred people were at the landing in the morning, most of them with baskets.</p>
<a rel=tag href=/tag/ferry>ferry</a>
<h3>Comments</h3><div>lin, 2 hours ago: good news <a>Reply</a></div><form><textarea></textarea></form></body>
</html>"""
UNKNOWN_SITE = """<!DOCTYPE html><html><head><title>渡口明天开船</title></head><body><div class=top>
<a href=/>首页</a> <a href=/bz>本埠</a></div>
<div class=main><h1>渡口明天开船</h1><div class=meta>2026-05-12 08:01</div>
<p>昨天上午，北山渡口的水退到了警戒线以下，船工们开始清理码头。</p><p>“再等一天就能开船。”船工说。</p></div>
<div class=side><h3>友情链接</h3><a href=/a>热线</a></div></body></html>"""
WITH_EDITORS_BUTTONS = """<html><body><h1>百科全书怎么编</h1>
<p>“编辑”这个词，在百科全书里是一个按钮：每一节的标题后面都写着[编辑]，谁都可以按下去。</p>
<p>市图书馆的何田按过三千多次，写下了家乡所有的渡口。</p></body></html>"""
WITH_PRE = """<html><body><h1>孩子们的第一行代码</h1><p>北山小学的机房里，三十个孩子敲下了同一行字。</p><pre>
<code>print("你好")</code></pre>
<p>老师说，看见屏幕上出现自己写的字，孩子们都鼓起掌来。</p></body></html>"""
WITH_SEARCH_FIELD = """<html><body><form><input name=q></form><h1>渡口明天开船</h1>
<p>　　本报讯（记者 何田）昨天上午，北山渡口的水退到了警戒线以下。</p></body></html>"""
XHTML = """<?xml version="1.0" encoding="utf-8"?><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "x.dtd">
<html xmlns="http://www.w3.org/1999/xhtml"><body><h1>渡口明天开船</h1><p>昨天上午，渡口的水退了。</p></body>
</html>"""
FIELDS = """\
标题：渡口明天开船
作者：何田
日期：2026-05-12
来源：江滨日报

昨天上午，北山渡口的水退到了警戒线以下，船工们开始清理码头。
"""
NUMBERED = """\
渡口十问

1. 什么时候开船？
明天早上六点，水再退一尺就开。
2. 票价多少？
大人两元，小孩一元。
3. 能带自行车吗？
能，加一元。
"""
HASHED = """\
#渡口#的人

# 船工
四十年里，他只有三天没有上船。
# 茶客
她每天坐第一班，回来时带一筐茶。
"""

RESULTS = """\
Rowing: all results

Millbrook: 3
Harbour Town: 1
Northfield: 2
Ferry Lane: 0
"""
ROLLING = """\
2026-05-12 08:00:12 北山渡口恢复通航
2026-05-12 08:41:03 春茶今起上市
2026-05-12 09:15:47 CCTV 记者到达渡口
"""
DIALOGUE = """\
'We waited', said the master.
'You waited', said his wife, 'and the tea went cold.'
'My tea', he said, 'is always cold.'
'Then drink it', she said.
"""

LIKE_OTHERS = {
    "about rss": (ABOUT_RSS, "RSS 二十年：订阅还有人用吗"),
    "letters": (LETTERS, "Letters to the Editor"),
    "letter alone": (LETTER_ALONE, "From: The Harbour Master"),
    "subject": (SUBJECT, "Subject: a film that nobody finished"),
    "quotes code": (QUOTES_CODE, "孩子们的第一行代码"),
    "column about code": (CODE_COLUMN, "编程角：数一数今天有几班船"),
    "prices": (PRICES, "农贸市场今日菜价"),
    "page of prices": (PRICES_PAGE, "农贸市场今日菜价"),
    "briefs": (BRIEFS, "简讯"),
    "briefs in a list": (LISTED_BRIEFS, "- 08:00 北山渡口恢复通航"),
    "poem": (POEMS, "渡口"),
    "english poem": (ENGLISH_POEM, "The Ferry"),
    "tiny": (TINY, "渡口明天开船"),
    "tiny english": (TINY_ENGLISH, "Ferry starts tomorrow"),
    "timeline": (TIMELINE, "洪峰过境二十四小时"),
    "interview": (INTERVIEW, "“船比桥慢，可是船等人”"),
    "figures": (FIGURES, "一季度过江人数"),
    "capitals": (UPPERCASE, "FERRY STARTS AGAIN AFTER FLOOD"),
    "about shopping": (ABOUT_SHOPPING, "雨衣网上卖断货"),
    "with comments": (WITH_COMMENTS, "Ferry starts again after flood"),
    "unknown site": (UNKNOWN_SITE, "渡口明天开船"),
    "with buttons": (WITH_EDITORS_BUTTONS, "百科全书怎么编"),
    "with pre": (WITH_PRE, "孩子们的第一行代码"),
    "with a search field": (WITH_SEARCH_FIELD, "渡口明天开船"),
    "xhtml": (XHTML, "渡口明天开船"),
    "fields": (FIELDS, "渡口明天开船"),
    "questions": (NUMBERED, "渡口十问"),
    "results": (RESULTS, "Rowing: all results"),
    "rolling news": (ROLLING, "2026-05-12 08:41:03 春茶今起上市"),
    "dialogue": (DIALOGUE, "(无标题)"),
    "hashes": (HASHED, "#渡口#的人"),
}
