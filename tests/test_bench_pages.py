"""The pages that speed is measured on are as large as they are said to be."""

from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from reader.parsing.document import parse
from tools.bench import genuine


@pytest.fixture(scope="module")
def day(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    return genuine.write_day(tmp_path_factory.mktemp("genuine") / "day")


@pytest.mark.slow
def test_a_day_has_as_many_documents_as_it_says(day: list[Path]) -> None:
    assert len(set(day)) == 216


@pytest.mark.slow
@pytest.mark.parametrize("part", range(3))
def test_a_layout_page_is_of_its_size_and_is_read(day: list[Path], part: int) -> None:
    wanted, headlines = genuine.LAYOUTS[part], genuine.HEADLINES[part]
    first = genuine.PAGES * sum(1 + count for count in genuine.HEADLINES[:part])
    text = day[first].read_text("utf-8")
    soup = BeautifulSoup(text, "html.parser")

    assert len(text.encode()) / 1000 == pytest.approx(wanted.kilobytes, rel=0.02)
    assert len(soup.find_all(name=True)) == pytest.approx(wanted.tags, rel=0.02)
    assert sum(len(script.text) for script in soup("script")) == pytest.approx(wanted.script, rel=0.06)
    assert sum(map(str.isspace, text)) == pytest.approx(wanted.blanks, rel=0.04)
    assert len(parse(text).contents) == headlines


@pytest.mark.parametrize("part", range(3))
def test_the_page_of_an_article_is_of_its_size_and_is_read(day: list[Path], part: int) -> None:
    wanted, headlines = genuine.ARTICLES[part], genuine.HEADLINES[part]
    first = genuine.PAGES * (1 + sum(1 + count for count in genuine.HEADLINES[:part]))
    text = day[first].read_text("utf-8")
    page = parse(text)
    assert page.opens_at is not None
    article = page.contents[page.opens_at].article
    assert article is not None
    body = "".join(block.text for block in article.blocks)

    assert (len(text.encode()) - len(body.encode())) / 1000 == pytest.approx(wanted.kilobytes, rel=0.03)
    tags = len(BeautifulSoup(text, "html.parser").find_all(name=True)) - len(article.blocks)
    assert tags == pytest.approx(wanted.tags, rel=0.02)
    assert len(body) == pytest.approx(genuine.BODIES[0], rel=0.2)
    assert len(page.contents) == headlines
