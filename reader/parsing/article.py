"""Reads the article of a document: titles and body, by marks where there are some, else by what the lines are."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile

from msgspec.structs import replace

from reader.edition.model import NO_TEXT, Article, Clean
from reader.parsing.captions import with_captions
from reader.parsing.clean import clean_line
from reader.parsing.dialects import PICTURES, leads_to_article
from reader.parsing.headlines import NAMELESS
from reader.parsing.lines import TextLine
from reader.parsing.neighbours import neighbour
from reader.parsing.phrases import is_byline
from reader.parsing.prose import with_body
from reader.parsing.reading import Reading
from reader.parsing.smallprint import LineKind, read_line
from reader.parsing.tables import compact
from reader.parsing.titles import repeated, titles_in
from reader.parsing.witnesses import first

_PAGE_AND_DAY = re.compile(
    r"\s{0,9}(?:《[^《》]{0,40}》)?[(（][^()（）]{0,40}\d\s?[日版][^()（）]{0,40}[)）]"
)
_HEADLINE_CHARACTERS = 400
"""In which a headline stands with kicker and deck."""
_ARTICLES = 60
"""Of one page, at most, where they are looked for one by one."""


def parse_article(reading: Reading, names: Sequence[Clean], own_name: Clean) -> Article | None:
    """The article of a document, None if it has none.

    Args:
        reading: The document.
        names: The headlines of its page, used to find titles that have no mark.
        own_name: The headline that its page's contents give to the document's own address; "" if unknown.
    """
    if reading.document.field("type") == "2" or reading.is_several:
        return None
    story = _of_marked_body(reading, names, own_name) if reading.body else None
    story = story or _of_prose(reading, names)
    if not story:
        return None
    told = [line.small for line in reading.lines if line.shown]
    sources = (small.source for small in told if small.source)
    authors = (small.author for small in told if small.author)
    return replace(
        story,
        headline=story.headline or NAMELESS,
        byline=story.byline or clean_line(next(authors, "")),
        source=clean_line(next(sources, "")),
        previous_article=neighbour(reading, "previous_article", leads_to_article),
        next_article=neighbour(reading, "next_article", leads_to_article),
    )


def articles_below(reading: Reading, names: Sequence[str]) -> dict[str, Article]:
    """The articles of a document that holds several, by headline: each from the line with its headline to the next."""
    lines = [line for line in reading.shown if not line.is_linked]
    heads = [line.text[:_HEADLINE_CHARACTERS] for line in lines]
    starts = [(i, name) for name in names[:_ARTICLES] for i, head in enumerate(heads) if name in head]
    found = {}
    for (start, name), (end, _) in pairwise([*sorted(starts), (len(lines), "")]):
        after = TextLine(text=clean_line(lines[start].text.rpartition(name)[2]))
        words = takewhile(lambda line: line.is_words, lines[start + 1 : end])
        found[name] = with_body(Article(headline=clean_line(name)), with_captions([after, *words]))
    return found


def _of_marked_body(reading: Reading, names: Sequence[Clean], own_name: Clean) -> Article | None:
    marked = _marked_titles(reading)
    titles = _as_listed(marked, names) if marked else _other_titles(reading, names, own_name)
    lines = _body_lines(reading)
    return with_body(titles, lines) if lines or titles.headline else None


def _marked_titles(reading: Reading) -> Article | None:
    """The titles found by the dialect's selectors: above the body, else anywhere, else inside it."""
    start, end = reading.body[0], reading.body[-1] + 1
    anywhere = range(len(reading.lines)) if reading.top is None else range(start)
    scopes = (range(reading.top or 0, start), anywhere, range(start, end))
    return next(filter(None, (_titles_among(reading, scope) for scope in scopes)), None)


def _titles_among(reading: Reading, scope: range) -> Article | None:
    """引题 before the headline, 副题 and 署名 after it; if one selector matches all three, by order."""
    dialect = reading.dialect
    named = ([one for one in found if one[1]] for found in reading.marked(dialect.headline, scope))
    headline = next((found[-1] for found in named if found), None)
    if headline is None:
        return None
    kickers, decks, bylines = (
        [one for each in reading.marked(field, scope) for one in each]
        for field in (dialect.kicker, dialect.deck, dialect.byline)
    )
    nothing = (0, NO_TEXT)
    _, kicker = max((one for one in kickers if one < headline), default=nothing)
    deck = min((one for one in decks if one > headline), default=nothing)
    byline = min((one for one in bylines if one > headline and one != deck), default=nothing)
    author, second = _author(byline[1]), deck[1]
    if not author and is_byline(second):
        second, author = NO_TEXT, second
    reading.document.witnesses["headline"] = "marks"
    return Article(headline=headline[1], kicker=kicker, deck=second, byline=author)


