import shutil
import ssl
import subprocess
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.errors import Blocked, NotPublished, Offline, ReaderError, SourceError, Stopped, Unreachable
from reader.sources.base import Fetched
from reader.sources.connections import Connections
from reader.sources.http import FetchPolicy, HttpClient
from reader.words import EN, ZH, Words
from tests.architecture.test_imports import loaded_after
from tests.support.clients import close
from tests.support.faults import PAGE, faults
from tests.support.site import Answer, Request, Site, always, reply
from tests.support.tally import Tally

QUICK = FetchPolicy(seconds=1.5, pause=0.001, spacing=(0, 0), max_bytes=1024 * 1024)
NAMES = sorted(faults(Site()))


def no_names(host: str) -> tuple[str, ...]:
    raise OSError(host)


@pytest.fixture(scope="module")
def site() -> Iterator[Site]:
    with Site() as site:
        faults(site)
        yield site


@pytest.fixture(scope="module")
def source(site: Site) -> Iterator[HttpClient]:
    client = HttpClient(QUICK, Connections(no_names, dict))
    client.connections.allow_host(site.url())
    yield client
    close(client)


def outcome(client: HttpClient, url: str) -> tuple[str, Fetched | ReaderError]:
    try:
        fetched = client.fetch(url)
    except ReaderError as error:
        return error.code, error
    return ("whole" if fetched.is_whole else "part"), fetched


@pytest.mark.net
@pytest.mark.parametrize("name", NAMES)
def test_every_fault_ends_and_is_told_for_what_it_is(
    name: str, site: Site, source: HttpClient, tally: Tally
) -> None:
    tally("faults of a site")
    fault = faults(Site())[name]

    told, got = outcome(source, site.url(f"/{name}"))

    assert told == fault.told
    if isinstance(got, ReaderError):
        for language in (ZH, EN):
            what, hint = Words(language).error(got)
            assert what
            assert hint
            assert "\n" not in what
    else:
        assert got.is_whole is (told == "whole")
        assert bool(got.notes) is (told == "part")


def test_classes_of_error_have_exit_codes_of_their_own(site: Site, source: HttpClient) -> None:
    wanted: dict[str, tuple[type[SourceError], int]] = {
        "/not_found": (NotPublished, 3),
        "/busy": (Unreachable, 69),
        "/redirect_away": (Offline, 69),
        "/soft_login": (Blocked, 69),
    }

    for path, (kind, code) in wanted.items():
        _, error = outcome(source, site.url(path))
        assert type(error) is kind
        assert isinstance(error, ReaderError)
        assert error.exit_code == code


def test_a_fetch_is_cancelled_while_the_site_is_silent() -> None:
    came = threading.Event()

    with Site() as site:

        def wait(_: Request) -> Iterator[bytes]:
            came.set()
            site.closing.wait(10)
            yield b""

        site.routes["/"] = wait
        client = HttpClient(FetchPolicy(seconds=10), Connections(no_names, dict))
        client.connections.allow_host(site.url())
        waiting = threading.Thread(target=lambda: stopped.append(outcome(client, site.url())[1]))
        stopped: list[object] = []
        waiting.start()
        came.wait(5)

        client.stop()
        waiting.join(1)

        assert [type(error) for error in stopped] == [Stopped]
        close(client)


def test_a_host_is_asked_two_things_at_a_time_and_ahead_only_one() -> None:
    release, arrived = threading.Event(), threading.Semaphore(0)

    def hold(_: Request) -> Answer:
        arrived.release()
        release.wait(5)
        return reply(PAGE)

    with Site() as site:
        paths = [f"/{n}" for n in range(8)]
        site.routes = dict.fromkeys([*paths, "/a", "/b"], hold)
        client = HttpClient(FetchPolicy(seconds=10), Connections(no_names, dict))
        client.connections.allow_host(site.url())
        ahead = [client.begin(site.url(path), is_prefetch=True) for path in paths]
        arrived.acquire(timeout=5)
        asked_for = [client.begin(site.url(path)) for path in ("/a", "/b")]
        arrived.acquire(timeout=5)
        release.set()

        for future in (*asked_for, *ahead):
            assert future.result(5).is_whole

        assert site.most_at_once == 2
        order = [request.path for request in site.requests]
        assert sorted(order[:3]) == ["/0", "/a", "/b"]
        close(client)


def test_what_is_fetched_ahead_goes_first_once_somebody_waits_for_it() -> None:
    release, arrived = threading.Event(), threading.Event()

    def hold(_: Request) -> Answer:
        arrived.set()
        release.wait(5)
        return reply(PAGE)

    with Site() as site:
        site.routes = dict.fromkeys(["/0", "/1", "/2", "/3"], hold)
        client = HttpClient(FetchPolicy(seconds=10), Connections(no_names, dict))
        client.connections.allow_host(site.url())
        ahead = [client.begin(site.url(f"/{n}"), is_prefetch=True) for n in range(4)]
        arrived.wait(5)

        client.begin(site.url("/3"))
        release.set()
        for future in ahead:
            future.result(5)

        assert [request.path for request in site.requests][:2] == ["/0", "/3"]
        close(client)


