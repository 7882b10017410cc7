"""How a page was understood, in lines a person can read."""

from reader.edition.model import Page
from reader.words import Words


def report_lines(page: Page, words: Words) -> list[str]:
    """What was found of a page, what is missing, what cleaning took out."""
    say, report = words.say, page.report
    at_hand = [entry.article for entry in page.contents if entry.article]
    missing = [
        say(f"report-{name}")
        for name, found in (
            ("paper", page.paper),
            ("date", page.issued),
            ("number", page.number),
            ("pages", page.page_index),
            ("copyright", page.copyright_notice),
        )
        if not found
    ]
    picture = page.facsimile
    zones = sum(len(entry.zones) for entry in page.contents)
    lines = [
        say("report-dialect", dialect=report.dialect or "?"),
        say(
            "report-encoding", encoding=report.encoding or "?", reason=report.reason or "?", n=report.replaced
        ),
        say("report-articles", n=len(page.contents), at_hand=len(at_hand)),
        say("report-picture", image=picture.image or "-", pdf=picture.pdf or "-", zones=zones)
        if picture
        else say("report-no-picture"),
        say("report-missing", what=say("list-comma").join(missing)) if missing else say("report-complete"),
    ]
    unsigned = sum(not article.byline for article in at_hand)
    if unsigned:
        lines.append(say("report-unsigned", n=unsigned))
    if report.removed:
        counts = say("list-comma").join(f"{say('removed-' + kind)} {count}" for kind, count in report.removed)
        lines.append(say("report-removed", what=counts))
    return lines + [say("report-note", note=note) for note in report.notes]