def _as_listed(titles: Article, names: Sequence[str]) -> Article:
    """Titles of which the headline is the one that the list has, where marks that only count took another for it."""
    known, (kicker, headline, deck) = set(map(compact, names)), (titles.kicker, titles.headline, titles.deck)
    if compact(headline) not in known and compact(kicker) in known:
        byline = deck if is_byline(deck) else titles.byline
        return replace(titles, kicker=NO_TEXT, headline=kicker, deck=headline, byline=byline)
    if compact(headline) not in known and compact(deck) in known:
        return replace(titles, kicker=clean_line(f"{kicker} {headline}"), headline=deck, deck=NO_TEXT)
    return titles


def _author(line: str) -> Clean:
    """The author in a line that may also hold source, page and day."""
    small = read_line(line)
    if small.author or small.source:
        return clean_line(small.author)
    line = _PAGE_AND_DAY.sub("", line)
    return clean_line(line if read_line(line).rest and "来源" not in line and "版" not in line else "")


def _other_titles(reading: Reading, names: Sequence[Clean], own_name: Clean) -> Article:
    """Titles without marks: lines that repeat a listed headline, the property comment, a bold line."""
    document, top = reading.document, reading.top
    above = [] if top is None else reading.lines[top : reading.body[0]]
    own = [line for line in above if line.is_words]
    if repeated(own, names):
        return titles_in(document, own, names)[0]

    def said() -> Iterator[tuple[str, Clean]]:
        yield "contents", own_name
        yield "property", document.field("title")
        yield "bold", next((line.text for line in own if line.bold or line.heading), NO_TEXT)

    kicker, deck, byline = map(document.field, ("introtitle", "subtitle", "author"))
    return Article(
        headline=first(document, "headline", said()) or NO_TEXT, kicker=kicker, deck=deck, byline=byline
    )


def _body_lines(reading: Reading) -> list[TextLine]:
    """Pictures before the body, then its lines, to the first 上一篇 or 下一篇 below words."""
    above = reading.lines[reading.top or 0 : reading.body[0]]
    before = [line for line in above if any(mark in line.marks for mark in PICTURES)]
    body = [reading.lines[i] for i in reading.body]
    if any(line.heading == 1 for line in body):  # titles inside the body
        body = [line for line in body if not line.heading]
    words = next((i for i, line in enumerate(body) if line.is_words), len(body))
    ends = (i for i, line in enumerate(body) if line.is_neighbour_row and i > words)
    lines = [*before, *body[: next(ends, None)]]
    return with_captions([line for line in lines if line.shown]) or with_captions(lines)


def _of_prose(reading: Reading, names: Sequence[str]) -> Article | None:
    """The article where a document has most sentences; None if nothing says that they are one."""
    span = reading.span
    if span is None:
        return _of_repeated_title(reading, names)
    lines = reading.shown[span.titles : span.end]
    if names and not (reading.document.is_text or _is_witnessed(reading, lines, names)):
        return None
    story, used = titles_in(reading.document, [line for line in lines if line.is_words], names)
    return with_body(story, with_captions(_below(lines, used, span.start - span.titles)))


def _below(lines: Sequence[TextLine], used: int, first_sentence: int) -> list[TextLine]:
    """The lines below so many lines of titles; small print is dropped above the first sentence only."""
    below: list[TextLine] = []
    for i, line in enumerate(lines):
        is_kept = line.is_words or line.image or i >= first_sentence
        if not used and is_kept:
            below.append(line)
        used -= bool(used and line.is_words)
    return below


def _is_witnessed(reading: Reading, lines: Sequence[TextLine], names: Sequence[str]) -> bool:
    """Whether a page with headlines has an article, too: its ways to other articles, or a title of its own, say so."""
    known = {compact(name) for name in names}
    titles = (line for line in lines if not line.is_prose)
    return bool(reading.neighbour_rows) or any(line.heading or compact(line.text) in known for line in titles)


def _of_repeated_title(reading: Reading, names: Sequence[str]) -> Article | None:
    """An article without a sentence, told by its title: below day or buttons a headline of the list once more."""
    lines = reading.shown
    if lines and all(line.is_words for line in lines):  # verse, or a language of its own
        words = lines
    else:
        days = [i for i, line in enumerate(lines) if line.small.kind is LineKind.DAY]
        rows = [i for i, line in enumerate(lines) if line.is_neighbour_row]
        start = (days or rows or [-1])[0] + 1
        end = next((i for i in rows if i >= start), None)
        words = [line for line in lines[start:end] if line.is_words]
        above = compact("".join(line.text for line in lines[:start] if line.is_words or line.is_linked))
        found = repeated(words, names)
        if not found or compact(found[2]) not in above:
            return None
    story, used = titles_in(reading.document, words, names)
    return with_body(story, with_captions(words[used:]))
