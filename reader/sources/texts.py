"""Tells documents that are no pages by what they are: feeds, mail, programs, logs, tables, settings, manuals.

Markup is told by its outermost element, a text by how it begins, or by the form that most of its lines have; never by
single words. An article that quotes code is an article.
"""

import json
import re
import tomllib
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from msgspec import Struct

from reader import limits

_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)|(\"\"\"|''').*?(?:\1|\Z)", re.DOTALL)
_PUNCTUATION = re.compile(r"[{}()\[\];=<>&|$\\_\"]")
"""More frequent in code than anywhere else."""
_PACKED, _FEW, _DENSE = 60, 3, 0.11
"""Characters, lines, and share of it among the characters of a text without lines, as programs make from code."""

_PAGE = re.compile(r"(?im)^<(?:!doctype|html|head|body|div|table)\b")
"""Where a page begins below what a program put above it."""

_PROLOG = re.compile(r"(?:\s++|<!--(?:[^-]|-(?!->))*+-->|<!(?!--)[^>]*+>|<\?[^>]*+>)*+<([\w:.-]{1,40})")
_FEEDS = ("rss", "feed", "rdf:rdf", "opml", "urlset", "sitemapindex")
_TEMPLATE = re.compile(r"<\?(?:php|=)|<%@|<template>\s")
_XML = re.compile(r"<\?xml\s+version|<[\w:.-]{1,40}\s[^<>]{0,200}\bxmlns[:=]")
_HTML = re.compile(r"(?i)<(?:html|head|body|div|p|br|table|td|a|h[1-6])\b")

_FIELD = re.compile(r"([A-Za-z][A-Za-z-]{1,40}|[\u4e00-\u9fff]{2,4})\s?[:：]")
_SENDERS = {"from", "received", "return-path", "delivered-to", "发件人"}
_OTHERS = {"to", "subject", "date", "message-id", "mime-version", "收件人", "主题", "发送时间", "日期"}
"""Fields that a mail has beside its sender."""
_FIELDS = 60
"""Lines that the head of a mail may have."""

_MEMBER = re.compile(r"[{[]\s*(?:[{[]\s*+)*+\"[^\"\n]{0,200}\"\s*[:,]")
"""The first name or text of a record of JSON."""
_QUOTED = re.compile(r'"[^"\n]*+"')
_NUMBER = re.compile(r"(?:^|[,;])\s?[-+\d.:/%￥$]{1,20}\s?(?:[,;]|$)")
"""A cell that holds nothing else."""
_ROWS = 3
"""Lines of a table, at least."""
_SENTENCE = re.compile(r"[。！？.!?][”’」』\"')）]?\s*$")

PRESS = re.compile(
    r"本报|本刊|新华社|中新社|记者|通讯员|责编|责任编辑|编辑[:：]|来源[:：]|第\s?[A-Z]?\d{1,3}\s?版|NewsArticle"
    r"|(?:19|20)\d\d\s?年.{1,20}星期|\b(?:reporters?|correspondents?|newspaper|editor)\b"
    r"|\b(?:Daily|Times|Post|Courier|Herald|Tribune|Gazette|News)\b"
)
"""What only papers say of themselves."""

_PARTS = re.compile(r"^\s{0,3}(?:#{1,6}\s+\S|={3,}\s*$|-{3,}\s*$)|^[A-Z][A-Z ]{3,40}$")
_CALLS = re.compile(
    r"^\s{0,9}(?:```|~~~|\[!\[)|^\s{2,8}(?:\$\s|>>>\s|--?[a-z])|`[^`\n]{2,80}`|::$|^#{1,3} \[?v?\d{1,4}\.\d"
)
_COMMANDS = re.compile(
    r"^\s{0,9}(?:```|~~~)\s?(?:sh|bash|console|shell)\b|\[!\[|^\s{0,8}\$\s|\b(?:pip|npm|cargo|brew|apt|git|go)"
    r" (?:install|clone|add)\b"
)
"""Lines of a manual: headings, what quotes a program, and what is typed to get or run one."""


class Form(Struct, frozen=True, kw_only=True):
    """What most lines of a kind of text are like."""

    kind: str
    form: re.Pattern[str]
    aside: re.Pattern[str]
    """Lines that may stand between them, and do not count."""
    least: int
    """Lines of the form, at least."""
    share: float
    """Of lines."""
    characters: float = 0.0
    """Share of characters."""

    def is_of(self, lines: Sequence[str]) -> bool:
        """Whether some lines are of this kind."""
        found = [line for line in lines if self.form.match(line)]
        if len(found) < self.least:
            return False
        others = [line for line in lines if not (self.form.match(line) or self.aside.match(line))]
        length = sum(map(len, found))
        is_most = length >= self.characters * (length + sum(map(len, others)))
        return is_most and len(found) >= self.share * (len(found) + len(others))


