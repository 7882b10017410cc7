"""The table of words: what depends on a number."""

import re

from reader.errors import UsageError
from reader.sentences import TABLE
from reader.words import EN, ZH, Words


def test_english_says_one_and_many() -> None:
    say = Words(EN).say

    assert [say("articles-only", n=n) for n in (0, 1, 2)] == ["0 articles", "1 article", "2 articles"]
    assert say("overview-counts", pages=1, n=12) == "1 page, 12 articles"
    assert say("length", n=1, minutes=1) == "1 char   1 min"
    assert say("copied-tmux", n=1) == "Copied 1 character (tmux buffer)"
    assert Words(ZH).say("articles-only", n=1) == "1 篇"
    what, _ = Words(EN).error(UsageError("no-article", n=7, all=1))
    assert what == "There is no article 7; the page has 1 article"


def test_no_english_row_counts_in_the_plural_alone() -> None:
    counted = re.compile(r"\{\w+\} (?:articles|pages|chars|characters|zones|files|days)\b")
    constant = {"many-files"}  # its number is a limit

    assert {key for key, (_, english) in TABLE.items() if counted.search(english)} - constant == set()
