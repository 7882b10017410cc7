"""Recognises the names of papers and publishers: in a word, a title, a statement of rights, an imprint."""

import re
from collections.abc import Collection

from reader.parsing.tables import TABLES, compact

_PAPER = re.compile(r"[^\s，。！？：:、；;“”|｜]{2,11}[报報刊]")
_SURE_PAPER = re.compile(r"[^\s，。！？：:、；;“”|｜]{1,9}(?:[日晚早晨周週商时時][报報]|周刊)")
_PLACE_EDITION = re.compile(r"(?:海外|农村|城市|乡村|[^\s报刊]{1,3}文)版$")
_SUFFIX = re.compile(
    "(?:社)?(?:多媒体)?(?:数字报纸?|电子报|数字版|电子版|电子报刊|数字报刊|官网)?(?:平台|系统|首页)?$"
)
ENGLISH_PAPER = re.compile(
    r"[A-Z][A-Za-z.&'’ -]{0,40}(?:Daily|News|Times|Post|Courier|Herald|Tribune|Journal|Gazette|Weekly)\b"
)
"""The name of a paper in English."""
_OWNER = re.compile("|".join(TABLES["owners"]))
_STATEMENT_CHARACTERS = 400
_PUBLISHER = re.compile(
    r"主办(?:单位)?\s{0,9}[:：]\s{0,9}([^\s:：\u200d]{2,40})|([^\s:：\u200d]{2,40})\s{0,9}主办(?=\s|$)"
)
_PUBLISHER_CHARACTERS = 80


def paper_named(word: str, papers: Collection[str] = ()) -> str:
    """The paper that a word or a title names, without the noise around it; "" for any other word.

    Args:
        word: One word.
        papers: Names of known papers; any other must end as names of papers do.
    """
    name = _SUFFIX.sub("", word.strip("《》 "))
    base = _PLACE_EDITION.sub("", name)
    is_named = _PAPER.fullmatch(base) and not base.endswith(tuple(TABLES["no_papers"]))
    is_sure = _SURE_PAPER.fullmatch(base) or ENGLISH_PAPER.fullmatch(name)
    return name if name in papers or is_named or is_sure else ""


def paper_in(title: str, papers: Collection[str] = ()) -> str:
    """The paper in a `<title>` like `某某日报社-电子报平台`, else ""."""
    named = (paper_named(part, papers) for part in re.split(r"[-—_|｜·>\s]+", title))
    english = ENGLISH_PAPER.match(title)
    return next(filter(None, named), "") or (english[0] if english else "")


def owner_in(statement: str) -> str:
    """The paper in `某某日报版权所有`, `版权均属某某日报所有`, `Copyright © 某某日报`, else ""."""
    match = _OWNER.search(compact(statement)[:_STATEMENT_CHARACTERS])
    return next(filter(None, match.groups()), "").removesuffix("社") if match else ""


def publisher(line: str) -> str:
    """The publisher in `某某报业集团主办` or `主办单位：某某`, else ""."""
    match = _PUBLISHER.search(line[:_PUBLISHER_CHARACTERS]) if "主办" in line else None
    return (match[1] or match[2]) if match else ""
