"""The report on how a page was parsed, as lines of text."""

from collections.abc import Sequence

from reader.edition.model import Page
from reader.errors import ReaderError
from reader.words import Words

_UNREAD = 20
"""Documents that were passed over and are named."""


def report_lines(page: Page, words: Words) -> list[str]:
    """What was found on a page, what is missing, and what cleaning removed."""
    say, report = words.say, page.report
    at_hand = [entry.article for entry in page.contents if entry.article]
    heads = (page.paper, page.issued, page.number, page.page_index, page.copyright_notice)
    named = zip(("paper", "date", "number", "pages", "copyright"), heads, strict=True)
    missing = say("list-comma").join(say(f"report-{name}") for name, head in named if not head)
    encoding, reason = report.encoding or "?", report.reason or "?"
    told = (
        say("report-witness", fact=say(f"report-{fact}"), witness=say(f"witness-{witness}"))
        for fact, witness in report.witnesses
    )
    lines = [
        say("report-kind", kind=say(f"kind-{report.kind or 'layout'}")),
        say("report-dialect", dialect=report.dialect or "?"),
        say("report-encoding", encoding=encoding, reason=reason, n=report.replaced),
        say("report-articles", n=len(page.contents), at_hand=len(at_hand)),
        say("report-witnesses", what=say("list-comma").join(told)),
        _picture(page, words),
        say("report-missing", what=missing) if missing else say("report-complete"),
    ]
    unsigned = sum(not article.byline for article in at_hand)
    if unsigned:
        lines.append(say("report-unsigned", n=unsigned))
    if report.removed:
        counts = say("list-comma").join(f"{say('removed-' + kind)} {count}" for kind, count in report.removed)
        lines.append(say("report-removed", what=counts))
    return lines + [say("report-note", note=say(f"note-{note}")) for note in report.notes]


def unread_lines(errors: Sequence[ReaderError], words: Words) -> list[str]:
    """What was passed over beside the pages of a day, and how much more."""
    lines = [words.say("report-unread", what=words.error(error)[0]) for error in errors[:_UNREAD]]
    more = len(errors) - len(lines)
    return [*lines, words.say("report-more-unread", n=more)] if more else lines


def _picture(page: Page, words: Words) -> str:
    picture = page.facsimile
    if picture is None:
        return words.say("report-no-picture")
    zones = sum(len(entry.zones) for entry in page.contents)
    return words.say("report-picture", image=picture.image or "-", pdf=picture.pdf or "-", zones=zones)
