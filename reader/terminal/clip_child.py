"""Put stdin on the system clipboard, read it back, and report by the exit code whether it is there.

Run as a script by `clipboard`, in a process of its own: a clipboard tool may hang, print, or leave a
daemon behind, and none of that may reach the screen.
"""

import os
import signal
import sys

LIMIT_SECONDS = 3
"""Whole seconds until the tool and this process are killed; the app waits less."""


def main() -> int:
    """Copy standard input (UTF-8) to the system clipboard; with the word `paste` print the clipboard instead.

    Returns:
        0 if reading the clipboard gave the same text, 1 if it gave another.

    Raises:
        Exception: Whatever the clipboard tool raises; to the parent every failure is the same.
    """
    if hasattr(signal, "alarm"):  # if the app has exited, nothing else kills a tool that hangs
        signal.signal(signal.SIGALRM, lambda *_: os.killpg(0, signal.SIGKILL))
        signal.alarm(LIMIT_SECONDS)
    import pyperclip  # noqa: PLC0415 (its import looks for tools: only here, never in the app)

    if sys.argv[1:] == ["paste"]:
        sys.stdout.buffer.write(pyperclip.paste().encode("utf-8", "replace"))
        return 0
    text = sys.stdin.buffer.read().decode("utf-8")
    pyperclip.copy(text)
    return int(pyperclip.paste().replace("\r\n", "\n") != text)


if __name__ == "__main__":
    sys.exit(main())
