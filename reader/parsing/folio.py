"""Recognises the small print of a page by line, in HTML and copied text: 报眉, masthead, menus, kinds."""

import re
from datetime import date

from reader.edition.model import ArticleKind

NAMELESS = "(无标题)"
"""Headline of an article without one."""

BULLETS = "·•●○■□◆◇►▶▪* \u3000"
"""Characters that lists put before a headline."""

_KINDS = {
    ArticleKind.ADVERTISEMENT: r"[(（【]?(?:公益|商业|整版|分类)?广\s*告(?:\d*[)）】]?$|[:：])|Advertisement\b",
    ArticleKind.PHOTO: r"[(（【]?(?:图片新闻|图片报道|摄影报道|新闻图片)|Photo\s*:",
    ArticleKind.BRIEF: r"简讯|短讯|.*(?:简讯|短讯)$|In brief\b",
    # 两国发表联合声明 is news about a declaration, not a declaration.
    ArticleKind.NOTICE: r"(?!.*(?:发布|发表|刊发|联合)).*(?:公告|启事|通告|声明|讣告)(?:[(（].*[)）])?$|Notice\s*:",
}

_NUMBER = r"(?:[A-Z]{0,3}\d{1,3}[A-Z]?|[一二三四五六七八九十]{1,3})"
_CAPTION = re.compile(
    rf"第\s*(?P<one>{_NUMBER})\s*版\s*[:：]?(.*)|(?P<two>{_NUMBER})\s*版(?:\s*[:：]|\s|$)(.*)|(?P<three>{_NUMBER})\s*[:：](.+)"
)
_SHORT = 80
"""Characters; a longer line is not small print."""
_AROUND = re.compile(r"^\d{4}年\d{1,2}月\d{1,2}日\s*(?:星期.)?\s*|\s*[34]?\s*(?:上一版|下一版).*")
_DATE = re.compile(r"(\d{4})年(\d{1,2})月(\d{1,2})日(星期)?")
_BLANK = re.compile(r"<[^<>]*>|\s|&nbsp;")
_ADDRESS_DATE = re.compile(r"(?<!\d)((?:19|20)\d\d)[-/]?(\d\d)[-/]?(\d\d)(?!\d)")
_MONTH_NAMES = "january february march april may june july august september october november december"
_MONTHS = _MONTH_NAMES.split()
_ENGLISH_DATE = re.compile(
    rf"(?i)(?P<y>\d{{4}})[-\s]+(?P<m>{'|'.join(_MONTHS)})[-\s]+(?P<d>\d{{1,2}})(?!\d)"
    rf"|(?P<m2>{'|'.join(_MONTHS)})\s+(?P<d2>\d{{1,2}}),?\s+(?P<y2>\d{{4}})"
)
_PUBLISHER = re.compile(
    r"主办(?:单位)?\s*[:：]\s*([^\s:：\u200d]{2,40})|([^\s:：\u200d]{2,40})\s*主办(?=\s|$)"
)
_COPYRIGHT = ("版权所有", "不得复制", "不得转载", "书面授权")
_PAPER_SUFFIX = re.compile(
    r"(?:多媒体)?(?:数字报|电子报|数字版|电子版|电子报刊|数字报刊)?(?:平台|系统|首页)?$"
)
_PAPER = re.compile(r"[^\s，。！？：《》“”]{1,10}[报刊]$")
_ENGLISH_PAPER = re.compile(
    r"[A-Z][A-Za-z.&'’ -]{0,40}(?:Daily|News|Times|Post|Courier|Herald|Tribune|Journal|Gazette|Weekly)\b"
)
_OWNER = re.compile(r"([^\s，。\u200d]{1,9}报)社?\s*版权所有|版权所有\s*[:：]?\s*([^\s，。\u200d]{1,9}?报)")
_EDITOR = re.compile(r"(?:本版)?(?:责编|责任编辑|编辑|美编)\s*[:：]")
_SISTER = re.compile(rf"{_PAPER.pattern}|[A-Za-z][A-Za-z .&'’-]{{2,40}}")
_WORDS = re.compile(
    r"(?:[34\s|｜·<>《》«»◄►\[\]]|上一[版篇期]|下一[版篇期]|放大|缩小|默认|版面导航|标题导航|版面目录|按日期查阅"
    r"|版权声明|系列报刊|朗读|收藏|推荐|剪报|打印|返回目录|往期回顾|PDF)+"
)


