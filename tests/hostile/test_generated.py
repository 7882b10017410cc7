"""Thousands of documents made at random: each is a page whose every string is clean, or an error of ours."""

import random
from pathlib import Path

import pytest

from reader.edition.model import Page
from reader.errors import PageError
from reader.exits import Exit
from reader.newsstand.reading import read_document
from reader.words import EN, ZH, Words
from tests.hostile.generated import generated
from tests.hostile.strings import unclean
from tests.hostile.test_command_line import RUNS, check_manners, ended
from tests.support.oracle import offences
from tests.support.tally import Tally

COMMANDS = (("toc",), ("text",), ("doctor",), (), ("toc", "--json"), ("text", "--json"))


def is_read(chance: random.Random) -> bool:
    """Judge a generated document; whether it was a page."""
    page = Page()
    told: list[tuple[str, ...]] = [("a page",)]
    try:
        page = read_document(generated(chance)).page
    except PageError as error:
        told = [Words(language).error(error) for language in (ZH, EN)]
    assert all(line and not offences(line.encode()) for lines in told for line in lines)
    assert unclean(page) == []
    return told == [("a page",)]


def test_documents_made_of_hostile_pieces_are_pages_of_clean_strings_or_errors_of_ours(
    chance: random.Random,
) -> None:
    assert 10 < sum(is_read(chance) for _ in range(40)) <= 40


@pytest.mark.slow
@pytest.mark.fuzz
@pytest.mark.parametrize("part", range(20))
def test_thousands_of_documents(part: int, chance: random.Random, tally: Tally) -> None:
    pages = 0
    for _ in range(250):
        tally("generated documents read in process")
        pages += is_read(chance)
    tally("of them pages, each string judged", pages)


@pytest.mark.slow
@pytest.mark.fuzz
@pytest.mark.parametrize("number", range(300))
def test_a_generated_page_in_a_command(
    number: int, chance: random.Random, tmp_path: Path, tally: Tally
) -> None:
    file = tmp_path / "page.htm"
    file.write_bytes(generated(chance).data)

    result = ended(*COMMANDS[number % len(COMMANDS)], str(file))

    tally(RUNS)
    tally(f"ended with code {result.returncode}")
    tally("crashes", result.returncode not in {*Exit} - {Exit.BUG} or b"Traceback" in result.stderr)
    tally("ESC bytes", (result.stdout + result.stderr).count(b"\x1b"))
    check_manners(result)
    assert result.returncode != Exit.BUG
