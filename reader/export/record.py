"""Records for other programs: the JSON of `toc` and `text`. Fields may be added, none renamed."""

from collections.abc import Mapping

from reader.edition.model import Article, Headline, JumpLine, Page
from reader.edition.report import Report

Record = dict[str, object]


def toc_record(page: Page) -> Record:
    """A page: its head, the pages of the day, its headlines."""
    picture = page.facsimile
    return {
        "paper": page.paper or None,
        "publisher": page.publisher or None,
        "sister_papers": [{"name": paper.name, "url": paper.url} for paper in page.sister_papers],
        "date": page.issued.isoformat() if page.issued else None,
        "weekday": page.weekday or None,
        "page": _page(page),
        "previous_page": page.previous_page or None,
        "next_page": page.next_page or None,
        "pages": [
            {
                "number": link.number,
                "name": link.name or None,
                "href": link.href or None,
                "url": link.url,
                "pdf": link.pdf or None,
            }
            for link in page.page_index
        ],
        "articles": [_headline(number, entry) for number, entry in enumerate(page.contents, 1)],
        "facsimile": {
            "image": picture.image or None,
            "width": picture.width,
            "height": picture.height,
            "pdf": picture.pdf or None,
        }
        if picture
        else None,
        "copyright_notice": page.copyright_notice or None,
        "report": _report(page.report),
    }


def text_record(page: Page, article: Article) -> Record:
    """An article with its place in the paper."""
    return {
        "headline": article.headline,
        "kicker": article.kicker or None,
        "deck": article.deck or None,
        "byline": article.byline or None,
        "source": article.source or None,
        "dateline": article.dateline or None,
        "paper": page.paper or None,
        "date": page.issued.isoformat() if page.issued else None,
        "page": _page(page),
        "jump_from": _jump(article.jump_from),
        "jump_to": _jump(article.jump_to),
        "previous_article": article.previous_article or None,
        "next_article": article.next_article or None,
        "blocks": [{"kind": block.kind.value, "text": block.text} for block in article.blocks],
        "characters": article.characters,
        "copyright_notice": page.copyright_notice or None,
        "report": _report(page.report),
    }


def _headline(number: int, entry: Headline) -> Record:
    return {
        "number": number,
        "headline": entry.headline,
        "href": entry.href or None,
        "url": entry.url,
        "kind": entry.kind.value,
        "zones": [[n for point in zone.points for n in point] for zone in entry.zones],
        "at_hand": entry.at_hand,
    }


def _page(page: Page) -> Mapping[str, str | None]:
    return {"number": page.number or None, "name": page.name or None}


def _jump(jump: JumpLine | None) -> Mapping[str, str] | None:
    return {"page": jump.page} if jump else None


def _report(report: Report) -> Record:
    return {
        "dialect": report.dialect or None,
        "encoding": report.encoding or None,
        "reason": report.reason or None,
        "replaced": report.replaced,
        "notes": list(report.notes),
        "removed": dict(report.removed),
    }
