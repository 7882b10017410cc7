from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from reader import limits
from reader.errors import NotPublished, Offline, UsageError
from reader.sources.base import Fetched
from reader.sources.days import AddressPattern, PublishedDays, day_asked, days_between, is_early, today

PAGE = "http://paper.example/rb/html/2026-05/12/node_2.htm"
XY = "http://paper.example/rb/pc/layout/202605/12/node_01.html"
TODAY = date(2026, 5, 31)


def day(month: int, number: int) -> date:
    return date(2026, month, number)


class World:
    """Documents by address; counts what is asked for."""

    def __init__(self, documents: dict[str, str]) -> None:
        self.documents = documents
        self.asked: list[str] = []

    def fetch(self, address: str) -> Fetched:
        self.asked.append(address)
        if address not in self.documents:
            raise NotPublished("not-published", name=address)
        text = self.documents[address]
        final = text if text.startswith("http") else address
        return Fetched(data=text.encode(), address=final, url=final)


def period(*days: date, front: str = "node_1.htm") -> str:
    items = "".join(
        f"<period id='{n}'><paper_id/><period_date>{day}</period_date><front_page>{front}</front_page></period>"
        for n, day in enumerate(days)
    )
    return f"<?xml version='1.0'?><periodlist>{items}</periodlist>"


def paper(documents: dict[str, str], page: str = PAGE) -> tuple[PublishedDays, World]:
    world, pattern = World(documents), AddressPattern.of(page)
    assert pattern
    return PublishedDays(world.fetch, pattern), world


def test_the_shape_of_an_address_is_kept_from_day_to_day() -> None:
    cases = {
        PAGE: "http://paper.example/rb/html/2026-06/01/node_2.htm",
        XY: "http://paper.example/rb/pc/layout/202606/01/node_01.html",
        "http://a.example/20260512/html/index.htm": "http://a.example/20260601/html/index.htm",
        "http://a.example/2026-05/12/nw.D1_20260512_1-01.htm": "http://a.example/2026-06/01/nw.D1_20260601_1-01.htm",
    }
    for page, expected in cases.items():
        pattern = AddressPattern.of(page)
        assert pattern
        assert pattern.at(day(6, 1)) == expected
        assert pattern.at(day(5, 12)) == page

    assert AddressPattern.of("http://paper.example/rb/index.htm") is None
    assert AddressPattern.of("http://paper.example/2026-13/45/node_1.htm") is None


@pytest.mark.parametrize("page", [PAGE, XY])
def test_the_month_index_leads_over_holes_and_into_the_next_month(page: str) -> None:
    pattern = AddressPattern.of(page)
    assert pattern
    days, _ = paper(
        {
            pattern.month(2026, 4) + "period.xml": period(day(4, 28)),
            pattern.month(2026, 5) + "period.xml": period(
                day(5, 6), day(5, 12), day(5, 15), front="node_7.htm"
            ),
        },
        page,
    )

    later, earlier = days.neighbour(day(5, 12), 1, TODAY), days.neighbour(day(5, 6), -1, TODAY)

    assert later == (day(5, 15), pattern.folder(day(5, 15)) + "node_7.htm")
    assert earlier.issued == day(4, 28)


def test_the_days_passed_over_begin_beside_the_day_that_is_left() -> None:
    assert days_between(day(5, 12), day(5, 15)) == (day(5, 13), day(5, 14))
    assert days_between(day(5, 2), day(4, 29)) == (day(5, 1), day(4, 30))
    assert days_between(day(5, 12), day(5, 13)) == ()


def test_navi_xml_is_read_too_and_leads_to_no_other_site() -> None:
    text = (
        "<navi><days><date>2026-05-11</date><url>../2026-05/11/node_9.htm</url></days>"
        "<days><date>2026-05-10</date><url>http://elsewhere.example/x.htm</url></days>"
        "<!ENTITY a SYSTEM 'file:///etc/passwd'><days><date>2026-05-0"
    )
    days, _ = paper({"http://paper.example/rb/html/2026-05/navi.xml": text})

    assert days.month(2026, 5) == {day(5, 11): "http://paper.example/rb/html/2026-05/11/node_9.htm"}
    assert days.front(day(5, 11)).endswith("node_9.htm")
    assert days.front(day(5, 12)) == PAGE


def test_an_address_in_an_index_is_text_and_nothing_more() -> None:
    text = "<date>2026-05-11</date><url>11/n\x9b2J&#x202e;.htm</url>"
    days, _ = paper({"http://paper.example/rb/html/2026-05/period.xml": text})

    assert days.front(day(5, 11)) == "http://paper.example/rb/html/2026-05/11/n.htm"


