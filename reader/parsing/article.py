"""Reads the article of a document: titles and body, by marks where there are some, else by what the lines are."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise, takewhile

from reader.edition.model import Article
from reader.parsing.dialects import CONTENTS, PICTURES, Dialect
from reader.parsing.lines import Document, TextLine
from reader.parsing.phrases import is_byline
from reader.parsing.placing import Titles, place, repeated, titles_in
from reader.parsing.prose import with_body
from reader.parsing.selectors import split_selectors
from reader.parsing.smallprint import NAMELESS, LineKind, compact, read_line
from reader.parsing.witnesses import first

_FURNITURE_IMAGE = re.compile(r"(?i)tplimg/|(?:checkbox|zoomin|zoomout|zoomact|pdf|pixel|blank)\.\w{3,4}$")
"""Addresses of decorative pictures of the page itself."""
_PAGE_AND_DAY = re.compile(
    r"\s{0,9}(?:《[^《》]{0,40}》)?[(（][^()（）]{0,40}\d\s?[日版][^()（）]{0,40}[)）]"
)
_CAPTION_START = re.compile(
    r"(?:图为|图[:：]|[▲▼△↑↓←→]|[①②③④⑤⑥⑦⑧⑨])|.{0,120}(?:摄|供图|图片)[)）]?$|.{0,120}Photo by\b"
)
_CAPTION_LINES, _CAPTION_CHARACTERS = 4, 120
_LABEL_CHARACTERS = 200
_HEADLINES = 400
"""Characters in which a headline stands with kicker and deck."""

Marked = tuple[int, str]
"""Index of the first line of a marked element, and its text."""


class Reading:
    """A document of a known dialect, with what both its page and its article ask of it."""

    def __init__(self, document: Document, dialect: Dialect) -> None:
        self.document, self.dialect, self.lines = document, dialect, document.lines
        self.body = self._body()
        """Indices of the lines of the body."""
        self.shown = [line for line in self.lines if line.shown and (line.text or line.image)]
        self.place = None if self.body else place(self.shown)
        """Where the article stands in `shown`, if nothing marks it."""
        self.steps = [i for i, line in enumerate(self.lines) if line.is_step]
        above = (i for i in self.steps if self.body and i < self.body[0])
        self.top = next(above, None)
        """Index of the first 上一篇 or 下一篇 above the body."""

    @property
    def outside(self) -> list[TextLine]:
        """The lines that are not the article's text."""
        inside = set(map(id, self.shown[self.place.start : self.place.end] if self.place else ()))
        inside |= {id(self.lines[i]) for i in self.body}
        return [line for line in self.lines if id(line) not in inside]

    @property
    def is_several(self) -> bool:
        """Whether the document holds several pages: captions of pages that nothing leads to, and no marked body."""
        captions = [
            line for line in self.lines if line.small.kind is LineKind.CAPTION and line.small.is_strong
        ]
        pages = {line.small.number for line in captions if line.small.name and not line.hrefs}
        return not (self.document.is_text or self.body or self.document.areas) and len(pages) > 1

    def _body(self) -> list[int]:
        """Of the first marked container that is not blank, and is no list: its lines; of a blank one, else none."""
        listing = {*CONTENTS, *split_selectors(self.dialect.headlines), *split_selectors(self.dialect.pages)}
        entries = [
            *self.document.areas,
            *(link for link in self.document.links if not listing.isdisjoint(link.marks)),
        ]
        blank: list[int] = []
        for selector in split_selectors(self.dialect.body):
            around = {entry.marks.get(selector) for entry in entries}
            for number, indices in self._elements(selector):
                if number not in around and any(self.lines[i].text or self.lines[i].image for i in indices):
                    return indices
                blank = blank or ([] if number in around else indices)
        return blank

    def _elements(self, selector: str) -> Iterator[tuple[int, list[int]]]:
        """Number and lines of each element that a selector matches."""
        found: dict[int, list[int]] = {}
        for i, line in enumerate(self.lines[: self.document.copy_at]):
            if number := line.marks.get(selector):
                found.setdefault(number, []).append(i)
        yield from found.items()

    def marked(self, field: str, among: range) -> Iterator[list[Marked]]:
        """The elements of a field among some lines, empty ones too, for each of its selectors."""
        for selector in split_selectors(field):
            yield [
                (indices[0], self._label(indices))
                for _, indices in self._elements(selector)
                if indices[0] in among
            ]

    def _label(self, indices: Sequence[int]) -> str:
        """The text of an element, of which no more than the first line if it was never closed."""
        lines = [line for i in indices if (line := self.lines[i]).text and line.shown]
        # Another title, or the body, can only be inside where an end tag is missing.
        texts = [line.text for line in takewhile(lambda line: line.marks == lines[0].marks, lines)]
        whole = " ".join(texts)
        return whole if len(whole) <= _LABEL_CHARACTERS else texts[0][:_LABEL_CHARACTERS]

    def step(self, word: str) -> str | None:
        """Address that 上一版, 下一篇, … links to; "" if the words are no link, None if they are missing."""
        for link in self.document.links:
            if link.says(word):
                return self.document.href(link.href) or ("" if link.href in ("", "#") else None)
        return "" if any(word in line.small.labels for line in self.lines if line.shown) else None


