"""The same page in other bytes: encodings that pages say, do not say, and lie about."""

import codecs
import re
from collections.abc import Iterator

ENCODINGS = {
    "utf-8": ("utf-8", "utf-8"),
    "utf-8-sig": ("utf-8-sig", "utf-8"),
    "gb18030": ("gb18030", "gb18030"),
    "gbk": ("gbk", "gbk"),
    "gb2312 that is gbk": ("gbk", "gb2312"),
    "big5": ("big5hkscs", "big5"),
    "utf-16-le": ("utf-16-le", "utf-16"),
    "utf-16-be": ("utf-16-be", "utf-16"),
    "gb18030 unsaid": ("gb18030", ""),
    "gb18030 that says utf-8": ("gb18030", "utf-8"),
    "utf-8 that says gb2312": ("utf-8", "gb2312"),
}
"""What the bytes are, a Python codec, and what the page says they are; "" for nothing."""

_BOMS = {"utf-16-le": codecs.BOM_UTF16_LE, "utf-16-be": codecs.BOM_UTF16_BE}
_META = re.compile(r"<meta[^>]*\bcharset\s*=[^>]*>\s*", re.IGNORECASE)
_LABEL = re.compile(r"(\bcharset\s*=\s*[\"']?)[\w-]+", re.IGNORECASE)


def reencode(text: str, name: str) -> tuple[str, bytes]:
    """A page in another encoding, and its text with what it now says of itself.

    Raises:
        KeyError: There is no encoding of the name.
        UnicodeEncodeError: The encoding cannot hold the page.
    """
    codec, label = ENCODINGS[name]
    meta = (lambda match: _LABEL.sub(rf"\g<1>{label}", match[0])) if label else ""
    text = _META.sub(meta, text)
    return text, _BOMS.get(codec, b"") + text.encode(codec)


def reencoded(text: str) -> Iterator[tuple[str, str, bytes]]:
    """Name, text and bytes of a page in every encoding that can hold it."""
    for name in ENCODINGS:
        try:
            yield name, *reencode(text, name)
        except UnicodeEncodeError:
            continue
