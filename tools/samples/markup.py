"""A page in the markup of the classic publishing system, table theme, with the faults such pages have.

Left open on purpose: `<li>`, `<Area>`, `<P>`, one `<tr>`. Kept on purpose: attributes without quotation marks, the
letters of the arrow font (3 and 4) beside the words, a map whose name differs in case from its use, an
empty weekday, hidden second copies of both lists, and a comment after the end of the page.
"""

from html import escape
from pathlib import Path
from string import Template

from tools.samples.expected import href_in_list, neighbours
from tools.samples.source import Block, Paper, Polygon, Sheet, Story

TEMPLATES = {
    file.stem: Template(file.read_text(encoding="utf-8"))
    for file in (Path(__file__).parent / "founder").glob("*.html")
}
INDENTS = {"qsrb": "　　", "qsc": "&nbsp;&nbsp;&nbsp;&nbsp;"}
FONTS = {"qsrb": "", "qsc": 'Georgia,"Times New Roman","Liberation Serif","DejaVu Serif",'}
SIZES = {True: " width={width} height={height}", False: ""}


def entry_page(paper: Paper) -> str:
    """The root of the site, which sends one on to the first page of the day."""
    target = f"html/{paper.day_folder}/{paper.sheets[0].href}"
    return (
        f"<html><head><title>{paper.title}</title>\n"
        f'<META HTTP-EQUIV="REFRESH" CONTENT="0; URL={target}">\n'
        "</head><body></body></html>\n"
    )


def month_index(issues: list[Paper]) -> str:
    """The days of a month on which a paper came out, as the calendar of the site reads them."""
    periods = "".join(
        f'<period id="{issue.day:%Y%m%d}"><paper_id/><period_date>{issue.day}</period_date><period_name/>'
        f"<front_page>{issue.sheets[0].href}</front_page></period>\n"
        for issue in issues
    )
    return f'<?xml version="1.0" encoding="utf-8"?>\n<periodlist>\n{periods}</periodlist>\n'


def layout_page(paper: Paper, sheet: Sheet) -> str:
    """A 版面 page: picture, lists and calendar."""
    right = TEMPLATES["layout"].substitute(
        paper.labels,
        date=printed_date(paper),
        page_rows="\n".join(_page_row(sheet, other) for other in paper.sheets),
        weekday_heads="".join(f"<td><b>{day}</b></td>" for day in "日一二三四五六"),
    )
    return _whole_page(paper, sheet, right, _property(paper, sheet, "2"))


def article_page(paper: Paper, sheet: Sheet, story: Story) -> str:
    """The page of one article: the page's own column first, then the article."""
    opening, body = _body(paper, sheet, story)
    right = TEMPLATES["article"].substitute(
        paper.labels,
        date=printed_date(paper),
        article_steps=_article_steps(paper, sheet, story),
        article_steps_again=_article_steps(paper, sheet, story),
        kicker=_text(story.kicker or ""),
        headline="<br>".join(map(_text, story.headline)),
        deck=_text(story.deck or ""),
        byline=_text(story.byline or ""),
        opening=opening,
        body=body,
    )
    return _whole_page(paper, sheet, right, _property(paper, sheet, "1", story))


def printed_date(paper: Paper) -> str:
    """The date as the page prints it, without its weekday."""
    return f"{paper.day.year}年{paper.day.month:02}月{paper.day.day:02}日"


def _whole_page(paper: Paper, sheet: Sheet, right: str, closing: str) -> str:
    return TEMPLATES["page"].substitute(
        charset=paper.charset,
        title=paper.title,
        fonts=FONTS[paper.code],
        year=paper.day.year,
        month=paper.day.month,
        day=paper.day.day,
        areas="".join(_areas(sheet)),
        image=paper.address(sheet, paper.facsimile_name(sheet)),
        size=SIZES[paper.picture["stated"]].format_map(paper.picture),
        caption=f"第{sheet.number}版：<STRONG>{sheet.name}</STRONG>",
        page_steps=_page_steps(paper, sheet),
        pdf=f"\n          <td><a href={paper.address(sheet, sheet.pdf)}>PDF</a></td>" if sheet.pdf else "",
        headlines="\n".join(_headline_item(story) for story in sheet.stories if story.listed),
        paper=paper.name,
        sisters=_sisters(paper),
        publisher=paper.publisher,
        edition=paper.edition,
        right=right,
        copyright=paper.copyright,
        address=paper.address_line,
        colophon=paper.colophon,
        page_popup="\n".join(_popup_page_row(sheet, other) for other in paper.sheets),
        headline_popup="\n".join(_popup_headline_row(story) for story in sheet.stories if story.listed),
        property=closing,
    )


# The page's own column and lists


def _areas(sheet: Sheet) -> list[str]:
    """Areas from left to right, which is not the order of the list; pictures before the text around them."""
    drawn: list[tuple[Polygon, int, Story]] = []
    for story in sheet.stories:
        drawn += [(zone, 0, story) for zone in story.photo_zones]
        drawn += [(zone, -1, story) for zone in story.zones]
    drawn.sort(key=lambda area: (area[2].zones[0][:2], -area[1]))
    return [
        f'<Area coords="{",".join(map(str, zone))}" shape="polygon" href="{story.href}?div={div}"'
        + ("" if story.listed else f" alt='{_text(story.title)}'")
        + ">"
        for zone, div, story in drawn
    ]


