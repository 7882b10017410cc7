"""The value a reader has to find in a page: the JSON contract of the program, made from the sources alone."""

from typing import TypeVar

from tools.samples.source import Paper, Sheet

WEEKDAYS = "一二三四五六日"
T = TypeVar("T")


def expected(paper: Paper, sheet: Sheet) -> dict[str, object]:
    """What a reader has to find in a page and its articles."""
    return {
        "toc": _expected_toc(paper, sheet),
        "articles": [_expected_text(paper, sheet, place) for place in range(len(sheet.stories))],
    }


def _expected_toc(paper: Paper, sheet: Sheet) -> dict[str, object]:
    before, after = neighbours(paper.sheets, paper.sheets.index(sheet))
    stated = paper.picture["stated"]
    return {
        "paper": paper.name,
        "publisher": paper.publisher,
        "sister_papers": [{"name": paper.sister["name"], "url": paper.sister["url"]}],
        "date": paper.day.isoformat(),
        "weekday": "星期" + WEEKDAYS[paper.day.weekday()],
        "page": {"number": sheet.number, "name": sheet.name},
        "previous_page": before.href if before else None,
        "next_page": after.href if after else None,
        "pages": [
            {
                "number": other.number,
                "name": other.name,
                "href": href_in_list(sheet, other),
                "url": None,
                "pdf": None,
            }
            for other in paper.sheets
        ],
        "articles": [
            {
                "number": number,
                "headline": story.title,
                "href": story.href,
                "url": None,
                "kind": story.kind,
                "zones": story.photo_zones + story.zones,
            }
            for number, story in enumerate(sheet.stories, start=1)
        ],
        "facsimile": {
            "image": paper.address(sheet, paper.facsimile_name(sheet)),
            "width": paper.picture["width"] if stated else None,
            "height": paper.picture["height"] if stated else None,
            "pdf": paper.address(sheet, sheet.pdf) if sheet.pdf else None,
        },
        "copyright_notice": paper.copyright,
    }


def _expected_text(paper: Paper, sheet: Sheet, place: int) -> dict[str, object]:
    story = sheet.stories[place]
    before, after = neighbours(sheet.stories, place)
    return {
        "headline": story.title,
        "kicker": story.kicker,
        "deck": story.deck,
        "byline": story.byline,
        "source": None,
        "dateline": story.dateline,
        "paper": paper.name,
        "date": paper.day.isoformat(),
        "page": {"number": sheet.number, "name": sheet.name},
        "jump_from": {"page": story.jump_from} if story.jump_from else None,
        "jump_to": {"page": story.jump_to} if story.jump_to else None,
        "previous_article": before.href if before else None,
        "next_article": after.href if after else None,
        "blocks": [{"kind": block.kind, "text": block.text} for block in story.blocks],
        "characters": story.characters,
        "copyright_notice": paper.copyright,
    }


def neighbours(row: tuple[T, ...], place: int) -> tuple[T | None, T | None]:
    """What stands before and after a place in a row; None at its ends."""
    before = row[place - 1] if place else None
    after = row[place + 1] if place + 1 < len(row) else None
    return before, after


def href_in_list(sheet: Sheet, other: Sheet) -> str:
    """Address of a page in the list of pages on a sheet, whose own entry is written in its own way."""
    return f"./{other.href}" if other is sheet else other.href
