"""Which way a text went, seen with tools that hang, lie, fail and fork."""

import os
import select
import shutil
import signal
import stat
import sys
from pathlib import Path

import pytest

from reader import limits
from reader.errors import OutputError
from reader.terminal.clipboard import Way, copy

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="the tools put on PATH are those of X11 on Linux"
)

TEXT = "版面“新担当”\n第002版"
STORES = 'case "$*" in *-o*) cat "$STORE" ;; *) cat > "$STORE" ;; esac'
LIES = 'case "$*" in *-o*) ;; *) cat > /dev/null; echo "Can\'t open display" >&2 ;; esac'
HANGS = 'exec 3> "$STORE"; echo on >&3; sleep 60 & wait'
LEAVES_A_DAEMON = (
    'case "$*" in *-o*) cat "$STORE" ;; *) cat > "$STORE"; sleep 60 & echo $! >> "$PIDS" ;; esac'
)


class Desk:
    """A home with the tools a test puts on PATH, and nothing else."""

    def __init__(self, root: Path) -> None:
        self.tools = root / "tools"
        self.tools.mkdir()
        self.store = root / "store"
        self.pids = root / "pids"
        self.fallback = root / "kept" / "clip.txt"
        self.sent: list[str] = []
        self.environment = {
            "PATH": str(self.tools),
            "HOME": str(root),
            "DISPLAY": ":none",
            "STORE": str(self.store),
            "PIDS": str(self.pids),
        }

    def put(self, name: str, script: str) -> None:
        tool = self.tools / name
        tool.write_text(f"#!/bin/sh\nPATH=/usr/bin:/bin\n{script}\n", "utf-8")
        tool.chmod(0o700)

    def copy(self, text: str = TEXT) -> Way:
        return copy(text, send_osc52=self.sent.append, environment=self.environment, fallback=self.fallback)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def test_a_text_that_could_be_read_back_is_on_the_system_clipboard(desk: Desk) -> None:
    desk.put("xclip", STORES)

    copied = desk.copy()

    assert copied is Way.SYSTEM
    assert desk.store.read_text("utf-8") == TEXT
    assert desk.sent == [TEXT]


def test_a_tool_that_only_says_it_copied_is_not_believed(desk: Desk) -> None:
    desk.put("xclip", LIES)

    copied = desk.copy()

    assert copied is Way.OSC52


@pytest.mark.parametrize("script", ["exit 1", "exec /no/such/program"])
def test_a_tool_that_fails_leaves_osc52(desk: Desk, script: str) -> None:
    desk.put("xclip", script)

    copied = desk.copy()

    assert copied is Way.OSC52


def test_without_a_tool_the_exact_text_goes_to_the_terminal_and_no_file_is_written(desk: Desk) -> None:
    copied = desk.copy()

    assert copied is Way.OSC52
    assert desk.sent == [TEXT]
    assert not desk.fallback.exists()


def test_a_tool_that_hangs_is_killed_with_its_children(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "CLIPBOARD_SECONDS", 0.8)
    desk.put("xclip", HANGS)
    os.mkfifo(desk.store)
    held = os.open(desk.store, os.O_RDONLY | os.O_NONBLOCK)

    copied = desk.copy()

    assert copied is Way.OSC52
    if os.read(held, 8):  # on a busy machine the tool was not even started
        ends = select.poll()
        ends.register(held, 0)
        assert ends.poll(15_000), "the tool or its child still lives"
    os.close(held)


def test_a_daemon_that_serves_the_text_is_neither_waited_for_nor_killed(desk: Desk) -> None:
    desk.put("xclip", LEAVES_A_DAEMON)

    copied = desk.copy()

    assert copied is Way.SYSTEM
    daemon = int(desk.pids.read_text())
    os.kill(daemon, signal.SIGKILL)  # raises when it is not there


def test_over_ssh_the_clipboard_of_the_far_machine_is_left_alone(desk: Desk) -> None:
    desk.put("xclip", STORES)
    desk.environment["SSH_CONNECTION"] = "10.0.0.1 50000 10.0.0.2 22"

    copied = desk.copy()

    assert copied is Way.OSC52
    assert not desk.store.exists()


def test_tmux_takes_the_text_over_ssh(desk: Desk) -> None:
    desk.put("tmux", '[ "$*" = "load-buffer -w -" ] && cat > "$STORE"')
    desk.environment |= {"TMUX": "/tmp/tmux,1,0", "SSH_TTY": "/dev/pts/1"}  # noqa: S108 (never opened)

    copied = desk.copy()

    assert copied is Way.TMUX
    assert desk.store.read_text("utf-8") == TEXT


def test_a_tmux_that_refuses_is_not_claimed(desk: Desk) -> None:
    desk.put("tmux", "exit 1")
    desk.environment |= {"TMUX": "/tmp/tmux,1,0", "SSH_TTY": "/dev/pts/1"}  # noqa: S108 (never opened)

    copied = desk.copy()

    assert copied is Way.OSC52


def test_a_text_too_large_for_the_terminal_goes_whole_to_a_private_file(desk: Desk) -> None:
    text = "版" * (limits.OSC52_BYTES // 4 + 1)
    desk.fallback.parent.mkdir()
    desk.fallback.symlink_to(desk.store)  # which it must not be written through

    copied = desk.copy(text)

    assert copied is Way.FILE
    assert desk.sent == []
    assert desk.fallback.read_text("utf-8") == text
    assert stat.S_IMODE(desk.fallback.lstat().st_mode) == 0o600
    assert not desk.store.exists()
    assert [file.name for file in desk.fallback.parent.iterdir()] == ["clip.txt"]


def test_the_largest_text_for_the_terminal_is_counted_in_base64(desk: Desk) -> None:
    desk.copy("a" * (limits.OSC52_BYTES // 4 * 3))

    assert len(desk.sent) == 1


def test_when_not_even_a_file_can_be_written_the_error_names_it(desk: Desk) -> None:
    desk.fallback.parent.write_text("a file where a folder should be", "utf-8")

    with pytest.raises(OutputError, match="copy-failed"):
        desk.copy("版" * limits.OSC52_BYTES)


def test_a_lone_surrogate_does_not_stop_the_copy(desk: Desk) -> None:
    desk.copy("file\udcff name")

    assert desk.sent == ["file? name"]


def test_a_module_of_the_folder_being_read_is_not_run(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = desk.tools.parent
    (folder / "pyperclip.py").write_text("import os; open(os.environ['STORE'], 'w')", "utf-8")
    monkeypatch.chdir(folder)

    desk.copy()

    assert not desk.store.exists()


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("tmux") is None, reason="needs a tmux")
def test_a_real_tmux_has_the_text_in_its_buffer(desk: Desk) -> None:
    import subprocess

    tmux = ["tmux", "-S", str(desk.tools / "socket")]
    start = subprocess.run(
        [*tmux, "-f", "/dev/null", "new-session", "-d", "-P", "-F", "#{socket_path},#{pid},0", "cat"],
        check=True, capture_output=True, text=True,
    )  # fmt: skip
    desk.environment |= {"TMUX": start.stdout.strip(), "PATH": os.environ["PATH"], "SSH_TTY": "remote"}

    try:
        copied = desk.copy()
        shown = subprocess.run([*tmux, "show-buffer"], check=True, capture_output=True).stdout
    finally:
        subprocess.run([*tmux, "kill-server"], check=False)

    assert copied is Way.TMUX
    assert shown.decode("utf-8") == TEXT
