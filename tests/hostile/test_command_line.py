"""The command line ends with a code that is documented, and never shows a traceback or a sequence, whatever it is given."""

import contextlib
import gc
import os
import random
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from reader import limits, printing
from reader.cli import main
from reader.commandline import understand
from reader.exits import Exit
from tests.support.press import MIDDLE_DAY
from tests.support.tally import Tally

pytestmark = pytest.mark.usefixtures("read_once")

ROOT = Path(__file__).parents[2]
DAY = str(MIDDLE_DAY[0])
ESCAPE = "\x1b]0;x\x07\x9b31m"
LONG = "江" * 100
STREAMS = ("", "<&-", ">&-", "2>&-", "<&- >&- 2>&-")
FULL = (">/dev/full", "2>/dev/full", ">/dev/full 2>/dev/full") if Path("/dev/full").exists() else ()


def ended(
    *words: str, streams: str = "", environment: Mapping[str, str] | None = None, stdin: bytes = b""
) -> subprocess.CompletedProcess[bytes]:
    """Run the program in a shell, its streams closed or sent elsewhere; what it said goes through pipes."""
    given = {"PATH": os.defpath, "PYTHONPATH": str(ROOT), "BANMIAN_HOME": os.devnull, "BANMIAN_LANG": "zh"}
    return subprocess.run(
        ["sh", "-c", f'exec "$@" {streams}', "sh", sys.executable, "-m", "reader", *words],
        check=False,
        env=given | dict(environment or {}),
        input=stdin,
        capture_output=True,
        timeout=90,
    )


def check_manners(result: subprocess.CompletedProcess[bytes]) -> None:
    """It has ended as it may, and what it said is only text."""
    assert result.returncode in set(Exit), result.stderr
    for said in (result.stdout, result.stderr):
        assert b"Traceback" not in said
        assert not {*said} & {*range(9), *range(11, 32), 0x7F}, said


@contextlib.contextmanager
def unprivileged() -> Iterator[None]:
    """Who may read everything does not, for so long."""
    found = os.geteuid()
    if found == 0:
        os.seteuid(65_534)
    try:
        yield
    finally:
        os.seteuid(found)


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["toc", LONG], 66),
        (["toc", f"./{LONG}/node_1.htm"], 66),
        (["toc", "//[a"], 66),
        (["doctor", "//℀"], 66),
        (["toc", "http://["], 2),
        (["doctor", "http://℀.com/"], 2),
        (["toc", "http://[v1.a]/"], 69),
        (["toc", "http://a:99999999999999999999/"], 69),
        (["text", DAY, "--width", "1000000000000000000"], 2),
        (["text", DAY, "--width", "-1"], 2),
        (["text", DAY, "--width", "9" * 5_000], 2),
        (["text", DAY, "--article", "9" * 4_000], 2),
        (["toc", DAY, "", "9" * 5_000], 3),
        (["toc", DAY, "9999-12-31"], 2),
        (["toc", DAY, "--page", ESCAPE], 3),
        (["toc", DAY, "--lang", ESCAPE], 2),
        (["toc", DAY, "--encoding", ESCAPE], 65),
        (["toc", f"{ESCAPE}\udcff"], 2),
        ([f"--{ESCAPE}"], 2),
        (["papers", ESCAPE], 1),
    ],
)
def test_whatever_is_asked_for_ends_with_its_code(
    words: list[str], code: int, capfd: pytest.CaptureFixture[str]
) -> None:
    assert main(words) == code

    said = capfd.readouterr()
    assert said.out == "" or words[0] == "doctor"  # which has said before what it knows of the program
    assert said.err.count("\n") == 2
    assert said.err.replace("\n", "").isprintable()


def test_a_page_below_a_folder_one_may_not_enter_is_code_66(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "closed").mkdir(mode=0)
    words = ["toc", str(tmp_path / "closed/day/node_1.htm"), "--lang", "en"]
    main(words)  # so that everything is imported
    capsys.readouterr()
    tmp_path.chmod(0o755)

    with unprivileged():
        code = main(words)

    said = capsys.readouterr().err
    assert code == 66
    assert "Permission denied" in said
    assert said.count("\n") == 2


