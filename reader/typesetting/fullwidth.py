"""Half-width stops among 汉字, set full-width as papers print them; one for one, so that indices stay valid."""

import re

from reader.edition.marks import FULL, HALF

_PRINTED = dict(zip(HALF, FULL, strict=True))
_STOP = re.compile(rf"(?:[A-Za-z][A-Za-z0-9+.-]{{1,15}}://|www\.)[!-~]*|([{re.escape(HALF)}])")
"""A stop, as group 1, outside of addresses."""
_HAN = re.compile("[\u3400-\u9fff]")
"""A 汉字 in common use, to search for; one range, as several take milliseconds to compile."""
_CHINESE = "、。〈〉《》「」『』【】〔〕〖〗！（），．：；？［］｛｝々〇〆"
"""Marks and signs that only Chinese text has."""
_UNSEEN = "“”‘’\"'…—" + HALF
"""Marks skipped when looking for the character beside a stop."""
_NEAR = 5
"""Characters examined on either side of a stop, those skipped included."""
_HELD = 200
"""Characters after an opening bracket that are searched for a 汉字, which makes it Chinese."""


def full_stops(text: str) -> str:
    """Make the stops in the Chinese parts of a text full-width; its length stays the same.

    A stop is Chinese after a 汉字 or a Chinese mark; also before one, except `!`, which may end a Latin name.
    Brackets go in pairs: Chinese if they follow a 汉字 or contain one. Stops in numbers, times, Latin words and
    addresses have no such neighbours, and stay as they are.

    Source:
        GB/T 15834—2011, 5.1: each of these marks takes the place of one 汉字.
    """
    if not _HAN.search(text):
        return text
    stops = [found.start() for found in _STOP.finditer(text) if found[1]]
    if not stops:
        return text
    partners = _partners(text, stops)
    closing = set(partners.values())
    characters = list(text)
    for at in stops:
        if at not in closing and _is_chinese(text, at, partners.get(at, len(text))):
            for index in (at, partners.get(at, at)):
                characters[index] = _PRINTED[text[index]]
    return "".join(characters)


def _partners(text: str, stops: list[int]) -> dict[int, int]:
    """Index of the closing bracket, by the index of its opening bracket."""
    partners: dict[int, int] = {}
    opened: list[int] = []
    for at in stops:
        if text[at] == "(":
            opened.append(at)
        elif text[at] == ")" and opened:
            partners[opened.pop()] = at
    return partners


def _is_chinese(text: str, at: int, end: int) -> bool:
    """Whether a stop is Chinese; `end` is the index at which a bracket closes."""
    if _only_chinese_has(text[max(0, at - _NEAR) : at].rstrip(_UNSEEN)[-1:]):
        return True
    if text[at] == "(":
        return bool(_HAN.search(text, at, min(end, at + _HELD)))
    return text[at] not in "!)" and _only_chinese_has(text[at + 1 : at + 1 + _NEAR].lstrip(_UNSEEN)[:1])


def _only_chinese_has(character: str) -> bool:
    """Whether a character is a 汉字 or a mark of Chinese text; False for an empty text."""
    return (
        "\u3400" <= character <= "\u9fff"
        or "\uf900" <= character <= "\ufaff"
        or "\U00020000" <= character <= "\U0003ffff"
        or (character != "" and character in _CHINESE)
    )
