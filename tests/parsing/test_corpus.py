"""The pages the format was learned from, read in place: they are not ours to copy."""

import json
import os
from pathlib import Path
from typing import Any

import pytest

from reader.edition.model import Page
from reader.parsing.document import parse
from reader.sources.classify import file_kind
from tests.parsing.invented import opened
from tools import corpus

CORPUS = Path(os.environ.get("BANMIAN_CORPUS", ""))
pytestmark = pytest.mark.skipif(
    not os.environ.get("BANMIAN_CORPUS"),
    reason="BANMIAN_CORPUS names no folder with reference/ and real_pages/",
)

Facts = dict[str, Any]  # JSON


def plain(href: str | None) -> str | None:
    return href.partition("?")[0].removeprefix("./") if href else href


def facts(page: Page) -> Facts:
    return {
        "paper": page.paper,
        "date": str(page.issued),
        "page": {"number": page.number, "name": page.name},
        "pages": [
            {"number": row.number, "name": row.name, "href": plain(row.href), "pdf": row.pdf or None}
            for row in page.page_index
        ],
        "articles": [
            {
                "headline": entry.headline,
                "href": plain(entry.href),
                "zones": {tuple(pixel for point in zone.points for pixel in point) for zone in entry.zones},
            }
            for entry in page.contents
        ],
        "previous_page": page.previous_page,
        "next_page": page.next_page,
        "facsimile": page.facsimile
        and {
            "image": page.facsimile.image,
            "width": page.facsimile.width,
            "height": page.facsimile.height,
            "pdf": page.facsimile.pdf,
        },
        "sister_papers": [{"name": paper.name, "href": paper.url} for paper in page.sister_papers],
    }


@pytest.mark.parametrize("builder", ["html.parser", "lxml", "html5lib"])
@pytest.mark.parametrize("name", ["kjrb-2023-02-10-01/node_2.htm", "zglyb-2017-10-13-01/node_1.htm"])
def test_a_real_page_says_what_a_person_read_in_it(name: str, builder: str) -> None:
    path = CORPUS / "real_pages" / name
    expected: Facts = json.loads(path.with_name("expected.json").read_text(encoding="utf-8"))
    del expected["notes"]
    for row in (*expected["pages"], *expected["articles"]):
        row["href"] = plain(row["href"])
    for entry in expected["articles"]:
        entry["zones"] = {tuple(zone) for zone in entry["zones"]}

    page = parse(path.read_text(encoding="utf-8-sig"), builder=builder)

    assert facts(page) == expected
    assert page.opens_at is None


def test_the_reference_page_says_what_a_person_read_in_it() -> None:
    folder = CORPUS / "reference"
    expected: Facts = json.loads((folder / "reference_page.expected.json").read_text(encoding="utf-8"))

    page = parse((folder / "reference_page.txt").read_text(encoding="utf-8"))
    article = opened(page)

    assert (page.paper, page.publisher, str(page.issued), page.weekday) == tuple(
        expected[key] for key in ("paper", "publisher", "date", "weekday")
    )
    assert {"number": page.number, "name": page.name} == expected["page"]
    assert [{"name": paper.name, "href": paper.url} for paper in page.sister_papers] == expected[
        "sister_papers"
    ]
    assert [entry.headline for entry in page.contents] == expected["headlines"]
    assert page.opens_at == expected["article"]["position_in_list"] - 1
    assert [{"kind": block.kind.value, "text": block.text} for block in article.blocks] == expected["blocks"]
    assert article.jump_from
    assert article.jump_from.page == expected["article"]["jump_from"]["page"]
    assert article.characters == expected["counts"]["body_characters"]
    assert page.copyright_notice == expected["footer"]["copyright"]
    assert {page.previous_page, page.next_page, article.previous_article, article.next_article} == {""}


def test_what_is_found_in_genuine_pages_does_not_fall_below_its_floor() -> None:
    folder = corpus.folder()
    if folder is None:
        pytest.skip("BANMIAN_CORPUS holds no corpus/")

    found, wrong = corpus.shares(folder)

    assert corpus.below(found) == [], wrong


def test_no_real_page_is_taken_for_another_file() -> None:
    files = [file for kind in ("*.htm", "*.html", "*.txt") for file in CORPUS.rglob(kind)]

    assert files
    assert [file.name for file in files if file_kind(file.read_bytes())] == []
