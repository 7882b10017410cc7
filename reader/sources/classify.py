"""Classifies documents: a newspaper page, another kind of file, or a notice sent with status 200.

The same rules serve files, folders and the network. In doubt a document is a page: an article about 验证码 is an
article.
"""

import re
import tomllib
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from reader import limits
from reader.apart.process import apart
from reader.edition.urls import is_web, join
from reader.errors import UnrecognisedPage
from reader.later import Later
from reader.parsing.clean import clean_line, unescaped
from reader.parsing.days import issued_at
from reader.parsing.decode import decode
from reader.parsing.dialects import MAP_NAME
from reader.parsing.links import file_name
from reader.sources.base import Fetched

if TYPE_CHECKING:
    from reader.sources import sites, texts
else:  # most documents begin as pages do
    sites, texts = Later("reader.sources.sites"), Later("reader.sources.texts")


class DocumentKind(StrEnum):
    """What a document is; each value except PAGE is the code of an error message."""

    PAGE = "page"
    MISSING = "not-published"
    LOGIN = "login"
    TOO_OFTEN = "too-often"
    GUARDED = "guarded"
    PORTAL = "portal"
    SCRIPT = "script-only"
    EMPTY = "empty-answer"
    JSON = "is-json"
    PDF = "is-pdf"
    PICTURE = "is-picture"
    ARCHIVE = "is-archive"
    BINARY = "is-binary"
    SEARCH = "search-results"
    MAIL = "is-mail"
    BUNDLE = "is-mhtml"
    FEED = "is-feed"
    DATA = "is-data"
    TABLE = "is-table"
    CODE = "is-code"
    LOG = "is-log"
    SETTINGS = "is-settings"
    SUBTITLES = "is-subtitles"
    MANUAL = "is-manual"
    ENCODED = "is-encoded"
    FORM = "is-form"
    SHOP = "is-shop"
    FORUM = "is-forum"
    WIKI = "is-wiki"
    BLOG = "is-blog"


_KINDS = (
    (DocumentKind.PDF, rb"(?:\xef\xbb\xbf)?\s*%PDF-"),
    (DocumentKind.PICTURE, rb"\xff\xd8\xff|\x89PNG\r\n|GIF8|RIFF....WEBP|BM....\0{4}|II\*\0|MM\0\*|8BPS\0"),
    (DocumentKind.PICTURE, rb"\0\0\x01\0|\0{3}.ftyp(?:avi[fs]|he[iv][cmsx]|mif1|msf1)"),
    (DocumentKind.PICTURE, rb"(?:\xef\xbb\xbf)?\s*(?:<[?!][^>]*>\s*)*<svg[\s>]"),
    (DocumentKind.BINARY, rb"(?:\xef\xbb\xbf)?\s*(?:\{\\rtf\d|%!PS-)"),
    # E-books and office documents are ZIP files; the name of the first entry identifies them.
    (DocumentKind.BINARY, rb"PK\x03\x04.{26}(?:mimetype|\[Content_Types\]|_rels/|docProps/|META-INF/)"),
    (DocumentKind.ARCHIVE, rb"PK(?:\x03\x04|\x05\x06)|Rar!\x1a\x07|7z\xbc\xaf\x27\x1c|\x1f\x8b|BZh\d1AY&SY"),
    (DocumentKind.ARCHIVE, rb"\xfd7zXZ\0|\x28\xb5\x2f\xfd|.{257}ustar"),
    # Programs, databases, audio and video; no text has three NULs in a row in any supported encoding.
    (DocumentKind.BINARY, rb".*\0\0\0"),
)
"""Kinds of file by their first bytes, the most reliable pattern first."""

