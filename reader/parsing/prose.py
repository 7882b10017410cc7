"""Turns the lines of a body into blocks: jump lines, subheads, signatures; used for HTML and copied text."""

import re
import unicodedata
from dataclasses import dataclass, replace

from reader.edition.model import Article, Block, BlockKind, Direction, JumpLine

SUBHEAD_CHARACTERS = 30
"""Characters; a longer line is a paragraph, whatever it ends with."""
SUBHEAD_LINES = 3
"""More consecutive short lines than this are verse or a list, not a multi-line subhead."""

_CLOSERS = "”’」』》〉）)】"
_SENTENCE = re.compile(rf"[。！？；：，、…!?;:,.～—][{_CLOSERS}]*$")
_TAIL = 20
"""Characters at the end of a line that are checked for the end of a sentence."""
_OPEN, _CLOSE = "[（(【〔\\[]", "[)）】〕\\]]"
_DIGITS = dict(zip("〇零一二三四五六七八九", "00123456789", strict=True))
_JUMP = (
    r"(?P<way>上接|下转|紧接|上转|转)\s*第?\s*"
    r"(?P<page>头|[A-Za-z]{0,3}\s*\d{1,3}\s*[A-Za-z]?(?![A-Za-z\d])|[〇零一二三四五六七八九十]{1,4})"
    r"(?:\s*版|(?=\s*[)）】〕\]])|$)[^。！？()（）【】〔〕\[\]]{0,12}"
)
_JUMP_LINE = re.compile(rf"{_OPEN}?\s*{_JUMP}\s*{_CLOSE}?")
_JUMP_HEAD = re.compile(rf"{_OPEN}\s*{_JUMP}{_CLOSE}")
_JUMP_TAIL = re.compile(rf"{_OPEN}\s*{_JUMP}{_CLOSE}$")

