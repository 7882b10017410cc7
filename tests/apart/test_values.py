"""What passes between the two processes comes out as it went in, and nothing else comes out at all."""

import contextlib
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.apart.values import ANSWERS, dump, load, makers_of
from reader.edition.model import BlockKind
from reader.errors import ReaderError, TooLarge
from reader.newsstand.reading import read_document
from reader.sources.base import Fetched
from reader.sources.days import AddressPattern
from reader.sources.sample import find

PAGES = sorted(find().rglob("node_*.htm")) + sorted(find().rglob("content_*.htm"))[:20]


def test_every_page_of_the_sample_comes_out_as_it_went_in() -> None:
    assert PAGES
    for file in PAGES:
        leaf = read_document(Fetched(data=file.read_bytes(), address=file.name))

        assert load(dump(leaf), ANSWERS) == leaf


def test_a_kind_comes_out_as_the_kind_it_was() -> None:
    assert load(dump(BlockKind.SUBHEAD), ANSWERS) is BlockKind.SUBHEAD


def test_an_error_comes_out_with_its_facts() -> None:
    error = load(dump(TooLarge("too-large", name="甲.htm", mib=8)), ANSWERS)

    assert isinstance(error, TooLarge)
    assert (error.code, error.facts) == ("too-large", {"name": "甲.htm", "mib": 8})


def test_what_is_asked_comes_out_as_it_went_in() -> None:
    asked = (
        Fetched(data=bytes(range(256)), address="甲\udce4.htm"),
        AddressPattern("http://paper.example/", "%Y-%m/%d", "2026-05/12/node_1.htm"),
        {date(2026, 5, 12): "http://paper.example/"},
    )

    assert load(dump(asked), makers_of((Fetched, AddressPattern))) == asked


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\xff",
        b"{",
        b'{"Fetched": ["", ""]}',
        b'{"Popen": [["sh"]]}',
        b'{"Page": [1]}',
        b'{"Page": [], "Leaf": []}',
        b'{"date": [0, 0, 0]}',
        b'{"date": [1e400, 1, 1]}',
        b'{"date": ["x"]}',
        b'{"BlockKind": ["no such kind"]}',
        b"[" * 100_000,
        b"9" * 10_000,
    ],
)
def test_what_is_no_answer_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - each has a message of its own
        load(data, ANSWERS)


@given(st.binary(max_size=200))
def test_any_bytes_are_an_answer_or_refused(data: bytes) -> None:
    with contextlib.suppress(ValueError):
        load(data, ANSWERS)


def test_only_values_of_the_model_and_our_errors_may_be_in_an_answer() -> None:
    classes = {name for name in ANSWERS if name not in ("bytes", "date", "dict")}

    assert classes >= {
        "Leaf",
        "Page",
        "Headline",
        "Article",
        "Block",
        "JumpLine",
        "Zone",
        "Report",
        "TooLarge",
    }
    assert classes.isdisjoint({"Fetched", "Path", "Popen", "partial"})
    assert issubclass(ReaderError, Exception)
    assert Path not in ANSWERS.values()