def kind_of(headline: str) -> ArticleKind:
    """The kind of an article, by its headline."""
    return next((kind for kind, start in _KINDS.items() if re.match(start, headline)), ArticleKind.ARTICLE)


def caption(line: str) -> tuple[str, str] | None:
    """Number and name in `第A01版：头版` and its variants; None for any other line.

    Source:
        Captions and page lists of eight papers, with and without 第, 版 and the colon.
    """
    match = _CAPTION.fullmatch(_AROUND.sub("", line).strip()) if len(line) <= _SHORT else None
    if match is None:
        return None
    return match["one"] or match["two"] or match["three"], match[match.lastindex or 0].strip()


def issued_in(text: str) -> date | None:
    """The date in a text: the one before 星期 if there is one, else an English one, else the first."""
    found = list(_DATE.finditer("".join(text.split())))
    found.sort(key=lambda match: match[4] is None)
    dates = [as_date(*match.group(1, 2, 3)) for match in found]
    if found and found[0][4] and dates[0]:
        return dates[0]
    return _english(text) or next((day for day in dates if day), None)


def issued_on(text: str) -> date | None:
    """The date before 星期 in markup; None without one."""
    found = _DATE.finditer(_BLANK.sub("", text)) if "星期" in text else ()
    return next((as_date(*match.group(1, 2, 3)) for match in found if match[4]), None)


def issued_at(address: str) -> date | None:
    """The date in an address: /2017-10/09/, /201710/09/, /20171009/."""
    days = (as_date(*match.groups()) for match in _ADDRESS_DATE.finditer(address))
    return next((day for day in days if day), None)


def _english(text: str) -> date | None:
    match = _ENGLISH_DATE.search(text)
    if not match:
        return None
    month = _MONTHS.index((match["m"] or match["m2"]).lower()) + 1
    return as_date(match["y"] or match["y2"], str(month), match["d"] or match["d2"])


def as_date(year: str, month: str, day: str) -> date | None:
    """The date of year, month and day, None if there is no such day."""
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def publisher(line: str) -> str:
    """The publisher in `某某报业集团主办` or `主办单位：某某`, else ""."""
    match = _PUBLISHER.search(line) if len(line) <= _SHORT else None
    return (match[1] or match[2]) if match else ""


def papers(line: str) -> tuple[str, ...]:
    """The papers in `甲报 | 乙报`, of which the first is the paper itself; () for any other line."""
    own, *others = (name.strip() for name in re.split(r"[|｜]", line)) if len(line) <= 200 else ("",)
    if others and _PAPER.fullmatch(own) and all(_SISTER.fullmatch(name) for name in others):
        return (own, *others)
    return ()


def paper_in(title: str) -> str:
    """The paper's name in a `<title>` like `某某日报社-电子报平台`, else ""."""
    for part in re.split(r"[-—_|｜·>\s]+", title):
        name = _PAPER_SUFFIX.sub("", part)
        name = name.removesuffix("社") if name.endswith("报社") else name
        if _PAPER.fullmatch(name):
            return name
    english = _ENGLISH_PAPER.match(title)
    return english[0] if english else ""


def is_copyright(line: str) -> bool:
    """Whether a line is the copyright notice."""
    return len(line) <= 200 and any(words in line for words in _COPYRIGHT)


def owner_in(notice: str) -> str:
    """The paper in `某某日报版权所有` or `版权所有 某某日报`, else ""."""
    match = _OWNER.search(notice)
    return (match[1] or match[2]).removesuffix("社") if match else ""


def copyright_in(lines: list[str]) -> str:
    """The copyright notice: the line with 版权所有, else the first that forbids copying."""
    notices = [line for line in lines if is_copyright(line)]
    return next((line for line in notices if "版权所有" in line), notices[0] if notices else "")


def is_editor(line: str) -> bool:
    """Whether an entry of a list is the editor of the page: 本版责编：某某."""
    return bool(_EDITOR.match(line))


def is_menu(line: str) -> bool:
    """Whether a line consists only of the labels of the page's buttons."""
    return len(line) <= _SHORT and bool(_WORDS.fullmatch(line)) and any(map(str.isalpha, line))


def compact(text: str) -> str:
    """The text without white space, for comparing headlines."""
    return "".join(text.split())