_PLACE = r"[^\s，。,.；;：:（）()“”《》]{0,12}?"
_AGENCY = r"(?:本报|本刊|据?(?:新华社|中新社|新华网|人民网|中新网))"
_DAY = r"\d{1,2}\s*月\s*\d{1,2}\s*日"
_DATELINE = re.compile(rf"[（(【]?({_AGENCY}{_PLACE}\s*(?:{_DAY}\s*)?[讯电])(?=[\s(（:：,，】)）])")
_ROLE = r"(?:记者|通讯员|评论员|特派员|特约撰稿人?|作者|撰文|供稿|整理|摄影|编译|实习生|文图|图文|文|图|摄)"
_HOUSE = r"(?:本报|本刊|本网|新华社)[^\s，。]{0,6}?"
# 记者节 is a holiday, not a byline: a role alone needs a blank, colon or slash before the name.
_BYLINE = re.compile(
    rf"[□■○●◎◆▲\s]*(?:{_HOUSE}(?:记者|通讯员|评论员|特派员)\S{{0,4}}|(?:{_HOUSE})?{_ROLE}\s*[\s:：/／]\s*\S{{1,8}})"
    r"(?:[\s、/／][^。！？，；]{0,40})?"
)
_SIGNATURE = re.compile(
    rf"{_OPEN}\s*(?:(?:{_HOUSE})?{_ROLE}\s*(?:[\s:：/／系是为]|\S{{2,4}}\s*{_CLOSE}|\S{{1,8}}[\s、])|据(?:新华社|人民网)|执笔)"
    rf"[^。！？]{{0,60}}。?{_CLOSE}?"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class TextLine:
    """One line of a body, with line breaks as on the page."""

    text: str
    bold: bool = False
    """Whether all of it is bold."""
    image: str = ""
    """Address of a picture; `text` is then its caption."""


def is_sentence(text: str) -> bool:
    """Whether a line ends like a sentence or clause, ignoring closing quotation marks and brackets."""
    return bool(_SENTENCE.search(text[-_TAIL:]))


def is_byline(text: str) -> bool:
    """Whether a line is only a 署名: 本报记者 某某."""
    return len(text) <= 50 and bool(_BYLINE.fullmatch(text))


def jump_line(text: str) -> JumpLine | None:
    """The jump line in `(上接1版)`, `（下转第二版）` or `下转A3版·要闻`; None for any other line."""
    match = _JUMP_LINE.fullmatch(text) if len(text) <= 40 and _may_jump(text) else None
    return _jump(match) if match else None


def _may_jump(text: str) -> bool:
    return "接" in text or "转" in text


def _jump(match: re.Match[str]) -> JumpLine:
    way = Direction.TO if match["way"] in ("下转", "转") else Direction.FROM
    return JumpLine(direction=way, page=_page_number(match["page"]))


def _page_number(printed: str) -> str:
    """A page number in ASCII, from full-width digits or Chinese numerals up to ninety-nine."""
    text = "".join(unicodedata.normalize("NFKC", printed).split()).upper()
    if text == "头":
        return "1"
    if "十" in text:
        tens, _, ones = text.partition("十")
        return _DIGITS.get(tens, "1") + _DIGITS.get(ones, "0")
    return "".join(_DIGITS.get(character, character) for character in text)


def with_body(titles: Article, lines: list[TextLine]) -> Article:
    """Add a body to the titles of an article.

    Every character of the lines is in exactly one block or in the byline; a jump line inside a paragraph
    becomes a block of its own.

    Args:
        titles: The article without a body; if it has no byline, one at the start of the body is moved there.
        lines: In reading order; blank ones are dropped.
    """
    byline = titles.byline
    lines = [part for line in lines if line.text or line.image for part in _part(line)]
    first = next((i for i, line in enumerate(lines) if not line.image and not jump_line(line.text)), None)
    if first is not None and len(lines) > first + 1 and _opens_body(lines[first].text, byline):
        byline = lines.pop(first).text
    kinds = zip(_kinds(lines), lines, strict=True)
    blocks = tuple(Block(kind=kind, text=line.text, image=line.image) for kind, line in kinds)
    jumps = [jump for block in blocks if block.kind is BlockKind.JUMP and (jump := jump_line(block.text))]
    return replace(
        titles,
        blocks=blocks,
        byline=byline,
        dateline=next((_dateline(b.text) for b in blocks if b.kind is BlockKind.PARAGRAPH), ""),
        jump_from=next((jump for jump in jumps if jump.direction is Direction.FROM), None),
        jump_to=next((jump for jump in reversed(jumps) if jump.direction is Direction.TO), None),
    )


def _opens_body(text: str, byline: str) -> bool:
    return text == byline if byline else is_byline(text)


def _part(line: TextLine) -> list[TextLine]:
    """Split a jump line from the paragraph that it begins or ends."""
    if line.image or not _may_jump(line.text) or jump_line(line.text):
        return [line]
    head, tail = _JUMP_HEAD.match(line.text), _JUMP_TAIL.search(line.text)
    start = head.end() if head else 0
    end = tail.start() if tail else len(line.text)
    pieces = (line.text[:start], line.text[start:end], line.text[end:])
    return [TextLine(text=text, bold=line.bold) for piece in pieces if (text := piece.strip())]


def _dateline(text: str) -> str:
    match = _DATELINE.match(text)
    return match[1] if match else ""


def _kinds(lines: list[TextLine]) -> list[BlockKind]:
    kinds = [_kind_alone(line) for line in lines]
    last = next((i for i in reversed(range(len(lines))) if kinds[i] is BlockKind.PARAGRAPH), None)
    if last and (_SIGNATURE.fullmatch(lines[last].text) or is_byline(lines[last].text)):
        kinds[last] = BlockKind.SIGNATURE
    _mark_subheads(lines, kinds)
    return kinds


def _kind_alone(line: TextLine) -> BlockKind:
    if line.image:
        return BlockKind.FIGURE
    return BlockKind.JUMP if jump_line(line.text) else BlockKind.PARAGRAPH


def _mark_subheads(lines: list[TextLine], kinds: list[BlockKind]) -> None:
    """Mark short lines without end punctuation as subheads, if they are bold or between paragraphs.

    A bold line may begin the body; any other needs a paragraph before it, as at the start it could also
    be a standfirst. Both need a paragraph after them.
    """
    run: list[int] = []
    paragraph_before = False
    for i, line in enumerate(lines):
        if kinds[i] is BlockKind.FIGURE:
            continue
        if kinds[i] is BlockKind.PARAGRAPH and _is_short(line):
            run.append(i)
            continue
        if kinds[i] is BlockKind.PARAGRAPH and len(run) <= SUBHEAD_LINES:
            for j in run:
                if paragraph_before or lines[j].bold:
                    kinds[j] = BlockKind.SUBHEAD
        paragraph_before = paragraph_before or kinds[i] is BlockKind.PARAGRAPH
        run = []


def _is_short(line: TextLine) -> bool:
    return (
        len(line.text) <= SUBHEAD_CHARACTERS
        and not is_sentence(line.text)
        and not (line.text[0] in "（(" and line.text[-1] in "）)" and len(line.text) > 5)
    )