def parse_article(reading: Reading, names: Sequence[str], own_name: str) -> Article | None:
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
    return replace(
        story,
        headline=story.headline or NAMELESS,
        source=next((line.small.source for line in reading.lines if line.small.source and line.shown), ""),
        previous_article=reading.step("上一篇"),
        next_article=reading.step("下一篇"),
    )


def articles_below(reading: Reading, names: Sequence[str]) -> dict[str, Article]:
    """The articles of a document that holds several, by headline: each from the line with its headline to the next."""
    lines = [line for line in reading.shown if not line.is_linked]
    starts = [(i, name) for name in names for i, line in enumerate(lines) if name in line.text[:_HEADLINES]]
    found = {}
    for (start, name), (end, _) in pairwise([*sorted(starts), (len(lines), "")]):
        after = TextLine(text=lines[start].text.rpartition(name)[2].strip())
        words = takewhile(lambda line: line.is_words, lines[start + 1 : end])
        found[name] = with_body(Article(headline=name), _captioned([after, *words]))
    return found


def _of_marked_body(reading: Reading, names: Sequence[str], own_name: str) -> Article | None:
    titles = _marked_titles(reading) or _other_titles(reading, names, own_name)
    lines = _body_lines(reading)
    return with_body(titles, lines) if lines or titles.headline else None


def _marked_titles(reading: Reading) -> Article | None:
    """The titles found by the dialect's selectors: above the body, else anywhere, else inside it."""
    start, end = reading.body[0], reading.body[-1] + 1
    scopes = [
        range(reading.top or 0, start),
        range(len(reading.lines)) if reading.top is None else range(start),
    ]
    return next(filter(None, (_titles_among(reading, scope) for scope in (*scopes, range(start, end)))), None)


def _titles_among(reading: Reading, scope: range) -> Article | None:
    """引题 before the headline, 副题 and 署名 after it; if one selector matches all three, by order."""
    dialect = reading.dialect
    named = ([one for one in found if one[1]] for found in reading.marked(dialect.headline, scope))
    headline = next((found[-1] for found in named if found), None)
    if headline is None:
        return None
    kicker, _ = _around(reading, dialect.kicker, scope, headline)
    _, deck = _around(reading, dialect.deck, scope, headline)
    _, byline = _around(reading, dialect.byline, scope, headline, other=deck)
    author, second = _author(byline[1]), deck[1]
    if not author and is_byline(second):
        second, author = "", second
    document = reading.document
    document.witnesses["headline"] = "marks"
    return Article(headline=headline[1], kicker=kicker[1], deck=second, byline=author)


def _around(
    reading: Reading, field: str, scope: range, headline: Marked, *, other: Marked | None = None
) -> tuple[Marked, Marked]:
    """The last element of a field before the headline, and the first after it that is not another."""
    found = [one for each in reading.marked(field, scope) for one in each if one not in (headline, other)]
    before, after = [one for one in found if one < headline], [one for one in found if one > headline]
    return max(before, default=(0, "")), min(after, default=(0, ""))


def _author(line: str) -> str:
    """The author in a line that may also hold source, page and day."""
    small = read_line(line)
    if small.author or small.source:
        return small.author
    line = _PAGE_AND_DAY.sub("", line)
    return line if read_line(line).rest and "来源" not in line and "版" not in line else ""


