"""What the process that reads pages does: take a question from a pipe, answer it, and so on until the pipe is closed."""

import gc
import sys
from contextlib import suppress

from reader import limits
from reader.apart.pipe import receive, send
from reader.apart.values import answer, asked, question
from reader.errors import PageError, ReaderError
from reader.newsstand.reading import clean_text, read_page
from reader.sources.classify import judge
from reader.sources.days import index_days
from reader.terminal.bounds import bound_memory, end_after

FUNCTIONS = {function.__name__: function for function in (read_page, clean_text, judge, index_days)}
"""What can be asked, by name."""

_FIRST = b"<html><p>&nbsp;"


def main() -> None:
    """Answer questions until nobody asks any more."""
    bound_memory(limits.DOCUMENT_MIB)
    answer_to(question(read_page, (_FIRST, "", "", "")))  # loads all that reading needs
    gc.freeze()  # it stays for good
    questions, answers = sys.stdin.buffer, sys.stdout.buffer
    sys.stdout = sys.stderr  # what may be printed is no answer
    with suppress(EOFError, OSError):
        send(answers, b"")
        while True:
            received = receive(questions, sys.maxsize)
            end_after(limits.DOCUMENT_SECONDS)
            reply = answer_to(received)
            end_after(0)
            send(answers, reply)


def answer_to(received: bytes) -> bytes:
    """The answer to a question, which may be one of our errors.

    Raises:
        MemoryError: There is not enough memory; what is left of this process is not worth keeping.
    """
    try:
        function, arguments = asked(received, FUNCTIONS)
        return answer(function(*arguments))
    except ReaderError as error:
        return answer(error)
    except MemoryError:
        raise
    except Exception as error:  # noqa: BLE001 - a bug that a page finds is a sentence about that page
        return answer(PageError("reading-failed", name="", problem=f"{type(error).__name__}: {error}"[:200]))
