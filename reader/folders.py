"""Where this program keeps its files, and how it writes them."""

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
    """Where positions, saved copies and the crash log are kept: BANMIAN_HOME, else as the system has it."""
    home = os.environ.get("BANMIAN_HOME")
    return Path(home) if home else platformdirs.user_state_path("banmian")


def own_papers() -> Path:
    """The file with a person's own rows of the registry: in BANMIAN_HOME, else as the system has it."""
    home = os.environ.get("BANMIAN_HOME")
    return (Path(home) if home else platformdirs.user_config_path("banmian")) / "papers.toml"


def write_whole(path: Path, data: bytes) -> None:
    """Write a file that is either whole or as it was before, for its owner's eyes only; its folder is made.

    Raises:
        OSError: It cannot be written.
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
