"""The lines around the text at every width: within the window, whole words, what the page says."""

from dataclasses import replace
from datetime import date
from itertools import product

import pytest

from reader.edition.day import Edition
from reader.edition.model import Headline, Page, PageLink, SisterPaper
from reader.newsstand.saved import Saved, open_path
from reader.typesetting.cells import widths
from reader.ui.commands import COMMANDS, DAILY
from reader.ui.lines import (
    ASCII,
    Desk,
    Marks,
    Span,
    Spans,
    article_head,
    contents_head,
    footer,
    masthead,
    rule,
    state_line,
)
from reader.ui.widgets.lists import headline_lines, page_lines
from reader.words import EN, TABLE, ZH, Words
from tests.support.press import MIDDLE_DAY

DESKS = [
    Desk(Words(language), widths(ambiguous), marks)
    for language, (ambiguous, marks) in product((ZH, EN), ((1, Marks()), (2, ASCII)))
]
WIDTHS = (*range(40, 130), 160, 200)
NOTES = ("样报（虚构） · 打开你的：banmian 文件或文件夹", "样报 · banmian 文件")
NAMES = ["中文", "中文, wide marks", "English", "English, wide marks"]
LONG = Page(
    paper="青石市各区县联合广播电视报业集团早报",
    number="A105",
    name="要闻·时政·“一带一路”与长江经济带",
    contents=(Headline(headline="题"),) * 23,
)


def day(language: int) -> Edition:
    *_, edition = Saved(open_path(MIDDLE_DAY[language])).open()
    return edition


DAYS = {language: day(language) for language in (ZH, EN)}


def text(spans: Spans) -> str:
    return "".join(span.text for span in spans)


def panes(width: int) -> tuple[int, int]:
    """Columns of the contents and of the text in a window, as the style sheet has them."""
    if width < 60:
        return width, width
    side, strip = (26, 0) if width < 100 else (28, 17)
    return side, width - side - 1 - strip


@pytest.mark.parametrize("desk", DESKS, ids=NAMES)
def test_no_line_is_wider_than_its_pane(desk: Desk) -> None:
    edition = DAYS[desk.words.language]
    for width, page in product(WIDTHS, (edition.opened, LONG)):
        side, column = panes(width)
        heads = [
            masthead(desk, width, edition, page, 0, 2),
            rule(desk, width, [16, 45], desk.marks.cross_top),
            footer(desk, width),
        ]
        heads += [
            state_line(desk, width, message, ("段 12/25 · 100%", "100%"), [26], notes)[0]
            for message in ("", "字号 大", "长" * 90)
            for notes in ((), NOTES)
        ]
        assert [text(line) for line in heads if desk.measure(line) > width] == []
        assert desk.measure(article_head(desk, column, (False, False), has_sister=True)) <= column
        assert all(desk.measure(line) <= side for line in contents_head(desk, side, page, 1, 4))
        link = PageLink(number="A105", name=LONG.name)
        assert all(desk.measure(line) <= 16 for line in page_lines(desk, 16, 0, link, "chosen"))


@pytest.mark.parametrize("desk", DESKS, ids=NAMES)
def test_the_day_with_its_year_is_whole_in_every_head(desk: Desk) -> None:
    edition = DAYS[desk.words.language]
    for width, page in product(WIDTHS, (edition.opened, replace(LONG, issued=date(2026, 12, 28)))):
        head = text(masthead(desk, width, edition, page, 0, 2))
        assert desk.words.day(page.issued) in head, width
        assert page.paper[:3] in head


@pytest.mark.parametrize("desk", DESKS, ids=NAMES)
def test_the_sister_papers_are_in_the_head_or_one_button_leads_to_them(desk: Desk) -> None:
    edition = DAYS[desk.words.language]
    names = (SisterPaper(name="青石晚报"), SisterPaper(name="青石画报"), SisterPaper(name="不提的报"))
    page = replace(edition.opened, sister_papers=names)
    for width in WIDTHS:
        _, column = panes(width)
        head = masthead(desk, width, edition, page, 0, 2)
        actions = [span.action for span in head if span.action]
        assert actions in ([], ["sister(0)", "sister(1)"])
        buttons = article_head(desk, column, (False, False), has_sister=not actions)
        assert ("sister(0)" in [span.action for span in buttons]) is not bool(actions)
        assert desk.measure(buttons) <= column
        assert bool(actions) is (width >= 100) or 60 <= width < 100


