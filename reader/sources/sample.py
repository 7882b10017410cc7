"""The sample edition: three days of two invented papers, inside the package or in the checkout."""

import os
from datetime import date
from itertools import pairwise
from pathlib import Path

from reader.errors import SourceError

NAME = "sample"
"""What the sample is called on the command line, where there is no file of that name."""

TARGET = "sample:"
"""By what a place in it is kept, wherever it is installed."""

PAPERS = ("qsrb", "qsc")
"""Folder of the paper to open: the Chinese one, its English sister."""

DAY = date(2026, 5, 12)
"""The day to open: both papers have one before it and one after it."""

_FOLDERS = ("sample", "sample_pages")


def find() -> Path:
    """The folder of the two papers.

    Raises:
        SourceError: It is in neither place: the installation is damaged.
    """
    package = Path(__file__).resolve().parent.parent
    for root in (package / "sample", package.parent / "sample_pages"):
        if all((root / paper).is_dir() for paper in PAPERS):
            return root
    raise SourceError("no-sample")


def paper_at(target: str) -> str:
    """The sample's paper that lies at a path kept by an older version, here or where it was installed before.

    Returns:
        The paper's folder; empty for any other path.
    """
    parts = pairwise(Path(target).parts)
    found = next((paper for folder, paper in parts if folder in _FOLDERS and paper in PAPERS), "")
    if found and os.path.exists(target) and not Path(target).is_relative_to(find()):  # noqa: PTH110 - never raises
        return ""  # somebody's copy
    return found
