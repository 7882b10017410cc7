"""Records for other programs: the JSON of `toc` and `text`; fields may be added, none renamed."""

import json
import re
import unicodedata
from collections.abc import Callable, Sequence

from reader.edition.model import Article, Headline, JumpLine, Page
from reader.edition.report import Report
from reader.words import EN, Words

Record = dict[str, object]

Addresses = Callable[[str], str]
"""Address of an article's document by its href, of the page's own without one: a web address, or a file's path relative
to what was opened; empty if unknown."""

_UNUSUAL = re.compile(r"[^\n -~　-〿㐀-鿿！-｠]")
"""What may act on a terminal is among these; most of a text is not."""


def toc_record(page: Page, address: Addresses = str) -> Record:
    """A page: its head, the pages of the day, its headlines."""
    picture = page.facsimile
    return {
        **_fields(page, "paper", "publisher"),
        "sister_papers": [{"name": paper.name, "url": paper.url} for paper in page.sister_papers],
        "date": page.issued.isoformat() if page.issued else None,
        "weekday": page.weekday or None,
        "page": _place(page, address),
        **_fields(page, "previous_page", "next_page"),
        "pages": [
            {"number": link.number, **_fields(link, "name", "href", "url", "pdf")} for link in page.page_index
        ],
        "articles": [_headline(number, entry, address) for number, entry in enumerate(page.contents, 1)],
        "facsimile": _fields(picture, "image", "width", "height", "pdf") if picture else None,
        "copyright_notice": page.copyright_notice or None,
        "report": _report(page.report),
    }


def text_record(page: Page, article: Article, href: str = "", address: Addresses = str) -> Record:
    """An article, with its paper, date and page; `href` is its address as written in the contents."""
    return {
        "headline": article.headline,
        "address": address(href) or None,
        **_fields(article, "kicker", "deck", "byline", "source", "dateline"),
        "paper": page.paper or None,
        "date": page.issued.isoformat() if page.issued else None,
        "page": _place(page, address),
        "jump_from": _jump(article.jump_from),
        "jump_to": _jump(article.jump_to),
        **_fields(article, "previous_article", "next_article"),
        "blocks": [{"kind": block.kind.value, "text": block.text} for block in article.blocks],
        "characters": article.characters,
        "copyright_notice": page.copyright_notice or None,
        "report": _report(page.report),
    }


def day_record(head: Page, pages: Sequence[Record], missing: Sequence[Record]) -> Record:
    """A whole day: its pages, each a record of `toc_record` or `texts_record`, and what could not be had."""
    return {
        "paper": head.paper or None,
        "date": head.issued.isoformat() if head.issued else None,
        "weekday": head.weekday or None,
        "pages": list(pages),
        "missing": list(missing),
    }


def texts_record(page: Page, articles: Sequence[Record], address: Addresses = str) -> Record:
    """A page of a whole day, with its articles as of `text_record`."""
    return {**_place(page, address), "articles": list(articles)}


def missing_record(page: Page, headline: str, why: str) -> Record:
    """What could not be had: a page, or an article of it."""
    return {"page": page.number or None, "headline": headline or None, "why": why}


def as_json(record: object) -> str:
    """A record as JSON; what acts on a terminal, as a file's name may, is escaped, so that it is still that name."""
    return _UNUSUAL.sub(_escaped, json.dumps(record, ensure_ascii=False, indent=2)) + "\n"


def _escaped(character: re.Match[str]) -> str:
    is_text = unicodedata.category(character[0])[0] != "C"
    return character[0] if is_text else json.dumps(character[0])[1:-1]


def _place(page: Page, address: Addresses) -> Record:
    return {**_fields(page, "number", "name"), "address": address("") or None}


def _fields(value: object, *names: str) -> Record:
    """Fields of a value under their own names; an empty text becomes null."""
    fields = {name: getattr(value, name) for name in names}
    return {name: None if field == "" else field for name, field in fields.items()}


def _headline(number: int, entry: Headline, address: Addresses) -> Record:
    return {
        "number": number,
        "headline": entry.headline,
        **_fields(entry, "href", "url"),
        "address": address(entry.href) or None if entry.at_hand else entry.url,
        "kind": entry.kind.value,
        "zones": [[n for point in zone.points for n in point] for zone in entry.zones],
        "at_hand": entry.at_hand,
    }


def _jump(jump: JumpLine | None) -> Record | None:
    return {"page": jump.page} if jump else None


def _report(report: Report) -> Record:
    return {
        **_fields(report, "dialect", "encoding", "reason", "replaced"),
        "notes": [Words(EN).say(f"note-{note}") for note in report.notes],
        "removed": dict(report.removed),
    }
