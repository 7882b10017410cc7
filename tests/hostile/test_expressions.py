"""No expression of the program takes more than linear time to refuse a text, by what its tree says and by the clock."""

import re
import time
from collections.abc import Iterator
from functools import cache
from re import _constants as ops  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

import pytest

from reader.parsing import dialects, headlines
from reader.sources import classify, sites, texts
from reader.ui.widgets.article_pane import _either
from tests.hostile.ambiguity import LONG, REPEATS, growing, pieces
from tests.hostile.expressions import NAMES, Expression, Pattern, expressions, modules
from tests.support.tally import Tally

NEST = {
    "parsing.plaintext._LINK": "what is outside brackets never gives back, and brackets cannot begin outside them",
    "parsing.plaintext._PICTURE": "the same",
    "sources.classify.file_kind.3": "what repeats inside cannot begin what repeats outside; of 512 bytes",
    "typesetting.breaks.UNIT": "what repeats inside cannot begin what repeats outside",
}
"""Expressions with one repeat in another that are linear all the same, and why."""

GROW = {
    "parsing.comments._FIELD": "no name of a field begins another within a value, which is looked ahead for",
    "sources.classify._BODY": "400 characters at most from each place where it may begin",
    "sources.classify._META": "500 characters at most from each place in a tag of 500",
    "sources.classify._UNSEEN": "what is not closed goes on to the end of the text, so that it is never refused",
    "sources.classify._target": "the same",
    "sources.days.index_days": "the same",
    "sources.texts._COMMENT": "the same",
    "sources.texts._PROLOG": "what it has taken it never gives back",
    "sources.papers._FIRST": "a run of zeros is looked at from its first only, which is looked back for",
    "typesetting.breaks.UNIT": "a run gives back one character, and then it matches",
}
"""Expressions whose tree says that they are read in more and more ways, and that are linear all the same, and why."""

MADE: dict[str, list[tuple[str, Pattern]]] = {
    "re.search(dialect.address, address)": [
        ("search", re.compile(one.address)) for one in dialects.DIALECTS if one.address
    ],
    "re.compile(start)": [("match", kind) for kind in headlines._KINDS.values()],
    "re.compile('(?i)' + '|'.join(said))": [("search", said) for said in classify._PATTERNS.values()],
    "re.match(start, head, re.DOTALL)": [
        ("match", re.compile(start, re.DOTALL)) for _, start in classify._KINDS
    ],
    "re.compile(begin)": [("match", begin) for begin in texts.tables()[0].values()],
    "re.compile(pattern.replace('\\n', ''), re.ASCII)": [
        ("match", each) for form in texts.tables()[1] for each in (form.form, form.aside)
    ],
    "re.compile(each)": [
        ("search", each) for site in sites.sites() for each in (site.declared, site.repeated, *site.signs)
    ],
    "re.compile(''.join(map(_either, word)), re.IGNORECASE)": [
        ("finditer", re.compile("".join(map(_either, word)), re.IGNORECASE))
        for word in ("江", "，", "江，江", ".*+", "aAaA")
    ],
}
"""Expressions made of data, by the source of the call; of what a person looks for only each character becomes one."""

each_module = pytest.mark.parametrize("module", NAMES)


@cache
def all_expressions() -> list[Expression]:
    return list(expressions(MADE))


def expressions_of(module: str) -> list[Expression]:
    return [found for found in all_expressions() if found.where.startswith(f"{module}.")]


def nests(pattern: str | bytes, flags: int = 0) -> bool:
    """Whether a long repeat that gives back stands in another."""
    return _nests(parser.parse(pattern, flags), inside=False)


def _nests(parts: Any, *, inside: bool) -> bool:
    for op, value in parts:
        is_long = op in (ops.MAX_REPEAT, ops.MIN_REPEAT) and value[1] >= LONG
        if is_long and inside:
            return True
        if any(
            _nests(part, inside=(inside or is_long) and op is not ops.ATOMIC_GROUP)
            for part in _inner(op, value)
        ):
            return True
    return False


def _inner(op: Any, value: Any) -> Iterator[Any]:
    """The parts of one piece of an expression."""
    if op in REPEATS:
        yield value[2]
    elif op is ops.SUBPATTERN:
        yield value[-1]
    elif op is ops.BRANCH:
        yield from value[1]
    elif op in (ops.ASSERT, ops.ASSERT_NOT):
        yield value[1]
    elif op is ops.ATOMIC_GROUP:
        yield value


def flags_of(pattern: Pattern) -> int:
    """Its flags as they are given, without what is in the pattern itself of a text."""
    return pattern.flags & ~re.UNICODE


