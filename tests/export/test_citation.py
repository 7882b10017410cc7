"""Where a text was printed, for those who quote it."""

from datetime import date

from reader.edition.model import Clean, Headline, Page
from reader.export.citation import citation

PAGE = Page(paper=Clean("石桥日报"), issued=date(2026, 5, 12), number=Clean("002"), name=Clean("要闻"))


def test_paper_day_page_headline_and_address() -> None:
    entry = Headline(headline=Clean("水车又转起来了"), url=Clean("http://paper.example/content_1.htm"))

    assert citation(PAGE, entry) == (
        "《石桥日报》2026年5月12日 第002版 要闻《水车又转起来了》\nhttp://paper.example/content_1.htm\n"
    )


def test_what_the_page_does_not_say_is_left_out() -> None:
    assert citation(Page(), Headline(headline=Clean("题"))) == "《题》\n"
    assert citation(Page(number=Clean("A1")), Headline(headline=Clean("题"))) == "第A1版《题》\n"
