"""Reads the small print of a page line by line, for markup and text alike: captions, days, menus, names, statements.

The words and shapes are data, in `smallprint.toml`.
"""

import re
import tomllib
from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date
from enum import Enum, auto
from itertools import pairwise
from pathlib import Path

from reader.edition.model import ArticleKind
from reader.parsing.days import MONTHS, as_date

NAMELESS = "(无标题)"
"""Headline of an article without one."""

BULLETS = "·•●○■□◆◇►▶▪* \u3000"
"""Characters that lists put before a headline."""

_TABLES = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))
_SHORT, _LONG = 80, 160
"""Characters: of a line of small print, and of one that names several facts."""
_VERY_SHORT = 12
"""Characters of a label whose value is missing."""
_REST = 12
"""Characters that are no small print, after which the rest of a line is not looked at."""
_PROPERTIES = 5
"""Words of a property comment, at least; and digits of the number of a page in one."""
_SIMPLE = str.maketrans(_TABLES["traditional"] + "０１２３４５６７８９", _TABLES["simplified"] + "0123456789")


def _filled(pattern: str) -> str:
    """A pattern of the table with the words of its other tables."""
    words = {name: table for name, table in _TABLES.items() if isinstance(table, list)} | {"months": MONTHS}
    for name, table in words.items():
        longest_first = sorted(map(re.escape, table), key=len, reverse=True)
        pattern = pattern.replace(f"{{{name}}}", "|".join(longest_first))
    pattern = pattern.replace("{number}", r"[A-Z]{0,3}\d{1,5}[A-Z]?|[一二三四五六七八九十]{1,3}")
    return pattern.replace("_", r"\s{0,3}")


_TOKEN = re.compile("|".join(map(_filled, _TABLES["tokens"])), re.IGNORECASE)
_NAME_ENDS = re.compile(_filled(_TABLES["name_ends"]), re.IGNORECASE)
_OWNER = re.compile("|".join(_TABLES["owners"]))
_EDITOR = re.compile(_filled(r"(?:{editors})(?:[:：]|$)"))
_RIGHTS = re.compile(_filled("{rights}"))
_PROMPT = re.compile(_filled("{prompts}").lower())
_REGISTRATION = re.compile(_filled("{registrations}").lower())
_CONTACT = re.compile(_filled(r"(?:{contacts})(?:[:：©@]|[-\d])"))
_KINDS = {ArticleKind(kind): re.compile(start) for kind, start in _TABLES["kinds"].items()}
_DATES = tuple((f"y{form}", f"m{form}", f"d{form}") for form in ("", 2, 3, 4, 5))
_CHUNK = re.compile(r"[^\s|｜·,，。:：《》()（）【】\[\]]{2,16}")
_WORD = re.compile(r"\S+")
_TIGHT = re.compile(r"(\S{1,9}[报刊])(\S{1,8}?)(\d{5})\S{1,80}?((?:19|20)\d\d-\d\d-\d\d)nw\.D")
_SITE = re.compile(r"[\u4e00-\u9fff]{2,7}(?:网|在线|热线)")
_WEAK = re.compile(r"([A-Z]{0,3}\d{1,3}[A-Z]?)\s{0,3}[:：]\s{0,3}(?=\S)")
_GAP = re.compile(r"[\s:：]{0,9}")
_PAPER = re.compile(r"[^\s，。！？：:、；;“”|｜]{2,11}[报報刊]")
_SURE_PAPER = re.compile(r"[^\s，。！？：:、；;“”|｜]{1,9}(?:[日晚早晨周週商时時][报報]|周刊)")
_PLACE_EDITION = re.compile(r"(?:海外|农村|城市|乡村|[^\s报刊]{1,3}文)版$")
_SUFFIX = re.compile(
    r"(?:社)?(?:多媒体)?(?:数字报纸?|电子报|数字版|电子版|电子报刊|数字报刊|官网)?(?:平台|系统|首页)?$"
)
_ENGLISH = re.compile(r"[A-Za-z][A-Za-z .&'’-]{2,40}")
_ENGLISH_PAPER = re.compile(
    r"[A-Z][A-Za-z.&'’ -]{0,40}(?:Daily|News|Times|Post|Courier|Herald|Tribune|Journal|Gazette|Weekly)\b"
)
_PUBLISHER = re.compile(
    r"主办(?:单位)?\s{0,9}[:：]\s{0,9}([^\s:：\u200d]{2,40})|([^\s:：\u200d]{2,40})\s{0,9}主办(?=\s|$)"
)
_ISSUES = re.compile(r"(?:第?(?:19|20)\d\d-\d\d-\d\d(?:期|,\d{1,9}\s?\|?)[\s|]*)+", re.ASCII)
_ADDRESS_PAGE = re.compile(r"(?:node|page|col|l)[_.]?0*([A-Z]{0,2}\d{1,3})\.s?html?$", re.IGNORECASE)
_ISO = re.compile(r"((?:19|20)\d\d)-(\d\d)-(\d\d)")


