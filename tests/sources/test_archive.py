from datetime import date
from pathlib import Path

import pytest

from reader.errors import NotPublished, UsageError
from reader.newsstand.saved import Saved, open_path

PAGE = (
    "<html><head><title>{paper}</title></head><body><div>2026年5月{day}日 星期一</div><div>第01版：要闻</div>"
    "<a id=pageLink href=node_1.htm>第01版：要闻</a><a href=content_1.htm><div id=mp1>桥通了</div></a></body></html>"
)
ARTICLE = PAGE.replace("</body>", "<div id=ozoom><h1>桥通了</h1><p>　　本报讯 桥通了。</p></div></body>")


def put(root: Path, address: str, paper: str = "石桥日报", day: int = 12) -> None:
    path = root / address
    path.parent.mkdir(parents=True, exist_ok=True)
    text = ARTICLE if path.name.startswith("content") else PAGE
    path.write_text(text.format(paper=paper, day=day), "utf-8")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for day in (9, 10, 12):
        put(tmp_path, f"rb/html/2026-05/{day:02}/node_1.htm", day=day)
        put(tmp_path, f"rb/html/2026-05/{day:02}/content_1.htm", day=day)
    put(tmp_path, "wb/pc/layout/202605/12/node_01.html", "石桥晚报")
    put(tmp_path, "wb/pc/content/202605/12/content_1.html", "石桥晚报")
    put(tmp_path, "kj/20260511/node_1.htm", "石桥科技报", 11)
    put(tmp_path, "index.htm")
    return tmp_path


def test_papers_and_days_are_found_by_their_folders(root: Path) -> None:
    archive = open_path(root)

    assert archive.papers == ("kj", "rb", "wb")
    assert [(day.paper, day.issued and day.issued.day) for day in archive.days] == [
        ("rb", 12),
        ("wb", 12),
        ("kj", 11),
        ("rb", 10),
        ("rb", 9),
    ]
    assert archive.choose("wb").addresses == (
        "wb/pc/layout/202605/12/node_01.html",
        "wb/pc/content/202605/12/content_1.html",
    )


def test_a_day_opens_as_an_edition_of_its_own(root: Path) -> None:
    archive = open_path(root)

    *_, edition = Saved(archive, "rb", date(2026, 5, 10)).open()

    assert edition.opened.issued == date(2026, 5, 10)
    assert edition.opened.contents[0].at_hand


def test_the_next_day_lies_over_the_hole(root: Path) -> None:
    archive = open_path(root)
    tenth = archive.choose("rb", date(2026, 5, 10))

    day, skipped = archive.neighbour(tenth, 1)

    assert day.issued == date(2026, 5, 12)
    assert skipped == (date(2026, 5, 11),)
    assert [found.issued for found in archive.of("rb")] == [date(2026, 5, n) for n in (12, 10, 9)]
    assert archive.neighbour(tenth, -1)[0].issued == date(2026, 5, 9)
    with pytest.raises(NotPublished, match="no-later-day"):
        archive.neighbour(day, 1)
    assert not archive.has(tenth, "rb/html/2026-05/12/content_1.htm"), "a link leads to no other day"


def test_of_two_days_in_a_path_the_last_is_the_papers(root: Path) -> None:
    put(root, "20260601/zb/html/2026-05/08/node_1.htm", "石桥早报", 8)

    day = open_path(root).choose("zb")

    assert (day.paper, day.issued) == ("20260601/zb", date(2026, 5, 8))


def test_what_is_not_there_is_told(root: Path) -> None:
    archive = open_path(root)

    with pytest.raises(UsageError, match="no-paper-here"):
        archive.choose("xx")
    with pytest.raises(NotPublished, match="no-day-here"):
        archive.choose("rb", date(2026, 5, 11))


def test_a_month_of_one_paper_is_an_archive_too(root: Path) -> None:
    archive = open_path(root / "rb/html/2026-05")

    assert [(day.paper, day.issued and day.issued.day) for day in archive.days] == [
        ("", 12),
        ("", 10),
        ("", 9),
    ]


def test_one_day_is_no_archive(root: Path, tmp_path: Path) -> None:
    for folder in ("rb/html/2026-05/12", "wb"):
        assert not open_path(root / folder).has_days


@pytest.mark.parametrize("saved", ["papers", "20260601"])
def test_folders_without_a_day_in_their_names_are_told_by_a_page_of_each(tmp_path: Path, saved: str) -> None:
    put(tmp_path, f"{saved}/monday/node_1.htm", day=11)
    put(tmp_path, f"{saved}/tuesday/content_1.htm", day=12)
    put(tmp_path, f"{saved}/tuesday/node_1.htm", day=12)

    archive = open_path(tmp_path / saved)

    assert [(day.paper, day.issued and day.issued.day) for day in archive.days] == [
        ("石桥日报", 12),
        ("石桥日报", 11),
    ]
    assert archive.days[0].addresses == ("tuesday/node_1.htm", "tuesday/content_1.htm")
