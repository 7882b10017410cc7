"""The names in a byline, where they are plainly names."""

import re

_ROLE = re.compile(r"^.{0,16}(?:记者|通讯员|特派员|撰稿人)[/／:：]?")
_SIGN = re.compile(r"^(?:[□■◎●○▲△]|(?:图文|文图|[文图])[/／:：])")
_DONE = re.compile(r"(?:^|[/／])(?:图文|文图|摄影报道|摄影|报道|整理|供图|[文图摄])$")
_SPACED = re.compile(r"(?<!\S)([㐀-鿿])[ 　]([㐀-鿿])(?!\S)")
"""A name of two characters, set as wide as one of three."""

_CHINESE = re.compile(r"[㐀-鿿]{2,4}|[㐀-鿿]{1,8}[·•][㐀-鿿·•]{1,16}")
_OFFICES = "社报网台局委部院校厂司会站所办室组员"
"""What ends in one of these is as short as a name, but is an office or a post."""

_BY = re.compile(r"(?i)^by\s+")
_LATIN = re.compile(r"[^\W\d_][\w.'’-]*(?: [^\W\d_][\w.'’-]*){1,3}")
_POST = re.compile(
    r"(?i)(?:staff |senior |chief |special )*(?:reporter|writer|correspondent|editor|photographer)s?"
)


def authors(byline: str) -> tuple[str, ...]:
    """The names in a byline as printed, without posts; empty if a part of it is not plainly a name or a post."""
    return _chinese(byline) if re.search("[㐀-鿿]", byline) else _latin(byline)


def unsigned(byline: str) -> str:
    """A byline without the word that only says that it is one."""
    return _BY.sub("", byline)


def _chinese(byline: str) -> tuple[str, ...]:
    parts = re.split(r"[\s　、，,;；]", _SPACED.sub(r"\1\2", byline))
    bare = (_DONE.sub("", _ROLE.sub("", _SIGN.sub("", part))) for part in parts)
    names = [name for name in bare if name]
    return (
        tuple(names) if all(_CHINESE.fullmatch(name) and name[-1] not in _OFFICES for name in names) else ()
    )


def _latin(byline: str) -> tuple[str, ...]:
    parts = [part.strip() for part in re.split(r",|;|&|\band\b", unsigned(byline))]
    names = [part for part in parts if part and not _POST.fullmatch(part)]
    return tuple(names) if all(_LATIN.fullmatch(name) and name[0].isupper() for name in names) else ()
