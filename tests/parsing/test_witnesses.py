"""The first witness that speaks is believed and named; where two sure ones differ, the report says so."""

from collections.abc import Iterator

import pytest

from reader.parsing.clean import Cleaner
from reader.parsing.document import parse
from reader.parsing.lines import Document
from reader.parsing.witnesses import first

ROWS = "<a id=pageLink href=node_1.htm>第01版：头版</a><a id=pageLink href=node_2.htm>第02版：要闻</a>"
PAGE = (
    "<title>江滨日报</title><!--enpproperty <papername>江滨日报</papername>/enpproperty-->"
    "<p>2024年3月2日 星期六</p><p>第02版：要闻</p>" + ROWS + "<a href=content_1.htm>夜班船首航</a>"
)
ADDRESS = "http://paper.example/html/2024-03/02/node_2.htm"


def test_the_first_that_speaks_is_believed_and_no_other_asked() -> None:
    document = Document(clean=Cleaner())

    def said() -> Iterator[tuple[str, str | None]]:
        yield "title", None
        yield "menu", "江滨日报"
        raise AssertionError

    assert first(document, "paper", said()) == "江滨日报"
    assert document.witnesses == {"paper": "menu"}
    assert not document.notes


def test_no_witness_no_fact() -> None:
    document = Document(clean=Cleaner())

    assert first(document, "paper", [("title", ""), ("menu", None)]) is None
    assert not document.witnesses


@pytest.mark.parametrize(
    ("markup", "notes"),
    [
        (PAGE, ()),
        (PAGE.replace("<title>江滨日报", "<title>石桥日报"), ("differ-paper",)),
        (PAGE.replace("3月2日", "3月3日"), ("differ-date",)),
        (PAGE.replace("<p>第02版：要闻", "<p>第03版：副刊"), ("differ-number",)),
        (PAGE.replace("<p>第02版：要闻", "<p>第2版：要 闻"), ()),
    ],
)
def test_sure_witnesses_are_held_against_each_other(markup: str, notes: tuple[str, ...]) -> None:
    page = parse(markup, address=ADDRESS)

    assert page.report.notes == notes
    assert dict(page.report.witnesses)["date"] == "address"
