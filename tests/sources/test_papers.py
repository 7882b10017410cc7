import os
import re
from datetime import date, timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace

from reader import limits
from reader.errors import NotPublished, UsageError
from reader.sentences import TABLE
from reader.sources.base import Fetched
from reader.sources.days import AddressPattern
from reader.sources.papers import Papers, front_page, listing, readable, record
from reader.typesetting.cells import cells, widths
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
        'rmrb = { before = "2024-12-01" }',
        'rmrb = { before = { someday = "http://x" } }',
        "rmrb = { before = { 2024-12-01 = 1 } }",
        'rmrb = { before = { 2024-12-01 = "ftp://x" } }',
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
    assert Words(EN).error(nothing.value)[0] == "No file, command or paper called xyzzyqqq"


def test_the_list_says_once_how_well_the_rows_are_known_and_marks_those_that_differ() -> None:
    own = {"mine": {"name": "校报", "url": "http://school.example/%Y%m%d/"}}
    found = Papers(own).find()
    for language, tried, guess, mine in (
        (ZH, "都还没有试过", "网址是推测的", "自己写的"),
        (EN, "none\nhas been tried yet", "the address is a guess", "your own row"),
    ):
        text = listing(found, Words(language))
        about, table = text.split("\n\n")
        head, *rows = table.splitlines()

        assert about.count(tried) == 1
        assert max(map(len, about.splitlines())) <= 79
        assert len(head.split()) == 5
        assert len(rows) == len(found) > 200
        assert [row.split()[0] for row in rows if guess in row] == ["kjrb", "xfzlb"]
        assert [row.split()[0] for row in rows if mine in row] == ["mine"]
        assert "never" not in table

    reached = (replace(found[0], reached="2026-05-12"),)
    assert listing(reached, Words(EN)).endswith("  opened on 2026-05-12\n")


def test_national_papers_come_first_then_provinces_each_in_order_of_code() -> None:
    rows = Papers().find()
    places = list(dict.fromkeys(paper.place for paper in rows))

    assert [paper.place for paper in rows] == [place for place in places for p in rows if p.place == place]
    assert places == TABLE["places"][ZH].split(), "in the official order, and each with an English name"
    for place in places:
        codes = [paper.code for paper in rows if paper.place == place]
        assert codes == sorted(codes)
    assert "National" in listing(rows[:1], Words(EN)).splitlines()[-1]


def test_names_are_in_chinese_and_in_english_where_the_paper_has_one() -> None:
    papers = Papers()

    (row,) = listing((papers.get("rmrb"),), Words(EN)).splitlines()[-1:]
    assert row.split("  ")[0] == "rmrb"
    assert "人民日报" in row
    assert "People's Daily" in row
    assert [paper.code for paper in papers.find("guangming")] == ["gmrb"]
    assert all(paper.place == "重庆" for paper in papers.find("重庆"))
    assert papers.get("tcrb").english == ""


def test_a_day_is_opened_at_the_address_of_its_time() -> None:
    paper = Papers().get("rmrb")
    old = "http://paper.people.com.cn/rmrb/html/2024-11/30/nbs.D110000renmrb_02.htm"

    assert paper.expand(date(2024, 11, 30), "2") == old
    assert (
        paper.expand(date(2024, 12, 1)) == "http://paper.people.com.cn/rmrb/pc/layout/202412/01/node_01.html"
    )
    (row,) = listing((paper,), Words(ZH)).splitlines()[-1:]
    assert f"{paper.url}  2024年12月1日以前 http://paper.people.com.cn/rmrb/html/" in row
    told = record(paper)
    assert (told["encoding"], told["month"], told["english"]) == (None, None, "People's Daily")
    assert told["before"] == {"2024-12-01": paper.before[0][1]}


def test_every_earlier_address_is_one_of_its_day() -> None:
    eras = [(paper, end) for paper in Papers().find() for end, _ in paper.before]

    assert len(eras) > 10
    for paper, end in eras:
        before = paper.expand(end - timedelta(days=1))
        assert re.fullmatch(r"https?://[\w.-]+/\S*\d\S*", before), paper
        assert before != AddressPattern.of(paper.expand(end)).at(end - timedelta(days=1))  # type: ignore[union-attr]


def test_a_row_of_ones_own_may_have_earlier_addresses_too() -> None:
    row = {"name": "校报", "url": "http://c.example/%Y/", "before": {"2020-01-01": "http://b.example/%Y/"}}
    row["before"] |= {"2010-01-01": "http://a.example/%Y/"}  # type: ignore[operator]  # it is a table

    mine = Papers({"mine": row}).get("mine")

    asked = (date(2009, 12, 31), date(2010, 1, 1), date(2019, 12, 31), date(2020, 1, 1))
    assert [mine.expand(day)[7] for day in asked] == ["a", "b", "b", "c"]
    assert Papers({"rmrb": {"before": {}}}).get("rmrb").before == ()


def test_a_row_that_fails_says_in_plain_words_how_to_correct_it_and_no_line_need_be_broken() -> None:
    error = NotPublished("not-published", name="http://paper.example/")
    error.tried = {"paper": "rmrb", "config": "/home/someone/papers.toml"}

    for language in (ZH, EN):
        words = Words(language)
        lines = words.error(error)[1].split("\n")

        assert [line.strip() for line in lines[-2:]] == ["/home/someone/papers.toml", 'rmrb = { url = "…" }']
        assert max(cells(line, widths()) for line in lines) <= 78
        assert "rmrb" not in words.sentence(error), "the screen has a line for it"


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
