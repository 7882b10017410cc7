"""The places of a page where something can be written in besides, in every dialect, and what the page says of itself."""

import re
from collections.abc import Mapping
from dataclasses import replace
from html import escape

from tools.samples.edition import Document
from tools.samples.expected import Value

BODY_OPENS = (
    '<div id="?ozoom',
    '<div class="newsdetatext',
    "<cms-content>",
    '<div class="k[79]">',
    "<div id=content>",
    "<div><P>",
)
"""What the body of an article begins with, in one system or another; the first that a page has is meant."""
BODY_ENDS = re.compile(
    r"(?:</founder-content>|/enpproperty-->|<!--/enpcontent-->|</npm:article-content>-->)\s*</div>"
    r"|</cms-content>|</div>(?=\s*(?:<p>|<div>)<a[^>]*>上一篇)|</div>(?=\s*<div><a[^>]*>下一篇)"
)


# Where it is written


def at_top(document: Document, markup: str) -> Document:
    """At the top of the page; behind the last `<body>` of those that have two."""
    opens = list(re.finditer(r"<body[^>]*>", document.text))[-1]
    return inserted(document, opens.end(), "\n" + markup)


def in_foot(document: Document, markup: str) -> Document:
    """At the foot of the page."""
    return inserted(document, document.text.rindex("</body>"), markup + "\n")


def at_end(document: Document, markup: str) -> Document:
    """Behind the end of the page."""
    return replace(document, text=f"{document.text.rstrip()}\n{markup}\n")


def above_body(document: Document, markup: str) -> Document | None:
    """Between the titles of an article and its body."""
    if not document.article:
        return None
    opens = filter(None, (re.search(opening, document.text) for opening in BODY_OPENS))
    return inserted(document, next(opens).start(), markup)


def below_body(document: Document, markup: str) -> Document | None:
    """Below the body of an article."""
    if not document.article:
        return None
    ends = list(BODY_ENDS.finditer(document.text))[-1]
    return inserted(document, ends.end(), markup)


def inserted(document: Document, place: int, markup: str) -> Document:
    return replace(document, text=document.text[:place] + markup + document.text[place:])


# What the page says of itself


def page_head(document: Document) -> Value:
    """Paper, day and page."""
    found = document.toc or document.article or {}
    return {"paper": found["paper"], "date": found["date"], **found["page"]}


def telling(document: Document, **more: object) -> Document:
    """With facts that the list of a page tells besides."""
    return replace(document, toc={**document.toc, **more}) if document.toc else document


def not_telling(document: Document, name: str) -> Document:
    """Without a fact of which nobody can say any more which of two it is."""
    toc, article = document.toc, document.article
    return replace(
        document,
        toc=toc and {key: value for key, value in toc.items() if key != name},
        article=article and {key: value for key, value in article.items() if key != name},
    )


def story_titles(document: Document) -> Mapping[str, str]:
    """Titles and author of an article, "" for those that it lacks."""
    article = document.article or {}
    return {
        name: escape(article.get(name) or "", quote=False)
        for name in ("headline", "kicker", "deck", "byline")
    }
