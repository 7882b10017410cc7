"""Measure, and print one table: what, ratio to its base, goal.

Times are never compared across runs: each round measures a figure and its base one after the other, gives
their ratio, and the table has the median of the rounds with the least and the greatest.
"""

import argparse
import importlib
import os
import platform
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass, field
from functools import partial
from itertools import cycle
from math import ceil
from pathlib import Path
from statistics import median

from bs4 import BeautifulSoup
from rich.cells import cell_len

from reader import limits
from reader.newsstand.reading import read_document
from reader.newsstand.site import PaperSite
from reader.parsing.document import parse
from reader.sources.base import Fetched
from reader.sources.connections import Connections
from reader.sources.http import HttpClient
from reader.sources.sample import find
from reader.typesetting.cells import widths
from reader.typesetting.pagemap import Label, draw_map
from tools.bench import genuine, pages
from tools.bench.session import Session, environment, python, seconds_to_end
from tools.bench.site import serving

HERE = Path(__file__).parent
MINIMAL, STATIC = python(HERE / "minimal_app.py"), python(HERE / "static_app.py")
READER = python("-m", "reader")
READING_DAY = python(HERE / "reading_day.py")
SHORT, LONG, HUGE = 1_500, 10_000, 1_000_000
"""Characters of an article."""
DAY = 8, 8
"""Pages of a day that is fetched, articles of each."""
WHOLE_DAY = 24, 8
"""The same of a large day, seen at a glance."""
BODY = 6_000
"""Characters of an article whose file has 24 kB."""
DOWN = ("j", " ", "j", " ", "j", " ", "g")
"""Keys that each change the screen, within such an article."""
GLANCE = 0.1
"""Seconds between two looks at whether a process works."""
SOUP = "BeautifulSoup(html.parser), whole"
IDLE_SECONDS = 3
LATENCY = 0.03
"""Seconds a site of the same country takes to answer."""


@dataclass(slots=True)
class Figure:
    """One line of the table."""

    goal: float | None
    """The most it may be; None for a figure told without one."""
    unit: str = "×"
    """× for a ratio to the base; otherwise the unit of the difference from it."""
    rounds: list[float] = field(default_factory=list)

    def line(self, what: str, base: str) -> str:
        """Its row."""
        middle, goal = median(self.rounds), "" if self.goal is None else f"≤ {self.goal:g}"
        verdict = "" if self.goal is None else "ok" if middle <= self.goal else "MISSED"
        spread = f"{min(self.rounds):.2f}–{max(self.rounds):.2f}"
        return f"{_fill(what, 44)} {_fill(base, 34)} {middle:7.2f} {self.unit:<2} {spread:>14}  {goal:<6} {verdict}"


class Bench:
    """The figures, in the order they were first measured."""

    def __init__(self, folder: Path, rounds: int) -> None:
        self.rounds = rounds
        self.environment = environment(folder)
        self.folder = folder
        *_, self.page = pages.write_day(folder / "page", [[LONG]])
        *_, self.huge = pages.write_day(folder / "huge", [[HUGE]])
        self.plain = folder / "plain.txt"
        self.plain.write_text(pages.plain_page(), encoding="utf-8")
        self.notes: list[str] = []
        self._figures: dict[tuple[str, str], Figure] = {}

    def note(self, what: str, base: str, value: float, of: float, goal: float | None) -> None:
        """One round of a ratio."""
        self._figures.setdefault((what, base), Figure(goal)).rounds.append(value / of)

    def note_more(self, what: str, base: str, more: float, unit: str, goal: float | None) -> None:
        """One round of a difference."""
        self._figures.setdefault((what, base), Figure(goal, unit)).rounds.append(more)

    def remark(self, text: str) -> None:
        """What stands below the table, once."""
        if text not in self.notes:
            self.notes.append(text)

    def session(self, command: Sequence[str], *arguments: Path) -> Session:
        """A program on a terminal."""
        return Session([*command, *map(str, arguments)], self.environment)

    def start(self, command: Sequence[str], *texts: str) -> list[float]:
        """Seconds from a program's start to each of some texts, in the order they come."""
        with self.session(command) as session:
            return [session.until(text) for text in texts]

    def table(self) -> str:
        """All of it."""
        head = f"{'what':<44} {'base':<34} {'median':>9} {'min–max':>15}  goal"
        lines = [figure.line(*names) for names, figure in self._figures.items()]
        return "\n".join((head, *lines, *self.notes, machine()))


