"""What a terminal sends for the keys of the commands."""

from reader.ui.commands import ALL

ESCAPE = "\x1b[27u"
"""Esc, by a terminal that tells it from Alt."""

_SENT = {
    "alt+right": "\x1b[1;3C",
    "backspace": "\x7f",
    "ctrl+d": "\x04",
    "ctrl+p": "\x10",
    "ctrl+u": "\x15",
    "down": "\x1b[B",
    "enter": "\r",
    "escape": ESCAPE,
    "greater_than_sign": ">",
    "left": "\x1b[D",
    "left_square_bracket": "[",
    "less_than_sign": "<",
    "minus": "-",
    "pagedown": "\x1b[6~",
    "pageup": "\x1b[5~",
    "plus": "+",
    "question_mark": "?",
    "right": "\x1b[C",
    "right_square_bracket": "]",
    "slash": "/",
    "space": " ",
    "up": "\x1b[A",
}

SENT = {
    name: _SENT.get(name, name)
    for name in sorted({command.keys[0] for command in ALL if command.keys})
    if name != "q"
}
"""The first key of every command by its name, but for the one that leaves the reader."""