def test_one_document_is_asked_for_once_however_many_wait() -> None:
    release, arrived = threading.Event(), threading.Event()

    def hold(_: Request) -> Answer:
        arrived.set()
        release.wait(5)
        return reply(PAGE)

    with Site(routes={"/": hold}) as site:
        client = HttpClient(FetchPolicy(seconds=10), Connections(no_names, dict))
        client.connections.allow_host(site.url())
        got: list[Fetched] = []
        first = threading.Thread(target=lambda: got.append(client.fetch(site.url(), is_prefetch=True)))
        second = threading.Thread(target=lambda: got.append(client.fetch(site.url())))
        first.start()
        arrived.wait(5)
        second.start()
        release.set()
        first.join(5)
        second.join(5)

        assert len(got) == 2
        assert got[0] is got[1] or site.asked()["/"] <= 2
        close(client)


def test_a_busy_site_is_asked_three_times_and_ahead_of_need_once() -> None:
    with Site(
        routes={"/": always(reply(b"", status="503 Busy")), "/a": always(reply(b"", status="503 Busy"))}
    ) as site:
        client = HttpClient(QUICK, Connections(no_names, dict))
        client.connections.allow_host(site.url())

        for path, is_prefetch in (("/", False), ("/a", True)):
            with pytest.raises(Unreachable, match="server-error"):
                client.begin(site.url(path), is_prefetch=is_prefetch).result(5)

        assert site.asked() == {"/": 3, "/a": 1}
        close(client)


def test_no_cookie_no_password_and_no_foreign_referer_leave() -> None:
    with Site(routes={"/next": always(reply(PAGE))}) as site:
        site.routes["/"] = always(reply(b"", "Set-Cookie: a=1", "Location: /next", status="302 Found"))
        client = HttpClient(FetchPolicy(agent="banmian/9"), Connections(no_names, dict))
        typed = site.url().replace("//", "//reader:secret@")
        client.connections.allow_host(typed)

        fetched = client.begin(typed, referer=site.url("/from")).result(5)
        client.begin(site.url("/next"), referer="http://elsewhere.invalid/secret").result(5)

        for request in site.requests:
            assert request.headers["user-agent"] == "banmian/9"
            assert request.headers["host"] == f"127.0.0.1:{site.port}"
            assert not {"cookie", "authorization"} & set(request.headers)
            assert "zstd" not in request.headers["accept-encoding"]
        assert [request.headers.get("referer") for request in site.requests] == [site.url("/from")] * 2 + [
            None
        ]
        assert fetched.address == site.url("/next")
        close(client)


def test_a_proxy_named_by_the_environment_is_used_and_names_are_left_to_it() -> None:
    with Site(routes={"http://paper.example/": always(reply(PAGE))}) as proxy:
        client = HttpClient(QUICK, Connections(no_names, lambda: {"http": proxy.url()}))

        fetched = client.begin("http://paper.example/").result(5)
        with pytest.raises(Unreachable, match="private-address"):
            client.begin("http://0x7f.1/").result(5)

        assert fetched.address == "http://paper.example/"
        assert proxy.asked() == {"http://paper.example/": 1}
        close(client)


def test_a_host_is_asked_at_its_second_address_where_the_first_does_not_answer(site: Site) -> None:
    client = HttpClient(QUICK, Connections(lambda _: ["::1", "127.0.0.1"], dict))
    url = f"http://paper.example:{site.port}/gzip"
    client.connections.allow_host(url)

    assert outcome(client, url)[0] == "whole"
    close(client)


