"""What passes between the two processes comes out as it went in, and nothing else comes out at all."""

import contextlib
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.msgpack import encode

from reader.apart.values import answer, answered, asked, question
from reader.edition.model import Page
from reader.errors import TooLarge
from reader.newsstand.reading import clean_text, read_page
from reader.sources.base import Fetched
from reader.sources.classify import judge
from reader.sources.days import AddressPattern, index_days
from reader.sources.sample import find
from reader.worker import FUNCTIONS

PAGES = sorted(find().rglob("node_*.htm")) + sorted(find().rglob("content_*.htm"))[:20]


def test_every_page_of_the_sample_comes_out_as_it_went_in() -> None:
    assert PAGES
    for file in PAGES:
        page = read_page(file.read_bytes(), "", "", "")

        assert answered(answer(page), read_page) == page


def test_days_come_out_as_they_went_in() -> None:
    days = {date(2026, 5, 12): "http://paper.example/"}

    assert answered(answer(days), index_days) == days


def test_an_error_comes_out_with_its_facts() -> None:
    with pytest.raises(TooLarge) as found:
        answered(answer(TooLarge("too-large", name="甲.htm", mib=8)), read_page)

    assert (found.value.code, found.value.facts) == ("too-large", {"name": "甲.htm", "mib": 8})


def test_what_is_asked_comes_out_as_it_went_in() -> None:
    asked_of = (
        Fetched(data=bytes(range(256)), address="http://paper.example/甲.xml"),
        AddressPattern("http://paper.example/", "%Y-%m/%d", "2026-05/12/node_1.htm"),
    )

    assert asked(question(index_days, asked_of), FUNCTIONS) == (index_days, asked_of)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\xff",
        b"{}",
        b"\x80\x04\x95garbage[[[[{",
        encode((None, ["sh"])),
        encode((None, {"paper": 1})),
        encode((None, {"contents": [{"href": "a"}]})),
        encode((None, {"issued": "0000-00-00"})),
        encode((None, {"contents": [{"headline": "甲", "kind": "no such kind"}]})),
        encode((None, Page(), None)),
        encode((("Popen", "sh", {}), None)),
        encode((("TooLarge", "too-large", 1), None)),
        b"\x91" * 1_000_000,
        b"\x92\xc0" * 1_000_000,
        b"\xdd\xff\xff\xff\xff",
    ],
)
def test_what_is_no_answer_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - each has a message of its own
        answered(data, read_page)


@given(st.binary(max_size=200))
def test_any_bytes_are_an_answer_or_refused(data: bytes) -> None:
    with contextlib.suppress(ValueError):
        answered(data, read_page)


@pytest.mark.parametrize("function", [clean_text, judge, index_days])
def test_only_what_a_function_declares_comes_back(function: object) -> None:
    assert callable(function)
    with pytest.raises(ValueError, match=r"Expected|Invalid"):
        answered(answer(Page()), function)


def test_no_function_is_called_but_those_on_the_list() -> None:
    with pytest.raises(KeyError):
        asked(question(exec, ("1",)), FUNCTIONS)
