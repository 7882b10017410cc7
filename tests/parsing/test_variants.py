"""Every form of the page is held to its facts."""

import pytest

from reader.edition.model import Page
from reader.parsing.document import parse
from reader.parsing.tables import compact
from tests.parsing.variants import VARIANTS, differences


def said(page: Page) -> list[str]:
    """Every headline and block of a page, without blanks."""
    blocks = [block.text for entry in page.contents if entry.article for block in entry.article.blocks]
    return [compact(text) for text in (*(entry.headline for entry in page.contents), *blocks)]


@pytest.mark.parametrize("name", VARIANTS)
def test_a_variant_says_its_facts(name: str) -> None:
    variant = VARIANTS[name]

    wrong = differences(variant, parse(variant.text))

    assert not wrong, "\n".join([f"{name} is not read right", *wrong, "", variant.text])


@pytest.mark.parametrize("name", VARIANTS)
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
