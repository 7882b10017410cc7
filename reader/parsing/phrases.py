"""Recognises the set phrases of newspapers in a line: bylines, credits, datelines, jump lines, ends of sentences."""

import re
import unicodedata

from reader.edition.model import Direction, JumpLine
from reader.parsing.clean import clean_line
from reader.parsing.days import in_digits

_CLOSERS = "”’」』》〉）)】"
_SENTENCE = re.compile(rf"[。！？；：，、…!?;:,.～—][{_CLOSERS}]*$")
_ENDED = re.compile(rf"(?:[。！？…]|[a-z]\.)[{_CLOSERS}]*$")
_TAIL = 20
"""Characters at the end of a line that are checked for the end of a sentence."""
_OPEN, _CLOSE = "[（(【〔\\[［〖]", "[)）】〕\\]］〗]"
_PAGE = (
    r"[A-Za-zＡ-Ｚａ-ｚ]{0,3}\s{0,3}\d{1,3}\s{0,3}[A-Za-z]?(?![A-Za-z\d])|[〇○零一二三四五六七八九十]{1,4}"
)
# 转 and 接 say much else, （转801） for one, and need 版 behind the number; 上接 and its like do not.
_JUMP = (
    r"(?P<way>(?P<is_sure>上\s?接|下\s?[转轉接]|[紧緊]\s?接|上[转轉])|[转轉接])\s{0,3}第?\s{0,3}"
    rf"(?P<page>[头頭]|{_PAGE})(?:\s?[、,，和及至~～—－-]\s?第?(?:{_PAGE})){{0,3}}"
    rf"(?:\s{{0,3}}版|(?(is_sure)(?=\s{{0,3}}{_CLOSE}|$)|(?!)))"
)
# Behind 版 may stand anything between brackets; without them the name of the page, if a blank or mark parts it.
_WORDS = r"[^。！？()（）【】〔〕\[\]]{0,24}"
_NAME = r"(?:[\s·•:：《|｜①-⑳][^。！？，；()（）【】〔〕\[\]]{0,12})?"
_ARROWS = r"▶►▷▲△▼▽◀◄◆■●◎→>＞»☞\s"
_BEFORE, _AFTER = rf"[{_ARROWS}{_OPEN[1:]}{{1,6}}", rf"[{_ARROWS}{_CLOSE[1:]}{{0,6}}"
_JUMP_LINE = re.compile(rf"(?P<is_marked>{_BEFORE})?{_JUMP}(?(is_marked){_WORDS}|{_NAME}){_AFTER}")
_JUMP_HEAD = re.compile(rf"{_BEFORE}{_JUMP}{_WORDS}{_CLOSE}")
_JUMP_TAIL = re.compile(rf"(?:{_BEFORE}|(?<=[。！？”])){_JUMP}(?:{_WORDS}{_CLOSE}|{_NAME}){_AFTER}$")

