"""Every form of the page is held to its facts; those that are not read right yet are named, and can only get fewer."""

from collections.abc import Collection

import pytest

from reader.edition.model import Page
from reader.parsing.document import parse
from reader.parsing.tables import compact
from tests.parsing.variants import VARIANTS, differences

NOT_YET = {
    "paper-that-is-no-报": "its masthead is taken for a headline",
    "fields-of-a-crawler": "no name of the page",
    "worn-paper-and-day-in-one": "the first row of the index is taken for the caption",
    "one-line": "the row of papers and the name of the page are parted",
    "one-line-indented": "the row of papers and the name of the page are parted",
    "wrapped": "each line is a paragraph",
}
"""Variants that are not read right, and what is wrong with each."""
NOT_CLEAN_YET = ("paper-that-is-no-报", "fields-of-a-crawler")
"""Variants whose small print gets into a headline or a block, and those that are refused."""


def variants(failing: Collection[str]) -> list[object]:
    """The names of all variants, with a mark on those that must fail."""
    marks = {name: pytest.mark.xfail(strict=True, reason=NOT_YET[name]) for name in failing}
    return [pytest.param(name, marks=marks.get(name, ()), id=name) for name in VARIANTS]


def said(page: Page) -> list[str]:
    """Every headline and block of a page, without blanks."""
    blocks = [block.text for entry in page.contents if entry.article for block in entry.article.blocks]
    return [compact(text) for text in (*(entry.headline for entry in page.contents), *blocks)]


@pytest.mark.parametrize("name", variants(NOT_YET))
def test_a_variant_says_its_facts(name: str) -> None:
    variant = VARIANTS[name]

    wrong = differences(variant, parse(variant.text))

    assert not wrong, "\n".join([f"{name} is not read right", *wrong, "", variant.text])


@pytest.mark.parametrize("name", variants(NOT_CLEAN_YET))
def test_small_print_is_in_no_headline_and_no_block(name: str) -> None:
    variant = VARIANTS[name]

    texts = said(parse(variant.text))

    leaked = [
        f"{word} in {text}" for word in sorted(variant.form.small_print) for text in texts if word in text
    ]
    assert not leaked, "\n".join([f"{name} lets small print in", *leaked, "", variant.text])


def test_there_are_many_variants_and_each_is_another_text() -> None:
    texts = {variant.text: name for name, variant in VARIANTS.items()}

    assert len(VARIANTS) >= 60
    assert [name for name, variant in VARIANTS.items() if texts[variant.text] != name] == []


def test_the_tables_of_what_fails_name_variants() -> None:
    assert [name for name in NOT_YET if name not in VARIANTS] == []
    assert [name for name in NOT_CLEAN_YET if name not in NOT_YET] == []
