"""What goes wrong between a site and its reader, each as a path of one server, with what must be told of it."""

import functools
import gzip
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from tests.support.site import Answer, Request, Route, Site, always, reply

PAGE = (
    "<html><head><title>石桥日报</title></head><body><map name=pagepicmap></map>"
    "<a id=pageLink href=node_2.htm>第02版：综合</a><a href=content_1.htm><div id=mp1>桥通了</div></a></body></html>"
).encode()
ARTICLE = (
    "<html><head><title>石桥日报</title></head><body><div id=ozoom><founder-content>"
    "<p>　　本报讯 网站说访问过于频繁，请登录，页面不存在，要输入验证码：记者昨天一一试过。</p>"
    "</founder-content></div></body></html>"
).encode()
LONG = PAGE.replace(b"</body>", b"<!--" + b"." * 40_000 + b"--></body>")


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault: what the server answers, and the code of the error, or "whole" or "part" of the page."""

    route: Route
    told: str


def notice(words: str, title: str = "提示") -> bytes:
    return f"<html><head><title>{title}</title></head><body><div>{words}</div></body></html>".encode()


def soft(words: str, title: str = "提示") -> Route:
    return always(reply(notice(words, title)))


def status(line: str, *headers: str, body: bytes = b"<html><title>sorry</title></html>") -> Route:
    return always(reply(body, *headers, status=line))


def moved(target: str) -> Route:
    return status("302 Found", f"Location: {target}")


def refresh(target: str) -> Route:
    return always(reply(f'<html><META HTTP-EQUIV="REFRESH" CONTENT="0; URL={target}"></html>'.encode()))


def packed(data: bytes, how: str = "gzip", cut: int = 0) -> bytes:
    data = data[: len(data) - cut]
    return reply(data, f"Content-Encoding: {how}")


def chunked(data: bytes, *, is_ended: bool) -> bytes:
    body = f"{len(data):x}\r\n".encode() + data + b"\r\n" + b"0\r\n\r\n" * is_ended
    return reply(body, "Transfer-Encoding: chunked")


def bare(body: bytes) -> bytes:
    """An answer that tells no length: it ends where the connection ends."""
    return b"HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n\r\n" + body


def drip(site: Site, head: bytes) -> Route:
    """A byte at a time, for ever."""

    def answer(_: Request) -> Iterator[bytes]:
        yield head
        while not site.closing.wait(0.05):
            yield b"x"

    return answer


def endless(_: Request) -> Iterator[bytes]:
    yield b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<html>"
    while True:
        yield b"<p>" + b"." * 65_536


def trailing(_: Request) -> Iterator[bytes]:
    """A whole page, packed, and what does not end behind it."""
    yield b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n\r\n" + gzip.compress(
        PAGE
    )
    while True:
        yield b"." * 65_536


@functools.cache
def bomb(layers: int) -> bytes:
    data = b"\0" * 30_000_000
    for _ in range(layers):
        data = gzip.compress(data)
    return data


def first_bad(bad: Answer) -> Route:
    """Bad once, good after it."""
    answers = iter([bad])
    return lambda _: next(answers, reply(PAGE))


def only_unpacked(request: Request) -> bytes:
    """Announces gzip and sends damage, unless asked for the plain page."""
    if request.headers["accept-encoding"] == "identity":
        return reply(PAGE)
    return packed(b"\x1f\x8b" + b"damage" * 9)


def faults(site: Site) -> dict[str, Fault]:
    """Every fault by name; a path per name is served by the site."""
    far = "http://far.invalid"
    table = {
        "slow_headers": Fault(drip(site, b"HTTP/1.1 200 OK\r\nX-Slow: "), "too-slow"),
        "slow_body": Fault(drip(site, b"HTTP/1.1 200 OK\r\nContent-Length: 99999\r\n\r\n<html>"), "too-slow"),
        "silence": Fault(drip(site, b""), "too-slow"),
        "endless_body": Fault(endless, "too-large"),
        "bomb": Fault(lambda _: packed(bomb(1)), "too-large"),
        "bomb_in_bomb": Fault(lambda _: packed(bomb(2), "gzip, gzip"), "too-large"),
        "chain_of_encodings": Fault(always(packed(PAGE, ", ".join(["gzip"] * 50))), "broken-answer"),
        "brotli_unasked": Fault(always(packed(b"\x8b\x02\x80", "br")), "broken-answer"),
        "gzip": Fault(always(packed(gzip.compress(LONG))), "whole"),
        "deflate": Fault(always(packed(zlib.compress(LONG), "deflate")), "whole"),
        "plain_called_gzip": Fault(always(packed(PAGE)), "whole"),
        "endless_behind_gzip": Fault(trailing, "whole"),
        "damaged_gzip": Fault(only_unpacked, "whole"),
        "cut_gzip": Fault(always(packed(gzip.compress(LONG, 0), cut=9_000)), "part"),
        "cut_body": Fault(always(reply(LONG[:9_000], f"Content-Length: {len(LONG)}")), "part"),
        "cut_chunks": Fault(always(chunked(LONG, is_ended=False)), "part"),
        "cut_without_length": Fault(always(bare(LONG[:9_000])), "part"),
        "cut_once": Fault(first_bad(reply(LONG[:900], f"Content-Length: {len(LONG)}")), "whole"),
        "whole_without_length": Fault(always(bare(PAGE)), "whole"),
        "hang_up": Fault(always(b""), "broken-answer"),
        "garbage": Fault(always(b"SSH-2.0-OpenSSH_9.9\r\n"), "broken-answer"),
        "huge_headers": Fault(always(reply(PAGE, "X-Long: " + "x" * 500_000)), "broken-answer"),
        "redirect_to_itself": Fault(moved("/redirect_to_itself"), "too-many-hops"),
        "redirect_to_file": Fault(moved("file:///etc/passwd"), "bad-address"),
        "redirect_to_script": Fault(moved("javascript:alert(1)"), "bad-address"),
        "redirect_to_nothing": Fault(moved("http://:0/"), "bad-address"),
        "redirect_inside": Fault(moved("http://127.0.0.2/"), "private-address"),
        "redirect_away": Fault(moved(far + "/"), "offline"),
        "refresh_to_itself": Fault(refresh("refresh_to_itself"), "empty-answer"),
        "refresh_there": Fault(refresh("refresh_back"), "too-many-hops"),
        "refresh_back": Fault(refresh("refresh_there"), "too-many-hops"),
        "refresh_once": Fault(refresh("/gzip"), "whole"),
        "script_on": Fault(
            always(reply(b"<html><script>window.location.href='html/2026-05/12/node_2.htm'</script>")),
            "whole",
        ),
        "script_elsewhere": Fault(
            always(reply(b"<html><script>location.href='http://far.invalid/ad.html'</script>")), "script-only"
        ),
        "not_found": Fault(status("404 Not Found"), "not-published"),
        "gone": Fault(status("410 Gone"), "not-published"),
        "soft_404": Fault(soft("对不起，您访问的页面不存在"), "not-published"),
        "soft_404_title": Fault(soft("返回首页　联系我们　" * 20, "404 Not Found"), "not-published"),
        "no_such_page": Fault(soft("该版面不存在！"), "not-published"),
        "no_paper": Fault(soft("当日休刊，当日报纸未出版"), "not-published"),
        "soft_login": Fault(soft("请先登录后再查看数字报"), "login"),
        "paywall": Fault(
            always(reply("<html><body><div id=ozoom>请购买该报纸后再访问</div></body></html>".encode())),
            "login",
        ),
        "unauthorised": Fault(status("401 Unauthorized"), "login"),
        "forbidden": Fault(status("403 Forbidden"), "forbidden"),
        "guard": Fault(status("403 Forbidden", body=notice("您的访问被拦截，防火墙已记录")), "guarded"),
        "busy_guard": Fault(status("503 Busy", body=notice("您的访问被拦截，防火墙已记录")), "guarded"),
        "challenge": Fault(
            always(reply(b"<html><script>var arg1='x';acw_sc__v2()</script></html>")), "guarded"
        ),
        "soft_too_often": Fault(soft("访问过于频繁，请稍后再试"), "too-often"),
        "captive_portal": Fault(soft("校园网上网认证，请输入账号"), "portal"),
        "network_login": Fault(status("511 Network Authentication Required"), "portal"),
        "too_many": Fault(status("429 Too Many Requests"), "too-often"),
        "come_back_tomorrow": Fault(status("429 Too Many Requests", "Retry-After: 86400"), "too-often"),
        "busy": Fault(status("503 Service Unavailable", "Retry-After: 0"), "server-error"),
        "wait_for_no_year": Fault(
            status(
                "503 Busy",
                f"Retry-After: Fri, 01 May {'9' * 12} 08:00:02 GMT",
                "Date: Fri, 01 May 2026 08:00:00 GMT",
            ),
            "server-error",
        ),
        "broken_once": Fault(first_bad(reply(b"oops", status="500 Internal Server Error")), "whole"),
        "broken": Fault(status("500 Internal Server Error"), "server-error"),
        "teapot": Fault(status("418 I'm a teapot"), "server-error"),
        "empty": Fault(always(reply(b"")), "empty-answer"),
        "json": Fault(always(reply(b'{"code": 404, "msg": "no"}')), "is-json"),
        "pdf": Fault(always(reply(b"%PDF-1.4\n...")), "is-pdf"),
        "jpeg": Fault(always(reply(b"\xff\xd8\xff\xe0\0\x10JFIF")), "is-picture"),
        "zip": Fault(always(reply(b"PK\x03\x04....")), "is-archive"),
        "program": Fault(always(reply(b"\x7fELF\2\1\1" + b"\0" * 9)), "is-binary"),
        "html_called_jpeg": Fault(always(reply(PAGE, "Content-Type: image/jpeg")), "whole"),
        "unknown_charset": Fault(always(reply(PAGE, "Content-Type: text/html; charset=klingon")), "whole"),
        "article_about_it": Fault(always(reply(ARTICLE)), "whole"),
        "application": Fault(
            always(reply(b"<html><body><script src=app.js></script></body></html>")), "script-only"
        ),
    }
    for name, fault in table.items():
        site.routes[f"/{name}"] = fault.route
    site.routes["/html/2026-05/12/node_2.htm"] = always(reply(PAGE))
    return table
