"""The clipboard: copying by whichever way works, and reporting which one it was."""

import contextlib
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from enum import Enum
from pathlib import Path
from shutil import which

from reader import limits
from reader.errors import OutputError, SourceError
from reader.folders import write_whole
from reader.terminal import clip_child

_TMUX = ("tmux", "load-buffer", "-w", "-")
_SYSTEM = (sys.executable, "-P", clip_child.__file__)  # -P: no pyperclip.py of the folder being read


class Way(Enum):
    """Where a text is known to have arrived: nothing more than this may be claimed."""

    SYSTEM = "system"
    """On the system clipboard: it was read back and compared equal."""
    TMUX = "tmux"
    """In tmux's newest buffer, as its exit code confirmed."""
    OSC52 = "osc52"
    """Sent to the terminal, which never confirms it."""
    FILE = "file"
    """In the fallback file."""


def copy(
    text: str, *, send_osc52: Callable[[str], object], environment: Mapping[str, str], fallback: Path
) -> Way:
    """Copy a text by every way that may work; blocks up to twice `limits.CLIPBOARD_SECONDS`.

    Args:
        text: Clean text, at least one character.
        send_osc52: Sends the text to the terminal as OSC 52; called at once, at most once, and not when
            the text is larger than `limits.OSC52_BYTES` in base64.
        environment: Environment variables, also passed to the helper processes.
        fallback: The file to write if every other way fails; its folder is created.

    Returns:
        The most reliable way that worked.

    Raises:
        OutputError: Not even the file could be written.
    """
    payload = text.encode("utf-8", "replace")
    sent = (len(payload) + 2) // 3 * 4 <= limits.OSC52_BYTES  # base64 makes four bytes of three
    if sent:
        send_osc52(payload.decode("utf-8"))
    in_tmux = bool(environment.get("TMUX")) and _run(_TMUX, environment, payload) is not None
    if not _is_remote(environment) and _run(_SYSTEM, environment, payload) is not None:
        return Way.SYSTEM
    if in_tmux:
        return Way.TMUX
    if sent:
        return Way.OSC52
    try:
        write_whole(fallback, payload)
    except OSError as error:
        raise OutputError("copy-failed", path=fallback, reason=error.strerror or error) from error
    return Way.FILE


def ways(environment: Mapping[str, str]) -> tuple[Way, ...]:
    """The ways a copy would be tried here, the most reliable first; blocks up to `limits.CLIPBOARD_SECONDS`."""
    is_remote = _is_remote(environment)
    return tuple(
        way
        for way, is_open in (
            (Way.SYSTEM, not is_remote and _run((*_SYSTEM, "check"), environment) is not None),
            (Way.TMUX, bool(environment.get("TMUX") and which(_TMUX[0], path=environment.get("PATH")))),
            (Way.OSC52, True),
            (Way.FILE, True),
        )
        if is_open
    )


def paste(environment: Mapping[str, str]) -> str:
    """The text on the system clipboard; blocks up to `limits.CLIPBOARD_SECONDS`.

    Raises:
        SourceError: There is no clipboard, or no text on it.
    """
    answer = _run((*_SYSTEM, "paste"), environment, answers_to=subprocess.PIPE)
    text = (answer or b"").decode("utf-8", "replace")
    if not text.strip():
        raise SourceError("no-clipboard")
    return text


def _is_remote(environment: Mapping[str, str]) -> bool:
    """Whether one reads over ssh, so that the clipboard found here is the remote machine's, not the user's."""
    return bool(environment.get("SSH_CONNECTION") or environment.get("SSH_TTY"))


def _run(
    command: Sequence[str],
    environment: Mapping[str, str],
    payload: bytes = b"",
    answers_to: int = subprocess.DEVNULL,  # a daemon would hold a pipe open, and block us
) -> bytes | None:
    """Run a helper with a text on stdin; its output, None unless it exits in time with code 0.

    The children of a helper that exits in time keep running: xclip and wl-copy stay to serve the text.
    """
    try:
        helper = subprocess.Popen(  # noqa: S603 (our own argv; the text goes to stdin)
            command,
            stdin=subprocess.PIPE,
            stdout=answers_to,
            stderr=subprocess.DEVNULL,  # the screen is drawn on stderr
            env=dict(environment),
            start_new_session=True,
        )
    except OSError:
        return None
    answer = b""
    try:
        answer = helper.communicate(payload, limits.CLIPBOARD_SECONDS)[0] or b""
    except subprocess.TimeoutExpired:
        _end(helper)
    except OSError:  # it closed its stdin early; its exit code decides
        helper.wait()
    return answer if helper.returncode == 0 else None


def _end(helper: subprocess.Popen[bytes]) -> None:
    """Kill a helper and every process it has started."""
    with contextlib.suppress(ProcessLookupError):
        if hasattr(os, "killpg"):
            os.killpg(helper.pid, signal.SIGKILL)
        else:
            helper.kill()
    helper.communicate()
