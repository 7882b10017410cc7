"""The text of one page of the invented 江滨日报 in the many forms that browsers and crawlers give it.

A `Form` describes the page, part by part; a `Variant` changes one habit of it, and says which facts then hold.
`python -m tests.parsing.variants [NAME]` shows one of them, or their names.
"""

import re
import sys
from collections.abc import Callable
from dataclasses import dataclass, fields, replace
from datetime import date

from reader.edition.model import BlockKind, Page
from reader.parsing.headlines import NAMELESS

Lines = tuple[str, ...]

DAY = date(2024, 3, 2)
FIRST, SECOND, THIRD = "夜班船首航 码头亮灯", "北山春茶开采", "封航公告"
HEADLINES = (FIRST, SECOND, THIRD)
OPENING, CLOSING = "北山的茶芽今年来得早", "三家茶厂已经全部开工"
STORY = (
    "北山的茶芽今年来得早，比往年早了八天，头茬三日就要采完。",
    "天不亮上山",
    "采茶人四点出门，背着竹篓，打着手电，沿着石阶往上走。“露水没干的芽最嫩。”带头的陆青说。",
    "今年开采的茶园有三百二十亩，鲜叶每斤比去年贵六元，镇上的三家茶厂已经全部开工。",
)
BODY = ("(上接1版)", *STORY)
INDEX = ("第001版:头版", "第002版:综 合", "第003版:副刊")
ROWS = ("001 头版", "002 综 合", "003 副刊")
ORDER = (
    "top",
    "areas",
    "caption",
    "arrows",
    "headlines",
    "below_list",
    "masthead",
    "imprint",
    "steps",
    "day",
    "below_day",
    "titles",
    "below_titles",
    "body",
    "behind_body",
    "steps_below",
    "foot",
    "bottom",
)
"""The parts of a page as the reference page has them, one below the other."""
SPACED = {"titles", "body", "behind_body"}
"""Parts with an empty line above them."""
TOLD = {"areas", "headlines", "titles", "body"}
"""Parts that tell stories; all others are small print."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """A page, described: what each part of its text says. An empty part is not written."""

    paper: str = "江滨日报"
    sister: str = "江滨晚报"
    publisher: str = "江滨日报社"
    top: Lines = ()
    areas: str = "夜班船首航 码头亮灯北山春茶开采封航公告"
    """The tooltips of the facsimile, run together."""
    caption: str = "第002版:综 合"
    arrows: str = "上一版 下一版\N{NO-BREAK SPACE}"
    headlines: Lines = HEADLINES
    below_list: Lines = ()
    masthead: str = "{paper} | {sister}"
    imprint: str = "{publisher}主办"
    steps: str = "3上一篇  下一篇4"
    day: str = "2024 年 03 月 02 日 星期 放大 缩小 默认"
    below_day: Lines = ()
    titles: Lines = (SECOND,)
    below_titles: Lines = ()
    body: Lines = BODY
    behind_body: Lines = ()
    steps_below: str = "3上一篇  下一篇"
    foot: Lines = ("{paper}版权所有 未经书面授权 不得复制", "地址:江滨路1号 邮编:000000")
    bottom: Lines = ()
    order: Lines = ORDER

    def lines(self, part: str) -> Lines:
        """What a part says."""
        said: str | Lines = getattr(self, part)
        names = {"paper": self.paper, "sister": self.sister, "publisher": self.publisher}
        every = (said,) if isinstance(said, str) else said
        return tuple(line.format(**names) for line in every if line)

    @property
    def small_print(self) -> set[str]:
        """The words of the page that belong to no story, those with two Chinese characters at least."""
        lines = [line for part in self.order if part not in TOLD for line in self.lines(part)]
        words = {word for line in lines for word in re.findall(r"[\u4e00-\u9fff]{2,}", line)}
        told = "".join(line for part in TOLD for line in self.lines(part))
        return {word for word in words if word not in told}


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What a reader of the page knows; "", () and None are facts that it does not say."""

    paper: str = "江滨日报"
    sisters: Lines = ("江滨晚报",)
    publisher: str = "江滨日报社"
    issued: date | None = DAY
    number: str = "002"
    name: str = "综 合"
    index: Lines = ()
    """Number and name of each page of the day."""
    headlines: Lines = HEADLINES
    kicker: str = ""
    headline: str = SECOND
    deck: str = ""
    byline: str = ""
    opening: str = OPENING
    """The first ten characters of the first paragraph, without its full stop."""
    closing: str = CLOSING
    """The last ten of the last one."""
    paragraphs: int = 4
    """With subheads and signatures, without jump lines."""
    jumps: Lines = ("from 1",)


@dataclass(frozen=True, slots=True)
class Variant:
    """A form of the page, the facts that hold in it, how it is written, and facts that nobody could tell from it."""

    form: Form = Form()
    facts: Facts = Facts()
    write: Callable[[Form], str] | None = None
    untold: Lines = ()

    @property
    def text(self) -> str:
        """The text of the page."""
        return (self.write or plain)(self.form)


