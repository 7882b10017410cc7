"""The report on how a page was parsed, as sentences."""

from collections.abc import Iterator, Sequence

from reader.edition.model import Page
from reader.errors import ReaderError
from reader.words import Words

_UNREAD = 20
"""Documents that were passed over and are named."""

_ENCODINGS = {"gb18030": "GB 18030", "big5hkscs": "Big5", "utf-16-le": "UTF-16", "utf-16-be": "UTF-16"}
"""Names of encodings as people write them, where those are not the codec's in capitals."""


def report_lines(page: Page, words: Words) -> list[str]:
    """How a page was read, what was found and what is missing, and what cleaning removed."""
    say, report, comma = words.say, page.report, words.say("list-comma")
    system = report.dialect if report.dialect in ("", "generic", "text") else "known"
    lines = [
        say(
            f"read-{system or 'generic'}", kind=say(f"kind-{report.kind or 'layout'}"), dialect=report.dialect
        )
    ]
    lines += [*_encoding(page, words), *_articles(page, words), *_picture(page, words)]
    heads = (page.paper, page.issued, page.number, page.page_index, page.copyright_notice, page.facsimile)
    named = zip(("paper", "date", "number", "pages", "copyright", "picture"), heads, strict=True)
    missing = comma.join(say(f"report-{name}") for name, head in named if not head)
    lines.append(say("report-missing", what=missing) if missing else say("report-complete"))
    told = (
        say("report-witness", fact=say(f"report-{fact}"), witness=say(f"witness-{witness}"))
        for fact, witness in report.witnesses
    )
    lines += [say("report-witnesses", what=comma.join(told))] * bool(report.witnesses)
    if report.removed:
        counts = comma.join(f"{say('removed-' + kind)} {count}" for kind, count in report.removed)
        lines.append(say("report-removed", what=counts))
    return lines + [say(f"note-{note}") for note in report.notes]


def unread_lines(errors: Sequence[ReaderError], words: Words) -> list[str]:
    """What was passed over beside the pages of a day, and how much more."""
    lines = [words.say("report-unread", what=words.error(error)[0]) for error in errors[:_UNREAD]]
    more = len(errors) - len(lines)
    return [*lines, words.say("report-more-unread", n=more)] if more else lines


def _encoding(page: Page, words: Words) -> Iterator[str]:
    """The encoding, why it was chosen, and how much was lost; nothing if the page did not come as bytes."""
    report = page.report
    if report.encoding:
        name = _ENCODINGS.get(report.encoding, report.encoding.upper())
        parts = [words.say("report-encoding", encoding=name)]
        if report.reason and not (report.replaced and report.reason == "valid"):  # else it has no errors
            parts.append(words.say(f"encoding-{report.reason}"))
        if report.replaced:
            parts.append(words.say("report-lost", n=report.replaced))
        yield words.say("comma").join(parts)


def _articles(page: Page, words: Words) -> Iterator[str]:
    if not page.contents:
        yield words.say("report-no-articles")
        return
    at_hand = [entry.article for entry in page.contents if entry.article]
    key = "report-articles" if len(at_hand) < len(page.contents) else "report-all-articles"
    yield words.say(key, n=len(page.contents), at_hand=len(at_hand))
    if unsigned := sum(not article.byline for article in at_hand):
        yield words.say("report-unsigned", n=unsigned)


def _picture(page: Page, words: Words) -> Iterator[str]:
    """The picture of the page and its PDF, as far as there are any."""
    if (picture := page.facsimile) and picture.image:
        yield words.say("report-image", image=picture.image.rpartition("/")[2])
        if zones := sum(len(entry.zones) for entry in page.contents):
            yield words.say("report-zones", n=zones)
    if picture and picture.pdf:
        yield words.say("report-pdf", pdf=picture.pdf.rpartition("/")[2])