@pytest.mark.parametrize(
    "rows",
    [
        "a = " + "[" * 100_000 + "]" * 100_000,
        "a = " + "9" * 5_000,
        "[" + "a." * 9_000 + "a]",
        "a = '\\x1b]0;'",
    ],
)
def test_a_list_of_papers_of_any_shape_is_code_2(
    rows: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("BANMIAN_HOME", str(tmp_path))
    (tmp_path / "papers.toml").write_text(rows, "utf-8")

    assert main(["papers"]) == 2
    assert main(["toc", DAY]) == 0

    said = capfd.readouterr().err
    assert said.count("\n") == 2
    assert said.replace("\n", "").isprintable()


def test_what_the_environment_holds_is_shown_as_text(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    for name in ("TERM", "COLORTERM", "TMUX", "LC_ALL", "LANG"):
        monkeypatch.setenv(name, ESCAPE)
    monkeypatch.setenv("BANMIAN_HOME", str(tmp_path / f"{ESCAPE}\udcff"))

    assert [main([command]) for command in ("doctor", "papers", "help", "--version")] == [0, 0, 0, 0]

    assert capfd.readouterr().out.replace("\n", "").isprintable()


@pytest.mark.parametrize(
    ("words", "streams", "code"),
    [
        (["toc", "-"], "<&-", 66),
        (["toc", DAY], ">&-", 74),
        (["--help"], ">&-", 74),
        (["toc", "nowhere.htm"], "2>&-", 66),
        *([(["--help"], ">/dev/full", 74), (["--version"], ">/dev/full 2>/dev/full", 74)] if FULL else ()),
        *([(["toc", "nowhere.htm"], "2>/dev/full", 66)] if FULL else ()),
    ],
)
def test_streams_that_are_closed_or_full_end_with_their_code(
    words: list[str], streams: str, code: int
) -> None:
    result = ended(*words, streams=streams)

    assert result.returncode == code
    assert result.stdout == b""
    check_manners(result)


@pytest.mark.parametrize("error", [ValueError(ESCAPE), MemoryError(), RecursionError("too deep")])
def test_a_bug_of_a_command_is_three_lines_a_log_and_code_70(
    error: Exception, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    def broken(*_: object) -> Exit:
        raise error

    monkeypatch.setenv("BANMIAN_HOME", str(tmp_path))
    monkeypatch.setitem(printing.COMMANDS, "papers", broken)

    assert main(["papers"]) == 70

    said = capfd.readouterr().err
    assert said.count("\n") == 3
    assert said.replace("\n", "").isprintable()
    assert type(error).__name__ in (tmp_path / "crash.log").read_text("utf-8")


@pytest.fixture
def uncollected() -> Iterator[None]:
    """No garbage is collected: other tests' tools are called then, and what is raised within them is dropped."""
    gc.disable()
    yield
    gc.enable()


@pytest.mark.usefixtures("uncollected")
def test_a_command_that_takes_too_long_is_code_65_and_the_next_one_is_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(limits, "RUN_SECONDS", 0.1)
    for number in range(3):  # none is taken for a page that cannot be read, to go on with the next
        (tmp_path / f"node_{number}.txt").write_text("北山春茶\n封航公告\n" * 9_000, "utf-8")

    assert main(["toc", str(tmp_path), "--lang", "en"]) == 65
    said = capfd.readouterr()
    assert (said.out, said.err.count("\n")) == ("", 2)
    assert "Not read to the end" in said.err
    monkeypatch.undo()
    assert main(["toc", DAY]) == 0
    assert signal.getitimer(signal.ITIMER_PROF) == (0, 0)


def test_an_encoding_that_is_no_text_is_told_as_one_that_is_not_known() -> None:
    assert understand([DAY, "--encoding", "\udcff"])[1].encoding == "\ufffd"


INTERRUPTED = """
import os, signal, sys

class Finder:
    "Presses Ctrl+C at an import, which Python would report as a fault of that import."
    def find_spec(self, name, *_):
        if name == {at!r}:
            os.kill(os.getpid(), signal.SIGINT)

sys.meta_path.insert(0, Finder())
sys.argv = ["banmian", *{words!r}]
from reader.__main__ import run
sys.exit(run())
"""


HEEDED = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler)\n"
"""As a program finds it that was not started in the background."""


def interrupted(at: str, *words: str, before: str = HEEDED) -> subprocess.CompletedProcess[bytes]:
    code = before + INTERRUPTED.format(at=at, words=words)
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    return subprocess.run([sys.executable, "-c", code], check=False, capture_output=True, env=environment)


@pytest.mark.parametrize("at", ["reader.cli", "reader.options", "bs4"])
def test_ctrl_c_within_an_import_says_nothing(at: str) -> None:
    result = interrupted(at, "toc", DAY)

    assert (result.returncode, result.stdout, result.stderr) == (-signal.SIGINT, b"", b"")  # 130 to a shell


def test_ctrl_c_that_is_ignored_stays_ignored() -> None:
    ignore = "import signal; signal.signal(signal.SIGINT, signal.SIG_IGN)"

    assert interrupted("reader.words", "--version", before=ignore).returncode == 0


@pytest.mark.slow
@pytest.mark.kill
@pytest.mark.parametrize(
    "words", [["--help"], ["toc", DAY], ["doctor", DAY], ["papers"]], ids=lambda words: words[0]
)
def test_ctrl_c_at_any_import_says_nothing(words: list[str], tally: Tally) -> None:
    listed = subprocess.run(
        [sys.executable, "-c", f"import sys\nfrom reader.__main__ import run\nbefore = {{*sys.modules}}\n"
         f"sys.argv[1:] = {words!r}\nrun()\nsys.exit(' '.join(name for name in sys.modules if name not in before))"],
        check=False, capture_output=True, text=True, env=os.environ | {"PYTHONPATH": str(ROOT)},
    )  # fmt: skip

    for at in listed.stderr.split()[::7]:
        result = interrupted(at, *words)
        tally("signals to a command, within its imports")
        assert (result.stderr, result.returncode) in ((b"", -signal.SIGINT), (b"", 0)), at


PLAIN = """
toc text papers doctor help version sample - -- --json --help -V --paste nowhere.htm --lang en --paper qsrb --date --page 2
--article 1 --width 40 --ambiguous --encoding gb18030 utf-16 today -1 9999-12-31 0 -9 1e9 --nonsense
/dev/zero /dev/null /proc/self/mem http://[ http://127.0.0.1:9/a.htm https:// //[a
"""
RUNS = "runs of real commands"
WORDS = (*PLAIN.split(), "", " ", "a\nb", "9" * 5_000, ESCAPE, "\udcff", LONG, DAY)
SETTINGS = {
    "LANG": ("", "zh_CN.GBK", ESCAPE),
    "TERM": ("", "dumb", ESCAPE),
    "BANMIAN_HOME": ("", os.devnull, f"/nowhere/{ESCAPE}", "/proc", LONG * 9),
    "HOME": ("", "/nowhere", ESCAPE),
    "PYTHONIOENCODING": ("", "ascii", "utf-8:surrogatepass", "latin-1:strict"),
    "PYTHONUTF8": ("0", "1"),
    "BANMIAN_LANG": ("zh", "en", ESCAPE),
    "http_proxy": ("", "http://[", ESCAPE),
    "COLUMNS": ("-1", "9" * 50),
}


@pytest.mark.slow
@pytest.mark.fuzz
@pytest.mark.parametrize("turn", range(60))
def test_odd_words_streams_and_settings_end_with_a_documented_code(
    turn: int, chance: random.Random, tally: Tally
) -> None:
    words = chance.sample(WORDS, chance.randrange(6))
    if chance.random() < 0.7:
        words.insert(0, chance.choice(("toc", "text", "papers", "doctor")))
    settings = {name: chance.choice(values) for name, values in SETTINGS.items() if chance.random() < 0.4}
    stdin = chance.choice(
        (b"", b"<html>", "<div id=ozoom><p>　　水车停了。</p></div>".encode("gb18030"), chance.randbytes(999))
    )

    result = ended(*words, streams=chance.choice(STREAMS + FULL), environment=settings, stdin=stdin)
    tally(RUNS)
    check_manners(result)
