import pytest

from reader.errors import UnrecognisedPage
from reader.newsstand.reading import read_document
from reader.sources.base import Fetched
from reader.sources.classify import DocumentKind, classify, file_kind, is_complete, redirect_target
from reader.words import ZH, Words
from tests.hostile.pages import hostile_page
from tests.hostile.payloads import PAYLOADS
from tests.support.other_files import OTHER_FILES
from tools.samples.dresses import DRESSES, STORIES

HERE = "http://paper.example/rb/index.htm"


def html(body: str, title: str = "石桥日报") -> bytes:
    return f"<html><head><title>{title}</title></head><body>{body}</body></html>".encode()


@pytest.mark.parametrize(
    "body",
    [
        "<div id=ozoom><p>　　本报讯 昨天上午，网站提示页面不存在，记者随后联系了管理员，得知系统正在升级。</p></div>",
        "<h1>网站升级 不再访问频繁就报错</h1>" + "<p>　　本报讯 读者反映请登录的提示太多。</p>" * 30,
        "<map name=pagepicmap></map><a href=content_404.htm>404路公交线今起停运</a>",
        "<a id=pageLink href=node_1.htm>第01版：要闻</a>请登录",
        "<h1>防汛</h1><p>　　本报讯 江水退了。</p>",
    ],
)
def test_an_article_that_mentions_such_words_is_an_article(body: str) -> None:
    assert classify(html(body)) is DocumentKind.PAGE


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16"])
@pytest.mark.parametrize(
    ("words", "answer"),
    [
        ("您要找的版面不存在", DocumentKind.MISSING),
        ("当日报纸尚未出版", DocumentKind.MISSING),
        ("Sorry, page not found", DocumentKind.MISSING),
        ("用户登录", DocumentKind.LOGIN),
        ("您的操作过于频繁，请稍后再试", DocumentKind.TOO_OFTEN),
        ("请输入验证码，完成安全验证", DocumentKind.GUARDED),
        ("无线网络认证 请登录", DocumentKind.PORTAL),
    ],
)
def test_a_notice_is_told_for_what_it_is_in_every_encoding(
    words: str, answer: DocumentKind, encoding: str
) -> None:
    assert classify(html(f"<div>{words}</div>", "提示").decode().encode(encoding)) is answer


@pytest.mark.parametrize("kind", [kind for kind in DocumentKind if kind is not DocumentKind.PAGE])
def test_every_kind_of_document_that_is_no_page_has_its_sentence(kind: DocumentKind) -> None:
    assert Words(ZH).say(kind.value, name="x", seconds=1, size=1)


def test_data_and_nothing_at_all_are_told_from_text() -> None:
    assert classify(b'[{"a": 1}]') is DocumentKind.JSON
    assert classify(b'{"a": [' + b'"b", ' * 99_999 + b'"b"]}') is DocumentKind.JSON, (
        "the head shows what it is"
    )
    assert classify(b"[1] " + "第一段正文。".encode()) is DocumentKind.PAGE
    assert classify(b" \r\n ") is DocumentKind.EMPTY
    assert classify(b"\1\0\0\0\0\0\0") is DocumentKind.BINARY
    assert classify("　　本报讯 只有文字。".encode()) is DocumentKind.PAGE


@pytest.mark.parametrize(("data", "code"), OTHER_FILES.values(), ids=OTHER_FILES)
def test_what_a_site_sends_is_judged_as_a_file_is(data: bytes, code: str) -> None:
    assert classify(data) == file_kind(data) == code


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16", "utf-16-le"])
def test_a_text_that_begins_like_another_file_is_a_text(encoding: str) -> None:
    for head in ("BM", "GIF", "II*", "MZ", "PK", "Rar!", "BZh", "7z", "%PDF", "RIFF", "<svgs>", "<p><svg>"):
        assert file_kind(f"{head} 是这篇文章的第一个词 (2026)。\r\n".encode(encoding)) is None, head


@pytest.mark.parametrize(("of_a_thousand", "answer"), [(0, None), (10, None), (40, DocumentKind.BINARY)])
def test_many_controls_among_what_cannot_be_read_make_no_text(
    of_a_thousand: int, answer: DocumentKind | None
) -> None:
    odd = b"\x01\xff"  # a control, and what is no character in any encoding
    kept = "字".encode("gbk") * (1000 - 2 * of_a_thousand)

    assert file_kind(odd * of_a_thousand + kept) is answer
    assert file_kind(b"\x01" * of_a_thousand + kept) is None, (
        "what can be read is a text, whatever controls it holds"
    )
    assert file_kind(b"\xff" * of_a_thousand + kept) is None, "a damaged page is a page"
    assert file_kind(kept * 9 + odd * 9000) is None, "only the head is looked at"


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16"])
def test_a_page_full_of_controls_is_a_page(encoding: str) -> None:
    for payload in PAYLOADS.values():
        assert classify(hostile_page([payload]).encode(encoding, "replace")) is DocumentKind.PAGE, payload


