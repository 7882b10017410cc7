"""Whether an expression can read one text in more ways the longer it gets, so that refusing it takes more than linear time.

An expression is followed character by character. If some text leads from a repeat back into it, from it into another,
and from that one back into itself, then each time the text is repeated there is one more place where the first may end
and the second begin, and all are tried. An expression that is searched for begins with a repeat of its own: that over
the places where it may begin.

Source:
    Weber and Seidl, On the degree of ambiguity of finite automata (1991); Weideman and others, Analyzing matching
    time behavior of backtracking regular expression matchers by using ambiguity of NFA (2016).
"""

import re
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from functools import reduce
from itertools import product
from operator import or_
from re import _constants as ops  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any, NamedTuple

LONG = 50
"""Repeats that count as unbounded."""

REPEATS = (ops.MAX_REPEAT, ops.MIN_REPEAT, ops.POSSESSIVE_REPEAT)
_USUAL = "aZé_09٣ \t\n\r\u3000中。-<>/\"'\x00"
"""Characters of every category, tried besides those that an expression names."""
_AGREED = -1
"""Left like an atomic group, where something without width has still to agree."""

Left = frozenset[int]
"""Atomic groups that are left on the way from one place to the next: what matched them is not tried again."""


def growing(pattern: str | bytes, flags: int = 0, *, is_search: bool, is_whole: bool = False) -> str:
    """A text that, repeated, can be read in more and more ways; empty if there is none.

    Args:
        pattern: The expression.
        flags: As `re.compile` takes them.
        is_search: Whether it may begin anywhere.
        is_whole: Whether it has to reach the end of the text.
    """
    automata = _automata(pattern, flags, is_search=is_search, is_whole=is_whole)
    return next(filter(None, (automaton.growing() for automaton in automata)), "")


def pieces(pattern: str | bytes, flags: int = 0) -> set[tuple[str, str]]:
    """Texts that keep an expression busy: what is at the start, and what is repeated.

    For each of its repeats, the shortest way there again and again, and that way with what is repeated there.
    """
    found = set()
    for automaton in _automata(pattern, flags, is_search=False, is_whole=True):
        for way, character in automaton.ways():
            found |= {("", way), ("", way + character), (way, character)}
    return found


def _automata(pattern: str | bytes, flags: int, *, is_search: bool, is_whole: bool) -> Iterator["Automaton"]:
    tree = parser.parse(pattern, flags)
    is_choice = len(tree) == 1 and tree[0][0] is ops.BRANCH
    for way in tree[0][1][1] if is_choice else [tree]:  # of several one is taken after the other
        alphabet = sorted(_alphabet(way, is_text=isinstance(pattern, str)))
        yield Automaton(way, tree.state.flags, alphabet, is_search=is_search, is_whole=is_whole)


class Part(NamedTuple):
    """A part of an expression: the places where it may begin and end, and whether it may be empty."""

    first: frozenset[int] = frozenset()
    last: frozenset[tuple[int, Left]] = frozenset()
    is_empty: bool = True
    is_test: bool = False
    """Whether it looks at what is around without taking it."""