def facts_in(page: Page) -> Facts:
    """The facts that the program found."""
    story = page.contents[page.opens_at].article if page.opens_at is not None else None
    blocks = [block for block in story.blocks if block.kind is not BlockKind.JUMP] if story else []
    jumps = [jump for jump in (story.jump_from, story.jump_to) if jump] if story else []
    return Facts(
        paper=page.paper,
        sisters=tuple(sister.name for sister in page.sister_papers),
        publisher=page.publisher,
        issued=page.issued,
        number=page.number,
        name=page.name,
        index=tuple(f"{row.number} {row.name}" for row in page.page_index),
        headlines=tuple(entry.headline for entry in page.contents if entry.headline != NAMELESS),
        kicker=story.kicker if story else "",
        headline=story.headline.replace(NAMELESS, "") if story else "",
        deck=story.deck if story else "",
        byline=story.byline if story else "",
        opening=blocks[0].text.rstrip("。")[:10] if blocks else "",
        closing=blocks[-1].text.rstrip("。")[-10:] if blocks else "",
        paragraphs=len(blocks),
        jumps=tuple(f"{jump.direction} {jump.page}" for jump in jumps),
    )


def differences(variant: Variant, page: Page) -> list[str]:
    """The facts of a variant that were not found as they are, each with what came instead."""
    found = facts_in(page)
    return [
        f"{field.name}: expected {expected!r}, came {came!r}"
        for field in fields(Facts)
        if field.name not in variant.untold
        and (expected := getattr(variant.facts, field.name)) != (came := getattr(found, field.name))
    ]


# How a form is written.


def plain(form: Form) -> str:
    """As a browser copies it: each part on lines of its own, paragraphs indented and spaced."""
    written: list[str] = []
    for part in form.order:
        lines = form.lines(part)
        written += [""] if lines and part in SPACED else []
        written += [f"  {line}\n" if part == "body" else line for line in lines]
    return "\n".join(written) + "\n"


def replaced(old: str, new: str) -> Callable[[Form], str]:
    """As a browser copies it, with one string in place of another."""

    def write(form: Form) -> str:
        text = plain(form)
        assert old in text, f"{old!r} is not in the text"
        return text.replace(old, new)

    return write


def dense(form: Form) -> str:
    """Without empty lines and without indents."""
    return "\n".join(line.strip() for line in plain(form).splitlines() if line.strip())


def sparse(form: Form) -> str:
    """With an empty line after each line."""
    return plain(form).replace("\n", "\n\n")


def in_one_line(form: Form) -> str:
    """All lines joined by a blank."""
    return " ".join(plain(form).split())


def in_one_line_indented(form: Form) -> str:
    """All lines joined by a blank, where paragraphs keep their indent."""
    lines = plain(replace(form, body=tuple("　　" + line for line in form.body))).splitlines()
    return " ".join(line.strip(" ") for line in lines if line.strip())


def body_in_one_line(form: Form) -> str:
    """The paragraphs one behind the other, each with its indent."""
    return plain(replace(form, body=("".join("　　" + line for line in form.body),)))


def wrapped(form: Form) -> str:
    """As a terminal browser prints it: a paragraph is broken after so many columns, its first line indented."""
    body = "\n".join(re.sub(r"(.{20}[，。”]*)(?=[^，。”])", r"\1\n", "　　" + line) for line in form.body)
    return plain(replace(form, body=("#",))).replace("  #\n", body + "\n")


def linked(form: Form) -> str:
    """With the numbers that a terminal browser puts before links, and its list of them at the end."""
    text = plain(replace(form, headlines=tuple(f"[{i}]{line}" for i, line in enumerate(form.headlines, 5))))
    rows = "\n".join(f"   {i}. https://epaper.example/jbrb/content_{i + 6}.htm" for i in range(5, 8))
    return f"{text}\nReferences\n\n   Visible links\n{rows}\n"


def markdown(form: Form) -> str:
    """As Markdown, with headings, a list of links, links to other pages, bold subheads, a picture."""
    links = tuple(f"* [{line}](content_{i}.htm)" for i, line in enumerate(form.headlines, 11))
    body = tuple(f"**{line}**" if line == "天不亮上山" else line for line in form.body)
    text = dense(
        replace(
            form,
            top=("![版面图](../images/JB02_b.jpg)", *form.top),
            caption="## " + form.caption,
            arrows="[上一版](node_1.htm) [下一版](node_3.htm)",
            headlines=links,
            masthead="{paper} | [{sister}](http://other.example/wb/)",
            titles=tuple("# " + line for line in form.titles),
            body=body,
            steps="[上一篇](content_11.htm) [下一篇](content_13.htm)",
            steps_below="[上一篇](content_11.htm) [下一篇](content_13.htm)",
        )
    )
    return text.replace("\n", "\n\n")


