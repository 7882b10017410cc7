"""The exceptions that are reported to the user.

ReaderError
├── SourceError     the document could not be loaded: no such file, no permission
│   ├── NotPublished    the site has no such page, or the paper no such day
│   ├── Unreachable     the site does not respond, or its response is of no use
│   ├── Offline         there is no network connection
│   ├── Blocked         the site wants a login, a pause or a check first
│   └── Stopped         the request was cancelled
├── PageError       the document is not a newspaper page
│   ├── Undecodable
│   ├── UnrecognisedPage
│   └── TooLarge
├── Overdue         the command took too long
├── NotAtHand       what was asked for, or a part of it, could not be had
├── OutputError     the output could not be written
└── UsageError      the command line or the terminal cannot be used as asked
"""

from reader.exits import Exit


class ReaderError(Exception):
    """An error that the user can understand and usually fix.

    Args:
        code: Key of the message in `words`, which says what went wrong and what to do next.
        facts: Values for the placeholders of the message: the file, the page, the number.
    """

    exit_code = Exit.BUG

    def __init__(self, code: str, **facts: object) -> None:
        super().__init__(code, *facts.values())
        self.code = code
        self.facts = facts
        self.tried: dict[str, str] = {}
        """Values for the message `paper-row`, if the address in a paper's row may have changed; empty otherwise."""


class SourceError(ReaderError):
    """The document could not be loaded."""

    exit_code = Exit.NO_INPUT


class NotPublished(SourceError):
    """The site has no such page, or the paper did not appear that day."""

    exit_code = Exit.NOT_PUBLISHED


class Unreachable(SourceError):
    """The site did not respond, or its response is of no use."""

    exit_code = Exit.UNREACHABLE


class Offline(Unreachable):
    """Host names cannot be resolved or the network cannot be reached; the site is not at fault."""


class Blocked(Unreachable):
    """The site wants a login, a pause or a CAPTCHA, or the network has a captive portal."""


class Stopped(SourceError):
    """The request was cancelled; there is nothing to report."""


class PageError(ReaderError):
    """The document was loaded, but it is not a newspaper page."""

    exit_code = Exit.NOT_AN_EDITION


class Undecodable(PageError):
    """The bytes are not text in the requested encoding."""


class UnrecognisedPage(PageError):
    """The text holds neither a headline nor a paragraph."""


class TooLarge(PageError):
    """The document is larger, or has more tags, than `limits` allows."""


class Overdue(ReaderError):
    """The command took longer than it may; no PageError, as the next page is read where one cannot be."""

    exit_code = Exit.NOT_AN_EDITION


class NotAtHand(ReaderError):
    """What was asked for, or a part of it, could not be had."""

    exit_code = Exit.PARTIAL


class OutputError(ReaderError):
    """The output could not be written."""

    exit_code = Exit.IO


class UsageError(ReaderError):
    """The command line is wrong, or the terminal is not suitable."""

    exit_code = Exit.USAGE
