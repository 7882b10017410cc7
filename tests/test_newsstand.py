"""The doorway: what is opened, in which order, and what is passed over."""

from pathlib import Path
from typing import ClassVar

import pytest

from reader.errors import SourceError, UnrecognisedPage
from reader.newsstand.saved import Saved, open_path
from reader.sources.base import Fetched
from reader.sources.folder import Folder, text
from tests.support.newsprint import HEADLINES, PAGE
from tests.support.press import MIDDLE_DAY

pytestmark = pytest.mark.usefixtures("read_once")

DAY = MIDDLE_DAY[0]


def test_the_first_page_that_can_be_read_comes_first_and_the_last_edition_holds_all() -> None:
    editions = list(Saved(open_path(DAY)).open())

    first, last = editions[0], editions[-1]
    assert len(editions) == 2
    assert any(entry.at_hand for entry in first.opened.contents)
    assert len(last.index) == 4
    assert all(page and all(entry.at_hand for entry in page.contents) for page in last.pages)


def test_a_file_brings_what_it_links_to_and_opens_at_itself() -> None:
    *_, edition = Saved(open_path(DAY / "content_1003.htm")).open()

    assert edition.opened.number == "001"
    assert edition.opened.opens_at == 2
    assert all(entry.at_hand for entry in edition.opened.contents)


def test_a_layout_page_alone_gives_its_headlines(tmp_path: Path) -> None:
    (tmp_path / "node_1.htm").write_bytes((DAY / "node_1.htm").read_bytes())

    (edition,) = Saved(open_path(tmp_path / "node_1.htm")).open()

    assert len(edition.opened.contents) == 5
    assert not any(entry.at_hand for entry in edition.opened.contents)
    assert [page is not None for page in edition.pages] == [True, False, False, False]


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16", "utf-8-sig"])
def test_a_text_opens_on_the_article_that_has_a_body(encoding: str) -> None:
    *_, edition = Saved(text(PAGE.encode(encoding))).open()

    assert [entry.headline for entry in edition.opened.contents] == list(HEADLINES)
    assert edition.opened.lead == 4


def test_what_is_no_page_is_passed_over_unless_it_was_asked_for(tmp_path: Path) -> None:
    (tmp_path / "node_0.htm").write_bytes(b"\x00\x01\x02")
    (tmp_path / "node_1.htm").write_bytes((DAY / "node_1.htm").read_bytes())

    *_, edition = Saved(open_path(tmp_path)).open()
    assert edition.opened.number == "001"

    with pytest.raises(UnrecognisedPage):
        list(Saved(open_path(tmp_path / "node_0.htm")).open())


def test_a_folder_without_a_page_says_why(tmp_path: Path) -> None:
    for name in ("a.htm", "b.htm"):
        (tmp_path / name).write_bytes(b" ")

    with pytest.raises((UnrecognisedPage, SourceError)) as raised:
        list(Saved(open_path(tmp_path)).open())

    assert raised.value.facts["name"] == "a.htm"


def test_pages_that_link_in_a_circle_are_read_once(tmp_path: Path) -> None:
    for number in (1, 2):
        page = (DAY / f"node_{number}.htm").read_text("utf-8")
        (tmp_path / f"node_{number}.htm").write_text(page, "utf-8")

    class Counting(Folder, frozen=True):
        asked: ClassVar[list[str]] = []

        def fetch(self, address: str) -> Fetched:
            self.asked.append(address)
            return Folder.fetch(self, address)

    found = open_path(tmp_path / "node_1.htm")
    list(Saved(Counting(root=found.root, days=found.days)).open())

    assert sorted(Counting.asked) == ["node_1.htm", "node_2.htm"]
