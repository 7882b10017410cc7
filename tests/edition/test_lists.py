"""Which of the documents that show one page gives it its lists."""

from reader.edition.day import Leaf, assemble
from reader.edition.model import Clean, Headline, Page


def layout(address: str, *headlines: str) -> Leaf:
    contents = tuple(Headline(headline=Clean(title), href=Clean(f"{title}.htm")) for title in headlines)
    return Leaf(address=address, page=Page(paper=Clean("青石日报"), number=Clean("001"), contents=contents))


def test_of_two_layout_pages_the_one_with_most_headlines_gives_the_contents() -> None:
    poor, rich = layout("first.htm", "丙"), layout("second.htm", "甲", "乙", "丙")

    for leaves in ([poor, rich], [rich, poor]):
        edition = assemble(leaves)

        assert [entry.headline for entry in edition.opened.contents] == ["甲", "乙", "丙"]
