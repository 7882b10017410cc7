"""The tables of `smallprint.toml`: words and shapes of small print, and patterns filled with them."""

import tomllib
from pathlib import Path
from re import escape

from reader.parsing.days import MONTHS

TABLES = tomllib.loads(Path(__file__).with_name("smallprint.toml").read_text("utf-8"))
"""The tables by name."""

_NUMBER = r"[A-Z]{0,3}\d{1,5}[A-Z]?|[一二三四五六七八九十]{1,3}"
_SIMPLE = str.maketrans(TABLES["traditional"] + "０１２３４５６７８９", TABLES["simplified"] + "0123456789")


def filled(pattern: str) -> str:
    """A pattern with the words of tables for `{table}`, a number of a page for `{number}`, up to three blanks for `_`."""
    words = {name: table for name, table in TABLES.items() if isinstance(table, list)} | {"months": MONTHS}
    for name, table in words.items():
        longest_first = sorted(map(escape, table), key=len, reverse=True)
        pattern = pattern.replace(f"{{{name}}}", "|".join(longest_first))
    return pattern.replace("{number}", _NUMBER).replace("_", r"\s{0,3}")


def simplified(text: str) -> str:
    """A text of the same length in which the tables' characters are simplified, and digits are ASCII."""
    return text.translate(_SIMPLE)


def compact(text: str) -> str:
    """The text without white space, for comparing."""
    return "".join(text.split())


def folded(text: str) -> str:
    """A text for looking words of the tables up in it: without blanks, simplified, in lower case."""
    return simplified(compact(text)).lower()
