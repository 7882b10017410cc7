"""The markers of the classic publishing system and its themes, as data.

Source:
    Saved layout pages of four papers, the vendor's generator, and what public crawlers look for.
"""

import re

ARTICLE_FILE = re.compile(
    r"(?:content[_.]?[\w.\-]*|c[_.]?|nw[_.][\w.\-]*|articel)\d[\w.\-]*\.s?html?", re.IGNORECASE
)
"""File name of an article."""

PAGE_FILE = re.compile(r"(?:node|nbs|l|col|v|page)[\w.\-]*\.s?html?", re.IGNORECASE)
"""File name of a page."""

MAP_NAME = "pagepicmap"
"""Name of the picture's map, whatever its case."""

BODIES = (
    ("element", "founder-content"),
    ("id", "ozoom"),
    ("comment", "enpcontent"),
    ("comment", "<npm:article-content>"),
    ("id", "articleContent"),
    ("class", "text_c"),
    ("class", "article"),
    ("id", "content"),
    ("id", "zoom"),
    ("class", "content"),
)
"""Where an article's body may stand, the surest place first: kind of marker, and its name or value."""

SIGNS = ("ozoom", "founder-", "enpcontent", "pagepicmap", "pagelink")
"""Lower-case words one of which every page of the system has."""

FOOT = re.compile(r"<!--/enpcontent-->|</founder-content|上一篇|下一篇|版权所有")
"""Where the page goes on after a body that is never closed."""

SECOND_COPY = re.compile(r"<input\b[^<>]*titlecheckbox", re.IGNORECASE)
"""What parts a body from a second copy of itself."""

KEPT_COMMENT = re.compile(r"\s*(?:/?enpcontent\b|</?npm:)", re.IGNORECASE)
"""Comments that mean something; all others are dropped before a tree is built."""

NOT_A_BODY = re.compile(r"<area\b|\bid\s*=\s*[\"']?(?:mp\w|pageLink)", re.IGNORECASE)
"""What tells a page's column that uses the same container from a body."""

HEADLINE_CELL, SIDE_CELL = "font01", "font02"
"""Classes of the cells with 主题, and with 引题, 副题 and 署名 around it."""

PICTURE_TABLE = re.compile(r"\b(?:newspic|pci_c)\b", re.IGNORECASE)
"""Id or class of a table that holds a picture and its caption."""

FURNITURE_IMAGE = re.compile(
    r"tplimg/|(?:checkbox|zoomin|zoomout|zoomact|pdf|pixel|blank)\.\w{3,4}$", re.IGNORECASE
)
"""Addresses of pictures that are the page's own ornaments."""

SISTER_SELECT = "guidelinks"
"""Name of the list of sister papers."""
