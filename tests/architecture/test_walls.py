"""Where each library may be imported: by one room, for every file there is, so that a new room is walled too."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

import reader

ROOT = Path(reader.__file__).parent

HOMES = {
    "textual": "ui",
    "PIL textual_image": "ui",
    "rich": "ui terminal typesetting",
    "bs4": "parsing",
    "httpx2": "sources",
    "termios fcntl tty pty signal pyperclip": "terminal",
    "subprocess": "apart terminal",
    "socket ssl": "sources",
    "sqlite3": "library",
    "asyncio": "program sources terminal ui",
    "platformdirs": "folders",
    "importlib.import_module": "later",
}
"""Libraries, and the rooms that may import them: folders of `reader/`, or modules beside them."""

ALLOWED = {library: rooms.split() for libraries, rooms in HOMES.items() for library in libraries.split()}
ROOMS = sorted(
    path.stem for path in ROOT.iterdir() if path.suffix == ".py" or (path / "__init__.py").exists()
)

SHAPES = (
    "import {whole}",
    "import {whole} as other",
    "import {whole}.inner",
    "from {whole} import name",
    "from {whole}.inner import name",
    "from {package} import {name}",
    "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    import {whole}",
    "def later() -> None:\n    from {whole} import name",
    "class Late:\n    def method(self) -> None:\n        import {whole}.inner",
    "try:\n    import {whole}\nexcept ImportError:\n    pass",
    "from reader.later import Later\nlibrary = Later('{whole}')",
    "library = __import__('{whole}')",
    "import importlib\nlibrary = importlib.import_module('{whole}')",
    "import reader.later\nlibrary = reader.later.Later(name='{whole}.inner')",
)
"""Ways in which a file can come by a library."""

_IMPORTERS = ("Later", "import_module", "__import__")


@cache
def imports(source: str) -> frozenset[str]:
    """Full names of all that a file imports, wherever in it; of `from a import b` both "a" and "a.b"."""
    return frozenset(name for node in ast.walk(ast.parse(source)) for name in _imported(node))


def _imported(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names)
    elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
        yield node.module
        yield from (f"{node.module}.{alias.name}" for alias in node.names)
    elif isinstance(node, ast.Call) and ast.unparse(node.func).rpartition(".")[2] in _IMPORTERS:
        given = [*node.args, *(keyword.value for keyword in node.keywords)]
        yield from (str(part.value) for part in given if isinstance(part, ast.Constant))


def refused(path: str, source: str) -> set[str]:
    """Libraries that a file imports and its room may not.

    Args:
        path: Where the file stands below `reader/`, with slashes.
        source: Its text.
    """
    room = path.partition("/")[0].removesuffix(".py")
    return {
        library
        for library, rooms in ALLOWED.items()
        if room not in rooms and any(f"{name}.".startswith(f"{library}.") for name in imports(source))
    }


def test_every_library_is_imported_in_its_own_room_only() -> None:
    files = {file.relative_to(ROOT).as_posix(): file.read_text("utf-8") for file in ROOT.rglob("*.py")}

    assert len(files) > 50
    assert {path: sorted(found) for path, text in files.items() if (found := refused(path, text))} == {}


def test_every_room_that_the_table_names_is_there() -> None:
    assert {room for rooms in ALLOWED.values() for room in rooms} <= set(ROOMS)


@pytest.mark.parametrize("library", ALLOWED)
def test_a_walled_library_is_refused_in_every_other_room_however_it_is_imported(library: str) -> None:
    package, _, name = library.rpartition(".")
    shapes = [shape for shape in SHAPES if package or "{package}" not in shape]

    for room in (*ROOMS, "a_new_room"):
        for path in (f"{room}.py", f"{room}/__init__.py", f"{room}/deep/inside.py"):
            for shape in shapes:
                source = shape.format(whole=library, package=package, name=name)

                assert refused(path, source) == (set() if room in ALLOWED[library] else {library}), source


def test_what_only_begins_or_ends_like_a_walled_library_is_free() -> None:
    source = "import textually, ttyx\nfrom reader.terminal import signal\nfrom .bs4 import name\nx = 'httpx2'"

    assert refused("words.py", source) == set()


def makes_clean(source: str) -> bool:
    """Whether a file makes clean text by itself, without cleaning it."""
    calls = (node.func for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call))
    return any("Clean" in (getattr(func, "id", ""), getattr(func, "attr", "")) for func in calls)


def test_clean_text_is_made_in_one_place() -> None:
    makers = {
        path.relative_to(ROOT).as_posix()
        for path in ROOT.rglob("*.py")
        if makes_clean(path.read_text("utf-8"))
    }

    assert makers == {"edition/model.py", "parsing/clean.py"}  # the model makes the empty one
    assert makes_clean("headline = model.Clean(text)")