def tabled(form: Form) -> str:
    """As Markdown makes of a page of tables: strokes around each line of the head."""
    head, body = plain(replace(form, body=("#",))).split("  #\n")
    first, *rows = [f"| {line} |" for line in head.splitlines() if line]
    return "\n".join([first, "| --- |", *rows, "", "\n\n".join(form.body), "", body])


def quoted(form: Form) -> str:
    """As a mail quotes it."""
    return "\n".join("> " + line for line in plain(form).splitlines())


# Short ways to name what most variants change.

ALONE = replace(
    Form(),
    areas="",
    caption="",
    arrows="",
    headlines=(),
    masthead="",
    imprint="",
    steps="",
    day="",
    steps_below="",
    foot=(),
)
"""Headline and text, and nothing else."""
NOTHING = Facts(
    paper="",
    sisters=(),
    publisher="",
    issued=None,
    number="",
    name="",
    headlines=(SECOND,),
)
"""The facts of it."""
LAYOUT = Facts(headline="", opening="", closing="", paragraphs=0, jumps=())
"""The facts of a page without an article."""
UNLISTED = Facts(headlines=(SECOND,))
"""Those of a page without a list of headlines."""


def _masthead(masthead: str) -> Variant:
    return Variant(Form(masthead=masthead))


def _no_sister(masthead: str) -> Variant:
    return Variant(Form(masthead=masthead), Facts(sisters=()))


def _caption(caption: str, number: str, name: str = "") -> Variant:
    return Variant(Form(caption=caption), Facts(number=number, name=name))


def _day(day: str) -> Variant:
    return Variant(Form(day=day))


def _body(*body: str, paragraphs: int = 4, jumps: Lines = (), byline: str = "") -> Variant:
    return Variant(Form(body=body), Facts(paragraphs=paragraphs, jumps=jumps, byline=byline))


MASTHEADS = {
    "reference": Variant(),
    "no-sister": _no_sister("{paper}"),
    "name-in-brackets": _no_sister("《{paper}》"),
    "name-with-kind": _no_sister("{paper}数字报"),
    "name-of-the-window": Variant(
        Form(top=("{paper}-数字报",), masthead="", imprint=""), Facts(sisters=(), publisher="")
    ),
    "wide-stroke": _masthead("{paper}｜{sister}"),
    "strokes-around": _masthead("| {paper} | {sister} |"),
    "names-in-brackets": _masthead("《{paper}》 | 《{sister}》"),
    "english-sister": Variant(
        Form(masthead="{paper} | {sister} | The Riverside Times"),
        Facts(sisters=("江滨晚报", "The Riverside Times")),
    ),
    "menu-row": _masthead("返回主页 | {paper} | 版面导航 | {sister}"),
    "menu-row-without-sister": _no_sister("首页 | {paper} | 版面导航 | 往期回顾"),
    "publisher-labelled": Variant(Form(imprint="主办单位：{publisher}")),
    "publisher-is-a-group": Variant(Form(publisher="江滨日报报业集团"), Facts(publisher="江滨日报报业集团")),
    "no-publisher": Variant(Form(imprint=""), Facts(publisher="")),
    "paper-in-statement-only": Variant(
        Form(masthead="", imprint="", foot=("版权所有：{paper} 未经许可不得转载",)),
        Facts(sisters=(), publisher=""),
    ),
    "no-paper": Variant(Form(masthead="", imprint="", foot=()), Facts(paper="", sisters=(), publisher="")),
    "paper-that-is-no-报": Variant(
        Form(paper="江滨参考", publisher="江滨参考编辑部"),
        Facts(paper="江滨参考", publisher="江滨参考编辑部"),
    ),
    "weekly": Variant(
        Form(paper="江滨周刊", publisher="江滨周刊社"), Facts(paper="江滨周刊", publisher="江滨周刊社")
    ),
    "edition-for-a-place": Variant(Form(paper="江滨日报海外版"), Facts(paper="江滨日报海外版")),
    "source-is-another-paper": Variant(Form(below_day=("来源：北山青年报",))),
    "headline-in-简报": Variant(
        Form(headlines=(FIRST, SECOND, "政务简报"), areas="", masthead="", imprint=""),
        Facts(headlines=(FIRST, SECOND, "政务简报"), sisters=(), publisher=""),
    ),
}

