"""The command line: its answers, its codes, its contract."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from reader.cli import main
from tests.parsing.invented import POPUPS, layout
from tests.support.matrix import in_matrix
from tests.support.newsprint import HEADLINES, PAGE
from tests.support.press import MIDDLE_DAY

pytestmark = pytest.mark.usefixtures("read_once")

ROOT = Path(__file__).parents[1]
DAY = MIDDLE_DAY[0]
EXPECTED = sorted((ROOT / "sample_pages").glob("*/html/*/*/node_*.expected.json"))
Json = Any  # what json gives


@pytest.fixture
def page(tmp_path: Path) -> str:
    file = tmp_path / "page.txt"
    file.write_text(PAGE, "utf-8")
    return str(file)


def answer(capsys: pytest.CaptureFixture[str], *words: object) -> str:
    assert main([str(word) for word in words]) == 0
    said = capsys.readouterr()
    assert said.err == ""
    return said.out


def agree(ours: Json, theirs: Json, path: str = "") -> None:
    """Every field that both sides have is the same; what the page writes is compared without ./ and query."""
    if isinstance(ours, dict) and isinstance(theirs, dict):
        for name in ours.keys() & theirs.keys():
            agree(ours[name], theirs[name], f"{path}.{name}")
    elif isinstance(ours, list) and isinstance(theirs, list) and not path.endswith("zones"):
        assert len(ours) == len(theirs), path
        for number, (one, other) in enumerate(zip(ours, theirs, strict=True)):
            agree(one, other, f"{path}[{number}]")
    elif path.endswith("zones"):
        assert sorted(ours) == sorted(theirs), path
    else:
        strip = str.maketrans("", "", "")
        one, other = (
            value.removeprefix("./").partition("?")[0].translate(strip)
            if isinstance(value, str) and not path.endswith("text")
            else value
            for value in (ours, theirs)
        )
        assert one == other, path


@in_matrix("file", EXPECTED, daily=EXPECTED[:2])
def test_the_contract_holds_for_every_page_of_the_samples(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    value = json.loads(file.read_text("utf-8"))
    page = file.with_name(file.name.replace("expected.json", "htm"))

    toc = json.loads(answer(capsys, "toc", page, "--json"))
    texts = json.loads(answer(capsys, "text", page, "--json"))

    agree(toc, value["toc"])
    agree(texts, value["articles"])


def test_an_article_is_the_same_on_its_own_page_and_on_the_pages_of_the_day(
    capsys: pytest.CaptureFixture[str],
) -> None:
    file = EXPECTED[0]
    page = file.with_name(file.name.replace("expected.json", "htm"))
    href = json.loads(file.read_text("utf-8"))["toc"]["articles"][-1]["href"]

    one = json.loads(answer(capsys, "text", page.with_name(href), "--json"))
    of_page = json.loads(answer(capsys, "text", page, "--json"))
    chosen = json.loads(answer(capsys, "text", page, "--article", len(of_page), "--json"))

    assert one["headline"] == of_page[-1]["headline"]
    assert one == chosen | {"report": one["report"]}


@pytest.mark.skipif("BANMIAN_CORPUS" not in os.environ, reason="BANMIAN_CORPUS names no folder of real pages")
def test_the_reference_page_agrees(capsys: pytest.CaptureFixture[str]) -> None:
    folder = Path(os.environ.get("BANMIAN_CORPUS", ""), "reference")
    value = json.loads((folder / "reference_page.expected.json").read_text("utf-8"))

    toc = json.loads(answer(capsys, "toc", folder / "reference_page.txt", "--json"))

    agree(toc, value.get("toc", value))


def test_toc_and_text_write_only_the_answer(page: str, capsys: pytest.CaptureFixture[str]) -> None:
    toc = answer(capsys, "toc", page)
    text = answer(capsys, "text", page, "--article", 5, "--width", 40)

    assert all(headline in toc for headline in HEADLINES)
    assert max(map(len, text.splitlines())) <= 40
    assert HEADLINES[4] in text
    assert "水车" in answer(capsys, page)


def test_the_widest_text_keeps_paragraphs_whole(page: str, capsys: pytest.CaptureFixture[str]) -> None:
    lines = answer(capsys, "text", page, "--article", 5, "--width", 0).splitlines()

    assert sum(line.startswith("　　") for line in lines) == 6


@pytest.mark.parametrize(
    ("words", "code", "says"),
    [
        (["toc", "nowhere.htm"], 66, "没有这个文件"),
        (["text", "PAGE", "--article", "7"], 2, "没有第 7 篇"),
        (["text", "PAGE", "--article", "1"], 1, "不在所开的文件里"),
        (["text", "ALONE"], 1, "不在所开的文件里"),
        (["toc", "EMPTY"], 65, "没有认出"),
        (["toc", "PAGE", "--encoding", "klingon"], 65, "没有这种编码"),
        (["toc"], 2, "例如：banmian toc sample"),
        (["toc", "PAGE", "--nonsense"], 2, "--nonsense"),
        (["PAGE", "--json"], 2, "--json"),
        (["toc", "FOLDER"], 66, "没有存下的网页"),
        (["toc", "SAMPLES", "--page", "77"], 3, "没有第 77 版，这里有 2 版"),
        (["toc", "SAMPLES", "--date", "2026-05-13"], 3, "没有 2026年5月13日 的报纸"),
        (["toc", "SAMPLES", "--date", "someday"], 2, "这不是日期"),
        (["toc", "SAMPLES", "--paper", "rmrb"], 2, "没有 rmrb"),
        (["toc", "rmr"], 2, "rmrb 人民日报"),
        (["toc", "http://"], 2, "不是完整的网址"),
        (["toc", "http://[foo"], 2, "不是完整的网址"),
        (["toc", "HTTP:foo"], 2, "不是完整的网址"),
        (["toc", "http://127.0.0.1:9/node_1.htm"], 69, "没有应答"),
    ],
)
def test_each_failure_has_its_code_and_two_lines(
    words: list[str], code: int, says: str, page: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "empty.htm").write_text("<html>", "utf-8")
    (tmp_path / "folder").mkdir()
    places = {"PAGE": page, "EMPTY": str(tmp_path / "empty.htm"), "FOLDER": str(tmp_path / "folder")}
    places["SAMPLES"] = str(ROOT / "sample_pages")
    places["ALONE"] = str(shutil.copy(DAY / "node_1.htm", str(tmp_path)))

    assert main([*(places.get(word, word) for word in words), "--lang", "zh"]) == code

    said = capsys.readouterr()
    assert said.out == ""
    assert says in said.err
    assert said.err.startswith("banmian: ")
    assert said.err.count("\n") == 2


@pytest.mark.parametrize(
    ("words", "refused"),
    [
        (["toc", "-"], "banmian -"),
        (["-"], "-"),
        (["text"], "TARGET"),
        (["http://"], "http:// "),
        (["help", "zzzz"], "zzzz"),
        (["nowhere.htm"], "nowhere.htm"),
        (["sample", "--json"], "banmian sample --json"),
        (["sample", "--lang", "fr"], "fr"),
    ],
)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_advice_is_what_was_just_refused(
    words: list[str], refused: str, language: str, tmp_path: Path, capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.setenv("BANMIAN_LANG", language)
    (tmp_path / "empty").touch()

    with (tmp_path / "empty").open(encoding="utf-8") as empty:
        monkeypatch.setattr("sys.stdin", empty)
        assert main(words) != 0

    advice = capsys.readouterr().err.splitlines()[1].strip(" .。")
    assert advice
    assert refused not in advice


def test_a_layout_page_whose_articles_are_partly_missing_is_code_1(
    page: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["text", page]) in (0, 1)
    assert HEADLINES[4] in capsys.readouterr().out


@pytest.mark.parametrize(
    ("parts", "says"),
    [({}, "给存有文章网页的文件夹"), ({"area_map": "", "headlines": ""}, "这一版的网页里没有文章")],
)
def test_a_layout_page_without_articles_has_contents_and_no_text(
    parts: dict[str, str], says: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "node_2.htm"
    file.write_text(layout(**parts).replace(POPUPS, ""), "utf-8")

    answer(capsys, "toc", file)
    code = main(["text", str(file), "--json", "--lang", "zh"])

    said = capsys.readouterr()
    assert (code, said.out) == (1, "[]\n")
    assert says in said.err


def run(*words: str, cwd: Path, stdin: bytes = b"", keep: bool = True) -> subprocess.CompletedProcess[bytes]:
    environment = {
        "PATH": "",
        "PYTHONPATH": str(ROOT),
        "LANG": "C.UTF-8",
        "BANMIAN_HOME": str(cwd),
        "BANMIAN_LANG": "zh",
    }
    return subprocess.run(
        [sys.executable, "-m", "reader", *words],
        check=False,
        cwd=cwd,
        env=environment,
        input=stdin,
        capture_output=keep,
    )


def test_a_file_called_toc_is_opened_by_its_path(tmp_path: Path) -> None:
    (tmp_path / "toc").write_text(PAGE, "utf-8")

    opened, asked = run("./toc", cwd=tmp_path), run("toc", "toc", cwd=tmp_path)

    assert (opened.returncode, asked.returncode) == (0, 0)
    assert "石桥镇的水车停了十一年" in opened.stdout.decode()


def test_without_a_terminal_the_sample_or_the_pipe_is_printed(tmp_path: Path) -> None:
    sample, pipe = run(cwd=tmp_path), run("-", cwd=tmp_path, stdin=PAGE.encode("gb18030"))

    assert (sample.returncode, sample.stderr) == (0, b"")
    assert "漱江最后一条渡船" in sample.stdout.decode()
    assert "水车" in pipe.stdout.decode()
    assert run("-", cwd=tmp_path).returncode == 66
    assert list(tmp_path.iterdir()) == []


def test_whoever_has_read_enough_may_close_the_pipe(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "reader", "text", str(DAY), "--lang", "zh"]
    with subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_an_answer_that_cannot_be_written_is_code_74(tmp_path: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        ended = subprocess.run(
            [sys.executable, "-m", "reader", "toc", str(DAY)], check=False, cwd=tmp_path, stdout=full,
            stderr=subprocess.PIPE, env=os.environ | {"PYTHONPATH": str(ROOT)},
        )  # fmt: skip

    assert ended.returncode == 74
    assert ended.stderr.count(b"\n") == 2


@pytest.mark.parametrize(
    ("asked", "first"),
    [([], "六十年前"), (["--date", "5-11"], "等来了自己的铅字"), (["--page", "2"], "月票")],
)
def test_paper_day_and_page_of_a_folder(
    asked: list[str], first: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert first in answer(capsys, "toc", ROOT / "sample_pages", "--paper", "qsrb", *asked)


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A person's own rows of the registry."""
    monkeypatch.setenv("BANMIAN_HOME", str(tmp_path))
    return tmp_path / "papers.toml"


