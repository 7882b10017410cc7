"""Reads dates: in addresses, and from their printed parts."""

import re
from datetime import date

from reader import limits

_NAMES = "january february march april may june july august september october november december"
MONTHS = _NAMES.split()
"""English names, in lower case."""

_DIGITS = dict(zip("〇○零一二三四五六七八九", "000123456789", strict=True))
_ADDRESS_DATE = re.compile(r"(?<!\d)((?:19|20)\d\d)[-/_]?(\d\d)[-/_]?(\d\d)(?!\d)")


def issued_at(address: str) -> date | None:
    """The date in an address: /2017-10/09/, /201710/09/, /20171009/."""
    days = (as_date(*match.groups()) for match in _ADDRESS_DATE.finditer(address))
    return next((day for day in days if day), None)


def as_date(year: str, month: str, day: str) -> date | None:
    """The date of year, month and day in digits or Chinese numerals, the month also in English; None for no such day."""
    number = str(MONTHS.index(month.lower()) + 1) if month.lower() in MONTHS else month
    try:
        found = date(*(int(in_digits(part[:4])) for part in (year, number, day)))
    except ValueError:
        return None
    return found if found.year in limits.YEARS else None


def in_digits(numeral: str) -> str:
    """A Chinese numeral up to ninety-nine, or a row of Chinese digits, in ASCII digits; anything else as it is."""
    if "十" in numeral:
        tens, _, ones = numeral.partition("十")
        return _DIGITS.get(tens, "1") + _DIGITS.get(ones, "0")
    return "".join(_DIGITS.get(character, character) for character in numeral)
