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


_TABLES = {
    "reading": """
article | article(-1)         | left h                          | ← h         | 上一篇     | Previous article | 上一篇；篇首到前一版 | the article before, across pages
article | article(1)          | right l                         | → l         | 下一篇     | Next article     | 下一篇；篇末到后一版 | the article after, across pages
page    | page(-1)            | left_square_bracket left_black_lenticular_bracket fullwidth_left_square_bracket | [ | 上一版 | Previous page | 前一个版面 | the page of the paper before this one
page    | page(1)             | right_square_bracket right_black_lenticular_bracket fullwidth_right_square_bracket | ] | 下一版 | Next page | 后一个版面 | the page of the paper after this one
page    | go_to_page          | v                               | 1…9 v       | 到第 n 版  | Go to page n     | 先按数字，再按 v | digits, then v
day     | day(-1)             | less_than_sign left_double_angle_bracket fullwidth_less_than_sign | < | 前一天 | Previous day | 前一天的报纸，无报的日子跳过 | the paper of the day before; days without one are passed over
day     | day(1)              | greater_than_sign right_double_angle_bracket fullwidth_greater_than_sign | > | 后一天 | Next day | 后一天的报纸 | the paper of the day after
day     | calendar            | d                               | d           | 日历       | Calendar         | 从日历里选一天 | choose a day of the month
day     | sister(0)           | w                               | w           | 姊妹报     | Sister paper     | 换读姊妹报 | the sister paper
day     | refresh             | r                               | r           | 刷新       | Refresh          | 到网站上取，不在手边的也能取 | fetch from the site, also what a saved page lacks
history | history(-1)         | backspace ctrl+o                | Backspace   | 后退       | Back             | 回到刚才读的地方 | where you were before
history | history(1)          | alt+right                       | Alt+→       | 前进       | Forward          | 再往前去 | and forward again
line    | lines(1)            | down j                          | ↓ j         | 下一行     | Line down        | 往下一行 | one line down
line    | lines(-1)           | up k                            | ↑ k         | 上一行     | Line up          | 往上一行 | one line up
line    | screens(0.5)        | ctrl+d                          | Ctrl+d      | 下半屏     | Half screen down | 往下半屏 | half a screen down
line    | screens(-0.5)       | ctrl+u                          | Ctrl+u      | 上半屏     | Half screen up   | 往上半屏 | half a screen up
line    | read_on             | space pagedown ideographic_space | Space PgDn | 下一屏     | Screen down      | 往下一屏；篇末按两次到下一篇 | one screen down; twice at the end: next article
line    | screens(-1)         | b pageup                        | b PgUp      | 上一屏     | Screen up        | 往上一屏 | one screen up
line    | end(-1)             | g home                          | g Home      | 开头       | Top              | 到文章开头 | the article's beginning
line    | end(1)              | G end                           | G End       | 末尾       | Bottom           | 到文章末尾 | the article's end
pane    | contents            | t tab                           | t Tab       | 目录       | Contents         | 到目录，再按回到文章 | to the contents, and back to the article
pane    | open                | enter                           | Enter       | 打开       | Open             | 读选中的一篇；先按数字，到第 n 篇 | read the headline chosen; after digits, article n
pane    | zen                 | z                               | z           | 专注       | Text alone       | 只留正文，再按复原 | hide the lists, and show them again
size    | size(1)             | plus equals_sign fullwidth_plus_sign fullwidth_equals_sign | + = | 放大 | Enlarge | 字号大一级 | type one step larger
size    | size(-1)            | minus fullwidth_hyphen_minus    | -           | 缩小       | Shrink           | 字号小一级 | type one step smaller
size    | size(0)             | 0 ０                            | 0           | 默认       | Default          | 字号复原 | type as it was
copy    | copy                | y                               | y           | 复制       | Copy             | 复制本篇，或拖选的文字 | copy the article, or the text selected
copy    | copy(True)          | Y                               | Y           | 带出处复制 | Copy, cited      | 复制，并附报名、日期、版次、标题 | copy, with paper, day, page, headline
find    | find                | slash ideographic_comma fullwidth_solidus | / | 查找       | Find             | 在本篇中查找 | find in the article
find    | match(1)            | n                               | n           | 下一处     | Next match       | 查找的下一处 | the next match
find    | match(-1)           | N                               | N           | 上一处     | Previous match   | 查找的上一处 | the match before
look    | full_width          |                                 | Ctrl+p      | 全角标点   | Full-width marks | 汉字间的半角标点排成全角；再选一次，照原样 | half-width marks among 汉字 as papers print them; once more: as they came
look    | theme               | c                               | c           | 配色       | Theme            | 换配色：报纸、夜读、高对比、终端原色 | the next theme: paper, night, high contrast, terminal
look    | page_report         | i                               | i           | 本页信息   | Page report      | 这一页怎样认出来、缺什么 | how the page was understood, what is missing
look    | help                | question_mark f1 fullwidth_question_mark | ? F1 | 帮助      | Help             | 所有的键 | all keys
look    | app.command_palette | ctrl+p                          | Ctrl+p      | 命令       | Commands         | 按名字找命令 | find a command by its name
leave   | close               | escape                          | Esc         | 返回       | Back one level   | 退出查找、选区、目录 | leave find, selection, contents
leave   | app.quit            | q ctrl+q                        | q           | 退出       | Quit             | 离开；位置会记住 | leave; your place is kept
""",
    "calendar": """
leave | dismiss   | escape q d  | Esc     | 返回     | Back
day   | move(-1)  | left h      | ← h     | 前一天   | Day before
day   | move(1)   | right l     | → l     | 后一天   | Day after
day   | move(-7)  | up k        | ↑ k     | 前一周   | Week before
day   | move(7)   | down j      | ↓ j     | 后一周   | Week after
day   | month(-1) | left_square_bracket left_black_lenticular_bracket   | [ | 前一月 | Month before
day   | month(1)  | right_square_bracket right_black_lenticular_bracket | ] | 后一月 | Month after
day   | today     | 0 ０        | 0       | 今天     | Today
day   | open      | enter space | Enter   | 打开     | Open
""",
    "card": """
leave | dismiss       | escape q question_mark fullwidth_question_mark f1 enter | Esc | 返回 | Back
line  | rows(1)       | down j         | ↓ j        | 下一行 | Line down
line  | rows(-1)      | up k           | ↑ k        | 上一行 | Line up
line  | screens(0.9)  | space pagedown | Space PgDn | 下一屏 | Screen down
line  | screens(-0.9) | b pageup       | b PgUp     | 上一屏 | Screen up
""",
    "report": """
look  | dismiss('raw') | i | i | 原文 | Raw text
""",
}
"""One line a command, under its scope; what stands between the strokes are the fields of `Command`, in order."""


def _read(scope: str, line: str) -> Command:
    group, action, keys, shown, *texts = (cell.strip() for cell in line.split(" | "))
    return Command(scope, group, action, tuple(keys.split()), shown, tuple(texts[:2]), tuple(texts[2:]))


ALL = tuple(_read(scope, line) for scope, table in _TABLES.items() for line in table.strip().splitlines())

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
