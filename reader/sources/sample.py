"""The sample edition: one day of two invented papers, inside the package or in the checkout."""

from pathlib import Path

from reader.errors import SourceError

DAYS = ("qsrb/html/2026-05/12", "qsc/html/2026-05/12")
"""Folder of the day: of the Chinese paper, of its English sister."""


def find(language: int) -> Path:
    """The folder of the sample's day, in 中文 (0) or English (1).

    Raises:
        SourceError: It is in neither place: the installation is damaged.
    """
    package = Path(__file__).resolve().parent.parent
    for root in (package / "sample", package.parent / "sample_pages"):
        if (folder := root / DAYS[language]).is_dir():
            return folder
    raise SourceError("no-sample")
