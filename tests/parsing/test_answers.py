import pytest

from reader.parsing.answers import Answer, ends, judge, onward

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
    assert judge(html(body)) is Answer.PAGE


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16"])
@pytest.mark.parametrize(
    ("words", "answer"),
    [
        ("您要找的版面不存在", Answer.MISSING),
        ("当日报纸尚未出版", Answer.MISSING),
        ("Sorry, page not found", Answer.MISSING),
        ("用户登录", Answer.LOGIN),
        ("您的操作过于频繁，请稍后再试", Answer.TOO_OFTEN),
        ("请输入验证码，完成安全验证", Answer.GUARDED),
        ("无线网络认证 请登录", Answer.PORTAL),
    ],
)
def test_a_notice_is_told_for_what_it_is_in_every_encoding(words: str, answer: Answer, encoding: str) -> None:
    assert judge(html(f"<div>{words}</div>", "提示").decode().encode(encoding)) is answer


def test_other_files_are_told_by_their_first_bytes() -> None:
    assert judge(b"%PDF-1.7 <html>") is Answer.PDF
    assert judge(b"GIF89a") is Answer.PICTURE
    assert judge(b'[{"a": 1}]') is Answer.JSON
    assert judge(b"[1] " + "第一段正文。".encode()) is Answer.PAGE
    assert judge(b" \r\n ") is Answer.EMPTY
    assert judge(b"\1\0\0\0\0\0\0") is Answer.BINARY
    assert judge("　　本报讯 只有文字。".encode()) is Answer.PAGE


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
        ("plain", ""),
    ],
)
def test_a_front_page_that_only_leads_on_is_followed(page: str, target: str) -> None:
    expected = f"http://paper.example/rb/{target}" if target else ""

    assert onward(f"<html>{page}</html>".encode(), HERE) == expected


def test_a_document_that_began_has_an_end() -> None:
    assert ends(html("x"))
    assert ends(html("x") + b"<!--enpproperty -->")
    assert ends(b"<p>x")
    assert not ends(html("x" * 9000)[:9000])
