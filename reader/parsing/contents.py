"""Reads the contents of a page: the headlines in its list, in its image map, or in the lines of a text."""

import re
from collections.abc import Sequence
from itertools import dropwhile, groupby, takewhile

from msgspec.structs import replace

from reader.edition.model import NO_TEXT, Headline
from reader.parsing import zones
from reader.parsing.clean import clean_line
from reader.parsing.dialects import leads_to_article
from reader.parsing.headlines import BULLETS, NAMELESS, is_editor, kind_of
from reader.parsing.lines import Link, TextLine
from reader.parsing.links import folder
from reader.parsing.reading import Reading
from reader.parsing.selectors import split_selectors
from reader.parsing.smallprint import LineKind
from reader.parsing.tables import compact

_NUMBERED = re.compile(r"(?:[-–+]\s{1,3}|[(（\[]?\d{1,3}[)）\].、．]\s{0,3})")
"""What stands before each headline of a list that is numbered, or has dashes."""
_FEW = 3
"""Headlines; among more, one may be all the others in a row."""


def contents_of(reading: Reading, areas: Sequence[Link], size: tuple[int, int]) -> tuple[Headline, ...]:
    """Headlines in the list, each once, then those found only in the image map; without links, the lines of a list.

    Args:
        reading: The document.
        areas: Those of the facsimile's map.
        size: Width and height of the facsimile in pixels, which coordinates in percent refer to.
    """
    base = reading.document.base
    entries: dict[str, Headline] = {}
    mapped = {base.key(area.href) for area in areas} - {""}
    for link in (*_headline_links(reading, mapped), *areas):
        key, href = base.key(link.href), reading.document.href(link.href)
        if key and not is_editor(link.text or link.title):
            entry = entries.setdefault(key, Headline(headline=NO_TEXT, href=href, url=base.url(href)))
            title = entry.headline or clean_line(link.text.strip(BULLETS)) or link.title
            zone = zones.zone(link.coords, size)
            new = (zone,) if zone and zone not in entry.zones else ()
            entries[key] = replace(entry, headline=title, zones=entry.zones + new)
    found = list(entries.values()) or [
        Headline(headline=clean_line(name)) for name in _unlinked_headlines(reading)
    ]
    return tuple(
        replace(entry, headline=entry.headline or NAMELESS, kind=kind_of(entry.headline)) for entry in found
    )


def _headline_links(reading: Reading, mapped: set[str]) -> list[Link]:
    """Anchors in the dialect's list or the map; without either, those marked as a list (div#mp…), if any."""
    key, marks = reading.document.base.key, split_selectors(reading.dialect.headlines)
    links = [link for link in reading.document.links if not link.says("上一篇", "下一篇")]
    found = [link for link in links if leads_to_article(link.href)]
    wanted = {key(link.href) for link in found if link.is_in(marks)} | mapped
    if wanted:
        return [link for link in links if key(link.href) in wanted]
    # A page's articles are in one folder; a link in the foot leads to another.
    in_folder = [link for link in found if folder(link.href) == folder(found[0].href)]
    return [link for link in found if link.is_in(["#mp"])] or in_folder


def _unlinked_headlines(reading: Reading) -> list[str]:
    """The list of a text: above its article, behind its caption if that is above it; of several pages, the first's."""
    lines, span = reading.lines, reading.span
    if not reading.document.is_text:
        return _of_first_page(lines) if reading.is_several else []
    above = lines[: span.titles] if span else lines
    caption = next((i for i, line in enumerate(above) if line.small.kind is LineKind.CAPTION), -1)
    masthead = next((name for line in lines for name in line.small.papers), "")
    names = _list_in(above[caption + 1 :], masthead)
    if names or not span:
        return names or _list_in(lines, masthead)
    titles = {compact(line.text) for line in lines[span.titles : span.start]}
    elsewhere = (_list_in(part, masthead) for part in (above, lines[span.end :]))
    return next((names for names in elsewhere if not titles.isdisjoint(map(compact, names))), [])


def _list_in(lines: Sequence[TextLine], masthead: str) -> list[str]:
    """The headlines of a text: its longest run of lines that are neither small print nor sentences."""
    runs = groupby(lines, lambda line: line.is_words and line.text != masthead)
    lists = [[line.text.lstrip(BULLETS) for line in run] for is_list, run in runs if is_list]
    longest = max(lists, key=len, default=[])
    if all(map(_NUMBERED.match, longest)):
        longest = [_NUMBERED.sub("", name, count=1) for name in longest]
    whole = compact("".join(longest))  # the titles of the map's areas come before the list, on one line
    return [name for name in longest if len(longest) < _FEW or 2 * len(compact(name)) != len(whole)]


def _of_first_page(lines: Sequence[TextLine]) -> list[str]:
    """The lines of links below the first caption that has any."""
    linked = [line for line in lines if line.text and (line.is_linked or line.small.kind is LineKind.CAPTION)]
    from_caption = dropwhile(lambda line: line.small.kind is LineKind.CAPTION, linked)
    return [line.text.lstrip(BULLETS) for line in takewhile(lambda line: line.is_linked, from_caption)]
