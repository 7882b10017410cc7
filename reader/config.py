"""The settings a person wrote into config.toml; what is wrong in it is told, and keeps nothing from starting."""

import os
import re
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from reader import limits
from reader.errors import UsageError
from reader.folders import read_small
from reader.later import Later
from reader.nearest import nearest
from reader.options import SETTINGS

if TYPE_CHECKING:
    import tomllib
else:  # most people have no such file
    tomllib = Later("tomllib")

_LINE = re.compile(r"\(at line (\d+)")
_AT_END = "at end of document"
_SHOWN = 40
"""Characters of a wrong key or value that are shown."""


class Config(Struct, frozen=True, kw_only=True):
    """What the file says; empty or 0 where it says nothing."""

    language: str = ""
    """zh or en."""
    theme: str = ""
    """Name of a theme."""
    ambiguous: int = 0
    """Cells of “ ” — … and other characters of ambiguous width: 1 or 2."""
    size: str = ""
    """Name of a type size, in small letters."""
    citation: str = "plain"
    """How a source is cited: plain, or gbt7714."""
    given: tuple[str, ...] = ()
    """The keys whose values are taken."""
    problems: tuple[UsageError, ...] = ()
    """What is wrong with the file, at most `limits.CONFIG_PROBLEMS`."""


def load(path: Path) -> Config:
    """The settings in a file; those by default if it is not there. It may be a link that the user made."""
    if not os.path.lexists(path):
        return Config()
    text = ""
    try:
        text = read_small(path, limits.CONFIG_BYTES, follows_link=True).decode()
        table = tomllib.loads(text)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        return Config(problems=(UsageError("unreadable", name=path, reason=reason),))
    except (ValueError, RecursionError) as error:
        return Config(problems=(_fault(path, text, str(error)),))
    wrong = list(islice(_problems(path, table), limits.CONFIG_PROBLEMS))
    right: dict[str, Any] = {key: value for key, value in table.items() if _is_right(key, value)}
    return Config(**right, given=tuple(right), problems=tuple(wrong))


def _fault(path: Path, text: str, reason: str) -> UsageError:
    """The error for a text that is no TOML, with its line as the parser says it."""
    line = _LINE.search(reason)
    number = line[1] if line else len(text.splitlines())
    is_told = line is not None or _AT_END in reason
    return UsageError("config-wrong-line" if is_told else "config-wrong", name=path, line=number)


def _is_right(key: str, value: object) -> bool:
    row = SETTINGS.get(key)
    if row is None or isinstance(value, bool | float):
        return False
    return value in ([*map(int, row.choices)] if row.is_number else row.choices)


def _problems(path: Path, table: dict[str, object]) -> Iterator[UsageError]:
    """An error for each key that is none, and for each value that a setting cannot have."""
    for key, value in table.items():
        row = SETTINGS.get(key)
        if row is None:
            near = nearest(key, SETTINGS) or SETTINGS
            yield UsageError("no-such-setting", name=path, setting=key[:_SHOWN], near=" ".join(near))
        elif not _is_right(key, value):
            values = row.choices if row.is_number else (f'"{choice}"' for choice in row.choices)
            yield UsageError(
                "wrong-setting", name=path, setting=key, value=_shown(value), near=" ".join(values)
            )


def _shown(value: object) -> str:
    """A value as the file has it, if it is a short one."""
    if isinstance(value, str):
        return f'"{value[:_SHOWN]}"'
    is_small = (
        isinstance(value, int) and value.bit_length() <= _SHOWN
    )  # of others the text may be without end
    return str(value).lower() if is_small else "…"