CAPTIONS = {
    "caption-letter": _caption("A02:要闻", "A02", "要闻"),
    "caption-letter-wide": _caption("A02：要闻", "A02", "要闻"),
    "caption-five-digits": _caption("00002版:要闻", "00002", "要闻"),
    "caption-two-digits": _caption("02版：要闻", "02", "要闻"),
    "caption-parted-by-blank": _caption("02版 要闻", "02", "要闻"),
    "caption-without-name": _caption("第02版", "02"),
    "caption-current": _caption("当前版: A2版", "A2"),
    "caption-current-wide": _caption("当前版：04版", "04"),
    "caption-doubled": _caption("第第03版版：社会新闻", "03", "社会新闻"),
    "caption-labelled": _caption("版次：A02", "A02"),
    "caption-labelled-with-name": _caption("版次：02 版名：要闻", "02", "要闻"),
    "caption-in-words": _caption("第二版", "二"),
    "caption-in-words-with-name": _caption("第二版：要闻", "二", "要闻"),
    "caption-letter-framed": _caption("第A02版：要闻", "A02", "要闻"),
    "caption-with-issue": _caption("2:要闻总第107期", "2", "要闻"),
    "caption-with-arrows": _caption("第02版：综合 3上一版 下一版4", "02", "综合"),
    "caption-with-pdf": _caption("第02版：综合 PDF版", "02", "综合"),
    "caption-of-place": _caption("当前位置：江滨日报 第2024-03-02期 第02版：社会新闻", "02", "社会新闻"),
    "caption-twice": Variant(Form(top=("第002版:综 合",))),
    "caption-below-list": Variant(Form(caption="", below_list=("第002版:综 合",))),
    "caption-behind-text": Variant(Form(caption="", bottom=("第002版:综 合",))),
    "no-caption": Variant(Form(caption=""), Facts(number="", name="")),
}

DAYS = {
    "day-iso": _day("2024-03-02"),
    "day-iso-weekday": _day("2024-03-02 星期六"),
    "day-dots": _day("2024.03.02"),
    "day-slashes": _day("2024/3/2"),
    "day-first": _day("02/03/2024"),
    "day-short": _day("2024年3月2日"),
    "day-weekday-bracketed": _day("2024年3月2日（星期六）"),
    "day-behind-weekday": _day("星期六 2024年3月2日"),
    "day-lunar": _day("2024年3月2日 星期六 农历甲辰年正月廿二"),
    "day-lunar-bare": _day("2024年3月2日 星期六 正月廿二"),
    "day-lunar-below": Variant(Form(below_day=("甲辰年正月廿二",))),
    "day-in-words": _day("二〇二四年三月二日 星期六"),
    "day-wide-digits": _day("２０２４年３月２日 星期六"),
    "day-two-lines": _day("2024年03月02日\n星期六"),
    "day-with-issue": _day("2024年03月02日 星期六 第8012期"),
    "day-with-hour": _day("2024-03-02 06:12:00"),
    "day-with-paper": _day("江滨日报 2024年03月02日 星期六"),
    "day-labelled": _day("发布日期：2024-03-02"),
    "day-label-without-day": Variant(Form(day="发布日期："), Facts(issued=None)),
    "day-below-titles": Variant(Form(day="", below_titles=("2024-03-02 来源：江滨日报",))),
    "day-behind-text": Variant(Form(day="", bottom=("2024年03月02日 星期六",))),
    "paper-day-and-page": Variant(
        Form(caption="", day="《 {paper} 》( 2024年03月02日 02 版)"), Facts(number="02", name="")
    ),
    "no-day": Variant(Form(day=""), Facts(issued=None)),
    "day-of-a-story": Variant(
        Form(day="", body=("2019年5月1日，北山的第一家茶厂开工。", *STORY)),
        Facts(issued=None, opening="2019年5月1日，", paragraphs=5, jumps=()),
    ),
}

LISTS = {
    "list-numbered": Variant(Form(headlines=tuple(f"{i}. {line}" for i, line in enumerate(HEADLINES, 1)))),
    "list-numbered-、": Variant(Form(headlines=tuple(f"{i}、{line}" for i, line in enumerate(HEADLINES, 1)))),
    "list-numbered-in-brackets": Variant(
        Form(headlines=tuple(f"({i}) {line}" for i, line in enumerate(HEADLINES, 1)))
    ),
    "list-dotted": Variant(Form(headlines=tuple("·" + line for line in HEADLINES))),
    "list-boxed": Variant(Form(headlines=tuple("■ " + line for line in HEADLINES))),
    "list-dashed": Variant(Form(headlines=tuple("- " + line for line in HEADLINES))),
    "list-headed": Variant(Form(arrows="本版列表新闻")),
    "list-headed-标题导航": Variant(Form(arrows="标题导航")),
    "list-of-two": Variant(Form(areas="", headlines=(FIRST, SECOND)), Facts(headlines=(FIRST, SECOND))),
    "list-twice": Variant(Form(bottom=HEADLINES)),
    "list-with-editors": Variant(Form(below_list=("本版责编：何田",))),
    "list-without-areas": Variant(Form(areas="")),
    "list-lacks-the-article": Variant(
        Form(areas="", headlines=(FIRST, THIRD)), Facts(headlines=(FIRST, THIRD, SECOND))
    ),
    "list-behind-text": Variant(
        Form(areas="", order=(*(each for each in ORDER if each != "headlines"), "headlines"))
    ),
    "no-list": Variant(Form(areas="", headlines=()), UNLISTED),
    "no-list-no-arrows": Variant(Form(areas="", headlines=(), arrows="", steps="", steps_below=""), UNLISTED),
    "neighbours-by-name": Variant(
        Form(steps="", steps_below="上一篇：夜班船首航 码头亮灯\n下一篇：封航公告")
    ),
    "index-above": Variant(Form(top=INDEX), Facts(index=ROWS)),
    "index-above-masthead": Variant(Form(below_list=("版面导航", *INDEX)), Facts(index=ROWS)),
    "index-behind-text": Variant(Form(bottom=("版面导航", *INDEX)), Facts(index=ROWS)),
    "related-stories": Variant(Form(bottom=("相关新闻", "南山柑橘上市", "渡口新添候船亭"))),
}