class LineKind(Enum):
    """What a line of a page is, by itself."""

    MENU = auto()
    CAPTION = auto()
    DAY = auto()
    NAME = auto()
    """The name of the paper, of its publisher, or of its sister papers."""
    EDITORS = auto()
    STATEMENT = auto()
    """Rights, contact, registration."""
    PROMPT = auto()
    PROPERTY = auto()
    """A property comment that a crawler took for text."""
    FRAGMENT = auto()
    """No word: strokes, a single character."""
    WORDS = auto()
    """Anything else."""


@dataclass(slots=True)
class SmallPrint:
    """The facts in one line."""

    kind: LineKind = LineKind.FRAGMENT
    days: list[date] = field(default_factory=list)
    has_weekday: bool = False
    papers: list[str] = field(default_factory=list)
    number: str = ""
    name: str = ""
    is_strong: bool = False
    """Whether the number is written as only captions are: 第A01版, 01版：要闻."""
    source: str = ""
    author: str = ""
    labels: set[str] = field(default_factory=set)
    rest: str = ""
    """What is none of these."""

    @property
    def parts(self) -> bool:
        """Whether the line parts what is above it from what is below: a way to other pages, or a caption."""
        is_way = self.kind is LineKind.MENU and any(map(_is_navigation, self.labels))
        return is_way or (self.kind is LineKind.CAPTION and self.is_strong) or self.kind is LineKind.PROPERTY


def read_line(text: str, papers: Collection[str] = ()) -> SmallPrint:
    """What one line of a page is, and the facts it names.

    Args:
        text: The line; a longer one than small print ever is comes back as words.
        papers: Names of known papers.
    """
    if not any(map(str.isalnum, text)) or (len(compact(text)) == 1 and text != "完"):
        return SmallPrint()
    if _ISSUES.fullmatch(text):
        return SmallPrint(LineKind.PROMPT)
    if tight := _TIGHT.match(text):
        return _property(list(tight.groups()), papers)
    if _is_property(text):
        return _property(text.split(maxsplit=40), papers)
    if len(text) > _LONG:
        return SmallPrint(LineKind.STATEMENT if is_statement(folded(text)) else LineKind.WORDS, rest=text)
    found = _Scan(text, papers).found
    found.kind = _kind(text, folded(text), found)
    return found


