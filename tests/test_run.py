"""What a person types: `./run`, and the reader's own words after it."""

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.support.tally import PARTS
from tests.support.terminal import ROOT

pytestmark = pytest.mark.skipif(shutil.which("bash") is None, reason="needs bash")

PYTHON = """#!/bin/sh
case "$1 ${2:-}" in
    "-m pytest") printf '<%s>' "$@" ;;
    -c* | -m*) ;;
    *) printf '%s|%s|' "$PWD" "$BANMIAN_OPEN_SAMPLE"; printf '<%s>' "$@" ;;
esac
"""
"""Stands in for the environment's Python: tells what it was to run, and where."""


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A checkout whose environment is there already, and a folder beside it."""
    checkout = tmp_path / "checkout"
    (checkout / ".venv/run/bin").mkdir(parents=True)
    for name in ("run", "requirements.lock"):
        shutil.copy(ROOT / name, checkout / name)
    python = checkout / ".venv/run/bin/python"
    python.write_text(PYTHON, "utf-8")
    python.chmod(0o755)
    (tmp_path / "elsewhere").mkdir()
    return checkout


def said(checkout: Path, *words: str) -> str:
    ended = subprocess.run(
        ["bash", str(checkout / "run"), *words],
        check=True,
        capture_output=True,
        cwd=checkout.parent / "elsewhere",
    )
    return ended.stdout.decode()


@pytest.mark.parametrize(
    "words", [(), ("page.htm",), ("../a b.htm", "--lang", "en"), ("toc", "-"), ("--paste",)]
)
def test_what_is_no_word_of_runs_own_goes_to_the_reader_from_where_it_was_typed(
    checkout: Path, words: tuple[str, ...]
) -> None:
    given = "".join(f"<{word}>" for word in ("-P", "-m", "reader", *words))

    assert said(checkout, *words) == f"{checkout.parent / 'elsewhere'}|1|{given}"


@pytest.mark.parametrize("part", PARTS)
def test_a_part_of_the_slow_tests_is_chosen_by_its_mark(checkout: Path, part: str) -> None:
    environment = checkout / ".venv/dev"
    (checkout / ".venv/run").rename(environment)

    asked = said(checkout, "slow", part, "-x")

    chosen = "slow" + "".join(f" and not {other}" for other in PARTS[:-1]) if part == "rest" else part
    assert asked.endswith(f"<-m><{chosen}><-x>")
    assert said(checkout, "slow", "-x").endswith("<-m><slow or net><-x>")


def test_runs_own_words_win(checkout: Path) -> None:
    (checkout.parent / "elsewhere/help").write_text("a file of that name", "utf-8")

    assert "./run FILE" in said(checkout, "help")
    assert "./run lock" in said(checkout, "--help")
