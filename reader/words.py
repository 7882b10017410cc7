"""The language of the interface: its sentences with their facts filled in, counts, dates, and which it is."""

from collections.abc import Mapping
from datetime import date

from msgspec import Struct

from reader.errors import ReaderError
from reader.sentences import TABLE

ZH, EN = 0, 1


class _Count(int):
    """A number that is written with the word for what it counts, as one or as many."""

    def __format__(self, spec: str) -> str:
        one, stroke, many = spec.partition("|")
        return f"{int(self)} {one if self == 1 else many}" if stroke else super().__format__(spec)


class Words(Struct, frozen=True):
    """The texts of one language."""

    language: int
    """`ZH` or `EN`: index of the language in the rows of the table."""

    def say(self, key: str, **facts: object) -> str:
        """A sentence or label with its placeholders filled in; `{n:page|pages}` is "1 page" or "2 pages".

        Raises:
            KeyError: The table has no such key, or a placeholder has no value.
        """
        counts = {name: _Count(fact) for name, fact in facts.items() if type(fact) is int}
        return TABLE[key][self.language].format(**facts | counts)

    def error(self, error: ReaderError) -> tuple[str, str]:
        """What went wrong, and what to do next, as two texts."""
        what, _, hint = self.say(error.code, **self._printable(error.facts)).partition("\n")
        if error.tried:  # each part on a line of its own, so that the terminal breaks none of them
            row = self.say("paper-row", **self._printable(error.tried)).split("\n")
            hint = "\n  ".join(filter(None, (hint, *row)))
        return what, hint

    def sentence(self, error: ReaderError) -> str:
        """The message of an error in one line."""
        what, _, hint = self.say(error.code, **self._printable(error.facts)).partition("\n")
        return self.say("full-stop").join(part for part in (what, hint) if part)

    def place(self, name: str) -> str:
        """A province, or 全国, in the language; any other name as it is."""
        places = dict(zip(TABLE["places"][ZH].split(), self.say("places").split(), strict=True))
        return places.get(name, name)

    def _printable(self, facts: Mapping[str, object]) -> dict[str, object]:
        """Values that may come from a file, a page or the environment, made printable; dates written out."""
        texts = {name: self.day(fact) if isinstance(fact, date) else fact for name, fact in facts.items()}
        return {name: fact if type(fact) is int else printable(str(fact)) for name, fact in texts.items()}

    def day(self, issued: date | None, weekday: str = "", *, short: bool = False) -> str:
        """A date as people write it: 2023年3月27日 星期一, Mon 27 Mar 2023; empty without a date.

        The weekday is left out if `weekday` is empty, the year if `short` is set.
        """
        if issued is None:
            return ""
        month = self.say("month-names").split()[issued.month - 1]
        name = self.say("weekday-names").split()[issued.weekday()] if weekday else ""
        length = "short" if short else "whole"
        return self.say(f"date-{length}", year=issued.year, month=month, day=issued.day, weekday=name).strip()


def printable(text: str) -> str:
    """A text with every unprintable character replaced; it may come from a file name or the environment."""
    return "".join(character if character.isprintable() else "�" for character in text)


LOCALE = ("LC_ALL", "LC_MESSAGES", "LANG")
"""Variables that name the language of the system, the first that is set."""


def choose(asked: str, environment: Mapping[str, str], configured: str = "") -> Words:
    """The language asked for, else that of BANMIAN_LANG, of config.toml, of the locale: 中文 for zh, else English.

    Args:
        asked: "zh", "en" or empty.
        environment: The process's environment.
        configured: As `asked`, of config.toml.
    """
    locale = next((environment[name] for name in LOCALE if environment.get(name)), "")
    found = asked or environment.get("BANMIAN_LANG") or configured or locale
    return Words(ZH if found.lower().startswith("zh") else EN)
