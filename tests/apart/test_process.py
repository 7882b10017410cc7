"""The process that reads pages: what it reads is what is read here, and nothing that happens to it ends the reading."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

pytest.importorskip("termios", reason="signals are sent that Windows does not have")

import signal

from reader import limits, worker
from reader.apart.process import Apart, apart, reading_command
from reader.apart.values import answered, question
from reader.errors import PageError, Stopped, UnrecognisedPage
from reader.newsstand.reading import raw_text, read_document, read_page
from reader.sources.base import Fetched
from reader.sources.classify import judge
from reader.sources.days import AddressPattern, index_days
from reader.sources.sample import find
from tests.support.matrix import in_matrix
from tests.support.odd_child import DEEDS
from tests.support.terminal import ROOT

PAGE = min(find().rglob("node_1.htm"))
FETCHED = Fetched(data=PAGE.read_bytes(), address="node_1.htm")
PATIENCE = 1.0


@pytest.fixture(scope="module")
def real() -> Iterator[Apart]:
    """The real process."""
    started = Apart(reading_command())
    started.start()
    yield started
    started.stop()


@pytest.fixture
def reading(real: Apart, monkeypatch: pytest.MonkeyPatch) -> Apart:
    """The real process, in use."""
    monkeypatch.setattr(Apart, "running", real)
    return real


def odd(tmp_path: Path, deed: str) -> Apart:
    """A process that misbehaves once."""
    command = (sys.executable, "-m", "tests.support.odd_child", deed, str(tmp_path / "done"))
    return Apart(("env", "-C", str(ROOT), f"PYTHONPATH={ROOT}", *command), seconds=PATIENCE)


def test_what_is_read_there_is_what_is_read_here(reading: Apart, monkeypatch: pytest.MonkeyPatch) -> None:
    index = Fetched(data=b"<period><date>2026-05-12</date><url>12/</url>", address="http://a.example/05/")
    pattern = AddressPattern("http://a.example/", "%Y-%m/%d", "2026-05/12/")
    there = (read_document(FETCHED), raw_text(FETCHED), judge(FETCHED, "http://a.example/"))
    days = index_days(index, pattern)
    monkeypatch.setattr(Apart, "running", None)

    assert there == (read_document(FETCHED), raw_text(FETCHED), judge(FETCHED, "http://a.example/"))
    assert days == index_days(index, pattern) != {}


def test_what_is_no_page_there_is_the_same_error_here(reading: Apart) -> None:
    with pytest.raises(UnrecognisedPage) as found:
        read_document(Fetched(data=b"%PDF-1.4", address="a.pdf"))

    assert (found.value.code, found.value.facts["name"]) == ("is-pdf", "a.pdf")


def test_what_cannot_be_sent_is_a_sentence_and_the_process_goes_on(reading: Apart) -> None:
    assert reading.is_ready()
    before = reading._child

    with pytest.raises(PageError) as found:
        read_document(FETCHED, "\udcff")

    assert found.value.code == "reading-failed"
    assert read_document(FETCHED).page.paper
    assert reading._child is before


@in_matrix("deed", list(DEEDS), daily=list(DEEDS)[:3])
def test_whatever_happens_to_it_is_a_sentence_and_the_next_page_opens(
    deed: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = read_document(FETCHED)
    there = odd(tmp_path, deed)
    monkeypatch.setattr(Apart, "running", there)
    began = time.monotonic()

    with pytest.raises(PageError) as found:
        read_document(FETCHED)

    assert found.value.code == ("reading-too-long" if deed in ("stop", "sleep") else "reading-ended")
    assert found.value.facts["name"] == FETCHED.address
    assert time.monotonic() - began < limits.START_SECONDS
    assert read_document(FETCHED) == here
    there.stop()
    with pytest.raises(Stopped):
        read_document(FETCHED)


def test_one_that_was_killed_while_it_had_nothing_to_do_is_replaced_without_a_word(reading: Apart) -> None:
    assert reading.is_ready()
    assert reading._child
    reading._child.send_signal(signal.SIGKILL)
    reading._child.wait()

    assert read_document(FETCHED).page.paper


@pytest.mark.parametrize(
    "command",
    [("/nowhere/python",), (sys.executable, "-c", "raise SystemExit"), (sys.executable, "-c", "print(1)")],
)
def test_where_none_can_be_started_pages_are_read_here(
    command: Sequence[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    none = Apart(command)
    monkeypatch.setattr(Apart, "running", none)

    assert read_document(FETCHED).page.paper
    assert not none.is_possible
    none.stop()


def broken(data: bytes, charset: str, url: str, encoding: str) -> int:
    """Has a bug."""
    return len(data + (charset + url + encoding).encode()) // 0


def test_a_bug_in_reading_is_a_sentence_about_that_page(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(worker.FUNCTIONS, "read_page", broken)

    answer = worker.answer_to(question(read_page, (b"", "", "", "")))

    with pytest.raises(PageError) as found:
        answered(answer, read_page)
    assert (found.value.code, found.value.facts["problem"]) == (
        "reading-failed",
        "ZeroDivisionError: integer division or modulo by zero",
    )


def test_a_page_may_not_have_all_the_memory_there_is() -> None:
    code = (
        "from reader import limits; from reader.terminal.bounds import bound_memory\n"
        "bound_memory(limits.DOCUMENT_MIB); bytearray(limits.DOCUMENT_MIB << 20)"
    )

    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)

    assert b"MemoryError" in ended.stderr


def test_it_ends_while_an_expression_is_matched_and_nobody_is_there_to_end_it() -> None:
    code = (
        "import re; from reader.terminal.bounds import end_after\n"
        "end_after(0.2); re.match('(a*)*b', 'a' * 40)"
    )

    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False, timeout=20)

    assert ended.returncode == -signal.SIGALRM


def test_it_ends_when_its_pipe_is_closed() -> None:
    ended = subprocess.run(reading_command(), input=b"", capture_output=True, check=False, timeout=20)

    assert (ended.returncode, ended.stdout) == (0, bytes(8))


def test_a_function_without_a_process_runs_where_it_is_called() -> None:
    assert Apart.running is None
    assert apart(os.getpid)() == os.getpid()
