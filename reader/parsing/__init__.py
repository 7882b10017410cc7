"""From bytes to values. Pure: no file, no clock, no network."""

import reader.parsing.selectors  # noqa: F401 - before anything here imports bs4