def _fill(text: str, cells: int) -> str:
    """Text with blanks after it, in so many cells."""
    return text + " " * (cells - cell_len(text))


def machine() -> str:
    """What it was measured on."""
    system = f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores"
    return (
        f"{system}, Python {platform.python_version()}, Textual {_version('textual')}, bs4 {_version('bs4')}"
    )


def _version(module: str) -> str:
    return str(importlib.import_module(module).__version__)


def starts(bench: Bench) -> None:
    """P1, P13: from the command to something to read."""
    page, huge, plain, base = bench.page, bench.huge, bench.plain, "minimal Textual app"
    for at in range(bench.rounds + 1):
        (least,) = bench.start(MINIMAL, "minimal-app")
        first, text = bench.start([*READER, str(page)], "退出", pages.mark(1))
        (copied,) = bench.start([*READER, str(plain)], pages.mark(3))
        helped = seconds_to_end([*READER, "--help"], bench.environment)
        listed = seconds_to_end([*READER, "toc", str(page)], bench.environment)
        if not at:  # the first compiles, and fills the system's cache of files
            continue
        bench.note("P1 start → first frame", base, first, least, None)
        bench.note("P1 start → article of a page file", base, text, least, 1.5)
        bench.note("P1 start → article of a page copied as text", base, copied, least, 1.5)
        bench.note("P13 --help", base, helped, least, 0.6)
        bench.note("P13 toc FILE", base, listed, least, 1.0)
        if at <= 3:
            (text_huge,) = bench.start([*READER, str(huge)], pages.mark(1))
            bench.note("P5 start → article of 1M characters", "the same at 10k", text_huge, text, 1.2)


def keys(bench: Bench) -> None:
    """P3, P4, P5, P8: from a key to a settled screen."""
    folder = bench.folder / "keys"
    pages.write_day(folder, [[SHORT, HUGE, SHORT, LONG]])
    *_, page = pages.write_day(bench.folder / "turns", [[LONG, SHORT, LONG, SHORT, SHORT, SHORT]])
    text = bench.folder / "static.txt"
    text.write_text("\n\n".join(pages.text(1, LONG)), encoding="utf-8")
    with ExitStack() as stack:
        static = stack.enter_context(bench.session(STATIC, text))
        reader = stack.enter_context(bench.session(READER, page.parent))
        huge = stack.enter_context(bench.session(READER, folder))
        for session in (static, reader, huge):
            session.until(pages.mark(1))
        huge.rest(4)  # until the long one, too, is parsed
        huge.press("l")
        for _ in range(bench.rounds * 2):
            _scroll(bench, static, reader, huge)
        huge.press("h")
        for _ in range(bench.rounds):
            _turn_to_huge(bench, huge)


def _scroll(bench: Bench, static: Session, reader: Session, huge: Session) -> None:
    base = static.press("j")
    down, down_huge = reader.press("j"), huge.press("j")
    bench.note("P3 line-down", "Static line-down, 10k", down.settled, base.settled, 1.3)
    base_page = static.press(" ")
    page, page_huge = reader.press(" "), huge.press(" ")
    bench.note("P3 page-down", "Static page-down, 10k", page.settled, base_page.settled, 1.3)
    bench.note("P5 line-down, 1M characters", "the same at 10k", down_huge.settled, down.settled, 1.2)
    bench.note("P5 page-down, 1M characters", "the same at 10k", page_huge.settled, page.settled, 1.2)
    for key in "+-":
        bench.note("P8 放大 or 缩小", "page-down, 10k", reader.press(key).settled, page.settled, 1.5)
    for key in "lh":
        turned = reader.press(key)
        bench.note("P4 next article, first change", "Static line-down, 10k", turned.first, base.first, 2)
        bench.note("P4 next article, settled", "Static line-down, 10k", turned.settled, base.settled, 3)
    for session in (static, reader, huge):
        session.press("g")


