"""The sample edition: three days of two invented papers, in the package or in the source checkout."""

import os
from datetime import date
from itertools import pairwise
from pathlib import Path

from reader.errors import SourceError

NAME = "sample"
"""Name of the sample on the command line, unless a file has that name."""

TARGET = "sample:"
"""Target under which positions in the sample are saved, independent of where it is installed."""

PAPERS = ("qsrb", "qsc")
"""Folders of the two papers, the Chinese one and its English sister, by index of the language."""

DAY = date(2026, 5, 12)
"""The day to open; both papers have a day before and after it."""

_FOLDERS = ("sample", "sample_pages")


def find() -> Path:
    """The folder of the two papers.

    Raises:
        SourceError: It is missing, so the installation is damaged.
    """
    package = Path(__file__).resolve().parent.parent
    for root in (package / "sample", package.parent / "sample_pages"):
        if all((root / paper).is_dir() for paper in PAPERS):
            return root
    raise SourceError("no-sample")


def paper_at(target: str) -> str:
    """The sample's paper at a path saved by an older version, for this or a previous installation.

    Returns:
        The paper's folder; empty for any other path.
    """
    parts = pairwise(Path(target).parts)
    found = next((paper for folder, paper in parts if folder in _FOLDERS and paper in PAPERS), "")
    if found and os.path.exists(target) and not Path(target).is_relative_to(find()):  # noqa: PTH110 - never raises
        return ""  # the user's own copy of the sample
    return found
