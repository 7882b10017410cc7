"""The whole tree of errors a reader of newspapers can meet.

ReaderError
├── SourceError     no bytes came: no such file, no permission, too large
├── PageError       bytes came, but no page
│   ├── Undecodable
│   ├── UnrecognisedPage
│   └── TooLarge
└── UsageError      the command line or the terminal cannot be used as asked
"""


class ReaderError(Exception):
    """Something went wrong that a person can understand and mend.

    Args:
        what: One sentence: what went wrong, and about which file or page.
        hint: One sentence: what to do next; may be empty.
    """

    exit_code = 70

    def __init__(self, what: str, hint: str = "") -> None:
        super().__init__(what)
        self.what = what
        self.hint = hint


class SourceError(ReaderError):
    """The bytes could not be had."""

    exit_code = 66


class PageError(ReaderError):
    """The bytes are there, but no page of a newspaper could be made of them."""

    exit_code = 65


class Undecodable(PageError):
    """The bytes are not text in any encoding known here, or not in the one asked for."""


class UnrecognisedPage(PageError):
    """The text holds neither a headline nor a paragraph."""


class TooLarge(PageError):
    """The page is larger, or has more tags, than `limits` allows."""


class UsageError(ReaderError):
    """The command line, or the terminal, cannot be used in this way."""

    exit_code = 2