@pytest.mark.parametrize(
    ("page", "target"),
    [
        (
            '<META HTTP-EQUIV="REFRESH" CONTENT="0; URL=html/2026-05/12/node_1.htm">',
            "html/2026-05/12/node_1.htm",
        ),
        ("<meta content='1;url=./a.htm' http-equiv='refresh'>", "a.htm"),
        ("<meta http-equiv=refresh content=\"0; URL='html/node_2.htm'\">", "html/node_2.htm"),
        (
            "<script>window.location.replace('html/2026-05/12/node_7.htm');</script>",
            "html/2026-05/12/node_7.htm",
        ),
        ("<script>location.href = 'node_2.htm'</script>", "node_2.htm"),
        ("<meta http-equiv=refresh content='300; url=other.htm'>", ""),
        ("<meta http-equiv=refresh content='0; url=index.htm'>", ""),
        ("<meta http-equiv=refresh content='0; url=javascript:x'>", ""),
        ("<meta http-equiv=refresh content='0; url=file:///etc/passwd'>", ""),
        ("<script>location.href = 'http://ads.example/buy.html'</script>", ""),
        ("<script>if (x) location.href = 'node_2.htm'</script>" + "正文。" * 30, ""),
        ("<meta http-equiv=refresh content='0; url=a.htm'><map name=pagepicmap>", ""),
        ("<!--[if lt IE 8]><meta http-equiv=refresh content='0; url=old.htm'><![endif]-->", ""),
        ("plain", ""),
    ],
)
def test_a_front_page_that_only_leads_on_is_followed(page: str, target: str) -> None:
    expected = f"http://paper.example/rb/{target}" if target else ""

    assert redirect_target(f"<html>{page}</html>".encode(), HERE) == expected


def test_a_document_that_began_has_an_end() -> None:
    assert is_complete(html("x"))
    assert is_complete(html("x") + b"<!--enpproperty -->")
    assert is_complete(b"<p>x")
    assert not is_complete(html("x" * 9000)[:9000])


NAV = "<div><a href=/>首页</a> <a href=/a>要闻</a> <a href=/b>评论</a> <a href=/c>副刊</a></div>" * 6
RESULTS = "".join(
    f"<li><a href=content_{i}.htm>春茶第{i}篇</a><p>北山春茶，采茶人四点出门。</p></li>" for i in range(20)
)
NO_PAGES = [
    ("<h1>404</h1><p>您访问的页面不存在，5 秒后返回首页。</p>", "not-published"),
    (NAV + "<p>抱歉，没有找到您要的文章。</p>", "not-published"),
    ("<div id=ozoom><p>该版面不存在</p></div>", "not-published"),
    ("<p>当日报纸尚未出版</p>", "not-published"),
    ("<p>Not Found</p><hr>nginx", "not-published"),
    ("<form>用户登录<input name=user><input name=password></form>", "login"),
    ("<p>登录后阅读全文</p>", "login"),
    ("<div id=ozoom>请购买该报纸后再访问</div>", "login"),
    ("<p>Please log in to read this edition.</p>", "login"),
    ("<h2>访问过于频繁</h2><p>请稍后再试。</p>", "too-often"),
    ("<p>Too Many Requests</p>", "too-often"),
    ("<p>您的访问被拦截</p><p>事件编号 20240302</p>", "guarded"),
    ("<p>请完成安全验证：拖动滑块</p>", "guarded"),
    ("<script>var arg1='A1';document.cookie='acw_sc__v2='+arg1;</script>", "guarded"),
    ("<p>Wi-Fi 认证</p><p>请输入手机号，免费上网</p>", "portal"),
    ("<div id=app></div><script src=app.js></script>", "script-only"),
    ("", "unrecognised"),
    ("<meta http-equiv=refresh content='0; URL=html/2024-03/02/node_1.htm'>", "entry-page"),
    ("<script>window.location.href='html/2024-03/02/node_1.htm'</script>", "entry-page"),
    (f"<title>搜索结果：春茶</title>{NAV}<ul>{RESULTS}</ul>", "search-results"),
]


@pytest.mark.parametrize(("body", "code"), NO_PAGES)
def test_a_saved_document_that_is_no_page_is_told_for_what_it_is(body: str, code: str) -> None:
    with pytest.raises(UnrecognisedPage) as caught:
        read_document(
            Fetched(data=f"<html><head></head><body>{body}</body></html>".encode(), address="a.htm")
        )

    assert caught.value.code == code
    assert all(words.error(caught.value)[0] for words in map(Words, (0, 1)))


def test_data_saved_as_a_page_is_told_for_what_it_is() -> None:
    with pytest.raises(UnrecognisedPage, match="is-json"):
        read_document(Fetched(data='{"title": "北山春茶开采"}'.encode(), address="a.htm"))


@pytest.mark.parametrize("name", DRESSES)
def test_pages_and_articles_are_never_taken_for_something_else(name: str) -> None:
    for markup in (DRESSES[name].layout_page(), *map(DRESSES[name].article_page, STORIES)):
        assert classify(markup.encode()) is DocumentKind.PAGE


def test_a_sites_index_of_its_days_is_let_through_by_the_network_and_is_no_page() -> None:
    index = b"<?xml version='1.0'?><periodlist><period_date>2026-05-12</period_date></periodlist>"

    assert classify(index) is DocumentKind.PAGE
    with pytest.raises(UnrecognisedPage, match="is-data"):
        read_document(Fetched(data=index, address="period.xml"))
