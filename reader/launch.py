"""Starts the full-screen reader: sets up terminal, saved positions, source and app."""

import gc
import os
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

from reader.apart.process import Apart
from reader.arguments import Arguments
from reader.errors import SourceError
from reader.folders import state_folder
from reader.later import Later
from reader.library.marks import ReadMarks
from reader.library.positions import Positions
from reader.newsstand.opening import Opening
from reader.newsstand.stand import Stand
from reader.sources import sample
from reader.terminal import graphics
from reader.terminal.check import check_terminal, draw_on_terminal, keys_from_terminal
from reader.terminal.clipboard import Way, copy
from reader.terminal.crash import report_crash
from reader.terminal.guard import TerminalGuard
from reader.terminal.opening import open_outside
from reader.typesetting.ladder import Capabilities
from reader.words import Words

if TYPE_CHECKING:
    import asyncio

    from reader.newsstand import online, targets
    from reader.sources import days, folder
    from reader.terminal import counting
    from reader.ui import app, session
else:  # all this loads once the terminal is known to be suitable, and keeps what is typed
    asyncio, counting = Later("asyncio"), Later("reader.terminal.counting")
    online, targets = Later("reader.newsstand.online"), Later("reader.newsstand.targets")
    days, folder = Later("reader.sources.days"), Later("reader.sources.folder")
    app, session = Later("reader.ui.app"), Later("reader.ui.session")


def run_reader(arguments: Arguments, words: Words) -> int:
    """Run the reader on a target until the user quits.

    Args:
        arguments: What to open; without a target the last position, else the sample.
        words: The texts of the chosen language.

    Returns:
        The exit code.

    Raises:
        UsageError: This terminal cannot show the reader.
        SourceError: There is nothing at the target.
        PageError: The target is not a newspaper page.
    """
    check_terminal(os.environ)
    piped = folder.read_text(sys.stdin.buffer) if arguments.target == "-" else None
    keys_from_terminal()
    draw_on_terminal()
    os.environ.setdefault("TEXTUAL_FPS", "240")  # read on import; a shorter wait between frames than 16 ms
    gc.disable()  # until everything is loaded
    with TerminalGuard() as found:
        program = _program(arguments, words, piped, found)
        failure = program.run()
    if found.exit_code is not None:
        return found.exit_code
    if program.crash is not None:
        return report_crash(program.crash, state_folder() / "crash.log")
    if failure is not None:
        raise failure
    return program.return_code or 0


def _program(
    arguments: Arguments, words: Words, piped: "folder.Folder | None", found: TerminalGuard
) -> "app.BanmianApp":
    """The app, with everything that it needs from outside; what it is to show is being opened already."""
    state = state_folder()
    positions = Positions(state / "places.json")
    asked = _to_try(arguments, positions)
    opening = Opening(*(partial(_opening, one, words, piped) for one in asked))
    opening.start()
    counting.count_ambiguous_as(arguments.ambiguous)
    given = session.Session(
        opening=opening,
        is_return=len(asked) > 1,
        pasting=lambda text: targets.pasted(text),  # noqa: PLW0108 - a direct reference imports it
        online=cache(lambda: online.Online(arguments.encoding)),
        today=lambda: days.today(datetime.now(UTC)),  # noqa: TID251 - here the clock comes in
        page=arguments.page,
        positions=positions,
        marks=ReadMarks(state / "read.json"),
        copier=partial(_copy, state / "copy.txt"),
        graphics=graphics.learn(),
        opener=partial(open_outside, environment=os.environ),
        leaving=partial(_leaving, found),
        watch=partial(_running, found),
    )
    return app.BanmianApp(given, words, Capabilities(ambiguous=arguments.ambiguous))


def _to_try(arguments: Arguments, positions: Positions) -> tuple[Arguments, ...]:
    """What to try to open, in order: the requested target; without one, the last position, then the sample.

    Raises:
        SourceError: The target is a path at which there is nothing.
    """
    target, last = arguments.target, positions.last
    if target in (None, sample.NAME) and last and (paper := sample.paper_at(last.target)):
        last = positions.last = last._replace(target=sample.TARGET, paper=paper)
    if target is None and last and not arguments.paste and "BANMIAN_OPEN_SAMPLE" not in os.environ:
        day, paper = arguments.date or last.day, arguments.paper or last.paper
        return (replace(arguments, target=last.target, date=day, paper=paper, is_return=True), arguments)
    is_path = target and not arguments.is_address and ("/" in target or "." in target)
    if target and is_path and not folder.is_there(Path(target)):
        raise SourceError("no-such-path", name=target)
    return (arguments,)


def _opening(arguments: Arguments, words: Words, piped: "folder.Folder | None") -> Stand:
    return targets.find_stand(arguments, words, datetime.now(UTC), piped)  # noqa: TID251 - here the clock comes in


def _running(found: TerminalGuard, leave: Callable[[int], None]) -> None:
    gc.freeze()  # modules stay for good: collecting garbage among them would cost a fifth of the start
    gc.enable()
    found.watch(asyncio.get_running_loop(), leave)


def _leaving(found: TerminalGuard) -> None:
    found.hurry()
    if Apart.running:
        Apart.running.stop()


def _copy(fallback: Path, send_osc52: Callable[[str], None], text: str) -> tuple[str, str]:
    """Copy a text; returns the key of the message that says how, and the path if it went to a file."""
    way = copy(text, send_osc52=send_osc52, environment=os.environ, fallback=fallback)
    path = str(fallback) if way is Way.FILE else ""
    home = os.path.expanduser("~")  # noqa: PTH111 - the text is shortened, no path is made
    return f"copied-{way.value}", path.replace(home, "~", 1) if path.startswith(home) else path
