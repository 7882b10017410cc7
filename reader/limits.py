"""Every limit in one place, with its unit. What exceeds one is refused or cut, and the reader told."""

PAGE_BYTES = 8 * 1024 * 1024
"""Bytes of one page file; more is refused before decoding."""

PAGE_TAGS = 100_000
"""`<` characters of one page; more is refused before a tree is built."""

LINKS = 5_000
"""Links kept of one page."""

AREAS = 1_000
"""Image map areas kept of one page."""

COORDINATE_DIGITS = 9
"""Digits of one coordinate; a longer number makes its zone degenerate, and it is dropped."""

COMBINING_MARKS = 4
"""Combining marks kept on one base character."""

LABEL_BYTES = 4_096
"""Bytes at the head of a page in which its charset label is looked for."""

FOLDER_FILES = 2_000
"""Files of one folder looked at; a day of a newspaper has a few hundred."""

FIND_CHARACTERS = 200
"""Characters of the find field."""

CLIPBOARD_SECONDS = 2.0
"""Seconds a clipboard helper may take before it is killed."""

LEAVE_SECONDS = 3
"""Whole seconds the app may take to leave after a signal, before the process is ended without it."""

OSC52_BYTES = 74_000
"""Bytes of base64 a terminal can be expected to take in one OSC 52 sequence."""

MINIMUM_WINDOW = (40, 10)
"""Columns and rows below which the program only says that the window is too small."""

FETCH_SECONDS = 30.0
"""Seconds one document may take in all: waiting its turn, tries, redirects, its last byte."""

CONNECT_SECONDS = 8.0
"""Seconds to reach one address of a host, before the next is tried."""

REDIRECTS = 5
"""Redirects followed for one document, refresh pages among them."""

REFRESHES = 3
"""Refresh pages followed for one document."""

TRIES = 3
"""Times one document is asked for, if that may help."""

CONTENT_ENCODINGS = 2
"""Layers of compression undone."""

HOST_REQUESTS = 2
"""Requests under way to one host at a time; those made ahead of need leave one free."""

HOST_SPACING = (0.3, 0.5)
"""Least and most seconds from one request to a host to the next; none on this machine."""

SNIFFED_BYTES = 512
"""Bytes at the head of a document that tell a picture, a PDF or an archive from a page."""

SAMPLED_BYTES = 4_096
"""Bytes at the head of a document by which text is told from other data."""

CONTROL_SHARE = 0.02
"""Of the characters they hold: beyond this share of controls, and the same of unreadable ones, it is no text."""

KEPT_LEAVES = 400
"""Documents of live papers kept in memory during one session."""

DAY_REQUESTS = 14
"""Requests spent on finding the paper of the next or previous day."""

ARCHIVE_FILES = 200_000
"""Files of an archive looked at by name."""
