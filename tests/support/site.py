"""A web server on loopback: serves a folder in the sites' real URL shapes, and any answer byte for byte."""

import socket
import ssl
import threading
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self


@dataclass(frozen=True, slots=True)
class Request:
    """What came: the path with its query, and the headers with names in lower case."""

    target: str
    headers: Mapping[str, str]

    @property
    def path(self) -> str:
        return self.target.partition("?")[0]


Answer = bytes | Iterable[bytes]
Route = Callable[[Request], Answer]


@dataclass(slots=True)
class Site:
    """A site in threads of its own, for the length of a `with`."""

    folder: Path | None = None
    routes: dict[str, Route] = field(default_factory=dict)
    requests: list[Request] = field(default_factory=list)
    tls: ssl.SSLContext | None = None
    at: int = 0
    """The port to listen at; any free one by default."""
    most_at_once: int = 0
    closing: threading.Event = field(default_factory=threading.Event)
    _socket: socket.socket = field(init=False)
    _active: int = 0
    _lock: threading.Lock = field(default_factory=threading.Lock)
    _threads: list[threading.Thread] = field(default_factory=list)

    @property
    def port(self) -> int:
        return int(self._socket.getsockname()[1])

    def url(self, path: str = "/") -> str:
        return f"http://127.0.0.1:{self.port}{path}"

    def asked(self) -> Counter[str]:
        """How often each path was asked for."""
        return Counter(request.path for request in self.requests)

    def __enter__(self) -> Self:
        self._socket = socket.create_server(("127.0.0.1", self.at), backlog=64)
        self._start(self._accept)
        return self

    def __exit__(self, *_: object) -> None:
        self.closing.set()
        socket.create_connection(("127.0.0.1", self.port)).close()  # wakes the thread that accepts
        for thread in self._threads:
            thread.join(5)
        self._socket.close()

    def _start(self, work: Callable[..., None], *given: object) -> None:
        thread = threading.Thread(target=work, args=given, daemon=True)
        self._threads.append(thread)
        thread.start()

    def _accept(self) -> None:
        while not self.closing.is_set():
            connection, _ = self._socket.accept()
            self._start(self._serve, connection)

    def _serve(self, connection: socket.socket) -> None:
        if self.tls:
            try:
                connection = self.tls.wrap_socket(connection, server_side=True)
            except OSError:  # the other side does not trust us
                connection.close()
                return
        with connection, self._counted():
            request = _read(connection)
            if request is None:
                return
            self.requests.append(request)
            try:
                answer = self._answer(request)
                for piece in (answer,) if isinstance(answer, bytes) else answer:
                    connection.sendall(piece)
                    if self.closing.is_set():
                        break
            except OSError:
                pass  # the other side has gone

    @contextmanager
    def _counted(self) -> Iterator[None]:
        with self._lock:
            self._active += 1
            self.most_at_once = max(self.most_at_once, self._active)
        try:
            yield
        finally:
            with self._lock:
                self._active -= 1

    def _answer(self, request: Request) -> Answer:
        route = self.routes.get(request.path)
        if route:
            return route(request)
        path = (self.folder / request.path.lstrip("/")) if self.folder else None
        if path and path.is_file():
            return reply(path.read_bytes())
        return reply(b"<html><title>404 Not Found</title></html>", status="404 Not Found")


def _read(connection: socket.socket) -> Request | None:
    data = b""
    while b"\r\n\r\n" not in data:
        piece = connection.recv(65536)
        if not piece:
            return None
        data += piece
    first, *lines = data.decode("latin-1").split("\r\n\r\n")[0].split("\r\n")
    pairs = (line.partition(":") for line in lines)
    return Request(first.split()[1], {name.lower(): value.strip() for name, _, value in pairs})


def reply(body: bytes, *more: str, status: str = "200 OK", kind: str = "text/html") -> bytes:
    """A whole answer. `more` are headers that come with, or instead of, the right ones."""
    names = {line.partition(":")[0].lower() for line in more}
    lines = [f"HTTP/1.1 {status}", "Connection: close", *more]
    lines += [f"Content-Type: {kind}"] * ("content-type" not in names)
    is_told = names & {"content-length", "transfer-encoding"}
    lines += [] if is_told else [f"Content-Length: {len(body)}"]
    return "\r\n".join([*lines, "", ""]).encode() + body


def always(answer: Answer) -> Route:
    return lambda _: answer
