"""What each door brings into a fresh process."""

import subprocess
import sys

import pytest


def loaded_after(statement: str) -> set[str]:
    """Run a statement in a new interpreter; the modules it left loaded."""
    code = f"{statement}\nimport sys\nprint('\\n'.join(sys.modules), file=sys.__stdout__)"
    result = subprocess.run(
        [sys.executable, "-c", code], check=True, capture_output=True, text=True, encoding="utf-8"
    )
    return set(result.stdout.split())


@pytest.mark.parametrize("flag", ["--version", "--help"])
def test_help_and_version_import_no_textual(flag: str) -> None:
    statement = f"""
import contextlib, reader.cli
with contextlib.suppress(SystemExit):
    reader.cli.main(['{flag}'])"""

    modules = loaded_after(statement)

    assert modules.isdisjoint({"textual", "rich", "bs4", "pyperclip", "asyncio"})


def test_the_model_stands_alone() -> None:
    modules = loaded_after("import reader.edition.model")

    assert modules.isdisjoint({"textual", "bs4", "sqlite3", "asyncio", "socket"})


def test_the_first_frame_waits_for_no_parser() -> None:
    modules = loaded_after("import reader.cli, reader.launch, reader.ui.app")

    later = {"bs4", "html.parser", "pyperclip", "sqlite3", "reader.newsstand.reading", "PIL", "textual_image"}
    assert modules.isdisjoint(later)


def test_bs4_comes_without_its_selectors() -> None:
    modules = loaded_after("import reader.newsstand.reading")

    assert "bs4" in modules
    assert "soupsieve" not in modules
