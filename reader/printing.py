"""The commands that print to standard output: contents, text, papers, diagnostics."""

from typing import TYPE_CHECKING

from reader import limits
from reader.arguments import Arguments
from reader.day_printer import DayPrinter, find_page
from reader.errors import NotAtHand, UsageError
from reader.exits import Exit
from reader.export.record import as_json
from reader.folders import own_papers
from reader.later import Later
from reader.terminal.output import write_answer
from reader.terminal.progress import Progress
from reader.words import Words

if TYPE_CHECKING:
    from reader import diagnosis, settings
    from reader.export import page_report
    from reader.sources import papers as registry
else:  # `toc` and `text` do without them, and are what scripts run many times
    diagnosis, settings = Later("reader.diagnosis"), Later("reader.settings")
    page_report, registry = Later("reader.export.page_report"), Later("reader.sources.papers")


def toc(arguments: Arguments, words: Words) -> Exit:
    """Print the contents of the page a target opens at, or of all pages of its day.

    Raises:
        NotAtHand: A page could not be had.
    """
    with Progress() as progress:
        day = DayPrinter.of(arguments, words, progress)
        day.print_contents()
    return day.end()


def text(arguments: Arguments, words: Words) -> Exit:
    """Print the requested article, else the one the target is; of a layout page, or a whole day, all of them.

    Raises:
        NotAtHand: An article or a page could not be had.
        UsageError: The contents have no such number, or a line cannot be so wide.
    """
    if arguments.width not in range(limits.TEXT_CELLS + 1):
        raise UsageError("bad-width", all=limits.TEXT_CELLS)
    with Progress() as progress:
        day = DayPrinter.of(arguments, words, progress)
        count = day.print_records() if arguments.json else day.print_texts()
    return day.end(is_empty=not count)


def lead(arguments: Arguments, words: Words) -> Exit:
    """Print contents and lead story, for `banmian TARGET` into a pipe."""
    with Progress() as progress:
        DayPrinter.of(arguments, words, progress).print_lead()
    return Exit.OK


def papers(arguments: Arguments, words: Words) -> Exit:
    """Print the papers in the registry: all, or those whose code, names, place or address contain a word.

    Raises:
        NotAtHand: There is none.
    """
    known, word = registry.Papers.load(own_papers()), arguments.target or ""
    found = known.find(word)
    if arguments.json:
        write_answer(as_json([registry.record(paper) for paper in found]))
    elif found:
        write_answer(registry.listing(found, words))
    if not found:
        near = known.near(word)
        raise NotAtHand("no-paper-found-near" if near else "no-paper-found", word=word, near=near)
    return Exit.OK


def doctor(arguments: Arguments, words: Words) -> Exit:
    """Print what a report of a bug needs; with a target, how its page was read, or the error that it is."""
    write_answer(diagnosis.diagnosis(arguments, words))
    if arguments.target:
        stand, edition, at = find_page(arguments, words)
        lines = page_report.report_lines(edition.page_at(at), words)
        lines += page_report.unread_lines(stand.unread(edition), words)
        write_answer("\n".join(("", *lines, "")))
    return Exit.OK


def config(arguments: Arguments, words: Words) -> Exit:
    """Write the settings file unless it is there, and print the settings in force."""
    return settings.config(arguments, words)


COMMANDS = {"toc": toc, "text": text, "papers": papers, "doctor": doctor, "config": config, "": lead}
"""The subcommands; the empty name is `banmian TARGET` into a pipe."""
