"""Every command: its name in both languages, its keys, what it does; read from the table in `commands.txt`."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from string import ascii_letters, digits

from msgspec import Struct
from textual.binding import Binding, BindingType

FULL_WIDTH = {"space": "ideographic_space"} | {
    key: chr(ord(key) + ord("Ａ") - ord("A")) for key in ascii_letters + digits
}
"""What a Chinese input method sends in place of a letter, a digit or a blank, by Textual's names."""


class Command(Struct, frozen=True):
    """A command the reader can give."""

    scope: str
    """Where its keys are bound: "reading", or the card that covers the reading screen."""
    group: str
    """Commands of one group are listed together in help."""
    action: str
    """The Textual action it runs; unique within its scope."""
    keys: tuple[str, ...]
    """Textual's names of its keys, including those a Chinese input method sends in their place."""
    shown: str
    """Its keys as displayed."""
    labels: tuple[str, ...]
    """中文, English: short enough for a button."""
    helps: tuple[str, ...]
    """中文, English: one line of help; empty for the keys of a card, which its last line lists."""


def _parse(lines: Iterable[str]) -> Iterator[Command]:
    scope = ""
    for line in filter(None, lines):
        if line.startswith("["):
            scope = line.strip("[]")
        elif not line.startswith("#"):
            group, action, named, shown, *texts = (cell.strip() for cell in line.split(" | "))
            keys = tuple(form for key in named.split() for form in _forms(key))
            yield Command(scope, group, action, keys, shown, tuple(texts[:2]), tuple(texts[2:]))


def _forms(key: str) -> Iterator[str]:
    """A key, and its full-width form if it has one by rule; those of marks are in the table."""
    yield key
    if key in FULL_WIDTH:
        yield FULL_WIDTH[key]


ALL = tuple(_parse(Path(__file__).with_suffix(".txt").read_text("utf-8").splitlines()))

COMMANDS = tuple(command for command in ALL if command.scope == "reading")
"""The commands that help, palette, footer and README show."""


class Hint(Struct, frozen=True):
    """Everyday keys that belong together, and a word for them."""

    keys: tuple[tuple[str, str], ...]
    """(name of the key as displayed, action of its command)."""
    labels: tuple[str, str]

    def shown(self, language: int) -> Iterator[tuple[str, str]]:
        """The keys by their names in that language, each with its command's action."""
        return ((_SPACE[language] if key == "Space" else key, action) for key, action in self.keys)

    def names(self, language: int) -> Iterator[str]:
        """What the keys do: the labels of their commands."""
        labels = {command.action: command.labels[language] for command in COMMANDS}
        return (labels[action] for _, action in self.keys)

    @property
    def action(self) -> str:
        """What a click on the word does: of several keys the one that goes on."""
        actions = [action for _, action in self.keys]
        return next((action for action in actions if action.endswith("(1)")), actions[0])


_SPACE = ("空格", "Space")

DAILY: tuple[Hint, ...] = (
    Hint((("←", "article(-1)"), ("→", "article(1)")), ("篇", "article")),
    Hint((("[", "page(-1)"), ("]", "page(1)")), ("版", "page")),
    Hint((("Space", "read_on"),), ("往下", "scroll")),
    Hint((("+", "size(1)"), ("-", "size(-1)"), ("0", "size(0)")), ("字号", "type size")),
    Hint((("y", "copy"),), ("复制", "copy")),
    Hint((("?", "help"),), ("帮助", "help")),
)
"""The everyday hints, for the footer and the top of help; a narrow footer drops them from the end, help last."""

LIST: tuple[Hint, ...] = (
    Hint((("↑", "lines(-1)"), ("↓", "lines(1)")), ("选", "choose")),
    Hint((("Enter", "open"),), ("读", "read")),
    Hint((("[", "page(-1)"), ("]", "page(1)")), ("版", "page")),
    Hint((("Esc", "close"),), ("返回", "back")),
    Hint((("?", "help"),), ("帮助", "help")),
)
"""The hints of the footer while a list has the keys."""

LINK: tuple[Hint, ...] = (
    Hint((("Enter", "open"),), ("打开", "open")),
    Hint((("f", "link"),), ("下一个", "next")),
    Hint((("Esc", "close"),), ("返回", "back")),
    Hint((("?", "help"),), ("帮助", "help")),
)
"""The hints of the footer while a link is chosen."""

MAP: tuple[Hint, ...] = (
    Hint((("←", ""), ("↑", ""), ("↓", ""), ("→", "")), ("移动", "move")),
    Hint((("Enter", "open"),), ("读", "read")),
    Hint((("p", "page_map"),), ("返回", "back")),
    Hint((("[", "page(-1)"), ("]", "page(1)")), ("版", "page")),
    Hint((("?", "help"),), ("帮助", "help")),
)
"""The hints of the footer while the page's map has the keys."""


def bindings(scope: str) -> Iterator[BindingType]:
    """The bindings of a scope."""
    for command in ALL:
        if command.scope == scope and command.keys:  # a command without a key is in the palette only
            yield Binding(",".join(command.keys), command.action, show=False)
    if scope == "reading":
        for digit in "123456789":
            yield Binding(",".join(_forms(digit)), f"digit('{digit}')", show=False)