def maps(bench: Bench) -> None:
    """The page's map, drawn anew, whole and in small; and the key that shows it."""
    folder = find() / "qsrb/html/2026-05/12"
    fetched = Fetched(data=(folder / "node_1.htm").read_bytes(), address="node_1.htm")
    page = read_document(fetched).page
    labels = [Label(str(number), entry.headline) for number, entry in enumerate(page.contents, 1)]
    with bench.session(READER, bench.page.parent) as long, bench.session(READER, folder) as sample:
        long.until(pages.mark(1))
        sample.until("漱江")
        sample.rest(2)
        for _ in range(bench.rounds):
            down = long.press(" ").settled
            for what, size, goal in (("whole, 60×42", (60, 42), 3), ("in small, 24×18", (24, 18), 1)):
                drawn = _seconds(partial(draw_map, page, labels, size, widths(), "…"))
                bench.note(f"map {what}", "page-down, 10k", drawn, down, goal)
            alone = sample.press("z").settled
            sample.press("z")
            bench.note("map, from key to screen", "text alone, z", sample.press("p").settled, alone, 1.5)
            sample.press("p")
            long.press("g")


def _turn_to_huge(bench: Bench, huge: Session) -> None:
    """First paint of an article that is parsed already: 1M characters and 10k, each after a short one."""
    to_huge = huge.press("l").settled
    huge.press("l")
    to_long = huge.press("l").settled
    bench.note("P5 first paint, 1M characters", "the same at 10k", to_huge, to_long, 1.2)
    for _ in range(3):
        huge.press("h")


def overview(bench: Bench) -> None:
    """The day at a glance, and a letter typed into its field."""
    folder, base = bench.folder / "overview", "page-down in it"
    pages.write_day(folder, [[SHORT] * WHOLE_DAY[1]] * WHOLE_DAY[0])
    with bench.session(READER, folder) as reader:
        reader.until(pages.mark(1))
        reader.rest(10)  # until all of it is parsed
        for at in range(bench.rounds + 1):
            page = reader.press(" ").settled
            reader.press("b")
            opened = reader.press("T").settled
            typed = reader.press("江").settled
            if not at:  # the first makes the screen that is shown again and again
                bench.note("   the day at a glance, the first time", base, opened, page, None)
            else:
                bench.note("   the day at a glance, 24 pages × 8", base, opened, page, 2)
                bench.note("   a letter typed into it", base, typed, page, 2)
            reader.press("\x1b")


def finding(bench: Bench) -> None:
    """P9: from the word to its place on the screen, near the end of 1M characters."""
    less = shutil.which("less")
    if less is None:
        bench.remark("P9 find: not measured, as there is no less")
        return
    text = bench.folder / "huge.txt"
    text.write_text("\n\n".join(pages.text(1, HUGE)), encoding="utf-8")
    with bench.session([less], text) as base, bench.session(READER, bench.huge) as reader:
        base.until(pages.mark(1))
        reader.until(pages.mark(1))
        reader.rest(1)
        for at in range(bench.rounds + 1):
            base.press("/")
            reader.press("/")
            least = base.send_until(f"{pages.RARE}\n", pages.AFTER_RARE)
            found = reader.send_until(pages.RARE, pages.AFTER_RARE)
            if at:
                bench.note("P9 find in 1M characters", "less /", found, least, 2)
            for session, keys_back in ((base, "g"), (reader, "\x1b[Bg")):  # ↓ leaves the field
                session.rest(0.1)
                session.press(keys_back)