class _Scan:
    """Reads a line from left to right; each step takes a character at least."""

    def __init__(self, text: str, papers: Collection[str]) -> None:
        self.text, self.papers, self.found = text, papers, SmallPrint()
        self.plain = text.translate(_SIMPLE)
        self.rest: list[str] = []
        at = 0
        while at < len(text) and sum(map(len, self.rest)) <= _REST:
            match = _TOKEN.match(self.plain, at)
            at = self._take(match) if match and match.end() > at else self._take_word(at)
        if len(self.rest) > 1 and all(map(_SITE.fullmatch, self.rest)):
            self.found.labels.update(self.rest)
        elif self.rest and " " in text and all(len(word) == 1 for word in self.rest):  # 报 纸
            self.found = _Scan(compact(text), papers).found
        else:
            self.found.rest = "".join(self.rest)

    def _take(self, match: re.Match[str]) -> int:
        """Take the facts of a token; returns where the next one begins."""
        found = self.found
        days = (as_date(*match.group(*names)) for names in _DATES if match[names[0]])
        found.days += filter(None, days)
        if match["week"] and not found.has_weekday:
            found.has_weekday, found.days = (
                True,
                [*found.days[-1:], *found.days[:-1]],
            )  # the day is the one before it
        found.source = found.source or self._as_printed(match, "from")
        found.author = found.author or self._as_printed(match, "by")
        found.papers += filter(None, [self._as_printed(match, "titled")])
        found.name = found.name or self._as_printed(match, "called")
        found.labels |= {compact(word) for word in match.group("label", "fact", "way") if word}
        number = match["full"] or match["named"] or match["listed"]
        if match["bare"] and not found.number:
            found.number = match["bare"]
        if not number or found.is_strong:
            return match.end()
        found.number, found.is_strong = number, True
        return match.end() if match["listed"] else self._name_from(match.end())

    def _as_printed(self, match: re.Match[str], group: str) -> str:
        """A group of a match, in the characters of the line."""
        return self.text[match.start(group) : match.end(group)].strip() if match[group] else ""

    def _take_word(self, at: int) -> int:
        weak = None if self.found.number or self.rest else _WEAK.match(self.plain, at)
        if weak:
            self.found.number = weak[1]
            return self._name_from(weak.end())
        follows = self.found.papers and ("|" in self.text or "｜" in self.text)
        english = (
            (_ENGLISH if follows else _ENGLISH_PAPER).match(self.text, at)
            if self.text[at].isascii()
            else None
        )
        if english:
            self.found.papers.append(english[0].strip())
            return english.end()
        chunk = _CHUNK.match(self.text, at)
        word = chunk[0] if chunk else self.text[at]
        name = paper_named(word, self.papers)
        (self.found.papers if name else self.rest).append(name or word)
        return at + len(word)

    def _name_from(self, at: int) -> int:
        """Take the name of a page that begins at an index; returns where it ends."""
        gap = _GAP.match(self.text, at)
        start = gap.end() if gap else at
        stop = _NAME_ENDS.search(self.plain, start)
        end = stop.start() if stop else len(self.text)
        self.found.name = self.text[start:end].strip(" \u3000>》)）]】|｜")
        return end


def _kind(text: str, plain: str, found: SmallPrint) -> LineKind:
    is_short = len(text) <= _SHORT
    if is_statement(plain) or _is_contact(plain):
        return LineKind.STATEMENT
    if is_short and publisher(text):
        return LineKind.NAME
    if is_short and _EDITOR.match(compact(text)):
        return LineKind.EDITORS
    if not found.rest:
        return _kind_of_facts(text, found)
    is_label = text[-1] in ":：" and len(text) <= _VERY_SHORT
    is_prompt = is_label or (is_short and bool(_PROMPT.search(plain)))
    return LineKind.PROMPT if is_prompt else LineKind.WORDS


def _kind_of_facts(text: str, found: SmallPrint) -> LineKind:
    if found.days:
        return LineKind.DAY
    if found.number and (found.name or found.is_strong or found.labels or len(text) <= _VERY_SHORT):
        return LineKind.CAPTION
    if found.has_weekday or found.source or found.author:
        return LineKind.DAY
    if found.papers and not found.labels:
        return LineKind.NAME
    return LineKind.MENU if found.labels else LineKind.FRAGMENT


def _is_navigation(label: str) -> bool:
    return (
        label in _TABLES["navigation"] or label.startswith("返回") or label.endswith(("首页", "主页", "网"))
    )


def _is_contact(plain: str) -> bool:
    return bool(_CONTACT.match(plain)) or bool(_REGISTRATION.search(plain))


