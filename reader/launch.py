"""The reader on the screen, put together: terminal, kept positions, source, app."""

import asyncio
import gc
import os
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

from reader.arguments import Arguments
from reader.errors import SourceError
from reader.folders import state_folder
from reader.later import Later
from reader.library.positions import Positions
from reader.newsstand.stand import Stand
from reader.sources import sample
from reader.terminal.check import check_terminal, draw_on_terminal, keys_from_terminal
from reader.terminal.clipboard import Way, copy
from reader.terminal.counting import count_ambiguous_as
from reader.terminal.crash import report_crash
from reader.terminal.guard import TerminalGuard
from reader.typesetting.ladder import Capabilities
from reader.words import Words

if TYPE_CHECKING:
    from reader.newsstand import online, targets
    from reader.sources import days, folder
    from reader.ui import app, session
else:  # the screen comes once the terminal is known to show it, the parser once there is a first frame
    online, targets = Later("reader.newsstand.online"), Later("reader.newsstand.targets")
    days, folder = Later("reader.sources.days"), Later("reader.sources.folder")
    app, session = Later("reader.ui.app"), Later("reader.ui.session")


def run_reader(arguments: Arguments, words: Words) -> int:
    """Open the reader on a target, and stay until the person leaves.

    Args:
        arguments: What to open; without a target the place last read, else the sample.
        words: The language to speak.

    Returns:
        The exit code.

    Raises:
        UsageError: This terminal cannot show the reader.
        SourceError: There is nothing at the target.
        PageError: What is there is no page.
    """
    check_terminal(os.environ)
    state = state_folder()
    positions = Positions(state / "places.json")
    piped = folder.read_text(sys.stdin.buffer) if arguments.target == "-" else None
    asked = _to_try(arguments, positions)
    keys_from_terminal()
    draw_on_terminal()
    count_ambiguous_as(arguments.ambiguous)
    os.environ.setdefault("TEXTUAL_FPS", "240")  # read on import: what follows a frame need not wait 16 ms
    gc.disable()  # until there is something to read
    with TerminalGuard() as found:
        given = session.Session(
            openings=tuple(partial(_opening, one, words, piped) for one in asked),
            is_return=len(asked) > 1,
            pasting=lambda text: targets.pasted(text),  # noqa: PLW0108 - named now, it would bring the parser
            online=cache(lambda: online.Online(arguments.encoding)),
            today=lambda: days.today(datetime.now(UTC)),  # noqa: TID251 - here the clock comes in
            page=arguments.page,
            positions=positions,
            copier=partial(_copy, state / "copy.txt"),
            watch=lambda leave: found.watch(asyncio.get_running_loop(), leave),
        )
        program = app.BanmianApp(given, words, Capabilities(ambiguous=arguments.ambiguous))
        failure = program.run()
    if found.exit_code is not None:
        return found.exit_code
    if program.crash is not None:
        return report_crash(program.crash, state / "crash.log")
    if failure is not None:
        raise failure
    return program.return_code or 0


def _to_try(arguments: Arguments, positions: Positions) -> tuple[Arguments, ...]:
    """What to open, in this order until one opens: what was asked for; else the place last read, then the sample.

    Raises:
        SourceError: What was asked for is a path, and there is nothing at it.
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
    find_stand = targets.find_stand  # brings the parser
    gc.freeze()  # the modules stay: looking for garbage among them would cost a fifth of the start
    gc.enable()
    return find_stand(arguments, words, datetime.now(UTC), piped)  # noqa: TID251 - here the clock comes in


def _copy(fallback: Path, send_osc52: Callable[[str], None], text: str) -> tuple[str, str]:
    """Copy a text; the key of the words that tell how, and the file it is in, if it is in one."""
    way = copy(text, send_osc52=send_osc52, environment=os.environ, fallback=fallback)
    path = str(fallback) if way is Way.FILE else ""
    home = os.path.expanduser("~")  # noqa: PTH111 - the text is shortened, no path is made
    return f"copied-{way.value}", path.replace(home, "~", 1) if path.startswith(home) else path
