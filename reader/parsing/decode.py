"""Bytes and hints → text. What a page says of its own encoding is heard, and not believed."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reader import limits
from reader.errors import TooLarge, Undecodable
from reader.parsing.clean import PRIVATE

# A label is looked up without its case and marks: "EUC-CN" and "euc_cn" are both "euccn".
_CODECS = {
    "gb18030": "gb18030 gb180302000 gb180302005 gb180302022 gb2312 gb231280 gbk xgbk cp936 ms936 windows936"
    " 936 euccn xeuccn chinese csgb2312 csiso58gb231280 isoir58",
    "big5hkscs": "big5 big5hkscs big5tw xxbig5 xbig5 cnbig5 csbig5 cp950 ms950 windows950 950",
    "utf-8": "utf8 utf8sig unicode11utf8 unicode20utf8 xunicode20utf8",
    "utf-16-le": "utf16 utf16le",
    "utf-16-be": "utf16be",
}
_LABELS = {label: codec for codec, labels in _CODECS.items() for label in labels.split()}
_BOMS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
_DECLARATION = re.compile(rb"(?:charset|encoding)\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoded:
    """The text of a page, and how its bytes were understood."""

    text: str
    """Without byte order mark and NUL; newlines as they were."""
    encoding: str
    """A Python codec name."""
    reason: str
    """Why this encoding.

    "override": the user said so. "bom": a byte order mark did. "valid", "repaired": the bytes are UTF-8, or
    UTF-8 with a few errors; or they are UTF-16 without a mark. "declared": the page says Big5, and can be.
    "guess": the bytes are GB 18030, as Chinese pages are. "fewest": they hardly are, and this encoding loses
    least; so undeclared Big5 is found.
    """
    replaced: int
    """U+FFFD in the text: what was lost here, or before these bytes came to us."""


def decode(data: bytes, *, declared: str = "", override: str = "") -> Decoded:
    """Read the bytes of a page as text.

    Args:
        data: A whole page file.
        declared: The charset a server named, a hint only; so is what the page's head declares.
        override: The encoding the user named, followed even where it fits badly.

    Raises:
        TooLarge: The data exceed `limits.PAGE_BYTES`.
        Undecodable: `override` names no encoding known here.

    Source:
        WHATWG Encoding Standard on labels and byte order marks; that gb2312 and gbk are read as GB 18030.
    """
    if len(data) > limits.PAGE_BYTES:
        raise TooLarge("too-large", mib=limits.PAGE_BYTES // 1024 // 1024)
    marked = next((codec for mark, codec in _BOMS if data.startswith(mark)), "")
    if override:
        return _decoded(data, _codec_asked_for(override, marked), "override")
    if marked:
        return _decoded(data, marked, "bom")
    big5_declared = "big5hkscs" in _declarations(data, declared)
    return _as_utf8(data) or _as_utf16(data) or _as_chinese(data, big5_declared=big5_declared)


def _codec_asked_for(name: str, marked: str) -> str:
    codec = _fold(name)
    if not codec:
        raise Undecodable("unknown-encoding", encoding=name)
    # Plain "utf-16" leaves the byte order to the mark.
    return marked if codec.startswith("utf-16") and marked.startswith("utf-16") else codec


def _fold(label: str) -> str:
    """The codec for a label; "" for those that no Chinese page can mean, utf-7 and iso-8859-1 among them."""
    return _LABELS.get(re.sub(r"[^a-z0-9]", "", label.lower()), "")


def _declarations(data: bytes, declared: str) -> Iterator[str]:
    yield _fold(declared)
    for match in _DECLARATION.finditer(data[: limits.LABEL_BYTES]):
        yield _fold(match[1].decode("ascii"))


def _as_utf8(data: bytes) -> Decoded | None:
    """The text if it is UTF-8, whole or with few errors; None if it must be something else."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        repaired = _decoded(data, "utf-8", "repaired")
        # Other Chinese encodings, read as UTF-8, lose most of their characters.
        return repaired if repaired.replaced * 10 <= _beyond_ascii(repaired.text) else None
    return _decoded(data, "utf-8", "valid")


def _as_utf16(data: bytes) -> Decoded | None:
    """The text if it is UTF-16 without its mark; NUL, half of each ASCII character there, is in no other encoding."""
    if b"\0" not in data[: limits.LABEL_BYTES]:
        return None
    found = min((_decoded(data, codec, "valid") for codec in ("utf-16-le", "utf-16-be")), key=_loss)
    # Read in the wrong order, or of another encoding, it is full of private characters, and poor in ASCII.
    size, plain = len(found.text), len(found.text) - _beyond_ascii(found.text)
    return found if _loss(found) * 20 <= size <= plain * 20 else None


def _as_chinese(data: bytes, *, big5_declared: bool) -> Decoded:
    """The text of bytes that are not UTF-8."""
    guess = _decoded(data, "gb18030", "guess")
    if big5_declared:
        big5 = _decoded(data, "big5hkscs", "declared")
        if _loss(big5) * 4 < _loss(guess):
            return big5
    # Of true Big5 a third and more is lost; of a damaged page, or one with characters of its own, far less.
    if _loss(guess) * 4 <= _beyond_ascii(guess.text):
        return guess
    return min((_decoded(data, codec, "fewest") for codec in ("gb18030", "utf-8", "big5hkscs")), key=_loss)


def _loss(decoded: Decoded) -> int:
    """Characters that speak against a reading: the unreadable, and private ones, which Big5 read as GB is full of."""
    return decoded.replaced + sum(1 for _ in PRIVATE.finditer(decoded.text))


def _beyond_ascii(text: str) -> int:
    return len(text) - len(text.encode("ascii", errors="ignore"))


def _decoded(data: bytes, codec: str, reason: str) -> Decoded:
    text = data.decode(codec, errors="replace").removeprefix("\ufeff").replace("\0", "")
    return Decoded(text=text, encoding=codec, reason=reason, replaced=text.count("\ufffd"))
