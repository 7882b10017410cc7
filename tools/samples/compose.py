"""The sources of a page and a dialect → the pages of a web edition, markup and faults as the dialect has them."""

from collections.abc import Mapping
from html import escape
from string import Template

from tools.samples.dialect import SITE, Desk
from tools.samples.source import Block, Paper, Polygon, Sheet, Story, neighbours

INDENTS = {"qsrb": "　　", "qsc": "&nbsp;&nbsp;&nbsp;&nbsp;"}
FONTS = {"qsrb": "", "qsc": 'Georgia,"Times New Roman","Liberation Serif","DejaVu Serif",'}
WEEKDAYS = "一二三四五六日"

Fields = dict[str, object]


def layout_page(desk: Desk) -> str:
    """A 版面 page: picture, lists and calendar."""
    fields = _page_fields(desk)
    fields["property"] = _row(desk, "property_layout", fields)
    return _whole(desk, "layout", fields)


def article_page(desk: Desk, story: Story) -> str:
    """The page of one article, most often with the page's own column before it."""
    desk = desk.about(story)
    fields = _page_fields(desk)
    fields |= _story_fields(desk, story) | {"article_steps": _article_steps(desk, story)}
    fields |= {f"null_{name}": fields[name] or "null" for name in ("kicker", "deck", "byline")}
    fields["opening"], fields["body"] = _body(desk, story)
    fields["property"] = _row(desk, "property_article", fields)
    return _whole(desk, "article", fields)


def _whole(desk: Desk, kind: str, fields: Fields) -> str:
    templates = desk.dialect.templates
    return templates["page"].substitute(fields, right=templates[kind].substitute(fields))


def _row(desk: Desk, name: str, fields: Mapping[str, object], *, even: bool = False) -> str:
    """A small piece of markup, "" if the dialect has none of the name."""
    rows = desk.dialect.rows
    text = rows.get(f"{name}_even") if even else None
    return Template(rows.get(name, "") if text is None else text).substitute(fields)


# What is told of a page


def _page_fields(desk: Desk) -> Fields:
    paper, sheet = desk.paper, desk.sheet
    return {
        **{name: label.partition("|")[0] for name, label in paper.labels.items()},
        **_dates(paper),
        **{name: "".join(rows) for name, rows in _lists(desk).items()},
        **paper.picture,
        "size": " width={width} height={height}".format_map(paper.picture) if paper.picture["stated"] else "",
        "charset": paper.charset,
        "fonts": FONTS[paper.code],
        "code": paper.code,
        "title": paper.title,
        "paper": paper.name,
        "publisher": paper.publisher,
        "edition": paper.edition,
        "copyright": paper.copyright,
        "address": paper.address_line,
        "colophon": paper.colophon,
        "number": desk.number,
        "name": sheet.name,
        "path": desk.path,
        "image_path": desk.facsimile,
        "image": desk.link(desk.facsimile),
        "pdf": _row(desk, "pdf", {"href": desk.link(desk.pdf)}) if sheet.pdf else "",
        "page_steps": _page_steps(desk),
        "sisters": _sisters(desk),
    }


def _dates(paper: Paper) -> Fields:
    day = paper.day
    return {
        "iso": day,
        "compact": f"{day:%Y%m%d}",
        "date": f"{day.year}年{day.month:02}月{day.day:02}日",
        "english_date": f"{day.year}-{day:%B}-{day.day}",
        "weekday": WEEKDAYS[day.weekday()],
        "year": day.year,
        "month": day.month,
        "day": day.day,
    }


def _lists(desk: Desk) -> dict[str, list[str]]:
    sheet = desk.sheet
    pages = [_other_fields(desk, other) for other in desk.paper.sheets]
    listed = [_story_fields(desk, story) for story in sheet.stories if story.listed]
    everything = [_story_fields(desk, story) for story in sheet.stories]
    elsewhere = [
        _story_fields(desk, other.stories[0], other) for other in desk.paper.sheets if other is not sheet
    ]
    return {
        "areas": _areas(desk),
        "pages": _rows(desk, "page", pages),
        "pages_hidden": _rows(desk, "page_hidden", pages),
        "headlines": _rows(desk, "headline", listed),
        "headlines_hidden": _rows(desk, "headline_hidden", listed),
        "everything": _rows(desk, "everything", everything),
        "elsewhere": _rows(desk, "elsewhere", elsewhere),
    }


def _rows(desk: Desk, name: str, entries: list[Fields]) -> list[str]:
    return [_row(desk, name, entry, even=place % 2 == 0) for place, entry in enumerate(entries, start=1)]


