"""The publishing systems, as data: what tells one from another, and where it keeps what.

A place is a CSS selector of a few plain forms, `td.font01`, `#ozoom`, `.text_c h1`, `tr[valign=top]`, or the name of a
comment after an exclamation mark, `!enpcontent`. Several, parted by commas, are tried in order. `:2` at the end
of a place means the second such element.

Source:
    Saved layout pages of four papers, the vendors' generators, and what public crawlers look for.
"""

import re
from dataclasses import dataclass, replace

from reader.parsing.places import Markup

MAP_NAME = "pagepicmap"
"""Name of the picture's map, whatever its case."""

SISTER_SELECT = "guidelinks"
"""Name of the list of sister papers."""


ARTICLE_FILE = re.compile(
    r"(?:content[_.]?[\w.\-]*|c[_.]?|nw[_.][\w.\-]*|articel)\d[\w.\-]*\.s?html?", re.IGNORECASE
)
"""File name of an article."""

PAGE_FILE = re.compile(r"(?:node|nbs|l|col|v|page)[\w.\-]*\.s?html?", re.IGNORECASE)
"""File name of a page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dialect:
    """One publishing system's markup; an empty place is left to what all pages have in common."""

    name: str
    """As the report names it."""
    marks: str = ""
    """Places that a page of this system has; the dialect with the most of them is the page's."""
    address: str = ""
    """Regular expression of an address that only this system writes; counts as a mark."""
    pages: str = ""
    """Around the anchors of the pages of the day, where file name and words do not tell them."""
    headlines: str = ""
    """Around the anchors of this page's articles; the map of the picture may lack some."""
    kicker: str = "founder-introtitle, !<npm:article-pretitle>, #PreTitle, .intro, h3"
    """引题, before the headline; this and the next two may name the same place."""
    headline: str = "founder-title, !<npm:article-title>, #Title, .text_c h1, .article h1, h1"
    deck: str = "founder-subtitle, !<npm:article-subtitle>, #SubTitle, .sub, h2"
    byline: str = "founder-author, !<npm:article-author>, #Author, .author, .sec, .lai"
    body: str = (
        "founder-content, #ozoom, !enpcontent, !<npm:article-content>, #articleContent,"
        " .text_c, .article, #content, #zoom, .content"
    )
    """The surest place first."""
    previous_page: str = ""
    """Anchor of 上一版, where its words do not tell it."""
    next_page: str = ""


GENERIC = Dialect(name="generic")
"""A page of no known system: file names, areas, the words 第NN版 上一版 上一篇, and where the prose is."""

CLASSIC = replace(
    GENERIC,
    name="classic-table",
    marks="td.px12, td.default, .ul02_l, #bmdh, #btdh, .font01, .pci_c",
    kicker=f"{GENERIC.kicker}, .font02",
    headline=f".font01, {GENERIC.headline}",
    deck=f"{GENERIC.deck}, .font02",
    byline=f"{GENERIC.byline}, .font02",
)
_XY = replace(GENERIC, name="xy", address=r"/20\d{4}/\d\d/\w+\.html")

DIALECTS = (
    CLASSIC,
    replace(CLASSIC, name="classic-div", marks=".banci, .bmname1, .bmname2, .list01, .bm01, .mulu04, .sxb2"),
    replace(
        GENERIC,
        name="people",
        marks="#titleList, #pageList, .right_title-name, .ban_t, #riqi_, .text_c, .lai, .sec, .paper-bot, .swiper-box",
        address=r"\.D110000",
        headlines="#titleList, ul.news-list",
    ),
    replace(
        _XY,
        name="xy-a",
        marks=".Chunkiconlist, .newslist, .newsdetatit, .newsdetatext, .newslisttit, .newsnext, #ScroLeft",
        pages="div.Chunkiconlist",
        headlines="div.newslist",
        headline=f".newsdetatit h3, {GENERIC.headline}",
    ),
    replace(
        _XY,
        name="xy-b",
        marks="#layoutlist, #articlelist, .posRelative, .nextArt, #pdfUrl, .attachment, #Author",
        pages="#layoutlist",
        headlines="#articlelist",
    ),
    replace(
        _XY,
        name="xy-c",
        marks=".nav-list, .news-list, .resultList, .newspaper-pic, .btn-block",
        pages="div.nav-list",
        headlines="div.news-list",
    ),
    replace(
        _XY,
        name="xy-d",
        marks="#mainBox, #main-ed-map, #bmdhTable, #main-ed-articlenav-list",
        pages="#bmdhTable",
        headlines="#main-ed-articlenav-list",
        body=f"{GENERIC.body}, #mainBox",
    ),
    replace(
        GENERIC,
        name="aheading",
        marks="#ed_pre, #ed_next, .rigth_bmdh_href, .bmdh_tr, .wzlb_tr, table.wz, #bmdhTable, #main-ed-articlenav-list",
        address=r"content_\d+_\d+\.htm",
        pages="a.rigth_bmdh_href, #bmdhTable",
        headlines="#main-ed-articlenav-list, .main-ed-articlenav-list, tr.wzlb_tr",
        kicker=f"{GENERIC.kicker}, table.wz tr[valign=top]:1",
        headline=f"table.wz tr[valign=top]:2, {GENERIC.headline}",
        deck=f"{GENERIC.deck}, table.wz tr[valign=top]:3",
        byline=f"{GENERIC.byline}, table.wz tr[valign=top]:4",
        previous_page="#ed_pre",
        next_page="#ed_next",
    ),
    replace(
        GENERIC,
        name="fzsyun",
        marks=".layout-catalogue-list, .layout-catalogue-item, .news-item, cms-content, #news_content, #mapimage",
        pages="li.layout-catalogue-item",
        headlines="ul.news-list, li.news-item",
        headline=f"#news_content h1, {GENERIC.headline}",
        deck=f"{GENERIC.deck}, h3",
        body=f"cms-content, {GENERIC.body}, #news_content",
    ),
)
"""Every system known; of two with as many marks on a page, the first."""

_SIGNS = ("ozoom", "founder-", "enpcontent", "pagepicmap", "pagelink")
"""One of these is on every page of the oldest and commonest system, whatever its theme."""


def dialect_of(text: str) -> tuple[Dialect, bool]:
    """The dialect whose marks a page has most of, and whether it has any."""
    page = Markup(text)
    scores = [_score(page, dialect) for dialect in DIALECTS]
    best = max(scores)
    if best:
        return DIALECTS[scores.index(best)], True
    return (CLASSIC if any(sign in page.lowered for sign in _SIGNS) else GENERIC), False


def _score(page: Markup, dialect: Dialect) -> int:
    is_address = bool(dialect.address and re.search(dialect.address, page.text))
    return is_address + sum(page.holds(mark) for mark in dialect.marks.split(","))
