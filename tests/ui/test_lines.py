"""The lines around the text at every width: within the window, whole words, what the page says."""

from datetime import date
from functools import cache
from itertools import product
from string import Formatter

import pytest
from msgspec.structs import replace

from reader.edition.day import Edition
from reader.edition.model import Clean, Headline, Page, PageLink, SisterPaper
from reader.newsstand.saved import Saved, open_path
from reader.sentences import TABLE
from reader.typesetting.cells import widths
from reader.typesetting.ladder import Capabilities, TextSize, resolve
from reader.ui.commands import COMMANDS, DAILY, LINK, LIST, MAP, Hint
from reader.ui.lines import article_head, contents_head, footer, masthead, rest_of_message, rule, state_line
from reader.ui.spans import ASCII, LineStyle, Marks, Span, Spans
from reader.ui.widgets.lists import headline_lines, page_lines
from reader.words import EN, ZH, Words
from tests.support.press import MIDDLE_DAY

STYLES = [
    LineStyle(Words(language), widths(ambiguous), marks)
    for language, (ambiguous, marks) in product((ZH, EN), ((1, Marks()), (2, ASCII)))
]
WIDTHS = (*range(40, 130), 160, 200)
NOTES = ("样报（虚构） · 打开你的：banmian 文件或文件夹", "样报 · banmian 文件")
NAMES = ["中文", "中文, wide marks", "English", "English, wide marks"]
NOT_SHOWN = ("dumb-terminal", "config-head")
"""Texts of two parts that never come to the screen."""

COUNTS = ("5 篇 · 约4分钟", "5 篇·4分")
LONG = Page(
    paper=Clean("青石市各区县联合广播电视报业集团早报"),
    number=Clean("A105"),
    name=Clean("要闻·时政·“一带一路”与长江经济带"),
    contents=(Headline(headline=Clean("题")),) * 23,
)


@cache
def day(language: int) -> Edition:
    *_, edition = Saved(open_path(MIDDLE_DAY[language])).open()
    return edition


def text(spans: Spans) -> str:
    return "".join(span.text for span in spans)


def pressed(spans: Spans) -> list[str]:
    """The actions of what can be pressed on a line, each once."""
    return list(dict.fromkeys(span.action for span in spans if span.action))


def reading_column(columns: int) -> tuple[int, int]:
    """Cells before the reading column of a pane, and its width."""
    measure = resolve(TextSize.DEFAULT, Capabilities(), columns, 20).measure
    return measure.margin(columns), measure.width


def panes(width: int) -> tuple[int, int]:
    """Columns of the contents and of the text in a window, as the style sheet has them."""
    if width < 60:
        return width, width
    side, strip = (26, 0) if width < 100 else (28, 17)
    return side, width - side - 1 - strip


@pytest.mark.parametrize("style", STYLES, ids=NAMES)
def test_no_line_is_wider_than_its_pane(style: LineStyle) -> None:
    edition = day(style.words.language)
    for width, page in product(WIDTHS, (edition.opened, LONG)):
        side, column = panes(width)
        heads = [
            masthead(style, width, replace(edition, pages=(page, *edition.pages[1:])), 0, 2),
            rule(style, width, [16, 45], style.marks.cross_top),
            footer(style, width),
        ]
        heads += [
            state_line(style, width, message, ("段 12/25 · 100%", "100%"), [26], notes)[0]
            for message in ("", "字号 大", "长" * 90)
            for notes in ((), NOTES)
        ]
        assert [text(line) for line in heads if style.measure(line) > width] == []
        assert (
            style.measure(
                article_head(style, column, reading_column(column), (False, False), has_sister=True)
            )
            <= column
        )
        assert all(style.measure(line) <= side for line in contents_head(style, side, page, 1, 4, COUNTS))
        link = PageLink(number=Clean("A105"), name=LONG.name)
        assert all(style.measure(line) <= 16 for line in page_lines(style, 16, 0, link, "chosen"))


def test_how_many_articles_there_are_stands_beside_the_page_in_the_form_that_fits() -> None:
    style, page = STYLES[0], day(ZH).opened
    narrow, wide = (
        [text(line).strip() for line in contents_head(style, width, page, 0, 4, COUNTS)] for width in (27, 59)
    )

    assert narrow[0].endswith("5 篇·4分")
    assert wide[0].endswith("[ 上一版  下一版 ]")
    assert wide[1] == "5 篇 · 约4分钟"