TITLES = {
    "headline-twice": Variant(Form(titles=(SECOND, SECOND))),
    "headline-on-two-lines": Variant(
        Form(titles=("夜班船首航", "码头亮灯")), Facts(headline="夜班船首航 码头亮灯")
    ),
    "kicker-and-deck": Variant(
        Form(titles=("谷雨前后", SECOND, "——头茬三日采完")), Facts(kicker="谷雨前后", deck="——头茬三日采完")
    ),
    "deck-without-dash": Variant(
        Form(titles=(SECOND, "头茬三日采完", "本报记者 何田")),
        Facts(deck="头茬三日采完", byline="本报记者 何田"),
    ),
    "byline": Variant(Form(titles=(SECOND, "本报记者 何田")), Facts(byline="本报记者 何田")),
    "byline-boxed": Variant(Form(titles=(SECOND, "□ 何田")), Facts(byline="□ 何田")),
    "byline-boxed-tight": Variant(Form(titles=(SECOND, "□何田")), Facts(byline="□何田")),
    "byline-boxed-with-office": Variant(
        Form(titles=(SECOND, "□ 本报记者 何田 通讯员 陆青")), Facts(byline="□ 本报记者 何田 通讯员 陆青")
    ),
    "byline-dotted": Variant(Form(titles=(SECOND, "●本报记者 何田")), Facts(byline="●本报记者 何田")),
    "byline-labelled": Variant(Form(below_titles=("作者：何田",)), untold=("byline",)),
    "byline-in-body": Variant(Form(body=("本报记者 何田", *STORY)), Facts(byline="本报记者 何田", jumps=())),
    "share-row": Variant(Form(below_day=("分享到：微信 微博 QQ空间",))),
    "tools-below-titles": Variant(Form(below_titles=("放大 缩小 默认 全文复制",))),
    "no-headline": Variant(Form(titles=()), Facts(headline="")),
    "no-headline-no-list": Variant(Form(titles=(), areas="", headlines=()), Facts(headline="", headlines=())),
}

BODIES = {
    "no-jump": _body(*STORY),
    "jump-to": _body(*STORY, "▶▶下转3版", jumps=("to 3",)),
    "jump-to-in-brackets": _body(*STORY, "（下转第三版）", jumps=("to 3",)),
    "jump-to-in-a-paragraph": _body(*STORY[:-1], STORY[-1] + "（下转A3版）", jumps=("to A3",)),
    "jump-from-arrow": _body("▲(上接第1版)", *STORY, jumps=("from 1",)),
    "jump-from-in-a-paragraph": _body("（上接第1版）" + STORY[0], *STORY[1:], jumps=("from 1",)),
    "jump-both": _body("(上接1版)", *STORY, "▶下转3版", jumps=("from 1", "to 3")),
    "jump-traditional": _body(*STORY, "（下轉第3版）", jumps=("to 3",)),
    "dateline": Variant(
        Form(body=("本报讯（通讯员 陆青）" + STORY[0], *STORY[1:])),
        Facts(opening="本报讯（通讯员 陆青", jumps=()),
    ),
    "signed": Variant(
        Form(body=(*STORY, "（本报记者 何田）")),
        Facts(closing="（本报记者 何田）", paragraphs=5, jumps=()),
    ),
    "credits-at-the-end": Variant(
        Form(body=(*STORY, "文/何田 图/陆青")), Facts(closing="文/何田 图/陆青", paragraphs=5, jumps=())
    ),
    "caption-before-text": Variant(
        Form(body=("茶农在北山采茶。 陆青 摄", *STORY)),
        Facts(opening="茶农在北山采茶。 陆", paragraphs=5, jumps=()),
    ),
    "captions-before-text": Variant(
        Form(body=("图①：茶农在北山采茶。", "图②：茶厂开工。（陆青 摄）", *STORY)),
        Facts(opening="图①：茶农在北山采茶", paragraphs=6, jumps=()),
    ),
    "notice": Variant(
        Form(
            titles=(THIRD,),
            body=("今日八时起，江滨轮渡封航，开航时间另行通知。", "江滨港务处", "2024年3月1日"),
        ),
        Facts(headline=THIRD, opening="今日八时起，江滨轮渡", closing="2024年3月1日", paragraphs=3, jumps=()),
    ),
    "one-paragraph": Variant(
        Form(body=STORY[:1]), Facts(closing="天，头茬三日就要采完", paragraphs=1, jumps=())
    ),
    "ends-with-完": Variant(Form(body=(*STORY, "（完）")), Facts(closing="（完）", paragraphs=5, jumps=())),
}

