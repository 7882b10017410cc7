"""The folders where the program keeps its files, and how it writes them."""

import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from reader.later import Later

if TYPE_CHECKING:
    import platformdirs
else:
    platformdirs = Later("platformdirs")


def state_folder() -> Path:
    """The folder for positions, copies and the crash log: BANMIAN_HOME, else the system's state folder."""
    home = os.environ.get("BANMIAN_HOME")
    return Path(home) if home else platformdirs.user_state_path("banmian")


def own_papers() -> Path:
    """The file of the user's own registry entries: in BANMIAN_HOME, else in the system's config folder."""
    home = os.environ.get("BANMIAN_HOME")
    return (Path(home) if home else platformdirs.user_config_path("banmian")) / "papers.toml"


def write_whole(path: Path, data: bytes) -> None:
    """Write a file atomically, readable by its owner only; its folder is created if needed.

    Raises:
        OSError: The file cannot be written.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    partial = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
        partial.replace(path)
    except BaseException:
        partial.unlink(missing_ok=True)
        raise