def resting(bench: Bench) -> None:
    """P5, P12: memory and processor while nothing happens."""
    with ExitStack() as stack:
        least = stack.enter_context(bench.session(MINIMAL))
        read = stack.enter_context(bench.session(READER, bench.page))
        read_huge = stack.enter_context(bench.session(READER, bench.huge))
        for session in (least, read, read_huge):
            session.until("minimal-app" if session is least else pages.mark(1))
        read_huge.rest(1)
        if not least.resident:
            bench.remark("P5, P12 memory, processor: not measured, as there is no /proc")
            return
        read.rest(1)
        apart, base = read.resident_apart, "minimal Textual app"
        bench.note("P12 memory at rest", base, read.resident, least.resident, 1.25)
        bench.note("    of what reads pages for it", base, apart, least.resident, None)
        bench.note("    of both", base, read.resident + apart, least.resident, None)
        bench.note_more(
            "P5 memory, 1M characters", "the same at 10k", read_huge.resident - read.resident, "MB", 15
        )
        before = read.processor, least.processor
        time.sleep(IDLE_SECONDS)
        spent = (read.processor - before[0]) - (least.processor - before[1])
        bench.note_more("P12 idle processor", "minimal Textual app", 100 * spent / IDLE_SECONDS, "%", 0.1)


def reading(bench: Bench) -> None:
    """P14: from a key to what it changes, while a whole day is being read and after it is."""
    folder = bench.folder / "reading"
    files = len(pages.write_day(folder, [[BODY] * WHOLE_DAY[1]] * WHOLE_DAY[0]))
    busy: list[float] = []
    quiet: list[float] = []
    for number in range(bench.rounds):
        # a home of its own, as the next start would come back to where this one was left
        with Session([*READER, str(folder)], environment(bench.folder / str(number))) as reader:
            reader.until(pages.mark(1))
            if not reader.processor_apart:
                bench.remark("P14 keys while a day is read: not measured, as there is no /proc")
                return
            keys = cycle(DOWN)
            count = len(busy)
            while _is_reading(reader):
                busy.append(reader.press(next(keys)).first)
            reader.rest(1)
            quiet += [reader.press(next(keys)).first for _ in busy[count:]]
    base = "the same keys at rest"
    bench.note(f"P14 key → paint, {files} files being read, p99", base, _late(busy), _late(quiet), 2)
    bench.note("    median", base, median(busy), median(quiet), None)
    bench.remark(f"P14: of {len(busy)} keys, in {bench.rounds} starts")


def _is_reading(reader: Session) -> bool:
    """Whether the process that reads pages has worked within a tenth of a second."""
    before = reader.processor_apart
    time.sleep(GLANCE)
    return reader.processor_apart > before


def _late(seconds: Sequence[float]) -> float:
    """What 99 of a hundred are no longer than."""
    return sorted(seconds)[ceil(len(seconds) * 0.99) - 1]


def parsing(bench: Bench) -> None:
    """P6, P7: parsing without a screen, and the memory it takes."""
    files = genuine.write_day(bench.folder / "day")
    day = [file.read_text(encoding="utf-8") for file in files]
    page = genuine.middle_layout(files).read_text(encoding="utf-8")
    plain, unknown = bench.plain.read_text(encoding="utf-8"), pages.unknown_page()
    _soups(day[:9])  # the first compile patterns, and make room
    _parses(day[:9])
    for at in range(bench.rounds):
        soup = _soups([page])
        bench.note("P7 parse a page of a genuine page's size", SOUP, _parses([page]), soup, 1.0)
        bench.note("P7 parse a page copied as text", SOUP, _parses([plain]), soup, 1.0)
        bench.note("P7 parse a page without known marks", SOUP, _parses([unknown]), _soups([unknown]), 1.0)
        if at < 3:
            _parse_day(bench, day)
            _remember_day(bench, files)


