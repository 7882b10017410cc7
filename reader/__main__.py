"""`python -m reader` is the same program as `banmian`."""

import sys

from reader.cli import main

if __name__ == "__main__":
    sys.exit(main())