SMALL_PRINT = {
    "shadows": Variant(Form(top=("阴影", "阴影", "阴影"), bottom=("阴影",))),
    "shadows-around-the-text": Variant(Form(below_day=("阴影",), behind_body=("阴影",))),
    "spread-of-two-pages": Variant(Form(top=("通版阅读请点击：", "展开通版", "收缩通版"))),
    "turn-in-one": Variant(Form(arrows="上一版3 4下一版")),
    "turn-as-letters": Variant(Form(arrows="上\n一\n版\n下\n一\n版")),
    "print-button": Variant(Form(below_day=("【打印】",))),
    "print-and-close": Variant(Form(behind_body=("【打印】 【关闭】",))),
    "copy-button": Variant(Form(below_day=("全文复制",))),
    "pdf-button": Variant(Form(arrows="上一版 下一版 PDF版阅读")),
    "browser-warning": Variant(Form(top=("您的浏览器版本过低，为了更好的阅读体验，请升级浏览器后再访问。",))),
    "browser-warning-behind": Variant(Form(bottom=("日历不能显示时，请换一个浏览器，再打开本页面。",))),
    "qr-words": Variant(Form(bottom=("扫一扫，关注江滨日报微信公众号", "扫描二维码下载客户端"))),
    "qr-words-above": Variant(Form(top=("扫描二维码，随时看报纸。",))),
    "site-menu-above": Variant(
        Form(top=("首页 | 新闻 | 评论 | 数字报", "登录 | 注册 | 设为首页 | 加入收藏"))
    ),
    "site-menu-below": Variant(Form(bottom=("网站地图 | 联系我们 | 关于我们",))),
    "site-menu-of-dashes": Variant(Form(bottom=("网站地图 - 联系我们 - 关于我们",))),
    "way-to-the-page": Variant(Form(top=("当前位置：首页 > 数字报 > 正文",))),
    "today": Variant(Form(top=("今天是：2031年1月4日 星期六",))),
    "hits": Variant(Form(bottom=("点击数：1234", "我要评论"))),
    "editor-in-brackets": Variant(Form(bottom=("（责任编辑：陆青）",))),
    "skip-link": Variant(Form(top=("跳到主要内容",))),
    "app-names": Variant(Form(bottom=("江滨云APP", "看江滨客户端"))),
    "app-names-above": Variant(Form(top=("客户端下载：", "看江滨", "江滨云"))),
    "past-issues": Variant(Form(bottom=("往期回顾", "第2024-03-01期", "第2024-02-29期", "第2024-02-28期"))),
    "past-issues-above": Variant(Form(top=("2024-03-01,11127| 2024-02-29,11119| 2024-02-28,11108|",))),
    "past-issues-as-days": Variant(Form(bottom=("往期回顾", "2024-03-01", "2024-02-29", "2024-02-28"))),
    "calendar": Variant(Form(top=("2024年3月", "日 一 二 三 四 五 六", "1 2", "3 4 5 6 7 8 9"))),
    "statement-before": Variant(Form(top=("{paper}版权所有 未经书面授权 不得复制",), foot=())),
    "statement-long": Variant(
        Form(
            bottom=(
                "版权声明：本网站刊登的江滨日报各类新闻、图片和专题资料，版权均属江滨日报社所有，"
                "未经书面授权，任何单位和个人不得转载、摘编。",
            )
        )
    ),
    "statement-before-text": Variant(
        Form(below_day=("版权声明：本站内容版权均属江滨日报社所有，未经授权不得转载。",))
    ),
    "statement-in-paragraphs": Variant(
        Form(
            bottom=(
                "免责声明",
                "一、本站刊登的文章由江滨日报社提供，未经授权不得转载。",
                "二、读者使用本站，即视为同意本声明。",
                "三、本站对因网络故障造成的损失不负责任。",
            )
        )
    ),
    "registration": Variant(Form(bottom=("江ICP备00000000号 江公网安备00000000000000号",))),
    "editors-rows": Variant(Form(behind_body=("责任编辑：陆青", "版式：何田 校对：陆青"))),
    "editors-row-above": Variant(Form(below_list=("本版编辑：何田 美编：陆青",))),
    "search-row": Variant(Form(top=("首页 | 登录 | 注册 | 高级检索", "请输入关键字"))),
    "counter": Variant(Form(below_titles=("阅读次数：128",))),
    "comments": Variant(Form(bottom=("已有0位网友为此新闻打分", "评论", "暂无评论"))),
    "back-to-top": Variant(Form(bottom=("返回顶部",))),
    "address-above": Variant(Form(top=("https://epaper.example/jbrb/html/2024-03/02/content_12.htm",))),
    "property-line": Variant(
        Form(bottom=("2024-03-02 2 2 江滨日报 content_12.html 1 北山春茶开采 /enpproperty-->",))
    ),
    "property-line-run-together": Variant(
        Form(
            bottom=(
                "江滨日报 综 合 00002 北山春茶开采 2024-03-02 nw.D110000jbrb_20240302_2-02 2 "
                "2024年03月02日 星期六",
            )
        )
    ),
    "property-line-alone": Variant(
        replace(
            ALONE,
            bottom=("2024-03-02 2 2 江滨日报 content_12.html 1 北山春茶开采 /enpproperty-->",),
        ),
        replace(NOTHING, paper="江滨日报", issued=DAY),
        untold=("number",),
    ),
    "property-line-run-together-alone": Variant(
        replace(
            ALONE,
            bottom=(
                "江滨日报 要闻 00002 北山春茶开采 2024-03-02 nw.D110000jbrb_20240302_2-02 2 "
                "2024年03月02日 星期六",
            ),
        ),
        replace(NOTHING, paper="江滨日报", issued=DAY, number="00002", name="要闻"),
    ),
    "property-line-without-blanks-alone": Variant(
        replace(
            ALONE,
            bottom=(
                "江滨日报要闻00002北山春茶开采2024-03-02nw.D110000jbrb_20240302_2-0222024年03月02日 星期六",
            ),
        ),
        replace(NOTHING, paper="江滨日报", issued=DAY, number="00002", name="要闻"),
    ),
}

