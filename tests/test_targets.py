"""What a target means, and what is said of one that means nothing."""

import shutil
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from reader.arguments import Arguments
from reader.errors import NotPublished, ReaderError, SourceError, Unreachable, UsageError
from reader.folders import own_papers
from reader.newsstand.saved import Saved
from reader.newsstand.site import PaperSite
from reader.newsstand.stand import Stand
from reader.newsstand.targets import find_stand
from reader.sources.folder import text
from reader.words import EN, ZH, Words
from tests.support.matrix import in_matrix
from tests.support.newsprint import HEADLINES, PAGE
from tests.support.press import SAMPLES
from tests.support.site import Site, always, reply

pytestmark = pytest.mark.usefixtures("read_once")

NOW = datetime(2026, 5, 14, 4, tzinfo=UTC)
"""Noon in China."""


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("BANMIAN_HOME", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def found(now: datetime = NOW, language: int = ZH, target: str | None = None, **asked: str) -> Stand:
    arguments = Arguments(
        target=target,
        date=asked.get("date", ""),
        page=asked.get("page", ""),
        paper=asked.get("paper", ""),
    )
    return find_stand(arguments, Words(language), now)


def opened(now: datetime = NOW, **asked: str) -> str:
    """The day and page that a target opens at."""
    *_, edition = found(now, ZH, **asked).open()
    return f"{edition.opened.paper} {edition.opened.issued} {edition.opened.number}"


def test_without_a_target_the_sample_in_ones_language() -> None:
    *_, chinese = found().open()
    *_, english = found(language=EN).open()

    assert (chinese.opened.paper, english.opened.paper) == ("青石日报", "The Qingshi Courier")


def test_a_file_a_day_and_a_folder_of_days() -> None:
    day = SAMPLES / "qsrb/html/2026-05/12"

    assert opened(target=str(day)) == "青石日报 2026-05-12 001"
    assert opened(target=str(day / "node_3.htm")) == "青石日报 2026-05-12 003"
    assert isinstance(found(target=str(SAMPLES)), Saved)
    assert opened(target=str(SAMPLES)) == "青石日报 2026-05-14 001"


def test_of_a_page_or_a_single_day_another_day_or_paper_is_refused_and_its_own_opens(home: Path) -> None:
    day = SAMPLES / "qsrb/html/2026-05/12"

    shutil.copy(day / "node_1.htm", home)
    for target in (home, home / "node_1.htm"):
        for issued, paper in (("2026-05-12", ""), ("", "青石日报"), ("5-12", home.name)):
            assert opened(target=str(target), date=issued, paper=paper) == "青石日报 2026-05-12 001"
        with pytest.raises(NotPublished, match="one-day-here"):
            opened(target=str(target), date="2026-05-11")
        with pytest.raises(UsageError, match="no-paper-here"):
            opened(target=str(target), paper="qsc")


def test_a_page_that_tells_no_day_is_not_taken_for_the_day_asked_for(home: Path) -> None:
    (home / "page.htm").write_text("<h1>桥通了</h1><p>　　本报讯 桥通了，桥通了。</p>", "utf-8")

    with pytest.raises(NotPublished, match="no-day-told"):
        opened(target=str(home / "page.htm"), date="2026-05-12")


def test_the_place_last_read_opens_whatever_day_its_file_holds_now() -> None:
    file = str(SAMPLES / "qsrb/html/2026-05/12/node_1.htm")
    arguments = Arguments(target=file, date="2026-05-11", paper="", is_return=True)

    *_, edition = find_stand(arguments, Words(ZH), NOW).open()

    assert edition.opened.issued == date(2026, 5, 12)


@in_matrix("word", ["2026-05-12", "20260512", "5-12", "-2", "5.12"], daily=["5-12", "-2"])
def test_a_day_of_a_folder_is_named_in_many_ways(word: str) -> None:
    assert opened(target=str(SAMPLES), date=word) == "青石日报 2026-05-12 001"
    assert opened(target=str(SAMPLES), date=word, paper="qsc") == "The Qingshi Courier 2026-05-12 A1"


@pytest.mark.parametrize(
    ("asked", "code", "error"),
    [
        ({"date": "13"}, "no-such-day", UsageError),
        ({"date": "2026-05-13"}, "no-day-here", NotPublished),
        ({"date": "yesterday"}, "no-day-here", NotPublished),
        ({"paper": "rmrb"}, "no-paper-here", UsageError),
        ({"target": "nowhere/node_1.htm"}, "no-such-path", SourceError),
        ({"target": "nowhere.htm"}, "no-such-path", SourceError),
        ({"target": "rmr"}, "unknown-paper", UsageError),
        ({"target": "没有这份报"}, "no-such-paper", UsageError),
        ({"target": "http://"}, "bad-address", UsageError),
        ({"target": "rmrb", "date": "someday"}, "no-such-day", UsageError),
    ],
)
def test_each_target_that_means_nothing_has_its_own_sentence(
    asked: dict[str, str], code: str, error: type[ReaderError]
) -> None:
    asked = {"target": str(SAMPLES), **asked}

    with pytest.raises(error) as raised:
        list(found(NOW, ZH, asked.pop("target"), **asked).open())

    assert raised.value.code == code


def test_a_pipe_is_read_once_and_judged_by_its_bytes() -> None:
    piped = text(PAGE.encode("gb18030"))
    *_, edition = find_stand(Arguments(target="-"), Words(ZH), NOW, piped).open()

    assert edition.opened.contents[0].headline == HEADLINES[0]


def test_what_is_there_comes_before_a_paper_of_that_code(home: Path) -> None:
    (home / "rmrb").write_text(PAGE, "utf-8")

    assert not isinstance(found(target="rmrb"), PaperSite)


def test_a_folder_called_sample_comes_before_the_sample(home: Path) -> None:
    (home / "sample").mkdir()
    (home / "sample/page.txt").write_text(PAGE, "utf-8")

    assert opened(target="sample") == "青石日报 2031-11-08 003"


def test_what_is_kept_of_a_target_leads_there_from_any_folder(home: Path) -> None:
    (home / "page.txt").write_text(PAGE, "utf-8")
    stand = found(target="page.txt")
    *_, edition = stand.open()

    assert stand.target(edition, 0) == str(home / "page.txt")


def test_a_paper_by_its_code_is_read_in_the_encoding_asked_for() -> None:
    with Site() as site:
        row = f'shiqiao = {{ name = "石桥日报", url = "{site.url("/%Y-%m/%d/node_1.htm")}" }}'
        own_papers().write_text(row, "utf-8")
        site.routes["/2026-05/14/node_1.htm"] = always(reply(PAGE.encode()))
        *_, edition = find_stand(Arguments(target="shiqiao", encoding="gb18030"), Words(ZH), NOW).open()

    assert edition.opened.report.encoding == "gb18030"


def test_an_address_and_a_code_are_live_and_nothing_is_asked_before_they_are_opened() -> None:
    assert isinstance(found(target="http://paper.example/html/2026-05/12/node_1.htm"), PaperSite)
    assert isinstance(found(target="rmrb"), PaperSite)
    assert isinstance(found(target="人民日报", date="yesterday", page="2"), PaperSite)


@pytest.mark.parametrize(
    ("hour", "asked", "day", "notice"),
    [
        (21, "", "13", "early"),
        (22, "", "14", ""),
        (21, "today", "14", ""),
        (15, "today", "13", ""),
        (22, "-1", "13", ""),
    ],
)
def test_the_day_is_that_of_china_and_before_six_yesterdays_paper_is_the_newest(
    home: Path, hour: int, asked: str, day: str, notice: str
) -> None:
    with Site() as site:
        row = f'shiqiao = {{ name = "石桥日报", url = "{site.url("/%Y-%m/%d/node_1.htm")}" }}'
        own_papers().write_text(row, "utf-8")
        stand = found(datetime(2026, 5, 13, hour, 30, tzinfo=UTC), target="shiqiao", date=asked)
        with pytest.raises(NotPublished) as raised:
            list(stand.open())

        assert list(site.asked()) == [f"/2026-05/{day}/node_1.htm"]
        assert stand.notice == notice
        assert raised.value.tried["paper"] == "shiqiao"
        assert raised.value.tried["config"] == str(home / "papers.toml")


def test_a_day_that_is_yet_to_come_is_not_asked_of_the_site(home: Path) -> None:
    now = datetime(2026, 5, 13, 15, 59, tzinfo=UTC)  # a minute before midnight in China
    with Site() as site:
        row = f'shiqiao = {{ name = "石桥日报", url = "{site.url("/%Y-%m/%d/node_1.htm")}" }}'
        own_papers().write_text(row, "utf-8")
        for day in ("2026-05-14", "2030-01-01"):
            with pytest.raises(NotPublished, match="day-to-come") as raised:
                found(now, target="shiqiao", date=day)
            assert not raised.value.tried
        assert found(now, target="shiqiao", date="2026-05-13")
        assert found(datetime(2026, 5, 13, 16, tzinfo=UTC), target="shiqiao", date="2026-05-14")
        assert site.requests == []


def test_a_row_is_doubted_only_where_its_site_answers_with_no_such_page() -> None:
    with Site() as site:
        row = f'shiqiao = {{ name = "石桥日报", url = "{site.url("/%Y-%m/%d/")}" }}'
        own_papers().write_text(row, "utf-8")
        down = 'rmrb = { url = "http://127.0.0.1:9/%Y-%m/%d/" }'

        def tried(status: str, **routes: bytes) -> bool:
            site.routes = {f"/2026-05/{name}": always(body) for name, body in routes.items()}
            site.routes["/2026-05/12/"] = always(reply(b"", status=status))
            with pytest.raises(ReaderError) as raised:
                list(found(target="shiqiao", date="2026-05-12").open())
            return bool(raised.value.tried)

        assert tried("404 Not Found")
        assert not tried("403 Forbidden")
        index = reply(b"<period_date>2026-05-11</period_date><front_page>a.htm</front_page>")
        site.routes.clear()
        assert not tried("404 Not Found", **{"period.xml": index}), "its index says that there was no paper"
        own_papers().write_text(down, "utf-8")
        with pytest.raises(Unreachable) as raised:
            list(found(target="rmrb", date="2026-05-12").open())
        assert not raised.value.tried