def _other_fields(desk: Desk, other: Sheet) -> Fields:
    there = desk.other(other)
    return {
        "href": desk.page_link(other),
        "number": there.number,
        "name": other.name,
        "pdf": desk.link(there.pdf),
        "image": desk.link(there.facsimile),
    }


def _story_fields(desk: Desk, story: Story, sheet: Sheet | None = None) -> Fields:
    return {
        "href": desk.link(desk.other(sheet or desk.sheet).article(story)),
        "id": story.number,
        "div": 0 if story.kind == "photo" else -1,
        "headline": _text(story.title),
        "lines": "<br>".join(map(_text, story.headline)),
        "kicker": _text(story.kicker or ""),
        "deck": _text(story.deck or ""),
        "byline": _text(story.byline or ""),
        "alt": "" if story.listed else f" alt='{_text(story.title)}'",
    }


def _areas(desk: Desk) -> list[str]:
    """Areas from left to right, which is not the order of the list; pictures before the text around them."""
    drawn = [(story, *area) for story in desk.sheet.stories for area in desk.dialect.drawn(story)]
    drawn.sort(key=lambda area: (area[0].zones[0][:2], -area[2]))
    found = []
    for story, zone, div in drawn:
        fields = _story_fields(desk, story) | {"div": div, "coords": _coords(desk, zone)}
        corner = _coords(desk, story.zones[0][:2] * 3)
        found.append(_row(desk, "area", fields) + _row(desk, "area_again", fields | {"coords": corner}))
    return found


def _coords(desk: Desk, zone: Polygon | None) -> str:
    if zone is None:
        return "null"
    if desk.dialect.coords == "pixels":
        return ",".join(map(str, zone))
    sizes = [desk.paper.picture["width"], desk.paper.picture["height"]] * (len(zone) // 2)
    shares = [round(100 * pixel / size, 2) for pixel, size in zip(zone, sizes, strict=True)]
    if desk.dialect.coords == "percent":
        return ",".join(f"{share}%" for share in shares)
    return ",".join(repr(share / 100 * size) for share, size in zip(shares, sizes, strict=True))


def _page_steps(desk: Desk) -> str:
    sheets = desk.paper.sheets
    around = neighbours(sheets, sheets.index(desk.sheet))
    return _steps(desk, "page", [desk.link(desk.other(sheet).path) if sheet else "" for sheet in around])


def _article_steps(desk: Desk, story: Story) -> str:
    around = neighbours(desk.sheet.stories, desk.sheet.stories.index(story))
    return _steps(desk, "article", [desk.link(desk.article(other)) if other else "" for other in around])


def _steps(desk: Desk, what: str, hrefs: list[str]) -> str:
    """Links back and on, whichever there are, or what the dialect writes where there is none."""
    links = []
    for name, href in zip((f"previous_{what}", f"next_{what}"), hrefs, strict=True):
        word, _, tip = desk.paper.labels[name].partition("|")
        fields = {"href": href, "word": word, "tip": f' title="{tip}"' if tip else ""}
        links.append(_row(desk, name if href else f"no_{name}", fields))
    return desk.dialect.rows.get("step_gap", "").join(filter(None, links))


def _sisters(desk: Desk) -> str:
    paper = desk.paper
    fields: Fields = {
        "paper": paper.name,
        "own": f"{SITE}{paper.code}/index.htm",
        "sister": paper.sister["name"],
        "url": paper.sister["url"],
        "choose": paper.labels["choose"],
    }
    return _row(desk, f"sister_{paper.sister['form']}", fields)


# The body


def _body(desk: Desk, story: Story) -> tuple[str, str]:
    """The figures that stand before the text, and the text."""
    opening, blocks = desk.dialect.arranged(story)
    figures = "".join(_block(desk, block, "leading_figure") + "\n" for block in opening)
    if story.kind in desk.dialect.breaks:
        return figures, "<br>\n".join(INDENTS[desk.paper.code] + _text(block.text) for block in blocks)
    return figures, "\n".join(_block(desk, block, block.kind) for block in blocks)


def _block(desk: Desk, block: Block, kind: str) -> str:
    name = kind if kind in desk.dialect.rows else "paragraph"
    source = desk.link(desk.picture(block.picture)) if block.picture else ""
    fields: Fields = {"indent": INDENTS[desk.paper.code], "text": _text(block.text), "src": source}
    return _row(desk, name, fields)


def _text(text: str) -> str:
    return escape(text, quote=False)
