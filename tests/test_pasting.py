"""What a pasted text is taken for: an address, a path as terminals write it, or neither."""

import shlex
from pathlib import Path

import pytest

from reader import limits
from reader.newsstand.pasting import target_in
from tests.support.newsprint import BODY, PAGE


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder whose name a shell would take for two, with a page in it; here, and at home."""
    found = tmp_path / "青石 日报's (1)"
    found.mkdir()
    (found / "page.htm").write_text("桥", "utf-8")
    monkeypatch.chdir(found)
    monkeypatch.setenv("HOME", str(tmp_path))
    return found


def written(path: Path) -> dict[str, str]:
    """One path in the spellings that terminals and file managers paste."""
    return {
        "plain": str(path),
        "with a line end": f"{path}\n",
        "quoted": shlex.quote(str(path)),
        "in double quotes": f'"{path}"',
        "with backslashes": "".join(f"\\{c}" if c in " '()" else c for c in str(path)),
        "as an address": path.as_uri(),
        "as an address of this machine": path.as_uri().replace("file:///", "file://localhost/"),
        "from home": f"~/{path.relative_to(Path.home())}",
    }


def test_a_path_is_known_in_every_spelling(folder: Path) -> None:
    for path in (folder, folder / "page.htm"):
        for spelling, text in written(path).items():
            assert target_in(text) == str(path), spelling
    assert target_in("page.htm") == "page.htm"


@pytest.mark.parametrize("url", ["http://127.0.0.1:8091/html/node_1.htm", " HTTPS://paper.example/ \n"])
def test_an_address_is_one(url: str) -> None:
    assert target_in(url) == url.strip()


@pytest.mark.parametrize(
    "path", ["/nowhere/at all", "./nowhere.htm", "../nowhere", "//[", "file://elsewhere.example/x"]
)
def test_what_can_only_be_a_path_is_one_even_if_nothing_is_there(folder: Path, path: str) -> None:
    assert target_in(path) == path


@pytest.mark.parametrize(
    "text",
    [
        "", " \n", "abc", "It's", '"', "新闻", "a/b", "5/12", "file.", "~x/../..", "http://a b",
        "http://a.example\nhttp://b.example", "/x\n/x", "https", BODY[1], PAGE, "x" * 300 + "/y", "\x00/",
    ],
)  # fmt: skip
def test_anything_else_is_neither(folder: Path, text: str) -> None:
    assert target_in(text) == ""


def test_a_bare_word_is_never_a_path(folder: Path) -> None:
    (folder / "abc").mkdir()

    assert target_in("abc") == ""
    assert target_in("./abc") == "./abc"


def test_a_longer_text_is_not_looked_at() -> None:
    most = limits.TARGET_CHARACTERS
    address = "http://a.example/"

    assert target_in(address.ljust(most, "x"))
    assert target_in(address.ljust(most + 1, "x")) == ""
