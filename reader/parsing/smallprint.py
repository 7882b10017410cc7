"""Reads the small print of a page line by line, for markup and text alike: captions, days, menus, names, statements.

The words and shapes are data, in `smallprint.toml`.
"""

import re
from collections.abc import Collection
from datetime import date
from enum import Enum, auto
from itertools import pairwise

from msgspec import Struct, field

from reader.parsing.days import as_date
from reader.parsing.names import ENGLISH_PAPER, paper_named, publisher
from reader.parsing.tables import TABLES, compact, filled, folded, simplified

_SHORT, _LONG = 80, 160
"""Characters: of a line of small print, and of one that names several facts."""
_VERY_SHORT = 12
"""Characters of a label whose value is missing."""
_REST = 12
"""Characters that are no small print, after which the rest of a line is not looked at."""
_PROPERTIES = 5
"""Words of a property comment, at least; and digits of the number of a page in one."""

TOKEN = re.compile("|".join(map(filled, TABLES["tokens"])), re.IGNORECASE)
"""The next piece of small print."""
_NAME_ENDS = re.compile(filled(TABLES["name_ends"]), re.IGNORECASE)
_EDITORS = re.compile(filled("[(（【]?(?:{editors})(?:[:：]|$)"))
_RIGHTS = re.compile(filled("{rights}"))
_TODAY = re.compile(filled("{today}"))
_POSITION = re.compile(filled("{positions}"))
_ADDRESSEES = re.compile("|".join(TABLES["addressees"]))
_PROMPT = re.compile("|".join(TABLES["prompts"]))
_CONTACT = re.compile(
    filled(r"^(?:{contacts})(?:[:：©@]|[-\d])|{registrations}|icp[备证](?=.{0,3}\d)").lower()
)
_NAVIGATION = re.compile(filled("{navigation}|返回.*|.*(?:[首主]页|网)"))
_DATES = tuple((f"y{form}", f"m{form}", f"d{form}") for form in ("", 2, 3, 4, 5))
_RUN = r"[^\s|｜·,，。:：《》()（）【】\[\]]{2,16}"
_CHUNK = re.compile(rf"{_RUN}?(?=(?:19|20)\d\d[年./-])|{_RUN}")
_MENU = re.compile(r"(?:[^|｜，。]{1,8}[|｜]){2,20}[^|｜，。]{1,8}")
"""Short words parted by strokes."""
_SITE = re.compile(r"[\u4e00-\u9fff]{2,7}(?:网|在线|热线)")
_WEAK = re.compile(r"([A-Z]{0,3}\d{1,3}[A-Z]?)\s{0,3}[:：]\s{0,3}(?=\S)")
_GAP = re.compile(r"[\s:：]{0,9}")
_ENGLISH = re.compile(r"[A-Za-z][A-Za-z .&'’-]{2,40}")
_ISSUES = re.compile(r"(?:第?(?:19|20)\d\d-\d\d-\d\d(?:期|,\d{1,9})[\s|]*+)++", re.ASCII)
_TIGHT = re.compile(r"(\S{1,9}[报刊])(\S{1,8}?)(\d{5})\S{1,80}?((?:19|20)\d\d-\d\d-\d\d)nw\.D")
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


class SmallPrint(Struct):
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
        is_way = self.kind is LineKind.MENU and any(map(_NAVIGATION.fullmatch, self.labels))
        return is_way or (self.kind is LineKind.CAPTION and self.is_strong) or self.kind is LineKind.PROPERTY


def read_line(text: str, papers: Collection[str] = ()) -> SmallPrint:
    """What one line of a page is, and the facts it names.

    Args:
        text: The line; a longer one than small print ever is comes back as words.
        papers: Names of known papers.
    """
    if not any(map(str.isalnum, text)) or (len(compact(text)) == 1 and text != "完"):
        return SmallPrint()
    if _ISSUES.fullmatch(text) or _TODAY.match(text):
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
        self.plain = simplified(text)
        self.rest: list[str] = []
        at = 0
        while at < len(text) and sum(map(len, self.rest)) <= _REST:
            match = TOKEN.match(self.plain, at)
            at = self._take(match) if match and match.end() > at else self._take_word(at)
        are_sites = len(self.rest) > 1 and all(map(_SITE.fullmatch, self.rest))
        if are_sites or _MENU.fullmatch(text) or _POSITION.match(self.plain):
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
            found.has_weekday = True
            # The day of issue is the one before its weekday.
            found.days = [*found.days[-1:], *found.days[:-1]]
        found.source = found.source or self._as_printed(match, "from")
        found.author = found.author or self._as_printed(match, "by")
        found.papers += filter(None, [self._as_printed(match, "titled")])
        found.labels |= {compact(word) for word in match.group("label", "fact", "way") if word}
        if match["called"] and not found.name:
            return self._name_from(match.end())
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
        is_row = self.found.papers and ("|" in self.text or "｜" in self.text)
        english = (_ENGLISH if is_row else ENGLISH_PAPER).match(self.text, at)
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
    if is_statement(plain) or _CONTACT.search(plain):
        return LineKind.STATEMENT
    if is_short and publisher(text):
        return LineKind.NAME
    if is_short and _EDITORS.match(compact(text)):
        return LineKind.EDITORS
    if not found.rest:
        return _kind_of_facts(text, found)
    is_label = text[-1] in ":：" and len(text) <= _VERY_SHORT and not _ADDRESSEES.match(plain)
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


def _is_property(text: str) -> bool:
    """Whether a line is a property comment: `2024-03-02 2 2 某报 content_1.html 1 标题 /enpproperty-->`."""
    words = text[:400].split()
    is_dated = len(words) >= _PROPERTIES and any(map(_ISO.fullmatch, words))
    return "/enpproperty" in text or (is_dated and (sum(map(str.isdecimal, words)) > 1 or "nw.D" in text))


def _property(words: list[str], papers: Collection[str]) -> SmallPrint:
    days = [as_date(*match.groups()) for match in map(_ISO.fullmatch, words) if match]
    found = SmallPrint(LineKind.PROPERTY, days=[day for day in days if day])
    found.papers = [name for word in words if (name := paper_named(word, papers))]
    for before, word in pairwise(words):
        if len(word) == _PROPERTIES and word.isdecimal():
            found.number, found.name, found.is_strong = word, before, True
            break
    return found


def is_statement(plain: str) -> bool:
    """Whether a folded line states rights: a short one with one word of it, a long one with two."""
    said = len(set(_RIGHTS.findall(plain)))
    return said > (len(plain) > _LONG)  # a story may be about rights
