"""避头尾: where a line may break, namely between the units that make up a text, never inside one.

Source:
    GB/T 15834—2011, 5.1; CLREQ, prohibition rules; UAX #14 with the tables of zh-Hans.
"""

import re

NO_START = "，。、；：？！）》〉」』】〕〗］｝”’…‥～·•‧％‰℃°′″!),.:;?]}%»›–々〻ー／/﹐﹑﹒﹔﹕﹖﹗｡､"
"""避头: marks that never begin a line."""

NO_END = "（《〈「『【〔〖［｛“‘([{«‹￥＄£$¥№§"
"""避尾: marks that never end a line."""

HANGING = "，。、；：？！,."
"""悬挂: stops that may hang in the margin, one per line."""

OPENING, CLOSING = "（《〈「『【〔〖［｛“(", "）》〉」』】〕〗］｝”)"
"""Marks that come in pairs: a break between the two of a pair parts what belongs together."""

BLANKS = " \t\u00a0\u3000"
"""Blanks: dropped at the end of a line."""

_OPEN, _CLOSE, _BLANK = (f"[{re.escape(marks)}]" for marks in (NO_END, NO_START, BLANKS))

# Zero-width marks stay with the character before, and emoji joined to one another stay together.
_MARK = (
    "[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\u3099\u309a"
    "\ufe00-\ufe0f\ufe20-\ufe2f\U0001f3fb-\U0001f3ff\U000e0100-\U000e01ef]"
)
_TAIL = rf"(?:{_MARK}|\u200d[\u2600-\u27bf\U0001f300-\U0001faff]?)*+"

_DIGIT = "[0-9０-９]"
_LETTER = (
    "[0-9A-Za-z０-９Ａ-Ｚａ-ｚ\u00aa\u00b2\u00b3\u00b5\u00b9\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u036f"
    "\u0370-\u037d\u037f-\u052f\u1e00-\u1fff\u200d\u2070-\u209c]"
)
_ADDRESS = r"(?:[A-Za-z]{2,10}://[!-~]*[0-9A-Za-z/=&#_-])"
_INNER = rf"(?:[-+.&'’@_/–−×=#~*．]{{1,2}}(?={_LETTER})|(?<={_DIGIT})[,:，：](?={_DIGIT}))"
_COUNTED = (
    rf"(?:(?<={_DIGIT})[十百千万亿]{{0,2}}"
    "[年月日时分秒点号个项名位家人次件条版篇元万亿千倍度岁届期卷章节米吨亩户％])?"
)
_WORD = rf"(?:[-+−±≤≥<>≈~#@./–]?{_LETTER}++(?:{_INNER}{_LETTER}++)*+[+#]{{0,2}}{_COUNTED})"
_CORE = rf"(?:{_ADDRESS}|{_WORD}|[—―⸺]++|…++|[^{re.escape(BLANKS)}])"
_CLOSED = rf"(?:{_CLOSE}{_TAIL})"
_WORD_AHEAD = rf"(?![./–]{_LETTER})"

UNIT = re.compile(
    # A run of 汉字, between any two of which a line may break: most of any text, matched in one step.
    rf"([\u4e00-\u9fff]+(?!{_CLOSE}|{_BLANK}|{_MARK}|\u200d))"
    rf"|(?:{_OPEN}{_TAIL}{_BLANK}*)*{_CORE}{_TAIL}{_CLOSED}*+"
    rf"(?:{_BLANK}++{_WORD_AHEAD}{_CLOSED}++)*+{_BLANK}*+",
    re.DOTALL,
)
"""One unit with the blanks after it; or, as group 1, a run of 汉字 each of which is a unit of two cells."""
