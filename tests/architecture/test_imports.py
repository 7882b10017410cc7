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
    modules = loaded_after("import reader.cli, reader.program, reader.ui.app")

    later = {"bs4", "html.parser", "pyperclip", "sqlite3", "reader.newsstand.reading", "PIL", "textual_image"}
    assert modules.isdisjoint(later)


def test_bs4_comes_without_its_selectors_and_the_other_parsers() -> None:
    modules = loaded_after("import reader.parsing.document")

    assert "bs4" in modules
    assert modules.isdisjoint({"soupsieve", "lxml", "html5lib"})


def test_the_process_that_shows_pages_never_loads_what_reads_them() -> None:
    statement = """
import asyncio
from pathlib import Path
from reader.apart.process import Apart, reading_command
from reader.arguments import Arguments
from reader.newsstand.targets import find_stand
from reader.typesetting.ladder import Capabilities
from reader.ui.app import BanmianApp
from reader.words import ZH, Words
from tests.support.press import MIDDLE_DAY
from tests.support.screens import NOW
from tests.support.sessions import session
async def read():
    Apart.running = Apart(reading_command())
    stand = find_stand(Arguments(target=str(MIDDLE_DAY[0])), Words(ZH), NOW)
    app = BanmianApp(session(Path("/dev/null/nowhere"), stand), Words(ZH), Capabilities())
    async with app.run_test() as pilot:
        await pilot.pause()
        await app.workers.wait_for_complete()
        assert app.reading._view and app.reading._view.at_hand
    Apart.running.stop()
asyncio.run(read())"""

    modules = loaded_after(statement)

    assert "reader.ui.app" in modules
    assert modules.isdisjoint({"bs4", "html.parser", "reader.parsing.document", "reader.parsing.clean"})
