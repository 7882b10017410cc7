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

    With `check` nothing is copied or read: it only looks for a tool.

    Returns:
        0 if reading the clipboard gave the same text, or for `check` if there is a tool for it; 1 otherwise.

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
    if sys.argv[1:] == ["check"]:
        return int(not pyperclip.determine_clipboard()[0])  # what stands for no tool is false
    text = sys.stdin.buffer.read().decode("utf-8")
    pyperclip.copy(text)
    return int(pyperclip.paste().replace("\r\n", "\n") != text)


if __name__ == "__main__":
    sys.exit(main())
