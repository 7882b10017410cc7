"""The clipboard, by whichever way works, and the truth about which it was."""

import contextlib
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from enum import Enum
from pathlib import Path

from reader import limits
from reader.errors import OutputError, SourceError
from reader.folders import write_whole
from reader.terminal import clip_child

_TMUX = ("tmux", "load-buffer", "-w", "-")
_SYSTEM = (sys.executable, "-P", clip_child.__file__)  # -P: no pyperclip.py of the folder being read


class Way(Enum):
    """How far a text got: nothing more than this may be claimed."""

    SYSTEM = "system"
    """On the system clipboard: it was read back and compared equal."""
    TMUX = "tmux"
    """In tmux's newest buffer: tmux said so."""
    OSC52 = "osc52"
    """Sent to the terminal, which never says whether it took it."""
    FILE = "file"
    """In the file given for it."""


def copy(
    text: str, *, send_osc52: Callable[[str], object], environment: Mapping[str, str], fallback: Path
) -> Way:
    """Copy a text by every way that may work. Blocks up to twice `limits.CLIPBOARD_SECONDS`.

    Args:
        text: Clean text, at least one character.
        send_osc52: Sends the text to the terminal as OSC 52; called at once, at most once, and not when
            the text is larger than `limits.OSC52_BYTES` in base64.
        environment: The variables of the process, which also become those of the helpers.
        fallback: The file for a text that no other way could take; its folder is made.

    Returns:
        The surest way that took the text.

    Raises:
        OutputError: Not even the file could be written.
    """
    payload = text.encode("utf-8", "replace")
    sent = (len(payload) + 2) // 3 * 4 <= limits.OSC52_BYTES  # base64 makes four bytes of three
    if sent:
        send_osc52(payload.decode("utf-8"))
    in_tmux = bool(environment.get("TMUX")) and _run(_TMUX, environment, payload) is not None
    # Over ssh the clipboard found here is that of a machine nobody sits at.
    is_remote = bool(environment.get("SSH_CONNECTION") or environment.get("SSH_TTY"))
    if not is_remote and _run(_SYSTEM, environment, payload) is not None:
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


def paste(environment: Mapping[str, str]) -> str:
    """The text on the system clipboard. Blocks up to `limits.CLIPBOARD_SECONDS`.

    Raises:
        SourceError: There is no clipboard, or no text on it.
    """
    answer = _run((*_SYSTEM, "paste"), environment, answers_to=subprocess.PIPE)
    text = (answer or b"").decode("utf-8", "replace")
    if not text.strip():
        raise SourceError("no-clipboard")
    return text


def _run(
    command: Sequence[str],
    environment: Mapping[str, str],
    payload: bytes = b"",
    answers_to: int = subprocess.DEVNULL,  # a pipe would be held open by a daemon, and be waited for
) -> bytes | None:
    """Give a helper a text; its answer, None unless it ended in time and said that all went well.

    A helper that is in time is left alone with its children: xclip and wl-copy stay to serve the text.
    """
    try:
        helper = subprocess.Popen(  # noqa: S603 (argv of ours; the text goes by stdin)
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
    except OSError:  # it closed its stdin early; its exit code says the rest
        helper.wait()
    return answer if helper.returncode == 0 else None


def _end(helper: subprocess.Popen[bytes]) -> None:
    """Kill a helper with all it has started."""
    with contextlib.suppress(ProcessLookupError):
        if hasattr(os, "killpg"):
            os.killpg(helper.pid, signal.SIGKILL)
        else:
            helper.kill()
    helper.communicate()