@cache
def tables() -> tuple[dict[str, re.Pattern[str]], list[Form]]:
    """The tables of `texts.toml`, read when the first text is judged: how texts begin, and the forms of their lines."""
    found = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))
    begins = {kind: re.compile(begin) for kind, begin in found["begins"].items()}
    patterns = ((row.pop("form"), row.pop("aside", "(?!)"), row) for row in found["lines"])
    forms = [Form(form=_of_lines(form), aside=_of_lines(aside), **row) for form, aside, row in patterns]
    return begins, forms


def _of_lines(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern.replace("\n", ""), re.ASCII)


def genre(text: str) -> str:
    """What a document is that is no page, as the code of an error message; "" if it may be a page.

    Args:
        text: Any document that is not binary; only its start is looked at.
    """
    head = text[: limits.JUDGED_CHARACTERS].lstrip("\ufeff \t\r\n")
    if head.startswith("<"):
        return _markup(head)
    begun = next((kind for kind, begin in tables()[0].items() if begin.match(head)), "")
    return begun or (_by_lines(head) if head else "")


def _markup(head: str) -> str:
    """What markup is by its outermost element."""
    if _TEMPLATE.match(head):
        return "is-code"
    root = _PROLOG.match(head)
    if root and root[1].lower() in _FEEDS:
        return "is-feed"
    return "is-data" if _XML.match(head) and not _HTML.search(head) else ""


def _by_lines(head: str) -> str:
    lines = _lines(head)
    if mail := _mail(head.splitlines()[:_FIELDS]):
        return mail
    if _PAGE.search(head):
        return ""
    if _is_json(head):
        return "is-json"
    if _is_table(lines):
        return "is-table"
    bare = _COMMENT.sub("", head)
    code = _lines(bare)
    formed = next((form.kind for form in tables()[1] if form.is_of(code)), "")
    return formed or _of_few_lines(lines, bare) or _manual(lines)


def _lines(text: str) -> list[str]:
    lines = (line[: limits.JUDGED_LINE].rstrip() for line in text.splitlines()[: limits.JUDGED_LINES])
    return list(filter(None, lines))


def _mail(lines: Sequence[str]) -> str:
    """What a document is that begins with the head of a mail.

    Source:
        RFC 5322; mbox files begin with a line of their own; browsers save a page with its pictures as such, too.
    """
    if lines[0].startswith("From ") and "@" in lines[0]:
        lines = lines[1:]
    end = next((i for i, line in enumerate(lines) if not line.strip()), len(lines))
    fields = [_FIELD.match(line) for line in lines[:end] if not line[:1].isspace()]
    names = {field[1].lower() for field in fields if field}
    block = "\n".join(lines[:end])
    if None in fields or not names & _SENDERS or len(names & _OTHERS) < 2:
        return ""
    if "multipart/related" in block.lower() and "to" not in names:
        return "is-mhtml"
    return "is-mail" if "@" in block else ""


def _is_json(text: str) -> bool:
    """Whether a text is JSON, whose end may be cut off, or has such a record in each line."""
    if not text.startswith(("{", "[")):
        return False
    if _MEMBER.match(text) and "<" not in text[: limits.SNIFFED_BYTES]:
        return True
    return _is_value(text) or (text.startswith("{") and _is_value(text.partition("\n")[0]))


def _is_value(text: str) -> bool:
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        return False
    return True


def _is_table(lines: Sequence[str]) -> bool:
    """Whether all lines, from the first one on, have as many cells, and are no sentences."""
    rows = [_QUOTED.sub("", line) for line in lines]
    if len(rows) < _ROWS or _count(_SENTENCE, lines) > len(lines) // 4:
        return False
    tabs, *others = (_same_in_all(rows, mark) for mark in "\t,;")
    numbers, most = _count(_NUMBER, rows), max(others)
    return tabs > 0 or (most > 1 and 2 * numbers >= len(rows)) or (most == 1 and numbers >= len(rows) - 1)


def _same_in_all(rows: Sequence[str], mark: str) -> int:
    """How often a mark is in each row; 0 if not in each as often."""
    counts = {row.count(mark) for row in rows}
    return counts.pop() if len(counts) == 1 else 0


def _count(pattern: re.Pattern[str], lines: Sequence[str]) -> int:
    return sum(pattern.search(line) is not None for line in lines)


def _of_few_lines(lines: Sequence[str], text: str) -> str:
    """Code that a program made small, known by its punctuation."""
    if len(text) < _PACKED or "。" in text:
        return ""
    is_packed = len(lines) <= _FEW or len(text) > limits.JUDGED_LINE * len(lines)
    return "is-code" if is_packed and len(_PUNCTUATION.findall(text)) > _DENSE * len(text) else ""


def _manual(lines: Sequence[str]) -> str:
    """Documentation of a program, by its headings and what it quotes of the program."""
    parts, calls = _count(_PARTS, lines), _count(_CALLS, lines)
    is_press = any(map(PRESS.search, lines))
    least = 6 if is_press or not _count(_COMMANDS, lines) else 2
    return "is-manual" if parts >= 2 and calls >= least and (parts + calls) * 8 >= len(lines) else ""
