"""The text that crawlers and browsers make of a page: line by line, all on one line, or as Markdown."""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from html.parser import HTMLParser

from tools.samples.edition import Document
from tools.samples.habits import Habit

LINES = {"p", "div", "li", "tr", "table", "ul", "dl", "dd", "h1", "h2", "h3", "h4", "br", "select", "body"}
"""What begins a line."""
LINE_IDS = {"intro-title", "main-title", "sub-title", "author"}
"""Names of elements that a style sheet sets on lines of their own."""
UNSEEN = {"script", "style", "title", "select"}
"""What no browser shows as text."""
HEADINGS = {"h1": "# ", "h2": "## ", "h3": "### ", "li": "* "}

_Attributes = list[tuple[str, str | None]]


class _Dump(HTMLParser):
    """Collects what a page shows."""

    def __init__(self, *, markdown: bool) -> None:
        super().__init__()
        self.markdown = markdown
        self.said: list[str] = []
        self.hidden: list[str] = []
        """The name of what hides the text here, once for each element of that name that is open."""
        self.href = ""
        self.link = 0
        """Where the words of a link begin among what was said."""

    def handle_starttag(self, tag: str, attrs: _Attributes) -> None:
        found = {name: value or "" for name, value in attrs}
        unseen = tag in UNSEEN or re.search(r"display:\s*none", found.get("style", ""))
        if (self.hidden and tag == self.hidden[0]) or (not self.hidden and unseen):
            self.hidden.append(tag)
        if _begins_line(tag, found):
            self._say("\n" + (HEADINGS.get(tag, "") if self.markdown else ""))
        elif tag == "td":
            self._say(" ")
        elif self.markdown:
            self._mark(tag, found)

    def _mark(self, tag: str, found: Mapping[str, str]) -> None:
        """What Markdown writes where a browser shows no text."""
        if tag == "a":
            self.href, self.link = found.get("href", ""), len(self.said)
        elif tag == "strong":
            self._say("**")
        elif tag == "img":
            self._say(f"![{found.get('alt', '')}]({found.get('src', '')})")

    def handle_endtag(self, tag: str) -> None:
        if self.hidden and tag == self.hidden[0]:
            self.hidden.pop()
        elif tag in LINES:
            self._say("\n")
        elif self.markdown and tag == "a":
            words = " ".join("".join(self.said[self.link :]).split())
            self.said[self.link :] = [f"[{words}]({self.href})"]
        elif self.markdown and tag == "strong":
            self._say("**")

    def handle_data(self, data: str) -> None:
        self._say(re.sub(r"[ \t\r\n]+", " ", data))

    def _say(self, text: str) -> None:
        if not self.hidden:
            self.said.append(text)


def _begins_line(tag: str, found: Mapping[str, str]) -> bool:
    return (tag in LINES and "display:inline" not in found.get("style", "")) or found.get("id") in LINE_IDS


def lines(markup: str, *, markdown: bool = False) -> list[str]:
    """The lines that a page shows, indents of paragraphs kept."""
    dump = _Dump(markdown=markdown)
    dump.feed(markup)
    dump.close()
    shown = (line.strip(" ") for line in "".join(dump.said).split("\n"))
    return [line for line in shown if re.search(r"[^\s#*]", line)]


def _plain(document: Document) -> str:
    """As a crawler keeps it: a paragraph a line."""
    return "\n".join(lines(document.text))


def _small_print(document: Document) -> str:
    """Between the words of pictures and buttons, and the dates of past issues."""
    head = ["阴影", "返回主页 | 版面导航 | 往期回顾", "通版阅读请点击：", "展开通版", "收缩通版"]
    foot = [
        "【打印】",
        "全文复制",
        "PDF版阅读",
        "扫一扫，关注官方微信公众号",
        "2026-05-09,18| 2026-05-08,17| 2026-05-07,16|",
    ]
    return "\n".join([*head, *lines(document.text), *foot])


def _property_line(document: Document) -> str:
    """With the note of the publishing system as a last line, the beginning of which was lost."""
    article = document.article or {}
    number = article["page"]["number"].strip("0ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    note = f"{article['date']} {number} 2 {article['paper']} content_128.html 1 {article['headline']} /enpproperty-->"
    return "\n".join([*lines(document.text), note])


def _one_line(document: Document) -> str:
    """All on one line, indents kept."""
    return " ".join(lines(document.text))


def _markdown(document: Document) -> str:
    """Headings, lists, links and pictures as Markdown, an empty line between all."""
    return "\n\n".join(lines(document.text, markdown=True))


DUMPS: Mapping[str, Callable[[Document], str]] = {
    "dump": _plain,
    "dump with small print": _small_print,
    "dump with property line": _property_line,
    "dump on one line": _one_line,
    "dump as Markdown": _markdown,
}
"""What is made of the text of a page, by name."""

OF_TEXT = (
    "headline",
    "kicker",
    "deck",
    "byline",
    "dateline",
    "paper",
    "date",
    "page",
    "jump_from",
    "jump_to",
    "blocks",
)
"""The facts of an article that its text tells, too."""


UNTOLD = {"dump on one line": ("kicker", "deck")}
"""What nobody can tell of a dump: where titles end that stand in one line."""


def dumped(name: str) -> Habit:
    """The text of an article's page as a document, in one of the ways."""

    def habit(document: Document) -> Document | None:
        article = document.article
        text = DUMPS[name](document) if article else ""
        if not article or not _is_told_in_full(text, document):
            return None
        names = [one for one in OF_TEXT if one in article and one not in UNTOLD.get(name, ())]
        told = {one: article[one] for one in names}
        return replace(document, text=text, toc=None, article=told)

    return habit


def _is_told_in_full(text: str, document: Document) -> bool:
    """Whether an article is Chinese, without pictures, and a list tells which of its titles is the headline."""
    article = document.article or {}
    kinds = {block["kind"] for block in article["blocks"]}
    is_chinese = bool(re.search("[\u4e00-\u9fff]", article["headline"]))
    has_one_title = not (article.get("kicker") or article.get("deck"))
    listed = [entry["headline"] in text for entry in (document.toc or {}).get("articles", ())]
    is_told = has_one_title or sum(listed) > 1
    return is_chinese and "paragraph" in kinds and "figure" not in kinds and is_told