@pytest.mark.parametrize("style", STYLES, ids=NAMES)
def test_the_day_with_its_year_is_whole_in_every_head(style: LineStyle) -> None:
    edition = day(style.words.language)
    for width, page in product(WIDTHS, (edition.opened, replace(LONG, issued=date(2026, 12, 28)))):
        head = text(masthead(style, width, replace(edition, pages=(page, *edition.pages[1:])), 0, 2))
        assert style.words.day(page.issued) in head, width
        assert page.paper[:3] in head


@pytest.mark.parametrize("style", STYLES, ids=NAMES)
def test_the_sister_papers_are_in_the_head_or_one_button_leads_to_them(style: LineStyle) -> None:
    edition = day(style.words.language)
    names = (
        SisterPaper(name=Clean("青石晚报")),
        SisterPaper(name=Clean("青石画报")),
        SisterPaper(name=Clean("不提的报")),
    )
    page = replace(edition.opened, sister_papers=names)
    for width in WIDTHS:
        _, column = panes(width)
        head = masthead(style, width, replace(edition, pages=(page, *edition.pages[1:])), 0, 2)
        actions = [action for action in pressed(head) if action.startswith("sister")]
        assert actions in ([], ["sister(0)", "sister(1)"])
        assert pressed(head)[len(actions) :] == ["calendar", "overview"]
        buttons = article_head(style, column, reading_column(column), (False, False), has_sister=not actions)
        assert ("sister(0)" in pressed(buttons)) is not bool(actions)
        assert style.measure(buttons) <= column
        assert bool(actions) is (width >= 100) or 60 <= width < 100


@pytest.mark.parametrize("style", STYLES, ids=NAMES)
def test_every_error_is_whole_on_the_screen_of_a_phone(style: LineStyle) -> None:
    errors = [key for key, row in TABLE.items() if row[0].count("\n") == 1 and key not in NOT_SHOWN]
    for key in errors:
        fields = Formatter().parse(TABLE[key][style.words.language])
        facts = {name: 1000 if form else "qsrb.cn" for _, name, form, _ in fields if name}
        message = style.words.say(key, **facts).replace("\n", style.words.say("full-stop"))
        line, rest = state_line(style, 40, message, (), [], ())
        shown = text(line) + "".join(text(row) for row in rest_of_message(style, 40, rest or "-"))
        shown = "".join(shown.split()).replace(style.marks.across, "")
        assert "".join(message.split()).replace(style.marks.across, "")[-10:] in shown
    assert len(errors) > 60


@pytest.mark.parametrize("style", STYLES, ids=NAMES)
def test_a_message_too_long_for_its_line_goes_on_in_the_footer(style: LineStyle) -> None:
    message = "上次读的 青石日报 5月12日 002版 打不开：127.0.0.1 没有应答。稍后再试。"
    for width in WIDTHS:
        line, rest = state_line(style, width, message, ("段 12/25 · 100%", "100%"), [26], NOTES)
        more = [text(line) for line in rest_of_message(style, width, rest)] if rest else []
        shown = text(line).strip(style.marks.across).strip() + "".join(more)
        assert "".join(message.split()) in "".join(shown.split())
        assert all(style.measure((Span(row),)) <= width for row in more)
        assert bool(rest) is (style.measure((Span(message),)) > width - 3)


@pytest.mark.parametrize("style", STYLES, ids=NAMES)
def test_the_note_of_the_sample_is_whole_or_short_and_gives_way_to_messages(style: LineStyle) -> None:
    for width in WIDTHS:
        noted, _ = state_line(style, width, "", ("段 12/25 · 100%", "100%"), [26], NOTES)
        told, _ = state_line(style, width, "字号 大", ("段 12/25 · 100%", "100%"), [26], NOTES)
        assert any(note in text(noted) for note in NOTES)
        assert "100%" in text(noted)
        assert not any(note in text(told) for note in NOTES)
    assert NOTES[0] in text(state_line(style, 80, "", ("段 12/25 · 100%",), [26], NOTES)[0])


@pytest.mark.parametrize("style", STYLES, ids=NAMES)
def test_the_footer_holds_whole_entries_and_always_help(style: LineStyle) -> None:
    language = style.words.language
    entries = [" ".join((*(shown for shown, _ in h.shown(language)), h.labels[language])) for h in DAILY]
    for width in range(30, 200):
        line = text(footer(style, width)).strip()
        kept = [entry for entry in entries if entry in line]
        assert "".join(kept).replace(" ", "") == line.replace(" ", "")
        assert entries[-1] in kept
    assert text(footer(style, 120)).count("  ") >= 5


