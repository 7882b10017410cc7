"""Rules of the code that no linter knows: what a page says reaches a widget only as plain cells."""

import ast
import string
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

import reader
from reader.errors import ReaderError
from reader.sentences import TABLE
from tests.architecture.test_imports import loaded_after

ROOT = Path(reader.__file__).parent
FILES = sorted(ROOT.rglob("*.py"))
SUBMODULES = {file.stem for file in ROOT.glob("*.py")} | {
    folder.name for folder in ROOT.iterdir() if folder.is_dir()
}
LEMON24 = {
    "_app", "_cli", "_config_utils", "_hash_utils", "_logging", "_parser", "_plugins", "_storage", "_types", "_update",
    "_utils", "core", "discover", "exceptions", "opml", "plugins", "types", "utils",
}  # fmt: skip

MARKUP_NAMES = {
    "Static",
    "Label",
    "Markdown",
    "MarkdownViewer",
    "Link",
    "Collapsible",
    "Tree",
    "OptionList",
    "DataTable",
}
"""Widgets that read markup in what they are given."""

MARKUP_CALLS = {"from_markup", "notify", "update", "render_str", "print", "log"}
"""Methods that do, or that write past the screen."""

MARKUP_FIELDS = {"border_title", "border_subtitle", "tooltip", "title", "sub_title", "loading"}
"""Attributes that do, or that become the window's title."""

BANNED_CALLS = {"prettify", "unwrap", "eval", "exec", "popen", "unescape_markup"}
BANNED_MODULES = {"pickle", "marshal", "shelve", "copy", "yaml"}


@cache
def nodes_of(file: Path) -> tuple[ast.AST, ...]:
    return tuple(ast.walk(ast.parse(file.read_text("utf-8"))))


def nodes(*kinds: type[ast.AST], below: str = "") -> Iterator[tuple[str, ast.AST]]:
    """Nodes of those kinds in the files below a folder, each with where it is."""
    for file in FILES:
        name = file.relative_to(ROOT).as_posix()
        if name.startswith(below):
            for node in nodes_of(file):
                if isinstance(node, kinds):
                    yield f"reader/{name}:{getattr(node, 'lineno', 0)}", node


def called(node: ast.Call) -> str:
    """The last name of what is called."""
    function = node.func
    return (
        function.attr
        if isinstance(function, ast.Attribute)
        else function.id
        if isinstance(function, ast.Name)
        else ""
    )


def calls(below: str = "") -> Iterator[tuple[str, ast.Call]]:
    for where, node in nodes(ast.Call, below=below):
        assert isinstance(node, ast.Call)
        yield where, node


def test_no_widget_that_reads_markup_is_used() -> None:
    used = [
        (where, alias.name)
        for where, node in nodes(ast.ImportFrom, below="ui/")
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith(("textual", "rich"))
        for alias in node.names
        if alias.name in MARKUP_NAMES
    ]

    assert used == []


def test_nothing_is_given_to_a_method_that_reads_markup() -> None:
    assert [(where, called(node)) for where, node in calls("ui/") if called(node) in MARKUP_CALLS] == []


def test_no_title_border_or_tooltip_is_set() -> None:
    targets = [
        (where, target.attr)
        for where, node in nodes(ast.Assign, ast.AnnAssign, ast.AugAssign, below="ui/")
        for target in (node.targets if isinstance(node, ast.Assign) else [node.target])  # type: ignore[attr-defined]
        if isinstance(target, ast.Attribute) and target.attr in MARKUP_FIELDS
    ]

    assert [(where.partition(":")[0], field) for where, field in targets] == [
        ("reader/ui/screens/frame.py", "sub_title")
    ]  # `terminal/title.py` makes it printable


def test_no_call_that_runs_or_breeds_what_a_page_says() -> None:
    found = [(where, called(node)) for where, node in calls() if called(node) in BANNED_CALLS]
    systems = [where for where, node in calls() if ast.unparse(node.func) == "os.system"]
    shells = [where for where, node in calls() for keyword in node.keywords if keyword.arg == "shell"]
    imported = [
        (where, alias.name)
        for where, node in nodes(ast.Import)
        if isinstance(node, ast.Import)
        for alias in node.names
        if alias.name.partition(".")[0] in BANNED_MODULES
    ]

    assert found == []
    assert shells + systems == []
    assert imported == []


