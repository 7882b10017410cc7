"""Parsing knows habits of papers, and no paper; and what a word of its tables is worth can be measured."""

from pathlib import Path

import pytest

from reader import parsing
from reader.errors import PageError
from reader.sources.papers import known_names
from tools.witnesses import Removal, Sample, loaded_with, record, removals

FILES = sorted(path for path in Path(parsing.__file__).parent.iterdir() if path.suffix in (".py", ".toml"))
TEXT = "江滨日报\n2024年5月8日 星期三\n第02版：要闻\n上一版 下一版\n码头亮灯\n北山春茶开采\n浏览器版本过低\n"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_no_rule_or_table_names_a_paper(path: Path) -> None:
    text = path.read_text("utf-8")

    assert not [name for name in known_names(Path()) if name in text]


def removed(name: str) -> Removal:
    return next(each for each in removals() if each.name == name)


@pytest.mark.parametrize(
    ("name", "is_needed"),
    [("prompts: 浏览器(?:版本|设置)", True), ("prompts: 扫一扫", False), ("navigation: 上一版", True)],
)
def test_a_word_taken_away_is_missed_by_the_pages_that_hold_it(name: str, is_needed: bool) -> None:
    sample = Sample("江滨日报", TEXT, TEXT)
    with loaded_with(None) as parse:
        before, _ = record(parse, sample, frozenset())
    with loaded_with(removed(name).apply) as parse:
        after, _ = record(parse, sample, frozenset())

    assert (before != after) is is_needed


def test_taking_something_away_leaves_the_parser_as_it_was() -> None:
    from reader.parsing.tables import TABLES

    words = len(TABLES["prompts"])
    with pytest.raises(PageError), loaded_with(removed("prompts: 扫一扫").apply) as parse:
        parse("")

    assert len(TABLES["prompts"]) == words
