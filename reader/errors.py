"""The whole tree of errors a reader of newspapers can meet.

ReaderError
├── SourceError     no bytes came: no such file, no permission
│   ├── NotPublished    the site has no such page, or the paper no such day
│   ├── Unreachable     the site does not answer, or not in a way that can be used
│   ├── Offline         no site can be reached
│   ├── Blocked         the site answers, and wants something first
│   └── Stopped         nobody waits for the answer any more
├── PageError       bytes came, but no page
│   ├── Undecodable
│   ├── UnrecognisedPage
│   └── TooLarge
├── NotAtHand       the page is there, but not the articles asked for
├── OutputError     what was asked for could not be written
└── UsageError      the command line or the terminal cannot be used as asked
"""

from reader.exits import Exit


class ReaderError(Exception):
    """Something went wrong that a person can understand and mend.

    Args:
        code: Key of the sentences in `words` that say what went wrong and what to do next.
        facts: What the sentences name: the file, the page, the number.
    """

    exit_code = Exit.BUG

    def __init__(self, code: str, **facts: object) -> None:
        super().__init__(code, *facts.values())
        self.code = code
        self.facts = facts
        self.tried: dict[str, str] = {}
        """Of a paper opened by its code: what the sentence `paper-row` tells of its row; empty otherwise."""


class SourceError(ReaderError):
    """The bytes could not be had."""

    exit_code = Exit.NO_INPUT


class NotPublished(SourceError):
    """The site has no such page, or the paper did not appear that day."""

    exit_code = Exit.NOT_PUBLISHED


class Unreachable(SourceError):
    """The site did not answer, or not in a way that can be used."""

    exit_code = Exit.UNREACHABLE


class Offline(Unreachable):
    """No name can be looked up, no network reached: a state, not the site's fault."""


class Blocked(Unreachable):
    """The site wants a login, a pause, a proof of being human, or the network a sign-on."""


class Stopped(SourceError):
    """The request was cancelled; nobody needs to be told."""


class PageError(ReaderError):
    """The bytes are there, but no page of a newspaper could be made of them."""

    exit_code = Exit.NOT_AN_EDITION


class Undecodable(PageError):
    """The bytes are not text in the encoding asked for."""


class UnrecognisedPage(PageError):
    """The text holds neither a headline nor a paragraph."""


class TooLarge(PageError):
    """The page is larger, or has more tags, than `limits` allows."""


class NotAtHand(ReaderError):
    """None of the articles asked for is among what was opened."""

    exit_code = Exit.PARTIAL


class OutputError(ReaderError):
    """What was asked for could not be written."""

    exit_code = Exit.IO


class UsageError(ReaderError):
    """The command line, or the terminal, cannot be used in this way."""

    exit_code = Exit.USAGE