def test_papers_are_listed_under_a_head_and_ones_own_are_marked(
    own: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    own.write_text('shiqiao = { name = "石桥日报", url = "http://paper.example/%Y%m%d/" }', "utf-8")

    everything = answer(capsys, "papers").splitlines()
    *_, head, line = answer(capsys, "papers", "石桥", "--lang", "zh").splitlines()
    (record,) = json.loads(answer(capsys, "papers", "shiqiao", "--json"))

    assert len(everything) > 200
    assert head.split() == ["代号", "报名", "英文名", "地区", "网址"]
    assert line.split() == ["shiqiao", "石桥日报", "http://paper.example/%Y%m%d/", "自己写的"]
    assert (record["code"], record["encoding"], record["reached"]) == ("shiqiao", None, "never")


def test_a_word_that_no_paper_has_is_code_1_with_those_near_it_and_a_broken_file_of_rows_is_named(
    own: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for word, near in (("rmbr", "rmrb 人民日报"), ("没有这份报", "")):
        assert main(["papers", word, "--lang", "zh"]) == 1
        said = capsys.readouterr()
        assert said.out == ""
        assert f"“{word}”" in said.err
        assert near in said.err
        assert said.err.count("\n") == 2
    assert main(["papers", "没有这份报", "--json"]) == 1
    assert capsys.readouterr().out == "[]\n"
    own.write_text("shiqiao = ", "utf-8")
    assert main(["papers"]) == 2
    assert str(own) in capsys.readouterr().err


def test_the_text_on_the_clipboard_is_opened_as_a_page(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    clip, tool = tmp_path / "clip", tmp_path / "xclip"
    clip.write_text(PAGE, "utf-8")
    tool.write_text(f"#!/bin/sh\nexec /bin/cat {clip}\n", "utf-8")
    tool.chmod(0o700)
    for name in ("WAYLAND_DISPLAY", "TMUX", "SSH_TTY", "SSH_CONNECTION"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("DISPLAY", ":none")
    monkeypatch.setenv("PATH", str(tmp_path))

    assert HEADLINES[4] in answer(capsys, "--paste")
    (tmp_path / "page.txt").write_text(PAGE, "utf-8")
    clip.write_text(f"'{tmp_path}/page.txt'", "utf-8")
    assert HEADLINES[4] in answer(capsys, "--paste")
    clip.write_text(" ", "utf-8")
    assert main(["--paste", "--lang", "zh"]) == 66
    assert "读不到剪贴板" in capsys.readouterr().err
