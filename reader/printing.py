"""The commands that print to standard output: contents, text, papers, diagnostics."""

from reader import limits
from reader.arguments import Arguments
from reader.day_printer import DayPrinter, find_page
from reader.diagnosis import diagnosis
from reader.errors import NotAtHand, UsageError
from reader.exits import Exit
from reader.export.page_report import report_lines
from reader.export.record import as_json
from reader.folders import own_papers
from reader.settings import config
from reader.sources.papers import Papers, listing, record
from reader.terminal.output import write_answer
from reader.terminal.progress import Progress
from reader.words import Words


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
    known, word = Papers.load(own_papers()), arguments.target or ""
    found = known.find(word)
    if arguments.json:
        write_answer(as_json([record(paper) for paper in found]))
    elif found:
        write_answer(listing(found, words))
    if not found:
        near = known.near(word)
        raise NotAtHand("no-paper-found-near" if near else "no-paper-found", word=word, near=near)
    return Exit.OK


def doctor(arguments: Arguments, words: Words) -> Exit:
    """Print what a report of a bug needs; with a target, how its page was read, or the error that it is."""
    write_answer(diagnosis(arguments, words))
    if arguments.target:
        _, edition, at = find_page(arguments, words)
        write_answer("\n".join(("", *report_lines(edition.page_at(at), words), "")))
    return Exit.OK


COMMANDS = {"toc": toc, "text": text, "papers": papers, "doctor": doctor, "config": config, "": lead}
"""The subcommands; the empty name is `banmian TARGET` into a pipe."""
