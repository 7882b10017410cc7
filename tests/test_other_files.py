"""What is no page is told for what it is, from wherever it comes, and passed over beside pages."""

import io
import random
import sys
import time
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pytest

from reader.cli import main
from reader.errors import UnrecognisedPage
from reader.export.page_report import unread_lines
from reader.newsstand.saved import Saved, open_path
from reader.sources.folder import text
from reader.sources.sites import site_kind
from reader.sources.texts import genre
from reader.words import ZH, Words
from tests.support.like_others import LIKE_OTHERS
from tests.support.other_files import OTHER_FILES
from tests.support.other_sites import OTHER_SITES
from tests.support.other_texts import OTHER_TEXTS
from tests.support.press import MIDDLE_DAY
from tools.samples.dresses import DRESSES, MAIN

PAGE = MIDDLE_DAY[0] / "node_1.htm"
CHANCE = random.Random(7)  # noqa: S311 - it makes files
BLOBS = [CHANCE.randbytes(round(64 * 1024 ** CHANCE.random())) for _ in range(200)]
"""From 64 bytes to 64 kB, of every order of size as many; as compressed or encrypted data without a head."""
OTHERS = {
    **OTHER_FILES,
    **{name: (said.encode(), code) for name, (said, code) in (OTHER_TEXTS | OTHER_SITES).items()},
    "blob": (BLOBS[0], "is-binary"),
}
other_files = pytest.mark.parametrize(("data", "code"), OTHERS.values(), ids=OTHERS)
SAID = {
    "is-pdf": ("{name} 是 PDF", "{name} is a PDF"),
    "is-picture": ("{name} 是图片", "{name} is a picture"),
    "is-archive": ("{name} 是压缩包", "{name} is an archive"),
    "is-binary": ("{name} 不是网页，也不是", "{name} is neither a web page nor"),
    "is-json": ("{name} 是数据（JSON）", "{name} is data (JSON)"),
    "is-mail": ("{name} 是邮件", "{name} is a mail"),
    "is-mhtml": ("{name} 是连图片打包", "{name} is a web page packed"),
    "is-feed": ("{name} 是网址的清单", "{name} is a list of addresses"),
    "is-data": ("{name} 是给程序用的数据", "{name} is data for programs"),
    "is-table": ("{name} 是表格", "{name} is a table"),
    "is-code": ("{name} 是程序或排版的源代码", "{name} is source code"),
    "is-log": ("{name} 是程序的运行记录", "{name} is the log of a program"),
    "is-settings": ("{name} 是程序的设置", "{name} holds settings"),
    "is-subtitles": ("{name} 是字幕", "{name} holds subtitles"),
    "is-manual": ("{name} 是软件的说明", "{name} is the manual of a program"),
    "is-encoded": ("{name} 是编成字母的数据", "{name} is encoded data"),
    "is-form": ("{name} 只有要填的框", "{name} is a form to fill in"),
    "is-shop": ("{name} 是网店的商品", "{name} is a shop's page"),
    "is-forum": ("{name} 是论坛的帖子", "{name} is a forum's page"),
    "is-wiki": ("{name} 是百科的条目", "{name} is a wiki's page"),
    "is-blog": ("{name} 是博客", "{name} is a blog's page"),
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
    stand = Saved(open_path(tmp_path))
    *_, edition = stand.open()
    assert [edition.addresses[i] for i, page in enumerate(edition.pages) if page] == ["node_1.htm"]
    for lang, says in enumerate(SAID[code]):
        (line,) = unread_lines(stand.unread(edition), Words(lang))
        assert says.format(name="node_0.htm") in line


def test_of_much_that_is_passed_over_the_first_is_named_and_the_rest_counted(tmp_path: Path) -> None:
    (tmp_path / "node_1.htm").write_bytes(PAGE.read_bytes())
    for i in range(25):
        (tmp_path / f"{i}.htm").write_bytes(OTHERS["pdf"][0])
    stand = Saved(open_path(tmp_path))
    *_, edition = stand.open()

    lines = unread_lines(stand.unread(edition), Words(ZH))

    assert len(lines) == 21
    assert lines[0] == "未读：0.htm 是 PDF，不是网页"
    assert lines[-1] == "还有 5 个文件未读"


def test_there_are_forty_of_them_and_each_kind_has_its_sentence() -> None:
    assert len(OTHERS) >= 40
    assert {code for _, code in OTHERS.values()} == set(SAID)


@pytest.mark.parametrize(("said", "headline"), LIKE_OTHERS.values(), ids=LIKE_OTHERS)
def test_a_page_that_looks_like_something_else_opens(said: str, headline: str) -> None:
    for encoding in ("utf-8", "gb18030"):
        *_, edition = Saved(text(said.encode(encoding))).open()

        assert headline in [entry.headline for entry in edition.opened.contents]


@pytest.mark.parametrize("name", LIKE_OTHERS)
def test_so_it_does_beside_a_page_as_a_file(name: str, tmp_path: Path) -> None:
    (tmp_path / "node_1.htm").write_bytes(PAGE.read_bytes())
    (tmp_path / "other.htm").write_text(LIKE_OTHERS[name][0], encoding="utf-8")
    stand = Saved(open_path(tmp_path))

    *_, edition = stand.open()

    assert not stand.unread(edition)


@pytest.mark.parametrize(
    ("said", "code"), [each for each in OTHER_TEXTS.values() if each[1] not in ("is-encoded",)]
)
@pytest.mark.parametrize("encoding", ["gb18030", "utf-16"])
def test_a_text_is_told_for_what_it_is_in_every_encoding(said: str, code: str, encoding: str) -> None:
    with pytest.raises(UnrecognisedPage, match=code):
        list(Saved(text(said.encode(encoding))).open())


@pytest.mark.parametrize("name", OTHER_TEXTS)
def test_however_long_it_is_its_start_tells_what_it_is(name: str) -> None:
    said, code = OTHER_TEXTS[name]
    start = time.process_time()
    assert genre(said * (400_000 // len(said))) == code
    assert time.process_time() - start < 1


@pytest.mark.slow
@pytest.mark.parametrize(
    "piece",
    ["a", " ", "\t", "a ", "a=", "=", "-", ":", "{", "(", '"', "`", "a.", "a;", ",", "<", "<a ", "/*", "渡"],
)
def test_no_text_takes_long_to_judge(piece: str) -> None:
    for said in (piece * 400_000, (piece * 1_000 + "\n") * 400, f"渡口\n{piece * 300}\n" * 300):
        start = time.process_time()
        genre(said)
        site_kind(said, said)
        assert time.process_time() - start < 2, piece


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