def _other_titles(reading: Reading, names: Sequence[str], own_name: str) -> Article:
    """Titles without marks: lines that repeat a listed headline, the property comment, a bold line."""
    document = reading.document
    own = (
        [line for line in reading.lines[reading.top : reading.body[0]] if line.is_words]
        if reading.top is not None
        else []
    )
    if repeated(own, names):
        return _article(reading, titles_in(own, names))
    headline = first(
        document,
        "headline",
        ("contents", lambda: own_name),
        ("property", lambda: document.field("title")),
        ("bold", lambda: next((line.text for line in own if line.bold or line.heading), "")),
    )
    kicker, deck, byline = map(document.field, ("introtitle", "subtitle", "author"))
    return Article(headline=headline or "", kicker=kicker, deck=deck, byline=byline)


def _article(reading: Reading, titles: Titles) -> Article:
    reading.document.witnesses["headline"] = titles.witness
    return Article(headline=titles.headline, kicker=titles.kicker, deck=titles.deck, byline=titles.byline)


def _body_lines(reading: Reading) -> list[TextLine]:
    """Pictures before the body, then the lines of the body; captions are merged into their picture's line."""
    above = reading.lines[reading.top or 0 : reading.body[0]]
    before = [line for line in above if any(mark in line.marks for mark in PICTURES)]
    body = [reading.lines[i] for i in reading.body]
    if any(line.heading == 1 for line in body):  # titles inside the body
        body = [line for line in body if not line.heading]
    end = next(
        (i for i, line in enumerate(body) if line.is_step and any(each.is_words for each in body[:i])), None
    )
    lines = [*before, *body[:end]]
    return _captioned([line for line in lines if line.shown]) or _captioned(lines)


def _captioned(found: Sequence[TextLine]) -> list[TextLine]:
    lines: list[TextLine] = []
    captions = 0
    picture: TextLine | None = None
    for line in found:
        if line.image:
            if not _FURNITURE_IMAGE.search(line.image):
                lines.append(TextLine(image=line.image))
                picture, captions = line, 0
        elif line.text and picture and captions < _CAPTION_LINES and _is_caption(line, picture, captions):
            lines[-1] = replace(lines[-1], text=f"{lines[-1].text} {line.text}".strip())
            captions += 1
        elif line.text and not _is_furniture(line):
            lines.append(line)
            picture = None
    return lines


def _is_caption(line: TextLine, picture: TextLine, captions: int) -> bool:
    """Whether a line below a picture is its caption: both are in one small table, or it reads like one."""
    is_short = len(line.text) <= _CAPTION_CHARACTERS
    if picture.table and line.table == picture.table:
        return is_short or any(mark in picture.marks for mark in PICTURES)
    is_below = is_short and not (picture.table or captions)
    return is_below and bool(_CAPTION_START.match(line.text))


def _is_furniture(line: TextLine) -> bool:
    """Whether a line belongs to the page itself, after a body container that was never closed."""
    is_rights = len(line.text) <= _CAPTION_CHARACTERS and "版权所有" in line.text
    return line.is_step or is_rights or (line.small.kind is LineKind.MENU and "放大" in line.small.labels)


def _of_prose(reading: Reading, names: Sequence[str]) -> Article | None:
    """The article where a document has most sentences; None if nothing says that they are one."""
    lines, at = reading.shown, reading.place
    if at is None:
        return _of_repeated_title(reading, names)
    lines = lines[at.titles : at.end]
    if names and not (reading.document.is_text or _is_witnessed(reading, lines, names)):
        return None
    titles = titles_in([line for line in lines if line.is_words], names)
    return with_body(_article(reading, titles), _captioned(_below(lines, titles.used, at.start - at.titles)))


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
    return bool(reading.steps) or any(line.heading or compact(line.text) in known for line in titles)


def _of_repeated_title(reading: Reading, names: Sequence[str]) -> Article | None:
    """An article without a sentence, told by its title: below day or buttons a headline of the list once more."""
    lines = reading.shown
    if lines and all(line.is_words for line in lines):  # verse, or a language of its own
        titles = titles_in(lines, names)
        return with_body(_article(reading, titles), _captioned(lines[titles.used :]))
    days = (i for i, line in enumerate(lines) if line.small.kind is LineKind.DAY)
    steps = [i for i, line in enumerate(lines) if line.is_step]
    start = next(days, steps[0] if steps else -1) + 1
    end = next((i for i in steps if i >= start), None)
    words = [line for line in lines[start:end] if line.is_words]
    above = compact("".join(line.text for line in lines[:start] if line.is_words or line.is_linked))
    found = repeated(words, names)
    if not found or compact(found[2]) not in above:
        return None
    titles = titles_in(words, names)
    return with_body(_article(reading, titles), _captioned(words[titles.used :]))
