"""What the full-screen reader is made of: the target being opened, saved positions, clipboard, the app."""

import gc
import os
from collections.abc import Callable
from datetime import UTC, datetime
from functools import cache, partial
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from reader.apart.process import Apart
from reader.arguments import Arguments
from reader.folders import state_folder
from reader.later import Later
from reader.library.marks import ReadMarks
from reader.library.positions import Positions
from reader.newsstand.opening import Opening
from reader.newsstand.stand import Stand
from reader.sources import folder, sample
from reader.terminal.clipboard import Way, copy
from reader.terminal.guard import TerminalGuard
from reader.terminal.opening import open_outside
from reader.terminal.probe import Probe
from reader.words import Words

if TYPE_CHECKING:
    import asyncio

    from reader.newsstand import online, targets
    from reader.sources import days
    from reader.terminal import counting
    from reader.ui import app, session
else:  # opening begins before the app is loaded
    asyncio, counting = Later("asyncio"), Later("reader.terminal.counting")
    online, targets = Later("reader.newsstand.online"), Later("reader.newsstand.targets")
    days = Later("reader.sources.days")
    app, session = Later("reader.ui.app"), Later("reader.ui.session")


def make_app(
    arguments: Arguments, words: Words, piped: folder.Folder | None, found: TerminalGuard
) -> "app.BanmianApp":
    """The app, with everything that it needs from outside; what it is to show is being opened already.

    Args:
        arguments: What to open; without a target the last position, else the sample.
        words: The texts of the chosen language.
        piped: The content of standard input, if it was read already.
        found: Watches the terminal.

    Raises:
        SourceError: There is nothing at the target.
    """
    state = state_folder()
    positions = Positions(state / "places.json")
    asked = _to_try(arguments, positions)
    probe = Probe(found, os.environ)  # nothing ends the program before it has read the answers
    opening = Opening(*(partial(_opening, one, words, piped) for one in asked))
    opening.start()
    _ = app.BanmianApp  # loaded while the terminal answers
    answers = probe.read()
    capabilities = answers.capabilities(arguments.ambiguous)
    if find_spec("textual_image") is None:
        capabilities = replace(capabilities, pictures=None)
    counting.count_ambiguous_as(capabilities.ambiguous)
    given = session.Session(
        opening=opening,
        is_return=len(asked) > 1,
        pasting=lambda text: targets.pasted(text),  # noqa: PLW0108 - a direct reference imports it
        online=cache(lambda: online.Online(arguments.encoding)),
        today=lambda: days.today(datetime.now(UTC)),  # noqa: TID251 - here the clock comes in
        page=arguments.page,
        config=arguments.config,
        positions=positions,
        marks=ReadMarks(state / "read.json"),
        copier=partial(_copy, state / "copy.txt"),
        typed=answers.typed,
        opener=partial(open_outside, environment=os.environ),
        leaving=partial(_leaving, found),
        watch=partial(_running, found),
    )
    return app.BanmianApp(given, words, capabilities)


def _to_try(arguments: Arguments, positions: Positions) -> tuple[Arguments, ...]:
    """What to try to open, in order: the requested target; without one, the last position, then the sample.

    Raises:
        SourceError, UsageError: The target is a path at which there is nothing.
    """
    target, last = arguments.target, positions.last
    if target in (None, sample.NAME) and last and (paper := sample.paper_at(last.target)):
        last = positions.last = last._replace(target=sample.TARGET, paper=paper)
    if target is None and last and not arguments.paste and "BANMIAN_OPEN_SAMPLE" not in os.environ:
        day, paper = arguments.date or last.day, arguments.paper or last.paper
        return (replace(arguments, target=last.target, date=day, paper=paper, is_return=True), arguments)
    is_path = target and not arguments.is_address and ("/" in target or "." in target)
    if target and is_path and not folder.is_there(Path(target)):
        raise targets.nothing_at(target)
    return (arguments,)


def _opening(arguments: Arguments, words: Words, piped: folder.Folder | None) -> Stand:
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