_CONTROL = re.compile(rb"[\x00-\x08\x0b\x0e-\x1f\x7f]")
_BEGIN = re.compile(r"(?i)\ufeff?\s*<(?:!doctype\s+html|html|head|meta|body|div|table)\b")
"""How pages begin."""
_EDITION = re.compile(
    r"(?i)usemap\s*=|<founder-|<!--/?enpcontent|<!--\s*enpproperty|<!--<npm:"
    rf"|\b(?:id|name)\s*=\s*[\"']?(?:pageLink|ozoom|{MAP_NAME})\b"
)
_BODY = re.compile(
    r"(?is)(?:\bid\s{0,9}=\s{0,9}[\"']?ozoom\b[^<>]{0,200}>|<founder-content>|<!--enpcontent-->)(.{0,400}?)"
    r"(?:</div|</founder-content|<!--/enpcontent)"
)
"""A body of few words."""
_CHALLENGE = re.compile(r"(?i)acw_sc__v2|__jsl_clearance|yunsuo_session|cf[-_]chl|jschl|_waf_|aliyun_waf")
_NOTICES = tomllib.loads(Path(__file__).with_name("notices.toml").read_text("utf-8"))
_PATTERNS = {DocumentKind(kind): re.compile("(?i)" + "|".join(said)) for kind, said in _NOTICES.items()}
_SEARCH = re.compile(r"(?i)(?:^|[-_—|·\s])(?:站内|全文|高级)?(?:搜索|检索|查询)(?:结果|[：:])|search results")
_JUDGED_BYTES = 65_536
"""Length of the start of a document that is examined; a notice is short."""

_SHORT, _NOTICE = 30, 150
"""Characters of a notice in the body of a newspaper page, and of one that is the whole page."""

_UNSEEN = re.compile(r"(?is)<(script|style|noscript)\b.*?(?:</\1\s*>|\Z)|<!--.*?(?:-->|\Z)|<[^<>]*>")
_FIELD = re.compile(r"(?i)<(?:input|textarea)\b(?![^<>]{0,300}\btype\s?=\s?[\"']?(?:hidden|button|submit))")
"""Where something can be typed."""
_TITLE = re.compile(r"<title\b[^<>]{0,200}>([^<]{0,500})", re.IGNORECASE)
_META = re.compile(
    r"<meta\b[^<>]{0,500}?http-equiv\s{0,9}=\s{0,9}[\"']?refresh\b[^<>]{0,500}>", re.IGNORECASE
)
_REFRESH = re.compile(r"(?i)content\s*=\s*+[\"']?\s*+(\d+)\s*[;,]\s*url\s*=\s*+[\"']?\s*+([^\"'>\s]+)")
_SCRIPTED = re.compile(
    r"\blocation(?:\.href)?\s*(?:=|\.replace\()\s*[\"']([\w./:-]{1,300}\.s?html?)[\"']", re.IGNORECASE
)
_REFRESH_SECONDS = 10
_FRONT_PAGE = re.compile(r"(?:node|nbs|col|page|l)(?=\D*\d)[\w.\-]*\.s?html?", re.IGNORECASE)


@apart
def judge(start: Fetched, url: str) -> tuple[str, str]:
    """Judge what a site sent: what it is, as the value of a `DocumentKind`, and where it redirects to.

    Args:
        start: The body, or as much of it as `beginning` keeps.
        url: Its absolute address.
    """
    return classify(start.data, start.charset).value, redirect_target(start.data, url)


def beginning(fetched: Fetched) -> Fetched:
    """As much of a document as it is judged by."""
    return replace(fetched, data=fetched.data[: _JUDGED_BYTES + 1])


def classify(data: bytes, charset: str = "") -> DocumentKind:
    """Classify the body of a response.

    Args:
        data: The body, decompressed.
        charset: The charset sent by the server; only a hint.
    """
    if not data.strip():
        return DocumentKind.EMPTY
    return file_kind(data, charset) or text_kind(decode(data[:_JUDGED_BYTES], declared=charset).text)


def file_kind(data: bytes, charset: str = "", encoding: str = "") -> DocumentKind | None:
    """Classify a file by its first bytes; None if it may be text.

    Args:
        data: The file.
        charset: Charset sent with it; only a hint.
        encoding: The encoding chosen by the user; empty for none.
    """
    head = data[: limits.SNIFFED_BYTES]
    if kind := next((kind for kind, start in _KINDS if re.match(start, head, re.DOTALL)), None):
        return kind
    sample = data[: limits.SAMPLED_BYTES]
    if not _CONTROL.search(sample):
        return None
    text = decode(sample, declared=charset, override=encoding).text
    odd = min(text.count("\ufffd"), len(_CONTROL.findall(text.encode())))
    return DocumentKind.BINARY if odd > len(text) * limits.CONTROL_SHARE else None


