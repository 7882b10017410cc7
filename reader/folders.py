"""The folders where the program keeps its files, and how it reads and writes them."""

import contextlib
import os
import stat
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from reader.later import Later

if TYPE_CHECKING:
    import platformdirs
else:
    platformdirs = Later("platformdirs")

_NO_WAITING = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0)  # Windows has neither
_NO_LINK = getattr(os, "O_NOFOLLOW", 0)
_TURN_MILLISECONDS = 20
"""Time another reader may take to read a file and write it."""
_LEFT_SECONDS = 24 * 3600
"""Age of a part of a file after which nobody is writing it any more."""


def state_folder() -> Path:
    """The folder for positions, copies and the crash log: BANMIAN_HOME, else the system's state folder."""
    home = os.environ.get("BANMIAN_HOME")
    return Path(home) if home else platformdirs.user_state_path("banmian")


def _config_folder() -> Path:
    """The folder for what the user writes: BANMIAN_HOME, else the system's config folder."""
    home = os.environ.get("BANMIAN_HOME")
    return Path(home) if home else platformdirs.user_config_path("banmian")


def own_papers() -> Path:
    """The file of the user's own registry entries."""
    return _config_folder() / "papers.toml"


def own_config() -> Path:
    """The file of the user's settings."""
    return _config_folder() / "config.toml"


def read_small(path: Path, most: int, *, follows_link: bool = False) -> bytes:
    """The bytes of a file, which must be a regular one: nothing waits for a FIFO, or reads a device without end.

    Args:
        path: The file.
        most: Bytes it may have.
        follows_link: Whether it may be a link, as a person may have made one; the program itself makes none.

    Raises:
        OSError: It is not there, is not such a file, or cannot be read.
    """
    more = _NO_WAITING if follows_link else _NO_WAITING | _NO_LINK
    with open(path, "rb", opener=lambda name, flags: os.open(name, flags | more)) as file:
        is_file = stat.S_ISREG(os.fstat(file.fileno()).st_mode)
        data = file.read(most + 1) if is_file else b""
    if not is_file or len(data) > most:
        raise OSError(f"not a regular file, or larger than {most} bytes: {path}")
    return data


def write_whole(path: Path, data: bytes) -> None:
    """Write a file atomically, readable by its owner only; its folder is created if needed, for its owner only.

    A link is replaced, not followed. The disk is not waited for (fsync): a place in an article is not worth holding up
    a reader, and after a power failure most file systems have the old file or the new one.

    Raises:
        OSError: The file cannot be written.
    """
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    partial = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
        partial.replace(path)
    except BaseException:
        partial.unlink(missing_ok=True)
        raise
    _remove_left(path)


@contextlib.contextmanager
def turn_at(path: Path) -> Iterator[None]:
    """Read a file and write it while no other reader does, so that neither undoes what the other wrote.

    The turn of another is waited for, but so briefly that nobody notices. After that it counts as killed, and the file
    that marks its turn is removed: nobody is ever refused. If it was only slow, the last to write wins.

    Raises:
        OSError: Nothing can be written there.
    """
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    turn = path.with_name(f".{path.name}.turn")
    for _ in range(_TURN_MILLISECONDS):
        with contextlib.suppress(FileExistsError):
            turn.touch(0o600, exist_ok=False)
            break
        time.sleep(0.001)
    try:
        yield
    finally:
        with contextlib.suppress(OSError):
            turn.unlink()


def _remove_left(path: Path) -> None:
    """Remove what a reader that was killed while writing left of a file."""
    with contextlib.suppress(OSError):  # another reader may be at the same
        for partial in path.parent.glob(f".{path.name}.*"):
            if time.time() - partial.lstat().st_mtime > _LEFT_SECONDS:
                partial.unlink()