def _is_property(text: str) -> bool:
    """Whether a line is a property comment: `2024-03-02 2 2 某报 content_1.html 1 标题 /enpproperty-->`."""
    words = text[:400].split()
    is_dated = len(words) >= _PROPERTIES and any(map(_ISO.fullmatch, words))
    return "/enpproperty" in text or (is_dated and (sum(map(str.isdecimal, words)) > 1 or "nw.D" in text))


def broken(text: str) -> list[str]:
    """The lines of a page that came on one line: small print as far as it goes, else a word up to the next blank."""
    plain, at = text.translate(_SIMPLE), 0
    lines = [""]
    while at < len(text):
        match = _TOKEN.match(plain, at) or _WORD.match(text, at)
        end = match.end() if match and match.end() > at else at + 1
        if match and match.re is _WORD:
            lines += [text[at:end], ""]
        else:
            lines[-1] += text[at:end]
        at = end
    return [line for each in lines if (line := each.strip())]


def _property(words: list[str], papers: Collection[str]) -> SmallPrint:
    days = [as_date(*match.groups()) for match in map(_ISO.fullmatch, words) if match]
    found = SmallPrint(LineKind.PROPERTY, days=[day for day in days if day])
    found.papers = [name for word in words if (name := paper_named(word, papers))]
    for before, word in pairwise(words):
        if len(word) == _PROPERTIES and word.isdecimal():
            found.number, found.name, found.is_strong = word, before, True
            break
    return found


def compact(text: str) -> str:
    """The text without white space, for comparing."""
    return "".join(text.split())


def folded(text: str) -> str:
    """A text for looking words of the tables up in it: without blanks, simplified, in lower case."""
    return compact(text).translate(_SIMPLE).lower()


def is_statement(plain: str) -> bool:
    """Whether a folded line states rights: a short one with one word of it, a long one with two."""
    said = len(set(_RIGHTS.findall(plain)))
    return said > (len(plain) > _LONG)  # a story may be about rights


def paper_named(word: str, papers: Collection[str] = ()) -> str:
    """The paper that a word or a title names, without the noise around it; "" for any other word."""
    name = _SUFFIX.sub("", word.strip("《》 "))
    base = _PLACE_EDITION.sub("", name)
    is_named = _PAPER.fullmatch(base) and not base.endswith(tuple(_TABLES["no_papers"]))
    return name if name in papers or is_named or _SURE_PAPER.fullmatch(base) else ""


def paper_in(title: str, papers: Collection[str] = ()) -> str:
    """The paper in a `<title>` like `某某日报社-电子报平台`, else ""."""
    named = (paper_named(part, papers) for part in re.split(r"[-—_|｜·>\s]+", title))
    english = _ENGLISH_PAPER.match(title)
    return next(filter(None, named), "") or (english[0] if english else "")


def owner_in(statement: str) -> str:
    """The paper in `某某日报版权所有`, `版权均属某某日报所有`, `Copyright © 某某日报`, else ""."""
    match = _OWNER.search(compact(statement)[:400])
    return next(filter(None, match.groups()), "").removesuffix("社") if match else ""


def publisher(line: str) -> str:
    """The publisher in `某某报业集团主办` or `主办单位：某某`, else ""."""
    match = _PUBLISHER.search(line[:_SHORT]) if "主办" in line else None
    return (match[1] or match[2]) if match else ""


def page_at(address: str) -> str:
    """The number of a page in the address of a layout page: node_A01.html, or ""."""
    match = _ADDRESS_PAGE.search(address)
    return match[1].upper() if match else ""


def is_editor(text: str) -> bool:
    """Whether an entry of a list is the editor of the page: 本版责编：某某."""
    match = _EDITOR.match(compact(text))
    return match is not None and match[0][-1] in ":："


def kind_of(headline: str) -> ArticleKind:
    """The kind of an article, by its headline."""
    return next((kind for kind, start in _KINDS.items() if start.match(headline)), ArticleKind.ARTICLE)
