"""Records for other programs: the JSON of `toc` and `text`; fields may be added, none renamed."""

from reader.edition.model import Article, Headline, JumpLine, Page
from reader.edition.report import Report
from reader.words import EN, Words

Record = dict[str, object]


def toc_record(page: Page) -> Record:
    """A page: its head, the pages of the day, its headlines."""
    picture = page.facsimile
    return {
        **_fields(page, "paper", "publisher"),
        "sister_papers": [{"name": paper.name, "url": paper.url} for paper in page.sister_papers],
        "date": page.issued.isoformat() if page.issued else None,
        "weekday": page.weekday or None,
        "page": _fields(page, "number", "name"),
        **_fields(page, "previous_page", "next_page"),
        "pages": [
            {"number": link.number, **_fields(link, "name", "href", "url", "pdf")} for link in page.page_index
        ],
        "articles": [_headline(number, entry) for number, entry in enumerate(page.contents, 1)],
        "facsimile": _fields(picture, "image", "width", "height", "pdf") if picture else None,
        "copyright_notice": page.copyright_notice or None,
        "report": _report(page.report),
    }


def text_record(page: Page, article: Article) -> Record:
    """An article, with its paper, date and page."""
    return {
        "headline": article.headline,
        **_fields(article, "kicker", "deck", "byline", "source", "dateline"),
        "paper": page.paper or None,
        "date": page.issued.isoformat() if page.issued else None,
        "page": _fields(page, "number", "name"),
        "jump_from": _jump(article.jump_from),
        "jump_to": _jump(article.jump_to),
        **_fields(article, "previous_article", "next_article"),
        "blocks": [{"kind": block.kind.value, "text": block.text} for block in article.blocks],
        "characters": article.characters,
        "copyright_notice": page.copyright_notice or None,
        "report": _report(page.report),
    }


def _fields(value: object, *names: str) -> Record:
    """Fields of a value under their own names; an empty text becomes null."""
    fields = {name: getattr(value, name) for name in names}
    return {name: None if field == "" else field for name, field in fields.items()}


def _headline(number: int, entry: Headline) -> Record:
    return {
        "number": number,
        "headline": entry.headline,
        **_fields(entry, "href", "url"),
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
