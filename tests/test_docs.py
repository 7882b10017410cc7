"""What the documents say is what the program does."""

import os
import re
import shutil
import subprocess
import sys
import tomllib
from datetime import date
from pathlib import Path

import pytest

from reader.options import ALL, Row
from reader.sources.papers import Papers
from reader.typesetting.cells import widths
from reader.ui.commands import COMMANDS, DAILY
from reader.ui.lines import footer
from reader.ui.screens.help import HelpScreen
from reader.ui.spans import LineStyle, Marks
from reader.words import Words
from tests.support.matrix import in_matrix
from tests.support.newsprint import PAGE

ROOT = Path(__file__).resolve().parent.parent
READMES = (("README.zh-CN.md", 0), ("README.md", 1))


@pytest.mark.parametrize(("name", "language"), READMES)
def test_the_readmes_table_of_keys_is_the_registry(name: str, language: int) -> None:
    text = (ROOT / name).read_text("utf-8")
    rows = [f"| `{c.shown}` | {c.labels[language]} | {c.helps[language]} |" for c in COMMANDS]

    assert "\n".join(rows) in text


@pytest.mark.parametrize(("name", "language"), READMES)
def test_the_film_is_the_first_thing_and_the_six_keys_the_first_table(name: str, language: int) -> None:
    title, film, *rest = filter(None, (ROOT / name).read_text("utf-8").splitlines())
    table = [line for line in rest if line.startswith("|")][2:8]

    assert title.startswith("# ")
    assert film.endswith("](docs/film.zh.gif)")
    assert table == [
        f"| `{' '.join(key for key, _ in hint.shown(language))}` | {' · '.join(hint.names(language))} |"
        for hint in DAILY
    ]


@pytest.mark.parametrize(("name", "language"), READMES)
def test_the_help_begins_with_the_six_keys(name: str, language: int) -> None:
    style = LineStyle(Words(language), widths(), Marks())
    keys = [" ".join(key for key, _ in hint.shown(language)) for hint in DAILY]
    helped = [
        "".join(span.text for span in line).strip().split("  ")[0] for line in HelpScreen(style).lines(80)[:6]
    ]

    assert helped == keys
    assert "".join(span.text for span in footer(style, 100)).strip() == style.words.say("help-keys")
    assert name


def test_both_readmes_have_the_same_sections_and_commands() -> None:
    chinese, english = ((ROOT / name).read_text("utf-8") for name, _ in READMES)

    def commands(text: str) -> list[str]:
        blocks = re.findall(r"```\n(.*?)```", text, re.S)
        return [line.partition("#")[0].strip() for block in blocks for line in block.splitlines()]

    assert len(re.findall(r"^## ", chinese, re.M)) == len(re.findall(r"^## ", english, re.M))
    assert commands(chinese) == commands(english)


def line_of(row: Row, language: int) -> str:
    """A row of the table of options as the READMEs have it."""
    text = row.texts[language]
    if row.section == "codes":
        return f"| {('、', ', ')[language].join(row.names)} | {text} |"
    name = " ".join((*row.names, row.value)).strip().replace("|", r"\|")
    if row.section == "options":
        places = "" if "version" in row.commands else f"{' '.join(row.commands)} "
        return f"| `{name}` | {places}| {text} |"
    before = "banmian " if row.section == "commands" and row.names != ("banmian",) else ""
    return f"| `{before}{name}` | {text} |"


@pytest.mark.parametrize("section", ["commands", "options", "codes", "settings"])
@pytest.mark.parametrize(("name", "language"), READMES)
def test_the_readmes_tables_of_the_command_line_are_the_table_of_options(
    name: str, language: int, section: str
) -> None:
    rows = "\n".join(line_of(row, language) for row in ALL if row.section == section)

    assert f"|---|\n{rows}\n\n" in (ROOT / name).read_text("utf-8")


@pytest.mark.parametrize(("name", "_language"), READMES)
def test_every_file_the_readmes_link_to_is_there(name: str, _language: int) -> None:
    text = (ROOT / name).read_text("utf-8")

    for link in re.findall(r"\]\(([^)#:]+)\)", text):
        assert (ROOT / link).is_file(), link


