"""The reader on the screen, put together: terminal, kept places, source, app."""

import asyncio
import gc
import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from reader.asked import Arguments
from reader.edition.day import Edition
from reader.errors import SourceError
from reader.library.places import Places
from reader.sources import files, sample
from reader.sources.base import Source
from reader.terminal.check import check_terminal, draw_on_terminal, keys_from_terminal
from reader.terminal.clipboard import copy, paste
from reader.terminal.counting import count_ambiguous_as
from reader.terminal.crash import report_crash
from reader.terminal.guard import AsFound
from reader.typesetting.ladder import Capabilities
from reader.words import Words


def state_folder() -> Path:
    """Where positions, saved copies and the crash log are kept: BANMIAN_HOME, else as the system has it."""
    if home := os.environ.get("BANMIAN_HOME"):
        return Path(home)
    from platformdirs import user_state_path

    return user_state_path("banmian")


def read(arguments: Arguments, words: Words) -> int:
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
    places = Places(state / "places.json")
    source, kept = _source(arguments, places, words)
    keys_from_terminal()
    draw_on_terminal()
    count_ambiguous_as(arguments.ambiguous)
    os.environ.setdefault("TEXTUAL_FPS", "240")  # read on import: what follows a frame need not wait 16 ms
    gc.disable()  # until there is something to read
    with AsFound() as found:
        from reader.ui.app import BanmianApp
        from reader.ui.sitting import Sitting

        sitting = Sitting(
            opening=_opening(source, arguments.encoding),
            pasting=_pasting,
            target=kept,
            places=places,
            copier=_copier(state / "copy.txt"),
            watch=lambda leave: found.watch(asyncio.get_running_loop(), leave),
        )
        app = BanmianApp(sitting, words, Capabilities(ambiguous=arguments.ambiguous))
        failure = app.run()
    if found.exit_code is not None:
        return found.exit_code
    if app.crash is not None:
        return report_crash(app.crash, state / "crash.log")
    if failure is not None:
        raise failure
    return app.return_code or 0


def _source(arguments: Arguments, places: Places, words: Words) -> tuple[Source, str]:
    """The source of a target, and the path by which it can be found again."""
    target = arguments.target
    if arguments.paste:
        return files.BytesSource(paste(os.environ).encode()), ""
    if target == "-":
        return files.BytesSource.read(sys.stdin.buffer), ""
    if target is None and places.last and "BANMIAN_OPEN_SAMPLE" not in os.environ:
        try:
            return files.open_path(Path(places.last.target)), places.last.target
        except SourceError:
            pass  # it was moved away since; the sample is always there
    path = Path(target) if target is not None else sample.find(words.language)
    return files.open_path(path), str(path.absolute())


def _opening(source: Source, encoding: str) -> Callable[[], Iterator[Edition]]:
    def opening() -> Iterator[Edition]:
        from reader.newsstand import open_edition

        gc.freeze()  # the modules stay: looking for garbage among them would cost a fifth of the start
        for edition in open_edition(source, encoding):
            yield edition
            gc.enable()

    return opening


def _pasting(text: str) -> Iterator[Edition]:
    from reader.newsstand import open_edition

    return open_edition(files.BytesSource(text.encode()), "utf-8")


def _copier(fallback: Path) -> Callable[[Callable[[str], None], str], tuple[str, str]]:
    def copier(send_osc52: Callable[[str], None], text: str) -> tuple[str, str]:
        copied = copy(text, send_osc52=send_osc52, environment=os.environ, fallback=fallback)
        return f"copied-{copied.way.value}", str(copied.path or "")

    return copier
