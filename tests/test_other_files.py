"""What is no page is told for what it is, from wherever it comes, and passed over beside pages."""

import io
import random
import sys
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pytest

from reader.cli import main
from reader.errors import UnrecognisedPage
from reader.newsstand.saved import Saved, open_path
from reader.sources.folder import text
from tests.support.other_files import OTHER_FILES
from tests.support.press import MIDDLE_DAY
from tools.samples.dresses import DRESSES, MAIN

PAGE = MIDDLE_DAY[0] / "node_1.htm"
CHANCE = random.Random(7)  # noqa: S311 - it makes files
BLOBS = [CHANCE.randbytes(round(64 * 1024 ** CHANCE.random())) for _ in range(200)]
"""From 64 bytes to 64 kB, of every order of size as many; as compressed or encrypted data without a head."""
other_files = pytest.mark.parametrize(
    ("data", "code"), [*OTHER_FILES.values(), (BLOBS[0], "is-binary")], ids=[*OTHER_FILES, "blob"]
)
SAID = {
    "is-pdf": ("{name} 是 PDF", "{name} is a PDF"),
    "is-picture": ("{name} 是图片", "{name} is a picture"),
    "is-archive": ("{name} 是压缩包", "{name} is an archive"),
    "is-binary": ("{name} 不是网页，也不是", "{name} is neither a web page nor"),
}


@other_files
def test_a_file_and_a_pipe_that_hold_no_page_are_told_for_what_they_are(
    data: bytes,
    code: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    (tmp_path / "某.htm").write_bytes(data)
    for target, name in ((str(tmp_path / "某.htm"), "某.htm"), ("-", "-")):
        for lang, says in zip(("zh", "en"), SAID[code], strict=True):
            monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(data)))
            assert main(["toc", target, "--lang", lang]) == 65
            said = capsys.readouterr()
            assert said.out == ""
            assert says.format(name=name) in said.err
            assert said.err.count("\n") == 2, "what it is, and what to do"


@other_files
def test_beside_a_page_it_is_passed_over_and_alone_it_says_why(
    data: bytes, code: str, tmp_path: Path
) -> None:
    (tmp_path / "node_0.htm").write_bytes(data)
    with pytest.raises(UnrecognisedPage, match=code):
        list(Saved(open_path(tmp_path)).open())

    (tmp_path / "node_1.htm").write_bytes(PAGE.read_bytes())
    *_, edition = Saved(open_path(tmp_path)).open()
    assert [edition.addresses[i] for i, page in enumerate(edition.pages) if page] == ["node_1.htm"]


@pytest.mark.parametrize("folders", [("monday", "tuesday"), ("2026-05-11", "2026-05-12")])
def test_the_days_of_an_archive_are_found_and_opened_without_it(
    folders: tuple[str, str], tmp_path: Path
) -> None:
    for folder, day in zip(folders, ("11", "12"), strict=True):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "node_0.htm").write_bytes(BLOBS[1])
        (tmp_path / folder / "node_0_1.htm").write_bytes(OTHER_FILES["pdf"][0])
        (tmp_path / folder / "node_1.htm").write_bytes((PAGE.parents[1] / day / "node_1.htm").read_bytes())

    archive = open_path(tmp_path)

    opened = [list(Saved(archive, found.paper, found.issued).open())[-1].opened for found in archive.days]
    assert [page.issued for page in opened] == [date(2026, 5, 12), date(2026, 5, 11)]


def test_random_bytes_are_no_page_whatever_their_number() -> None:
    for data in BLOBS:
        with pytest.raises(UnrecognisedPage, match="is-binary"):
            list(Saved(text(data)).open())


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "big5hkscs", "utf-16", "utf-16-le", "utf-16-be"])
def test_a_page_opens_in_every_encoding(encoding: str) -> None:
    for dress in DRESSES.values():
        data = dress.article_page().encode(encoding, "xmlcharrefreplace")

        *_, edition = Saved(text(data)).open()

        assert edition.opened.contents[edition.opened.lead].headline == MAIN.headline