@pytest.mark.parametrize("desk", DESKS, ids=NAMES)
def test_a_message_too_long_for_its_line_goes_on_in_the_footer(desk: Desk) -> None:
    message = "上次读的 青石日报 5月12日 002版 打不开：127.0.0.1 没有应答。稍后再试。"
    for width in WIDTHS:
        line, rest = state_line(desk, width, message, ("段 12/25 · 100%", "100%"), [26], NOTES)
        shown = text(line).strip(desk.marks.across).strip() + text(footer(desk, width, rest)) * bool(rest)
        assert "".join(message.split()) in "".join(shown.split())
        assert bool(rest) is (desk.measure((Span(message),)) > width - 3)


@pytest.mark.parametrize("desk", DESKS, ids=NAMES)
def test_the_note_of_the_sample_is_whole_or_short_and_gives_way_to_messages(desk: Desk) -> None:
    for width in WIDTHS:
        noted, _ = state_line(desk, width, "", ("段 12/25 · 100%", "100%"), [26], NOTES)
        told, _ = state_line(desk, width, "字号 大", ("段 12/25 · 100%", "100%"), [26], NOTES)
        assert any(note in text(noted) for note in NOTES)
        assert "100%" in text(noted)
        assert not any(note in text(told) for note in NOTES)
    assert NOTES[0] in text(state_line(desk, 80, "", ("段 12/25 · 100%",), [26], NOTES)[0])


@pytest.mark.parametrize("desk", DESKS, ids=NAMES)
def test_the_footer_holds_whole_entries_and_always_help(desk: Desk) -> None:
    language = desk.words.language
    entries = [" ".join((*(shown for shown, _ in h.shown(language)), h.labels[language])) for h in DAILY]
    for width in range(30, 200):
        line = text(footer(desk, width)).strip()
        kept = [entry for entry in entries if entry in line]
        assert "".join(kept).replace(" ", "") == line.replace(" ", "")
        assert entries[-1] in kept
    assert text(footer(desk, 120)).count("  ") >= 5


@pytest.mark.parametrize("desk", DESKS, ids=NAMES)
def test_the_buttons_of_the_web_page_are_in_every_window(desk: Desk) -> None:
    page = DAYS[desk.words.language].opened
    say = desk.words.say
    for width in WIDTHS:
        side, column = panes(width)
        line = article_head(desk, column, (False, False), has_sister=False)
        actions = [span.action for span in line if span.action]
        assert actions == ["article(-1)", "article(1)", "size(1)", "size(-1)", "size(0)"]
        assert say("next-article") in text(line)
        assert say("previous-article") in text(line)
        assert text(line).split()[-1].endswith("0")
        if column >= 50:
            assert f"{say('enlarge')} +" in text(line)
            assert f"{say('default')} 0" in text(line)
        buttons = [span for head in contents_head(desk, side, page, 1, 4) for span in head if span.action]
        assert [span.action for span in buttons] == ["page(-1)", "page(1)"]
        assert [
            f"{say('previous-page')} [" in buttons[0].text,
            f"{say('next-page')} ]" in buttons[1].text,
        ] == [True, True]


def test_steps_past_the_ends_look_faint_but_can_be_pressed() -> None:
    desk, page = DESKS[0], DAYS[ZH].opened
    alone = replace(page, previous_page=None, next_page=None)

    first = [span.look for span in article_head(desk, 80, (True, False), has_sister=False) if span.action][:2]
    last = [span.look for span in article_head(desk, 80, (False, True), has_sister=False) if span.action][:2]
    pages = [span.look for line in contents_head(desk, 28, alone, 0, 1) for span in line if span.action]

    assert (first, last, pages) == (["faint", "button"], ["button", "faint"], ["faint", "faint"])


@pytest.mark.parametrize("desk", DESKS, ids=NAMES)
def test_what_was_just_done_is_whole_at_80_columns(desk: Desk) -> None:
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
        "name": TABLE["size-2"][desk.words.language],
        "path": "/home/x/copy.txt",
    }
    for key in keys:
        message = desk.words.say(key, **facts)
        assert message in text(state_line(desk, 80, message, ("para 12/25 · 100%",), [26], ())[0]), key


@pytest.mark.parametrize("desk", DESKS, ids=NAMES)
def test_headlines_of_the_contents_are_whole_or_marked_as_cut(desk: Desk) -> None:
    for width, entry in product((26, 28, 40, 59), DAYS[desk.words.language].opened.contents):
        lines = headline_lines(desk, width, 7, entry.headline, "chosen")
        assert all(desk.measure(line) <= width for line in lines)
        joined = "".join(text(line).strip() for line in lines).replace(f"{desk.marks.chosen}  7", "", 1)
        whole = "".join(joined.split()) == "".join(entry.headline.split())
        assert whole or joined.endswith(desk.marks.ellipsis)
        assert len(lines) <= 3


def test_help_has_room_for_every_key() -> None:
    assert max(len(command.shown) for command in COMMANDS) < 12
