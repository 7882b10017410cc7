"""Reads dates: in addresses, and from their printed parts."""

import re
from datetime import date

_NAMES = "january february march april may june july august september october november december"
MONTHS = _NAMES.split()
"""English names, in lower case."""

_ADDRESS_DATE = re.compile(r"(?<!\d)((?:19|20)\d\d)[-/_]?(\d\d)[-/_]?(\d\d)(?!\d)")


def issued_at(address: str) -> date | None:
    """The date in an address: /2017-10/09/, /201710/09/, /20171009/."""
    days = (as_date(*match.groups()) for match in _ADDRESS_DATE.finditer(address))
    return next((day for day in days if day), None)


def as_date(year: str, month: str, day: str) -> date | None:
    """The date of year, month (a number or an English name) and day, None if there is no such day."""
    number = MONTHS.index(month.lower()) + 1 if month.lower() in MONTHS else int(month[:4])
    try:
        return date(int(year[:4]), number, int(day[:4]))
    except ValueError:
        return None
