"""Every command: its name in both languages, its keys, what it does; read off the table in `commands.txt`."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from textual.binding import Binding, BindingType


@dataclass(frozen=True, slots=True)
class Command:
    """Something a reader can ask for."""

    scope: str
    """Where its keys count: "reading", or the card that lies over the reading screen."""
    group: str
    """Commands of one group stand together in help."""
    action: str
    """The Textual action that carries it out; no two commands of a scope share one."""
    keys: tuple[str, ...]
    """Textual's names of its keys, with those a Chinese input method sends for the same marks."""
    shown: str
    """Its keys as a person reads them."""
    labels: tuple[str, ...]
    """中文, English: as short as on a button."""
    helps: tuple[str, ...]
    """中文, English: one line of help; empty for the keys of a card, whose last line tells them."""


def _parse(lines: Iterable[str]) -> Iterator[Command]:
    scope = ""
    for line in filter(None, lines):
        if line.startswith("["):
            scope = line.strip("[]")
        elif not line.startswith("#"):
            group, action, keys, shown, *texts = (cell.strip() for cell in line.split(" | "))
            yield Command(
                scope, group, action, tuple(keys.split()), shown, tuple(texts[:2]), tuple(texts[2:])
            )


ALL = tuple(_parse(Path(__file__).with_suffix(".txt").read_text("utf-8").splitlines()))

COMMANDS = tuple(command for command in ALL if command.scope == "reading")
"""What help, palette, footer and README show."""


@dataclass(frozen=True, slots=True)
class Hint:
    """Keys of daily use that belong together, and a word."""

    keys: tuple[tuple[str, str], ...]
    """(what is shown, the command's action)."""
    labels: tuple[str, str]

    def shown(self, language: int) -> Iterator[tuple[str, str]]:
        """The keys as a person of that language calls them, each with its command's action."""
        return ((_SPACE[language] if key == "Space" else key, action) for key, action in self.keys)

    def names(self, language: int) -> Iterator[str]:
        """What the keys do, in the words of their commands."""
        labels = {command.action: command.labels[language] for command in COMMANDS}
        return (labels[action] for _, action in self.keys)


_SPACE = ("空格", "Space")

DAILY: tuple[Hint, ...] = (
    Hint((("←", "article(-1)"), ("→", "article(1)")), ("篇", "article")),
    Hint((("[", "page(-1)"), ("]", "page(1)")), ("版", "page")),
    Hint((("Space", "read_on"),), ("往下", "scroll")),
    Hint((("+", "size(1)"), ("-", "size(-1)"), ("0", "size(0)")), ("字号", "type size")),
    Hint((("y", "copy"),), ("复制", "copy")),
    Hint((("?", "help"),), ("帮助", "help")),
)
"""The six of daily use: the footer, and the head of the help. Those at the end give way in a narrow footer, help last."""

AT_ONCE = ("contents", "find")
"""Actions carried out before the next key is looked at, as they decide where that key goes; Tab is among them."""


def bindings(scope: str) -> Iterator[BindingType]:
    """The bindings of a scope."""
    for command in ALL:
        if command.scope == scope and command.keys:  # without a key it is in the palette alone
            priority = command.action in AT_ONCE
            yield Binding(",".join(command.keys), command.action, show=False, priority=priority)
    if scope == "reading":
        for digit, full_width in zip("123456789", "１２３４５６７８９", strict=True):
            yield Binding(f"{digit},{full_width}", f"digit('{digit}')", show=False)