def _parse_day(bench: Bench, day: Sequence[str]) -> None:
    what, read = f"P6 parse a day, {len(day)} files of genuine size", _parses(day)
    bench.note(what, SOUP, read, _soups(day), None)
    try:
        lxml = importlib.import_module("lxml.html")
    except ImportError:
        bench.remark("P6 a day against lxml.html: not measured, as lxml is not installed")
        return
    bench.note(what, "lxml.html, whole", read, _seconds(lambda: [lxml.fromstring(text) for text in day]), 1.5)


def _remember_day(bench: Bench, files: Sequence[Path]) -> None:
    """The most memory that a program holds which reads a day and keeps it."""
    least, most = (_peak(bench, named) for named in ((), files))
    if not least:
        bench.remark("P6 memory of a day: not measured, as there is no /proc")
        return
    bench.note_more(f"P6 peak memory, {len(files)} files read", "imports alone", most - least, "MB", None)


def _peak(bench: Bench, files: Sequence[Path]) -> float:
    """Megabytes, 0 where the system does not tell."""
    names = "\n".join(map(str, files))
    done = subprocess.run(
        READING_DAY, env=bench.environment, input=names, stdout=subprocess.PIPE, text=True, check=True
    )
    return float(done.stdout)


def _parses(texts: Sequence[str]) -> float:
    return _seconds(lambda: [parse(text) for text in texts])


def _soups(texts: Sequence[str]) -> float:
    """Seconds for the trees alone, of which nothing is read."""
    return _seconds(lambda: [BeautifulSoup(text, "html.parser") for text in texts])


def fetching(bench: Bench) -> None:
    """P11: a day from its site, and the start with an address."""
    folder, most = bench.folder / "site", limits.HOST_REQUESTS
    files = pages.write_day(folder, [[SHORT] * DAY[1]] * DAY[0])
    base = f"{1000 * LATENCY:.0f} ms × requests / {most}"
    least = LATENCY * ceil(len(files) / most)
    with serving(folder, LATENCY) as address:
        asked = [address + file.name for file in files]
        for _ in range(min(3, bench.rounds)):
            fetched, read = (
                _fetch_day(asked, lambda _, client: client.fetch),
                _fetch_day(asked, lambda site, _: site.fetch),
            )
            bench.note(f"P11 fetch a day, {len(files)} requests", base, fetched, least, 1.2)
            bench.note("   fetch, parse and assemble it", base, read, least, None)
    with serving(folder) as address:
        for at in range(bench.rounds + 1):
            (from_file,) = bench.start([*READER, str(files[0])], pages.mark(1))
            (from_site,) = bench.start([*READER, address + files[0].name], pages.mark(1))
            if at:
                bench.note("P11 start → article, by address", "by file", from_site, from_file, None)


def _fetch_day(
    asked: Sequence[str], way: Callable[[PaperSite, HttpClient], Callable[[str], object]]
) -> float:
    """Seconds to ask for all of a day, as many at a time as one host may be asked for."""
    client = HttpClient(connections=Connections(proxies=dict))
    site = PaperSite(asked[0], client)
    with ThreadPoolExecutor(limits.HOST_REQUESTS) as pool:
        client.fetch(asked[0])  # imports, and opens the first connection
        return _seconds(lambda: list(pool.map(way(site, client), asked)))


def _seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


MEASURES = {
    work.__name__: work
    for work in (starts, keys, maps, overview, finding, resting, reading, parsing, fetching)
}


def main(arguments: Sequence[str]) -> int:
    """Measure everything, and print it."""
    parser = argparse.ArgumentParser(prog="./run bench", description="Speed, as ratios measured in one run.")
    parser.add_argument("--rounds", type=int, default=9, help="rounds of each figure (9)")
    parser.add_argument("only", nargs="*", help=f"{', '.join(MEASURES)}; all by default")
    asked = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory(prefix="banmian-bench-") as folder:
        bench = Bench(Path(folder), max(1, asked.rounds))
        for name in asked.only or MEASURES:
            print(f"measuring {name} …", file=sys.stderr, flush=True)
            MEASURES[name](bench)
        print(bench.table())
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
