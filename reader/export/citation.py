"""Citations: in one line, where a text was printed."""

from reader.edition.model import Headline, Page


def citation(page: Page, entry: Headline) -> str:
    """《报名》2023年3月27日 第002版 要闻《标题》, and the address on a line of its own where it is known."""
    day = f"{page.issued.year}年{page.issued.month}月{page.issued.day}日" if page.issued else ""
    number = f"第{page.number}版" if page.number else ""
    place = " ".join(part for part in (day, number, page.name) if part)
    line = f"《{page.paper}》" * bool(page.paper) + place + f"《{entry.headline}》"
    return "\n".join(part for part in (line, entry.url or "") if part) + "\n"
