"""How long parsing takes, as ratios to parsers measured in the same round: P6, P7.

python tools/bench_parse.py [rounds]
"""

import sys
import time
import tracemalloc
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

sys.path.insert(0, str(Path(__file__).parents[1]))

import lxml.html  # type: ignore[import-untyped]
from bs4 import BeautifulSoup

from reader.parsing.decode import decode
from reader.parsing.document import parse
from tools.bench import pages

SENTENCE = "清晨五点半，船工把第3根缆绳套上石桩，潮水比昨天高了12.5厘米。"


def seconds(task: Callable[[], object]) -> float:
    """What a task takes, the better of two."""
    times = []
    for _ in range(2):
        start = time.perf_counter()
        task()
        times.append(time.perf_counter() - start)
    return min(times)


def day() -> list[bytes]:
    """The documents of a day of a real paper's length."""
    with TemporaryDirectory() as folder:
        return [file.read_bytes() for file in pages.write_day(Path(folder, "day"), [[1500] * 8] * 24)]


def unknown_page() -> str:
    """A page without any known mark."""
    menu = "".join(f"<li class=n{i}><a href=/channel/{i}/>频道{i}</a></li>" for i in range(60))
    body = "".join(f"<p class=t>　　{SENTENCE * 3}</p>" for _ in range(30))
    head = "<html><head><title>江滨网</title></head><body>"
    return f"{head}<ul>{menu}</ul><h1>船工的早晨</h1><div>{body}</div><ul>{menu}</ul></body></html>"


def read_day(files: list[bytes]) -> None:
    for file in files:
        parse(decode(file).text)


def peak(files: list[bytes]) -> int:
    """KiB held at most while a day is read."""
    tracemalloc.start()
    read_day(files)
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return most // 1024


def rounds() -> Iterator[dict[tuple[str, str, float], float]]:
    """For each round: what, base and goal, with the ratio."""
    files, unknown = day(), unknown_page()
    while True:
        trees = seconds(lambda: [lxml.html.fromstring(file) for file in files])
        soup = seconds(lambda: BeautifulSoup(unknown, "html.parser"))
        yield {
            (f"P6 a day of {len(files)} files", "lxml.html of every file", 1.5): seconds(
                lambda: read_day(files)
            )
            / trees,
            ("P7 a page without known marks", "bs4 of the page", 1.0): seconds(lambda: parse(unknown)) / soup,
        }


def main() -> None:
    found = list(islice(rounds(), int(sys.argv[1]) if sys.argv[1:] else 5))
    for what, base, goal in found[0]:
        ratios = [one[what, base, goal] for one in found]
        print(f"{what:34} × {base:26} {median(ratios):6.2f}  {min(ratios):.2f}–{max(ratios):.2f}  ≤ {goal}")
    print(f"peak memory of the day: {peak(day())} KiB")


if __name__ == "__main__":
    main()
