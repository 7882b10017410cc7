import os
import re
from datetime import date
from pathlib import Path

import pytest

from reader import limits
from reader.errors import NotPublished, UsageError
from reader.sources.base import Fetched
from reader.sources.papers import Papers, front_page, listing, readable, record
from reader.words import EN, ZH, Words

DAY = date(2026, 5, 1)
DOCUMENTED = {
    ("cqrb", ""): "https://epaper.cqrb.cn/cqrb/2026-05/01/001/node.htm",
    ("cqrb", "2"): "https://epaper.cqrb.cn/cqrb/2026-05/01/002/node.htm",
    ("rmrb", ""): "http://paper.people.com.cn/rmrb/pc/layout/202605/01/node_01.html",
    ("rmrb", "16"): "http://paper.people.com.cn/rmrb/pc/layout/202605/01/node_16.html",
    ("zqb", "03"): "https://zqb.cyol.com/html/2026-05/01/nbs.D110000zgqnb_03.htm",
    ("zqsb", "5"): "https://epaper.stcn.com/col/202605/01/node_A005.html",
    ("zqsb", "B5"): "https://epaper.stcn.com/col/202605/01/node_B005.html",
    ("jxrb", "2"): "http://epaper.jxnews.com.cn/jxrb/html/2026-05/01/node_187.htm",
    ("hunanrb", ""): "https://epaper.voc.com.cn/hnrb/html/2026-05/01/",
    ("gzdaily", ""): "https://gzdaily.dayoo.com/pc/html/2026-05/01/node_1.htm?v=1",
}


def test_known_papers_expand_to_their_documented_addresses() -> None:
    papers = Papers()

    for (code, page), address in DOCUMENTED.items():
        assert papers.get(code).expand(DAY, page) == address


def test_every_row_is_an_address_of_its_day_with_its_evidence() -> None:
    rows = Papers().find()

    assert len(rows) >= 200
    assert len({paper.code for paper in rows}) == len(rows)
    for paper in rows:
        address = paper.expand(DAY)
        assert re.fullmatch(r"https?://[\w.-]+(:\d+)?/\S*", address), paper
        assert "%" not in address
        assert address.count("05") >= 1
        assert paper.expand(date(2026, 5, 2)) != address
        assert paper.expand(DAY, "1") == address
        assert paper.evidence in "RCVG"
        assert paper.reached == "never"


def test_a_row_of_ones_own_corrects_or_adds(tmp_path: Path) -> None:
    own = tmp_path / "papers.toml"
    own.write_text(
        'rmrb = { url = "https://new.example/%Y%m/%d/node_01.html" }\n'
        'mine = { name = "校报", url = "http://school.example/%Y-%m/%d/node_1.htm" }\n',
        "utf-8",
    )

    papers = Papers.load(own)

    assert papers.get("rmrb").expand(DAY, "2") == "https://new.example/202605/01/node_02.html"
    assert papers.get("rmrb").name == "人民日报"
    assert papers.get("rmrb").evidence == "user"
    assert papers.get("校报").code == "mine"
    assert Papers.load(tmp_path / "none.toml").get("rmrb").evidence == "C"


@pytest.mark.parametrize(
    "text",
    [
        'rmrb = { urll = "x" }',
        'new = { name = "x" }',
        'new = { url = "ftp://x", name = "x" }',
        "a = 1",
        "[[",
        "a = " + "[" * 100_000,
    ],
)
def test_a_wrong_row_is_told(text: str, tmp_path: Path) -> None:
    own = tmp_path / "papers.toml"
    own.write_text(text, "utf-8")

    with pytest.raises(UsageError) as caught:
        Papers.load(own)

    for language in (ZH, EN):
        assert all(Words(language).error(caught.value))


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes and links")
def test_a_file_of_papers_may_be_a_link_but_no_pipe_no_device_and_not_too_large(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own, kept = tmp_path / "papers.toml", tmp_path / "kept.toml"
    own.symlink_to(kept)
    assert Papers.load(own).get("rmrb").evidence == "C"
    kept.write_text('mine = { name = "校报", url = "http://school.example/%Y%m%d/" }\n', "utf-8")
    assert Papers.load(own).get("mine").name == "校报"

    monkeypatch.setattr(limits, "PAPERS_BYTES", 10)
    os.mkfifo(tmp_path / "pipe")
    for refused in (kept, tmp_path / "pipe", Path("/dev/zero"), tmp_path):
        own.unlink()
        own.symlink_to(refused)
        with pytest.raises(UsageError, match="bad-papers"):
            Papers.load(own)
        assert readable(refused).get("rmrb").name == "人民日报"


def test_an_unknown_code_names_those_near_it() -> None:
    papers = Papers()

    with pytest.raises(UsageError) as near:
        papers.get("rmbr")
    with pytest.raises(UsageError) as nothing:
        papers.get("xyzzyqqq")

    assert "rmrb 人民日报" in Words(ZH).error(near.value)[0]
    assert Words(EN).error(nothing.value)[0] == "No file and no paper is called xyzzyqqq"


def test_papers_are_listed_with_what_is_known_of_them() -> None:
    found = Papers().find("重庆日报")

    assert [paper.code for paper in found] == ["cqrb"]
    assert "cqrb" in listing(found, Words(ZH))
    assert "reached never" in listing(found, Words(EN))
    assert record(found[0])["encoding"] is None


def test_a_row_that_fails_tells_what_was_tried_and_how_to_correct_it() -> None:
    paper = Papers().get("rmrb")

    error = NotPublished("not-published", name=paper.expand(DAY))
    error.tried = {"paper": "rmrb", "url": paper.expand(DAY), "evidence": "C", "reached": "never"}
    error.tried["config"] = "papers.toml"

    _, told = Words(EN).error(error)

    assert paper.expand(DAY) in told
    assert "evidence C, reached never" in told
    assert 'papers.toml: rmrb = { url = "…" }' in told


def test_of_two_papers_of_one_name_the_persons_own_is_meant() -> None:
    own = {"mine": {"name": "人民日报", "url": "http://paper.example/%Y%m%d/node_1.htm"}}

    assert {
        paper.code for paper in (Papers(own).get("人民日报"), Papers(own).named("人民日报")) if paper
    } == {"mine"}


def test_a_front_page_without_a_constant_name_comes_from_the_month_index() -> None:
    paper = Papers().get("hunanrb")
    index = "<period><period_date>2026-05-01</period_date><front_page>node_203.htm</front_page></period>"
    asked: list[str] = []

    def fetch(address: str) -> Fetched:
        asked.append(address)
        return Fetched(data=index.encode(), address=address)

    def nothing(address: str) -> Fetched:
        raise NotPublished("not-published", name=address)

    assert front_page(paper, DAY, "", fetch) == "https://epaper.voc.com.cn/hnrb/html/2026-05/01/node_203.htm"
    assert asked == ["https://epaper.voc.com.cn/hnrb/html/2026-05/period.xml"]
    with pytest.raises(NotPublished, match="no-paper-that-day"):
        front_page(paper, date(2026, 5, 2), "", fetch)
    assert front_page(paper, DAY, "", nothing) == paper.expand(DAY)
    assert front_page(Papers().get("rmrb"), DAY, "4", nothing) == Papers().get("rmrb").expand(DAY, "4")
