"""The value a reader has to find in a page: the JSON contract of the program, made from the sources alone."""

from typing import Any

from tools.samples.compose import WEEKDAYS
from tools.samples.dialect import Desk
from tools.samples.source import Story, neighbours

Value = dict[str, Any]  # Any: JSON


def expected(desk: Desk) -> Value:
    """What a reader has to find in a page and its articles."""
    texts = [expected_text(desk, story) for story in desk.sheet.stories]
    return {"toc": expected_toc(desk), "articles": texts}


def expected_toc(desk: Desk) -> Value:
    """What a reader has to find of a page in a document; without the fields that the dialect lacks."""
    paper, sheet, dialect = desk.paper, desk.sheet, desk.dialect
    before, after = neighbours(paper.sheets, paper.sheets.index(sheet))
    stated = paper.picture["stated"] if dialect.sized is None else dialect.sized
    value: Value = {
        "paper": paper.name,
        "publisher": paper.publisher,
        "sister_papers": [{"name": paper.sister["name"], "url": paper.sister["url"]}],
        "date": paper.day.isoformat(),
        "weekday": "星期" + WEEKDAYS[paper.day.weekday()],
        "page": {"number": desk.number, "name": sheet.name},
        "previous_page": desk.link(desk.other(before).path) if before else None,
        "next_page": desk.link(desk.other(after).path) if after else None,
        "pages": [
            {
                "number": desk.other(other).number,
                "name": other.name,
                "href": desk.page_link(other),
                "url": None,
                "pdf": desk.link(desk.other(other).pdf) if dialect.row_pdf else None,
            }
            for other in paper.sheets
        ],
        "articles": [
            {
                "number": number,
                "headline": story.title,
                "href": desk.link(desk.article(story)),
                "url": None,
                "kind": story.kind,
                "zones": [zone for zone, _ in dialect.drawn(story) if zone],
            }
            for number, story in enumerate(sheet.stories, start=1)
        ],
        "facsimile": {
            "image": desk.link(desk.facsimile),
            "width": paper.picture["width"] if stated else None,
            "height": paper.picture["height"] if stated else None,
            "pdf": desk.link(desk.pdf) if sheet.pdf and dialect.caption_pdf else None,
        },
        "copyright_notice": paper.copyright,
    }
    return _without(value, "toc", dialect.lacks)


def expected_text(desk: Desk, story: Story) -> Value:
    """What a reader has to find in the page of an article; without the fields that the dialect lacks."""
    desk = desk.about(story)
    before, after = neighbours(desk.sheet.stories, desk.sheet.stories.index(story))
    first, rest = desk.dialect.arranged(story)
    value: Value = {
        "headline": story.title,
        "kicker": story.kicker,
        "deck": story.deck,
        "byline": story.byline,
        "source": None,
        "dateline": story.dateline,
        "paper": desk.paper.name,
        "date": desk.paper.day.isoformat(),
        "page": {"number": desk.number, "name": desk.sheet.name},
        "jump_from": {"page": story.jump_from} if story.jump_from else None,
        "jump_to": {"page": story.jump_to} if story.jump_to else None,
        "previous_article": desk.link(desk.article(before)) if before else None,
        "next_article": desk.link(desk.article(after)) if after else None,
        "blocks": [{"kind": block.kind, "text": block.text} for block in first + rest],
        "characters": story.characters,
        "copyright_notice": desk.paper.copyright,
    }
    return _without(value, "text", desk.dialect.lacks)


def _without(value: Value, what: str, lacks: tuple[str, ...]) -> Value:
    return {name: part for name, part in value.items() if f"{what}.{name}" not in lacks}
