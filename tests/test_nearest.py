"""What a mistyped word may have meant."""

import time
from pathlib import Path

import pytest

from reader import limits
from reader.cli import main
from reader.nearest import nearest, nearest_paths


def test_the_nearest_name_comes_first_whatever_its_case() -> None:
    assert nearest("tooc", ["text", "TOC", "papers"])[0] == "TOC"
    assert nearest("人民日服", ["人民日报", "光明日报"])[0] == "人民日报"
    assert nearest("zzzz", ["toc", "text"]) == []
    assert len(nearest("node_1.htm", [f"node_{number}.htm" for number in range(9)])) == 3


def test_a_path_is_met_with_its_neighbours_written_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "日报").mkdir()
    (tmp_path / "日报/node_2.htm").touch()
    monkeypatch.chdir(tmp_path)

    assert nearest_paths("日报/nod_2.htm") == ["日报/node_2.htm"]
    assert nearest_paths(f"{tmp_path}/日报/nod_2.htm") == [f"{tmp_path}/日报/node_2.htm"]
    assert nearest_paths("日包/") == []
    assert nearest_paths("nowhere/node_2.htm") == []
    assert nearest_paths("\0/node_2.htm") == []


def test_only_so_many_names_and_characters_are_looked_at() -> None:
    others = [f"{number:04}" for number in range(limits.NEAR_NAMES)]
    longest = "江" * limits.NEAR_CHARACTERS

    assert limits.NEAR_NAMES == 1_000
    assert nearest("node", [*others[:-1], "nodes"]) == ["nodes"]
    assert nearest("node", [*others, "nodes"]) == []
    assert limits.NEAR_CHARACTERS == 60
    assert nearest(longest * 9, [longest, f"{longest}江"]) == [longest]


def test_the_nearest_of_a_thousand_names_alike_takes_no_time() -> None:
    names = [f"{'a' * 30}{number:030}" for number in range(5_000)]
    began = time.process_time()

    nearest("a" * 30 + "0" * 30 + "b" * 100_000, names)

    assert time.process_time() - began < 5


@pytest.mark.parametrize(
    ("word", "says"),
    [
        ("tooc", "banmian toc"),
        ("rmbr", "rmrb 人民日报"),
        ("人民日服", "rmrb 人民日报"),
        ("nod_2.htm", "node_2.htm"),
        ("./nod_2.htm", "node_2.htm"),
        ("shiqia", "shiqiao"),
        ("google.com", "banmian http://google.com"),
        ("www.people.example/x.htm", "banmian http://www.people.example/x.htm"),
        ("paper.com.cn/html/x.htm", "banmian http://paper.com.cn/html/x.htm"),
        ("127.0.0.1:8091/x.htm", "banmian http://127.0.0.1:8091/x.htm"),
        ("http://", "http://paper.example/"),
        ("ftp://paper.example/x.htm", "http://paper.example/"),
    ],
)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_what_is_nowhere_is_met_with_what_may_have_been_meant(
    word: str, says: str, language: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    (tmp_path / "node_2.htm").touch()
    (tmp_path / "shiqiao").mkdir()
    monkeypatch.chdir(tmp_path)

    for words in ([word], ["toc", word]):
        assert main([*words, "--lang", language]) in (2, 66)
        assert says in capsys.readouterr().err


def test_a_file_that_is_nowhere_is_no_address(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)

    for name in ("page.htm", "notes.txt", "a/b.html", "2023.03.27"):
        assert main([name]) == 66
        assert "http" not in capsys.readouterr().err
