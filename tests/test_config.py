"""config.toml: what it may say, what comes before it, and what is said of its mistakes."""

import json
import re
import tomllib
from pathlib import Path

import pytest

from reader import limits
from reader.arguments import Arguments
from reader.cli import main
from reader.config import Config, load
from reader.library.positions import Positions
from reader.options import SETTINGS
from reader.settings import in_force, template
from reader.typesetting.ladder import TextSize
from reader.ui.themes import THEMES
from reader.words import EN, ZH, Words, choose
from tests.support.press import MIDDLE_DAY
from tests.support.screens import reading

pytestmark = pytest.mark.usefixtures("read_once")

WHOLE = 'language = "en"\ntheme = "night"\nambiguous = 2\nsize = "large"\ncitation = "gbt7714"\n'


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where a person's settings are, in an environment that says nothing."""
    for name in ("BANMIAN_LANG", "LC_ALL", "LC_MESSAGES", "LANG", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("BANMIAN_HOME", str(tmp_path))
    return tmp_path / "config.toml"


def found(file: Path, text: str) -> Config:
    file.write_text(text, "utf-8")
    return load(file)


def told(config: Config, language: int = EN) -> list[tuple[str, str]]:
    return [Words(language).error(problem) for problem in config.problems]


def test_every_setting_is_read(file: Path) -> None:
    config = found(file, WHOLE)

    assert (config.language, config.theme, config.ambiguous, config.size) == ("en", "night", 2, "large")
    assert (config.citation, config.problems, set(config.given)) == ("gbt7714", (), set(SETTINGS))
    assert load(file.with_name("nothing.toml")) == Config()


def test_the_table_of_settings_is_what_the_program_has() -> None:
    assert {*SETTINGS} | {"given", "problems"} == {*Config.__struct_fields__}
    assert SETTINGS["theme"].choices == tuple(THEMES)
    assert {*SETTINGS["size"].choices} == {size.name.lower() for size in TextSize}


@pytest.mark.parametrize("name", SETTINGS)
def test_every_value_of_the_table_can_be_set(name: str, file: Path) -> None:
    row = SETTINGS[name]
    for choice in row.choices:
        config = found(file, f"{name} = {choice}" if row.is_number else f'{name} = "{choice}"')
        assert str(getattr(config, name)) == choice
        assert config.problems == ()


@pytest.mark.parametrize(
    ("text", "what", "hint"),
    [
        ("them = 'night'", "no setting them", "theme"),
        ('"夜" = 1', "no setting 夜", "language theme ambiguous size citation"),
        ("theme = 'nigth'", 'theme cannot be "nigth"', '"paper" "night" "contrast" "terminal"'),
        ("ambiguous = 3", "ambiguous cannot be 3", "1 2"),
        ("ambiguous = '2'", 'ambiguous cannot be "2"', "1 2"),
        ("ambiguous = true", "ambiguous cannot be true", "1 2"),
        ("ambiguous = 1.0e0", "ambiguous cannot be …", "1 2"),
        (f"size = 0x{'f' * 60_000}", "size cannot be …", '"default"'),
        ("language = ['zh']", "language cannot be …", '"zh" "en"'),
        ("theme = 'night'\n\ntheme", "line 3", "theme ="),
        ("theme = 'night'\ntheme = 'night'\n", "line 2", "theme ="),
        ("[a", "line 1", "theme ="),
        ("a = " + "[" * 9_000, "is not", "theme ="),
        ("a = " + "9" * 9_000, "not TOML", "theme ="),
    ],
)
def test_a_mistake_is_named_with_what_would_be_right(text: str, what: str, hint: str, file: Path) -> None:
    config = found(file, text)
    ((said, advice),) = told(config)

    assert str(file) in said
    assert what in said
    assert hint in advice
    chinese = " ".join(told(config, ZH)[0]).replace(str(file), "")
    assert set(re.findall("[a-z]{3,}", chinese)) <= {
        *(name for row in SETTINGS.values() for name in (*row.names, *row.choices)), "them", "nigth", "true",
    }  # fmt: skip


def test_a_mistake_keeps_no_other_setting_from_counting(file: Path) -> None:
    config = found(file, "theme = 'night'\nsize = 'huge'\n")

    assert (config.theme, config.size, len(config.problems)) == ("night", "", 1)


def test_of_many_mistakes_the_first_three_are_told(file: Path) -> None:
    config = found(file, "\n".join(f"wrong{number} = 1" for number in range(2_000)))

    assert limits.CONFIG_PROBLEMS == 3
    assert [key in said for key, (said, _) in zip(("wrong0", "wrong1", "wrong2"), told(config), strict=True)]


def test_a_file_of_64_kib_is_read_and_a_larger_one_is_not(file: Path) -> None:
    assert limits.CONFIG_BYTES == 64 * 1024
    fill = "#" * (limits.CONFIG_BYTES - len("theme='night'\n"))
    assert found(file, f"theme='night'\n{fill}").theme == "night"
    larger = found(file, f"theme='night'\n{fill}#")
    assert (larger.theme, [problem.code for problem in larger.problems]) == ("", ["unreadable"])


def test_what_is_no_file_or_no_text_is_told(file: Path) -> None:
    file.mkdir()
    assert [problem.code for problem in load(file).problems] == ["unreadable"]
    file.rmdir()
    file.write_bytes(b"\xff\xfe")
    assert [problem.code for problem in load(file).problems] == ["config-wrong"]


def test_a_person_may_keep_it_elsewhere_and_link_it(file: Path, tmp_path: Path) -> None:
    (tmp_path / "dotfiles").write_text(WHOLE, "utf-8")
    file.symlink_to(tmp_path / "dotfiles")

    assert load(file).theme == "night"


def test_a_mistake_stops_no_command_and_is_told_beside_its_answer(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file.write_text("theme = 'nigth'\nlanguage = 'zh'", "utf-8")

    assert main(["toc", str(MIDDLE_DAY[0])]) == 0
    said = capsys.readouterr()
    assert "漱江" in said.out
    assert (
        said.err
        == f'banmian: {file}：theme 不能是 "nigth"\n  可以是："paper" "night" "contrast" "terminal"\n'
    )


# What counts first


def test_the_language_is_that_of_the_command_line_the_environment_the_file_the_locale() -> None:
    locale = {"LANG": "zh_CN.UTF-8"}

    assert choose("", {}, "").language == EN
    assert choose("", locale, "").language == ZH
    assert choose("", locale, "en").language == EN
    assert choose("", locale | {"BANMIAN_LANG": "zh"}, "en").language == ZH
    assert choose("en", locale | {"BANMIAN_LANG": "zh"}, "zh").language == EN


def test_the_language_of_the_file_is_that_of_commands_and_errors(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file.write_text("language = 'zh'", "utf-8")

    assert main(["--nonsense"]) == 2
    assert "没有 --nonsense 这个选项" in capsys.readouterr().err
    assert main(["help", "--lang", "en"]) == 0
    assert "Exit codes" in capsys.readouterr().out


def sources(
    arguments: Arguments, environment: dict[str, str], positions: Positions
) -> dict[str, tuple[str, str]]:
    words = choose(arguments.lang, environment, arguments.config.language)
    rows = in_force(arguments, words, environment, positions)
    return {name: (value, source) for name, value, source in rows}


def test_every_setting_in_force_is_told_with_where_it_comes_from(file: Path) -> None:
    positions = Positions(file.with_name("places.json"))
    assert sources(Arguments(), {}, positions) == {
        "language": ("en", "default"),
        "theme": ("automatic", "as the terminal says"),
        "ambiguous": ("automatic", "as the terminal says"),
        "size": ("default", "default"),
        "citation": ("plain", "default"),
    }
    config = found(file, WHOLE)
    from_file = Arguments(config=config, ambiguous=2)
    assert sources(from_file, {"LANG": "zh"}, positions) == {
        "language": ("en", "config.toml"),
        "theme": ("night", "config.toml"),
        "ambiguous": ("2", "config.toml"),
        "size": ("large", "config.toml"),
        "citation": ("gbt7714", "config.toml"),
    }
    positions.theme, positions.step = "contrast", 0
    chosen = sources(from_file, {"BANMIAN_LANG": "en"}, positions)
    assert chosen["language"] == ("en", "environment, BANMIAN_LANG")
    assert chosen["theme"] == ("contrast", "chosen while reading")
    assert chosen["size"] == ("default", "chosen while reading")
    typed = Arguments(config=config, ambiguous=1, lang="zh", given=("ambiguous", "lang"))
    last = sources(typed, {"NO_COLOR": "1", "BANMIAN_LANG": "en"}, positions)
    assert last["language"] == ("zh", "命令行")
    assert last["ambiguous"] == ("1", "命令行")
    assert last["theme"] == ("terminal", "环境变量 NO_COLOR")
    assert sources(Arguments(), {"LANG": "zh_CN"}, positions)["language"] == ("zh", "环境变量 LANG")


# `banmian config`


@pytest.mark.parametrize("words", [Words(ZH), Words(EN)], ids=["zh", "en"])
def test_the_file_that_is_written_explains_every_setting_and_sets_none(words: Words, file: Path) -> None:
    text = template(words)

    assert tomllib.loads(text) == {}
    for name, row in SETTINGS.items():
        assert row.texts[words.language] in text
        assert re.search(rf"^# {name} = ", text, re.M)
    assert load(file) == Config()
    config = found(file, re.sub(r"^# (?=\w+ = )", "", text, flags=re.M))
    assert (config.problems, set(config.given)) == ((), set(SETTINGS))


def test_the_file_is_written_once_and_never_again(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["config", "--lang", "zh"]) == 0
    written, first = file.read_text("utf-8"), capsys.readouterr().out
    assert str(file) in first
    assert "新写的" in first
    assert written == template(Words(ZH))

    file.write_text("theme = 'night'", "utf-8")
    assert main(["config", "--ambiguous", "2", "--lang", "en"]) == 0

    said = capsys.readouterr().out
    assert file.read_text("utf-8") == "theme = 'night'"
    assert "was not touched" in said
    assert re.search(r"theme +night +config\.toml", said)
    assert re.search(r"ambiguous +2 +command line", said)
    assert sorted(path.name for path in file.parent.iterdir()) == ["config.toml"]


def test_where_it_cannot_be_written_the_code_is_74(
    file: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    file.touch()
    monkeypatch.setenv("BANMIAN_HOME", str(file / "below"))

    assert main(["config"]) == 74
    assert str(file / "below") in capsys.readouterr().err


# While reading


async def test_theme_and_type_size_of_the_file_hold_until_others_are_chosen(file: Path) -> None:
    config = found(file, "theme = 'night'\nsize = 'large'\n")
    async with reading(file.parent, MIDDLE_DAY[0], config=config) as seen:
        assert (seen.app.theme, seen.app.reading._pane.step) == ("night", TextSize.LARGE)
        await seen.press("minus", "c")
        chosen = (seen.app.theme, seen.app.reading._pane.step)
        assert chosen == ("contrast", TextSize.DEFAULT)
    async with reading(file.parent, MIDDLE_DAY[0], config=config) as seen:
        assert (seen.app.theme, seen.app.reading._pane.step) == chosen
    assert json.loads((file.parent / "places.json").read_text("utf-8"))["chosen_step"] == 0


async def test_who_chose_nothing_is_not_said_to_have(file: Path) -> None:
    async with reading(file.parent, MIDDLE_DAY[0]) as seen:
        await seen.press("right")
    async with reading(file.parent, MIDDLE_DAY[0], config=found(file, "size = 'small'")) as seen:
        assert seen.app.reading._pane.step == TextSize.SMALL