ORDERS = {
    "text-first": Variant(
        Form(
            areas="",
            order=(
                "titles",
                "body",
                "steps_below",
                "caption",
                "arrows",
                "headlines",
                "masthead",
                "imprint",
                "day",
                "foot",
            ),
        )
    ),
    "masthead-first": Variant(
        Form(order=("masthead", "imprint", *(each for each in ORDER if each not in ("masthead", "imprint"))))
    ),
    "day-first-of-all": Variant(Form(order=("day", *(each for each in ORDER if each != "day")))),
    "foot-first": Variant(Form(order=("foot", *(each for each in ORDER if each != "foot")))),
    "layout-page": Variant(Form(titles=(), body=(), steps="", steps_below=""), LAYOUT),
    "layout-page-day-above": Variant(
        Form(
            titles=(),
            body=(),
            steps="",
            steps_below="",
            areas="",
            order=("masthead", "day", "caption", "headlines", "foot"),
        ),
        replace(LAYOUT, publisher=""),
    ),
    "headline-and-text": Variant(ALONE, NOTHING),
    "headline-day-and-text": Variant(replace(ALONE, day="2024-03-02"), replace(NOTHING, issued=DAY)),
    "headline-text-day-below": Variant(
        replace(ALONE, below_titles=("2024年03月02日 星期六",)), replace(NOTHING, issued=DAY)
    ),
    "headline-source-and-text": Variant(
        replace(ALONE, below_titles=("2024-03-02 06:12 来源：江滨日报 作者：何田",)),
        replace(NOTHING, issued=DAY),
        untold=("paper", "byline"),
    ),
    "text-alone": Variant(
        replace(ALONE, titles=(), body=STORY), replace(NOTHING, headline="", headlines=(), jumps=())
    ),
    "fields-of-a-crawler": Variant(
        replace(
            ALONE,
            top=(
                "报纸：江滨日报",
                "日期：2024-03-02",
                "版次：02",
                "版名：要闻",
            ),
            titles=("标题：北山春茶开采", "正文："),
        ),
        replace(NOTHING, paper="江滨日报", issued=DAY, number="02", name="要闻"),
    ),
}

WORN = {
    "worn-many-buttons": Variant(
        Form(
            top=(
                "阴影",
                "返回主页 | {paper} | 版面导航 | {sister}",
                "通版阅读请点击：",
                "展开通版",
                "收缩通版",
            ),
            areas="",
            caption="当前版：02版",
            arrows="上一版3 4下一版",
            headlines=(),
            masthead="",
            imprint="",
            steps="",
            day="发布日期：2024-03-02",
            below_day=("放大 缩小 默认 【打印】 全文复制",),
            steps_below="上一篇 下一篇",
        ),
        Facts(publisher="", number="02", name="", headlines=(SECOND,)),
    ),
    "worn-statement-and-issues": Variant(
        Form(
            top=("您的浏览器版本过低，请升级后再访问。", "往期回顾", "第2024-03-01期", "第2024-02-29期"),
            areas="",
            caption="第A02版：要闻",
            arrows="本版列表新闻",
            headlines=tuple("·" + line for line in HEADLINES),
            masthead="",
            imprint="",
            steps="",
            day="{paper} 2024/03/02 星期六",
            titles=("谷雨前后", SECOND, "——头茬三日采完"),
            below_titles=("分享到：微信 微博",),
            body=(*STORY, "▶▶下转3版"),
            behind_body=("责任编辑：陆青",),
            steps_below="",
            foot=("主办单位：{publisher}", "江滨日报版权所有 未经许可不得转载", "江ICP备00000000号"),
            bottom=("扫一扫 关注官方微信", "返回顶部"),
        ),
        Facts(
            sisters=(),
            number="A02",
            name="要闻",
            kicker="谷雨前后",
            deck="——头茬三日采完",
            jumps=("to 3",),
        ),
    ),
    "worn-paper-and-day-in-one": Variant(
        Form(
            top=("版面目录", *INDEX),
            areas="",
            caption="",
            arrows="",
            headlines=(),
            masthead="",
            imprint="",
            steps="",
            day="《 {paper} 》( 2024年03月02日 02 版)",
            titles=(SECOND,),
            body=("■ 本报记者 何田", *STORY),
            steps_below="",
            foot=("{paper}版权所有",),
        ),
        Facts(
            sisters=(),
            publisher="",
            number="02",
            index=ROWS,
            headlines=(SECOND,),
            byline="■ 本报记者 何田",
            jumps=(),
        ),
        untold=("name",),
    ),
    "worn-text-and-property": Variant(
        replace(
            ALONE,
            below_titles=("2024年03月02日 星期六 字号 大 中 小",),
            behind_body=("编辑：何田 校对：陆青",),
            foot=("本稿件所含文字，版权均属江滨日报所有，未经授权不得转载。",),
            bottom=("2024-03-02 2 2 江滨日报 content_12.html 1 北山春茶开采 /enpproperty-->",),
        ),
        replace(NOTHING, paper="江滨日报", issued=DAY),
        untold=("number",),
    ),
}