def _headline_item(story: Story) -> str:
    div = 0 if story.kind == "photo" else -1
    title = "<br>".join(map(_text, story.headline))
    return (
        f"<li>&middot;<a href={story.href}?div={div}>"
        f'<div style="display:inline" id=mp{story.number}>{title}</div></a>'
    )


def _popup_headline_row(story: Story) -> str:
    return (
        f'<tr height=27px id=row_black{story.number}>\n<td width=10px></td>\n<td class="black">\n'
        f"<a href={story.href}?div=-1>{_text(story.title)}</a>\n</td></TR>"
    )


def _page_row(sheet: Sheet, other: Sheet) -> str:
    shade = "" if _is_odd(other) else " bgcolor=#efeadd"
    return f"<tr{shade}>\n<td class=default align=left>&nbsp;{_page_link(sheet, other)}</td></tr>"


def _is_odd(sheet: Sheet) -> bool:
    """Whether a page has an odd place among the pages of the day: every other row is shaded."""
    return int(sheet.folder) % 2 == 1


def _popup_page_row(sheet: Sheet, other: Sheet) -> str:
    return f'<TR>\n<TD align=left height=24 class="black">&nbsp;{_page_link(sheet, other)}</TD>\n</TR>'


def _page_link(sheet: Sheet, other: Sheet) -> str:
    return f"<a id=pageLink href={href_in_list(sheet, other)}>第{other.number}版：{other.name}</a>"


def _page_steps(paper: Paper, sheet: Sheet) -> str:
    before, after = neighbours(paper.sheets, paper.sheets.index(sheet))
    return _steps(
        (before.href if before else "", paper.labels["previous_page"]),
        (after.href if after else "", paper.labels["next_page"]),
    )


def _article_steps(paper: Paper, sheet: Sheet, story: Story) -> str:
    before, after = neighbours(sheet.stories, sheet.stories.index(story))
    return _steps(
        (before.href if before else "", paper.labels["previous_article"]),
        (after.href if after else "", paper.labels["next_article"]),
    )


def _steps(back: tuple[str, str], on: tuple[str, str]) -> str:
    """Links back and on, whichever there are, with the arrow font's 3 before the first and 4 after the second."""
    arrows = ("<span class=wd3 style='font-family:webdings'>3</span>", "")
    links = [_step(*back, *arrows)] if back[0] else []
    arrows = ("", "<span class=wd4 style='font-family:webdings'>4</span>")
    links += [_step(*on, *arrows)] if on[0] else []
    return "&nbsp;&nbsp;".join(links)


def _step(href: str, label: str, before: str, after: str) -> str:
    word, _, tooltip = label.partition("|")
    title = f' title="{tooltip}"' if tooltip else ""
    return f'<a class=preart href="{href}"{title}>{before}{word}{after}</a>'


def _sisters(paper: Paper) -> str:
    name, url = paper.sister["name"], paper.sister["url"]
    if paper.sister["form"] == "line":
        return f"{paper.name} | <a href={url} target=_blank>{name}</a>"
    return (
        '<select name="guidelinks" size="1" onChange="window.open(this.value)">'
        f'<option value="javascript:void(0)">{paper.labels["choose"]}</option>'
        f'<option value="http://epaper.qingshi.invalid/{paper.code}/index.htm">{paper.name}</option>'
        f'<option value="{url}">{name}</option></select>'
    )


def _property(paper: Paper, sheet: Sheet, page_type: str, story: Story | None = None) -> str:
    """The publishing system's own note; its `founder-content` is the paper's name."""
    title = f"<founder-title>{_text(story.title)}</founder-title>" if story else ""
    return (
        f"<founder-date>{paper.day} 05:30:00</founder-date>{title}"
        f"<founder-pagenum>{sheet.number}</founder-pagenum><founder-papername>{paper.name}</founder-papername>"
        f"<founder-type>{page_type}</founder-type>"
        f"<founder-pagepicurl>{paper.code}/{paper.image_path(sheet, paper.facsimile_name(sheet))}</founder-pagepicurl>"
        f"<founder-content>{paper.name}</founder-content>"
    )


# The body


def _body(paper: Paper, sheet: Sheet, story: Story) -> tuple[str, str]:
    """What stands before the text, and the text: a photograph leads its story, a brief has no `<P>`."""
    indent = INDENTS[paper.code]
    if story.kind == "brief":
        return "", "<br>\n".join(indent + _text(block.text) for block in story.blocks)
    blocks = list(story.blocks)
    opening = _figure(paper, sheet, blocks.pop(0), " id=newspic") + "\n" if story.kind == "photo" else ""
    return opening, "\n".join(_block(paper, sheet, block) for block in blocks)


def _block(paper: Paper, sheet: Sheet, block: Block) -> str:
    if block.kind == "figure":
        return _figure(paper, sheet, block)
    return f"<P>{INDENTS[paper.code]}{_text(block.text)}"


def _figure(paper: Paper, sheet: Sheet, block: Block, attribute: str = "") -> str:
    address = paper.address(sheet, f"{block.picture}.svg")
    return (
        f'<TABLE{attribute} class="pci_c" width="400"><tr><td align="center"><img src={address} border=0></td></tr>'
        f"<tr><td>{_text(block.text)}</td></tr></TABLE>"
    )


def _text(text: str) -> str:
    return escape(text, quote=False)
