"""Every limit in one place, with its unit; what exceeds one is refused or cut, and the user is told."""

PAGE_BYTES = 8 * 1024 * 1024
"""Bytes of one document; a larger one is refused before decoding."""

PAGE_TAGS = 100_000
"""`<` characters of one page; a page with more is refused before a tree is built."""

DOCUMENT_SECONDS = 10.0
"""Seconds in which one document is read; what takes longer is given up, and its process is ended."""

DOCUMENT_MIB = 1024
"""MiB of memory that the process which reads pages may have."""

ANSWER_BYTES = 48 * 1024 * 1024
"""Bytes of what is read off one document."""

START_SECONDS = 20.0
"""Seconds the process that reads pages may take to start."""

FIRST_PAINT_SECONDS = 0.08
"""Seconds the first frame waits for something to read, once the screen is there."""

LINKS = 5_000
"""Links kept from one page."""

AREAS = 1_000
"""Image map areas kept from one page."""

CORNERS = 40
"""Corners of one zone; of a zone with more its outer rectangle is kept."""

COORDINATE_DIGITS = 9
"""Digits of one coordinate; a zone with a longer number is dropped."""

COMBINING_MARKS = 4
"""Combining marks kept on one base character."""

YEARS = range(1000, 3000)
"""Years in which a day is one; before and after them neither a day nor a month could be counted on from it."""

LABEL_BYTES = 4_096
"""Bytes at the start of a page that are searched for its charset label."""

FOLDER_FILES = 2_000
"""Files in the folder of one day; a day of a newspaper has a few hundred."""

FIND_CHARACTERS = 200
"""Characters the find field takes."""

TARGET_CHARACTERS = 4_096
"""Characters of a pasted text that may be an address or a path; a longer one is taken for the text of a page."""

ARTICLE_CHARACTERS = 80
"""Least characters of an article that is pasted without paper, day and number; fewer are a note, or a mishap."""

TITLE_CHARACTERS = 100
"""Characters of paper and day in the title of the window."""

READ_MARKS = 20_000
"""Articles marked as read that are kept; those marked first are dropped first."""

STATE_BYTES = 16 * 1024 * 1024
"""Bytes of positions, and of marks; a larger file is neither read nor written."""

PAPERS_BYTES = 1024 * 1024
"""Bytes of the user's own papers; a larger file is refused."""

KEY_CHARACTERS = 200
"""Characters of an article's key among positions and marks, its last ones, so that all marks fit into their file."""

ALIKE_HEADLINES = 100
"""Headlines before one on its page among which those like it are counted; a page of a newspaper has fewer."""

DAY_HEADLINES = 2_000
"""Headlines of a day that are listed at a glance."""

DAY_TEXTS = 100
"""Articles of a day that are listed for a word in their text."""

CLIPBOARD_SECONDS = 2.0
"""Seconds a clipboard helper may run before it is killed."""

LEAVE_SECONDS = 3
"""Whole seconds the app may take to exit after a signal, before the process is ended anyway."""

OSC52_BYTES = 74_000
"""Bytes of base64 that a terminal can be expected to accept in one OSC 52 sequence."""

MINIMUM_WINDOW = (40, 10)
"""Columns and rows; in a smaller window the program only says that the window is too small."""

RUN_SECONDS = 30
"""Seconds of CPU time a command that prints may take, from one document that it fetches to the next; a day of a large
paper, if it is saved, takes a few."""

TEXT_CELLS = 10_000
"""Cells of a line of `banmian text`."""

CONFIG_BYTES = 64 * 1024
"""Bytes of config.toml; a larger one is not read."""

CONFIG_PROBLEMS = 3
"""Mistakes in config.toml that are told at once."""

NEAR_NAMES = 1_000
"""Names among which one like a mistyped word is looked for."""

NEAR_CHARACTERS = 60
"""Characters of a name that may be like a mistyped word."""

FETCH_SECONDS = 30.0
"""Seconds one document may take in all, with time in the queue, retries and redirects."""

CONNECT_SECONDS = 8.0
"""Seconds to connect to one address of a host before the next is tried."""

REDIRECTS = 5
"""Redirects followed for one document, including refresh pages."""

REFRESHES = 3
"""Refresh pages followed for one document."""

TRIES = 3
"""Times one document is requested, if a retry may help."""

CONTENT_ENCODINGS = 2
"""Layers of compression that are decoded."""

HOST_REQUESTS = 2
"""Concurrent requests to one host; prefetches leave one of them free."""

HOST_SPACING = (0.3, 0.5)
"""Least and most seconds between the starts of two requests to a host; none for a loopback host."""

SNIFFED_BYTES = 512
"""Bytes at the start of a document that are searched for the signature of a picture, PDF or archive."""

SAMPLED_BYTES = 4_096
"""Bytes at the start of a document that decide whether it is text."""

CONTROL_SHARE = 0.02
"""Share of those characters; with more control characters, and more undecodable ones, it is binary data."""

PRINTED_DOCUMENTS = 2_000
"""Documents that one command fetches; a day of a large paper has a few hundred."""

FAILURES_IN_A_ROW = 3
"""Failures of a site, one after the other, after which a command asks it for nothing more."""

JUDGED_CHARACTERS, JUDGED_LINES, JUDGED_LINE = 30_000, 300, 300
"""Characters and lines at the start of a document that tell what it is, and characters of each of these lines."""

SITE_CHARACTERS = 100_000
"""Characters of a web page that tell what site it is of."""

KEPT_LEAVES = 400
"""Documents from one site kept in memory during a session."""

INDEX_ITEMS = 10_000
"""Dates and addresses of a site's index of days that are read: those of thirteen years of a daily paper."""

DAY_REQUESTS = 14
"""Requests spent on finding the next or previous day with a paper."""

ARCHIVE_FILES = 200_000
"""Files in a folder of many days; only their names are looked at."""

HALF_REQUESTS = 14
"""Requests spent on finding the other half of an article on its page."""

COMPARED_CHARACTERS = 200_000
"""Characters of two pages, between whose articles shared wording is looked for; in more it is no witness."""

ANSWER_SECONDS = 0.3
"""Seconds the terminal may take to say what it is and can draw, before it is taken for a plain one."""

TYPED_BYTES = 64 * 1024
"""Bytes of keys and answers that are read before the start; what is typed beyond them the app reads."""

PICTURE_BYTES = 12 * 1024 * 1024
"""Bytes of one picture; a larger one is refused before decoding."""

PICTURE_PIXELS = 25_000_000
"""Pixels of one picture by its header; one with more is refused before decoding."""

PICTURE_SCANS = 50
"""Scans of one JPEG, each a pass over all its pixels; a picture made for reading has about ten."""

BURST_KEYS = 128
"""Keys read at once that are still obeyed; of more, plain characters are a paste, and one key held down is let go."""

PASTE_SECONDS = 1.0
"""Seconds without a character after which a paste ends that does not tell its end."""

KEY_SECONDS = 1.0
"""Seconds a key may take before the next one is read all the same."""

BEGIN_SECONDS = 2.0
"""Seconds that keys typed before the start wait for something to read, unless one of them leaves."""

LARGEST_WINDOW = (1_000, 500)
"""Columns and rows that are drawn; of a larger window, the left upper part."""
