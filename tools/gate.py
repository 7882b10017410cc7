"""Print the share of facts of the sample papers found in each dialect, and hold it to a floor that is not lowered by chance.

python tools/gate.py            compare with the floor; 1 if any share is below it
python tools/gate.py --raise    raise the floor to what is found now
python tools/gate.py --lower    set it to what is found now, even where that is less
"""

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.parsing import gate


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description="The share of facts found in each dialect.")
    parser.add_argument(
        "--raise", dest="up", action="store_true", help="raise the floor to what is found now"
    )
    parser.add_argument("--lower", action="store_true", help="set the floor to what is found now")
    asked = parser.parse_args(arguments)
    floor, shares = gate.floor() if gate.FLOOR.exists() else {}, gate.shares()
    for name, share in shares.items():
        missed = ", ".join(list(gate.missed(name))[:9])
        print(f"{name:14} {share:.4f}  floor {floor.get(name, 0):.4f}  {missed}")
    below = [name for name, least in floor.items() if shares.get(name, 0) < least]
    if (asked.up and not below) or asked.lower:
        gate.FLOOR.write_text(json.dumps(shares, indent=4) + "\n", encoding="utf-8")
        return 0
    return 1 if below else 0


if __name__ == "__main__":
    sys.exit(main())
