"""The clipboard, by whichever way works, and the truth about which it was."""

import contextlib
import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from reader import limits
from reader.errors import OutputError, SourceError
from reader.terminal import clip_child

_TMUX = ("tmux", "load-buffer", "-w", "-")
_SYSTEM = (sys.executable, "-P", clip_child.__file__)  # -P: no pyperclip.py of the folder being read


class Way(Enum):
    """How far a text got."""

    SYSTEM = "system"
    """On the system clipboard: it was read back and compared equal."""
    TMUX = "tmux"
    """In tmux's newest buffer: tmux said so."""
    OSC52 = "osc52"
    """Sent to the terminal, which never says whether it took it."""
    FILE = "file"
    """In a file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Copied:
    """What is known about a copied text: nothing more than this may be claimed."""

    way: Way
    path: Path | None = None
    """The file, when `way` is FILE."""


def copy(
    text: str,
    *,
    send_osc52: Callable[[str], object],
    environment: Mapping[str, str],
    fallback: Path,
) -> Copied:
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
    sent = _base64_bytes(payload) <= limits.OSC52_BYTES
    if sent:
        send_osc52(payload.decode("utf-8"))
    in_tmux = bool(environment.get("TMUX")) and _run(_TMUX, payload, environment)
    # Over ssh the clipboard found here is that of a machine nobody sits at.
    is_remote = bool(environment.get("SSH_CONNECTION") or environment.get("SSH_TTY"))
    if not is_remote and _run(_SYSTEM, payload, environment):
        return Copied(way=Way.SYSTEM)
    if in_tmux:
        return Copied(way=Way.TMUX)
    if sent:
        return Copied(way=Way.OSC52)
    _write_whole(fallback, payload)
    return Copied(way=Way.FILE, path=fallback)


def paste(environment: Mapping[str, str]) -> str:
    """The text on the system clipboard. Blocks up to `limits.CLIPBOARD_SECONDS`.

    Raises:
        SourceError: There is no clipboard, or no text on it.
    """
    try:
        result = subprocess.run(  # noqa: S603 (argv of ours)
            (*_SYSTEM, "paste"),
            check=True,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=dict(environment),
            start_new_session=True,
            timeout=limits.CLIPBOARD_SECONDS,
        )
    except (OSError, subprocess.SubprocessError) as error:
        raise SourceError("no-clipboard") from error
    text = result.stdout.decode("utf-8", "replace")
    if not text.strip():
        raise SourceError("no-clipboard")
    return text


def _base64_bytes(payload: bytes) -> int:
    return (len(payload) + 2) // 3 * 4


def _run(command: Sequence[str], payload: bytes, environment: Mapping[str, str]) -> bool:
    """Give a helper the text; True when it said in time that it has taken it.

    A helper that is in time is left alone with its children: xclip and wl-copy stay to serve the text.
    """
    try:
        helper = subprocess.Popen(  # noqa: S603 (argv of ours; the text goes by stdin)
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,  # a pipe would be held open by a daemon, and be waited for
            stderr=subprocess.DEVNULL,  # the screen is drawn on stderr
            env=dict(environment),
            start_new_session=True,
        )
    except OSError:
        return False
    try:
        helper.communicate(payload, limits.CLIPBOARD_SECONDS)
    except subprocess.TimeoutExpired:
        _end(helper)
    except OSError:  # it closed its stdin early; its exit code says the rest
        helper.wait()
    return helper.returncode == 0


def _end(helper: subprocess.Popen[bytes]) -> None:
    """Kill a helper with all it has started."""
    with contextlib.suppress(ProcessLookupError):
        if hasattr(os, "killpg"):
            os.killpg(helper.pid, signal.SIGKILL)
        else:
            helper.kill()
    helper.communicate()


def _write_whole(path: Path, payload: bytes) -> None:
    """Write a file that is either whole or not there, and for its owner's eyes only."""
    partial: Path | None = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=path.parent, prefix=".clip-", delete=False) as file:
            partial = Path(file.name)
            file.write(payload)
        partial.replace(path)
    except OSError as error:
        if partial is not None:
            partial.unlink(missing_ok=True)
        raise OutputError("copy-failed", path=path, reason=error.strerror or error) from error
