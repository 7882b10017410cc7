"""Citations, in the language of the paper: a footnote, or an entry of a list of references."""

import re
from datetime import date
from enum import StrEnum

from reader.edition.model import Headline, Page
from reader.export.authors import authors, unsigned

_HAN = re.compile(r"[㐀-鿿]")
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_MOST_NAMED = 3
"""Authors that the standard names; of more, the first three."""


class Style(StrEnum):
    """A form of citation. Values are those of the setting."""

    PLAIN = "plain"
    """A footnote: in 中文 as journals of history have it, in English as the Chicago Manual of Style has it."""
    GBT7714 = "gbt7714"
    """An entry of a list of references, by the standard GB/T 7714—2025."""


def citation(page: Page, entry: Headline, style: str = Style.PLAIN, today: date | None = None) -> str:
    """Where an article was printed, for those who quote it; what the page does not say is left out.

    Args:
        page: Its page.
        entry: Its entry in the contents.
        style: A `Style`.
        today: The day on which it was read, which the standard wants of what has an address.
    """
    byline = entry.article.byline if entry.article else ""
    names, is_chinese = authors(byline), bool(_HAN.search(page.paper + entry.headline))
    if style == Style.GBT7714:
        return _reference(page, entry, names, today, is_chinese=is_chinese)
    by = [*names] or [unsigned(byline)] if byline else []
    line = _chinese_note(page, entry, by) if is_chinese else _english_note(page, entry, by)
    return "\n".join(part for part in (line, entry.url or "") if part) + "\n"


def _chinese_note(page: Page, entry: Headline, by: list[str]) -> str:
    """A line as 作者：《题》，《报》2026年5月12日，第1版（要闻）."""
    day = f"{page.issued.year}年{page.issued.month}月{page.issued.day}日" if page.issued else ""
    issue = f"《{page.paper}》" * bool(page.paper) + day
    place = f"第{_number(page)}版" * bool(page.number) + f"（{page.name}）" * bool(page.name)
    author = "、".join(by) + "：" if by else ""
    return author + "，".join(part for part in (f"《{_inner(entry.headline)}》", issue, place) if part) + "。"


def _english_note(page: Page, entry: Headline, by: list[str]) -> str:
    """Author, “Title,” Paper, 12 May 2026, p. 1 (News)."""
    title = _inner(entry.headline)
    title += "" if title.endswith(("?", "!")) else ","
    day = (
        f"{page.issued.day} {_MONTHS.split('|')[page.issued.month - 1]} {page.issued.year}"
        if page.issued
        else ""
    )
    place = " ".join([f"p. {_number(page)}"] * bool(page.number) + [f"({page.name})"] * bool(page.name))
    author = ", and ".join(", ".join(by).rsplit(", ", 1)) if len(by) > 2 else " and ".join(by)
    rest = ", ".join(part for part in (page.paper, day, place) if part)
    line = ", ".join(part for part in (author, f"“{title}” {rest}".strip()) if part)
    return line + "." if rest else line.replace(",”", ".”")


def _reference(
    page: Page, entry: Headline, names: tuple[str, ...], today: date | None, *, is_chinese: bool
) -> str:
    """主要责任者. 题名[N/OL]. 报纸名，出版日期（版次）[引用日期]. 获取和访问路径.

    Names are as printed, as nothing says which word of a foreign one is the family name.

    Source:
        GB/T 7714—2025 as the style gbt7714-2025-numeric of the package gbt7714 sets it, with its full-width marks.
    """
    byline = entry.article.byline if entry.article else ""
    more = ("等" if is_chinese else "et al.") if len(names) > _MOST_NAMED else ""
    author = "，".join(filter(None, (*names[:_MOST_NAMED], more))) or unsigned(byline)
    day = page.issued.isoformat() if page.issued else ""
    issue = "，".join(filter(None, (page.paper, day))) + f"（{_number(page)}）" * bool(page.number)
    issue += f"[{today.isoformat()}]" * bool(entry.url) if today else ""
    title = f"{entry.headline}[{'N/OL' if entry.url else 'N'}]"
    return " ".join(f"{part.removesuffix('.')}." for part in (author, title, issue, entry.url) if part) + "\n"


def _number(page: Page) -> str:
    """The number of a page as it is cited: without zeros before it."""
    return page.number.lstrip("0") or page.number


def _inner(title: str) -> str:
    """A title as it stands between marks of its own: those within it become the inner ones."""
    return title.translate(str.maketrans("《》“”", "〈〉‘’"))
