"""Every expression of the program, found where its source compiles or uses one, and how it is matched there."""

import ast
import importlib
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, cached_property
from pathlib import Path
from typing import Any, NamedTuple

import reader

ROOT = Path(reader.__file__).parent
METHODS = ("search", "match", "fullmatch", "sub", "subn", "split", "findall", "finditer")
_NOT_IMPORTED = ("ui.pictures", "__main__")
"""One may lack its libraries, the other runs the program."""

Pattern = re.Pattern[str] | re.Pattern[bytes]


class Expression(NamedTuple):
    """An expression, by its module and the name or function where it stands."""

    where: str
    pattern: Pattern
    methods: frozenset[str]
    """How it is matched; empty if that cannot be told."""

    @property
    def is_search(self) -> bool:
        """Whether it may begin anywhere in a text."""
        return not self.methods or not self.methods <= {"match", "fullmatch"}

    @property
    def is_whole(self) -> bool:
        """Whether it may have to reach the end of the text."""
        return "fullmatch" in self.methods


class Module:
    """One file of the program."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.tree = ast.parse((ROOT / f"{name.replace('.', '/')}.py").read_text("utf-8"))

    @cached_property
    def names(self) -> dict[str, Any]:
        """What its names mean once it is imported."""
        is_left = self.name in _NOT_IMPORTED
        return {"re": re} if is_left else vars(importlib.import_module(f"reader.{self.name}"))

    def calls(self) -> Iterator[tuple[str, ast.Call]]:
        """Calls of `re` that are given an expression, by the name or the function in which they stand."""
        homes: dict[ast.AST, str] = {}
        for node in ast.walk(self.tree):
            if isinstance(node, ast.FunctionDef):
                homes |= dict.fromkeys(ast.walk(node), node.name)
        for node in self.tree.body:
            if isinstance(node, ast.Assign):
                homes |= dict.fromkeys(ast.walk(node.value), ast.unparse(node.targets[0]))
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Call) and ast.unparse(node.func) in {
                f"re.{m}" for m in (*METHODS, "compile")
            }:
                yield f"{self.name}.{homes.get(node, '')}", node

    def value(self, node: ast.expr) -> Any:
        """What a piece of its source means.

        Raises:
            NameError: That is known only where the program has come to that line.
        """
        return eval(compile(ast.Expression(node), self.name, "eval"), dict(self.names))  # noqa: S307 - our own source

    def taken_from_re(self) -> Iterator[str]:
        """Names that it imports from `re`, rather than to write `re.` before them."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.ImportFrom) and node.module == "re":
                yield from (alias.name for alias in node.names)

    def uses(self) -> Iterator[tuple[Pattern, str]]:
        """Expressions that have names here, and the methods that are called on them."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Attribute) and node.attr in METHODS and isinstance(node.value, ast.Name):
                found = self.names.get(node.value.id)
                if isinstance(found, re.Pattern):
                    yield found, node.attr


NAMES = [
    ".".join(path.relative_to(ROOT).with_suffix("").parts)
    for path in sorted(ROOT.rglob("*.py"))
    if re.search("^(?:import|from) re\\b", path.read_text("utf-8"), re.MULTILINE)
]
"""The modules that may have expressions; what is in them is looked at by those tests only that ask."""


@cache
def modules() -> list[Module]:
    return list(map(Module, NAMES))


def expressions(made: Mapping[str, Iterable[tuple[str, Pattern]]]) -> Iterator[Expression]:
    """Every expression of the program.

    Args:
        made: Those that are made of what is known only where the program has come to that line: methods and
            expressions, by the source of the call.
    """
    methods: dict[Pattern, set[str]] = defaultdict(set)
    for module in modules():
        for pattern, method in module.uses():
            methods[pattern].add(method)
    for module in modules():
        for where, call in module.calls():
            name = ast.unparse(call.func).removeprefix("re.")
            if (source := ast.unparse(call)) in made:
                for number, (method, pattern) in enumerate(made[source]):
                    yield Expression(f"{where}.{number}", pattern, frozenset([method]))
            elif name == "compile":
                pattern = module.value(call)
                yield Expression(where, pattern, frozenset(methods[pattern]))
            else:
                flags = next((module.value(one.value) for one in call.keywords if one.arg == "flags"), 0)
                yield Expression(where, re.compile(module.value(call.args[0]), flags), frozenset([name]))