@pytest.mark.parametrize("piece", ["<date", "<!--", "<days><date>", "<date>2026-05-11</date>"])
def test_an_index_that_never_ends_is_read_once(piece: str) -> None:
    days, _ = paper({"http://paper.example/rb/html/2026-05/period.xml": piece * (1_000_000 // len(piece))})

    assert not days.month(2026, 5)


def test_the_end_of_the_index_is_the_end() -> None:
    index = {"http://paper.example/rb/html/2026-05/period.xml": period(day(5, 12), day(6, 2))}
    days, world = paper(index)

    for step, code in ((1, "no-later-day"), (-1, "no-earlier-day")):
        with pytest.raises(NotPublished, match=code):
            days.neighbour(day(5, 12), step, TODAY)
    assert not any("2026-06" in address for address in world.asked), "no month after this one is asked for"


def test_the_index_leads_over_a_month_without_a_paper_and_to_todays() -> None:
    folder = "http://paper.example/rb/html/2026-0{}/period.xml"
    days, _ = paper({folder.format(3): period(day(3, 30)), folder.format(5): period(day(5, 12), TODAY)})

    assert days.neighbour(day(5, 12), -1, TODAY).issued == day(3, 30)
    assert days.neighbour(day(5, 12), 1, TODAY).issued == TODAY


def test_of_a_day_the_first_front_page_counts_as_written_and_no_comment() -> None:
    entry = "<period_date>2026-05-{}</period_date><front_page>{}</front_page>"
    entries = (("11", "a.htm?p=1&amp;q=2"), ("11", "b.htm"))
    text = "".join(entry.format(*each) for each in entries) + f"<!-- {entry.format('10', 'c.htm')}\n -->"
    days, _ = paper({"http://paper.example/rb/html/2026-05/period.xml": text})

    assert days.month(2026, 5) == {day(5, 11): "http://paper.example/rb/html/2026-05/11/a.htm?p=1&q=2"}


def test_the_index_that_one_month_has_is_asked_for_in_another() -> None:
    index = "<date>2026-05-11</date><url>node_9.htm</url>"
    days, world = paper({"http://paper.example/rb/html/2026-05/navi.xml": index})

    days.month(2026, 5)
    world.asked.clear()
    days.month(2026, 4)

    assert world.asked == ["http://paper.example/rb/html/2026-04/navi.xml"]


def test_without_an_index_days_are_tried_one_by_one() -> None:
    days, world = paper({PAGE.replace("12/", "15/"): "", PAGE.replace("12/", "09/"): ""})

    assert days.neighbour(day(5, 12), 1, TODAY).issued == day(5, 15)
    assert days.neighbour(day(5, 12), -1, TODAY).issued == day(5, 9)
    assert len(world.asked) <= limits.DAY_REQUESTS


@pytest.mark.parametrize("step", [1, -1])
def test_probing_ends_within_its_requests(step: int) -> None:
    days, world = paper({})

    with pytest.raises(NotPublished):
        days.neighbour(date(2025, 5, 12), step, TODAY)

    assert len(world.asked) <= limits.DAY_REQUESTS


def test_no_day_after_today_is_asked_for() -> None:
    days, world = paper({})

    with pytest.raises(NotPublished):
        days.neighbour(day(5, 12), 1, day(5, 13))

    assert [address for address in world.asked if "node_2" in address] == [PAGE.replace("12/", "13/")]


def test_a_site_that_answers_with_its_newest_page_is_not_believed() -> None:
    newest = PAGE.replace("12/", "30/")
    days, _ = paper({PAGE.replace("12/", f"{n}/"): newest for n in range(13, 30)} | {newest: ""})

    with pytest.raises(NotPublished):
        days.neighbour(day(5, 12), 1, TODAY)


def test_the_entry_page_leads_to_the_newest_day() -> None:
    newest = PAGE.replace("12/", "30/")
    days, world = paper({"http://paper.example/rb/paperindex.htm": newest})

    later = days.neighbour(day(5, 12), 1, TODAY)

    assert (later.issued, later.address) == (day(5, 30), newest)
    assert len(world.asked) <= limits.DAY_REQUESTS
    assert days.neighbour(day(5, 12), 1, day(5, 30)).issued == day(5, 30)


def test_an_entry_page_of_an_older_day_is_no_later_one() -> None:
    days, _ = paper({"http://paper.example/rb/paperindex.htm": PAGE.replace("12/", "11/")})

    with pytest.raises(NotPublished, match="no-later-day"):
        days.neighbour(day(5, 12), 1, TODAY)


def test_a_dead_network_ends_the_search() -> None:
    def dead(address: str) -> Fetched:
        raise Offline("offline", name=address)

    pattern = AddressPattern.of(PAGE)
    assert pattern

    with pytest.raises(Offline):
        PublishedDays(dead, pattern).neighbour(day(5, 12), 1, TODAY)


ZONES = [timezone(timedelta(hours=h)) for h in (-8, 0, 5, 8, 14)]


@pytest.mark.parametrize("zone", ZONES, ids=str)
@pytest.mark.parametrize("hour", range(0, 24, 2))
def test_today_is_the_day_in_china_wherever_one_reads(zone: timezone, hour: int) -> None:
    moment = datetime(2026, 5, 12, hour, 30, tzinfo=UTC)

    assert today(moment.astimezone(zone)) == (day(5, 12) if hour < 16 else day(5, 13))
    assert is_early(moment.astimezone(zone)) is (16 <= hour < 22)


NOW = datetime(2026, 5, 12, 3, tzinfo=UTC)


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("today", day(5, 12)),
        ("昨天", day(5, 11)),
        ("-1", day(5, 11)),
        ("-30", day(4, 12)),
        ("2026-05-01", day(5, 1)),
        ("20260501", day(5, 1)),
        ("5-1", day(5, 1)),
        ("5-12", day(5, 12)),
        ("5月12日", day(5, 12)),
        ("2026年5月12日", day(5, 12)),
        ("2026年5月12", day(5, 12)),
        ("5/1", day(5, 1)),
        ("12-31", date(2025, 12, 31)),
    ],
)
def test_a_day_may_be_named_in_short(word: str, expected: date) -> None:
    assert day_asked(word, NOW) == expected


@pytest.mark.parametrize("word", ["", "2026", "13-45", "2026-02-30", "tomorrow", "5", "13", "512"])
def test_other_words_name_no_day(word: str) -> None:
    with pytest.raises(UsageError, match="no-such-day"):
        day_asked(word, NOW)
