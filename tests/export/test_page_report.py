"""The report on a page: each fact in the reader's language, and the same for programs whatever that is."""

import inspect
import re
from pathlib import Path

import pytest

from reader import parsing
from reader.edition.model import Article, Clean, Facsimile, Headline, Page
from reader.edition.report import Report
from reader.export.page_report import report_lines
from reader.export.record import toc_record
from reader.parsing import decode
from reader.parsing.document import parse
from reader.parsing.neighbours import WAYS
from reader.sentences import TABLE
from reader.words import EN, ZH, Words
from tools.samples.dresses import DRESSES

REASONS = inspect.getsource(decode.Decoded).partition("Why this encoding")[2]
NOTES = tuple(key.removeprefix("note-") for key in TABLE if key.startswith("note-"))
PAGE = Page(report=Report(dialect="xy-a", encoding="utf-8", notes=NOTES, removed=(("escape", 2),)))


@pytest.mark.parametrize(("language", "other"), [(ZH, "[a-z]{4} [a-z]{2}"), (EN, "[\u4e00-\u9fff]")])
def test_the_report_speaks_one_language(language: int, other: str) -> None:
    lines = report_lines(PAGE, Words(language))

    assert [line for line in lines if re.search(other, line)] == []
    assert all(any(TABLE[f"note-{note}"][language] in line for line in lines) for note in NOTES)


def test_the_picture_and_what_nobody_signed_are_told() -> None:
    articles = (
        Article(headline=Clean("甲"), byline=Clean("林小禾")),
        Article(headline=Clean("乙")),
        Article(headline=Clean("丙")),
    )
    contents = tuple(Headline(headline=article.headline, article=article) for article in articles)
    page = Page(facsimile=Facsimile(image=Clean("b001.jpg"), pdf=Clean("b001.pdf")), contents=contents)

    lines = report_lines(page, Words(EN))

    assert "2 articles without a byline" in lines
    assert [line for line in lines if "b001" in line] == ["Page image: b001.jpg", "PDF: b001.pdf"]


def test_what_is_missing_has_no_row_and_one_is_no_plural() -> None:
    article = Article(headline=Clean("甲"))
    page = Page(
        facsimile=Facsimile(image=Clean("b/b001.jpg")),
        contents=(Headline(headline=Clean("甲"), article=article),),
    )

    lines = report_lines(page, Words(EN))

    assert "1 article on this page, all at hand" in lines
    assert "1 article without a byline" in lines
    assert not [line for line in lines if "PDF" in line or "Encoding" in line]


@pytest.mark.parametrize(
    ("encoding", "reason", "replaced", "chinese", "english"),
    [
        ("utf-8", "valid", 0, "编码 UTF-8，无误", "Encoding UTF-8, no errors"),
        ("utf-8", "valid", 1, "编码 UTF-8，有 1 个字认不出", "Encoding UTF-8, 1 character lost"),
        (
            "big5hkscs",
            "override",
            2,
            "编码 Big5，按你指定的，有 2 个字认不出",
            "Encoding Big5, as you asked, 2 characters lost",
        ),
    ],
)
def test_the_encoding_is_told_in_plain_words(
    encoding: str, reason: str, replaced: int, chinese: str, english: str
) -> None:
    page = Page(report=Report(encoding=encoding, reason=reason, replaced=replaced))

    assert any(line.endswith(chinese) for line in report_lines(page, Words(ZH)))
    assert any(line.endswith(english) for line in report_lines(page, Words(EN)))


def test_every_reason_for_an_encoding_has_words() -> None:
    reasons = re.findall(r'"(\w+)":', REASONS)

    assert len(reasons) == 7
    assert [reason for reason in reasons if f"encoding-{reason}" not in TABLE] == []


def test_programs_are_told_the_notes_in_sentences_that_stay() -> None:
    report = toc_record(PAGE)["report"]

    assert isinstance(report, dict)
    assert report["notes"] == [
        "The site led from https to http.",
        "The document came only in part.",
        "The page names two papers.",
        "The page tells two dates.",
        "The page tells two numbers of itself.",
    ]


@pytest.mark.parametrize("name", DRESSES)
def test_what_spoke_for_each_fact_is_told_of_any_page(name: str) -> None:
    for markup in (DRESSES[name].layout_page(), DRESSES[name].article_page()):
        page = parse(markup)
        told = dict(page.report.witnesses)

        assert {"document", "number", "paper", "date"} <= told.keys()
        for language in (ZH, EN):
            head = TABLE["report-witnesses"][language].partition("{")[0]
            (line,) = (line for line in report_lines(page, Words(language)) if line.startswith(head))
            assert all(TABLE[f"witness-{witness}"][language] in line for witness in told.values())


def test_every_witness_and_fact_has_words() -> None:
    sources = [path.read_text("utf-8") for path in Path(parsing.__file__).parent.glob("*.py")]
    witnesses = {word for source in sources for word in re.findall(r'yield "(\w+)",', source)}

    assert {"marks", "words", "caption", "address"} <= witnesses
    assert [word for word in witnesses if f"witness-{word}" not in TABLE] == []
    assert [field for field in WAYS if f"report-{field}" not in TABLE] == []
