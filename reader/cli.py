"""The command line, and the composition root. Imports little until it knows what is asked."""

import argparse
import contextlib
import os
import sys
from collections.abc import Callable, Sequence
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import reader
from reader.errors import ReaderError, UnrecognisedPage, UsageError
from reader.terminal.exits import Exit
from reader.words import Words, choose

if TYPE_CHECKING:
    from reader.edition.model import Page
    from reader.sources.base import Source

TEXT_WIDTH = 72
"""Cells of a line of `banmian text`, when the reader names none."""


class Arguments(argparse.Namespace):
    """What was asked for on the command line."""

    target: str | None = None
    article: int | None = None
    width: int = TEXT_WIDTH
    json: bool = False
    lang: str = ""
    ambiguous: int = 1
    encoding: str = ""


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise UsageError("usage", problem=message)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program.

    Args:
        arguments: The words after the program's name; those of the process by default.

    Returns:
        The exit code; `Exit` names them.
    """
    asked = list(sys.argv[1:] if arguments is None else arguments)
    words = choose(_language(asked), os.environ)
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(AttributeError, ValueError):
            stream.reconfigure(errors="replace")  # type: ignore[union-attr]  # a test's stream may lack it
    try:
        if not getattr(reader, "__banmian__", False):
            print(f"banmian: {words.say('name-clash')}", file=sys.stderr)
        return _run(asked, words)
    except ReaderError as error:
        what, hint = words.error(error)
        print(f"banmian: {what}", *([f"  {hint}"] if hint else []), sep="\n", file=sys.stderr)
        return error.exit_code
    except BrokenPipeError:  # whoever reads the answer has had enough
        from reader.terminal.guard import forget_closed_streams

        forget_closed_streams()
        return Exit.OK
    except KeyboardInterrupt:
        return Exit.INTERRUPTED


def _language(asked: Sequence[str]) -> str:
    """The language named on the command line, before the line is understood: errors speak it, too."""
    for word, following in pairwise((*asked, "")):
        if word.startswith("--lang="):
            return word.partition("=")[2]
        if word == "--lang":
            return following
    return ""


def _run(asked: list[str], words: Words) -> int:
    if {"-h", "--help"} & set(asked):
        print(words.say("help-page").rstrip())
        return Exit.OK
    if {"-V", "--version"} & set(asked):
        print("banmian", getattr(reader, "__version__", "?"))
        return Exit.OK
    commands: dict[str, Callable[[Arguments, Words], int]] = {"toc": _toc, "text": _text}
    command = commands.get(asked[0]) if asked else None
    if command:
        return command(_parse(asked[1:], needs_target=True, is_text=command is _text), words)
    arguments = _parse(asked, needs_target=False, is_text=False)
    if sys.stdout.isatty():
        from reader.launch import read  # the screen, and all that it needs

        return read(arguments.target, words, arguments.ambiguous, arguments.encoding)
    return _print(arguments, words)


def _parse(asked: Sequence[str], *, needs_target: bool, is_text: bool) -> Arguments:
    parser = _Parser(prog="banmian", add_help=False, allow_abbrev=False)
    parser.add_argument("target", nargs=None if needs_target else "?")
    parser.add_argument("--lang", choices=("zh", "en"))
    parser.add_argument("--ambiguous", type=int, choices=(1, 2))
    parser.add_argument("--encoding")
    if needs_target:
        parser.add_argument("--json", action="store_true")
    if is_text:
        parser.add_argument("--article", type=int)
        parser.add_argument("--width", type=int)
    given = vars(parser.parse_args(asked))
    return Arguments(**{name: value for name, value in given.items() if value is not None})


def _open(arguments: Arguments, words: Words) -> "Page":
    """The page a target opens at, with all that is at hand; the sample's first page without a target."""
    from reader.newsstand import open_edition
    from reader.sources import files, sample

    source: Source
    if arguments.target == "-":
        source = files.BytesSource.read(sys.stdin.buffer)
    else:
        target = Path(arguments.target) if arguments.target else sample.find(words.language)
        source = files.open_path(target)
    *_, edition = open_edition(source, arguments.encoding)
    return edition.opened


def _toc(arguments: Arguments, words: Words) -> int:
    from reader.export.plain import contents_text
    from reader.export.record import toc_record

    page = _open(arguments, words)
    _write_out(_json(toc_record(page)) if arguments.json else contents_text(page, words))
    return Exit.OK if page.contents else Exit.PARTIAL


def _text(arguments: Arguments, words: Words) -> int:
    from reader.export.plain import set_text
    from reader.export.record import text_record
    from reader.typesetting.cells import widths

    page = _open(arguments, words)
    entries = page.contents
    if arguments.article is not None:
        if not 1 <= arguments.article <= len(entries):
            raise UsageError("no-article", n=arguments.article, all=len(entries))
        entries = (entries[arguments.article - 1],)
    elif page.opens_at is not None:
        entries = (entries[page.opens_at],)
    articles = [entry.article for entry in entries if entry.article]
    if not articles:
        raise UnrecognisedPage("no-article-at-hand")
    is_one = arguments.article is not None or page.opens_at is not None
    if arguments.json:
        records = [text_record(page, article) for article in articles]
        _write_out(_json(records[0] if is_one else records))
    else:
        table = widths(arguments.ambiguous)
        _write_out("\n\n".join(set_text(article, arguments.width, words, table) for article in articles))
    return Exit.OK if len(articles) == len(entries) else Exit.PARTIAL


def _print(arguments: Arguments, words: Words) -> int:
    """Contents and lead story, for a pipe."""
    from reader.export.plain import contents_text, set_text
    from reader.typesetting.cells import widths

    page = _open(arguments, words)
    parts = [contents_text(page, words)]
    article = page.contents[page.lead].article if page.contents else None
    if article:
        parts.append(set_text(article, arguments.width, words, widths(arguments.ambiguous)))
    if page.copyright_notice:
        parts.append(page.copyright_notice + "\n")
    _write_out("\n".join(parts))
    return Exit.OK


def _json(record: object) -> str:
    import json

    return json.dumps(record, ensure_ascii=False, indent=2) + "\n"


def _write_out(text: str) -> None:
    """Write the answer, and nothing but the answer."""
    from reader.errors import OutputError

    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise OutputError("output-failed", reason=error.strerror or error) from error
