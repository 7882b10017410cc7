"""Every command, once: its name in both languages, its keys, what it does.

Bindings, footer, command palette, help screen and the README's table of keys are read off this
table, and nothing else names a key.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from textual.binding import Binding, BindingType


@dataclass(frozen=True, slots=True)
class Command:
    """Something a reader can ask for."""

    id: str
    """Its action is `action_` and this name, with `_` for `-`."""
    labels: tuple[str, str]
    """中文, English: as short as on a button."""
    helps: tuple[str, str]
    """中文, English: one line of help."""
    keys: tuple[str, ...] = ()
    """Textual's names of its keys."""
    shown: str = ""
    """Its keys as a person reads them."""
    ime: tuple[str, ...] = ()
    """Keys a Chinese input method sends in place of the marks among `keys`."""
    group: str = ""
    """Commands of one group stand together in the footer and in help."""

    @property
    def action(self) -> str:
        """The Textual action that carries it out."""
        return self.id.replace("-", "_")


COMMANDS: tuple[Command, ...] = (
    Command(
        "previous-article",
        ("上一篇", "Previous article"),
        ("本版的上一篇", "the article before, on this page"),
        ("left", "h"),
        "← h",
        group="article",
    ),
    Command(
        "next-article",
        ("下一篇", "Next article"),
        ("本版的下一篇", "the article after, on this page"),
        ("right", "l"),
        "→ l",
        group="article",
    ),
    Command(
        "previous-page",
        ("上一版", "Previous page"),
        ("前一个版面", "the page of the paper before this one"),
        ("left_square_bracket",),
        "[",
        ("left_black_lenticular_bracket", "fullwidth_left_square_bracket"),
        group="page",
    ),
    Command(
        "next-page",
        ("下一版", "Next page"),
        ("后一个版面", "the page of the paper after this one"),
        ("right_square_bracket",),
        "]",
        ("right_black_lenticular_bracket", "fullwidth_right_square_bracket"),
        group="page",
    ),
    Command(
        "line-down",
        ("下一行", "Line down"),
        ("往下一行", "one line down"),
        ("down", "j"),
        "↓ j",
        group="line",
    ),
    Command("line-up", ("上一行", "Line up"), ("往上一行", "one line up"), ("up", "k"), "↑ k", group="line"),
    Command(
        "half-down",
        ("下半屏", "Half screen down"),
        ("往下半屏", "half a screen down"),
        ("ctrl+d",),
        "Ctrl+d",
        group="half",
    ),
    Command(
        "half-up",
        ("上半屏", "Half screen up"),
        ("往上半屏", "half a screen up"),
        ("ctrl+u",),
        "Ctrl+u",
        group="half",
    ),
    Command(
        "screen-down",
        ("下一屏", "Screen down"),
        ("往下一屏；篇末按两次到下一篇", "one screen down; twice at the end: next article"),
        ("space", "pagedown"),
        "Space PgDn",
        ("ideographic_space",),
        group="screen",
    ),
    Command(
        "screen-up",
        ("上一屏", "Screen up"),
        ("往上一屏", "one screen up"),
        ("b", "pageup"),
        "b PgUp",
        group="screen",
    ),
    Command(
        "top",
        ("开头", "Top"),
        ("到文章开头", "the article's beginning"),
        ("g", "home"),
        "g Home",
        group="end",
    ),
    Command(
        "bottom", ("末尾", "Bottom"), ("到文章末尾", "the article's end"), ("G", "end"), "G End", group="end"
    ),
    Command(
        "contents",
        ("目录", "Contents"),
        ("到目录，再按回到文章", "to the contents, and back to the article"),
        ("t", "tab"),
        "t Tab",
        group="contents",
    ),
    Command(
        "open",
        ("打开", "Open"),
        ("读选中的一篇", "read the headline chosen"),
        ("enter",),
        "Enter",
        group="contents",
    ),
    Command(
        "enlarge",
        ("放大", "Enlarge"),
        ("字号大一级", "type one step larger"),
        ("plus", "equals_sign"),
        "+ =",
        ("fullwidth_plus_sign", "fullwidth_equals_sign"),
        group="size",
    ),
    Command(
        "shrink",
        ("缩小", "Shrink"),
        ("字号小一级", "type one step smaller"),
        ("minus",),
        "-",
        ("fullwidth_hyphen_minus",),
        group="size",
    ),
    Command(
        "default-size",
        ("默认", "Default"),
        ("字号复原", "type as it was"),
        ("0",),
        "0",
        ("fullwidth_digit_zero",),
        group="size",
    ),
    Command(
        "copy",
        ("复制", "Copy"),
        ("复制本篇，或拖选的文字", "copy the article, or the text selected"),
        ("y",),
        "y",
        group="copy",
    ),
    Command(
        "find",
        ("查找", "Find"),
        ("在本篇中查找", "find in the article"),
        ("slash",),
        "/",
        ("ideographic_comma", "fullwidth_solidus"),
        group="find",
    ),
    Command(
        "next-match", ("下一处", "Next match"), ("查找的下一处", "the next match"), ("n",), "n", group="find"
    ),
    Command(
        "previous-match",
        ("上一处", "Previous match"),
        ("查找的上一处", "the match before"),
        ("N",),
        "N",
        group="find",
    ),
    Command(
        "theme",
        ("配色", "Theme"),
        ("换配色：报纸、夜读、高对比、终端原色", "the next theme: paper, night, high contrast, terminal"),
        ("c",),
        "c",
        group="look",
    ),
    Command(
        "help",
        ("帮助", "Help"),
        ("所有的键", "all keys"),
        ("question_mark", "f1"),
        "? F1",
        ("fullwidth_question_mark",),
        group="help",
    ),
    Command(
        "command-palette",
        ("命令", "Commands"),
        ("按名字找命令", "find a command by its name"),
        ("ctrl+p",),
        "Ctrl+p",
        group="help",
    ),
    Command(
        "close",
        ("返回", "Back"),
        ("退出查找、选区、目录", "leave find, selection, contents"),
        ("escape",),
        "Esc",
    ),
    Command(
        "quit", ("退出", "Quit"), ("离开；位置会记住", "leave; your place is kept"), ("q", "ctrl+q"), "q"
    ),
)

BY_ID = {command.id: command for command in COMMANDS}


@dataclass(frozen=True, slots=True)
class Hint:
    """One entry of the footer: keys that can be clicked, and a word."""

    keys: tuple[tuple[str, str], ...]
    """(what is shown, the command's id)."""
    labels: tuple[str, str]


FOOTER: tuple[Hint, ...] = (
    Hint((("←", "previous-article"), ("→", "next-article")), ("篇", "articles")),
    Hint((("[", "previous-page"), ("]", "next-page")), ("版", "pages")),
    Hint((("+", "enlarge"), ("-", "shrink"), ("0", "default-size")), ("字号", "type")),
    Hint((("y", "copy"),), ("复制", "copy")),
    Hint((("/", "find"),), ("查找", "find")),
    Hint((("?", "help"),), ("帮助", "help")),
)
"""At most six entries; those at the end are left out first when the window is narrow, help last."""


def bindings() -> Iterator[BindingType]:
    """The bindings of the reading screen."""
    for command in COMMANDS:
        if keys := ",".join((*command.keys, *command.ime)):
            yield Binding(
                keys, command.action, command.labels[1], show=False, priority=command.id == "contents"
            )
