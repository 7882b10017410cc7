"""Decodes bytes to text; the encoding a page declares is only a hint."""

import re
from collections.abc import Iterator

from msgspec import Struct

from reader import limits
from reader.errors import TooLarge, Undecodable
from reader.parsing.clean import PRIVATE

# Labels are looked up without case and punctuation: "EUC-CN" and "euc_cn" are both "euccn".
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
_DECLARATION = re.compile(rb"(?:charset|encoding)\s*+=\s*+[\"']?\s*+([\w.:-]{1,40})", re.IGNORECASE)


class Decoded(Struct, frozen=True, kw_only=True):
    """The text of a page, and how its bytes were decoded."""

    text: str
    """Without byte order mark and NUL; newlines unchanged."""
    encoding: str
    """A Python codec name."""
    reason: str
    """Why this encoding was chosen.

    "override": by the user. "bom": by a byte order mark. "valid": the bytes are valid UTF-8, or UTF-16 without
    a mark. "repaired": they are UTF-8 with a few errors. "declared": the page declares Big5, and that fits.
    "guess": they fit GB 18030, as most Chinese pages do. "fewest": nothing fits well, and this encoding has the
    fewest errors; undeclared Big5 is found this way.
    """
    replaced: int
    """Number of U+FFFD in the text: characters lost in decoding, or already before."""


def decode(data: bytes, *, declared: str = "", override: str = "") -> Decoded:
    """Decode the bytes of a page.

    Args:
        data: The whole document.
        declared: The charset sent by the server; only a hint, like the declaration in the page itself.
        override: The encoding chosen by the user; used even if it fits badly.

    Raises:
        TooLarge: The data exceed `limits.PAGE_BYTES`.
        Undecodable: `override` is not a supported encoding.

    Source:
        WHATWG Encoding Standard on labels and byte order marks, and on decoding gb2312 and gbk as GB 18030.
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
    # For plain "utf-16" the mark decides the byte order.
    return marked if codec.startswith("utf-16") and marked.startswith("utf-16") else codec


def _fold(label: str) -> str:
    """The codec for a label; "" for those unfit for Chinese, such as utf-7 and iso-8859-1."""
    return _LABELS.get(re.sub(r"[^a-z0-9]", "", label.lower()), "")


def _declarations(data: bytes, declared: str) -> Iterator[str]:
    yield _fold(declared)
    for match in _DECLARATION.finditer(data[: limits.LABEL_BYTES]):
        yield _fold(match[1].decode("ascii"))


def _as_utf8(data: bytes) -> Decoded | None:
    """The text if it is UTF-8, valid or with few errors; None otherwise."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        repaired = _decoded(data, "utf-8", "repaired")
        # Text in other Chinese encodings loses most of its characters when decoded as UTF-8.
        return repaired if repaired.replaced * 10 <= _beyond_ascii(repaired.text) else None
    return _decoded(data, "utf-8", "valid")


def _as_utf16(data: bytes) -> Decoded | None:
    """The text if it is UTF-16 without a mark; only there NUL occurs, as half of each ASCII character."""
    if b"\0" not in data[: limits.LABEL_BYTES]:
        return None
    found = min((_decoded(data, codec, "valid") for codec in ("utf-16-le", "utf-16-be")), key=_loss)
    # In the wrong byte order or encoding, it has many private-use characters and little ASCII.
    size, plain = len(found.text), len(found.text) - _beyond_ascii(found.text)
    return found if _loss(found) * 20 <= size <= plain * 20 else None


def _as_chinese(data: bytes, *, big5_declared: bool) -> Decoded:
    """The text of bytes that are not UTF-8."""
    guess = _decoded(data, "gb18030", "guess")
    if big5_declared:
        big5 = _decoded(data, "big5hkscs", "declared")
        if _loss(big5) * 4 < _loss(guess):
            return big5
    # Real Big5 loses a third or more; a damaged page, or one with private-use characters, loses far less.
    if _loss(guess) * 4 <= _beyond_ascii(guess.text):
        return guess
    return min((_decoded(data, codec, "fewest") for codec in ("gb18030", "utf-8", "big5hkscs")), key=_loss)


def _loss(decoded: Decoded) -> int:
    """Characters that suggest a wrong encoding: undecodable, or private-use, as in Big5 decoded as GB."""
    return decoded.replaced + sum(1 for _ in PRIVATE.finditer(decoded.text))


def _beyond_ascii(text: str) -> int:
    return len(text) - len(text.encode("ascii", errors="ignore"))


def _decoded(data: bytes, codec: str, reason: str) -> Decoded:
    text = data.decode(codec, errors="replace").removeprefix("\ufeff").replace("\0", "")
    return Decoded(text=text, encoding=codec, reason=reason, replaced=text.count("\ufffd"))
