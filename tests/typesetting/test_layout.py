"""An article in rows: every law of the way from a row to the text and back, on all samples."""

from functools import cache
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.edition.model import Article
from reader.newsstand.saved import Saved, open_path
from reader.typesetting.breaks import BLANKS, NO_END, NO_START
from reader.typesetting.cells import cells, widths
from reader.typesetting.ladder import Capabilities, Measure, TextSize, resolve
from reader.typesetting.layout import HEAD, Anchor, Item, Items, Role, Setting, Top, items_of
from tests.support.press import MIDDLE_DAY

AMBIGUOUS = (1, 2)


@cache
def articles() -> tuple[Article, ...]:
    """All articles of both sample papers."""
    editions = [list(Saved(open_path(MIDDLE_DAY[language])).open())[-1] for language in (0, 1)]
    pages = [page for edition in editions for page in edition.pages if page]
    return tuple(entry.article for page in pages for entry in page.contents if entry.article)


def set_in(article: Article, columns: int, ambiguous: int, size: TextSize = TextSize.DEFAULT) -> Setting:
    items = items_of(article, "来源：青石日报", "[图] ")
    plan = resolve(size, Capabilities(ambiguous=ambiguous), columns, 20)
    return Setting(items, plan.measure, columns, widths(ambiguous))


def plain(text: str) -> str:
    return "".join(character for character in text if character not in BLANKS)


@pytest.mark.parametrize("ambiguous", AMBIGUOUS)
@pytest.mark.parametrize("columns", range(24, 125, 10))
def test_rows_give_back_the_text_within_the_window_and_obey_the_marks(columns: int, ambiguous: int) -> None:
    table = widths(ambiguous)
    for article in articles():
        setting = set_in(article, columns, ambiguous)
        for index, item in enumerate(setting.items):
            rows = [row for row in setting.rows(index) if row.end > row.start]
            lines = [item.text[row.start : row.end] for row in rows]
            assert plain("".join(lines)) == plain(item.text)
            assert all(
                row.column + cells(line, table) <= columns for row, line in zip(rows, lines, strict=True)
            )
            assert not [line for line in lines[1:] if line[0] in NO_START]
            assert not [line for line in lines[:-1] if line[-1] in NO_END]


@pytest.mark.slow
@pytest.mark.parametrize("ambiguous", AMBIGUOUS)
@pytest.mark.parametrize("columns", range(24, 125))
def test_every_width(columns: int, ambiguous: int) -> None:
    test_rows_give_back_the_text_within_the_window_and_obey_the_marks(columns, ambiguous)


@pytest.mark.parametrize("ambiguous", AMBIGUOUS)
def test_the_top_sentence_outlives_sizes_and_widths(ambiguous: int) -> None:
    for article in articles():
        before = set_in(article, 93, ambiguous)
        tops = [Top(item, row) for item in range(len(before.items)) for row in range(len(before.rows(item)))]
        for top in tops[::7]:
            anchor = before.anchor_of(top)
            for columns, size in product((40, 53), TextSize):
                other = set_in(article, columns, ambiguous, size)
                there = other.top_at(anchor)
                row = other.rows(there.item)[there.row]
                assert (
                    row.start
                    <= anchor.character
                    <= max(row.end, anchor.character if row.end == row.start else 0)
                )
            again = set_in(article, 93, ambiguous)
            assert again.anchor_of(again.top_at(anchor)) == anchor


TEXTS = st.lists(
    st.builds(
        Item,
        st.sampled_from(list(Role)),
        st.text(alphabet="春江水初平，。“”（）——…… a1B9\u3000", min_size=0, max_size=60),
    ),
    min_size=1,
    max_size=8,
)
MEASURES = st.builds(
    Measure,
    width=st.integers(5, 40).map(lambda n: n * 2),
    leading=st.integers(0, 1),
    gap=st.integers(0, 2),
)


@given(TEXTS, MEASURES, st.integers(1, 30), st.data())
@settings(max_examples=60, deadline=None)
def test_moving_keeps_within_the_article(
    items: list[Item], measure: Measure, height: int, data: st.DataObject
) -> None:
    setting = Setting(Items(tuple(items)), measure, measure.width + 6, widths())
    everything = [row for index in range(len(items)) for row in setting.rows(index)]
    last = setting.last_top(height)
    rows = data.draw(st.integers(-80, 80))

    top = setting.move(Top(0, 0), rows, height)

    assert Top(0, 0) <= top <= last
    assert setting.window(Top(0, 0), 10_000) == everything
    assert setting.window(last, height) == everything[-height:]
    at = min(max(0, rows), max(0, len(everything) - height))
    assert setting.window(top, height) == everything[at : at + height]
    assert setting.move(top, -10_000, height) == Top(0, 0)


@given(TEXTS, MEASURES)
@settings(max_examples=60, deadline=None)
def test_an_anchor_leads_back_to_its_row(items: list[Item], measure: Measure) -> None:
    setting = Setting(Items(tuple(items)), measure, measure.width + 6, widths())
    for index, item in enumerate(items):
        for number, row in enumerate(setting.rows(index)):
            anchor = setting.anchor_of(Top(index, number))
            assert anchor == Anchor(index, anchor.character)
            if row.end > row.start and anchor > (0, 0):
                assert anchor.character == row.start
                assert setting.top_at(anchor) == Top(index, number)
        assert setting.top_at(Anchor(index, 10_000)).item == index
        assert item.text or not any(row.end for row in setting.rows(index))
    assert setting.top_at(Anchor(99, 0)).item == len(items) - 1


def test_the_head_is_centred_and_the_signature_stands_right() -> None:
    items = [Item(Role.HEADLINE, "江水初平"), Item(Role.PARAGRAPH, "春" * 60), Item(Role.SIGNATURE, "某市")]
    setting = Setting(Items(tuple(items)), Measure(width=40), 50, widths())

    def left(item: int) -> int:
        return next(row.column for row in setting.rows(item) if row.end)

    assert left(0) == 5 + 16
    assert left(1) == 5 + 4
    assert left(2) == 5 + 36
    assert Role.HEADLINE in HEAD


def test_only_what_is_looked_at_is_set() -> None:
    items = [Item(Role.PARAGRAPH, "春江水初平，" * 40)] * 5000
    setting = Setting(Items(tuple(items)), Measure(width=40), 50, widths())

    setting.window(setting.top_at(Anchor(2500, 3)), 30)

    assert len(setting._rows) < 20