class Automaton:
    """The places of an expression that take one character each, and which may follow which.

    A set of characters is a number, of which each bit is one of the alphabet.
    """

    def __init__(
        self, tree: Iterable[Any], flags: int, alphabet: list[str], *, is_search: bool, is_whole: bool
    ) -> None:
        self._alphabet = alphabet
        self._takes: list[int] = []
        self._inside: list[Left] = []
        self._follow: list[set[tuple[int, Left]]] = []
        self._is_search = is_search
        self._groups: Left = frozenset()
        self._count = 0
        self._numbered: dict[int, Any] = {}
        self._known: dict[tuple[str, int], int] = {}
        anything = (1 << len(alphabet)) - 1
        start = self._repeat(lambda: self._place(anything), 0, LONG) if is_search else Part()
        whole = self._joined([start, self._sequence(tree, flags)])
        self._first = whole.first
        self._next = [{following for following, _ in steps} for steps in self._follow]
        self._ends = {place for place, left in whole.last if not (_AGREED in left or is_whole)}

    def growing(self) -> str:
        """As the function of that name."""
        after = [self._reached(place) for place in range(len(self._takes))]
        loops = [place for place, far in enumerate(after) if place in far]
        for here, there in product(loops, loops):
            is_apart = here != there and self._takes[here] & self._takes[there]
            # where it may end it has matched, and nothing else is tried
            if is_apart and there not in self._ends and there in after[here]:
                pairs = ((here, here), (here, there), (there, there))
                ways = [{place for place in after[one] if other in after[place]} for one, other in pairs]
                if text := self._pump(here, there, ways):
                    return text
        return ""

    def ways(self) -> Iterator[tuple[str, str]]:
        """The shortest text that leads to each repeat, and the character that is repeated there.

        If there is none, the way to the last place.
        """
        ways, queue = {place: self._one(self._takes[place]) for place in self._first}, deque(self._first)
        while queue:
            place = queue.popleft()
            for following in self._next[place] - ways.keys():
                ways[following] = ways[place] + self._one(self._takes[following])
                queue.append(following)
        for place, way in ways.items():
            if place in self._next[place] or place == len(self._takes) - 1:
                yield way, self._one(self._takes[place])

    def _one(self, characters: int) -> str:
        """One character of a set, the last; empty if there is none."""
        return self._alphabet[characters.bit_length() - 1] if characters else ""

    def _pump(self, here: int, there: int, ways: list[set[int]]) -> str:
        """A text that leads from a place to itself, from it to another, and from there to itself.

        Args:
            here: The one place.
            there: The other.
            ways: The places on each of the three ways.
        """
        begin, goal = (here, here, there), (here, there, there)
        seen, queue = {begin: ""}, deque([begin])
        while queue:
            places = queue.popleft()
            for step, common in self._steps(places, ways, self._inside[here]):
                text = seen[places] + self._alphabet[(common & -common).bit_length() - 1]
                if step == goal:
                    return text
                if step not in seen:
                    seen[step] = text
                    queue.append(step)
        return ""

    def _steps(
        self, places: tuple[int, int, int], ways: list[set[int]], kept: Left
    ) -> Iterator[tuple[tuple[int, int, int], int]]:
        """Where one character leads from three places, none of them out of its way, and which characters do."""
        stays, goes, waits = ways
        for two, left in self._follow[places[1]]:
            if two not in goes or left & kept:
                continue
            for three, _ in self._follow[places[2]]:
                common = self._takes[two] & self._takes[three] if three in waits else 0
                for one, _ in self._follow[places[0]] if common else ():
                    if one in stays and common & self._takes[one]:
                        yield (one, two, three), common & self._takes[one]

    def _reached(self, place: int) -> set[int]:
        """All places that can follow a place, sooner or later."""
        found: set[int] = set()
        new = self._next[place]
        while new:
            found |= new
            new = set().union(*(self._next[one] for one in new)) - found
        return found

    def _place(self, takes: int) -> Part:
        place = len(self._takes)
        self._takes.append(takes)
        self._inside.append(self._groups)
        self._follow.append(set())
        return Part(frozenset([place]), frozenset([(place, frozenset())]), is_empty=False)

    def _sequence(self, tree: Iterable[Any], flags: int) -> Part:
        return self._joined(self._part(op, value, flags) for op, value in tree)

    def _joined(self, parts: Iterable[Part]) -> Part:
        whole = Part()
        for part in parts:
            self._connect(whole.last, part.first)
            added = frozenset([_AGREED] if part.is_test else [])
            kept = {(place, left | added) for place, left in whole.last if part.is_empty}
            first = whole.first | part.first if whole.is_empty else whole.first
            is_empty = whole.is_empty and part.is_empty
            whole = Part(first, part.last | kept, is_empty, is_test=whole.is_test or part.is_test)
        return whole

    def _connect(self, last: Iterable[tuple[int, Left]], first: Iterable[int]) -> None:
        for (place, left), following in product(last, first):
            self._follow[place].add((following, left))

    def _part(self, op: Any, value: Any, flags: int) -> Part:
        if op in REPEATS:
            least, most, inner = value
            make = self._kept if op is ops.POSSESSIVE_REPEAT else self._sequence
            return self._repeat(lambda: make(inner, flags), least, most)
        if op is ops.ATOMIC_GROUP:
            return self._kept(value, flags)
        if op in (ops.BRANCH, ops.GROUPREF_EXISTS):
            return self._either([tree or [] for tree in (value[1] if op is ops.BRANCH else value[1:])], flags)
        if op in (ops.SUBPATTERN, ops.GROUPREF):
            return self._group(op, value, flags)
        is_test = op in (ops.ASSERT, ops.ASSERT_NOT, ops.AT)
        return self._test(op, value, flags) if is_test else self._place(self._set(op, value, flags))

    def _group(self, op: Any, value: Any, flags: int) -> Part:
        """A group, or what repeats its text."""
        if op is ops.GROUPREF:
            return self._sequence(self._numbered[value], flags)
        number, added, removed, self._numbered[number] = value
        return self._sequence(self._numbered[number], flags & ~removed | added)

    def _test(self, op: Any, value: Any, flags: int) -> Part:
        """What looks around; what looks back is taken to agree."""
        if op is ops.AT:
            is_start = value in (ops.AT_BEGINNING, ops.AT_BEGINNING_STRING) and not flags & re.MULTILINE
            return Part(is_empty=not (is_start and self._is_search), is_test=True)
        ahead = self._sequence(value[1], flags).first if value[0] > 0 else frozenset[int]()
        return Part(ahead, is_test=True)

    def _set(self, op: Any, value: Any, flags: int) -> int:
        """The characters that a piece takes."""
        key = f"{op}{value}", flags
        if key not in self._known:
            self._known[key] = _bits(n for n, c in enumerate(self._alphabet) if _takes(op, value, c, flags))
        return self._known[key]

    def _kept(self, tree: Iterable[Any], flags: int) -> Part:
        """An atomic group."""
        outside, self._count = self._groups, self._count + 1
        group = frozenset([self._count])
        self._groups = outside | group
        part = self._sequence(tree, flags)
        self._groups = outside
        return part._replace(last=frozenset((place, left | group) for place, left in part.last))

    def _repeat(self, make: Callable[[], Part], least: int, most: int) -> Part:
        if most >= LONG:
            part = make()
            self._connect(part.last, part.first)
            return part._replace(is_empty=part.is_empty or not least)
        copies = (make() for _ in range(most))
        return self._joined(
            part._replace(is_empty=part.is_empty or n >= least) for n, part in enumerate(copies)
        )

    def _either(self, trees: Iterable[Any], flags: int) -> Part:
        parts = [self._sequence(tree, flags) for tree in trees]
        first = frozenset(place for part in parts for place in part.first)
        last = frozenset(end for part in parts for end in part.last)
        return Part(first, last, any(part.is_empty for part in parts), any(part.is_test for part in parts))


