"""What a headline says beyond its words: the kind of its article, or that it is none."""

import re

from reader.edition.model import ArticleKind
from reader.parsing.clean import clean_line
from reader.parsing.tables import TABLES, compact, filled

NAMELESS = clean_line("(无标题)")
"""Headline of an article without one."""

BULLETS = "·•●○■□◆◇►▶▪* \u3000"
"""Characters that lists put before a headline."""

_KINDS = {ArticleKind(kind): re.compile(start) for kind, start in TABLES["kinds"].items()}
_EDITOR = re.compile(filled("(?:{editors})[:：]"))


def kind_of(headline: str) -> ArticleKind:
    """The kind of an article, by its headline."""
    return next((kind for kind, start in _KINDS.items() if start.match(headline)), ArticleKind.ARTICLE)


def is_editor(text: str) -> bool:
    """Whether an entry of a list is the editor of the page: 本版责编：某某."""
    return bool(_EDITOR.match(compact(text)))
