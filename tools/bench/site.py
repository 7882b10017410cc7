"""A web server of this machine that answers as late as a distant one."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path


class _Answers(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"  # connections are kept, as sites keep them
    wbufsize = 1 << 20  # head and body leave in one piece
    disable_nagle_algorithm = True

    def __init__(self, folder: Path, latency: float, *given: object) -> None:
        self._folder, self._latency = folder, latency
        super().__init__(*given)  # type: ignore[arg-type]  # as the server gives them

    def do_GET(self) -> None:
        time.sleep(self._latency)
        file = self._folder / Path(self.path).name
        data = file.read_bytes() if file.is_file() else b""
        self.send_response(200 if data else 404)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def serving(folder: Path, latency: float = 0.0) -> Iterator[str]:
    """Serve the files of a folder, as those of a day of a paper.

    Args:
        folder: Its files.
        latency: Seconds before each answer.

    Yields:
        The address of the day, with its last stroke.
    """
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Answers, folder, latency)) as server:
        server.daemon_threads = True
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/paper/html/2026-05/12/"
        server.shutdown()
        thread.join()