def _bits(numbers: Iterable[int]) -> int:
    return reduce(or_, (1 << number for number in numbers), 0)


def _takes(op: Any, value: Any, character: str, flags: int) -> bool:
    """Whether a piece of an expression takes a character."""
    if op is ops.IN:
        is_not = value[0][0] is ops.NEGATE
        return any(_takes(op, each, character, flags) for op, each in value[is_not:]) is not is_not
    if op is ops.ANY:
        return bool(flags & re.DOTALL) or character != "\n"
    if op is ops.NOT_LITERAL:
        return not _takes(ops.LITERAL, value, character, flags)
    if op is ops.CATEGORY:
        return _is_of(str(value), character, is_ascii=not flags & re.UNICODE)
    least, most = value if op is ops.RANGE else (value, value)
    forms = {character, character.lower(), character.upper()} if flags & re.IGNORECASE else {character}
    return any(least <= ord(form) <= most for form in forms if len(form) == 1)


def _is_of(category: str, character: str, *, is_ascii: bool) -> bool:
    """Whether a character is of a category: a digit, a blank, of a word."""
    name = category.removeprefix("CATEGORY_")
    is_word = character.isalnum() or character == "_"
    of = {"DIGIT": character.isdecimal(), "SPACE": character.isspace(), "WORD": is_word}
    is_known = character.isascii() or not is_ascii
    return (is_known and of[name.removeprefix("NOT_")]) is not name.startswith("NOT_")


def _alphabet(tree: Iterable[Any], *, is_text: bool) -> set[str]:
    """One character of every kind that an expression tells apart."""
    codes = {code + step for code in _codes(tree) for step in (-1, 0, 1)} | set(map(ord, _USUAL))
    return {chr(code) for code in codes if 0 <= code < (0x110000 if is_text else 256)}


def _codes(tree: Any) -> Iterator[int]:
    """Every number in a tree, among them all characters that it names."""
    if isinstance(tree, int) and not isinstance(tree, type(ops.IN)):
        yield tree
    elif isinstance(tree, list | tuple | parser.SubPattern):
        for part in tree:
            yield from _codes(part)
