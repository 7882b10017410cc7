"""Bytes and what they claim to be."""

import codecs
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader import limits
from reader.errors import TooLarge, Undecodable
from reader.parsing.decode import decode
from reader.words import EN, Words
from tests.support.newsprint import PAGE as COPIED

SIMPLIFIED = (
    "清晨的河边起了薄雾,摆渡的老人把船绳解开,等第一位客人上船。他说,这条河三十年前没有桥,两岸的孩子都坐他的船去上学。"
    "如今桥修好了,车来车往,他仍旧每天撑船过河。“有人要听水声,我就载他一程。”镇上的图书馆为他留了一间小屋。"
).replace(",", "，")
TRADITIONAL = (
    "清晨的河邊起了薄霧,擺渡的老人把船繩解開,等第一位客人上船。他說,這條河三十年前沒有橋,兩岸的孩子都坐他的船去上學。"
    "如今橋修好了,車來車往,他仍舊每天撐船過河。「有人要聽水聲,我就載他一程。」鎮上的圖書館為他留了一間小屋。"
).replace(",", "，")
RARE = "镕 㐀 𠮷 €"


def page(text: str, label: str = "") -> str:
    meta = f'<meta http-equiv="Content-Type" content="text/html; charset={label}">' if label else ""
    return f"<html><head>{meta}<title>渡口</title></head>\r\n<body><p>{text}</p></body></html>\r\n"


def cut(text: str, encoding: str) -> bytes:
    """The text without the last byte of its last character."""
    return text.encode(encoding)[:-1]


SPOILT = page(SIMPLIFIED).encode().replace("客".encode(), b"\xe5\xff", 1)
FOOTED = page(SIMPLIFIED * 3).encode() + "版权所有 不得转载".encode("gbk")

# The numbers are those of the thirteen lying pages that other decoders were tried on; 10 and 11 stand below.
LYING = {
    "1 GBK that says utf-8": (page(SIMPLIFIED, "utf-8").encode("gbk"), "gb18030", "guess", 0),
    "2 UTF-8 that says gb2312": (page(SIMPLIFIED, "gb2312").encode(), "utf-8", "valid", 0),
    "3 GBK that says nothing": (page(SIMPLIFIED).encode("gbk"), "gb18030", "guess", 0),
    "4 GB 18030 that says gb2312": (
        page(SIMPLIFIED + RARE, "gb2312").encode("gb18030"),
        "gb18030",
        "guess",
        0,
    ),
    "5 marked UTF-8 that says gb2312": (page(SIMPLIFIED, "gb2312").encode("utf-8-sig"), "utf-8", "bom", 0),
    "6 UTF-8 cut in a character": (cut(SIMPLIFIED, "utf-8"), "utf-8", "repaired", 1),
    "7 GBK cut in a character": (cut(SIMPLIFIED, "gbk"), "gb18030", "guess", 1),
    "8 UTF-8 with a bad byte": (SPOILT, "utf-8", "repaired", 2),
    "9 GBK with NUL": (page(SIMPLIFIED).encode("gbk").replace(b"<p>", b"<p>\0\0"), "gb18030", "guess", 0),
    "12 Big5 that says big5": (page(TRADITIONAL, "big5").encode("big5"), "big5hkscs", "declared", 0),
    "13 Big5 that says gbk": (page(TRADITIONAL, "gbk").encode("big5"), "big5hkscs", "fewest", 0),
    "GBK that says big5": (page(SIMPLIFIED, "big5").encode("gbk"), "gb18030", "guess", 0),
    "GBK title that says big5": (page("摆渡老人", "big5").encode("gbk"), "gb18030", "guess", 0),
    "traditional text in GBK": (page(TRADITIONAL).encode("gbk"), "gb18030", "guess", 0),
    "GBK that says euc-cn": (page(SIMPLIFIED, "euc-cn").encode("gbk"), "gb18030", "guess", 0),
    "GBK that says utf-7": (page(SIMPLIFIED, "utf-7").encode("gbk"), "gb18030", "guess", 0),
    "GBK that says iso-8859-1": (page(SIMPLIFIED, "iso-8859-1").encode("gbk"), "gb18030", "guess", 0),
    "UTF-8 that says utf-16": (page(SIMPLIFIED, "utf-16").encode(), "utf-8", "valid", 0),
    "little-endian UTF-16": (codecs.BOM_UTF16_LE + page(RARE).encode("utf-16-le"), "utf-16-le", "bom", 0),
    "big-endian UTF-16": (codecs.BOM_UTF16_BE + page(RARE).encode("utf-16-be"), "utf-16-be", "bom", 0),
    "an XML declaration": (
        b"<?xml version='1.0' encoding='Big5'?>" + "兩岸的孩子".encode("big5"),
        "big5hkscs",
        "declared",
        0,
    ),
}


@pytest.mark.parametrize(("data", "encoding", "reason", "replaced"), LYING.values(), ids=LYING)
def test_bytes_are_believed_before_labels(data: bytes, encoding: str, reason: str, replaced: int) -> None:
    decoded = decode(data)

    assert (decoded.encoding, decoded.reason, decoded.replaced) == (encoding, reason, replaced)
    assert "\0" not in decoded.text
    assert not decoded.text.startswith("\ufeff")


def test_a_footer_in_another_encoding_spoils_only_itself() -> None:  # case 10
    decoded = decode(FOOTED)

    assert decoded.encoding == "utf-8"
    assert decoded.text.startswith(page(SIMPLIFIED * 3))