_PLACE = r"[^\s，。,.；;：:（）()“”《》]{0,12}?"
_AGENCY = r"(?:本报|本刊|据?(?:新华社|中新社|新华网|人民网|中新网))"
_CREDIT = re.compile(r"(?:摄|供图|影报道|新华社发|文/图|图/文)[)）]?$|^(?:[上下左右]?图[:：①②③④⑤⑥⑦⑧⑨]|图为)")
_SOURCE = re.compile(r"——|据|资料图|综合|摘自|选自|[\u4e00-\u9fff]{2,3}[ \u3000][\u4e00-\u9fff]{2,3}$")
_DAY = r"\d{1,2}\s*月\s*\d{1,2}\s*日"
_DATELINE = re.compile(rf"[（(【]?({_AGENCY}{_PLACE}\s*(?:{_DAY}\s*)?[讯电])(?=[\s(（:：,，】)）])")
_ROLE = r"(?:记者|通讯员|评论员|特派员|特约撰稿人?|作者|撰文|供稿|整理|摄影|编译|实习生|文图|图文|文|图|摄)"
_HOUSE = r"(?:本报|本刊|本网|新华社)[^\s，。]{0,6}?"
# 记者节 is a holiday, not a byline: a role alone needs a blank, colon or slash before the name.
_BYLINE = re.compile(
    rf"[□■○●◎◆▲\s]*(?:{_HOUSE}(?:记者|通讯员|评论员|特派员)\S{{0,4}}|(?:{_HOUSE})?{_ROLE}\s*+(?:(?<=\s)|[:：/／]\s*+)\S{{1,8}})"
    r"(?:[\s、/／][^。！？，；]{0,40})?"
)
_BOXED = re.compile(
    r"[□■]\s{0,3}(?:[^\s。，！？]{2,4}|[^\s。，！？]{1,10}(?:[\s、/／]{1,3}[^\s。，！？]{1,6}){1,3})"
)
"""A name behind a box, whatever office it is given: □热心读者 某某."""
_SIGNATURE = re.compile(
    rf"{_OPEN}\s*(?:(?:{_HOUSE})?{_ROLE}\s*+(?:(?<=\s)|[:：/／系是为]|\S{{2,4}}\s*{_CLOSE}|\S{{1,8}}[\s、])|据(?:新华社|人民网)|执笔)"
    rf"[^。！？]{{0,60}}。?{_CLOSE}?"
)


def is_sentence(text: str) -> bool:
    """Whether a line ends like a sentence or clause, ignoring closing quotation marks and brackets."""
    return bool(_SENTENCE.search(text[-_TAIL:]))


def is_ended(text: str) -> bool:
    """Whether a line ends as a sentence does that says something whole."""
    return bool(_ENDED.search(text[-_TAIL:]))


def is_byline(text: str) -> bool:
    """Whether a line is only a 署名: 本报记者 某某."""
    return len(text) <= 50 and bool(_BYLINE.fullmatch(text) or _BOXED.fullmatch(text))


def is_boxed(text: str) -> bool:
    """Whether a line is a name behind a box."""
    return len(text) <= 50 and bool(_BOXED.fullmatch(text))


def is_signature(text: str) -> bool:
    """Whether the last line of a body names who wrote it: （本报记者 某某）."""
    return bool(_SIGNATURE.fullmatch(text)) or is_byline(text)


def is_credit(text: str) -> bool:
    """Whether a line is the caption of a picture: it names a photographer at its end, or says what the picture shows."""
    return bool(_CREDIT.search(text))


def is_source(text: str) -> bool:
    """Whether the last line of a body says in few words who wrote it or where it is from: ——何田, 据新华社, 陆青 何田."""
    return bool(_SOURCE.match(text))


def jump_line(text: str) -> JumpLine | None:
    """The jump line in `(上接1版)`, `（下转第二版）` or `下转A3版·要闻`; None for any other line."""
    match = _JUMP_LINE.fullmatch(text) if len(text) <= 40 and _may_jump(text) else None
    return _jump(match) if match else None


def jump_parts(text: str) -> list[str]:
    """A line without the jump lines that it begins and ends with, and those; it alone if it has none."""
    if not _may_jump(text) or jump_line(text):
        return [text]
    head, tail = _JUMP_HEAD.match(text), _JUMP_TAIL.search(text)
    start, end = head.end() if head else 0, tail.start() if tail else len(text)
    return [piece for each in (text[:start], text[start:end], text[end:]) if (piece := each.strip())]


def _may_jump(text: str) -> bool:
    return any(character in text for character in "接转轉")


def _jump(match: re.Match[str]) -> JumpLine:
    way = Direction.TO if match["way"][0] in "下转轉" else Direction.FROM
    return JumpLine(direction=way, page=clean_line(_page_number(match["page"])))


def _page_number(printed: str) -> str:
    """A page number in ASCII, from full-width digits or Chinese numerals."""
    text = "".join(unicodedata.normalize("NFKC", printed).split()).upper()
    return "1" if text in "头頭" else in_digits(text)


def dateline(text: str) -> str:
    """The 电头 that a paragraph begins with, up to 讯 or 电; "" without one."""
    match = _DATELINE.match(text)
    return match[1] if match else ""
