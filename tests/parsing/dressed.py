"""What is found on the pages of every dress, and how much is still found when they are damaged."""

import random
import re
from datetime import date

from reader.edition.model import Article, Clean, Page
from reader.parsing.document import parse
from tools.samples.dresses import BODY, DRESSES, MAIN, NAME, NUMBER, PAGES, STORIES, Dress

Fields = dict[str, object]


def expected(name: str) -> Fields:
    """What both pages of a dress say; fields that its system has no place for are left out."""
    dress = DRESSES[name]
    fields: Fields = {
        "dialect": name,
        "paper": "江滨日报",
        "publisher": "江滨日报社",
        "sister": ["江滨晚报"],
        "issued": date(2024, 3, 2),
        "number": NUMBER,
        "name": NAME,
        "index": list(PAGES),
        "contents": [story.headline.replace("<br>", " ") for story in STORIES],
        "zones": [0 if dress.coords == "null" else 1] * len(STORIES),
        "previous_page": dress.page("01"),
        "next_page": None,
        "copyright": "江滨日报版权所有 未经书面授权 不得复制",
        "opens_at": (None, 1),
        "kicker": MAIN.kicker,
        "headline": MAIN.headline,
        "deck": MAIN.deck,
        "byline": MAIN.byline,
        "previous": dress.article(STORIES[0]).partition("?")[0],
        "next": dress.article(STORIES[2]).partition("?")[0],
        "body": list(BODY),
        "kinds": ["paragraph", "subhead", "paragraph"],
        "dateline": "本报讯",
    }
    if name == "generic":
        del fields["kicker"]
    return fields


def found(layout: Page, opened: Page) -> Fields:
    """The same of two pages that were read."""
    story = opened.contents[opened.opens_at].article if opened.opens_at is not None else None
    story = story or Article(headline=Clean(""))
    return {
        "dialect": layout.report.dialect if layout.report.dialect == opened.report.dialect else "",
        "paper": layout.paper,
        "publisher": layout.publisher,
        "sister": [paper.name for paper in layout.sister_papers],
        "issued": layout.issued,
        "number": opened.number,
        "name": layout.name,
        "index": [(row.number, row.name) for row in layout.page_index],
        "contents": [entry.headline for entry in layout.contents],
        "zones": [len(entry.zones) for entry in layout.contents],
        "previous_page": layout.previous_page,
        "next_page": opened.next_page,
        "copyright": opened.copyright_notice,
        "opens_at": (layout.opens_at, opened.opens_at),
        "kicker": story.kicker,
        "headline": story.headline,
        "deck": story.deck,
        "byline": story.byline,
        "previous": story.previous_article,
        "next": story.next_article,
        "body": [block.text for block in story.blocks],
        "kinds": [block.kind.value for block in story.blocks],
        "dateline": story.dateline,
    }


def wrong(name: str) -> Fields:
    """Fields of a dialect that are not found as they stand, with what was found."""
    dress = DRESSES[name]
    read = found(parse(dress.layout_page()), parse(dress.article_page()))
    return {field: read[field] for field, value in expected(name).items() if read[field] != value}


def damage(markup: str, chance: random.Random, how: str) -> str:
    """A page with the faults of a redesign: attributes shuffled, classes renamed, tables around, end tags lost or crossed.

    Of one that is cut, the article is whole.
    """
    if how == "shuffle":
        return re.sub(
            r"<(\w+)((?:\s+[\w-]+=(?:\"[^\"]*\"|'[^']*'|[^\s>]+))+)>", lambda m: _shuffled(m, chance), markup
        )
    if how == "rename":
        return re.sub(
            r"class=([\"']?)[\w -]+?(?=\1[\s>\"'])",
            lambda m: f"class={m[1]}x{chance.randrange(10**6)}",
            markup,
        )
    if how == "wrap":
        return re.sub(
            r"(<(div|ul|table)\b)",
            lambda m: f"<table><tr><td>{m[1]}" if chance.random() < 0.5 else m[1],
            markup,
        )
    if how == "cross":
        return re.sub(
            r"(</\w+>)\s*(</\w+>)", lambda m: m[2] + m[1] if chance.random() < 0.3 else m[0], markup
        )
    if how == "cut":
        return markup[
            : max(int(len(markup) * chance.uniform(0.6, 1)), markup.rfind(BODY[-1]) + len(BODY[-1]))
        ]
    return re.sub(r"</\w[^>]*>", lambda m: "" if chance.random() < 0.1 else m[0], markup)


DAMAGES = ("shuffle", "rename", "wrap", "cross", "cut", "lose")


def _shuffled(tag: re.Match[str], chance: random.Random) -> str:
    attributes = re.findall(r"[\w-]+=(?:\"[^\"]*\"|'[^']*'|[^\s>]+)", tag[2])
    chance.shuffle(attributes)
    return f"<{tag[1]} {' '.join(attributes)}>"


def survives(markup: str) -> bool:
    """Whether headline and body of the article are still found, and not much else with them."""
    page = parse(markup)
    story = page.contents[page.opens_at].article if page.opens_at is not None else None
    if not story or story.headline != MAIN.headline:
        return False
    text = "".join(block.text for block in story.blocks)
    return all(line in text for line in BODY) and len(text) <= 1.5 * sum(map(len, BODY))


def survival(dress: Dress, rounds: int) -> dict[str, float]:
    """Share of damaged article pages that survive, by damage."""
    markup, chance = dress.article_page(), random.Random(2024)  # noqa: S311 - the same every time
    return {
        how: sum(survives(damage(markup, chance, how)) for _ in range(rounds)) / rounds for how in DAMAGES
    }
