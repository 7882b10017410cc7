"""An article as text: whole paragraphs for the clipboard, set lines for a pipe."""

import pytest
from msgspec.structs import replace

from reader.edition.model import Article, Block, BlockKind, Clean, Headline, Page
from reader.export.plain import article_text, contents_text, set_text
from reader.typesetting.cells import cells, widths
from reader.words import EN, ZH, Words

ARTICLE = Article(
    headline=Clean("江水初平"),
    kicker=Clean("春汛"),
    deck=Clean("两岸开耕"),
    byline=Clean("本报记者 林小禾"),
    source=Clean("青石日报"),
    blocks=(
        Block(kind=BlockKind.JUMP, text=Clean("（上接1版）")),
        Block(kind=BlockKind.PARAGRAPH, text=Clean("春江水初平，" * 20)),
        Block(kind=BlockKind.SUBHEAD, text=Clean("两岸")),
        Block(kind=BlockKind.FIGURE, text=Clean("江上的船。" * 20), image=Clean("a.jpg")),
        Block(kind=BlockKind.SIGNATURE, text=Clean("青石市")),
    ),
)


def test_the_clipboard_gets_whole_paragraphs_indented_by_two_han() -> None:
    lines = article_text(ARTICLE).split("\n")

    assert lines[:4] == ["春汛", "江水初平", "两岸开耕", "本报记者 林小禾"]
    assert lines[4:6] == ["", "（上接1版）"]
    assert lines[6] == "　　" + "春江水初平，" * 20
    assert lines[7:] == ["两岸", "江上的船。" * 20, "青石市", ""]


def test_an_article_without_a_body_is_its_head() -> None:
    assert article_text(Article(headline=Clean("题"))) == "题\n"


@pytest.mark.parametrize("width", [1, 2, 20, 40, 72, 200])
@pytest.mark.parametrize("language", [ZH, EN])
def test_set_lines_keep_within_the_width_and_lose_nothing(width: int, language: int) -> None:
    words, table = Words(language), widths(1)

    text = set_text(ARTICLE, width, words, table)

    if width >= 20:
        assert max(cells(line, table) for line in text.splitlines()) <= width
    body = "".join(text.split())
    for block in ARTICLE.blocks:
        assert "".join(block.text.split()) in body
    assert words.say("picture").strip() in body
    assert words.say("source", source="青石日报").replace(" ", "") in body
    assert text.endswith("\n")
    assert not text.endswith("\n\n")


def test_a_stop_hangs_past_the_measure_and_within_the_width() -> None:
    block = Block(kind=BlockKind.PARAGRAPH, text=Clean("江水漫过了石桥两岸，又退了。"))

    text = set_text(Article(headline=Clean("江"), blocks=(block,)), 24, Words(ZH), widths())

    assert text.splitlines()[-2:] == ["    江水漫过了石桥两岸，", "又退了。"]


def test_of_the_headlines_of_a_page_those_that_are_not_at_hand_are_marked() -> None:
    page = Page(
        contents=(Headline(headline=Clean("江水初平"), article=ARTICLE), Headline(headline=Clean("桥通了")))
    )

    lines = ["  1  江水初平", "  2· 桥通了", "  · 文章不在所开的文件里"]
    assert contents_text(page, Words(ZH)).splitlines()[-3:] == lines
    assert "·" not in contents_text(page, Words(ZH), is_live=True), "a site has them all"
    assert "·" not in contents_text(replace(page, contents=page.contents[:1]), Words(ZH))


def test_width_0_leaves_paragraphs_whole() -> None:
    assert set_text(ARTICLE, 0, Words(ZH), widths(1)) == article_text(ARTICLE)