def test_a_header_is_a_hint_like_any_other() -> None:  # case 11
    data = page(SIMPLIFIED, "gbk").encode("gbk")

    assert decode(data, declared="utf-8").text == page(SIMPLIFIED, "gbk")
    assert decode("兩岸的孩子".encode("big5"), declared="Big5").reason == "declared"


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("utf-8", SIMPLIFIED + RARE),
        ("utf-8-sig", SIMPLIFIED + RARE),
        ("gb2312", SIMPLIFIED),
        ("gbk", SIMPLIFIED + TRADITIONAL),
        ("gb18030", SIMPLIFIED + RARE),
        ("big5", TRADITIONAL),
        ("big5hkscs", TRADITIONAL),
        ("utf-16", SIMPLIFIED + RARE),
        ("utf-16-be", SIMPLIFIED + RARE),
    ],
)
def test_a_page_reads_the_same_in_nine_encodings(encoding: str, text: str) -> None:
    original = page(text)
    mark = "\ufeff" if encoding == "utf-16-be" else ""

    assert decode((mark + original).encode(encoding)).text == original


def test_real_pages_read_the_same_in_every_encoding() -> None:
    corpus = os.environ.get("BANMIAN_CORPUS")
    if not corpus:
        pytest.skip("BANMIAN_CORPUS names no folder of real pages")

    pages = [decode(path.read_bytes()).text for path in Path(corpus, "real_pages").rglob("*.htm*")]

    assert pages
    for text in pages:
        for encoding in ("utf-8", "utf-8-sig", "utf-16", "gb18030", "gbk"):
            data = text.encode(encoding, errors="ignore")
            assert decode(data).text == data.decode(encoding)


@pytest.mark.parametrize("count", [1, 5, 12])
def test_characters_of_the_publishers_own_do_not_turn_gbk_into_big5(count: int) -> None:
    text = page(SIMPLIFIED + "\ue000" * count)

    assert decode(text.encode("gb18030"), declared="big5").text == text


@pytest.mark.parametrize("name", ["big5", "BIG-5", "cp950", "x_x_big5"])
def test_the_users_word_is_final(name: str) -> None:
    decoded = decode(page(SIMPLIFIED).encode(), override=name)

    assert (decoded.encoding, decoded.reason) == ("big5hkscs", "override")
    assert decoded.replaced > 0


def test_the_user_can_mend_what_no_rule_can_tell() -> None:
    data = "渡船".encode("big5")

    assert decode(data).encoding == "gb18030"
    assert decode(data, override="big5").text == "渡船"


@pytest.mark.parametrize("order", ["le", "be"])
@pytest.mark.parametrize("text", [page(SIMPLIFIED + RARE), page(TRADITIONAL), COPIED])
def test_utf_16_is_read_without_its_mark(text: str, order: str) -> None:
    decoded = decode(text.encode(f"utf-16-{order}"))

    assert (decoded.text, decoded.encoding, decoded.reason) == (text, f"utf-16-{order}", "valid")
    assert decode(cut(text, f"utf-16-{order}")).text.startswith(text[:-1])


@pytest.mark.parametrize("encoding", ["gb18030", "big5"])
def test_nul_alone_makes_no_utf_16(encoding: str) -> None:
    original = page(TRADITIONAL)

    for nuls in (b"\0", b"\0\0"):
        assert decode(original.encode(encoding).replace(b"<", nuls + b"<")).text == original


@pytest.mark.parametrize("order", ["le", "be"])
def test_utf_16_asked_for_by_name_follows_the_mark(order: str) -> None:
    decoded = decode(("\ufeff" + RARE).encode(f"utf-16-{order}"), override="utf-16")

    assert (decoded.text, decoded.encoding) == (RARE, f"utf-16-{order}")


@pytest.mark.parametrize("name", ["utf-7", "latin-1", "rot13", "大五码", "-", "\x1b[2J"])
def test_an_encoding_unknown_here_is_refused_with_examples(name: str) -> None:
    with pytest.raises(Undecodable) as refusal:
        decode(b"", override=name)

    what, hint = Words(EN).error(refusal.value)
    assert "gb18030" in hint
    assert "\x1b" not in what


def test_a_label_is_looked_for_only_at_the_head() -> None:
    late = b" " * limits.LABEL_BYTES + b"<meta charset=big5>"

    assert decode(late + "兩".encode("big5") + "岸".encode("gbk") * 8).encoding == "gb18030"


def test_a_page_may_be_as_large_as_the_limit_and_no_larger() -> None:
    page_bytes = b" " * limits.PAGE_BYTES

    assert len(decode(page_bytes).text) == limits.PAGE_BYTES
    with pytest.raises(TooLarge):
        decode(page_bytes + b" ")


def test_no_bytes_are_no_text() -> None:
    assert decode(b"").text == ""


@given(st.binary(max_size=200), st.sampled_from(["", "big5", "utf-16", "utf-16be", "gbk", "utf-8"]))
def test_any_bytes_become_text_that_can_be_written_down(data: bytes, label: str) -> None:
    for decoded in (decode(data, declared=label), decode(data, override=label)):
        assert decoded.text.encode().decode() == decoded.text
        assert "\0" not in decoded.text
        assert decoded.replaced == decoded.text.count("\ufffd")