def text_kind(text: str) -> DocumentKind:
    """Classify a document by its text, as `classify` does by its bytes."""
    kind = _genre(text)
    if kind and kind != DocumentKind.DATA:  # which may be a site's index of its days
        return DocumentKind(kind)
    if _EDITION.search(text):
        body = _BODY.search(text)
        inside = _seen(body[1]) if body else ""
        return (notice_in(inside) if len(inside) <= _SHORT else None) or DocumentKind.PAGE
    if "<" not in text:
        return DocumentKind.PAGE
    seen = _seen(text)
    if not seen and "<script" in text.lower():
        return DocumentKind.GUARDED if _CHALLENGE.search(text) else DocumentKind.SCRIPT
    if not seen and "<html" in text.lower():
        return DocumentKind.EMPTY
    title = _TITLE.search(text)
    name = _seen(title[1]) if title else ""
    notice = notice_in(seen) if len(seen) <= _NOTICE else None
    if notice is None and len(name) <= _SHORT and len(seen) <= 4 * _NOTICE:
        notice = notice_in(name)
    return DocumentKind.SEARCH if _SEARCH.search(name) else notice or DocumentKind.PAGE


def instead_of_page(text: str) -> UnrecognisedPage | None:
    """The error for a document that is no page, without the document's name; None if it may be a page."""
    text = text[: limits.JUDGED_CHARACTERS]
    if target := clean_line(_target(text)):
        return UnrecognisedPage("entry-page", target=target)
    kind = text_kind(text)
    # EMPTY is the error of an empty response, which does not fit a saved file.
    return None if kind in (DocumentKind.PAGE, DocumentKind.EMPTY) else UnrecognisedPage(kind.value)


def other_genre(text: str) -> UnrecognisedPage | None:
    """The error for a text or a feed that is no page, as `instead_of_page`; None if it may be a page."""
    kind = _genre(text)
    return UnrecognisedPage(kind) if kind else None


def _genre(text: str) -> str:
    """What a document is by its form, as the code of an error; "" if it may be a page."""
    return "" if _BEGIN.match(text[: limits.SNIFFED_BYTES]) else texts.genre(text)


def other_site(text: str) -> UnrecognisedPage | None:
    """The error for a page of another site than a newspaper's, as `instead_of_page`; None if it may be a page.

    Args:
        text: A page in which neither the day's pages nor a number of its own were found.
    """
    text = text[: limits.SITE_CHARACTERS]
    seen = _seen(text)
    is_form = len(seen) <= _NOTICE and _FIELD.search(text)
    kind = sites.site_kind(text, seen) or (DocumentKind.FORM.value if is_form else "")
    return UnrecognisedPage(kind) if kind else None


def notice_in(words: str) -> DocumentKind | None:
    """What a notice of so few words says, that stands where an article should; None if it is none."""
    return next((answer for answer, pattern in _PATTERNS.items() if pattern.search(words)), None)


def _seen(markup: str) -> str:
    """The text a browser would show, roughly."""
    return " ".join(unescaped(_UNSEEN.sub(" ", markup)).split())


def is_complete(data: bytes) -> bool:
    """Whether an HTML document has its end tags; anything that is not HTML counts as complete."""
    tail = data[-4096:].lower()
    return b"<html" not in data[:4096].lower() or b"</html" in tail or b"</body" in tail


def redirect_target(data: bytes, address: str) -> str:
    """Where a page redirects to, by a meta refresh or by the script that entry pages use.

    Args:
        data: The body, decompressed.
        address: Its own absolute address.

    Returns:
        An absolute http(s) address, "" if the page does not redirect.
    """
    target = _target(decode(data).text) if len(data) <= _JUDGED_BYTES else ""
    joined = join(address, target) if target else ""
    return joined if is_web(joined) and joined != address else ""


def _target(text: str) -> str:
    """The address, as written, that an entry page redirects to; "" if it does not redirect."""
    if _EDITION.search(text):
        return ""
    text = re.sub(r"<!--.*?(?:-->|\Z)", "", text, flags=re.DOTALL) if "<script" not in text.lower() else text
    meta = _META.search(text)
    refresh = _REFRESH.search(unescaped(meta[0])) if meta else None
    return refresh[2] if refresh and int(refresh[1][:4]) <= _REFRESH_SECONDS else _scripted(text)


def _scripted(text: str) -> str:
    """The target of a page that only redirects to a front page by script; "" for any other page."""
    match = _SCRIPTED.search(text)
    if not match or len(_seen(text)) > _SHORT:
        return ""
    is_front = issued_at(match[1]) or _FRONT_PAGE.fullmatch(file_name(match[1]))
    return match[1] if is_front else ""