@each_module
def test_no_repeat_stands_in_another(module: str) -> None:
    for found in expressions_of(module):
        assert nests(found.pattern.pattern, flags_of(found.pattern)) is (found.where in NEST), found.where


@pytest.mark.slow
@pytest.mark.fuzz
@each_module
def test_no_text_is_read_in_more_and_more_ways(module: str) -> None:
    for found in expressions_of(module):
        more = growing(
            found.pattern.pattern, flags_of(found.pattern), is_search=found.is_search, is_whole=found.is_whole
        )

        assert bool(more) is (found.where in GROW), (found.where, more)


def test_the_source_makes_expressions_in_no_other_way() -> None:
    found = all_expressions()
    assert {one.where.partition(".")[0] for one in found} >= {
        "parsing",
        "sources",
        "terminal",
        "typesetting",
        "ui",
    }
    assert {name for module in modules() for name in module.taken_from_re()} <= {"escape"}
    assert {*NEST, *GROW} <= {one.where for one in found}
    assert sorted(one.where for one in found) == sorted(
        one.where for module in NAMES for one in expressions_of(module)
    )


@pytest.mark.parametrize("pattern", ["(?:a+)+", "(?:a|b*c)*d", "(?:[ab]{0,99}c?)*", "(?:x(?=a*))+"])
def test_a_repeat_in_another_is_seen(pattern: str) -> None:
    assert nests(pattern)


@pytest.mark.parametrize("pattern", ["a+b+", "(?:a++b)+", "(?:(?>a+)b)+", "(?:a{1,9}b)+"])
def test_what_never_gives_back_is_let_through(pattern: str) -> None:
    assert not nests(pattern)


@pytest.mark.parametrize(
    "pattern",
    [
        r"\s*\s*x",
        ".*.*x",
        r"[^<]*\w*>",
        "a*b?a*x",
        r"a{0,99}(?:b|[ac])*x",
        "(?:ab|a|b)*c",
        "(a|b)*\\1*x",
        "a*(?=a*b)x",
    ],
)
def test_two_repeats_that_may_share_a_text_are_seen(pattern: str) -> None:
    assert growing(pattern, is_search=False)


@pytest.mark.parametrize(
    "pattern", [r"\s+x", "a++b", r"\w+$", "<!--.*?-->", "<date[^>]*>", "(?i)<Ab[a-z<]*>", "x|ab+c?(?:ab+)*d"]
)
def test_what_may_begin_within_its_own_repeat_is_seen(pattern: str) -> None:
    assert growing(pattern, is_search=True)
    assert not growing(pattern, is_search=False)


@pytest.mark.parametrize(
    ("pattern", "is_search"),
    [
        ("a+b", False),
        ("a*?b", False),
        ("a*ba*c", False),
        ("a++a*x", False),
        ("(?>a*)a*x", False),
        (r"\w+", True),
        ("<[^<>]{0,200}>", True),
        (r"^\s+x", True),
        (r"\d{1,9}\s{0,9}x", True),
    ],
)
def test_what_is_read_in_one_way_is_let_through(pattern: str, is_search: bool) -> None:
    assert not growing(pattern, is_search=is_search)


@pytest.mark.slow
@pytest.mark.fuzz
@each_module
def test_twice_the_text_takes_an_expression_twice_the_time(module: str, tally: Tally) -> None:
    """Texts made of the expression itself: the way to each of its repeats, again and again, and what repeats there."""
    for found in expressions_of(module):
        check_time(found, tally)


def check_time(found: Expression, tally: Tally) -> None:
    more = growing(found.pattern.pattern, flags_of(found.pattern), is_search=found.is_search, is_whole=True)
    texts = {
        (head, piece)
        for head, piece in (*pieces(found.pattern.pattern, flags_of(found.pattern)), ("", more))
        if piece
    }

    tally("texts that an expression might read in many ways", len(texts))
    for head, piece in texts:
        once, twice = (head + piece * (size // len(piece)) for size in (20_000, 40_000))
        seconds = spent(found, twice)
        for _ in range(3):
            if seconds <= 3 * max(spent(found, once), 0.007):
                break
            seconds = min(seconds, spent(found, twice))
        else:
            pytest.fail(f"{seconds:.3f} s for 40,000 characters of {head!r} and {piece!r}")


def spent(found: Expression, text: str) -> float:
    """CPU seconds that it takes to match a text in every way the program does."""
    data: Any = text if isinstance(found.pattern.pattern, str) else text.encode("latin-1")
    start = time.process_time()
    for method in found.methods or ["finditer"]:
        if method in ("search", "match", "fullmatch"):
            getattr(found.pattern, method)(data)
        else:
            for _ in found.pattern.finditer(data):
                pass
    return time.process_time() - start
