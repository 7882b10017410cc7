"""The habits of genuine pages: every dialect has a page with each, which says it and keeps its facts."""

import re

import pytest

from reader.parsing.dialects import DIALECTS
from tools import gate
from tools.samples.dialect import dialects
from tools.samples.edition import Document
from tools.samples.habits import JUMPS
from tools.samples.worn import EVERY

NAMES = (*dialects(), *gate.ONLY_DRESSED)
SIGNS = {
    "source row": "来源：.*作者：.*版次：.*日期：",
    "paper, day and page": r"《 [^》]+ 》\( \d{4}年\d\d月\d\d日 \w+ 版\)",
    "buttons": "放大<img.*缩小<img.*默认<img",
    "share row": "分享到：.*扫一扫",
    "editors row": "责任编辑：",
    "neighbours by name": "上一篇：.*下一篇：",
    "navigation": "首页</a> [|] .*版面导航</a> [|] ",
    "sister row": "<div>[|] <a[^>]*>返回主页</a> [|] ",
    "sister list": "<li><a[^>]*>《[^》]+》</a><li><a[^>]*>《",
    "property behind": r"</html>.*<!--enpproperty <founder-date>.*<founder-paperhead>",
    "property in body": "<!--enpproperty <date>.*<paperarticleid>.*</body>",
    "comments": "<!--.if lt IE 9.*<!--<td.*</html>.*<!-- published",
    "rights": "版权声明：.*</body>",
    "contacts": "邮发代号：.*ICP备",
    "foreign map": '<map name="Map2">.*</body>',
    "editors area": 'title="编辑：',
    "hidden caption": '<span style="display:none">第',
    "caption n：名": r">\w+：\w[\w ]*</?",
    "caption n版 名": r">\w+版 \w[\w ]*</?",
    "caption 第第n版版：名": r">第第\w+版版：\w",
    "caption 版次：n 版名：名": r">版次：\w+ 版名：\w",
    "caption 当前版：n版": r">当前版：\w+版<",
    "hidden lists": '<DIV id=pgn style="display:none">.*id=btdh',
    "shadows": 'alt="阴影"',
    "arrows of blanks": ">&nbsp;</a>",
    "arrows of pictures": r"<img [^>]*\w+_page\.jpg[^>]*></a>",
    "arrows of letters": "一<br/>[版篇]</a>",
    "all together": "返回主页.*ICP备.*enpproperty",
    "dump": r"\A[^<]+\n[^<]+\Z",
    "dump with small print": r"\A阴影\n[^<]+\Z",
    "dump with property line": r"/enpproperty-->\Z",
    "dump on one line": r"\A[^<\n]+\Z",
    "dump as Markdown": r"\n\n(?:\* )?\[[^]\n]+\]\([^)\n]+\)",
}
"""What stands on a page with a habit, by which it is seen; a jump line is told by the facts."""


def pages(habit: str) -> list[tuple[str, Document]]:
    """The pages with a habit, and the dialect of each."""
    return [
        (name, page) for name, worn in gate.worn_documents().items() for found, page in worn if found == habit
    ]


@pytest.mark.parametrize("name", NAMES)
def test_every_dialect_meets_every_habit(name: str) -> None:
    assert {habit for habit, _ in gate.worn_documents()[name]} == set(EVERY)


def test_every_dialect_that_is_read_is_worn() -> None:
    named_else = {"classic-table": "classic"}

    assert {named_else.get(dialect.name, dialect.name) for dialect in DIALECTS} <= set(NAMES)


@pytest.mark.parametrize("habit", SIGNS)
def test_a_habit_is_seen_on_its_pages(habit: str) -> None:
    for name, page in pages(habit):
        assert re.search(SIGNS[habit], page.text, re.DOTALL), f"{habit} in {name}"
        assert page.text not in {clean.text for clean in gate.documents(name)}


def test_jump_lines_have_twelve_spellings_that_stand_on_pages_and_among_facts() -> None:
    jumps = [habit for habit in EVERY if habit.startswith("jump ")]

    assert len(jumps) == len(set(JUMPS)) == 12
    assert set(EVERY) == {*SIGNS, *jumps}
    for _, page in (found for habit in jumps for found in pages(habit)):
        assert page.article
        assert page.article["jump_from"]
        assert page.article["jump_to"]
        for block in (page.article["blocks"][0], page.article["blocks"][-1]):
            assert block["kind"] == "jump"
            assert block["text"] in page.text


def test_markup_has_both_kinds_of_pages_and_text_tells_articles() -> None:
    for worn in gate.worn_documents().values():
        assert any(not page.article for habit, page in worn if habit == "all together")
        assert all(page.article and not page.toc for habit, page in worn if habit.startswith("dump"))
