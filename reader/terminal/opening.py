"""Opens an address or a file in the system's own program, where there is a screen to show it on."""

import re
import shutil
import subprocess
import sys
import threading
from collections.abc import Mapping
from pathlib import Path

from reader.edition.urls import is_web

_OPENER = "open" if sys.platform == "darwin" else "xdg-open"
_DOCUMENT = re.compile(r"/.+\.(?:s?html?|xhtml|txt|pdf|jpe?g|png|gif|webp|bmp|svg)", re.IGNORECASE)


def open_outside(target: str, environment: Mapping[str, str]) -> bool:
    """Hand an address or a file over to the system's program for it, which gets no access to the terminal.

    Args:
        target: An http(s) address, or the absolute path of a page, picture or PDF; nothing else is handed over, as
            a folder may hold programs.
        environment: Environment variables, passed on except for BROWSER, which may name a program for the terminal.

    Returns:
        Whether a program took it. None is asked over SSH, or where there is no display.
    """
    is_remote = any(map(environment.get, ("SSH_CONNECTION", "SSH_TTY")))
    has_screen = sys.platform == "darwin" or any(map(environment.get, ("DISPLAY", "WAYLAND_DISPLAY")))
    opener = shutil.which(_OPENER, path=environment.get("PATH"))
    is_document = is_web(target) or (_DOCUMENT.fullmatch(target) and Path(target).is_file())
    if is_remote or not has_screen:
        return False
    if not is_document or opener is None:
        return False
    kept = {name: value for name, value in environment.items() if name != "BROWSER"}
    quiet = subprocess.DEVNULL
    try:
        program = subprocess.Popen(  # noqa: S603 - our own argv; the target begins with http or /
            (opener, target), stdin=quiet, stdout=quiet, stderr=quiet, env=kept, start_new_session=True
        )
    except OSError:
        return False
    threading.Thread(target=program.wait, daemon=True).start()  # it may stay as long as what it opens
    return True
