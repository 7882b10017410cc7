"""Parts lines of a text that were joined to one: paragraphs, small print, titles."""

import re
from itertools import pairwise

from reader.parsing.smallprint import TOKEN
from reader.parsing.tables import simplified

_LONG = 100
"""Characters; a longer line may be several."""
_PARAGRAPH = re.compile(r"(?<=\S)(?= ?\u3000\u3000\S)")
"""Where a paragraph begins that was joined to the one before."""
_PAPER_AND_DAY = re.compile(
    r"(?<=[^\s》])\s{0,3}"
    r"(?=(?:《[^《》]{2,20}》\s{0,3})?[（(]\s{0,3}(?:19|20)\d\d年[^()（）]{0,30}版\s{0,3}[)）]$)"
)
"""Where a byline ends that has paper, day and page behind it."""
_BUTTON = re.compile(r"[上下]一[版篇](?=[\s34:：]|$|[上下]一)")
_FOOT = re.compile(rf"(?:(?<=[。！？])|(?<=[。！？][”’」』）)]))\s(?=\S)|{_BUTTON.pattern}")
"""What follows an indented paragraph: anything behind a blank after its last sentence."""
_CAPTION = re.compile(r"\d版\s?[:：]")
_NAME = re.compile(r"\s{0,3}\S{1,8}(?=\s|$)")
_BYLINE = re.compile(
    r"(?:本报|本刊|本网|新华社)?(?:特派|见习|实习)?(?:记者|通讯员)(?:[\s、]{1,3}(?:记者|通讯员|[\u4e00-\u9fff]{2,4}(?=[\s、《（(]|$))){1,8}"
)
_WORD = re.compile(r"\S+(?:\s?[|｜]\s?\S+){0,20}")


def lines_in(line: str) -> list[str]:
    """The lines that one was made of; it alone, if of no more than one.

    A paragraph ends with the buttons behind it; what is not indented is parted at its blanks, if small print is in it.
    """
    if len(line) <= _LONG:
        return _PAPER_AND_DAY.split(line)
    paragraphs = _PARAGRAPH.split(line)
    found: list[str] = []
    for paragraph in paragraphs:
        if paragraph.lstrip(" ").startswith("\u3000"):
            foot = _FOOT.search(paragraph)
            start = foot.start() if foot else len(paragraph)
        else:
            is_head = _BUTTON.search(paragraph) or (len(paragraphs) > 1 and _CAPTION.search(paragraph))
            start = 0 if is_head else len(paragraph)
        found += [paragraph[:start], *_words_of(paragraph[start:])]
    return found


def _words_of(text: str) -> list[str]:
    """A text parted at its blanks, but for small print and bylines."""
    plain, at = simplified(text), 0
    cuts = [0]
    while at < len(text):
        token = TOKEN.match(plain, at)
        if token and token.end() > at:
            end = _end_of_caption(plain, token)
            cuts += [at] if token["full"] or token["named"] else []
        else:
            word = _BYLINE.match(text, at) or _WORD.match(text, at)
            end = word.end() if word else at + 1
            cuts += [at, end]
        at = end
    lines = (text[start:end].strip() for start, end in pairwise([*cuts, len(text)]))
    return list(filter(None, lines))


def _end_of_caption(plain: str, token: re.Match[str]) -> int:
    """Where a token ends, with the name of the page if it is its number."""
    is_number = token["full"] or token["named"]
    name = _NAME.match(plain, token.end()) if is_number and token[0][-1] in ":：" else None
    return name.end() if name else token.end()