def test_a_host_that_needs_no_proxy_is_asked_itself(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    client = HttpClient(QUICK, Connections(no_names, lambda: {"http": "http://proxy.invalid"}))
    client.connections.allow_host(site.url())

    assert outcome(client, site.url("/gzip"))[0] == "whole"
    close(client)


def test_requests_to_a_site_are_spaced_and_those_to_this_machine_are_not() -> None:
    times: list[float] = []
    far = [f"http://paper.example/{n}" for n in range(2)]

    def answer(_: Request) -> bytes:
        times.append(time.monotonic())
        return reply(PAGE)

    with Site(routes=dict.fromkeys([*far, "/0", "/1"], answer)) as site:
        near = [site.url("/0"), site.url("/1")]
        site_far = HttpClient(
            FetchPolicy(spacing=(0.3, 0.3)), Connections(no_names, lambda: {"http": site.url()})
        )
        site_near = HttpClient(FetchPolicy(spacing=(9, 9), seconds=5), Connections(no_names, dict))
        site_near.connections.allow_host(near[0])
        for client, urls in ((site_far, far), (site_near, near)):
            for url in urls:
                client.fetch(url)
            close(client)

    assert times[1] - times[0] >= 0.25
    assert times[3] - times[2] < 5


def test_what_came_in_part_is_read_where_no_more_comes_in_time() -> None:
    with Site() as site:

        def cut_then_silent(_: Request) -> Iterator[bytes]:
            if len(site.requests) == 1:
                yield reply(PAGE, f"Content-Length: {len(PAGE) + 1}")
            else:
                site.closing.wait(5)

        site.routes["/"] = cut_then_silent
        client = HttpClient(FetchPolicy(seconds=0.5, pause=0.001), Connections(no_names, dict))
        client.connections.allow_host(site.url())

        assert outcome(client, site.url())[0] == "part"
        assert len(site.requests) == 2
        close(client)


def test_the_final_address_stands_without_its_query(site: Site, source: HttpClient) -> None:
    fetched = source.fetch(site.url("/gzip?div=-1"))

    assert fetched.address == site.url("/gzip")
    assert site.requests[-1].target == "/gzip?div=-1"


def test_a_closed_port_is_told_at_once() -> None:
    with Site() as gone:
        url = gone.url()
    client = HttpClient(QUICK, Connections(no_names, dict))
    client.connections.allow_host(url)

    with pytest.raises(Unreachable, match="no-answer"):
        client.begin(url).result(5)

    close(client)


def certificate(folder: Path) -> tuple[ssl.SSLContext, Path]:
    """A certificate of our own making for paper.example."""
    openssl = shutil.which("openssl")
    if not openssl:
        pytest.skip("no openssl to make a certificate with")
    key, path = folder / "key.pem", folder / "certificate.pem"
    command = [openssl, "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"]
    command += ["-subj", "/CN=paper.example", "-addext", "subjectAltName=DNS:paper.example"]
    subprocess.run([*command, "-keyout", key, "-out", path], check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(path, key)
    return context, path


@pytest.mark.parametrize(
    ("host", "is_known", "told"),
    [
        ("paper.example", True, "whole"),
        ("paper.example", False, "bad-certificate"),
        ("other.example", True, "bad-certificate"),
    ],
)
def test_a_certificate_must_be_known_and_of_that_name(
    host: str, is_known: bool, told: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    context, path = certificate(tmp_path)
    if is_known:
        monkeypatch.setenv("SSL_CERT_FILE", str(path))

    with Site(routes={"/": always(reply(PAGE))}, tls=context) as site:
        client = HttpClient(QUICK, Connections(lambda _: ["127.0.0.1"], dict))
        url = f"https://{host}:{site.port}/"
        client.connections.allow_host(url)

        assert outcome(client, url)[0] == told
        assert len(site.requests) == (told == "whole")

        close(client)


def test_a_site_that_leads_from_https_to_http_is_noted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    context, path = certificate(tmp_path)
    monkeypatch.setenv("SSL_CERT_FILE", str(path))

    with Site(routes={"/": always(reply(PAGE))}) as plain, Site(tls=context) as secure:
        there, here = (f"http{s}://paper.example:{site.port}/" for s, site in (("", plain), ("s", secure)))
        secure.routes["/"] = always(reply(b"", f"Location: {there}", status="302 Found"))
        client = HttpClient(QUICK, Connections(lambda _: ["127.0.0.1"], dict))
        client.connections.allow_host(here)
        client.connections.allow_host(there)

        assert client.fetch(here).notes == ("left-https",)
        assert client.fetch(there).notes == ()
        close(client)


def test_httpx_is_imported_with_a_site_and_not_before() -> None:
    modules = loaded_after("import reader.newsstand.targets")

    assert modules.isdisjoint({"httpx2", "httpcore2", "anyio", "textual"})


def test_a_proxy_that_cannot_be_used_is_told_without_its_password() -> None:
    client = HttpClient(QUICK, Connections(no_names, lambda: {"all": "gopher://me:secret@proxy.example:70"}))

    with pytest.raises(Unreachable, match="bad-proxy") as caught:
        client.begin("http://paper.example/").result(5)

    assert "secret" not in Words(EN).error(caught.value)[0]
    close(client)


@pytest.mark.slow
@pytest.mark.net
@pytest.mark.parametrize("name", ["slow_headers", "slow_body", "silence", "endless_body", "busy"])
def test_the_real_limits_end_the_worst_faults(name: str, tally: Tally) -> None:
    tally("faults of a site, up to the real limits")
    with Site() as site:
        told = faults(site)[name].told
        client = HttpClient(connections=Connections(proxies=dict))
        client.connections.allow_host(site.url())

        assert outcome(client, site.url(f"/{name}"))[0] == told

        close(client)