WRITINGS = {
    # Nobody can tell where a name with a blank ends.
    "one-line": Variant(write=in_one_line, untold=("headlines", "paragraphs", "name")),
    "one-line-indented": Variant(write=in_one_line_indented, untold=("headlines", "name")),
    "body-on-one-line": Variant(write=body_in_one_line),
    "wrapped": Variant(write=wrapped),
    "links-numbered": Variant(write=linked),
    "markdown": Variant(write=markdown),
    "markdown-tables": Variant(write=tabled),
    "markdown-heading": Variant(write=replaced("\n北山春茶开采\n\n", "\n# 北山春茶开采\n\n")),
    "bold-headline": Variant(write=replaced("\n北山春茶开采\n\n", "\n**北山春茶开采**\n\n")),
    "quoted": Variant(write=quoted),
    "dense": Variant(write=dense),
    "sparse": Variant(write=sparse),
    "indent-wide": Variant(write=replaced("\n  ", "\n　　")),
    "indent-tab": Variant(write=replaced("\n  ", "\n\t")),
    "indent-hard": Variant(write=replaced("\n  ", "\n\N{NO-BREAK SPACE}\N{NO-BREAK SPACE}")),
    "line-ends-of-windows": Variant(write=replaced("\n", "\r\n")),
    "byte-order-mark": Variant(write=lambda form: "\N{ZERO WIDTH NO-BREAK SPACE}" + plain(form)),
    "invisible-blanks": Variant(write=replaced("春茶", "春\N{ZERO WIDTH SPACE}茶")),
    "wide-brackets": Variant(write=replaced("(上接1版)", "（上接第一版）")),
    "entities": Variant(write=replaced("上一版 ", "上一版&nbsp;")),
    "traditional": Variant(
        Form(
            paper="江濱日報",
            sister="江濱晚報",
            publisher="江濱日報社",
            areas="",
            caption="第A02版：要聞",
            arrows="上一版 下一版",
            headlines=("夜班船首航 碼頭亮燈", "北山春茶開採", "封航公告"),
            day="2024年3月2日 星期六 放大 縮小 默認",
            titles=("北山春茶開採",),
            body=(
                "（上接第1版）",
                "北山的茶芽今年來得早，比往年早了八天，頭茬三日就要採完。",
                "天不亮上山",
                "採茶人四點出門，背著竹簍，打著手電，沿著石階往上走。",
                "今年開採的茶園有三百二十畝，鎮上的三家茶廠已經全部開工。",
                "（下轉第3版）",
            ),
            foot=("{paper}版權所有 未經書面授權 不得轉載",),
        ),
        Facts(
            paper="江濱日報",
            sisters=("江濱晚報",),
            publisher="江濱日報社",
            number="A02",
            name="要聞",
            headlines=("夜班船首航 碼頭亮燈", "北山春茶開採", "封航公告"),
            headline="北山春茶開採",
            opening="北山的茶芽今年來得早",
            closing="三家茶廠已經全部開工",
            jumps=("from 1", "to 3"),
        ),
    ),
    "traditional-foot": Variant(Form(foot=("江濱日報版權所有 不得轉載",))),
}

VARIANTS: dict[str, Variant] = {
    **MASTHEADS,
    **CAPTIONS,
    **DAYS,
    **LISTS,
    **TITLES,
    **BODIES,
    **SMALL_PRINT,
    **ORDERS,
    **WORN,
    **WRITINGS,
}


if __name__ == "__main__":
    names = sys.argv[1:]
    sys.stdout.write("\n".join(VARIANTS[name].text for name in names) or "\n".join(VARIANTS) + "\n")