def test_no_module_has_a_name_of_the_other_library_called_reader() -> None:
    assert set() == SUBMODULES & LEMON24


def test_nothing_is_imported_from_the_top_of_the_package_but_its_rooms() -> None:
    taken = [
        (where, alias.name)
        for where, node in nodes(ast.ImportFrom)
        if isinstance(node, ast.ImportFrom) and node.module == "reader"
        for alias in node.names
    ]

    assert [found for found in taken if found[1] not in SUBMODULES] == []


def test_the_first_frame_needs_neither_parser_nor_clipboard() -> None:
    modules = loaded_after(
        "import reader.cli, reader.program, reader.ui.app, reader.ui.session\n"
        "from reader.program import *\nfrom reader.words import ZH, Words\n"
        "from reader.typesetting.ladder import Capabilities\nfrom pathlib import Path\n"
        "asked = reader.program._to_try(Arguments(target='./reader'), Positions(Path('nowhere/places.json')))\n"
        "targets = [lambda: reader.program._opening(one, Words(ZH), None) for one in asked]\n"
        "opening = reader.newsstand.opening.Opening(*targets)\n"
        "counting.count_ambiguous_as(1)\n"
        "session = reader.ui.session.Session(opening=opening, pasting=print, online=print,\n"
        "    today=print, positions=Positions(Path('nowhere')), marks=ReadMarks(Path('nowhere')),\n"
        "    copier=print, watch=print)\n"
        "reader.ui.app.BanmianApp(session, Words(ZH), Capabilities())"
    )

    assert "textual.app" in modules
    assert modules.isdisjoint({"bs4", "httpx2", "pyperclip", "PIL", "sqlite3", "reader.parsing.document"})


# What a person reads


def fields(sentence: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name is not None}


def patterns_written() -> set[str]:
    """How keys begin that are put together: `size-` of f"size-{step}", or of "size-" + step."""
    constants = [node.value for _, node in nodes(ast.Constant) if isinstance(node, ast.Constant)]
    found = {value for value in constants if isinstance(value, str) and value.endswith("-")}
    for _, node in nodes(ast.JoinedStr):
        assert isinstance(node, ast.JoinedStr)
        first = node.values[0] if node.values else None
        if isinstance(first, ast.Constant) and str(first.value).endswith("-"):
            found.add(str(first.value))
    return found


@pytest.mark.parametrize("key", TABLE)
def test_both_languages_name_the_same_facts(key: str) -> None:
    chinese, english = TABLE[key]

    # a language may measure in its own unit
    assert fields(chinese) - {"han"} == fields(english) - {"cells"}
    assert chinese.count("\n") == english.count("\n")


def test_every_sentence_asked_for_is_in_the_table() -> None:
    asked = [
        (where, node.args[0].value)
        for where, node in calls()
        if called(node) in ("say", "_say") and node.args and isinstance(node.args[0], ast.Constant)
    ]
    errors = {kind.__name__ for kind in all_errors()}
    raised = [
        (where, node.args[0].value)
        for where, node in calls()
        if called(node) in errors and node.args and isinstance(node.args[0], ast.Constant)
    ]

    assert len(asked) > 30
    assert len(raised) > 15
    assert [
        found
        for found in asked + raised
        if found[1] not in TABLE and found[1] not in ("find-label", "find-count")
    ] == []


def all_errors(root: type[ReaderError] = ReaderError) -> Iterator[type[ReaderError]]:
    yield root
    for kind in root.__subclasses__():
        yield from all_errors(kind)


def test_every_row_of_the_table_is_used() -> None:
    used = {
        node.value
        for where, node in nodes(ast.Constant)
        if isinstance(node, ast.Constant) and not where.startswith("reader/sentences.py")
    }
    used |= {
        node.args[0].value
        for _, node in nodes(ast.Call)
        if isinstance(node, ast.Call)
        and getattr(node.func, "attr", "") == "say"
        and isinstance(node.args[0], ast.Constant)
    }
    patterns = patterns_written()

    unused = [
        key for key in TABLE if key not in used and not any(key.startswith(before) for before in patterns)
    ]
    assert unused == []
