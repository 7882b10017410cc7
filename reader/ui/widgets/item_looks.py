"""How each item of an article looks."""

from reader.typesetting.layout import Role

_LOOKS = {
    Role.KICKER: "dim",
    Role.HEADLINE: "headline",
    Role.DECK: "dim",
    Role.BYLINE: "dim",
    Role.JUMP: "button",
    Role.PARAGRAPH: "",
    Role.SUBHEAD: "strong",
    Role.FIGURE: "dim",
    Role.SIGNATURE: "dim",
    Role.RULE: "rule",
    Role.NEXT: "button",
    Role.NOTE: "faint",
}

_LARGE = {
    Role.KICKER: "strong",
    Role.HEADLINE: "headline-large",
    Role.DECK: "strong",
    Role.PARAGRAPH: "strong",
}
"""In large type, whose text is bold: nothing of the headline may be lighter than the text under it."""


def look_for(role: Role, *, is_large: bool) -> str:
    """The look of an item, one of those of `looks`."""
    return _LARGE.get(role, _LOOKS[role]) if is_large else _LOOKS[role]
