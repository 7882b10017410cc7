"""What a pasted text is: an address, a path as terminals paste it when a file is dropped on them, or neither."""

import os
import shlex
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from urllib.parse import unquote, urlsplit

from reader import limits
from reader.arguments import Arguments
from reader.errors import SourceError
from reader.sources.folder import is_there

_PATHS = ("/", "~/", "./", "../", "file:")
"""How a path begins that is one even if nothing is there."""

_MARKS = tuple({"/", ".", os.sep})
"""One of these is in every path; a bare word is never one."""


def target_in(text: str) -> str:
    """The web address or the path that a pasted text is; empty if it is neither, as the text of a page is.

    A text of more than one line, or longer than `limits.TARGET_CHARACTERS`, is neither.
    """
    line = text.strip()
    if len(line) > limits.TARGET_CHARACTERS or len(line.splitlines()) != 1:
        return ""
    if Arguments(target=line).is_address:
        return "" if any(map(str.isspace, line)) else line
    paths = list(map(_path, _written(line)))
    there = (path for path in paths if any(mark in path for mark in _MARKS) and _is_there(path))
    return next(there, paths[-1] if paths[-1].startswith(_PATHS) else "")


def _written(line: str) -> Iterator[str]:
    """The line as it is, and as a shell would read it if that makes one word of it: without quotes and backslashes."""
    yield line
    with suppress(ValueError):  # a quote without its other
        words = shlex.split(line)
        if len(words) == 1:
            yield words[0]


def _path(written: str) -> str:
    """A path without `file://` and `~`; the address of a file elsewhere stays as it is."""
    with suppress(ValueError):  # no address at all
        address = urlsplit(written)
        if address.scheme == "file" and address.netloc in ("", "localhost"):
            return unquote(address.path)
    return os.path.expanduser(written) if written.startswith("~/") else written  # noqa: PTH111 - may be no path


def _is_there(path: str) -> bool:
    with suppress(SourceError):  # too long for a name, or in a folder that is closed to us
        return is_there(Path(path))
    return False