@pytest.mark.parametrize("style", STYLES, ids=NAMES)
def test_the_buttons_of_the_web_page_are_in_every_window(style: LineStyle) -> None:
    page = day(style.words.language).opened
    say = style.words.say
    for width in WIDTHS:
        side, column = panes(width)
        line = article_head(style, column, reading_column(column), (False, False), has_sister=False)
        assert pressed(line) == ["article(-1)", "article(1)", "size(1)", "size(-1)", "size(0)"]
        assert say("next-article") in text(line)
        assert say("previous-article") in text(line)
        assert text(line).split()[-1].endswith("0")
        if column >= 50:
            assert f"{say('enlarge')} +" in text(line)
            assert f"{say('default')} 0" in text(line)
            margin, room = reading_column(column)
            if style.words.language == EN and room < 46:  # its labels are too long for the column
                continue
            assert len(text(line)) - len(text(line).lstrip()) in (margin, margin + 1)
            assert style.measure((Span(text(line).rstrip()),)) in (margin + room - 1, margin + room)
        buttons = [
            span for head in contents_head(style, side, page, 1, 4, COUNTS) for span in head if span.action
        ]
        assert [span.action for span in buttons] == ["page(-1)", "page(1)"]
        assert [
            f"[ {say('previous-page')}" in buttons[0].text,
            f"{say('next-page')} ]" in buttons[1].text,
        ] == [True, True]


def test_steps_past_the_ends_look_faint_but_can_be_pressed() -> None:
    style, page = STYLES[0], day(ZH).opened
    alone = replace(page, previous_page=None, next_page=None)

    def looks(ends: tuple[bool, bool]) -> list[str]:
        line = article_head(style, 80, reading_column(80), ends, has_sister=False)
        return [span.look for span in line if span.look in ("knob", "knob-off")][:2]

    heads = contents_head(style, 28, alone, 0, 1, ())
    pages = [span.look for line in heads for span in line if span.look in ("knob", "knob-off")]

    assert looks((True, False)) == ["knob-off", "knob"]
    assert looks((False, True)) == ["knob", "knob-off"]
    assert pages == ["knob-off", "knob-off"]


@pytest.mark.parametrize("style", STYLES, ids=NAMES)
def test_what_was_just_done_is_whole_at_80_columns(style: LineStyle) -> None:
    """At 40 too, but for sentences that name a file or a headline."""
    keys = [
        key
        for key in TABLE
        if key.startswith(("size", "copied-", "first-", "last-a", "last-p", "four", "find-"))
    ]
    facts = {
        "n": 1834,
        "han": 30,
        "cells": 60,
        "name": TABLE["size-2"][style.words.language],
        "path": "/home/x/copy.txt",
    }
    for key in keys:
        message = style.words.say(key, **facts)
        assert message in text(state_line(style, 80, message, ("para 12/25 · 100%",), [26], ())[0]), key


@pytest.mark.parametrize("style", STYLES, ids=NAMES)
def test_headlines_of_the_contents_are_whole_or_marked_as_cut(style: LineStyle) -> None:
    for width, entry in product((26, 28, 40, 59), day(style.words.language).opened.contents):
        lines = headline_lines(style, width, "7", entry.headline, "chosen")
        assert all(style.measure(line) <= width for line in lines)
        joined = "".join(text(line).strip() for line in lines).replace(f"{style.marks.chosen} 7", "", 1)
        whole = "".join(joined.split()) == "".join(entry.headline.split())
        assert whole or joined.endswith(style.marks.ellipsis)
        assert len(lines) <= 3


@pytest.mark.parametrize("hints", [DAILY, LIST, LINK, MAP])
def test_words_of_the_footer_do_what_their_keys_do(hints: tuple[Hint, ...]) -> None:
    line = footer(STYLES[0], 120, hints=hints)
    for hint in hints:
        words = [span.action for span in line if span.text == hint.labels[ZH]]
        assert words in [[action] for _, action in hint.keys]


def test_the_chosen_entry_is_marked_and_can_be_pressed_over_its_whole_row() -> None:
    first, second = headline_lines(STYLES[0], 20, "3", "公交7路为“豆腐担子”挪了一站", "picked")

    assert text(first).startswith("▌ 3 ")
    assert [STYLES[0].measure(line) for line in (first, second)] == [19, 19]
    assert pressed((*first, *second)) == ["go_to_article(3)"]


def test_help_has_room_for_every_key() -> None:
    assert max(len(command.shown) for command in COMMANDS) < 12
