"""Read files named on standard input, one a line, keep what they hold, and print the most memory it took.

Without any file, this is what the imports take.
"""

import re
import sys
from pathlib import Path

from reader.parsing.decode import decode
from reader.parsing.document import parse


def peak() -> float:
    """Megabytes this process held at most; 0 where the system does not tell.

    `resource.getrusage` would count what the program that started this one held before.
    """
    status = Path("/proc/self/status")
    found = re.search(r"VmHWM:\s+(\d+) kB", status.read_text()) if status.exists() else None
    return int(found[1]) / 1024 if found else 0.0


if __name__ == "__main__":
    kept = [parse(decode(Path(name).read_bytes()).text) for name in sys.stdin.read().splitlines()]
    print(peak())
