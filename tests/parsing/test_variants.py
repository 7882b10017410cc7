"""Every form of the page is held to its facts; those that are not read right yet are named, and can only get fewer."""

from collections.abc import Collection

import pytest

from reader.edition.model import Page
from reader.parsing.document import parse
from reader.parsing.smallprint import compact
from tests.parsing.variants import VARIANTS, differences

NOT_YET = {
    "paper-that-is-no-报": "its masthead is taken for a headline",
    "weekly": "its masthead is taken for a headline",
    "caption-parted-by-blank": "no number",
    "caption-labelled": "no number",
    "caption-labelled-with-name": "no number",
    "caption-below-list": "the list is not found",
    "day-lunar-bare": "the day is taken for a kicker",
    "day-in-words": "the day is taken for a kicker",
    "day-wide-digits": "the day is taken for a kicker",
    "list-numbered": "the numbers stay in the headlines",
    "list-numbered-、": "the numbers stay in the headlines",
    "list-numbered-in-brackets": "the numbers stay in the headlines",
    "list-dashed": "the dashes stay in the headlines",
    "list-behind-text": "the list is not found",
    "neighbours-by-name": "the neighbours are taken for text",
    "index-above": "the first row of the index is taken for the caption",
    "index-above-masthead": "the caption is taken for a row of the index",
    "index-behind-text": "the caption is taken for a row of the index",
    "headline-twice": "the second is taken for a deck",
    "byline-boxed": "the byline is taken for a deck",
    "byline-boxed-tight": "the byline is taken for a deck",
    "property-line-without-blanks-alone": "the property line is taken for text",
    "text-first": "the list is not found",
    "headline-source-and-text": "the minute is taken for the name of a page",
    "fields-of-a-crawler": "the number is taken for the headline",
    "worn-paper-and-day-in-one": "the first row of the index is taken for the caption",
    "one-line": "refused",
    "one-line-indented": "refused",
    "body-on-one-line": "one paragraph",
    "wrapped": "each line is a paragraph",
    "links-numbered": "the numbers stay in the headlines",
    "quoted": "marks of empty lines are paragraphs",
    "entities": "the arrows are taken for a headline",
    "traditional": "the masthead is taken for a headline, the day for a kicker",
}
"""Variants that are not read right, and what is wrong with each."""
NOT_CLEAN_YET = (
    "paper-that-is-no-报",
    "weekly",
    "neighbours-by-name",
    "property-line-without-blanks-alone",
    "fields-of-a-crawler",
    "one-line",
    "one-line-indented",
    "entities",
    "traditional",
)
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