def test_every_test_that_the_threat_model_names_is_there() -> None:
    named = re.findall(r"`(test_\w+)`", (ROOT / "SECURITY.md").read_text("utf-8"))
    files = (ROOT / "tests").rglob("test_*.py")
    there = {name for file in files for name in re.findall(r"def (test_\w+)", file.read_text("utf-8"))}

    assert len(named) > 30
    assert [name for name in named if name not in there] == []


@pytest.mark.parametrize(("name", "_language"), READMES)
def test_the_rows_of_papers_in_the_readmes_are_rows(name: str, _language: int) -> None:
    text = (ROOT / name).read_text("utf-8")
    rows = "\n".join(line for line in text.splitlines() if re.match(r"\w+ = \{", line))

    papers = Papers(tomllib.loads(rows))

    assert (
        papers.get("石桥日报").expand(date(2026, 5, 2)) == "http://paper.example/html/2026-05/02/node_1.htm"
    )
    assert papers.get("rmrb").name == "人民日报"


def test_the_pictures_are_small() -> None:
    for picture in (ROOT / "docs").glob("*.png"):
        assert picture.stat().st_size <= 300_000


def test_the_film_is_small_and_neither_hasty_nor_long() -> None:
    film = (ROOT / "docs/film.zh.gif").read_bytes()
    # the graphic control extension of each frame, to its end: it holds how many hundredths of a second the frame stands
    controls = re.findall(rb"!\xf9\x04.(..).\x00[!,]", film, re.S)
    lengths = [int.from_bytes(length, "little") for length in controls]

    assert len(film) <= 1_500_000
    assert len(lengths) >= 10
    assert 2000 <= sum(lengths) <= 3000


NO_ONE_TYPES = ("./run", "uv ", "pipx ", "banmian http", "banmian rmrb", "banmian --paste")
"""How lines of the READMEs begin that install, or need a network or a clipboard."""


def typed(name: str) -> list[str]:
    """What the README says to type, as it stands there, without comments."""
    blocks = re.findall(r"```\n(.*?)```", (ROOT / name).read_text("utf-8"), re.S)
    lines = [line.partition("  #")[0].strip() for block in blocks for line in block.splitlines()]
    return [line for line in lines if "banmian" in line and not line.startswith(NO_ONE_TYPES)]


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A folder with the files that the READMEs speak of, and nothing else."""
    day = ROOT / "sample_pages/qsrb/html/2026-05/12"
    (tmp_path / "desk").mkdir()
    for file in day.glob("*.htm"):
        shutil.copy(file, tmp_path / "desk")
    shutil.copytree(day, tmp_path / "desk/2023-03-27")
    shutil.copytree(ROOT / "sample_pages/qsrb", tmp_path / "desk/papers-at-home/qsrb")
    (tmp_path / "desk/page.txt").write_text(PAGE, "utf-8")
    program = tmp_path / "banmian"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m reader "$@"\n', "utf-8")
    program.chmod(0o755)
    return tmp_path / "desk"


@in_matrix("line", typed("README.md"), daily=typed("README.md")[::3])
def test_what_the_readme_says_to_type_runs_in_a_clean_folder(line: str, desk: Path) -> None:
    there = {
        "PATH": f"{desk.parent}:{os.defpath}",
        "PYTHONPATH": str(ROOT),
        "BANMIAN_HOME": str(desk.parent / "home"),
    }
    line = line.replace("curl …", "cat node_2.htm").replace("| less", "| cat")

    ended = subprocess.run(["sh", "-c", line], check=False, cwd=desk, env=there, capture_output=True)

    assert (ended.returncode, ended.stderr) == (0, b"")
    assert ended.stdout


def test_the_six_lines_of_the_readme_run(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(ROOT / "sample_pages/qsrb/html/2026-05/12")
    code = re.search(r"```python\n(.*?)```", (ROOT / "README.md").read_text("utf-8"), re.S)
    assert code is not None

    exec(compile(code[1].replace("node_2.htm", "node_1.htm"), "README", "exec"), {})  # noqa: S102 - our own lines

    assert "青石日报 2026-05-12" in capsys.readouterr().out
