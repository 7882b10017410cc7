"""Documents made at random of what is hostile: spliced, spoilt, grown, cut, and in any encoding."""

import random
from collections.abc import Callable

from reader.sources.base import Fetched
from tests.hostile.pages import hostile_page, splices
from tests.hostile.payloads import PIECES
from tests.hostile.strings import spoilt, spoilt_page
from tests.support.newsprint import PAGE
from tools.samples.dresses import DRESSES

_ENCODINGS = ("utf-8", "utf-8", "utf-8", "utf-8-sig", "gb18030", "big5", "utf-16", "latin-1")
_ADDRESS = "https://epaper.example/jbrb/html/2024-03/02/content_12.htm"


def spliced(chance: random.Random) -> str:
    """A page of the classic system with a splice in every field."""
    return hostile_page(splices(chance))


def dressed(chance: random.Random) -> str:
    """A page of any system with payloads in a share of its texts and attributes."""
    dress = chance.choice(list(DRESSES.values()))
    markup = chance.choice((dress.layout_page, dress.article_page))()
    return spoilt_page(markup, splices(chance), chance, chance.choice((0.05, 0.3, 0.9)))


def copied(chance: random.Random) -> str:
    """A page as text, a payload in many of its lines."""
    payloads = splices(chance)
    return "\n".join(
        spoilt(line, payloads, chance) if chance.random() < 0.5 else line for line in PAGE.splitlines()
    )


def soup(chance: random.Random) -> str:
    """Pieces in any order, some of them many times."""
    return "".join(
        chance.choice(PIECES) * (1 if chance.random() < 0.9 else chance.randint(2, 300)) for _ in range(200)
    )


_KINDS: tuple[Callable[[random.Random], str], ...] = (spliced, dressed, dressed, copied, soup)


def damaged(data: bytes, chance: random.Random) -> bytes:
    """Some bytes with a part missing, a part doubled, or some bytes changed; or as they were."""
    start, end = sorted(chance.randint(0, len(data)) for _ in range(2))
    harm = chance.randrange(6)
    if harm == 0:
        return data[:start] + data[end:]
    if harm == 1:
        return data[:end] + data[start:]
    if harm == 2:
        changed = bytearray(data)
        for _ in range(20):
            changed[chance.randrange(len(changed))] = chance.randrange(256)
        return bytes(changed)
    return data


def generated(chance: random.Random) -> Fetched:
    """A document, as a site or a folder might give it."""
    text = chance.choice(_KINDS)(chance)
    encoding = chance.choice(_ENCODINGS)
    errors = "surrogatepass" if encoding.startswith("utf") else "replace"
    data = damaged(text.encode(encoding, errors), chance)
    url = chance.choice(("", _ADDRESS, spoilt(_ADDRESS, splices(chance), chance)))
    return Fetched(data=data, address="page.htm", url=url, charset=chance.choice(("", encoding, "gbk")))
